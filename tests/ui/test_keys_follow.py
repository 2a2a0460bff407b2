"""Who clicked beside the canvas and comes back to it with the mouse has its keys again.

The mouse acts on the window as on a desktop, so that Qt knows its buttons.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from nodegraph.document import edits
from nodegraph.graph import Port
from tests.ui.conftest import child

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(editor, qtbot):
    """The window on the SimpleCNN."""
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.canvas.setFocus()
    return editor


def click(window, widget: QWidget, at: QPoint | None = None) -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()  # of a test before: it would take the click
    QApplication.processEvents()  # it lies where it will be
    at = widget.mapTo(window, widget.rect().center() if at is None else at)
    QTest.mouseClick(window.windowHandle(), LEFT, pos=at)
    QApplication.processEvents()


def over_the_canvas(window) -> None:
    corner = window.canvas.viewport().mapTo(window, QPoint(30, 30))
    for way in range(3):
        QTest.mouseMove(window.windowHandle(), corner + QPoint(way, way))
        QApplication.processEvents()


def strike(window, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)
    QApplication.processEvents()


def test_after_a_click_on_a_list_that_drops_down_the_keys_come_back_with_the_pointer(page):
    page.workspace.select(["conv1"])
    box = child(page.editor.inspector, "setting_padding_mode", QComboBox)
    click(page, box)
    box.hidePopup()
    assert QApplication.focusWidget() is box
    over_the_canvas(page)
    strike(page, Qt.Key.Key_Tab)
    assert page.canvas.adding.is_open


def test_after_a_jump_in_the_history_too(page):
    page.workspace.select(["relu1"])
    page.canvas.delete_selection()
    page.editor.tabs.setCurrentWidget(page.editor.history)
    seen = page.editor.history
    click(page, seen.viewport(), seen.visualRect(seen.model().index(0, 0)).center())
    assert page.workspace.document.undo_label is None
    over_the_canvas(page)
    strike(page, Qt.Key.Key_K)
    assert page.canvas.lens.name == "weights"


def test_after_a_look_at_the_code_too(page):
    code = page.editor.code.findChild(QPlainTextEdit)
    click(page, code.viewport(), QPoint(40, 30))
    assert QApplication.focusWidget() is code
    over_the_canvas(page)
    strike(page, Qt.Key.Key_K)
    assert page.canvas.lens.name == "weights"


def test_code_that_was_selected_can_be_copied_wherever_the_pointer_is(page):
    code = page.editor.code.findChild(QPlainTextEdit)
    click(page, code.viewport(), QPoint(40, 30))
    code.selectAll()
    over_the_canvas(page)
    assert QApplication.focusWidget() is code


def test_a_field_that_was_clicked_keeps_the_keys(page):
    page.workspace.select(["fc1"])
    field = child(page.editor.inspector, "setting_out_features", QLineEdit)
    click(page, field)
    assert QApplication.focusWidget() is field
    over_the_canvas(page)
    assert QApplication.focusWidget() is field


def test_no_pointer_takes_them_from_who_came_by_keys(page):
    strike(page, Qt.Key.Key_F6)
    there = QApplication.focusWidget()
    assert not page.canvas.isAncestorOf(there)
    assert there is not page.canvas
    over_the_canvas(page)
    assert QApplication.focusWidget() is there


def broken(page) -> None:
    drawing = edits.delete(page.workspace.drawing, ["flat"])
    drawing = edits.connect(drawing, Port("relu2", "output"), Port("fc1", "input"))
    page.workspace.do("Deleted flat", drawing)
    QApplication.processEvents()


def test_a_cure_at_its_node_leaves_them_to_the_canvas(page):
    page.canvas.zoom_reset()
    broken(page)
    page.canvas.show_node("fc1")
    QApplication.processEvents()
    click(page, child(page.canvas.advice.card, "fix_1", QPushButton))
    assert page.workspace.document.undo_label == "Inserted Flatten"
    assert page.canvas.hasFocus()


def test_a_cure_in_the_list_leaves_them_to_the_list(page):
    page.editor.tabs.setCurrentWidget(page.editor.problems)
    broken(page)
    click(page, child(page.editor.problems.cards[0], "fix_0", QPushButton))
    assert page.workspace.document.undo_label == "Inserted Flatten"
    assert page.editor.problems.hasFocus()


def strike_at_window(window, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifiers)
    QApplication.processEvents()


def test_ctrl_z_takes_back_a_value_that_was_just_typed_and_redo_brings_it(page):
    page.workspace.select(["fc1"])
    field = child(page.editor.inspector, "setting_out_features", QLineEdit)
    click(page, field)
    field.selectAll()
    QTest.keyClicks(field, "77")
    strike(page, Qt.Key.Key_Return)
    assert page.workspace.document.undo_label == "Set fc1 out_features to 77"
    strike_at_window(page, Qt.Key.Key_Z, CTRL)
    assert page.workspace.document.undo_label is None
    assert field.text() == "128"
    strike_at_window(page, Qt.Key.Key_Z, CTRL | SHIFT)
    assert field.text() == "77"
    assert page.workspace.document.undo_label == "Set fc1 out_features to 77"


def test_while_a_value_is_typed_ctrl_z_is_about_what_is_typed(page):
    page.workspace.select(["relu1"])
    page.canvas.delete_selection()
    page.workspace.select(["fc1"])
    field = child(page.editor.inspector, "setting_out_features", QLineEdit)
    click(page, field)
    field.selectAll()
    QTest.keyClicks(field, "77")
    strike_at_window(page, Qt.Key.Key_Z, CTRL)
    assert field.text() == "128"
    assert page.workspace.document.undo_label == "Deleted relu1"
