"""The editor of a note stands on the note, inside the view, wherever the note lies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from nodegraph.document import Box
from nodegraph.document import beside as beside_edits
from nodegraph.ui.canvas import Canvas
from tests.ui.canvas.pointer import Hand


def noted(canvas: Canvas, box: Box) -> str:
    drawing, key = beside_edits.add_note(canvas.workspace.drawing, "why", box)
    canvas.workspace.do("Wrote a note", drawing)
    return key


@pytest.mark.parametrize(("right", "down"), [(-60, 200), (-60, -40), (200, -40), (900, 300)])
def test_the_editor_of_a_note_at_the_edge_stands_on_it_inside_the_view(
    canvas: Canvas, right: int, down: int
) -> None:
    view = canvas.visible_area()
    x = view.left() + right if right >= 0 else view.right() + right
    y = view.top() + down if down >= 0 else view.bottom() + down
    key = noted(canvas, Box(x, y, 200, 104))
    canvas.frames.edit_note(key)
    editor = canvas.frames.words.widget
    assert editor is not None
    note = canvas.mapFromScene(canvas.graph_scene.ground.notes[key].area).boundingRect()
    assert canvas.viewport().rect().contains(editor.geometry())
    assert note.adjusted(-2, -2, 2, 2).contains(editor.geometry())


def test_a_note_that_is_seen_well_is_written_without_moving_the_camera(canvas: Canvas) -> None:
    view = canvas.visible_area()
    key = noted(canvas, Box(view.left() + 300, view.top() + 300, 200, 104))
    canvas.frames.edit_note(key)
    assert canvas.visible_area() == view


def test_a_new_note_at_the_edge_comes_wholly_into_view(canvas: Canvas, hand: Hand) -> None:
    room, view = canvas.viewport().rect(), canvas.visible_area()
    corner = QPoint(room.right() - 6, room.bottom() - 6)
    hand.move(corner)
    canvas.frames.note()
    QTest.keyClicks(canvas.frames.words.widget, "here")
    canvas.frames.words.leave()
    (note,) = canvas.workspace.drawing.notes.values()
    assert canvas.visible_area() == view
    assert view.adjusted(-8, -8, 8, 8).contains(note.box.x, note.box.y)
    assert view.adjusted(-8, -8, 8, 8).contains(note.box.x + 200, note.box.y + 120)


def test_a_command_of_a_key_alone_takes_the_words_first(canvas: Canvas) -> None:
    view = canvas.visible_area()
    key = noted(canvas, Box(view.left() + 300, view.top() + 300, 200, 104))
    canvas.frames.edit_note(key)
    QTest.keyClicks(canvas.frames.words.widget, "here")
    QTest.keyClick(canvas.frames.words.widget, Qt.Key.Key_F5)
    assert canvas.workspace.drawing.notes[key].text == "here"
    assert canvas.frames.words.widget is None


def test_words_stay_where_they_are_when_a_note_is_opened(canvas: Canvas) -> None:
    canvas.zoom_reset()
    view = canvas.visible_area()
    key = noted(canvas, Box(round(view.left()) + 300, round(view.top()) + 300, 200, 104))
    canvas.workspace.select([])
    area = canvas.mapFromScene(canvas.graph_scene.ground.notes[key].area).boundingRect()
    painted = _ink(canvas.viewport().grab(area).toImage())
    canvas.frames.edit_note(key)
    editor = canvas.frames.words.widget
    assert isinstance(editor, QPlainTextEdit)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    away = editor.geometry().topLeft() - area.topLeft()
    typed = _ink(editor.grab().toImage()) + away
    assert (typed - painted).manhattanLength() <= 3


def _ink(drawn: QImage) -> QPoint:
    """Where the words begin, inside the edge: to the left, and at the top."""
    ground = drawn.pixelColor(drawn.width() // 2, drawn.height() - 12).lightness()
    inked = [
        (x, y)
        for x in range(4, drawn.width() - 4)
        for y in range(4, drawn.height() - 4)
        if abs(drawn.pixelColor(x, y).lightness() - ground) > 60
    ]
    return QPoint(min(x for x, _ in inked), min(y for _, y in inked))
