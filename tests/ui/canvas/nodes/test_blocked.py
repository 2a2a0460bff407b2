"""A node that another stands in the way of is grey in every tier, with a sign and its reason."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from nodegraph.document import edits
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.layers import Afar
from nodegraph.ui.canvas.telling.tips import tip
from tests.networks import r0
from tests.ui.canvas.conftest import Opener
from tests.ui.conftest import drawn


@pytest.fixture
def canvas(opened: Opener) -> Canvas:
    """SimpleCNN without the wire into relu1: all behind it waits."""
    drawing = drawn(r0(), "SimpleCnn")
    wire = next(wire for wire in drawing.graph.wires if wire.target.node == "relu1")
    made = opened(edits.disconnect(drawing, wire))
    made.fit()
    return made


def colours(canvas: Canvas, node: str) -> set[str]:
    """What is painted of a node, and of its sign."""
    QApplication.processEvents()
    box = canvas.node_rect(node).adjusted(-2, -8, 8, 2)
    picture = canvas.viewport().grab(box).toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_it_carries_a_sign_that_is_neither_red_nor_a_hint(canvas: Canvas) -> None:
    items = canvas.graph_scene.nodes
    blocked = [node for node, item in items.items() if item.blocked]
    assert "conv2" in blocked
    assert "conv1" not in blocked
    assert "relu1" not in blocked  # it is the cause
    assert all(items[node].signed and not items[node].at_fault for node in blocked)


@pytest.mark.parametrize("zoom", [1.0, 0.45])
def test_only_what_it_waits_for_is_red_and_told(canvas: Canvas, zoom: float) -> None:
    canvas.zoom_at(canvas.viewport().rect().center().toPointF(), zoom / canvas.zoom)
    canvas.centerOn(canvas.graph_scene.nodes["relu1"])
    items = canvas.graph_scene.nodes
    assert [node for node, item in items.items() if item.at_fault] == ["relu1"]
    assert canvas.look.theme.bad in colours(canvas, "relu1")
    card = canvas.advice.card
    assert card.isVisible()
    assert card.problem is not None
    assert card.problem.node == "relu1"


def test_a_drawing_that_is_only_begun_has_none_in_red(canvas: Canvas) -> None:
    canvas.workspace.open(edits.delete(canvas.workspace.drawing, ["out"]))
    items = canvas.graph_scene.nodes
    assert items["conv2"].blocked
    assert not any(item.at_fault for item in items.values())


def test_its_sign_tells_what_it_waits_for(canvas: Canvas) -> None:
    canvas.zoom_reset()
    canvas.centerOn(canvas.graph_scene.nodes["conv2"])
    corner = canvas.node_rect("conv2").topRight()
    assert tip(canvas, corner) == "Blocked by relu1"


@pytest.mark.parametrize("zoom", [1.0, 0.45])
def test_its_sign_is_grey_near_and_in_the_middle(canvas: Canvas, zoom: float) -> None:
    canvas.zoom_at(canvas.viewport().rect().center().toPointF(), zoom / canvas.zoom)
    canvas.centerOn(canvas.graph_scene.nodes["conv2"])
    theme = canvas.look.theme
    assert theme.muted in colours(canvas, "conv2")
    assert not {theme.bad, theme.warn} & colours(canvas, "conv2")


def test_from_afar_it_is_pale(canvas: Canvas) -> None:
    items = canvas.graph_scene.nodes
    seen = Afar.of(items.values())
    pale = [box for boxes in seen.pale.values() for box in boxes]
    assert items["conv2"].body in pale
    assert items["conv1"].body not in pale
