"""Every command of the window, declared once: menus, toolbar and keys are read from here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

if TYPE_CHECKING:
    from nodegraph.ui.window import MainWindow


class Command(NamedTuple):
    """What a person can ask for: its name for settings and tests, its words, and what it calls."""

    name: str  # "edit.undo"
    text: str
    menu: str  # "Edit", or "File/Export" for a menu in it
    slot: str  # from the window: "files.open"
    key: str = ""
    group: int = 0  # a line stands between groups
    canvas: bool = False  # the key works in the canvas alone, not while typing elsewhere
    checkable: bool = False


COMMANDS = (
    Command("file.new", "&New", "File", "files.new", "Ctrl+N"),
    Command("file.open", "&Open…", "File", "files.open", "Ctrl+O"),
    Command("file.save", "&Save", "File", "files.save", "Ctrl+S", 1),
    Command("file.save_as", "Save &as…", "File", "files.save_as", "Ctrl+Shift+S", 1),
    Command("file.go_back", "Go &back before the last save", "File", "files.go_back", "", 1),
    Command("file.export.module", "Python &module…", "File/Export", "export.module", "", 2),
    Command("file.export.script", "Training &script…", "File/Export", "export.script", "", 2),
    Command("file.export.weights", "&Weights of the run…", "File/Export", "export.weights", "", 2),
    Command("file.start_page", "Start page", "File", "show_start_page", "", 3),
    Command("file.quit", "&Quit", "File", "close", "Ctrl+Q", 3),
    Command("edit.undo", "&Undo", "Edit", "undo", "Ctrl+Z"),
    Command("edit.redo", "&Redo", "Edit", "redo", "Ctrl+Shift+Z"),
    Command("edit.cut", "C&ut", "Edit", "clipboard.cut", "Ctrl+X", 1, canvas=True),
    Command("edit.copy", "&Copy", "Edit", "clipboard.copy", "Ctrl+C", 1, canvas=True),
    Command("edit.paste", "&Paste", "Edit", "clipboard.paste", "Ctrl+V", 1, canvas=True),
    Command(
        "edit.paste_wired",
        "Paste with &wires",
        "Edit",
        "clipboard.paste_wired",
        "Ctrl+Shift+V",
        1,
        canvas=True,
    ),
    Command(
        "edit.duplicate", "Dupl&icate", "Edit", "clipboard.duplicate", "Ctrl+D", 1, canvas=True
    ),
    Command(
        "edit.duplicate_wired",
        "Duplicate wit&h wires",
        "Edit",
        "clipboard.duplicate_wired",
        "Ctrl+Shift+D",
        1,
        canvas=True,
    ),
    Command("edit.delete", "&Delete", "Edit", "delete", "Del", 1, canvas=True),
    Command("edit.select_all", "Select &all", "Edit", "select_all", "Ctrl+A", 1, canvas=True),
    Command("edit.rename", "Re&name", "Edit", "rename", "F2", 1),
    Command("edit.add", "Add &layer…", "Edit", "search_layers", "Ctrl+L", 2),
    Command("edit.tidy", "&Tidy", "Edit", "tidy", "L", 3, canvas=True),
    Command("edit.straighten", "Strai&ghten", "Edit", "straighten", "Shift+L", 3, canvas=True),
    Command("view.fit", "&Fit", "View", "fit", "Home", canvas=True),
    Command("view.zoom_in", "Zoom &in", "View", "zoom_in", "Ctrl+="),
    Command("view.zoom_out", "Zoom &out", "View", "zoom_out", "Ctrl+-"),
    Command("view.zoom_reset", "Zoom to &100 %", "View", "zoom_reset", "Ctrl+0"),
    Command("view.back", "View &before", "View", "canvas.visited.back", "Alt+Left", 1, canvas=True),
    Command(
        "view.forward", "View &after", "View", "canvas.visited.forward", "Alt+Right", 1, canvas=True
    ),
    Command("view.minimap", "&Minimap", "View", "toggle_minimap", "Ctrl+Shift+M", 1),
    Command("view.problem", "Next &problem", "View", "next_problem", "F8", 1),
    Command("view.views", "&Training views", "View", "toggle_views", "F9", 1),
    Command("view.theme.system", "As the &system", "View/Theme", "theme_system", checkable=True),
    Command("view.theme.light", "&Light", "View/Theme", "theme_light", checkable=True),
    Command("view.theme.dark", "&Dark", "View/Theme", "theme_dark", checkable=True),
    Command("run.train", "&Train", "Run", "train", "F5"),
    Command("run.pause", "&Pause", "Run", "pause", "F6"),
    Command("run.stop", "&Stop", "Run", "stop", "Shift+F5"),
    Command("help.about", "&About nodegraph", "Help", "about"),
)


def build(window: MainWindow, bar: QMenuBar) -> dict[str, QAction]:
    """Makes every command an action of the window and puts it in its menu."""
    menus: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    last: dict[str, int] = {}
    for command in COMMANDS:
        menu = _menu(bar, menus, command.menu)
        if last.get(command.menu, command.group) != command.group:
            menu.addSeparator()
        last[command.menu] = command.group
        actions[command.name] = _action(window, command)
        menu.addAction(actions[command.name])
    return actions


def add_to_canvas(actions: Mapping[str, QAction], canvas: QWidget) -> None:
    """Gives the canvas the keys that work only there."""
    for command in COMMANDS:
        if command.canvas:
            canvas.addAction(actions[command.name])


def _action(window: MainWindow, command: Command) -> QAction:
    action = QAction(window.tr(command.text), window)
    action.setObjectName(command.name)
    action.setCheckable(command.checkable)
    if command.key:
        action.setShortcut(QKeySequence(command.key))
        action.setToolTip(f"{action.iconText()} ({action.shortcut().toString()})")
    if command.canvas:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def run(_checked: bool = False) -> None:
        reduce(getattr, command.slot.split("."), window)()  # type: ignore[operator]

    action.triggered.connect(run)
    if not command.canvas:
        window.addAction(action)
    return action


def _menu(bar: QMenuBar, menus: dict[str, QMenu], path: str) -> QMenu:
    if path not in menus:
        parent, _, title = path.rpartition("/")
        owner: QMenu | QMenuBar = _menu(bar, menus, parent) if parent else bar
        menu = QMenu(bar.tr(title), bar)
        menu.setObjectName(f"menu_{path.lower().replace('/', '_')}")
        menu.setAccessibleName(title)
        owner.addMenu(menu)
        menus[path] = menu
    return menus[path]
