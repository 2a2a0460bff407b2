"""Which keys mean which command now: as declared, as a preset has it, or as the person chose.

Only what differs is kept in the settings. A key belongs to one command: whoever asked for it last
has it, the person before the preset and the preset before the declaration, and the command that
only had it by default goes without.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.commands.command import Command
from nodegraph.ui.mouse import Mouse
from nodegraph.ui.presets import PRESETS, Preset
from nodegraph.ui.settings import Settings

Held = Mapping[str, tuple[str, ...]]  # command → its keys, the one to show first
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
DECLARED = {command.name: command for command in COMMANDS}


def parted(keys: str) -> list[str]:
    """Keys that are written in a row, each as Qt spells it."""
    return [key.toString() for key in QKeySequence.listFromString(keys) if not key.isEmpty()]


def resolved(preset: Preset, own: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The keys of every command."""
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    defaults = {command.name: command.key for command in COMMANDS}
    for told in (own, preset.keys, defaults):
        for name, keys in told.items():
            if name in DECLARED and name not in found:
                found[name] = tuple(key for key in parted(keys) if key not in taken)
                taken.update(found[name])
    return found


class Keys(QObject):
    """The keys and the mouse of every window; tells them when they change."""

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
        """The keys of a command."""
        return self._held.get(name, ())

    def is_own(self, name: str) -> bool:
        """Whether the person chose the keys of a command."""
        return name in self._own

    def holder(self, key: str, but: str = "") -> Command | None:
        """The command that has a key now, other than one."""
        found = (name for name, keys in self._held.items() if key in keys and name != but)
        name = next(found, None)
        return DECLARED[name] if name is not None else None

    def assign(self, name: str, key: str) -> None:
        """Gives a command this key alone, and takes it from whoever had it; "": no key."""
        for other, keys in self._own.items():
            self._own[other] = "; ".join(kept for kept in parted(keys) if kept != key)
        self._own[name] = key
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
            if name in DECLARED and tuple(parted(keys)) != plain[name]
        }
        self._settings.set("keys.own", json.dumps(self._own, sort_keys=True))
        self._resolve()
        self.changed.emit()

    def _resolve(self) -> None:
        self._held = resolved(self.preset, self._own)


def native(key: str) -> str:
    """A key as this system writes it."""
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
