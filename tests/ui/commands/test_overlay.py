"""The sheet of keys is made from the declarations, and from nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from nodegraph.document import edits
from nodegraph.ui.commands.keys import native
from nodegraph.ui.commands.overlay import groups
from nodegraph.ui.mouse import Mouse
from nodegraph.ui.strokes import strokes
from tests.ui.conftest import child

Key = Qt.Key


@pytest.fixture
def sheet(editor, qtbot):
    editor.resize(1600, 1000)
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.canvas.setFocus()
    QTest.keyClick(editor.canvas, Key.Key_Question)
    return child(editor, "shortcut_overlay")


def test_every_key_of_every_command_stands_on_it(sheet, editor) -> None:
    keys = editor.guide.keys
    told = " ".join(key for group in sheet.groups for key, _ in group.lines)
    for name in editor.actions_by_name:
        for key in keys.of(name):
            assert native(key).rpartition("+")[2][:1] in told or "↑" in told, (name, key)
    lines = {text for group in sheet.groups for _, text in group.lines}
    assert {"Tidy", "Go to a view that was kept", "Nudge the selection"} <= lines


def test_it_names_the_commands_and_not_what_they_would_do_now(editor) -> None:
    editor.workspace.do("Deleted flat", edits.delete(editor.workspace.drawing, ["flat"]))
    told = {
        text
        for group in groups(editor.guide.keys, editor.actions_by_name)
        for _, text in group.lines
    }
    assert "Undo" in told
    assert "Undo: Deleted flat" not in told


def test_the_gestures_of_the_mouse_stand_on_it_as_it_is_set(sheet, editor) -> None:
    told = {line for group in sheet.groups for line in group.lines}
    ways = {(how, what) for hows, what in told for how in hows.split(", ")} | told
    assert {(one.how, one.what) for one in strokes(Mouse()) if one.how} <= ways
    assert {("Middle drag", "Pan over anything"), ("Alt+drag", "Move a copy")} <= ways
    assert ("Ctrl+wheel, Pinch", "Zoom at the pointer") in told
    assert {("Right drag", "Pan from where nothing is"), ("Shift+wheel", "Pan sideways")} <= told
    keys = editor.guide.keys
    keys.choose_mouse(Mouse("pan"))
    keys.assign("mouse.pan", "")
    keys.assign("mouse.copy", "Ctrl+middle")
    told = {line for group in groups(keys, editor.actions_by_name) for line in group.lines}
    assert ("Wheel", "Pan") in told
    assert ("Ctrl+middle drag", "Move a copy") in told
    assert ("Space and drag", "Pan over anything") in told


def test_all_is_read_in_one_glance(sheet) -> None:
    area = child(sheet, "shortcut_sheet", QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0
    columns = [c for c in sheet.findChildren(QLabel) if c.objectName().startswith("shortcut_col")]
    assert len(columns) == 4


def test_where_the_window_is_small_keys_scroll_it(editor, qtbot) -> None:
    editor.resize(1000, 600)
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.canvas.setFocus()
    QTest.keyClick(editor.canvas, Key.Key_Question)
    sheet = child(editor, "shortcut_overlay")
    bar = child(sheet, "shortcut_sheet", QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(sheet, Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(sheet, Key.Key_Up)
    assert sheet.isVisible()


@pytest.mark.parametrize("how", ["escape", "same key", "click"])
def test_any_key_or_click_ends_it_and_does_nothing_else(sheet, editor, how) -> None:
    if how == "click":
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    else:
        QTest.keyClick(sheet, Key.Key_Escape if how == "escape" else Key.Key_Question)
    assert not sheet.isVisible()
    assert editor.canvas.hasFocus()


def test_it_stays_over_the_window_as_that_grows(sheet, editor) -> None:
    editor.resize(1500, 900)
    assert sheet.size() == editor.size()
