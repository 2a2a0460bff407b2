"""What a press of the mouse means now: the strokes in the ways that the person chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt

from nodegraph.ui.strokes import BUTTONS, MODIFIERS, NAMED, NOTHING, PLAIN, Stroke

Keys = Qt.KeyboardModifier


class Way(NamedTuple):
    """A button, and the keys that are held with it."""

    button: str
    held: Keys

    def __str__(self) -> str:
        return "+".join(
            [*(name for name, key in MODIFIERS.items() if self.held & key), self.button]
        )


class Meant(NamedTuple):
    """What a press means, and how the keys held with it are to be read until its release."""

    stroke: str = ""
    used: Keys = PLAIN  # those that made it this stroke
    given: Keys = PLAIN  # those that gestures know it by
    dropped: Keys = PLAIN  # those that meant another stroke, which is done in another way now

    def read(self, held: Keys) -> Keys:
        """The keys as gestures read them."""
        if self.used == self.given and not self.dropped:
            return held
        if held & self.used == self.used:
            return held & ~self.used & ~self.dropped | self.given
        return held & ~self.dropped


def parted(ways: str) -> list[str]:
    """Ways that are written in a row: "Alt+left; middle"; what is none is left out."""
    return [str(way) for text in ways.split("; ") if (way := _way(text))]


def way_of(button: Qt.MouseButton, held: Keys) -> str:
    """A press as it is written; "" for a button that is none of these."""
    name = next((name for name, known in BUTTONS.items() if known == button), "")
    return str(Way(name, held)) if name else ""


def without_alt(ways: Iterable[str]) -> str:
    """The same with Ctrl and Alt for Alt alone, which some desktops take for themselves."""
    return "; ".join(f"Ctrl+{way}" if way.startswith("Alt+") else way for way in ways)


class Ways:
    """Every stroke in its ways; what is not told is done as declared."""

    def __init__(self, told: Mapping[str, Iterable[str]] | None = None) -> None:
        told = told or {}
        self._ways: list[tuple[Stroke, Way]] = []
        self._moved: list[tuple[Stroke, Way]] = []  # as declared, where that does not hold now
        for name, stroke in NAMED.items():
            declared = parted(stroke.ways)
            now = list(told.get(name, declared))
            self._ways += [(stroke, way) for text in now if (way := _way(text))]
            gone = [text for text in declared if text not in now]
            self._moved += [(stroke, way) for text in gone if (way := _way(text))]

    def meant(self, button: Qt.MouseButton, held: Keys, place: str = NOTHING) -> Meant:
        """The stroke of a press at such a place.

        Of several that one with most keys; of those the one that the person chose.
        """
        return self._best(button, held, place, ("press", "drag", "click"))

    def clicked(self, button: Qt.MouseButton, held: Keys, place: str) -> str:
        """What the press means when it goes nowhere, beside the drag that it may become."""
        return self._best(button, held, place, ("click",)).stroke

    def turned(self, held: Keys) -> str:
        """What the wheel means with these keys; "" where it is as chosen for the wheel."""
        return self._best(BUTTONS["wheel"], held, NOTHING, ("wheel",)).stroke

    def _best(
        self, button: Qt.MouseButton, held: Keys, place: str, kinds: tuple[str, ...]
    ) -> Meant:
        fits = [
            (stroke, way)
            for stroke, way in self._ways
            if stroke.kind in kinds
            and place in stroke.places
            and BUTTONS[way.button] == button
            and held & way.held == way.held
        ]
        if not fits:
            return Meant()
        stroke, way = max(
            fits, key=lambda one: (str(one[1]).count("+"), str(one[1]) != one[0].ways)
        )
        given = _held(stroke)
        rest, dropped = held & ~way.held, PLAIN
        for other, before in self._moved:
            taken = before.held & rest
            if place in other.places and taken and before.held & (given | rest) == before.held:
                dropped |= taken
        return Meant(stroke.name, way.held, given, dropped)


def _held(stroke: Stroke) -> Keys:
    way = _way(stroke.ways)
    return way.held if way else PLAIN


def _way(text: str) -> Way | None:
    *keys, button = text.split("+")
    if button not in BUTTONS or not set(keys) <= MODIFIERS.keys():
        return None
    held = PLAIN
    for key in keys:
        held |= MODIFIERS[key]
    return Way(button, held)
