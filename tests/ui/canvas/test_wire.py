"""Drawing wires: from either end, snapping to what fits, saying why something does not."""

import pytest
from PySide6.QtCore import QPoint, Qt

from nodegraph.document import edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.overlay import FadingWire, GhostWire, Said


def out(canvas, node_id, name="output"):
    return canvas.port_pos(Port(node_id, name))


def into(canvas, node_id, name="input"):
    return canvas.port_pos(Port(node_id, name))


def wires(canvas):
    return {(w.source.node, w.target.node) for w in canvas.workspace.drawing.graph.wires}


def test_a_wire_from_an_output_to_an_input_is_one_step(canvas, hand, steps, said):
    hand.drag(out(canvas, "relu1"), into(canvas, "pool1"))
    assert ("relu1", "pool1") in wires(canvas)
    assert steps() == ["Connected relu1 to pool1"] == said


def test_a_wire_from_an_input_to_an_output_is_the_same(canvas, hand, steps):
    hand.drag(into(canvas, "pool1"), out(canvas, "relu1"))
    assert ("relu1", "pool1") in wires(canvas)
    assert steps() == ["Connected relu1 to pool1"]


def test_a_loose_end_snaps_within_24_px(canvas, hand):
    hand.hold(out(canvas, "relu1"), into(canvas, "pool1") + QPoint(-16, 14))
    assert canvas.gesture.landing.port == Port("pool1", "input")
    hand.release(into(canvas, "pool1") + QPoint(-16, 14))
    assert ("relu1", "pool1") in wires(canvas)


def test_a_loose_end_over_a_body_takes_the_first_free_port_that_fits(canvas, hand):
    hand.drag(out(canvas, "relu1"), canvas.node_rect("add").center() + QPoint(10, 0))
    assert ("relu1", "add") in wires(canvas)


def test_the_ghost_shows_before_the_release_and_is_gone_after(canvas, hand):
    hand.hold(out(canvas, "relu1"), into(canvas, "pool1"))
    [ghost] = canvas.graph_scene.overlay.marks
    assert isinstance(ghost, GhostWire)
    assert not ghost.refused
    assert canvas.workspace.document.undo_label is None
    hand.release(into(canvas, "pool1"))
    assert not canvas.graph_scene.overlay.marks


def test_a_wrong_shape_is_refused_with_what_was_needed_and_came(canvas, hand, steps, said):
    hand.hold(out(canvas, "relu1"), into(canvas, "conv3d"))
    assert canvas.gesture.refusal == (
        "conv3d expects volumes (batch × channels × depth × height × width), got B×8×28×28"
    )
    ghost, reason = canvas.graph_scene.overlay.marks
    assert ghost.refused
    assert isinstance(reason, Said)
    hand.release(into(canvas, "conv3d"))
    assert steps() == []
    assert said == [
        "Not connected: conv3d expects volumes (batch × channels × depth × height × width), "
        "got B×8×28×28"
    ]


def test_a_loop_is_refused_with_its_node(canvas, hand, steps):
    hand.drag(out(canvas, "relu1"), into(canvas, "pool1"))
    hand.hold(out(canvas, "pool1"), into(canvas, "conv1"))
    assert canvas.gesture.refusal == "this would make a loop through pool1"
    hand.release(into(canvas, "conv1"))
    assert steps() == ["Connected relu1 to pool1"]


def test_ports_that_fit_are_told_apart_while_wiring(canvas, hand):
    hand.hold(out(canvas, "relu1"), into(canvas, "pool1") + QPoint(0, 90))
    fits = {node_id: item.fits for node_id, item in canvas.graph_scene.nodes.items()}
    assert fits["pool1"] == {"input"}
    assert fits["add"] == {"input"}
    assert fits["conv3d"] == frozenset()
    assert fits["conv1"] == frozenset()  # would be a loop
    hand.release(into(canvas, "pool1") + QPoint(0, 90))
    assert {item.fits for item in canvas.graph_scene.nodes.values()} == {None}


def test_a_wire_onto_a_fed_input_replaces_what_was_there(canvas, hand, steps):
    hand.hold(out(canvas, "image"), into(canvas, "relu1"))
    assert any(isinstance(mark, FadingWire) for mark in canvas.graph_scene.overlay.marks)
    hand.release(into(canvas, "relu1"))
    assert wires(canvas) == {("image", "conv1"), ("image", "relu1")}
    assert steps() == ["Connected image to relu1 in place of conv1"]


def test_a_joined_input_takes_every_wire(canvas, hand, steps):
    hand.drag(out(canvas, "relu1"), into(canvas, "add"))
    hand.drag(out(canvas, "conv1"), into(canvas, "add"))
    sources = canvas.workspace.drawing.graph.nodes["add"].inputs["input"]
    assert sources == (Port("relu1", "output"), Port("conv1", "output"))
    assert len(steps()) == 2


def test_a_connected_input_gives_its_wire_and_the_void_takes_it(canvas, hand, steps, said):
    hand.drag(into(canvas, "relu1"), into(canvas, "relu1") + QPoint(-20, -90))
    assert wires(canvas) == {("image", "conv1")}
    assert steps() == ["Disconnected conv1 from relu1"] == said


def test_a_picked_up_wire_moves_to_another_port_in_one_step(canvas, hand, steps):
    hand.drag(into(canvas, "relu1"), into(canvas, "pool1"))
    assert wires(canvas) == {("image", "conv1"), ("conv1", "pool1")}
    assert steps() == ["Connected conv1 to pool1"]


def test_a_picked_up_wire_dropped_where_it_was_is_no_step(canvas, hand, steps):
    before = canvas.workspace.drawing
    hand.hold(into(canvas, "relu1"), into(canvas, "relu1") + QPoint(-60, 60))
    hand.move(into(canvas, "relu1"))
    hand.release(into(canvas, "relu1"))
    assert steps() == []
    assert canvas.workspace.drawing is before


def test_a_new_wire_into_the_void_is_nothing(canvas, hand, steps):
    hand.drag(out(canvas, "relu1"), out(canvas, "relu1") + QPoint(60, -80))
    assert steps() == []


def test_a_wire_that_is_there_already_is_no_step(canvas, hand, steps):
    hand.drag(out(canvas, "conv1"), into(canvas, "relu1"))
    assert steps() == []


@pytest.mark.parametrize("start", ["new", "picked up"])
def test_escape_leaves_no_trace(canvas, hand, steps, start):
    before = canvas.workspace.drawing
    port = out(canvas, "relu1") if start == "new" else into(canvas, "relu1")
    hand.hold(port, into(canvas, "pool1"))
    hand.key(Qt.Key.Key_Escape)
    hand.release(into(canvas, "pool1"))
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.workspace.document.dirty
    assert not canvas.graph_scene.overlay.marks
    assert canvas.graph_scene.wires.hidden is None
    assert {item.fits for item in canvas.graph_scene.nodes.values()} == {None}


def test_the_last_of_two_wires_into_a_joined_input_is_picked_up(canvas, hand):
    workspace = canvas.workspace
    for source in ("relu1", "conv1"):
        wire = Wire(Port(source, "output"), Port("add", "input"))
        workspace.do("Connected", edits.connect(workspace.drawing, *wire))
    hand.drag(into(canvas, "add"), into(canvas, "add") + QPoint(-80, 120))
    assert workspace.drawing.graph.nodes["add"].inputs["input"] == (Port("relu1", "output"),)
