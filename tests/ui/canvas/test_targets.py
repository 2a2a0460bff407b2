"""T-01 to T-12 and T-28: what drawing thousands of nodes costs, counted and not timed.

T-09 and the times of all others stand in the table of `python -m tests.benchmarks.canvas`;
T-13 is beside the graph's own tests.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsProxyWidget,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
)

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.gestures.shake import Shake
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.scene import GraphScene
from nodegraph.ui.theme import DARK
from nodegraph.ui.workspace import Workspace
from tests.networks import layer, wired
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.pointer import Hand
from tests.ui.canvas.probe import PaintProbe, Repainted, recorded, work_of

MOST = 6  # calls from Qt into Python for a frame with everything in view
TEXTS = (QGraphicsTextItem, QGraphicsSimpleTextItem)


@pytest.fixture
def probe(monkeypatch):
    return PaintProbe(monkeypatch)


@pytest.fixture
def large(opened):
    canvas = opened(ladder(2000))
    canvas.resize(1600, 1000)
    canvas.fit()
    return canvas


@pytest.fixture
def near(large):
    large.zoom_reset()
    return large


def seen(canvas):
    """The nodes of which something is in view."""
    return canvas.graph_scene.layer.near(canvas.visible_area())


def test_t01_painter_calls_keep_the_count_of_none():
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(10_000):
        painter.drawRect(QRectF(1, 1, 9, 9))
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < 100


def test_t02_fit_view_of_2000_nodes_is_at_most_6_paint_calls(large, probe):
    calls = probe.frame(large)
    assert calls["WireLayer"] == calls["NodeLayer"] == 1
    assert calls["NodeItem"] == 0
    assert calls.total() <= MOST


def test_t03_zooming_through_the_tiers_flips_each_once(large, probe):
    tiers = []
    for number in range(32):
        delta = 120 if number < 16 else -120
        calls = probe.frame(large, lambda d=delta: Hand(large).wheel(QPoint(800, 500), d))
        tiers.append(large.graph_scene.tier)
        if tiers[-1] != "near":
            assert calls.total() <= MOST
    flips = sum(before != after for before, after in pairwise(tiers))
    assert flips == 4  # both limits, there and back
    assert set(tiers) == {"far", "middle", "near"}


def test_t03_a_zoom_at_a_limit_does_not_flip_to_and_fro(large):
    large.zoom_at(QPointF(800, 500), 8 / 12 / large.zoom)
    assert large.graph_scene.tier == "near"
    large.zoom_at(QPointF(800, 500), 0.95)
    assert large.graph_scene.tier == "near"
    large.zoom_at(QPointF(800, 500), 0.9)
    assert large.graph_scene.tier == "middle"


def test_t04_at_100_percent_only_what_is_visible_paints(near, probe):
    assert 40 < len(seen(near)) < 100
    assert probe.frame(near).total() <= len(seen(near)) + 8


@pytest.mark.parametrize("way", [(10, 0), (-10, 0), (0, 10), (0, -10)])
def test_t05_a_pan_paints_the_strip_that_comes_into_view(near, way):
    repainted = Repainted(near)
    repainted.clear()
    near.scroll_by(*way)
    QApplication.processEvents()
    room = near.viewport().size()
    strip = 10 * (room.height() if way[0] else room.width())
    assert strip <= repainted.area() <= strip + 0.02 * room.width() * room.height()


def test_t06_hover_paints_only_the_nodes_entered_and_left(near, probe, monkeypatch):
    hand, ids = Hand(near), [item.id for item in seen(near)]
    hand.move(near.node_rect(ids[0]).center())
    for before, after in list(pairwise(ids * 3))[:200]:
        with (
            recorded(monkeypatch, GraphScene, "items") as searched,
            recorded(monkeypatch, GraphScene, "node_at") as asked,
        ):
            probe.frame(near, lambda to=after: hand.move(near.node_rect(to).center()))
        assert probe.painted <= {before, after}
        assert near.hover.node == after
        assert near.graph_scene.nodes[after].hovered
        assert searched == []  # the cells know
        assert len(asked) <= 2  # the node, and the setting on it


def six_wires() -> Drawing:
    """A node in the middle with three inputs and three followers, and one node far away."""
    graph = wired(Graph(), "middle", layer("Add"))
    places = {"middle": Point(400, 200)}
    for number in range(3):
        graph = wired(graph, f"in{number}", layer("Input", shape=(8,)))
        places[f"in{number}"] = Point(100, 100 * number)
    graph = graph.put(wired(graph, "sum", layer("Add"), "in0", "in1", "in2").nodes["sum"])
    places["sum"] = Point(400, 100)
    for number in range(3):
        graph = wired(graph, f"relu{number}", layer("ReLU"), "sum")
        places[f"relu{number}"] = Point(700, 100 * number)
    graph = wired(graph.remove({"middle"}), "far", layer("ReLU"))
    del places["middle"]
    return Drawing("Six", graph, {**places, "far": Point(100, 560)})


def test_t07_dragging_one_node_routes_each_wire_once_a_frame(opened, probe, monkeypatch):
    monkeypatch.setattr(Shake, "felt", lambda *_: False)  # no hand goes to and fro so fast
    canvas = opened(six_wires())
    canvas.fit()
    hand, repainted = Hand(canvas), Repainted(canvas)
    start = canvas.node_rect("sum").center()
    hand.hold(start, start + QPoint(8, 8))
    repainted.clear()
    for number in range(50):
        with recorded(monkeypatch, GraphScene, "path") as routed:
            for part in range(3):  # the pointer is faster than the screen
                hand.move(start + QPoint(16 + 8 * (number % 9), 16 + 8 * part))
            probe.frame(canvas, lambda: None)
        assert len(routed) == len(set(routed)) <= 6
        assert "far" not in probe.painted
    assert not repainted.region.intersects(canvas.node_rect("far"))
    hand.release(start + QPoint(40, 40))
    assert canvas.workspace.document.undo_label == "Moved sum"
    assert canvas.workspace.document.undo()
    assert not canvas.workspace.document.undo()


def test_t07_a_drag_that_passes_its_start_routes_each_wire_once_a_frame(opened, monkeypatch):
    monkeypatch.setattr(Shake, "felt", lambda *_: False)
    canvas = opened(six_wires())
    canvas.fit()
    hand, start = Hand(canvas), canvas.node_rect("sum").center()
    hand.hold(start, start + QPoint(40, 40))
    QApplication.processEvents()
    with recorded(monkeypatch, GraphScene, "path") as routed:
        hand.move(start)
        assert canvas.workspace.drawing is canvas.workspace.document.settled
        hand.move(start + QPoint(40, 40))
        QApplication.processEvents()
    assert len(routed) == len(set(routed)) == 6
    hand.move(start)
    hand.release(start)
    assert canvas.graph_scene.nodes["sum"].place == canvas.workspace.drawing.places["sum"]
    assert canvas.workspace.document.undo_label is None


def test_t07_dragging_one_of_2000_paints_only_what_is_around_it(near, probe):
    items = seen(near)
    hand = Hand(near)
    middle = near.node_rect(items[len(items) // 2].id).center()
    hand.hold(middle, middle + QPoint(16, 0))
    calls = probe.frame(near, lambda: hand.move(middle + QPoint(24, 8)))
    hand.release(middle + QPoint(24, 8))
    assert calls["NodeItem"] < len(items) / 2


def picked_up(canvas, number):
    """A hand that holds that many nodes, and where."""
    ids = list(canvas.graph_scene.nodes)
    grabbed = seen(canvas)[len(seen(canvas)) // 2]
    start = ids.index(grabbed.id) - number // 2
    canvas.workspace.select(ids[start : start + number])
    assert grabbed.id in canvas.workspace.selection
    at = canvas.node_rect(grabbed.id).center()
    hand = Hand(canvas)
    hand.hold(at, at + QPoint(0, 16))
    QApplication.processEvents()
    return hand, at


@pytest.mark.parametrize("tier", ["near", "far"])
def test_t08_500_dragged_nodes_move_as_a_picture(large, probe, monkeypatch, tier):
    if tier == "near":
        large.zoom_reset()
    start = large.workspace.drawing
    hand, at = picked_up(large, 500)
    chosen = large.workspace.selection
    for number in range(10):
        with (
            recorded(monkeypatch, NodeItem, "show_place") as moved,
            recorded(monkeypatch, GraphScene, "path") as routed,
        ):
            calls = probe.frame(large, lambda n=number: hand.move(at + QPoint(0, 24 + 8 * n)))
        assert moved == routed == []
        assert not probe.painted & chosen
        assert calls["WireLayer"] <= 1
    hand.release(at + QPoint(0, 96))
    places = large.workspace.drawing.places
    moved_by = {places[node].y - start.places[node].y for node in chosen}
    assert len(moved_by) == 1
    assert moved_by.pop() > 0
    for node in chosen:
        item = large.graph_scene.nodes[node]
        assert item.isVisible()
        assert (item.pos().x(), item.pos().y()) == places[node]
    assert len(large.graph_scene.items()) == len(large.graph_scene.nodes) + 3
    assert large.workspace.document.undo_label == "Moved 500 nodes"
    large.workspace.document.undo()
    assert large.workspace.drawing is start


def test_t08_the_picture_shows_what_the_release_leaves(near):
    hand, at = picked_up(near, 500)
    hand.move(at + QPoint(0, 40))
    carried = pixels(near)
    hand.release(at + QPoint(0, 40))
    hand.move(QPoint(2, 2))
    placed = pixels(near)
    # Wires between carried nodes and others, and around them, take their way at the release.
    differ = sum(one != other for one, other in zip(carried, placed, strict=True))
    assert differ < 0.12 * len(placed)


def pixels(canvas):
    """Every fourth pixel of what is seen."""
    QApplication.processEvents()
    image = canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    image = image.scaled(image.size() / 4)
    return memoryview(image.constBits()).cast("I").tolist()


def test_t08_the_picture_is_taken_anew_where_the_camera_goes(near):
    hand, at = picked_up(near, 500)
    for move in (lambda: near.scroll_by(2500, 0), lambda: near.zoom_at(QPointF(at), 0.5)):
        move()
        hand.move(at + QPoint(0, 40))
        [picture] = [i for i in near.graph_scene.items() if isinstance(i, QGraphicsPixmapItem)]
        assert picture.scale() == pytest.approx(1 / near.zoom)
        carried = QRectF()
        for node in near.workspace.selection:
            carried = carried.united(near.graph_scene.nodes[node].bounds)
        shown = near.visible_area().intersected(carried.translated(0, 40))
        assert picture.sceneBoundingRect().adjusted(-2, -2, 2, 2).contains(shown)
    hand.key(Qt.Key.Key_Escape)


def test_t08_escape_while_carrying_leaves_no_trace(near):
    before, wires = near.workspace.drawing, ways(near)
    hand, at = picked_up(near, 500)
    hand.move(at + QPoint(0, 60))
    QApplication.processEvents()
    hand.key(Qt.Key.Key_Escape)
    hand.release(at)
    QApplication.processEvents()
    assert near.workspace.drawing is before
    assert ways(near) == wires
    assert len(near.graph_scene.items()) == len(near.graph_scene.nodes) + 3


def test_t08_escape_leaves_wires_out_of_view_as_they_ran(near):
    near.resize(800, 400)
    near.centerOn(near.graph_scene.nodes["n552"].body.center())
    near.wire_view.show_shapes("always")
    before, told = ways(near), labels(near)
    near.workspace.select(f"n{number}" for number in range(200, 900))  # whole rows
    hand, at = Hand(near), near.node_rect("n552").center()
    hand.hold(at, at + QPoint(0, 60))
    QApplication.processEvents()
    assert ways(near) != before
    hand.key(Qt.Key.Key_Escape)
    hand.release(at)
    assert ways(near) == before
    assert labels(near) == told != set()


def look_everywhere(canvas):
    """Wires out of view are routed once they come into it."""
    for item in canvas.graph_scene.nodes.values():
        canvas.centerOn(item.body.center())


def test_wires_of_many_dragged_nodes_are_routed_again_at_the_release(near):
    look_everywhere(near)
    wires = ways(near)
    near.centerOn(near.graph_scene.content().center())
    hand, at = picked_up(near, 100)
    hand.move(at + QPoint(0, 32))
    QApplication.processEvents()
    assert ways(near) != wires
    hand.release(at)
    look_everywhere(near)
    assert ways(near) == wires


def ways(canvas):
    """The ends and corners of every wire."""
    return {
        slot: (shape.path.elementCount(), shape.box.getRect())
        for slot, shape in canvas.graph_scene.wires.shapes.items()
    }


def labels(canvas):
    """The wires that tell what flows along them."""
    shapes = canvas.graph_scene.wires.shapes
    return {slot for slot, shape in shapes.items() if shape.label is not None}


def visible_part(opened, nodes):
    """A canvas on that many nodes, at 100 % with the same 60 in view."""
    canvas = opened(ladder(nodes))
    canvas.resize(1600, 1000)
    canvas.zoom_reset()
    canvas.centerOn(1200, 500)
    QApplication.processEvents()
    return canvas


def cost(canvas, what):
    """How much work a gesture takes."""
    hand, ids = Hand(canvas), [item.id for item in seen(canvas)]
    spots = [canvas.node_rect(node).center() for node in ids[20:30]]
    if what == "pan":
        return work_of(lambda: canvas.scroll_by(10, 0))
    if what == "hover":
        hand.move(spots[0])
        return work_of(lambda: [hand.move(spot) for spot in spots])
    hand.hold(spots[0], spots[0] + QPoint(0, 8))
    made = work_of(lambda: hand.move(spots[0] + QPoint(0, 16)))
    hand.release(spots[0])
    return made


@pytest.mark.parametrize("what", ["pan", "hover", "drag"])
def test_t10_cost_follows_what_is_visible_and_not_the_size(opened, what):
    small, large = (cost(visible_part(opened, nodes), what) for nodes in (500, 5000))
    assert large < 1.3 * small


def test_t11_the_scene_is_built_as_it_must_be(large):
    scene = large.graph_scene
    items = scene.items()
    assert scene.itemIndexMethod() == QGraphicsScene.ItemIndexMethod.BspTreeIndex
    assert len(items) == 2003
    assert not any(isinstance(item, (QGraphicsProxyWidget, *TEXTS)) for item in items)
    assert not any(item.graphicsEffect() for item in items)
    assert {item.cacheMode() for item in items} == {QGraphicsItem.CacheMode.NoCache}
    mode = large.viewportUpdateMode()
    assert mode == QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate
    content, area = scene.content(), scene.sceneRect()
    assert area.width() * area.height() <= 4 * content.width() * content.height()


def test_t12_10000_nodes_open_pan_and_zoom(opened, probe):
    canvas = opened(ladder(10_000))
    canvas.resize(1600, 1000)
    canvas.fit()
    assert probe.frame(canvas).total() <= MOST
    assert probe.frame(canvas, lambda: canvas.scroll_by(40, 30)).total() <= MOST
    for _ in range(3):
        canvas.zoom_in()
    assert probe.frame(canvas).total() <= MOST
    canvas.zoom_reset()
    assert probe.frame(canvas).total() <= len(seen(canvas)) + 8


def test_t12_opening_five_times_as_much_is_no_more_than_five_times_the_work(opened):
    small, large = (work_of(partial(opened, ladder(nodes))) for nodes in (200, 1_000))
    assert large < 1.3 * 5 * small


def test_t28_closed_drawings_leave_nothing_behind(qtbot):
    QApplication.processEvents()
    counts = []
    for _ in range(5):
        workspace = Workspace(ladder(2000))
        canvas = Canvas(workspace, DARK)
        canvas.show()
        QApplication.processEvents()
        canvas.close()
        shiboken6.delete(canvas)
        shiboken6.delete(workspace)
        del canvas, workspace
        gc.collect()
        # By `type`: `isinstance` asks each object, and some of torch's warn when they are asked.
        alive = [held for held in gc.get_objects() if type(held) is NodeItem]
        counts.append((len(alive), len(QApplication.allWidgets())))
    assert len(set(counts[1:])) == 1
    assert counts[-1][0] == 0


def test_t28_adding_deleting_and_undoing_returns_to_the_same_items(opened):
    """With the memory tidied up between, which is where a wrapper without its item would crash."""
    gc.freeze()  # what other tests left would be walked forty times
    canvas = opened(ladder(200))
    document, base = canvas.workspace.document, len(canvas.graph_scene.items())
    for number in range(20):
        canvas.add_layer("ReLU")
        canvas.workspace.select([*canvas.workspace.drawing.graph.nodes][-40 - number :])
        canvas.delete_selection()
        gc.collect()
        while document.undo():
            pass
        gc.collect()
        QApplication.processEvents()
        assert len(canvas.graph_scene.items()) == base
        assert len(canvas.graph_scene.layer.items) == len(canvas.graph_scene.nodes)
    assert sum(type(held) is NodeItem for held in gc.get_objects()) == base - 3
    gc.unfreeze()


def test_items_that_say_nothing_new_do_not_paint_after_a_check(near, probe):
    assert probe.frame(near, near.workspace.checked.emit)["NodeItem"] == 0
