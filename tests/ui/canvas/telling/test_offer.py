"""A refused wire is offered with what cures it, and does nothing until a button is pressed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Graph, Port, Wire
from nodegraph.ui.canvas.overlay import GhostNode, GhostWire
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
    assert branches.workspace.document.undo_label == label.replace("Insert", "Inserted", 1)
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


@pytest.fixture
def flat(opened):
    """A flat picture that feeds a Linear, and a convolution that would take no flat one."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "flat", layer("Flatten"), "image")
    graph = wired(graph, "fc", layer("Linear"), "flat")
    graph = wired(graph, "conv", layer("Conv2d"))
    spots = ((0, 100), (200, 40), (600, 160), (600, 0))
    places = {node: Point(*spot) for node, spot in zip(graph.nodes, spots, strict=True)}
    canvas = opened(Drawing("Flat", graph, places))
    canvas.centerOn(350, 150)
    Hand(canvas).drag(
        canvas.port_pos(Port("flat", "output")), canvas.input_pos(Port("conv", "input"))
    )
    return canvas


def ghost_nodes(canvas):
    """Those of new nodes first, then those of nodes that would give way."""
    ghosts = [m for m in canvas.graph_scene.overlay.standing if isinstance(m, GhostNode)]
    titles = {node.title for node in canvas.workspace.drawing.graph.nodes.values()}
    return sorted(ghosts, key=lambda ghost: ghost.title.text() in titles)


def test_the_node_that_would_cure_it_stands_there_as_a_ghost(flat):
    ghost, *_ = ghost_nodes(flat)
    assert ghost.title.text() == "unflatten1"
    wires = [m for m in flat.graph_scene.overlay.standing if isinstance(m, GhostWire)]
    assert len(wires) == 2
    assert len(flat.workspace.drawing.graph.nodes) == 4
    box = ghost.measures.body.translated(ghost.at)
    assert not flat.advice.card.geometry().intersects(flat.mapFromScene(box).boundingRect())


@pytest.mark.parametrize("how", ["enter", "click"])
def test_enter_or_a_click_on_the_ghost_accepts_the_cure(flat, how):
    ghost, *_ = ghost_nodes(flat)
    before = flat.workspace.drawing
    middle = flat.mapFromScene(ghost.measures.body.translated(ghost.at).center())
    hand = Hand(flat)
    hand.key(Qt.Key.Key_Return) if how == "enter" else hand.click(middle)
    graph = flat.workspace.drawing.graph
    assert graph.nodes["conv"].inputs["input"] == Port("unflatten1", "output")
    assert flat.workspace.drawing.places["unflatten1"] == (ghost.at.x(), ghost.at.y())
    assert not flat.graph_scene.overlay.standing
    flat.workspace.document.undo()
    assert flat.workspace.drawing is before


@pytest.mark.parametrize("how", ["escape", "click", "another step"])
def test_a_ghost_goes_and_nothing_is_connected(flat, how):
    """T-17"""
    before, hand = flat.workspace.drawing, Hand(flat)
    flat.workspace.select({"fc"})
    assert ghost_nodes(flat)
    if how == "escape":
        hand.key(Qt.Key.Key_Escape)
        assert flat.workspace.selection == {"fc"}  # the next Esc is about that
    elif how == "click":
        hand.click(QPoint(5, 5))
    else:
        flat.workspace.do("Added a layer", edits.add(before, layer("ReLU"), Point(0, 300))[0])
        flat.workspace.document.undo()
    assert not flat.graph_scene.overlay.standing
    assert flat.workspace.drawing is before
    hand.key(Qt.Key.Key_Return)
    assert flat.workspace.drawing is before


def test_looking_at_a_wire_leaves_the_ghost_where_it_is(flat, qtbot):
    slot = flat.graph_scene.slot_of(Wire(Port("image", "output"), Port("flat", "input")))
    path = flat.graph_scene.wires.shapes[slot].path
    Hand(flat).move(flat.mapFromScene(path.pointAtPercent(0.5)))
    qtbot.waitUntil(lambda: bool(flat.graph_scene.overlay.marks))
    assert ghost_nodes(flat)


def test_without_a_cure_enter_keeps_its_meaning(flat, qtbot):
    Hand(flat).key(Qt.Key.Key_Escape)
    assert not flat.advice.offers
    assert not flat.advice.accept()
