"""Collapsed nodes are their title alone, trimmed ones have only the outputs that are taken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from nodegraph.document import Drawing, Point, load, save
from nodegraph.graph import Graph, Port, Wire
from nodegraph.ui.canvas.geometry import LOW
from tests.networks import layer, wired
from tests.ui.canvas.pointer import SHIFT, Hand
from tests.ui.canvas.probe import PaintProbe

Key = Qt.Key


@pytest.fixture
def canvas(opened):
    """Layers with settings, with several inputs and with several outputs."""
    graph = wired(Graph(), "rows", layer("Input", shape=(8, 16)))
    graph = wired(graph, "lstm1", layer("LSTM"), "rows")
    graph = wired(graph, "att", layer("MultiheadAttention"), "lstm1", "lstm1", "lstm1")
    graph = wired(graph, "relu1", layer("ReLU"), "att")
    places = {"rows": (-450, 0), "lstm1": (-230, 0), "att": (60, 0), "relu1": (330, 0)}
    return opened(Drawing("Small", graph, {n: Point(*at) for n, at in places.items()}))


def item(canvas, node):
    return canvas.graph_scene.nodes[node]


def press(canvas, *nodes, modifiers=Qt.KeyboardModifier.NoModifier):
    canvas.workspace.select(nodes)
    Hand(canvas).key(Key.Key_H, modifiers)


def wire_ends(canvas, source, target):
    slot = canvas.graph_scene.slot_of(Wire(source, target))
    path = canvas.graph_scene.wires.shapes[slot].path
    first = path.elementAt(0)
    return QPoint(round(first.x), round(first.y)), path.currentPosition().toPoint()


def test_a_collapsed_node_is_its_title_with_all_ports_at_one_height(canvas, steps):
    before = item(canvas, "att").body
    press(canvas, "att")
    small = item(canvas, "att").body
    assert small.height() == LOW < before.height()
    assert small.width() < before.width()
    assert small.topLeft() == before.topLeft()
    heights = {
        item(canvas, "att").port_at(p.name, False).y() for p in item(canvas, "att").ports(False)
    }
    assert heights == {small.center().y()}
    assert steps() == ["Collapsed att"]


def test_several_collapse_at_once_and_the_same_key_opens_them(canvas, steps):
    press(canvas, "lstm1", "att")
    assert {item(canvas, n).body.height() for n in ("lstm1", "att")} == {LOW}
    press(canvas, "lstm1", "att")
    assert all(item(canvas, n).body.height() > LOW for n in ("lstm1", "att"))
    assert steps() == ["Collapsed 2 nodes", "Expanded 2 nodes"]
    canvas.workspace.document.undo()
    assert item(canvas, "att").body.height() == LOW


def test_wires_follow_the_ports_of_a_collapsed_node(canvas):
    press(canvas, "att")
    source, target = Port("lstm1", "output"), Port("att", "value")
    _, end = wire_ends(canvas, source, target)
    assert end == item(canvas, "att").port_at("value", False).toPoint()
    leaves = Port("att", item(canvas, "att").node.layer.outputs[0])
    start, _ = wire_ends(canvas, leaves, Port("relu1", "input"))
    assert start == item(canvas, "att").port_at(leaves.name, True).toPoint()


def test_hits_use_the_smaller_body(canvas):
    below = item(canvas, "att").body.bottomLeft() + QPoint(40, -4)
    assert canvas.graph_scene.node_at(below).id == "att"
    press(canvas, "att")
    assert canvas.graph_scene.node_at(below) is None
    assert canvas.hover.chip_at(canvas.mapFromScene(below)) is None


def test_a_wire_lands_on_a_free_port_of_a_collapsed_node(canvas, steps):
    hand = Hand(canvas)
    graph = canvas.workspace.drawing.graph
    wire = Wire(Port("lstm1", "output"), Port("att", "key"))
    canvas.workspace.open(Drawing("S", graph.disconnect(wire), canvas.workspace.drawing.places))
    canvas.zoom_reset()
    press(canvas, "att")
    hand.drag(canvas.port_pos(Port("lstm1", "output")), canvas.node_rect("att").center())
    assert canvas.workspace.drawing.graph.nodes["att"].inputs["key"] == Port("lstm1", "output")


@pytest.mark.parametrize("zoom", [1.0, 0.4, 0.15])
def test_a_collapsed_node_costs_no_paint_call_more_in_any_tier(canvas, monkeypatch, zoom):
    probe = PaintProbe(monkeypatch)
    canvas.zoom_at(canvas.viewport().rect().center().toPointF(), zoom)
    before = probe.frame(canvas)
    press(canvas, "att", "lstm1")
    assert probe.frame(canvas) == before


def test_trimming_hides_the_outputs_that_nothing_takes(canvas, steps):
    tall = item(canvas, "lstm1").body.height()
    press(canvas, "lstm1", modifiers=SHIFT)
    assert [port.name for port in item(canvas, "lstm1").ports(True)] == ["output"]
    assert item(canvas, "lstm1").body.height() < tall
    assert steps() == ["Hid unused ports of lstm1"]
    hidden = item(canvas, "lstm1").measures.port("h_n", True)
    assert hidden.x() == item(canvas, "lstm1").measures.width
    press(canvas, "lstm1", modifiers=SHIFT)
    assert item(canvas, "lstm1").body.height() == tall


def test_an_output_that_is_taken_meanwhile_comes_back(canvas):
    press(canvas, "lstm1", modifiers=SHIFT)
    before = canvas.workspace.drawing
    graph = before.graph.disconnect(Wire(Port("lstm1", "output"), Port("att", "value")))
    graph = graph.connect(Port("lstm1", "h_n"), Port("att", "value"))
    canvas.workspace.do("Connected", Drawing("S", graph, before.places, trimmed=before.trimmed))
    names = [port.name for port in item(canvas, "lstm1").ports(True)]
    assert names == ["output", "h_n"]
    canvas.workspace.document.undo()
    assert [port.name for port in item(canvas, "lstm1").ports(True)] == ["output"]


def test_an_input_without_a_wire_stays(canvas):
    graph = canvas.workspace.drawing.graph
    graph = graph.disconnect(Wire(Port("lstm1", "output"), Port("att", "key")))
    canvas.workspace.open(Drawing("S", graph, canvas.workspace.drawing.places))
    press(canvas, "att", modifiers=SHIFT)
    assert "key" in [port.name for port in item(canvas, "att").ports(False)]


def test_what_is_collapsed_and_trimmed_is_in_the_file(canvas, tmp_path):
    press(canvas, "att")
    press(canvas, "lstm1", modifiers=SHIFT)
    save(canvas.workspace.drawing, tmp_path / "small.nodegraph")
    again = load(tmp_path / "small.nodegraph")
    assert (again.folded, again.trimmed) == ({"att"}, {"lstm1"})
    heights = [item(canvas, node).body.height() for node in ("att", "lstm1")]
    canvas.workspace.open(again)
    assert [item(canvas, node).body.height() for node in ("att", "lstm1")] == heights
