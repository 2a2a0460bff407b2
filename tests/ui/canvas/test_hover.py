"""What the pointer is over lights up."""

from PySide6.QtCore import QPoint, Qt

from nodegraph.document import edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.overlay import WireLabel
from nodegraph.ui.canvas.telling.tips import tip


def wire_middle(canvas, source, target):
    slot = canvas.graph_scene.slot_of(Wire(Port(source, "output"), Port(target, "input")))
    path = canvas.graph_scene.wires.shapes[slot].path
    return slot, canvas.mapFromScene(path.pointAtPercent(0.5))


def test_resting_on_a_wire_lights_it_and_tells_its_shape(canvas, hand, qtbot):
    slot, at = wire_middle(canvas, "conv1", "relu1")
    hand.move(at)
    assert canvas.graph_scene.wires.hovered is None  # a pointer that only passes changes nothing
    qtbot.waitUntil(lambda: canvas.graph_scene.wires.hovered == slot)
    _, label = canvas.graph_scene.overlay.marks
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


def test_both_ends_of_the_wire_light_up_and_all_others_are_dimmed(canvas, hand, qtbot):
    slot, at = wire_middle(canvas, "conv1", "relu1")
    hand.move(at)
    wires = canvas.graph_scene.wires
    qtbot.waitUntil(lambda: wires.lit == {slot})
    rings, _ = canvas.graph_scene.overlay.marks
    spots = [canvas.mapFromScene(spot) for spot, _ in rings.ports]
    ends = [canvas.port_pos(Port("conv1", "output")), canvas.input_pos(Port("relu1", "input"))]
    assert spots == ends
    other, _ = wire_middle(canvas, "image", "conv1")
    assert colour_at(canvas, other) != colour_at(canvas, slot)
    before = colour_at(canvas, other)
    hand.move(QPoint(5, 5))
    qtbot.waitUntil(lambda: not wires.lit)
    assert colour_at(canvas, other) != before


def colour_at(canvas, slot):
    path = canvas.graph_scene.wires.shapes[slot].path
    image = canvas.viewport().grab().toImage()
    return image.pixelColor(canvas.mapFromScene(path.pointAtPercent(0.3))).name()


def test_resting_on_a_port_lights_all_its_wires(canvas, hand, qtbot):
    workspace = canvas.workspace
    wire = Wire(Port("conv1", "output"), Port("add", "input"))
    workspace.do("Connected", edits.connect(workspace.drawing, *wire))
    scene = canvas.graph_scene
    hand.move(canvas.port_pos(Port("conv1", "output")))
    assert not scene.wires.lit  # a pointer that only passes changes nothing
    qtbot.waitUntil(lambda: len(scene.wires.lit) == 2)
    assert {scene.wire_at(slot).target.node for slot in scene.wires.lit} == {"relu1", "add"}
    [rings] = scene.overlay.marks
    assert len(rings.ports) == 4
    hand.move(canvas.port_pos(Port("pool1", "output")))
    qtbot.waitUntil(lambda: not scene.wires.lit)
    assert not scene.overlay.marks


def test_a_press_takes_the_light_away(canvas, hand, qtbot):
    hand.move(canvas.port_pos(Port("conv1", "output")))
    qtbot.waitUntil(lambda: bool(canvas.graph_scene.wires.lit))
    hand.press(canvas.node_rect("image").center())
    assert not canvas.graph_scene.wires.lit
    hand.release(canvas.node_rect("image").center())


def test_the_tip_of_an_output_tells_shape_kind_bytes_and_whom_it_feeds(canvas):
    at = canvas.port_pos(Port("conv1", "output"))
    assert tip(canvas, at).splitlines() == [
        "conv1 · output",
        "B×8×28×28 · float32 · 1.6 MB for a batch of 64",
        "Feeds relu1",
    ]
    assert tip(canvas, canvas.port_pos(Port("pool1", "output"))).splitlines() == [
        "pool1 · output",
        "shape not known yet",
        "Unused",
    ]


def test_the_tip_of_an_input_tells_what_comes_from_where(canvas):
    at = canvas.input_pos(Port("relu1", "input"))
    assert tip(canvas, at).splitlines() == [
        "relu1 · input",
        "From conv1: B×8×28×28 · float32 · 1.6 MB for a batch of 64",
    ]
    free = canvas.input_pos(Port("add", "input"))
    assert tip(canvas, free).splitlines() == ["add · input", "Nothing feeds it yet"]


def test_the_tip_of_a_wire_names_both_ends(canvas):
    _, at = wire_middle(canvas, "conv1", "relu1")
    assert tip(canvas, at).splitlines() == [
        "conv1 → relu1",
        "B×8×28×28 · float32 · 1.6 MB for a batch of 64",
    ]


def test_near_an_end_of_a_wire_the_pointer_is_a_cross(canvas, hand):
    workspace = canvas.workspace
    wire = Wire(Port("conv1", "output"), Port("add", "input"))
    workspace.do("Connected", edits.connect(workspace.drawing, *wire))
    slot, middle = wire_middle(canvas, "conv1", "add")
    path = canvas.graph_scene.wires.shapes[slot].path
    for away in (18, path.length() - 18):
        hand.move(canvas.mapFromScene(path.pointAtPercent(path.percentAtLength(away))))
        assert canvas.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
        hand.move(middle)
        assert canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
