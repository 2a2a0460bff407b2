"""F6 goes round the panes, for those who use no mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


@pytest.mark.parametrize(("key", "panel"), [("O", "outline"), ("H", "history")])
def test_a_panel_that_was_asked_for_by_key_is_left_by_it_and_by_escape(
    editor, qtbot, key, panel
) -> None:
    with qtbot.waitActive(editor):
        editor.activateWindow()
    shown = getattr(editor.editor, panel)
    both = CTRL | SHIFT
    editor.canvas.setFocus()
    QTest.keyClick(editor.canvas, getattr(Qt.Key, f"Key_{key}"), both)
    assert shown.isVisible()
    assert shown.hasFocus()
    QTest.keyClick(shown, getattr(Qt.Key, f"Key_{key}"), both)
    assert shown.isVisible()
    assert editor.canvas.hasFocus()
    QTest.keyClick(editor.canvas, getattr(Qt.Key, f"Key_{key}"), both)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert editor.canvas.hasFocus()


@pytest.mark.parametrize("panel", ["outline", "history", "problems"])
def test_from_the_lists_beside_nodes_are_selected_copied_and_pasted(editor, qtbot, panel) -> None:
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.editor.show_panel(getattr(editor.editor, panel))
    focus = QApplication.focusWidget()
    assert pane(editor) == "tabs"
    QTest.keyClick(focus, Qt.Key.Key_A, CTRL)
    assert len(editor.workspace.selection) == 12
    QTest.keyClick(focus, Qt.Key.Key_C, CTRL)
    assert editor.workspace.drawing is editor.workspace.document.settled
    QTest.keyClick(focus, Qt.Key.Key_V, CTRL)
    assert len(editor.workspace.drawing.graph.nodes) == 24
    QTest.keyClick(focus, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(focus, Qt.Key.Key_A, CTRL | SHIFT)
    assert not editor.workspace.selection


def test_hiding_the_views_gives_their_keys_to_the_canvas_and_showing_them_takes_none(
    editor, qtbot
) -> None:
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.run_panel.fields["epochs"].widget.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    assert not editor.editor.views.isVisible()
    assert editor.canvas.hasFocus()
    QTest.keyClick(editor.canvas, Qt.Key.Key_F9)
    assert editor.editor.views.isVisible()
    assert editor.canvas.hasFocus()
    QTest.keyClick(editor.canvas, Qt.Key.Key_M, CTRL | SHIFT)
    assert editor.canvas.hasFocus()
