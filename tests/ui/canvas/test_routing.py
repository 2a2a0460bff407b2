"""Wires out of view wait until they come into it; of many in view some wait for the frame."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from nodegraph.document import Point, edits
from nodegraph.ui.canvas.scene import GraphScene
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import PaintProbe, recorded

MANY = {f"n{number}" for number in range(400) if number // 50 % 2}  # every other row: 200 nodes


@pytest.fixture
def canvas(opened):
    """200 nodes in four rows of 10,000 px; the camera at their beginning."""
    canvas = opened(ladder(200))
    canvas.centerOn(300, 200)
    return canvas


@pytest.fixture
def wide(opened):
    """600 nodes in twelve rows, seen from a large window."""
    canvas = opened(ladder(600))
    canvas.resize(1600, 1000)
    canvas.centerOn(1000, 720)
    return canvas


@pytest.fixture
def probe(monkeypatch):
    return PaintProbe(monkeypatch)


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
        assert routed == []
        canvas.graph_scene.settle()
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


def lower(canvas, nodes, y):
    lie = canvas.workspace.drawing.places
    to = {node: Point(lie[node].x, lie[node].y + y) for node in nodes}
    return edits.move(canvas.workspace.drawing, to)


def in_view(canvas):
    """Where the wires in view run."""
    now = paths(canvas)
    return {slot: now[slot] for slot in canvas.graph_scene.wires.near(canvas.visible_area())}


def test_undo_of_a_large_move_routes_in_its_frame_only_what_ends_elsewhere(
    wide, probe, monkeypatch
):
    """The budget of section 2: undo of a move of 200 nodes."""
    wires = wide.graph_scene.wires
    wide.workspace.do("Moved 200 nodes", lower(wide, MANY, 24))
    seen = [wires.shapes[slot].wire for slot in wires.running_in(wide.visible_area())]
    parted = {wire for wire in seen if (wire.source.node in MANY) != (wire.target.node in MANY)}
    before = in_view(wide)
    with recorded(monkeypatch, GraphScene, "path") as routed:
        probe.frame(wide, wide.workspace.document.undo)
        assert set(routed) == parted
        assert len(routed) == len(parted)
    bystanders = [
        slot for slot in before if {slot[0], wires.shapes[slot].wire.source.node}.isdisjoint(MANY)
    ]
    assert bystanders
    assert all(wires.shapes[slot].path == before[slot] for slot in bystanders)


def test_a_moment_after_that_frame_every_wire_in_view_runs_where_it_really_does(wide, probe, qtbot):
    wide.workspace.do("Moved 200 nodes", lower(wide, MANY, 64))
    wide.graph_scene.settle()
    for travel in (wide.workspace.document.undo, wide.workspace.document.redo):
        probe.frame(wide, travel)
        late = {slot for slot, path in in_view(wide).items() if path != exact(wide)[slot]}
        assert late, "some had to give way"
        qtbot.waitUntil(lambda: in_view(wide).items() <= exact(wide).items(), timeout=1000)


def test_a_drag_of_what_waits_keeps_its_wires_in_the_hand(wide, probe):
    scene = wide.graph_scene
    wide.workspace.do("Moved 200 nodes", lower(wide, MANY, 24))
    probe.frame(wide, wide.workspace.document.undo)
    some = {node for node in MANY if not 5 <= int(node[1:]) % 50 < 30}  # wires to the rest waited
    wide.workspace.document.preview(lower(wide, some, 40))
    led = {slot: scene.wires.shapes[slot].path for slot in scene._led}
    assert led
    scene.settle()
    assert {slot: scene.wires.shapes[slot].path for slot in led} == led
    wide.workspace.document.cancel()
    scene.settle()
    assert in_view(wide).items() <= exact(wide).items()


def test_a_small_move_routes_everything_at_once(canvas):
    canvas.workspace.do("Moved n2", lower(canvas, {"n2"}, 64))
    assert in_view(canvas).items() <= exact(canvas).items()
