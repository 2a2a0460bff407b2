"""What a command is: something a person can ask for, by a menu, a key or the palette."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

_MNEMONIC = re.compile(r"\(&.\)|&|…")


class Command(NamedTuple):
    """What a person can ask for: its name for settings and tests, its words, and what it calls."""

    name: str  # "edit.undo"
    text: str  # {0} stands for the word of the slot, where that is a number
    menu: str  # "Edit", or "File/Export" for a menu in it
    slot: str  # from the window: "files.open"; with a word for it: "canvas.walk.go:left"
    key: str = ""  # several are parted by "; "
    group: int = 0  # a line stands between groups
    canvas: bool = False  # the key works in the canvas alone, not while typing elsewhere
    lists: bool = False  # and in the lists beside it, which show the same drawing
    checkable: bool = False
    family: str = ""  # what several keys in a row are called together, as the arrows


def choices(
    name: str, menu: str, slot: str, texts: Iterable[tuple[str, str]], group: int = 0
) -> Iterator[Command]:
    """A command for each choice of which one holds: its word, and its text."""
    for word, text in texts:
        yield Command(f"{name}.{word}", text, menu, f"{slot}:{word}", "", group, checkable=True)


def together(
    name: str,
    menu: str,
    slot: str,
    texts: Iterable[tuple[str, str, str]],
    group: int,
    family: str = "",
) -> Iterator[Command]:
    """Commands of the canvas whose keys belong together: the word, text and key of each."""
    for word, text, key in texts:
        yield Command(
            f"{name}.{word}", text, menu, f"{slot}:{word}", key, group, canvas=True, family=family
        )


def words(text: str) -> str:
    """The text of a command or the name of a menu in the chosen language."""
    return QCoreApplication.translate("Commands", text)


def plain(text: str) -> str:
    """The same without the letter that is pressed for it in a menu."""
    return _MNEMONIC.sub("", words(text))


def named(command: Command) -> str:
    """What a command is called outside its menu."""
    return plain(command.text).format(command.slot.partition(":")[2])
