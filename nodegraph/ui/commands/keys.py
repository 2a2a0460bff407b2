"""Which keys mean which command now: as declared, as a preset has it, or as the person chose.

And in which ways the strokes of the mouse are done: they are chosen as keys are, under their names.
Only what differs is kept in the settings. A key belongs to one command: whoever asked for it last
has it, the person before the preset and the preset before the declaration, and the command that
only had it by default goes without. A way belongs to one stroke at each place.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from nodegraph.ui import ways
from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.language import LANGUAGE
from nodegraph.ui.mouse import Mouse
from nodegraph.ui.presets import PRESETS, Preset
from nodegraph.ui.settings import Settings
from nodegraph.ui.strokes import NAMED
from nodegraph.ui.ways import Ways

Held = Mapping[str, tuple[str, ...]]  # command → its keys, the one to show first
TAKES_ALT = sys.platform.startswith("linux")  # many desktops there move windows with Alt and drag
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
DECLARED = {command.name: command for command in COMMANDS}
FIXED = {name: stroke.ways for name, stroke in NAMED.items() if stroke.fixed}
DEFAULTS = {
    **{command.name: command.key for command in COMMANDS},
    **{name: stroke.ways for name, stroke in NAMED.items()},
}


@cache
def parted(keys: str) -> tuple[str, ...]:
    """Keys that are written in a row, each as Qt spells it."""
    return tuple(key.toString() for key in QKeySequence.listFromString(keys) if not key.isEmpty())


def split(name: str, keys: str) -> Sequence[str]:
    """The keys of a command, or the ways of a stroke."""
    return ways.parted(keys) if name in NAMED else parted(keys)


def bars(name: str, other: str) -> bool:
    """Whether two can't have one key; keys and ways are never alike."""
    if name in NAMED and other in NAMED:
        return NAMED[name].bars(NAMED[other])
    return True


def resolved(preset: Preset, own: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The keys of every command, and the ways of every stroke."""
    taken: dict[str, list[str]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for told in (FIXED, own, preset.keys, DEFAULTS):
        for name, keys in told.items():
            if name not in DEFAULTS or name in found:
                continue
            free = (
                k for k in split(name, keys) if not any(bars(name, n) for n in taken.get(k, ()))
            )
            found[name] = tuple(free)
            for key in found[name]:
                taken.setdefault(key, []).append(name)
    return found


class Keys(QObject):
    """The keys and the mouse of every window; tells them when they change.

    A name is that of a command or of a stroke, a key what it is done with.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._held: Held = {}
        self._own: dict[str, str] = json.loads(settings.get("keys.own"))
        self._resolve()

    @property
    def preset(self) -> Preset:
        """What the person's own choices differ from."""
        return PRESETS[self._settings.get("keys.preset")]

    @property
    def as_declared(self) -> bool:
        """Whether every command has the keys it was declared with."""
        return self.preset.name == "default" and not self._own

    @property
    def mouse(self) -> Mouse:
        """What the mouse means: as the preset has it, or as the person chose."""
        kept = self.preset.mouse._asdict()
        return Mouse(*(self._settings.get(f"mouse.{part}") or kept[part] for part in kept))

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of a command, the ways of a stroke."""
        return self._held.get(name, ())

    @property
    def with_alt(self) -> list[str]:
        """The strokes with Alt alone, which some desktops take for themselves."""
        return [n for n in NAMED if ways.without_alt(self.of(n)) != "; ".join(self.of(n))]

    def is_own(self, name: str) -> bool:
        """Whether the person chose the keys of a command."""
        return name in self._own

    def holders(self, key: str, name: str) -> list[str]:
        """Those that would go without a key if one were given it."""
        held = self._held.items()
        return [n for n, keys in held if key in keys and n != name and bars(name, n)]

    def assign(self, name: str, key: str) -> None:
        """Gives a command this key alone, and takes it from whoever had it; "": no key."""
        for other, keys in self._own.items():
            left = [kept for kept in split(other, keys) if kept != key or not bars(name, other)]
            self._own[other] = "; ".join(left)
        self._own[name] = key
        self._keep()

    def leave_alt(self) -> None:
        """Ctrl and Alt for every stroke with Alt alone."""
        for name in self.with_alt:
            self._own[name] = ways.without_alt(self.of(name))
        self._keep()

    def restore(self, name: str) -> None:
        """The keys that the preset gives a command, unless another took them."""
        self._own.pop(name, None)
        self._keep()

    def restore_all(self) -> None:
        """Everything as the preset has it, the mouse too."""
        self._own = {}
        for part in Mouse._fields:
            self._settings.set(f"mouse.{part}", "")
        self._keep()

    def choose(self, preset: str) -> None:
        """Another preset, under what the person chose for single commands."""
        self._settings.set("keys.preset", preset)
        self._keep()

    def choose_mouse(self, mouse: Mouse) -> None:
        """What the wheel and the buttons mean; what is as in the preset follows it."""
        for part, value, kept in zip(Mouse._fields, mouse, self.preset.mouse, strict=True):
            self._settings.set(f"mouse.{part}", "" if value == kept else value)
        self.changed.emit()

    def _keep(self) -> None:
        plain = resolved(self.preset, {})
        self._own = {
            name: keys
            for name, keys in self._own.items()
            if name in DEFAULTS and tuple(split(name, keys)) != plain[name]
        }
        self._settings.set("keys.own", json.dumps(self._own, sort_keys=True))
        self._resolve()
        self.changed.emit()

    def _resolve(self) -> None:
        self._held = resolved(self.preset, self._own)
        self.ways = Ways({name: self._held[name] for name in NAMED})


def native(key: str) -> str:
    """A key as this system writes it, in the chosen language."""
    return _native(key, LANGUAGE.name)


@cache
def _native(key: str, _language: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def in_a_row(keys: Sequence[str]) -> str:
    """The keys of one family: "Ctrl+1 … 9", "Shift+→ ← ↑ ↓"."""
    parts = [key.rpartition("+") for key in keys]
    held = {before + plus for before, plus, _ in parts}
    if len(held) != 1:
        return ", ".join(native(key) for key in keys)
    ends = [_ARROWS.get(end, end) for *_, end in parts]
    row = " ".join(ends) if len(ends) < 3 else f"{ends[0]} … {ends[-1]}"
    if set(ends) <= set(_ARROWS.values()):
        row = " ".join(sign for sign in _ARROWS.values() if sign in ends)
    return native(f"{held.pop()}A")[:-1] + row
