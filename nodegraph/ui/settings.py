"""What the program remembers between two starts: each preference declared once, with its default.

A stored value that no longer fits is as good as none: an old or damaged settings file never
stands in the way of a start.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from nodegraph.ui.language import CHOICES
from nodegraph.ui.mouse import OFFERS, WHEELS
from nodegraph.ui.presets import PRESETS

RECENT = 8  # files kept
THEME_CHOICES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True)
class Preference:
    """One remembered value: what it is for, its default, and whether a stored one fits."""

    name: str
    default: Any
    help: str
    fits: Callable[[Any], bool]


def _is_bytes(value: Any) -> bool:
    return isinstance(value, QByteArray)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_table(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    def holds(value: Any) -> bool:
        try:
            told = json.loads(value)
        except (TypeError, ValueError):
            return False
        return isinstance(told, dict) and all(map(fits, told.values()))

    return holds


def _one_of(*words: str) -> Callable[[Any], bool]:
    return words.__contains__


def _is_count(value: Any) -> bool:
    return type(value) is int


def _is_view(told: Any) -> bool:
    # The numbers of where and how near: an endless one, which JSON knows too, would show nothing.
    numbers = isinstance(told, list) and all(type(part) in (int, float) for part in told)
    return numbers and len(told) == 3 and all(map(isfinite, told)) and told[2] > 0


PREFERENCES = {
    preference.name: preference
    for preference in (
        Preference(
            "theme",
            "system",
            "Light, dark, high contrast, or as the system",
            _one_of(*THEME_CHOICES),
        ),
        Preference("language", "system", "English, Chinese, or as the system", _one_of(*CHOICES)),
        Preference("minimap", "shown", "The minimap, shown or hidden", _one_of("shown", "hidden")),
        Preference(
            "motion",
            "system",
            "Whether things move by themselves: as the system, full, or reduced",
            _one_of("system", "full", "reduced"),
        ),
        Preference("wires.form", "curved", "How wires run", _one_of("curved", "square")),
        Preference(
            "wires.shapes",
            "hover",
            "When shapes are written on wires",
            _one_of("hover", "always", "off"),
        ),
        Preference("recent", "", "The last opened files, one a line, newest first", _is_text),
        Preference("last_folder", "", "Where the file dialogs begin", _is_text),
        Preference("layers.recent", "", "The last placed layers, newest first", _is_text),
        Preference(
            "layers.pairs",
            "{}",
            "How often each layer was placed behind another",
            _is_table(_is_count),
        ),
        Preference("keys.preset", "default", "Keys and mouse as which program", _one_of(*PRESETS)),
        Preference(
            "keys.own", "{}", "The keys and strokes that a person chose", _is_table(_is_text)
        ),
        Preference(
            "mouse.wheel", "", "What the wheel does; empty: as preset", _one_of("", *WHEELS)
        ),
        Preference(
            "mouse.offer",
            "",
            "What a wire let go where nothing is brings; empty: as preset",
            _one_of("", *OFFERS),
        ),
        Preference(
            "commands.recent", "", "The last commands of the palette, newest first", _is_text
        ),
        Preference("views", "{}", "Where the camera was left in each file", _is_table(_is_view)),
        Preference("geometry", QByteArray(), "Size and place of the window", _is_bytes),
        Preference("columns", QByteArray(), "Widths of palette, canvas and inspector", _is_bytes),
        Preference("rows", QByteArray(), "Heights of canvas and training views", _is_bytes),
        Preference("side", QByteArray(), "Heights of inspector and code", _is_bytes),
    )
}


class Settings:
    """The preferences, kept by Qt where the system keeps such things, or in a store given."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("nodegraph", "nodegraph")

    def get(self, name: str) -> Any:
        """The stored value, or the default where none fits."""
        preference = PREFERENCES[name]
        value = self._store.value(name, preference.default)
        return value if preference.fits(value) else preference.default

    def set(self, name: str, value: Any) -> None:
        """Stores a value that fits; raises ValueError for one that does not."""
        if not PREFERENCES[name].fits(value):
            raise ValueError(f"{name} can't be {value!r}")
        self._store.setValue(name, value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The last opened files that still exist, newest first."""
        lines = self.get("recent").splitlines()
        return tuple(path for path in map(Path, lines) if path.is_file())

    def remember(self, path: Path) -> None:
        """Puts a file first among the recent ones, and its folder where dialogs begin."""
        path = path.absolute()
        kept = [path, *(other for other in self.recent if other != path)][:RECENT]
        self.set("recent", "\n".join(map(str, kept)))
        self.set("last_folder", str(path.parent))
