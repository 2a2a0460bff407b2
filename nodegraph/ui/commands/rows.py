"""The commands as they are listed: palette, dialog of keys and the keys at a glance read these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction

from nodegraph.layers.search import Words, ranked
from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.commands.command import Command, named, plain
from nodegraph.ui.commands.keys import Keys, native

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
