"""Wires out of view wait: they are routed when they come into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from nodegraph.document import Point, edits
from nodegraph.ui.canvas.scene import GraphScene
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import recorded


@pytest.fixture
def canvas(opened):
    """200 nodes in four rows of 10,000 px; the camera at their beginning."""
    canvas = opened(ladder(200))
    canvas.centerOn(300, 200)
    return canvas


def moved(canvas, y):
    lie = canvas.workspace.drawing.places
    to = {node: Point(at.x, at.y + y) for node, at in lie.items()}
    return edits.move(canvas.workspace.drawing, to)


def paths(canvas):
    return {slot: shape.path for slot, shape in canvas.graph_scene.wires.shapes.items()}


def exact(canvas):
    """Where every wire really runs."""
    scene = canvas.graph_scene
    return {slot: scene.path(shape.wire, slot[1]) for slot, shape in scene.wires.shapes.items()}


def test_a_move_of_200_nodes_routes_the_wires_in_view_alone(canvas, monkeypatch):
    number = len(canvas.graph_scene.wires.shapes)
    with recorded(monkeypatch, GraphScene, "path") as routed:
        canvas.workspace.do("Moved", moved(canvas, 40))
    assert 0 < len(routed) < number / 4
    for shape in canvas.graph_scene.wires.shapes.values():  # all of them end where they must
        assert (shape.line.p1(), shape.line.p2()) == canvas.graph_scene.ends(shape.wire)


def test_looking_there_routes_them_as_if_they_had_never_waited(canvas):
    canvas.workspace.do("Moved", moved(canvas, 40))
    canvas.workspace.do("Moved", edits.move(canvas.workspace.drawing, {"n40": Point(7900, 300)}))
    for x in range(0, 10_400, 300):
        canvas.centerOn(QPointF(x, 200))
    assert paths(canvas) == exact(canvas)


def test_seen_from_afar_nothing_is_routed_before_it_is_near(canvas, monkeypatch):
    canvas.fit()
    assert canvas.graph_scene.tier == "far"
    with recorded(monkeypatch, GraphScene, "path") as routed:
        canvas.workspace.do("Moved", moved(canvas, 40))
        assert routed == []
        canvas.zoom_reset()
        assert routed != []


def test_opening_routes_no_wire_that_nobody_sees(opened, monkeypatch):
    drawing = ladder(600)
    with recorded(monkeypatch, GraphScene, "path") as routed:
        canvas = opened(drawing)
    assert len(routed) < len(drawing.graph.wires) / 2
    canvas.zoom_reset()
    canvas.centerOn(300, 200)
    near, really = canvas.graph_scene.wires.near(canvas.visible_area()), exact(canvas)
    assert near
    assert all(paths(canvas)[slot] == really[slot] for slot in near)


def test_panning_looks_at_the_waiting_wires_nearby_alone(opened, monkeypatch):
    canvas = opened(ladder(200))
    canvas.zoom_reset()
    canvas.centerOn(300, 200)
    with recorded(monkeypatch, GraphScene, "_route") as routed:
        canvas.scroll_by(4, 0)
    assert len(routed) < 12
