"""Frames, notes and pins by the window's own keys, also while their words are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nodegraph.document.beside import Beside
from nodegraph.ui.window import MainWindow

KEY = Qt.Key


def test_a_frame_a_note_and_a_pin_are_made_by_keys_alone(editor: MainWindow) -> None:
    canvas, workspace = editor.canvas, editor.workspace
    canvas.setFocus()
    workspace.select({"conv1", "pool1"})
    QTest.keyClick(canvas, KEY.Key_C)
    QTest.keyClicks(canvas.frames.words.widget, "Cnp l")
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Return)
    assert [frame.title for frame in workspace.drawing.frames.values()] == ["Cnp l"]
    assert canvas.hasFocus()
    QTest.keyClick(canvas, KEY.Key_N)
    QTest.keyClicks(canvas.frames.words.widget, "Cnp")
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [note.text for note in workspace.drawing.notes.values()] == ["Cnp"]
    workspace.select({"conv1"})
    QTest.keyClick(canvas, KEY.Key_P)
    assert workspace.drawing.pins == {"conv1"}
    labels = [step.label for step in workspace.document.steps[1:]]
    assert labels == ["Framed 2 nodes as Cnp l", "Wrote a note", "Pinned conv1"]


def test_a_frame_is_found_folded_coloured_and_deleted_by_commands(editor: MainWindow) -> None:
    canvas, workspace = editor.canvas, editor.workspace
    workspace.select({"conv1", "pool1"})
    canvas.setFocus()
    QTest.keyClick(canvas, KEY.Key_C)
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Return)
    (key,) = workspace.drawing.frames
    workspace.select({"conv1"})
    for name in ("around", "fold", "fold", "colour.Linear", "content", "around"):
        editor.actions_by_name[f"edit.frame.{name}"].trigger()
    assert workspace.beside == Beside(frozenset({key}))
    assert workspace.drawing.frames[key].colour == "Linear"
    QTest.keyClick(canvas, KEY.Key_F2)
    QTest.keyClicks(canvas.frames.words.widget, "Stem")
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Return)
    assert workspace.drawing.frames[key].title == "Stem"
    QTest.keyClick(canvas, KEY.Key_Delete)
    assert not workspace.drawing.frames
    assert "conv1" in workspace.drawing.graph.nodes
