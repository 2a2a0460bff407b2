"""What gives way to a node put into a wire slides there: seen for a moment, so at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.overlay import GhostWire
from nodegraph.ui.canvas.slide import LASTS
from tests.networks import chain, layer, wired
from tests.ui.canvas.conftest import Opener
from tests.ui.canvas.pointer import Hand, middle_of_wire


@pytest.fixture
def canvas(opened: Opener) -> Canvas:
    """A row in which relu1 has to give way, and a norm that goes before it."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=8)),
        ("relu1", layer("ReLU")),
        ("pool1", layer("MaxPool2d")),
    )
    graph = wired(graph, "bn1", layer("BatchNorm2d"))
    spots = ((-420, 0), (-220, 0), (20, 0), (220, 0), (-400, 200))
    places = {node: Point(*at) for node, at in zip(graph.nodes, spots, strict=True)}
    made = opened(Drawing("Small", graph, places))
    made.motion.show("full")
    return made


def hold_on_wire(canvas: Canvas, hand: Hand) -> QPoint:
    """Drags bn1 onto the wire before relu1; where the pointer is then."""
    start = canvas.node_rect("bn1").bottomLeft() + QPoint(30, -5)
    end = middle_of_wire(canvas) + start - canvas.node_rect("bn1").center()
    hand.hold(start, end)
    return end


def seen(canvas: Canvas, node: str) -> Point:
    place = canvas.graph_scene.nodes[node].place
    assert place is not None
    return place


def test_what_gives_way_is_there_at_once_and_slides_for_the_eyes(
    canvas: Canvas, hand: Hand, qtbot: QtBot
) -> None:
    before = canvas.workspace.drawing.places["relu1"]
    end = hold_on_wire(canvas, hand)
    there = canvas.workspace.drawing.places["relu1"]
    assert there.x > before.x
    assert canvas.slide.goes_on
    assert seen(canvas, "relu1").x < there.x
    hand.release(end)
    assert canvas.workspace.document.at == 1
    assert canvas.workspace.document.settled.places["relu1"] == there
    qtbot.waitUntil(lambda: seen(canvas, "relu1") == there, timeout=10 * LASTS)
    assert not canvas.slide.goes_on


def ends(canvas: Canvas) -> set[tuple[int, int]]:
    """Where the ghosts of wires end, in whole px of the scene."""
    marks = [mark for mark in canvas.graph_scene.overlay.marks if isinstance(mark, GhostWire)]
    return {mark.end.toPoint().toTuple() for mark in marks}


@pytest.mark.parametrize("how", ["moved", "carried"])
def test_the_ghosts_of_its_wires_come_along_while_the_hand_rests(
    canvas: Canvas, hand: Hand, qtbot: QtBot, how: str
) -> None:
    if how == "moved":
        hold_on_wire(canvas, hand)
    else:
        data = hand.carry("BatchNorm2d", middle_of_wire(canvas))
        assert data is not None
    assert canvas.slide.goes_on
    qtbot.waitUntil(lambda: not canvas.slide.goes_on, timeout=10 * LASTS)
    there = canvas.graph_scene.nodes["relu1"].port_at("input", False)
    assert there.toPoint().toTuple() in ends(canvas)


def test_the_node_in_the_hand_stays_under_the_pointer(canvas: Canvas, hand: Hand) -> None:
    end = hold_on_wire(canvas, hand)
    assert canvas.slide.goes_on
    assert seen(canvas, "bn1") == canvas.workspace.drawing.places["bn1"]
    hand.move(end + QPoint(3, 0))
    assert canvas.slide.goes_on
    assert seen(canvas, "bn1") == canvas.workspace.drawing.places["bn1"]
    hand.release(end)


def test_under_reduced_motion_nothing_slides(canvas: Canvas, hand: Hand) -> None:
    canvas.motion.show("reduced")
    end = hold_on_wire(canvas, hand)
    assert not canvas.slide.goes_on
    assert seen(canvas, "relu1") == canvas.workspace.drawing.places["relu1"]
    hand.release(end)


def test_a_cancelled_drag_and_an_undo_are_shown_at_once(canvas: Canvas, hand: Hand) -> None:
    before = canvas.workspace.drawing
    end = hold_on_wire(canvas, hand)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.workspace.drawing is before
    assert not canvas.slide.goes_on
    assert seen(canvas, "relu1") == before.places["relu1"]
    hand.release(end)
    hold_on_wire(canvas, hand)
    hand.release(end)
    canvas.workspace.go_to(0)
    assert {n: seen(canvas, n) for n in before.places} == dict(before.places)


def test_a_layer_from_the_palette_over_a_wire_slides_too(canvas: Canvas, hand: Hand) -> None:
    data = hand.carry("BatchNorm2d", middle_of_wire(canvas))
    assert canvas.slide.goes_on
    assert seen(canvas, "relu1").x < canvas.workspace.drawing.places["relu1"].x
    hand.drop(data, middle_of_wire(canvas))
    assert canvas.workspace.document.at == 1
