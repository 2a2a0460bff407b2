"""Views kept under a number: in the file, and no step of undo."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from nodegraph.document import load

Key = Qt.Key
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def press(canvas, qtbot, key, modifiers=PLAIN) -> None:
    with qtbot.waitActive(canvas):
        canvas.activateWindow()
    canvas.setFocus()
    QTest.keyClick(canvas, key, modifiers)


def test_control_and_a_number_keep_a_view_and_the_number_shows_it(
    canvas, qtbot, said, steps
) -> None:
    canvas.zoom_at(QPointF(200, 200), 0.5)
    there = canvas.view
    press(canvas, qtbot, Key.Key_3, CONTROL)
    canvas.scroll_by(900, 300)
    canvas.zoom_at(QPointF(10, 10), 3)
    away = canvas.view
    press(canvas, qtbot, Key.Key_3)
    assert canvas.view.is_near(there)
    assert said == ["Kept this view as 3"]
    assert steps() == []
    canvas.visited.back()
    assert canvas.view.is_near(away)


def test_a_number_without_a_view_says_so_and_stays(canvas, qtbot, said) -> None:
    before = canvas.view
    press(canvas, qtbot, Key.Key_7)
    assert said == ["No view is kept as 7"]
    assert canvas.view == before


def test_a_kept_view_is_in_the_file_and_no_undo_takes_it_back(canvas, qtbot, tmp_path) -> None:
    """It is no step, but the file lacks it: the drawing says so until it is saved."""
    workspace = canvas.workspace
    workspace.save(tmp_path / "a.nodegraph")
    canvas.workspace.select({"conv1"})
    canvas.delete_selection()
    press(canvas, qtbot, Key.Key_1, CONTROL)
    assert workspace.document.undo_label == "Deleted conv1"
    workspace.document.undo()
    assert 1 in workspace.drawing.bookmarks
    assert workspace.document.dirty
    workspace.save(tmp_path / "a.nodegraph")
    assert not workspace.document.dirty
    kept = load(tmp_path / "a.nodegraph").bookmarks[1]
    assert kept.is_near(workspace.drawing.bookmarks[1])


def test_the_same_view_again_leaves_the_drawing_saved(canvas, qtbot, tmp_path) -> None:
    press(canvas, qtbot, Key.Key_1, CONTROL)
    canvas.workspace.save(tmp_path / "a.nodegraph")
    press(canvas, qtbot, Key.Key_1, CONTROL)
    assert not canvas.workspace.document.dirty
