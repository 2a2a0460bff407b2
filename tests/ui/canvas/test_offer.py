"""A refused wire is offered with what cures it, and does nothing until a button is pressed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Port
from tests.networks import layer, wired
from tests.ui.canvas.pointer import Hand


@pytest.fixture
def branches(opened):
    """An Add fed by 64 channels, and a branch of 32 that it would refuse."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "wide", layer("Conv2d", out_channels=64, padding=1), "image")
    graph = wired(graph, "skip", layer("Conv2d", out_channels=32, kernel_size=1), "image")
    graph = wired(graph, "add", layer("Add"), "wide")
    spots = ((0, 100), (200, 40), (200, 160), (400, 100))
    places = {node: Point(*spot) for node, spot in zip(graph.nodes, spots, strict=True)}
    return opened(Drawing("Small", graph, places))


def refused(canvas):
    start, end = canvas.port_pos(Port("skip", "output")), canvas.port_pos(Port("add", "input"))
    Hand(canvas).drag(start, end)


def button(canvas, text):
    [found] = [b for b in canvas.advice.card.findChildren(QPushButton) if text in b.text()]
    return found


def test_a_refused_wire_changes_nothing_but_is_offered(branches):
    before = branches.workspace.drawing
    refused(branches)
    assert branches.workspace.drawing is before
    assert branches.workspace.document.undo_label is None
    assert branches.advice.card.isVisible()
    assert branches.advice.card.problem.node == "add"


def test_a_fix_connects_and_cures_in_one_step(branches, qtbot):
    before = branches.workspace.drawing
    refused(branches)
    first = branches.advice.card.findChild(QPushButton, "fix_1")
    label = first.text()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    graph = branches.workspace.drawing.graph
    assert len(graph.nodes["add"].feeds) == 2
    assert Port("add", "output") in branches.workspace.report.types
    assert branches.workspace.document.undo_label == label
    branches.workspace.document.undo()
    assert branches.workspace.drawing is before


def test_one_may_connect_anyway(branches, qtbot):
    refused(branches)
    qtbot.mouseClick(button(branches, "Connect anyway"), Qt.MouseButton.LeftButton)
    assert branches.workspace.document.undo_label == "Connected skip to add"
    assert branches.graph_scene.nodes["add"].at_fault


@pytest.mark.parametrize("how", ["escape", "click"])
def test_an_offer_is_withdrawn_by_escape_or_a_click_elsewhere(branches, how):
    refused(branches)
    hand = Hand(branches)
    hand.key(Qt.Key.Key_Escape) if how == "escape" else hand.click(QPoint(5, 5))
    labels = [b.text() for b in branches.advice.card.findChildren(QPushButton) if b.isVisible()]
    assert "Connect anyway" not in labels
    assert branches.workspace.document.undo_label is None


def test_a_loop_is_never_offered(branches):
    start = branches.port_pos(Port("wide", "output"))
    Hand(branches).drag(start, branches.port_pos(Port("wide", "input")))
    assert branches.advice.card.problem is None or branches.advice.card.problem.node != "wide"
