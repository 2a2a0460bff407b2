"""The knife: what a stroke crosses is cut, or gets dots, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nodegraph.document import Drawing, Point, dots, edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.gestures.knife import CutWires, GhostDots
from tests.ui.canvas.conftest import two_branches
from tests.ui.canvas.pointer import CONTROL, LEFT, PLAIN, RIGHT, SHIFT

Y = Qt.Key.Key_Y


def wire(source, target):
    return Wire(Port(source, "output"), Port(target, "input"))


BOTH = (wire("conv1", "relu1"), wire("conv1", "pool1"))


def fan() -> Drawing:
    """One convolution that feeds two nodes far to the right."""
    drawing = edits.connect(two_branches(), *BOTH[1])
    return edits.move(drawing, {"relu1": Point(640, 0), "pool1": Point(640, 160)})


@pytest.fixture
def canvas(opened):
    return opened(fan())


def stroke(canvas):
    """From above both wires to below them, half-way."""
    x = (canvas.node_rect("conv1").right() + canvas.node_rect("relu1").left()) // 2
    return QPoint(x, canvas.node_rect("conv1").top() - 40), QPoint(
        x, canvas.node_rect("pool1").bottom()
    )


def cut(canvas, hand, modifiers=PLAIN):
    start, end = stroke(canvas)
    hand.key(Y, release=False)
    hand.drag(start, end, LEFT, modifiers)
    QTest.keyRelease(canvas, Y)


def test_a_stroke_with_y_cuts_what_it_crosses_in_one_step(canvas, hand, steps):
    cut(canvas, hand)
    assert not set(BOTH) & set(canvas.workspace.drawing.graph.wires)
    assert steps() == ["Cut 2 wires"]
    assert not canvas.graph_scene.overlay.marks


def test_without_the_key_the_same_drag_cuts_nothing(canvas, hand, steps):
    cut(canvas, hand, SHIFT)
    hand.drag(*stroke(canvas))
    assert set(BOTH) <= set(canvas.workspace.drawing.graph.wires)
    assert steps() == ["Added 2 dots"]


def test_the_right_button_with_control_cuts_too(canvas, hand, steps):
    hand.drag(*stroke(canvas), RIGHT, CONTROL)
    assert steps() == ["Cut 2 wires"]


def test_what_would_be_cut_is_seen_before(canvas, hand, steps):
    start, end = stroke(canvas)
    hand.hold(start, end, RIGHT, CONTROL)
    seen, _ = canvas.graph_scene.overlay.marks
    assert isinstance(seen, CutWires)
    assert len(seen.paths) == 2
    assert steps() == []
    hand.move(end, CONTROL | SHIFT)
    seen, _ = canvas.graph_scene.overlay.marks
    assert isinstance(seen, GhostDots)


def test_escape_cuts_nothing(canvas, hand, steps):
    before = canvas.workspace.drawing
    start, end = stroke(canvas)
    hand.hold(start, end, RIGHT, CONTROL)
    hand.key(Qt.Key.Key_Escape)
    hand.release(end)
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.graph_scene.overlay.marks


def test_a_click_with_control_still_opens_the_menu(canvas, hand):
    hand.click(QPoint(20, 20), RIGHT, CONTROL)
    assert canvas.menus.menu.isVisible()
    canvas.menus.menu.hide()


def test_with_shift_a_stroke_adds_dots_instead(canvas, hand, steps):
    cut(canvas, hand, SHIFT)
    drawing = canvas.workspace.drawing
    assert set(BOTH) <= set(drawing.graph.wires)
    assert [len(dots.along(drawing, line)) for line in BOTH] == [1, 1]
    assert steps() == ["Added 2 dots"]


def test_wires_of_one_source_that_run_together_share_the_dot(canvas, hand):
    x = canvas.port_pos(Port("conv1", "output")).x() + 30
    top = canvas.node_rect("conv1").top()
    hand.drag(QPoint(x, top - 20), QPoint(x, top + 90), RIGHT, CONTROL | SHIFT)
    drawing = canvas.workspace.drawing
    assert dots.along(drawing, BOTH[0]) == dots.along(drawing, BOTH[1]) == ("dot1",)


def test_the_command_cuts_with_the_next_drag_alone(canvas, hand, steps):
    canvas.cut_next()
    hand.drag(*stroke(canvas))
    assert steps() == ["Cut 2 wires"]
    assert not canvas.cuts
    canvas.cut_next()
    hand.key(Qt.Key.Key_Escape)
    assert not canvas.cuts


def test_a_stroke_that_crosses_nothing_is_no_step(canvas, hand, steps):
    hand.drag(QPoint(5, 5), QPoint(80, 5), RIGHT, CONTROL)
    assert steps() == []
