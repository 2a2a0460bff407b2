"""Dots along wires: made, moved, joined and taken away by hand, each in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.document import Box, Drawing, Frame, Point, dots, edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.geometry import distance
from nodegraph.ui.canvas.overlay import WireLabel
from nodegraph.ui.canvas.wires.covered import CoveredDots
from tests.ui.canvas.conftest import two_branches
from tests.ui.canvas.pointer import CONTROL, LEFT, PLAIN, RIGHT, SHIFT, Hand
from tests.ui.canvas.probe import recorded


def wire(source, target):
    return Wire(Port(source, "output"), Port(target, "input"))


LINE, OTHER = wire("conv1", "relu1"), wire("conv1", "pool1")


def dotted() -> Drawing:
    """Two branches from the convolution, farther apart; a dot on one of them."""
    drawing = edits.connect(two_branches(), *OTHER)
    drawing = edits.move(drawing, {"relu1": Point(600, 0), "pool1": Point(600, 200)})
    return dots.add(drawing, [LINE], Point(480, -80))[0]


@pytest.fixture
def canvas(opened):
    return opened(dotted())


def spot(canvas, dot="dot1"):
    return canvas.mapFromScene(QPointF(*canvas.workspace.drawing.dots[dot].at))


def middle(canvas, line):
    scene = canvas.graph_scene
    path = scene.wires.shapes[scene.slot_of(line)].path
    return canvas.mapFromScene(path.pointAtPercent(0.5))


def double_click(canvas, at):
    Hand(canvas).click(at)
    kind = QMouseEvent.Type.MouseButtonDblClick
    event = QMouseEvent(
        kind, QPointF(at), QPointF(canvas.viewport().mapToGlobal(at)), LEFT, LEFT, PLAIN
    )
    QApplication.sendEvent(canvas.viewport(), event)


def route(canvas, line=LINE):
    drawing = canvas.workspace.drawing
    return [drawing.dots[dot].at for dot in dots.along(drawing, line)]


def test_a_dot_on_a_wire_that_runs_back_leaves_it_where_it_was(opened):
    canvas = opened(edits.move(two_branches(), {"conv1": Point(800, 0), "relu1": Point(0, 200)}))
    scene = canvas.graph_scene
    before = scene.wires.shapes[scene.slot_of(LINE)].path
    double_click(canvas, middle(canvas, LINE))
    [dot] = canvas.workspace.drawing.dots
    after = scene.wires.shapes[scene.slot_of(LINE)].path
    aside = abs(canvas.workspace.drawing.dots[dot].at.y - before.pointAtPercent(0.5).y())
    for part in range(101):
        assert distance(before.pointAtPercent(part / 100), after) < aside + 1


def test_a_wire_runs_through_its_dot_and_can_be_pointed_at_there(canvas):
    scene = canvas.graph_scene
    shape = scene.wires.shapes[scene.slot_of(LINE)]
    assert distance(QPointF(480, -80), shape.path) < 0.5
    assert canvas.hover.wire_at(spot(canvas)) == scene.slot_of(LINE)
    assert [leg.p2() for leg in shape.legs] == [QPointF(480, -80), shape.line.p2()]


def test_dots_are_no_items(canvas):
    assert not [item for item in canvas.graph_scene.items() if "Dot" in type(item).__name__]


def test_a_dot_is_moved_in_one_step(canvas, hand, steps):
    start = spot(canvas)
    hand.hold(start, start + QPoint(30, 50))
    assert canvas.workspace.drawing.dots["dot1"].at == Point(512, -32)  # seen before
    assert steps() == []
    assert canvas.dots.chosen == {"dot1"}
    hand.release(start + QPoint(30, 50))
    assert route(canvas) == [Point(512, -32)]
    assert steps() == ["Moved a dot"]


def test_a_dot_comes_level_with_the_port_before_it(canvas, hand):
    port = canvas.graph_scene.nodes["conv1"].port_at("output", True)
    start = spot(canvas)
    hand.drag(start, canvas.mapFromScene(QPointF(480, port.y() + 5)))
    assert route(canvas)[0].y == port.y()
    start = spot(canvas)
    hand.drag(start, start + QPoint(3, 41), modifiers=CONTROL)  # without snapping; toggles it off
    assert len(route(canvas)) == 1


@pytest.mark.parametrize("how", ["escape", "right"])
def test_a_dot_that_is_let_go_of_by_escape_stays(canvas, hand, steps, how):
    before, start = canvas.workspace.drawing, spot(canvas)
    hand.hold(start, start + QPoint(40, 80))
    if how == "escape":
        hand.key(Qt.Key.Key_Escape)
    else:
        hand.interrupt(start)
    hand.release(start + QPoint(40, 80))
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.workspace.document.dirty


def test_a_dot_dropped_where_it_was_is_no_step(canvas, hand, steps):
    before, start = canvas.workspace.drawing, spot(canvas)
    hand.hold(start, start + QPoint(40, 80))
    hand.drag(start + QPoint(40, 80), start)
    assert canvas.workspace.drawing is before
    assert steps() == []


def test_the_middle_of_a_wire_is_dragged_out_to_a_dot(canvas, hand, steps):
    start = middle(canvas, OTHER)
    hand.hold(start, start + QPoint(10, 70))
    assert len(route(canvas, OTHER)) == 1
    assert steps() == []
    hand.release(start + QPoint(10, 70))
    [at] = route(canvas, OTHER)
    assert abs(at.y - canvas.mapToScene(start + QPoint(10, 70)).y()) <= 8
    assert canvas.dots.chosen == {"dot2"}
    assert steps() == ["Added a dot"]


def test_escape_leaves_the_wire_that_a_dot_was_dragged_out_of(canvas, hand, steps):
    before, start = canvas.workspace.drawing, middle(canvas, OTHER)
    hand.click(start)
    hand.hold(start, start + QPoint(10, 70))
    hand.key(Qt.Key.Key_Escape)
    hand.release(start)
    assert canvas.workspace.drawing is before
    assert canvas.graph_scene.wires.chosen == canvas.graph_scene.slot_of(OTHER)
    assert steps() == []


def test_a_click_on_a_wire_selects_it_and_adds_no_dot(canvas, hand, steps):
    hand.click(middle(canvas, OTHER))
    assert canvas.graph_scene.wires.chosen == canvas.graph_scene.slot_of(OTHER)
    assert steps() == []
    assert len(canvas.workspace.drawing.dots) == 1


def test_a_double_click_on_a_wire_adds_a_dot_and_on_a_dot_takes_it_away(canvas, steps):
    at = middle(canvas, OTHER)
    double_click(canvas, at)
    assert len(route(canvas, OTHER)) == 1
    assert not canvas.adding.is_open
    double_click(canvas, spot(canvas, "dot2"))
    assert route(canvas, OTHER) == []
    assert steps() == ["Added a dot", "Removed a dot"]


def test_delete_takes_selected_dots_away_and_leaves_their_wires(canvas, hand, steps):
    hand.click(spot(canvas))
    assert canvas.dots.chosen == {"dot1"}
    canvas.delete_selection()
    assert not canvas.workspace.drawing.dots
    assert LINE in canvas.workspace.drawing.graph.wires
    assert steps() == ["Removed a dot"]
    canvas.workspace.go_to(0)
    assert canvas.dots.chosen == {"dot1"}  # going back selects what it brought


def test_dots_are_selected_beside_nodes_and_move_with_them(canvas, hand, steps):
    hand.click(canvas.node_rect("relu1").center())
    hand.click(spot(canvas), modifiers=SHIFT)
    assert canvas.dots.chosen == {"dot1"}
    assert canvas.workspace.selection == {"relu1"}
    start = spot(canvas)
    hand.drag(start, start + QPoint(0, 80))
    assert canvas.workspace.drawing.places["relu1"].y - 0 == route(canvas)[0].y + 80
    assert steps() == ["Moved relu1 and a dot"]
    canvas.delete_selection()
    assert not canvas.workspace.drawing.dots
    assert "relu1" not in canvas.workspace.drawing.graph.nodes


def test_a_marquee_takes_dots_and_a_press_on_nothing_lets_them_go(canvas, hand):
    at = spot(canvas)
    hand.drag(at - QPoint(30, 30), at + QPoint(30, 20))
    assert canvas.dots.chosen == {"dot1"}
    hand.drag(at - QPoint(30, 30), at + QPoint(30, 20), modifiers=CONTROL)
    assert canvas.dots.chosen == frozenset()
    hand.click(at)
    hand.click(QPoint(3, 3))
    assert canvas.dots.chosen == frozenset()
    hand.click(at)
    hand.key(Qt.Key.Key_Escape)
    assert canvas.dots.chosen == frozenset()


def test_dots_between_moved_nodes_come_along(canvas, hand):
    canvas.workspace.select({"conv1", "relu1", "pool1"})
    start = canvas.node_rect("conv1").center()
    hand.drag(start, start + QPoint(0, 40))
    places = canvas.workspace.drawing.places
    assert route(canvas) == [Point(480, -80 + places["conv1"].y)]


def test_a_dot_dropped_on_another_of_the_same_source_becomes_one_with_it(canvas, hand, steps):
    double_click(canvas, middle(canvas, OTHER))
    start = spot(canvas, "dot2")
    hand.hold(start, spot(canvas) + QPoint(4, 4))
    assert canvas.graph_scene.wires.dots.pointed == "dot1"
    hand.release(spot(canvas) + QPoint(4, 4))
    assert route(canvas, OTHER) == route(canvas, LINE) == [Point(480, -80)]
    assert steps()[-1] == "Joined two dots"
    start = spot(canvas)
    hand.drag(start, start + QPoint(0, -40))
    assert route(canvas, OTHER) == route(canvas, LINE)


def test_space_drops_a_dot_on_the_wire_being_drawn(canvas, hand, steps):
    end = canvas.input_pos(Port("add", "input"))
    hand.hold(canvas.port_pos(Port("relu1", "output")), QPoint(900, 60))
    hand.key(Qt.Key.Key_Space)
    assert steps() == []
    hand.move(end)
    hand.release(end)
    [at] = route(canvas, wire("relu1", "add"))
    away = QPointF(*at) - canvas.mapToScene(900, 60)
    assert max(abs(away.x()), abs(away.y())) <= 4  # on the grid
    assert len(steps()) == 1
    assert not canvas.graph_scene.overlay.marks


def test_space_held_while_wiring_moves_the_camera(canvas, hand):
    hand.hold(canvas.port_pos(Port("relu1", "output")), QPoint(500, 300))
    before = canvas.mapToScene(QPoint(0, 0))
    hand.key(Qt.Key.Key_Space, release=False)
    hand.move(QPoint(540, 300))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.mapToScene(QPoint(0, 0)).x() == before.x() - 40
    hand.key(Qt.Key.Key_Escape)
    assert len(canvas.workspace.drawing.dots) == 1


def test_a_wire_drawn_past_dots_into_nothing_keeps_them_for_the_new_node(canvas, hand):
    hand.hold(canvas.port_pos(Port("relu1", "output")), QPoint(900, 60))
    hand.key(Qt.Key.Key_Space)
    hand.move(QPoint(940, 330))
    hand.release(QPoint(940, 330))
    assert canvas.adding.is_open
    field = canvas.adding.popup.field
    QTest.keyClicks(field, "tanh")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(route(canvas, wire("relu1", "tanh1"))) == 1


def test_a_wire_plugged_in_elsewhere_keeps_its_dots(canvas, hand):
    hand.drag(canvas.input_pos(Port("relu1", "input")), canvas.input_pos(Port("add", "input")))
    assert route(canvas, wire("conv1", "add")) == [Point(480, -80)]


def test_moving_a_dot_checks_nothing_again(canvas, hand):
    report, start = canvas.workspace.report, spot(canvas)
    hand.drag(start, start + QPoint(40, 64))
    assert canvas.workspace.report is report


def test_over_a_dot_no_label_lies_on_it(canvas, qtbot):
    hand, overlay = Hand(canvas), canvas.graph_scene.overlay
    slot = canvas.graph_scene.slot_of(LINE)
    hand.move(spot(canvas))
    qtbot.waitUntil(lambda: canvas.graph_scene.wires.hovered == slot)
    assert not any(isinstance(mark, WireLabel) for mark in overlay.marks)
    path = canvas.graph_scene.wires.shapes[slot].path
    hand.move(canvas.mapFromScene(path.pointAtPercent(0.3)))
    qtbot.waitUntil(lambda: any(isinstance(mark, WireLabel) for mark in overlay.marks))
    hand.move(spot(canvas))
    qtbot.waitUntil(lambda: not any(isinstance(mark, WireLabel) for mark in overlay.marks))


# Behind a node


def over(canvas, dot="dot1") -> str:
    """The colour in the middle of a dot on the screen."""
    return canvas.viewport().grab().toImage().pixelColor(spot(canvas, dot)).name()


@pytest.fixture
def behind(canvas, hand):
    """A canvas with its dot dropped on the ReLU."""
    start, end = spot(canvas), canvas.node_rect("relu1").center() + QPoint(20, 12)
    hand.drag(start, end, modifiers=CONTROL)
    hand.move(QPoint(5, 5))
    canvas.dots.select(())
    assert canvas.graph_scene.node_at(canvas.mapToScene(spot(canvas))) is not None
    return canvas


def test_a_dot_dropped_on_a_node_is_seen_over_it(behind):
    group = behind.graph_scene.wires.dots.spots["dot1"].group
    assert over(behind) == behind.look.theme.group(group)
    assert behind.dots.over_at(spot(behind)) == "dot1"


def test_a_dot_over_a_node_is_dragged_away_again_and_the_node_stays(behind, hand, steps):
    places, start = behind.workspace.drawing.places, spot(behind)
    hand.drag(start, start - QPoint(0, 120), modifiers=CONTROL)
    assert behind.workspace.drawing.places == places
    assert behind.dots.over_at(spot(behind)) is None
    assert not behind.graph_scene.covered.keys
    assert steps() == ["Moved a dot", "Moved a dot"]


def test_beside_its_dot_the_node_is_taken_as_ever(behind, hand, steps):
    start = behind.node_rect("relu1").center() + QPoint(-40, 12)
    hand.drag(start, start + QPoint(0, 80))
    assert steps() == ["Moved a dot", "Moved relu1"]
    assert behind.dots.over_at(spot(behind)) is None  # the node went, and the dot stayed


def test_a_node_dropped_on_a_dot_leaves_it_in_sight_and_reach(canvas, hand):
    start, dot = canvas.node_rect("pool1").center() + QPoint(0, 14), spot(canvas)
    hand.hold(start, dot + QPoint(0, 10))
    QApplication.processEvents()
    assert canvas.dots.over_at(dot) == "dot1"  # while it is still held
    hand.release(dot + QPoint(0, 10))
    hand.click(dot)
    assert canvas.dots.chosen == {"dot1"}
    assert canvas.workspace.selection == frozenset()


def test_over_a_node_the_pointer_lights_the_dot_and_not_the_node(behind, hand):
    hand.move(spot(behind))
    assert behind.graph_scene.wires.dots.pointed == "dot1"
    assert behind.hover.node is None
    assert behind.viewport().cursor().shape() == Qt.CursorShape.SizeAllCursor


def test_over_a_node_a_dot_has_its_menu_and_goes_by_a_double_click(behind, hand, steps):
    hand.click(spot(behind), RIGHT)
    assert behind.dots.chosen == {"dot1"}
    behind.menus.menu.hide()
    QApplication.processEvents()
    double_click(behind, spot(behind))
    assert not behind.workspace.drawing.dots
    assert steps()[1:] == ["Removed a dot"]


def test_a_dot_under_a_folded_frame_is_seen_over_its_title(canvas):
    frame = Frame("Off", Box(420, -96, 200, 100), folded=True)
    drawing = canvas.workspace.drawing
    canvas.workspace.do("Framed", replace(drawing, frames={"frame1": frame}))
    assert canvas.graph_scene.covered.keys == ["dot1"]
    group = canvas.graph_scene.wires.dots.spots["dot1"].group
    assert over(canvas) == canvas.look.theme.group(group)


def test_where_no_dot_is_covered_nothing_more_is_painted(canvas, monkeypatch):
    with recorded(monkeypatch, CoveredDots, "paint") as painted:
        canvas.viewport().grab()
        canvas.zoom_reset()
        canvas.viewport().grab()
    assert painted == []
