"""What painting 2,000 nodes costs, counted in calls from Qt into Python and not in time."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsProxyWidget,
    QGraphicsScene,
    QGraphicsView,
)

from nodegraph.ui.canvas.camera import Camera
from nodegraph.ui.canvas.layers import NodeLayer
from nodegraph.ui.canvas.node_item import NodeItem
from nodegraph.ui.canvas.overlay import Overlay
from nodegraph.ui.canvas.wires import WireLayer
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.pointer import Hand


class PaintProbe:
    """Counts how often Qt calls a Python paint method, by the class that paints."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: Counter[str] = Counter()
        for painted in (NodeItem, NodeLayer, WireLayer, Overlay):
            self._count(monkeypatch, painted, "paint")
        self._count(monkeypatch, Camera, "drawBackground")

    def _count(self, monkeypatch: pytest.MonkeyPatch, painted: type, method: str) -> None:
        original = getattr(painted, method)

        def counted(item, *args):
            self.calls[painted.__name__] += 1
            return original(item, *args)

        monkeypatch.setattr(painted, method, counted)

    def frame(self, canvas, act=None) -> Counter[str]:
        """The calls of the one frame that follows an act; of a whole repaint without one."""
        QApplication.processEvents()
        self.calls.clear()
        (act or canvas.viewport().update)()
        QApplication.processEvents()
        return Counter(self.calls)


@pytest.fixture
def probe(monkeypatch):
    return PaintProbe(monkeypatch)


@pytest.fixture
def large(opened):
    canvas = opened(ladder(2000))
    canvas.resize(1600, 1000)
    canvas.fit()
    return canvas


def test_2000_nodes_in_view_are_at_most_6_paint_calls(large, probe):
    calls = probe.frame(large)
    assert calls["WireLayer"] == calls["NodeLayer"] == 1
    assert calls["NodeItem"] == 0
    assert calls.total() <= 6


def test_zooming_through_the_tiers_flips_each_once(large, probe):
    tiers = []
    for number in range(20):
        delta = 120 if number < 10 else -120
        calls = probe.frame(large, lambda d=delta: Hand(large).wheel(QPoint(800, 500), d))
        tiers.append(large.graph_scene.tier)
        if tiers[-1] != "near":
            assert calls.total() <= 6
    flips = sum(before != after for before, after in pairwise(tiers))
    assert flips <= 4
    assert set(tiers) >= {"far", "middle"}


def test_a_zoom_at_a_limit_does_not_flip_to_and_fro(large):
    large.zoom_at(QPointF(800, 500), 8 / 12 / large.zoom)
    assert large.graph_scene.tier == "near"
    large.zoom_at(QPointF(800, 500), 0.95)
    assert large.graph_scene.tier == "near"
    large.zoom_at(QPointF(800, 500), 0.9)
    assert large.graph_scene.tier == "middle"


def test_at_100_percent_only_what_is_visible_paints(large, probe):
    large.zoom_reset()
    visible = len(large.graph_scene.layer.near(large.visible_area()))
    assert visible < 100
    assert probe.frame(large).total() <= visible + 8


def test_hover_paints_only_the_nodes_entered_and_left(large, probe):
    large.zoom_reset()
    items = large.graph_scene.nodes_in(large.visible_area())
    first, second = items[0], items[1]
    hand = Hand(large)
    hand.move(large.node_rect(first.id).center())
    calls = probe.frame(large, lambda: hand.move(large.node_rect(second.id).center()))
    assert calls["NodeItem"] <= 2


def test_dragging_one_node_paints_only_what_is_around_it(large, probe):
    large.zoom_reset()
    items = large.graph_scene.nodes_in(large.visible_area())
    hand = Hand(large)
    middle = large.node_rect(items[len(items) // 2].id).center()
    hand.hold(middle, middle + QPoint(16, 0))
    calls = probe.frame(large, lambda: hand.move(middle + QPoint(24, 8)))
    hand.release(middle + QPoint(24, 8))
    assert calls["NodeItem"] < len(items) / 2
    assert large.workspace.document.undo_label.startswith("Moved ")


def test_the_scene_is_built_as_it_must_be(large):
    scene = large.graph_scene
    items = scene.items()
    assert scene.itemIndexMethod() == QGraphicsScene.ItemIndexMethod.BspTreeIndex
    assert len(items) == 2003
    assert not any(isinstance(item, QGraphicsProxyWidget) for item in items)
    assert not any(item.graphicsEffect() for item in items)
    assert {item.cacheMode() for item in items} == {QGraphicsItem.CacheMode.NoCache}
    mode = large.viewportUpdateMode()
    assert mode == QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate
    content, area = scene.content(), scene.sceneRect()
    assert area.width() * area.height() <= 4 * content.width() * content.height()


def test_items_that_say_nothing_new_do_not_paint_after_a_check(large, probe):
    large.zoom_reset()
    assert probe.frame(large, large.workspace.checked.emit)["NodeItem"] == 0
