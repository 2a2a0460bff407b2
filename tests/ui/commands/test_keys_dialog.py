"""Another key for a command, by pressing it; and that it holds everywhere at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from nodegraph.ui.commands.keys_dialog import KeysDialog
from nodegraph.ui.commands.overlay import groups
from nodegraph.ui.commands.rows import rows
from nodegraph.ui.window import MainWindow
from tests.ui.canvas.pointer import Hand
from tests.ui.conftest import child

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(editor):
    editor.actions_by_name["settings.keys"].trigger()
    return child(editor, "keys_dialog")


def choose(dialog: KeysDialog, query: str) -> None:
    dialog.search.clear()
    QTest.keyClicks(dialog.search, query)


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_key_holds_at_once_and_everywhere(dialog, editor, qtbot) -> None:
    choose(dialog, "tidy")
    QTest.keyClick(dialog.field, Key.Key_F4)
    assert "Nobody" in dialog.told.text()
    press(dialog.give)
    action = editor.actions_by_name["edit.tidy"]
    assert [key.toString() for key in action.shortcuts()] == ["F4"]
    assert action.toolTip() == "Tidy (F4)"
    assert child(editor, "button_edit.tidy", QToolButton).toolTip() == "Tidy (F4)"
    keys = editor.guide.keys
    [row] = [r for r in rows(editor.actions_by_name, keys) if r.command.name == "edit.tidy"]
    assert row.key == "F4"
    told = [line for group in groups(keys, editor.actions_by_name) for line in group.lines]
    assert ("F4", "Tidy") in told
    assert not [line for line in told if line[0] == "L"]
    dialog.close()
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.canvas.setFocus()
    QTest.keyClick(editor.canvas, Key.Key_L)
    assert editor.workspace.document.at == 0
    QTest.keyClick(editor.canvas, Key.Key_F4)
    assert editor.workspace.document.at == 1


def test_after_a_key_was_given_the_next_press_takes_none_away(dialog, editor, qtbot) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    choose(dialog, "tidy")
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Key.Key_F4)
    press(dialog.give)
    assert dialog.list.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert [key.toString() for key in editor.actions_by_name["edit.tidy"].shortcuts()] == ["F4"]
    press(dialog.restore)
    assert dialog.list.hasFocus()


def test_the_empty_canvas_names_the_key_that_adds(dialog, editor) -> None:
    hint = child(editor, "canvas_empty")
    assert hint.text() == "Drop a layer here, or press Tab"
    choose(dialog, "add layer")
    QTest.keyClick(dialog.field, Key.Key_F4)
    press(dialog.give)
    assert hint.text() == "Drop a layer here, or press F4"
    press(dialog.none)
    assert hint.text() == "Drop a layer here"


def test_a_conflict_is_named_before_the_key_changes_hands(dialog, editor) -> None:
    choose(dialog, "tidy")
    QTest.keyClick(dialog.field, Key.Key_D, CONTROL)
    assert dialog.told.text() == "Ctrl+D is the key of Duplicate, which would go without it."
    assert editor.guide.keys.of("edit.duplicate") == ("Ctrl+D",)
    press(dialog.give)
    assert editor.guide.keys.of("edit.duplicate") == ()
    press(dialog.restore)
    assert editor.guide.keys.of("edit.duplicate") == ("Ctrl+D",)
    assert editor.guide.keys.of("edit.tidy") == ("L",)


@pytest.mark.parametrize(
    ("key", "modifiers", "spelled"),
    [
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "Tab"),
        (Key.Key_Backtab, SHIFT, "Shift+Tab"),
        (Key.Key_Question, SHIFT, "?"),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier, "Return"),
        (Key.Key_A, CONTROL | SHIFT, "Ctrl+Shift+A"),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "Del"),
    ],
)
def test_any_key_can_be_pressed(dialog, key, modifiers, spelled) -> None:
    QTest.keyClick(dialog.field, key, modifiers)
    assert dialog.field.text() == spelled


def test_escape_leaves_and_is_nobodys_key(dialog) -> None:
    QTest.keyClick(dialog.field, Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_command_can_go_without_a_key(dialog, editor) -> None:
    choose(dialog, "tidy")
    press(dialog.none)
    assert editor.actions_by_name["edit.tidy"].shortcuts() == []
    assert editor.actions_by_name["edit.tidy"].toolTip() == "Tidy"


def test_a_preset_changes_keys_and_mouse(dialog, editor, settings) -> None:
    dialog.preset.setCurrentIndex(dialog.preset.findData("blender"))
    dialog.preset.activated.emit(dialog.preset.currentIndex())
    assert editor.actions_by_name["edit.delete"].shortcut().toString() == "X"
    assert editor.canvas.mouse.wheel == "zoom"
    assert dialog.wheel.currentData() == "zoom"
    dialog.wheel.setCurrentIndex(dialog.wheel.findData("pan"))
    dialog.wheel.activated.emit(dialog.wheel.currentIndex())
    assert editor.canvas.mouse.wheel == "pan"
    press(child(dialog, "keys_restore_all"))
    assert editor.canvas.mouse.wheel == "zoom"


def test_a_new_start_has_the_keys_that_were_chosen(dialog, editor, settings, qtbot) -> None:
    choose(dialog, "tidy")
    QTest.keyClick(dialog.field, Key.Key_F4)
    press(dialog.give)
    other = MainWindow(settings)
    qtbot.addWidget(other)
    assert other.actions_by_name["edit.tidy"].toolTip() == "Tidy (F4)"


def test_every_window_takes_the_key(dialog, editor) -> None:
    other: MainWindow = editor.new_window()
    choose(dialog, "tidy")
    QTest.keyClick(dialog.field, Key.Key_F4)
    press(dialog.give)
    assert other.actions_by_name["edit.tidy"].shortcut().toString() == "F4"
    other.end()


def test_a_tooltip_tells_the_command_and_not_the_step_it_stands_for(dialog, editor) -> None:
    editor.workspace.select(["conv2"])
    editor.canvas.delete_selection()
    assert editor.actions_by_name["edit.undo"].text() == "Undo: Deleted conv2"
    choose(dialog, "undo")
    QTest.keyClick(dialog.field, Key.Key_F4)
    press(dialog.give)
    assert editor.actions_by_name["edit.undo"].toolTip() == "Undo (F4)"
    assert editor.page.status.last.text() == "Deleted conv2 · Ctrl+Z to undo"
    editor.workspace.select(["conv1"])
    editor.canvas.delete_selection()
    assert editor.page.status.last.text() == "Deleted conv1 · F4 to undo"


def test_the_palette_and_the_sheet_speak_the_chosen_language(editor) -> None:
    """Tooltips too, with the keys that hold."""
    editor.windows.set_language("zh_CN")
    try:
        keys = editor.guide.keys
        [row] = [r for r in rows(editor.actions_by_name, keys) if r.command.name == "edit.tidy"]
        assert not row.text.isascii()
        assert "&" not in row.text
        assert "(" not in row.text
        assert editor.actions_by_name["edit.tidy"].toolTip() == f"{row.text} (L)"
        assert not groups(keys, editor.actions_by_name)[0].title.isascii()
    finally:
        editor.windows.set_language("en")
    assert editor.actions_by_name["edit.tidy"].toolTip() == "Tidy (L)"


# The strokes of the mouse


def do(dialog: KeysDialog, button, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(dialog.field, button, held)


def listed(dialog: KeysDialog) -> dict[str, str]:
    items = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    return {item.text(0): item.text(2) for item in items}


def test_every_stroke_is_listed_with_its_way(dialog) -> None:
    choose(dialog, "")
    told = listed(dialog)
    assert told["Pan over anything"] == "Middle drag"
    assert told["Move a copy"] == "Alt+drag"
    assert told["Cut wires; Shift: add dots, Alt: disable"] == "Ctrl+right drag"
    assert told["Pan sideways"] == "Shift+wheel"
    assert told["Add to what is selected"] == "Shift+click"


def test_a_stroke_is_changed_by_doing_it_and_holds_at_once_and_after_a_new_start(
    dialog, editor, settings, qtbot
) -> None:
    choose(dialog, "move a copy")
    do(dialog, Qt.MouseButton.MiddleButton, CONTROL)
    assert dialog.field.text() == "Ctrl+middle drag"
    assert dialog.told.text() == "Nobody has Ctrl+middle drag yet."
    press(dialog.give)
    assert listed(dialog)["Move a copy"] == "Ctrl+middle drag"
    told = [line for g in groups(editor.guide.keys, editor.actions_by_name) for line in g.lines]
    assert ("Ctrl+middle drag", "Move a copy") in told
    canvas = editor.canvas
    hand, start = Hand(canvas), canvas.node_rect("conv1").bottomLeft() + QPoint(20, -5)
    hand.drag(start, start + QPoint(0, 90), Qt.MouseButton.MiddleButton, CONTROL)
    assert editor.workspace.document.undo_label.startswith("Duplicated")
    other = MainWindow(settings)
    qtbot.addWidget(other)
    assert other.guide.keys.of("mouse.copy") == ("Ctrl+middle",)
    assert other.canvas.ways.meant(Qt.MouseButton.MiddleButton, CONTROL, "node").stroke == (
        "mouse.copy"
    )


def test_a_clash_of_strokes_is_said_by_name(dialog, editor) -> None:
    keys = editor.guide.keys
    choose(dialog, "add to what is selected")
    do(dialog, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    assert dialog.told.text() == (
        "Alt+click is the key of Select wires with a rectangle, Move a copy, Take wires away,"
        " which would go without it."
    )
    press(dialog.give)
    assert keys.of("mouse.copy") == keys.of("mouse.cut") == ()
    press(dialog.restore)
    assert keys.of("mouse.copy") == keys.of("mouse.cut") == ("Alt+left",)


def test_strokes_at_different_places_have_one_way_in_peace(dialog, editor) -> None:
    choose(dialog, "select with a rectangle")
    do(dialog, Qt.MouseButton.LeftButton, SHIFT | CONTROL)
    assert "Take out of what is selected" in dialog.told.text()
    choose(dialog, "move a copy")
    do(dialog, Qt.MouseButton.LeftButton, SHIFT | CONTROL)
    assert "Nobody" in dialog.told.text()


def test_the_plain_press_and_the_plain_wheel_are_given_to_nobody(dialog, editor) -> None:
    choose(dialog, "move a copy")
    do(dialog, Qt.MouseButton.LeftButton)
    assert dialog.told.text() == "Drag keeps its meaning: hold a key with it."
    assert not dialog.give.isEnabled()
    choose(dialog, "pan sideways")
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(dialog.field.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog.field, turned)
    assert dialog.told.text() == (
        "Ctrl+wheel is the key of Zoom at the pointer, which would go without it."
    )


def test_one_press_gives_ctrl_and_alt_for_alt_to_desktops_that_take_it(dialog, editor) -> None:
    keys = editor.guide.keys
    choose(dialog, "move a copy")
    assert "desktop takes Alt" in dialog.told.text()
    press(dialog.spare_alt)
    assert not dialog.spare_alt.isEnabled()
    for name in ("mouse.copy", "mouse.cut", "mouse.marquee_wires"):
        assert keys.of(name) == ("Ctrl+Alt+left",)
    canvas = editor.canvas
    hand, start = Hand(canvas), canvas.node_rect("conv1").bottomLeft() + QPoint(20, -5)
    hand.drag(
        start,
        start + QPoint(0, 90),
        Qt.MouseButton.LeftButton,
        CONTROL | Qt.KeyboardModifier.AltModifier,
    )
    assert editor.workspace.document.undo_label.startswith("Duplicated")
    press(child(dialog, "keys_restore_all"))
    assert keys.of("mouse.copy") == ("Alt+left",)
    assert dialog.spare_alt.isEnabled()


def test_keys_and_strokes_never_take_from_each_other(dialog, editor) -> None:
    """ "Alt+Left" the key goes back; "Alt+left" the stroke copies."""
    keys = editor.guide.keys
    choose(dialog, "move a copy")
    QTest.keyClick(dialog.field, Key.Key_F4)
    assert dialog.field.text() == ""
    assert keys.holders("Alt+left", "mouse.knife") == ["mouse.marquee_wires", "mouse.copy"]
    assert keys.holders("Alt+Left", "edit.tidy") == ["view.back"]


def test_the_rows_are_as_high_as_their_style_has_them(dialog):
    words = dialog.list.fontMetrics().height()
    assert dialog.list.visualItemRect(dialog.list.topLevelItem(0)).height() >= words + 10
