"""Dragged nodes snap to straight wires, edges and gaps, and the guides show to what."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGraphicsLineItem

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Port
from nodegraph.ui.canvas.snapping import Snapping
from tests.networks import layer, wired
from tests.ui.canvas.pointer import CONTROL, SHIFT, Hand

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def canvas(opened):
    """Nodes of three heights, one of them wired, at odd places."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "lstm1", layer("LSTM"), "image")
    for node in ("a", "b", "c", "free"):
        graph = wired(graph, node, layer("ReLU"))
    places = {
        "image": Point(-400, -203),
        "lstm1": Point(-60, -200),
        "a": Point(-400, 101),
        "b": Point(-200, 101),
        "c": Point(40, 101),
        "free": Point(260, 240),
    }
    made = opened(Drawing("Small", graph, places))
    made.centerOn(0, 0)
    return made


def grip(canvas, node):
    far = canvas.graph_scene.tier == "far"
    area = canvas.node_rect(node)
    return area.center() if far else area.bottomLeft() + QPoint(30, -5)


def drag(canvas, node, x, y, modifiers=Qt.KeyboardModifier.NoModifier, end=True):
    hand, start = Hand(canvas), grip(canvas, node)
    hand.hold(start, start + QPoint(x, y))
    hand.move(start + QPoint(x, y), modifiers)
    if end:
        hand.release(start + QPoint(x, y), modifiers)
    return hand


def guides(canvas):
    items = canvas.graph_scene.items()
    return [i.line() for i in items if isinstance(i, QGraphicsLineItem) and i.isVisible()]


def place(canvas, node):
    return canvas.workspace.drawing.places[node]


def test_a_wire_becomes_straight_within_8_px(canvas):
    drag(canvas, "image", 0, 30)
    ports = [
        canvas.graph_scene.nodes[node].port_at(name, output).y()
        for node, name, output in (("image", "output", True), ("lstm1", "input", False))
    ]
    assert ports[0] != ports[1]
    way = round(ports[1] - ports[0])
    drag(canvas, "image", 0, way + 6)
    at = canvas.graph_scene.nodes["image"].port_at("output", True).y()
    assert at == ports[1]


def test_an_edge_in_line_with_a_near_one_is_snapped_to_and_shown(canvas):
    hand = drag(canvas, "free", -60, -135, end=False)
    assert place(canvas, "free").y == 101  # not 105, and not on the grid
    shown = guides(canvas)
    assert any(line.y1() == line.y2() == 101 for line in shown)
    hand.release(grip(canvas, "free"))
    assert guides(canvas) == []


def test_equal_gaps_in_a_row_are_snapped_to_and_shown(canvas):
    width = canvas.graph_scene.nodes["a"].body.width()
    gap = place(canvas, "b").x - place(canvas, "a").x - width
    wanted = place(canvas, "b").x + width + gap
    hand = drag(canvas, "c", round(wanted - place(canvas, "c").x) + 5, 0, end=False)
    assert place(canvas, "c").x == wanted
    shown = guides(canvas)
    lengths = sorted(round(line.length()) for line in shown if line.y1() == line.y2())
    assert lengths.count(round(gap)) >= 2
    hand.release(QPoint(0, 0))


def test_control_during_a_drag_snaps_to_nothing(canvas):
    drag(canvas, "free", -57, -135, CONTROL)
    assert place(canvas, "free") == Point(203, 105)


def test_shift_during_a_drag_keeps_to_one_axis(canvas, steps):
    drag(canvas, "free", 57, -31, SHIFT)
    assert place(canvas, "free").y == 240
    assert place(canvas, "free").x != 260
    drag(canvas, "free", 13, -103, SHIFT | CONTROL)
    assert place(canvas, "free").y == 137
    assert len(steps()) == 2


def test_from_afar_only_the_grid_is_snapped_to(canvas):
    canvas.zoom_at(canvas.viewport().rect().center().toPointF(), 0.2)
    assert canvas.graph_scene.tier == "far"
    drag(canvas, "free", 20, 20)
    assert place(canvas, "free").x % 8 == place(canvas, "free").y % 8 == 0


def test_what_is_far_away_draws_no_edges():
    near = Snapping((0, 0, 150, 46), [(700, 5, 850, 51)])
    assert near.rest(0, 20, 8).y is None
    assert Snapping((0, 0, 150, 46), [(500, 25, 650, 71)]).rest(0, 20, 8).y == 25


def test_the_nearest_of_several_edges_holds():
    found = Snapping((0, 0, 100, 40), [(200, 36, 300, 76), (200, 46, 300, 86)]).rest(0, 42, 8)
    assert found.y == 46


def test_a_drag_in_a_large_drawing_asks_only_what_is_in_view(opened, monkeypatch):
    from tests.ui.canvas.ladder import ladder

    canvas = opened(ladder(2_000))
    canvas.zoom_reset()
    asked = []
    original = Snapping.rest
    monkeypatch.setattr(
        Snapping, "rest", lambda self, *a: (asked.append(len(self.others)), original(self, *a))[1]
    )
    seen = canvas.graph_scene.layer.near(canvas.visible_area())
    node = seen[len(seen) // 2].id
    drag(canvas, node, 24, 24)
    assert asked
    assert max(asked) <= len(seen) + 20


def test_wires_that_a_drag_makes_level_follow_ports_by_name(canvas):
    item = canvas.graph_scene.nodes["lstm1"]
    assert item.measures.port("h_n", True) != item.measures.port("output", True)
    assert Port("lstm1", "h_n") in item.ports(outputs=True)
