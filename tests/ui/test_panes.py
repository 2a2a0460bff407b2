"""F6 goes round the panes, for those who use no mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

SHIFT = Qt.KeyboardModifier.ShiftModifier


def pane(window) -> str:
    focus = QApplication.focusWidget()
    editor = window.editor
    for name, part in (
        ("canvas", editor.canvas),
        ("inspector", editor.inspector),
        ("tabs", editor.tabs),
        ("views", editor.views),
        ("palette", editor.palette_panel),
    ):
        if part is focus or part.isAncestorOf(focus):
            return name
    return ""


def test_f6_goes_round_and_shift_f6_back(editor, qtbot) -> None:
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.workspace.select(["conv2"])
    editor.canvas.setFocus()
    went = [pane(editor)]
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        went.append(pane(editor))
    assert went == ["canvas", "inspector", "tabs", "views", "palette", "canvas"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
    assert pane(editor) == "palette"


def test_a_hidden_pane_is_passed_over(editor, qtbot) -> None:
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.editor.views.hide()
    editor.canvas.setFocus()
    QTest.keyClick(editor.canvas, Qt.Key.Key_F6, SHIFT)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
    assert pane(editor) == "tabs"
