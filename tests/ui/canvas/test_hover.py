"""What the pointer is over lights up."""

from PySide6.QtCore import QPoint, Qt

from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.overlay import WireLabel


def wire_middle(canvas, source, target):
    slot = canvas.graph_scene.slot_of(Wire(Port(source, "output"), Port(target, "input")))
    path = canvas.graph_scene.wires.shapes[slot].path
    return slot, canvas.mapFromScene(path.pointAtPercent(0.5))


def test_resting_on_a_wire_lights_it_and_tells_its_shape(canvas, hand, qtbot):
    slot, at = wire_middle(canvas, "conv1", "relu1")
    hand.move(at)
    assert canvas.graph_scene.wires.hovered is None  # a pointer that only passes changes nothing
    qtbot.waitUntil(lambda: canvas.graph_scene.wires.hovered == slot)
    [label] = canvas.graph_scene.overlay.marks
    assert isinstance(label, WireLabel)
    assert label.text.text() == "B×8×28×28"
    hand.move(QPoint(5, 5))
    qtbot.waitUntil(lambda: canvas.graph_scene.wires.hovered is None)
    assert not canvas.graph_scene.overlay.marks


def test_only_the_node_under_the_pointer_is_lit(canvas, hand):
    for node_id in ("image", "conv1", "relu1"):
        hand.move(canvas.node_rect(node_id).center())
        lit = {item.id for item in canvas.graph_scene.nodes.values() if item.hovered}
        assert lit == {node_id}
    hand.move(QPoint(5, 5))
    assert not any(item.hovered for item in canvas.graph_scene.nodes.values())


def test_over_a_port_the_pointer_is_a_cross(canvas, hand):
    hand.move(canvas.port_pos(Port("conv1", "output")) + QPoint(7, 4))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    hand.move(canvas.node_rect("relu1").center())
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
