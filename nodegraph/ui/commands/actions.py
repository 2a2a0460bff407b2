"""The commands as actions of a window: in its menus, by their keys, and from the canvas."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.commands.command import Command, named, words
from nodegraph.ui.commands.keys import DECLARED, native, parted


def build(window: QWidget, bar: QMenuBar) -> dict[str, QAction]:
    """Makes every command an action of the window and puts it in its menu."""
    menus: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    last: dict[str, int] = {}
    for command in COMMANDS:
        menu = _menu(bar, menus, command.menu)
        if last.get(command.menu, command.group) != command.group:
            menu.addSeparator()
        last[command.menu] = command.group
        actions[command.name] = action(command, window, bar)
        if not command.canvas:
            window.addAction(actions[command.name])
        menu.addAction(actions[command.name])
    return actions


def give_to(actions: Mapping[str, QAction], canvas: QWidget, lists: Sequence[QWidget]) -> None:
    """Gives the canvas the keys that work only there, and the lists beside it those of theirs."""
    for command in COMMANDS:
        for widget in _holders(command, canvas, lists):
            widget.addAction(actions[command.name])


def take_from(actions: Mapping[str, QAction], canvas: QWidget, lists: Sequence[QWidget]) -> None:
    """Takes them back: the canvas goes to another window, or for good."""
    for command in COMMANDS:
        for widget in _holders(command, canvas, lists):
            widget.removeAction(actions[command.name])


def _holders(command: Command, canvas: QWidget, lists: Sequence[QWidget]) -> tuple[QWidget, ...]:
    if not command.canvas:
        return ()
    return (canvas, *lists) if command.lists else (canvas,)


def action(command: Command, root: object, parent: QWidget) -> QAction:
    """A command as an action of `parent`; its slot is looked for from `root`."""
    path, _, word = command.slot.partition(":")
    made = QAction(words(command.text).format(word), parent)
    made.setObjectName(command.name)
    made.setCheckable(command.checkable)
    made.setShortcutVisibleInContextMenu(True)
    give_keys(made, parted(command.key))
    if command.canvas:
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def run(_checked: bool = False) -> None:
        slot: Callable[..., object] = reduce(getattr, path.split("."), root)  # type: ignore[assignment]
        slot(*filter(None, [word]))

    made.triggered.connect(run)
    return made


def give_keys(action: QAction, keys: Sequence[str]) -> None:
    """These keys trigger an action from now on; menus and its tooltip tell the first."""
    action.setShortcuts([QKeySequence(key) for key in keys])
    name = named(DECLARED[action.objectName()])
    action.setToolTip(f"{name} ({native(keys[0])})" if keys else name)


def _menu(bar: QMenuBar, menus: dict[str, QMenu], path: str) -> QMenu:
    if path not in menus:
        parent, _, title = path.rpartition("/")
        owner: QMenu | QMenuBar = _menu(bar, menus, parent) if parent else bar
        # In the bar it has a letter, its first in English.
        menu = QMenu(words(title if parent else f"&{title}"), bar)
        menu.setObjectName(f"menu_{path.lower().replace('/', '_').replace(' ', '_')}")
        menu.setAccessibleName(words(title))
        owner.addMenu(menu)
        menus[path] = menu
    return menus[path]
