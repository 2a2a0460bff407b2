"""Every command in one list: found by letters, done by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.commands.palette import CommandPalette
from tests.ui.conftest import child

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(editor, qtbot) -> CommandPalette:
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.canvas.setFocus()
    return reopened(editor)


def reopened(window) -> CommandPalette:
    QTest.keyClick(window.canvas, Key.Key_P, CONTROL)
    return [p for p in window.findChildren(CommandPalette) if p.isVisible()][-1]


def texts(palette: CommandPalette) -> list[str]:
    return [row.text for row in palette.listed.rows]


def test_it_lists_every_command_with_its_menu_and_its_key(palette) -> None:
    rows = {row.command.name: row for row in palette.listed.rows}
    assert rows.keys() == {command.name for command in COMMANDS}
    assert rows["edit.tidy"].key == "L"
    assert rows["edit.tidy"].menu == "Arrange"
    assert rows["view.theme.dark"].text == "Theme: Dark"
    assert rows["view.theme.dark"].menu == "View › Theme"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tidy", "edit.tidy"),
        ("zoom", "view.zoom_in"),
        ("zo", "view.zoom_in"),
        ("inv", "edit.select.others"),
        ("same set", "edit.select.same_settings"),
        ("dark", "view.theme.dark"),
        ("edit.tidy", "edit.tidy"),
    ],
)
def test_letters_find_as_they_find_layers(palette, typed, first) -> None:
    QTest.keyClicks(palette.field, typed)
    assert palette.row().command.name == first


def test_enter_does_it_and_the_canvas_has_the_keys_again(palette, editor) -> None:
    QTest.keyClicks(palette.field, "select all")
    QTest.keyClick(palette.field, Key.Key_Return)
    assert editor.workspace.selection == editor.workspace.drawing.graph.nodes.keys()
    assert not palette.isVisible()
    assert editor.canvas.hasFocus()


def test_arrows_choose_and_a_click_does_it(palette, editor) -> None:
    QTest.keyClicks(palette.field, "zoom")
    QTest.keyClick(palette.field, Key.Key_Down)
    assert palette.row().command.name == "view.zoom_out"
    QTest.keyClick(palette.field, Key.Key_Up)
    before = editor.canvas.zoom
    at = palette.list.visualRect(palette.listed.index(0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editor.canvas.zoom > before


def test_what_cannot_be_done_now_is_dim_and_does_nothing(palette, editor) -> None:
    QTest.keyClicks(palette.field, "redo")
    assert palette.row().command.name == "edit.redo"
    assert not palette.row().enabled
    QTest.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()
    assert editor.workspace.document.at == 0


def test_the_commands_asked_for_last_come_first(palette, editor) -> None:
    QTest.keyClicks(palette.field, "tidy")
    QTest.keyClick(palette.field, Key.Key_Return)
    assert reopened(editor).row().command.name == "edit.tidy"


def test_escape_and_a_click_beside_it_change_nothing(palette, editor) -> None:
    drawing = editor.workspace.drawing
    QTest.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()
    assert editor.canvas.hasFocus()
    again = reopened(editor)
    QTest.mouseClick(editor.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert not again.isVisible()
    assert editor.workspace.drawing is drawing


def test_it_opens_on_the_start_page_too(window, qtbot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Key.Key_P, CONTROL)
    palette = child(window, "command_palette")
    enabled = {row.command.name for row in palette.listed.rows if row.enabled}
    assert "file.open" in enabled
    assert "edit.tidy" not in enabled
    QTest.keyClick(palette.field, Key.Key_Escape)
