"""A finger on the screen: it pans, taps, wires by two taps, and opens the menu when it rests."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.graph import Port

NOTHING = QPoint(80, 600)


class Finger:
    """One finger on a canvas."""

    def __init__(self, canvas, device) -> None:
        self.canvas, self.device = canvas, device

    def down(self, at: QPoint) -> None:
        self._touch().press(0, at, self.canvas.viewport()).commit()

    def move(self, at: QPoint) -> None:
        self._touch().move(0, at, self.canvas.viewport()).commit()

    def up(self, at: QPoint) -> None:
        self._touch().release(0, at, self.canvas.viewport()).commit()

    def tap(self, at: QPoint) -> None:
        self.down(at)
        self.up(at)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.down(start)
        for part in (1, 2, 3):
            self.move(start + (end - start) * part / 3)
        self.up(end)

    def _touch(self):
        return QTest.touchEvent(self.canvas.viewport(), self.device)


@pytest.fixture
def finger(canvas) -> Finger:
    return Finger(canvas, QTest.createTouchDevice())


def grip(canvas, node: str) -> QPoint:
    return canvas.node_rect(node).topLeft() + QPoint(70, 10)


def test_one_finger_pans_where_nothing_is(canvas, finger, steps) -> None:
    before = canvas.visible_area().topLeft()
    finger.drag(NOTHING, NOTHING + QPoint(60, -45))
    assert (before - canvas.visible_area().topLeft()).toPoint() == QPoint(60, -45)
    assert canvas.workspace.selection == frozenset()
    assert steps() == []


def test_a_tap_selects_and_one_on_nothing_selects_nothing(canvas, finger) -> None:
    finger.tap(grip(canvas, "conv1"))
    assert canvas.workspace.selection == {"conv1"}
    finger.tap(NOTHING)
    assert canvas.workspace.selection == frozenset()


def test_two_quick_taps_far_apart_are_no_double_tap(canvas, finger, qtbot) -> None:
    wanted: list[bool] = []
    canvas.settings_wanted.connect(lambda: wanted.append(True))
    finger.tap(grip(canvas, "conv1"))
    finger.tap(grip(canvas, "pool1"))
    assert canvas.workspace.selection == {"pool1"}
    assert wanted == []
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    finger.tap(grip(canvas, "pool1"))
    finger.tap(grip(canvas, "pool1"))
    assert wanted == [True]


def test_a_finger_that_trembles_moves_no_node(canvas, finger, steps, qtbot) -> None:
    at = grip(canvas, "conv3d")
    finger.drag(at, at + QPoint(9, 9))
    assert steps() == []
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    finger.drag(at, at + QPoint(40, 48))
    assert steps() == ["Moved conv3d"]


def test_two_taps_draw_a_wire_between_ports_hit_from_farther_off(canvas, finger, steps) -> None:
    output = canvas.port_pos(Port("relu1", "output")) + QPoint(17, -8)
    finger.tap(output)
    assert canvas.gesture is not None
    finger.tap(canvas.input_pos(Port("add", "input")) + QPoint(-10, 12))
    assert canvas.gesture is None
    assert steps() == ["Connected relu1 to add"]


def test_a_mouse_does_not_hit_a_port_from_so_far_off(canvas, hand) -> None:
    at = canvas.port_pos(Port("relu1", "output")) + QPoint(17, -8)
    hand.click(at)
    assert canvas.gesture is None


def test_a_finger_that_rests_opens_the_menu_of_what_is_there(canvas, finger, steps, qtbot) -> None:
    at, drawing = grip(canvas, "conv1"), canvas.workspace.drawing
    finger.down(at)
    qtbot.waitUntil(canvas.menus.menu.isVisible)
    assert canvas.gesture is None
    finger.up(at)
    assert canvas.menus.menu.isVisible()
    canvas.menus.menu.close()
    assert canvas.workspace.selection == {"conv1"}
    assert canvas.workspace.drawing is drawing
    assert steps() == []


def test_a_finger_that_moves_or_goes_opens_none(canvas, finger, qtbot) -> None:
    at = grip(canvas, "conv1")
    finger.tap(at)
    qtbot.wait(700)
    assert not canvas.menus.menu.isVisible()
    finger.down(NOTHING)
    finger.move(NOTHING + QPoint(40, 0))
    qtbot.wait(700)
    assert not canvas.menus.menu.isVisible()
    finger.up(NOTHING + QPoint(40, 0))
