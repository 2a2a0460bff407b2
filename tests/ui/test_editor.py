"""The keys go from the canvas to the name or the inspector, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nodegraph.ui.window import MainWindow
from tests.ui.conftest import child

KEYS = Qt.Key


@pytest.fixture(autouse=True)
def awake(editor: MainWindow, qtbot: QtBot) -> None:
    """The window is in front, and its canvas has the keys."""
    editor.activateWindow()
    qtbot.waitActive(editor)
    editor.canvas.setFocus()


def strike(key: Qt.Key) -> None:
    """A key, to whatever has the keys."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_f2_on_the_canvas_edits_the_name_there(editor: MainWindow) -> None:
    editor.workspace.select({"conv1"})
    strike(KEYS.Key_F2)
    line = child(editor.canvas.viewport(), "canvas_name", QLineEdit)
    assert line.hasFocus()
    QTest.keyClicks(line, "stem")
    strike(KEYS.Key_Return)
    assert editor.workspace.document.undo_label == "Renamed conv1 to stem"
    assert editor.canvas.hasFocus()


def test_f2_with_no_node_edits_the_name_of_the_drawing(editor: MainWindow) -> None:
    strike(KEYS.Key_F2)
    assert QApplication.focusWidget() is editor.inspector.form.name


def test_enter_goes_to_the_first_setting_and_escape_back(editor: MainWindow) -> None:
    editor.workspace.select({"conv1"})
    strike(KEYS.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line is editor.inspector.form.first_field()
    QTest.keyClicks(line, "77")
    before = editor.workspace.drawing
    strike(KEYS.Key_Escape)
    assert editor.canvas.hasFocus()
    assert editor.workspace.drawing is before
    assert editor.workspace.selection == {"conv1"}


def test_a_node_without_settings_gives_the_keys_to_its_name(editor: MainWindow) -> None:
    editor.workspace.select({"relu1"})
    strike(KEYS.Key_Return)
    assert QApplication.focusWidget() is editor.inspector.form.name
    strike(KEYS.Key_Escape)
    assert editor.canvas.hasFocus()


def test_a_double_click_on_a_nodes_body_goes_to_its_settings(editor: MainWindow) -> None:
    canvas = editor.canvas
    canvas.zoom_at(canvas.node_rect("conv1").center().toPointF(), 1 / canvas.zoom)
    at = canvas.node_rect("conv1").center() + QPoint(10, -12)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editor.workspace.selection == {"conv1"}
    assert QApplication.focusWidget() is editor.inspector.form.first_field()


def test_what_is_typed_on_the_canvas_goes_with_a_commands_key(editor: MainWindow) -> None:
    editor.canvas.fields.edit_setting("conv1", "out_channels")
    QTest.keyClicks(QApplication.focusWidget(), "40")
    strike(KEYS.Key_F8)
    assert editor.workspace.document.undo_label == "Set conv1 out_channels to 40"
