"""Zooming faster than many nodes can be painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.looking import last_frame
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import PaintProbe

HERE = QPointF(500, 300)


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> PaintProbe:
    return PaintProbe(monkeypatch)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand rests only after a while, on a machine that is busy too."""
    monkeypatch.setattr(last_frame, "REST", 700)


@pytest.fixture
def large(opened, probe: PaintProbe, qtbot: QtBot) -> Canvas:
    """200 nodes, half a hundred of them in view, and the hand at rest."""
    canvas = opened(ladder(200))
    canvas.resize(1600, 1000)
    canvas.zoom_at(HERE, 0.7 / canvas.zoom)
    canvas.centerOn(2_000, 200)
    qtbot.wait(1_000)
    return canvas


def zoom(canvas: Canvas, *factors: float) -> None:
    for factor in factors:
        canvas.zoom_at(HERE, factor)
        QApplication.processEvents()


def test_one_step_alone_is_painted_as_it_is(large: Canvas, probe: PaintProbe) -> None:
    assert probe.frame(large, lambda: zoom(large, 1.1))["NodeItem"] > 40


def test_quick_steps_scale_a_frame_and_paint_no_node(large: Canvas, probe: PaintProbe) -> None:
    zoom(large, 1.01, 1.01)
    calls = probe.frame(large, lambda: zoom(large, 1.01, 1.01))
    assert calls["NodeItem"] == calls["WireLayer"] == 0


def test_a_frame_is_not_scaled_far(large: Canvas, probe: PaintProbe) -> None:
    zoom(large, 1.01, 1.01)
    assert probe.frame(large, lambda: zoom(large, 1.6))["NodeItem"] > 10


def test_once_the_hand_rests_the_scene_is_seen_as_ever(large: Canvas, qtbot: QtBot) -> None:
    zoom(large, 1.01, 1.01, 1.01)
    blurred = large.grab().toImage()
    qtbot.wait(1_000)
    rested = large.grab().toImage()
    assert rested != blurred
    large.viewport().update()
    QApplication.processEvents()
    assert large.grab().toImage() == rested


def test_few_nodes_are_always_painted(probe: PaintProbe, opened) -> None:
    canvas = opened(ladder(30))
    canvas.zoom_reset()
    zoom(canvas, 1.01, 1.01)
    assert probe.frame(canvas, lambda: zoom(canvas, 1.01))["NodeItem"] > 0


def test_seen_from_afar_the_layers_are_always_painted(large: Canvas, probe: PaintProbe) -> None:
    zoom(large, 0.4, 0.95, 0.95)
    assert large.graph_scene.tier == "far"
    calls = probe.frame(large, lambda: zoom(large, 0.95))
    assert calls["NodeLayer"] == calls["WireLayer"] == 1


def test_quick_steps_away_leave_no_border_blank(large: Canvas, probe: PaintProbe) -> None:
    """What comes into view beside the scaled frame is seen at once, without painting a node."""
    zoom(large, 0.99, 0.99)
    seen = large.visible_area()
    pictures: list[QImage] = []

    def away() -> None:
        zoom(large, 0.9, 0.9)
        pictures.append(large.grab().toImage())

    calls = probe.frame(large, away)
    assert calls["NodeItem"] == calls["WireLayer"] == 0
    nodes = large.graph_scene.nodes_in(large.visible_area())
    beside = [item.body.center() for item in nodes if not seen.intersects(item.bounds)]
    assert len(beside) > 5
    shown = [large.mapFromScene(at) for at in beside]
    colours = {pictures[0].pixelColor(at).name() for at in shown if large.rect().contains(at)}
    assert colours == {large.look.node.color().name()}
