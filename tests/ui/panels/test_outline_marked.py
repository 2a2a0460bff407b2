"""Frames and notes are rows of the outline: selected, renamed and deleted from there (T-29)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nodegraph.document import Box, edits, frames
from nodegraph.document import beside as beside_edits
from nodegraph.document.beside import Beside
from nodegraph.ui.panels.outline import Outline
from tests.ui.canvas.conftest import two_branches
from tests.ui.panels.test_outline import TOLD, listed, opened

KEY = Qt.Key


@pytest.fixture
def outline(qtbot: QtBot) -> Outline:
    """The outline of two branches with a frame in a frame and a note."""
    drawing, _ = frames.frame_around(two_branches(), ["conv1"], "Inner", {})
    drawing, _ = frames.frame_around(drawing, ["conv1", "relu1"], "Outer", {})
    drawing, _ = beside_edits.add_note(drawing, "# Why\nmore", Box(0, 400, 200, 100))
    return opened(drawing, qtbot)


def marks(outline: Outline) -> list[tuple[str, str, str]]:
    return listed(outline.tree)[len(outline.workspace.drawing.graph.nodes) :]


def test_frames_and_notes_stand_below_the_nodes(outline: Outline) -> None:
    """T-29"""
    assert marks(outline) == [
        ("   Inner", "frame", "1 node"),
        ("Outer", "frame", "2 nodes"),
        ("Why", "note", ""),
    ]
    last = outline.tree.rowCount() - 1
    assert outline.tree.index(last - 1, 0).data(TOLD) == "Outer, frame, 2 nodes, conv1, relu1"
    assert outline.tree.index(last, 0).data(TOLD).startswith("note, # Why")


def test_they_are_selected_with_the_canvas_both_ways(outline: Outline) -> None:
    """T-29"""
    workspace = outline.workspace
    frame, note = next(iter(workspace.drawing.frames)), next(iter(workspace.drawing.notes))
    workspace.select({"add"}, Beside(frozenset({frame}), frozenset({note})))
    count = len(workspace.drawing.graph.nodes)
    rows = sorted(index.row() for index in outline.selectionModel().selectedRows())
    assert rows[1:] == [count, count + 2]
    outline.selectionModel().clearSelection()
    assert not workspace.beside
    outline.setCurrentIndex(outline.tree.index(count + 1, 0))
    assert workspace.beside.frames == {list(workspace.drawing.frames)[1]}
    assert not workspace.selection


def test_a_frame_is_renamed_and_deleted_by_keys(outline: Outline) -> None:
    workspace, count = outline.workspace, len(outline.workspace.drawing.graph.nodes)
    outline.setCurrentIndex(outline.tree.index(count + 1, 0))
    QTest.keyClick(outline, KEY.Key_F2)
    line = outline.findChild(QLineEdit)
    assert line.text() == "Outer"
    line.selectAll()
    QTest.keyClicks(line, "Stem")
    QTest.keyClick(line, KEY.Key_Return)
    QApplication.processEvents()
    assert workspace.document.undo_label == "Renamed Outer to Stem"
    QTest.keyClick(outline, KEY.Key_Delete)
    assert workspace.document.undo_label == "Deleted frame Stem"
    assert len(marks(outline)) == 2
    assert len(workspace.drawing.graph.nodes) == count


def test_enter_brings_it_into_view(outline: Outline) -> None:
    shown: list[Beside] = []
    outline.beside_shown.connect(shown.append)
    outline.setCurrentIndex(outline.tree.index(outline.tree.rowCount() - 1, 0))
    QTest.keyClick(outline, KEY.Key_Return)
    assert [one.notes for one in shown] == [frozenset(outline.workspace.drawing.notes)]


def test_rows_follow_every_change_of_nodes_and_frames(outline: Outline) -> None:
    """T-29"""
    tester = QAbstractItemModelTester(
        outline.tree, QAbstractItemModelTester.FailureReportingMode.Fatal, outline
    )
    assert tester.model() is outline.tree
    workspace = outline.workspace
    workspace.do("Deleted conv1", edits.delete(workspace.drawing, ["conv1"]))
    assert [row[2] for row in marks(outline)] == ["0 nodes", "1 node", ""]
    (inner, _), chosen = workspace.drawing.frames, workspace.drawing
    workspace.do("Folded frame Inner", frames.fold(chosen, [inner], True, {}))
    assert marks(outline)[0][1] == "folded frame"
    everything = beside_edits.everything(workspace.drawing)
    workspace.do("Deleted 2 frames", beside_edits.removed(workspace.drawing, everything))
    assert marks(outline) == []
    workspace.go_to(0)
    assert len(marks(outline)) == 3
