"""Wheel, touchpad and pinch, by synthetic events (T-26)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.ui.canvas.looking.camera import NOTCH
from nodegraph.ui.mouse import Mouse
from nodegraph.ui.strokes import PAN, PAN_FREE
from nodegraph.ui.ways import Ways
from tests.ui.canvas.pointer import CONTROL, LEFT, MIDDLE, NONE, PLAIN, RIGHT, SHIFT

AT = QPoint(731, 217)
PAD, MOUSE = QInputDevice.DeviceType.TouchPad, QInputDevice.DeviceType.Mouse
BEGUN, NO_PHASE = Qt.ScrollPhase.ScrollUpdate, Qt.ScrollPhase.NoScrollPhase


@pytest.fixture
def devices(qapp):
    """A mouse and a touchpad."""
    return {kind: device(kind) for kind in (PAD, MOUSE)}


def device(kind) -> QPointingDevice:
    pointer = QPointingDevice.PointerType
    finger = pointer.Finger if kind == PAD else pointer.Generic
    abilities = QInputDevice.Capability.Position | QInputDevice.Capability.Scroll
    return QPointingDevice("made", 4711, kind, finger, abilities, 2, 3)


def turn(canvas, made, angle, pixels=(0, 0), phase=NO_PHASE, modifiers=PLAIN) -> None:
    viewport, at = canvas.viewport(), QPointF(AT)
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(AT)),
        QPoint(*pixels),
        QPoint(*angle),
        NONE,
        modifiers,
        phase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        made,
    )
    QApplication.sendEvent(viewport, event)


def pinch(canvas, made, value) -> None:
    at = QPointF(AT)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        made,
        2,
        at,
        at,
        QPointF(canvas.viewport().mapToGlobal(AT)),
        value,
        QPointF(),
        1,
    )
    QApplication.sendEvent(canvas.viewport(), event)


def shift_of(canvas, act) -> QPoint:
    before = canvas.node_rect("conv1").topLeft()
    act()
    return canvas.node_rect("conv1").topLeft() - before


def test_a_notched_wheel_zooms_by_a_fifth(canvas, devices) -> None:
    """T-26."""
    turn(canvas, devices[MOUSE], (0, 120))
    assert canvas.zoom == pytest.approx(NOTCH**120)


@pytest.mark.parametrize(
    ("kind", "pixels", "phase"),
    [(MOUSE, (-30, 12), NO_PHASE), (MOUSE, (0, 0), BEGUN), (PAD, (0, 0), NO_PHASE)],
)
def test_two_fingers_pan_however_they_are_told(canvas, devices, kind, pixels, phase) -> None:
    """T-26: by pixels, by a phase of scrolling, or by the device."""
    way = shift_of(canvas, lambda: turn(canvas, devices[kind], (-30, 12), pixels, phase))
    assert way == QPoint(-30, 12)
    assert canvas.zoom == 1


def test_control_and_two_fingers_zoom_in_proportion(canvas, devices) -> None:
    """T-26."""
    turn(canvas, devices[PAD], (0, 40), (0, 20), BEGUN, CONTROL)
    assert canvas.zoom == pytest.approx(NOTCH**40)


def test_a_pinch_zooms_by_its_part(canvas, devices) -> None:
    """T-26."""
    pinch(canvas, devices[PAD], 0.25)
    assert canvas.zoom == pytest.approx(1.25)
    pinch(canvas, devices[PAD], -0.2)
    assert canvas.zoom == pytest.approx(1.0)


def two_fingers(canvas, device, apart):
    """Two fingers on a touch screen, so far apart at each step, around one point."""
    viewport = canvas.viewport()
    touch = QTest.touchEvent(viewport, device)
    ends = [(AT - QPoint(px, 0), AT + QPoint(px, 0)) for px in apart]
    for finger, at in enumerate(ends[0]):
        touch.press(finger, at, viewport)
    touch.commit()
    for pair in ends[1:]:
        touch = QTest.touchEvent(viewport, device)
        for finger, at in enumerate(pair):
            touch.move(finger, at, viewport)
        touch.commit()
        yield
    touch = QTest.touchEvent(viewport, device)
    for finger, at in enumerate(ends[-1]):
        touch.release(finger, at, viewport)
    touch.commit()


def test_two_fingers_on_a_touch_screen_zoom_between_them(canvas, steps) -> None:
    """T-26: what the first finger had begun is cancelled, here to move a node."""
    way = canvas.node_rect("conv1").topLeft() + QPoint(70, 10) - (AT - QPoint(50, 0))
    canvas.scroll_by(way.x(), way.y())
    drawing = canvas.workspace.drawing
    before = canvas.viewportTransform().inverted()[0].map(QPointF(AT))
    for _ in two_fingers(canvas, QTest.createTouchDevice(), range(50, 100, 5)):
        now = canvas.viewportTransform().map(before) - QPointF(AT)
        assert max(abs(now.x()), abs(now.y())) <= 1
    assert canvas.zoom == pytest.approx(95 / 55)  # it is a pinch from the second step on
    assert canvas.gesture is None
    assert canvas.workspace.drawing is drawing
    assert steps() == []


def test_one_finger_on_a_touch_screen_is_the_left_button(canvas) -> None:
    viewport, at = canvas.viewport(), canvas.node_rect("conv1").topLeft() + QPoint(70, 10)
    device = QTest.createTouchDevice()
    QTest.touchEvent(viewport, device).press(0, at, viewport).commit()
    QTest.touchEvent(viewport, device).release(0, at, viewport).commit()
    assert canvas.workspace.selection == {"conv1"}


@pytest.mark.parametrize("how", ["wheel", "pinch", "fingers"])
def test_what_is_under_the_pointer_stays_there_over_40_steps(canvas, devices, how) -> None:
    """T-26: within half a px to each side; the camera stands on whole px."""
    before = canvas.viewportTransform().inverted()[0].map(QPointF(AT))
    for step in range(40):
        sign = 1 if step % 8 < 3 else -1 if step % 8 < 6 else 0.5
        if how == "pinch":
            pinch(canvas, devices[PAD], 0.07 * sign)
        elif how == "wheel":
            turn(canvas, devices[MOUSE], (0, round(120 * sign)))
        else:
            turn(canvas, devices[PAD], (0, round(23 * sign)), (0, 9), BEGUN, CONTROL)
        now = canvas.viewportTransform().map(before) - QPointF(AT)
        assert abs(now.x()) <= 0.5 + 1e-6
        assert abs(now.y()) <= 0.5 + 1e-6


@pytest.mark.parametrize(
    ("wheel", "kind", "pans"),
    [("zoom", PAD, False), ("zoom", MOUSE, False), ("pan", PAD, True), ("pan", MOUSE, True)],
)
def test_the_setting_resolves_what_the_device_says(canvas, devices, wheel, kind, pans) -> None:
    canvas.mouse = Mouse(wheel)
    turn(canvas, devices[kind], (0, 120), (0, 60) if kind == PAD else (0, 0))
    assert (canvas.zoom == 1) == pans


def test_control_zooms_and_shift_pans_sideways_in_every_setting(canvas, devices) -> None:
    for wheel in ("auto", "zoom", "pan"):
        canvas.zoom_reset()
        canvas.mouse = Mouse(wheel)
        turn(canvas, devices[MOUSE], (0, 120), modifiers=CONTROL)
        assert canvas.zoom > 1
        canvas.zoom_reset()
        way = shift_of(canvas, lambda: turn(canvas, devices[MOUSE], (0, -120), modifiers=SHIFT))
        assert way == QPoint(-120, 0)


WITHOUT = {"right": Ways({PAN: ()}), "middle": Ways({PAN_FREE: ()}), "middle_right": Ways()}


@pytest.mark.parametrize(
    ("pan", "button", "pans"),
    [
        ("middle", MIDDLE, True),
        ("middle", RIGHT, False),
        ("right", MIDDLE, False),
        ("right", RIGHT, True),
    ],
)
def test_the_button_that_pans_can_be_chosen(canvas, hand, steps, pan, button, pans) -> None:
    canvas.ways = WITHOUT[pan]
    way = shift_of(canvas, lambda: hand.drag(QPoint(60, 60), QPoint(160, 120), button))
    assert (way == QPoint(100, 60)) == pans
    assert way in (QPoint(100, 60), QPoint(0, 0))
    assert steps() == []


@pytest.mark.parametrize("pan", ["middle", "right", "middle_right"])
def test_the_right_button_opens_the_menu_whatever_pans(canvas, hand, pan) -> None:
    canvas.ways = WITHOUT[pan]
    hand.click(QPoint(40, 40), RIGHT)
    assert canvas.menus.menu.isVisible()


def test_space_pans_with_the_left_button_in_every_setting(canvas, hand) -> None:
    for pan in ("middle", "right"):
        canvas.ways = WITHOUT[pan]
        hand.key(Qt.Key.Key_Space, release=False)
        way = shift_of(canvas, lambda: hand.drag(QPoint(60, 60), QPoint(90, 80), LEFT))
        hand.key(Qt.Key.Key_Space)
        assert way == QPoint(30, 20)


@pytest.mark.parametrize(
    ("key", "modifiers", "way"),
    [
        (Qt.Key.Key_PageUp, PLAIN, (0, 1)),
        (Qt.Key.Key_PageDown, PLAIN, (0, -1)),
        (Qt.Key.Key_Right, CONTROL, (-1, 0)),
        (Qt.Key.Key_Up, CONTROL, (0, 1)),
    ],
)
def test_keys_pan_by_a_quarter_while_nothing_is_selected(
    canvas, qtbot, steps, key, modifiers, way
) -> None:
    with qtbot.waitActive(canvas):
        canvas.activateWindow()
    canvas.setFocus()
    moved = shift_of(canvas, lambda: QTest.keyClick(canvas, key, modifiers))
    room = canvas.viewport().size()
    wanted = QPoint(way[0] * (room.width() // 4), way[1] * (room.height() // 4))
    assert (moved - wanted).manhattanLength() <= 1
    assert steps() == []
