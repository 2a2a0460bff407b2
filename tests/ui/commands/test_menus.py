"""Where a command is looked for: it stands once, in its subject's menu, with its own letter."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.window import MainWindow


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def every_menu(window: MainWindow) -> list[QMenu]:
    found = [action.menu() for action in window.menuBar().actions()]
    for menu in found:
        found += [action.menu() for action in menu.actions() if action.menu() is not None]
    return found


def test_the_menus_stand_in_the_order_of_every_editor(editor: MainWindow) -> None:
    titles = [action.text() for action in editor.menuBar().actions()]
    assert titles == [
        "&File", "&Edit", "&Select", "&Node", "&Arrange", "&View", "&Run", "&Window", "&Help",
    ]  # fmt: skip


def test_a_command_stands_in_one_place_of_one_menu(editor: MainWindow) -> None:
    placed = Counter(
        action.objectName()
        for menu in every_menu(editor)
        for action in entries(menu)
        if action.menu() is None and action.objectName()
    )
    assert placed == Counter(command.name for command in COMMANDS)


def test_what_lays_nodes_out_is_in_arrange_and_what_is_of_a_node_in_node(
    editor: MainWindow,
) -> None:
    menus = {command.name: command.menu for command in COMMANDS}
    assert {menus[f"edit.{name}"] for name in ("tidy", "straighten", "level", "pin")} == {"Arrange"}
    for name in ("add", "replace", "bypass", "disable", "collapse", "trim", "join"):
        assert menus[f"edit.{name}"] == "Node"


def test_no_two_entries_of_a_menu_share_a_letter(editor: MainWindow) -> None:
    for menu in every_menu(editor):
        texts = [action.text().replace("&&", "") for action in entries(menu)]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert max(letters.values(), default=1) == 1, (menu.title(), texts)


def test_lines_part_groups_and_no_menu_begins_or_ends_with_one(editor: MainWindow) -> None:
    for menu in every_menu(editor):
        lines = [action.isSeparator() for action in menu.actions()]
        if lines:
            assert not lines[0]
            assert not lines[-1]
            assert (True, True) not in pairwise(lines)


def test_no_two_entries_of_a_menu_are_called_the_same(editor: MainWindow) -> None:
    for menu in every_menu(editor):
        texts = Counter(action.text().replace("&", "") for action in entries(menu))
        assert max(texts.values(), default=1) == 1, (menu.title(), texts)


def test_recent_files_stand_beside_open(editor: MainWindow) -> None:
    file = next(menu for menu in every_menu(editor) if menu.objectName() == "menu_file")
    first = [action.text() for action in file.actions()[:3]]
    assert first == ["&New", "&Open…", "Open recent"]


def test_how_things_look_is_parted_from_where_one_looks(editor: MainWindow) -> None:
    view = next(menu for menu in every_menu(editor) if menu.objectName() == "menu_view")
    texts = [action.text() for action in view.actions()[-7:]]
    assert texts == ["", "Cost lens", "Wires", "", "Theme", "Language", "Motion"]
