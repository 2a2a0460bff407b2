"""T-23: a node dropped on a wire goes into it: shown before, one step after, and only where it
fits.
"""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Port, Wire
from nodegraph.ui.canvas.overlay import GhostNode, GhostWire, Said
from tests.networks import chain, layer, wired
from tests.ui.canvas.pointer import LEFT, Hand, grip, middle_of_wire

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def canvas(opened):
    """A picture, a convolution and a ReLU in a row; under them what may go in between."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=8)),
        ("relu1", layer("ReLU")),
        ("pool1", layer("MaxPool2d")),
    )
    graph = wired(graph, "bn1", layer("BatchNorm2d"))
    graph = wired(graph, "drop1", layer("Dropout"), "bn1")
    graph = wired(graph, "conv3d", layer("Conv3d"))
    graph = wired(graph, "tanh1", layer("Tanh"), "image")
    spots = (
        (-420, 0),
        (-220, 0),
        (20, 0),
        (220, 0),
        (-400, 200),
        (-200, 200),
        (0, 200),
        (200, 200),
    )
    places = {node: Point(*at) for node, at in zip(graph.nodes, spots, strict=True)}
    made = opened(Drawing("Small", graph, places))
    made.motion.show("reduced")  # what is painted is where it is
    return made


@pytest.fixture(autouse=True)
def alone(canvas, request):
    """The node bn1 has no wire yet, but in tests of the chain."""
    if "chain" not in request.node.name:
        wire = Wire(Port("bn1", "output"), Port("drop1", "input"))
        drawing = canvas.workspace.drawing
        graph = drawing.graph.disconnect(wire)
        canvas.workspace.open(Drawing(drawing.name, graph, drawing.places))
        canvas.zoom_reset()


def carry(canvas, hand, node, at, modifiers=Qt.KeyboardModifier.NoModifier):
    """Holds a node with its middle at a point; answers where the pointer is."""
    start = grip(canvas, node)
    end = start + (at - canvas.node_rect(node).center())
    hand.hold(start, end)
    hand.move(end, modifiers)
    return end


def wires(canvas):
    return {(w.source.node, w.target.node) for w in canvas.workspace.drawing.graph.wires}


def covered(canvas):
    boxes = [item.body for item in canvas.graph_scene.nodes.values()]
    return any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_a_node_dropped_on_a_wire_goes_into_it_in_one_step(canvas, hand, steps):
    hand.release(carry(canvas, hand, "bn1", middle_of_wire(canvas)))
    assert {("conv1", "bn1"), ("bn1", "relu1")} <= wires(canvas)
    assert ("conv1", "relu1") not in wires(canvas)
    assert steps() == ["Put bn1 between conv1 and relu1"]
    assert canvas.workspace.selection == {"bn1"}


def test_what_follows_makes_room_and_covers_nothing(canvas, hand):
    hand.release(carry(canvas, hand, "bn1", middle_of_wire(canvas)))
    assert not covered(canvas)
    places = canvas.workspace.drawing.places
    assert places["pool1"].x - places["relu1"].x == 200  # they slid together
    assert places["tanh1"] == Point(200, 200)


def test_the_result_is_shown_before_the_release(canvas, hand, steps):
    before = canvas.workspace.document.settled
    carry(canvas, hand, "bn1", middle_of_wire(canvas))
    marks = canvas.graph_scene.overlay.marks
    assert [type(mark) for mark in marks] == [GhostWire, GhostWire]
    shown = {node: canvas.graph_scene.nodes[node].place for node in before.places}
    assert canvas.workspace.document.settled is before
    assert shown["relu1"].x > before.places["relu1"].x
    hand.release(middle_of_wire(canvas))


def test_the_places_shown_are_those_of_the_drop(canvas, hand):
    end = carry(canvas, hand, "bn1", middle_of_wire(canvas))
    shown = dict(canvas.workspace.drawing.places)
    hand.release(end)
    assert canvas.workspace.drawing.places == shown


def test_escape_puts_everything_back(canvas, hand, steps):
    before = canvas.workspace.drawing
    end = carry(canvas, hand, "bn1", middle_of_wire(canvas))
    hand.key(Qt.Key.Key_Escape)
    hand.release(end)
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.graph_scene.overlay.marks
    assert canvas.graph_scene.wires.hidden is None
    assert canvas.graph_scene.nodes["relu1"].place == before.places["relu1"]


def test_alt_only_moves(canvas, hand, steps):
    hand.release(carry(canvas, hand, "bn1", middle_of_wire(canvas), ALT), ALT)
    assert ("conv1", "relu1") in wires(canvas)
    assert steps() == ["Moved bn1"]


def test_t_makes_room_to_the_other_side_and_back(canvas, hand, steps):
    before = dict(canvas.workspace.drawing.places)
    end = carry(canvas, hand, "bn1", middle_of_wire(canvas))
    hand.key(Qt.Key.Key_T)
    shown = canvas.workspace.drawing.places
    assert shown["relu1"] == before["relu1"]
    assert shown["conv1"].x < before["conv1"].x
    assert shown["conv1"].x - shown["image"].x == before["conv1"].x - before["image"].x
    hand.key(Qt.Key.Key_T)
    assert canvas.workspace.drawing.places["conv1"] == before["conv1"]
    hand.key(Qt.Key.Key_T)
    hand.release(end)
    assert steps() == ["Put bn1 between conv1 and relu1"]
    assert canvas.workspace.drawing.places == shown
    assert not covered(canvas)


def test_off_the_wire_again_it_only_moves(canvas, hand, steps):
    end = carry(canvas, hand, "bn1", middle_of_wire(canvas))
    hand.move(end + QPoint(0, 160))
    assert not any(isinstance(mark, GhostWire) for mark in canvas.graph_scene.overlay.marks)
    hand.release(end + QPoint(0, 160))
    assert steps() == ["Moved bn1"]
    assert canvas.workspace.drawing.places["relu1"] == Point(20, 0)


def test_what_does_not_fit_says_why_and_only_moves(canvas, hand, steps):
    end = carry(canvas, hand, "conv3d", middle_of_wire(canvas))
    [said] = canvas.graph_scene.overlay.marks
    assert isinstance(said, Said)
    hand.release(end)
    assert steps() == ["Moved conv3d"]
    assert ("conv1", "relu1") in wires(canvas)


def test_a_node_whose_input_is_taken_only_moves(canvas, hand, steps):
    end = carry(canvas, hand, "tanh1", middle_of_wire(canvas))
    assert not any(isinstance(m, GhostWire | Said) for m in canvas.graph_scene.overlay.marks)
    hand.release(end)
    assert steps() == ["Moved tanh1"]


def test_a_node_on_its_own_wire_only_moves(canvas, hand, steps):
    hand.release(carry(canvas, hand, "relu1", middle_of_wire(canvas, "relu1", "pool1")))
    assert steps() == ["Moved relu1"]


@pytest.mark.parametrize("node", ["bn1", "drop1"])
def test_a_chain_meets_no_wire_of_its_own(canvas, hand, node, steps):
    canvas.workspace.select({"bn1", "drop1"})
    canvas.zoom_at(QPointF(400, 300), 0.4)  # from there their own wire is near
    start = canvas.node_rect(node).center()
    for x in range(-200, 240, 40):
        hand.hold(start, start + QPoint(x, 96))
        assert not any(isinstance(m, GhostWire | Said) for m in canvas.graph_scene.overlay.marks)
        hand.key(Qt.Key.Key_Escape)
        hand.release(start)
    hand.drag(start, start + QPoint(0, 96))
    assert steps() == ["Moved 2 nodes"]
    assert ("bn1", "drop1") in wires(canvas)


def test_a_chain_goes_into_a_wire(canvas, hand, steps):
    canvas.workspace.select({"bn1", "drop1"})
    hand.release(carry(canvas, hand, "bn1", middle_of_wire(canvas)))
    assert {("conv1", "bn1"), ("bn1", "drop1"), ("drop1", "relu1")} <= wires(canvas)
    assert steps() == ["Put 2 nodes between conv1 and relu1"]
    assert not covered(canvas)


def test_a_layer_of_the_palette_goes_into_a_wire(canvas, hand, steps):
    before = canvas.workspace.drawing
    at = middle_of_wire(canvas)
    data = hand.carry("Dropout2d", at)
    kinds = [type(mark) for mark in canvas.graph_scene.overlay.marks]
    assert kinds == [GhostWire, GhostWire, GhostNode]
    assert canvas.graph_scene.nodes["relu1"].place.x > 20  # room is shown
    hand.drop(data, at)
    assert {("conv1", "dropout1"), ("dropout1", "relu1")} <= wires(canvas)
    assert steps() == ["Added dropout1 between conv1 and relu1"]
    assert not covered(canvas)
    canvas.workspace.document.undo()
    assert canvas.workspace.drawing is before


def test_a_layer_carried_away_from_a_wire_leaves_no_trace(canvas, hand, steps):
    before = canvas.workspace.drawing
    hand.carry("Dropout2d", middle_of_wire(canvas))
    hand.carry_away()
    assert canvas.workspace.drawing is before
    assert canvas.graph_scene.wires.hidden is None
    assert canvas.graph_scene.nodes["relu1"].place == before.places["relu1"]


def test_a_layer_that_does_not_fit_lies_beside_the_wire(canvas, hand, steps):
    at = middle_of_wire(canvas)
    hand.drop(hand.carry("Conv3d", at), at)
    assert ("conv1", "relu1") in wires(canvas)
    assert not covered(canvas)


def test_alt_keeps_a_layer_of_the_palette_out_of_a_wire(canvas, hand, steps):
    at = middle_of_wire(canvas)
    data = hand.carry("Dropout2d", at)
    copy = Qt.DropAction.CopyAction
    moved = QDragMoveEvent(at, copy, data, LEFT, ALT)
    dropped = QDropEvent(at.toPointF(), copy, data, LEFT, ALT)
    for event in (moved, dropped):
        QApplication.sendEvent(canvas.viewport(), event)
    assert steps() == ["Added dropout1"]
    assert ("conv1", "relu1") in wires(canvas)


def test_nodes_deep_in_a_large_drawing_slide_only_where_needed(opened):
    graph = chain(*((f"n{n}", layer("ReLU")) for n in range(30)))
    graph = wired(graph, "new", layer("Tanh"))
    places = {f"n{n}": Point(n * 200, 0) for n in range(30)} | {"new": Point(2600, 200)}
    canvas = opened(Drawing("Row", Graph.of(graph.nodes.values()), places))
    canvas.centerOn(2700, 100)
    hand = Hand(canvas)
    hand.release(carry(canvas, hand, "new", middle_of_wire(canvas, "n13", "n14")))
    after = canvas.workspace.drawing.places
    assert ("n13", "new") in wires(canvas)
    assert [after[f"n{n}"] for n in range(14)] == [places[f"n{n}"] for n in range(14)]
    slid = {after[f"n{n}"].x - places[f"n{n}"].x for n in range(14, 30)}
    assert len(slid) == 1
    assert 0 < slid.pop() < 300
