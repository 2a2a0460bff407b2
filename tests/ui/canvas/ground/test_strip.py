"""The whole strip of a frame's title is its handle, above wires that cross it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from nodegraph.document import Box, Drawing, Point
from nodegraph.document.beside import Beside
from nodegraph.document.drawing import Frame
from nodegraph.graph import Graph
from nodegraph.ui.canvas import Canvas
from tests.networks import layer, wired
from tests.ui.canvas.conftest import Opener
from tests.ui.canvas.pointer import Hand

KEY = "frame"


@pytest.fixture
def canvas(opened: Opener) -> Canvas:
    """A wire that crosses the strip of a wide frame, far right of the letters of its title."""
    graph = wired(Graph(), "image", layer("Input", shape=(8,)))
    graph = wired(graph, "fc", layer("Linear", out_features=4), "image")
    graph = wired(graph, "lone", layer("ReLU"))
    places = {"image": Point(0, -150), "fc": Point(320, 150), "lone": Point(120, 60)}
    frames = {KEY: Frame("Head", Box(-40, 0, 600, 130), frozenset({"lone"}))}
    made = opened(Drawing("Small", graph, places, frames=frames))
    made.fit()
    return made


def crossing(canvas: Canvas) -> QPoint:
    """Where the wire crosses the strip."""
    strip = canvas.graph_scene.ground.frames[KEY].strip
    (slot,) = canvas.graph_scene.wires.shapes
    path = canvas.graph_scene.wires.shapes[slot].path
    points = [path.pointAtPercent(part / 400) for part in range(401)]
    middle = strip.center().y()
    return canvas.mapFromScene(min(points, key=lambda at: abs(at.y() - middle)))


def test_the_wire_does_cross_the_strip_beside_the_letters(canvas: Canvas) -> None:
    at = crossing(canvas)
    item = canvas.graph_scene.ground.frames[KEY]
    assert canvas.hover.wire_at(at) is not None
    assert item.strip.contains(canvas.mapToScene(at))
    assert not item.words.contains(canvas.mapToScene(at))


def test_a_drag_where_a_wire_crosses_the_strip_moves_the_frame(canvas: Canvas, hand: Hand) -> None:
    before = canvas.workspace.drawing
    hand.drag(crossing(canvas), crossing(canvas) + QPoint(60, 40))
    after = canvas.workspace.drawing
    assert after.graph is before.graph
    assert after.places["lone"] != before.places["lone"]
    assert after.frames[KEY].box != before.frames[KEY].box
    assert canvas.workspace.document.at == 1


def test_a_double_click_there_folds_the_frame_and_adds_no_dot(canvas: Canvas) -> None:
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=crossing(canvas))
    assert canvas.workspace.drawing.frames[KEY].folded
    assert not canvas.workspace.drawing.dots


def test_a_click_anywhere_on_the_strip_selects_the_frame(canvas: Canvas, hand: Hand) -> None:
    strip = canvas.graph_scene.ground.frames[KEY].strip
    for part in (0.1, 0.5, 0.9):
        canvas.workspace.select(())
        hand.click(
            canvas.mapFromScene(QPointF(strip.left() + part * strip.width(), strip.center().y()))
        )
        assert canvas.workspace.beside == Beside(frozenset({KEY}))


def test_over_the_strip_no_wire_lights_up(canvas: Canvas, hand: Hand) -> None:
    hand.move(crossing(canvas))
    assert canvas.hover._wire is None
