"""The commands as they are listed: palette, dialog of keys and the keys at a glance read these.

And the strokes of the mouse that can be done in another way, listed alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from nodegraph.layers.search import Words, ranked
from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.commands.command import Command, named, plain
from nodegraph.ui.commands.keys import Keys, native
from nodegraph.ui.language import translated
from nodegraph.ui.strokes import NAMED, Stroke

_WORD = re.compile(r"[^\W_]+")


class CommandRow(NamedTuple):
    """One command in the language of the window."""

    command: Command
    text: str  # what it would do now: "Zoom in", "Undo: Moved conv1"; "Go: Left" in a menu's menu
    title: str  # the same whatever was done before: "Undo"
    menu: str  # "View › Cost lens"
    key: str  # as the system writes it; "" for none
    enabled: bool


def rows(actions: Mapping[str, QAction], keys: Keys) -> list[CommandRow]:
    """Every command, in the order of the menus."""
    return [_row(command, actions[command.name], keys) for command in COMMANDS]


def stroke_rows(keys: Keys) -> list[CommandRow]:
    """Every stroke that can be done in another way, in the order of the groups."""
    strokes = [stroke for stroke in NAMED.values() if not stroke.fixed]
    return [_stroke_row(stroke, keys) for stroke in strokes]


def in_words(way: str, stroke: Stroke) -> str:
    """A way of a stroke as a person reads it: "Ctrl+right drag"."""
    held, plus, button = way.rpartition("+")
    click, drag = _buttons(button)
    does = drag if stroke.kind == "drag" else click
    return native(f"{held}+A")[:-1] + does if plus else does[:1].upper() + does[1:]


def _buttons(button: str) -> tuple[str, str]:
    """What a click with a button is called, and what a drag is."""
    return {
        "left": (_words("click"), _words("drag")),
        "middle": (_words("middle click"), _words("middle drag")),
        "right": (_words("right click"), _words("right drag")),
        "back": (_words("mouse button 4"), _words("drag with button 4")),
        "forward": (_words("mouse button 5"), _words("drag with button 5")),
        "wheel": (_words("wheel"), _words("wheel")),
    }[button]


def _stroke_row(stroke: Stroke, keys: Keys) -> CommandRow:
    what = translated(stroke.what)
    menu = " › ".join([_words("Mouse"), translated(stroke.group)])
    held = keys.of(stroke.name)
    key = in_words(held[0], stroke) if held else ""
    command = Command(stroke.name, str(stroke.what), "", "")
    return CommandRow(command, what, what, menu, key, True)


def found(query: str, listed: Iterable[CommandRow], recent: Sequence[str] = ()) -> list[CommandRow]:
    """The commands that a query means, the best first; without one all, the recent ones first."""

    def habit(row: CommandRow) -> tuple[int]:
        name = row.command.name
        return (recent.index(name) if name in recent else len(recent),)

    return ranked(query, ((row, _searched(row)) for row in listed), habit)


def _row(command: Command, action: QAction, keys: Keys) -> CommandRow:
    titles = [plain(title) for title in command.menu.split("/")]
    group = f"{titles[-1]}: " if len(titles) > 1 else ""
    held = keys.of(command.name)
    return CommandRow(
        command,
        group + plain(action.text()),
        group + named(command),
        " › ".join(titles),
        native(held[0]) if held else "",
        action.isEnabled(),
    )


def _searched(row: CommandRow) -> Words:
    text = row.text.lower()
    english = row.command.text.replace("&", "").lower()
    name = row.command.name
    others = (english, name, name.replace(".", " ").replace("_", " "))
    return Words(text, tuple(_WORD.findall(text)), others, row.menu.lower())


def _words(text: str) -> str:
    return QCoreApplication.translate("Strokes", text)
