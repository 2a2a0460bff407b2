"""Looking around: nothing under the pointer slips away, and nothing is a step of undo."""

import pytest
from PySide6.QtCore import QLineF, QPoint, QPointF, Qt

from tests.ui.canvas.pointer import CONTROL, MIDDLE, PLAIN, RIGHT, SHIFT


def test_zoom_keeps_what_is_under_the_pointer(canvas, hand):
    at = QPoint(731, 217)
    before = canvas.viewportTransform().inverted()[0].map(QPointF(at))
    for delta in [120] * 8 + [-120] * 20 + [37, -15] * 6:
        hand.wheel(at, delta)
        now = canvas.viewportTransform().map(before)
        assert QLineF(now, QPointF(at)).length() <= 0.71  # px; scroll bars are whole


def test_a_notch_is_a_fifth_and_control_zooms_too(canvas, hand):
    hand.wheel(QPoint(300, 300), 120)
    assert canvas.zoom == pytest.approx(1.0015**120)
    hand.wheel(QPoint(300, 300), -120, CONTROL)
    assert canvas.zoom == pytest.approx(1)


def test_zoom_ends_at_5_and_400_percent(canvas, hand):
    for _ in range(60):
        hand.wheel(QPoint(300, 300), 120)
    assert canvas.zoom == 4
    for _ in range(60):
        hand.wheel(QPoint(300, 300), -120)
    assert canvas.zoom == 0.05


def moved_by(canvas, act):
    before = canvas.node_rect("conv1").topLeft()
    act()
    return canvas.node_rect("conv1").topLeft() - before


def test_two_fingers_pan_by_their_pixels(canvas, hand):
    way = moved_by(canvas, lambda: hand.wheel(QPoint(300, 300), 8, pixels=QPoint(-30, 12)))
    assert way == QPoint(-30, 12)
    assert canvas.zoom == 1


def test_shift_and_the_wheel_pan_sideways(canvas, hand):
    assert moved_by(canvas, lambda: hand.wheel(QPoint(300, 300), -120, SHIFT)) == QPoint(-120, 0)


@pytest.mark.parametrize("button", [MIDDLE, RIGHT])
def test_the_middle_and_the_right_button_pan(canvas, hand, steps, button):
    start, end = QPoint(60, 60), QPoint(160, 120)
    assert moved_by(canvas, lambda: hand.drag(start, end, button)) == QPoint(100, 60)
    assert steps() == []


def test_space_and_the_left_button_pan_over_nodes_too(canvas, hand, steps):
    hand.key(Qt.Key.Key_Space, release=False)
    start = canvas.node_rect("relu1").center()
    way = moved_by(canvas, lambda: hand.drag(start, start + QPoint(-50, 30)))
    hand.key(Qt.Key.Key_Space)
    assert way == QPoint(-50, 30)
    assert steps() == []
    assert canvas.workspace.selection == frozenset()


def test_escape_brings_the_camera_back(canvas, hand):
    def act():
        hand.hold(QPoint(60, 60), QPoint(160, 120), MIDDLE)
        hand.key(Qt.Key.Key_Escape)
        hand.release(QPoint(160, 120))

    assert moved_by(canvas, act) == QPoint(0, 0)


def test_home_shows_everything_at_no_more_than_100_percent(canvas, hand):
    for _ in range(10):
        hand.wheel(QPoint(900, 600), 120)
    hand.key(Qt.Key.Key_Home)
    assert canvas.zoom == 1
    for node_id in canvas.graph_scene.nodes:
        assert canvas.viewport().rect().contains(canvas.node_rect(node_id))


def test_f_shows_the_selection(canvas, hand):
    canvas.resize(420, 300)
    canvas.workspace.select({"add"})
    hand.key(Qt.Key.Key_F)
    middle = canvas.node_rect("add").center() - canvas.viewport().rect().center()
    assert middle.manhattanLength() < 12


def test_control_and_0_plus_minus_zoom(canvas, hand):
    hand.key(Qt.Key.Key_Minus, CONTROL)
    assert canvas.zoom < 1
    hand.key(Qt.Key.Key_0, CONTROL)
    assert canvas.zoom == pytest.approx(1)
    hand.key(Qt.Key.Key_Equal, CONTROL)
    assert canvas.zoom > 1


def test_a_drag_at_the_edge_moves_the_camera(canvas, hand, qtbot):
    start = canvas.node_rect("relu1").center()
    edge = QPoint(canvas.viewport().width() - 4, start.y())
    hand.hold(start, edge)
    before = canvas.horizontalScrollBar().value()
    qtbot.waitUntil(lambda: canvas.horizontalScrollBar().value() > before + 30)
    assert canvas.node_rect("relu1").center().x() > edge.x() - 12  # it comes along
    hand.release(edge, PLAIN)
    after = canvas.horizontalScrollBar().value()
    qtbot.wait(60)
    assert canvas.horizontalScrollBar().value() == after


def test_showing_a_node_selects_it_and_keeps_the_zoom(canvas):
    canvas.scroll_by(4000, 0)
    canvas.show_node("add")
    assert canvas.workspace.selection == {"add"}
    assert canvas.viewport().rect().contains(canvas.node_rect("add"))
    assert canvas.zoom == 1
