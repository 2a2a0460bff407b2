"""Every stroke of the mouse in another way: by real events, on a real canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from nodegraph.ui.canvas.gestures import MarqueeGesture, PanGesture
from nodegraph.ui.strokes import ANYWHERE, NAMED
from nodegraph.ui.ways import Ways, parted, way_of
from tests.ui.canvas.pointer import CONTROL, LEFT, MIDDLE, PLAIN, RIGHT, SHIFT, grip

ALT = Qt.KeyboardModifier.AltModifier
FREE, AWAY = QPoint(20, 620), QPoint(120, 560)
BUTTONS = (LEFT, MIDDLE, RIGHT, Qt.MouseButton.BackButton)
HELD = [
    one | two | three
    for one in (PLAIN, CONTROL)
    for two in (PLAIN, SHIFT)
    for three in (PLAIN, ALT)
]


def wire(canvas) -> QPoint:
    path = canvas.graph_scene.wires.shapes["relu1", 0].path
    return canvas.mapFromScene(path.pointAtPercent(0.5))


def test_as_declared_gestures_read_exactly_the_keys_that_are_held() -> None:
    for button in BUTTONS:
        for held in HELD:
            for place in ANYWHERE:
                meant = Ways().meant(button, held, place)
                assert [meant.read(now) for now in HELD] == HELD


def test_a_way_is_written_and_read_alike() -> None:
    for stroke in NAMED.values():
        assert parted(stroke.ways) == [stroke.ways]
    assert way_of(LEFT, SHIFT | CONTROL) == "Ctrl+Shift+left"
    assert parted("Ctrl+sideways; Alt; middle; Hyper+left; ") == ["middle"]


def test_a_copy_is_moved_in_its_new_way_alone(canvas, hand, steps) -> None:
    canvas.ways = Ways({"mouse.copy": ["Ctrl+Shift+left"]})
    start = grip(canvas, "conv1")
    hand.drag(start, start + QPoint(0, 120), modifiers=ALT)
    assert steps() == ["Moved conv1"]
    canvas.workspace.document.undo()
    hand.drag(start, start + QPoint(40, 120), modifiers=CONTROL | SHIFT)
    assert steps() == ["Duplicated conv2"]
    copy = canvas.workspace.drawing.places["conv2"]
    assert copy.x != 200  # neither along an axis
    assert copy.x % 8 == copy.y % 8 == 0  # nor without the grid


@pytest.mark.parametrize("way", ["Ctrl+middle", "Ctrl+Alt+left", "Alt+Shift+right"])
def test_the_knife_cuts_in_another_way_and_shift_still_adds_dots(canvas, hand, steps, way) -> None:
    canvas.ways = Ways({"mouse.knife": [way]})
    *_, name = way.split("+")
    button = {"left": LEFT, "middle": MIDDLE, "right": RIGHT}[name]
    held = PLAIN
    for key, flag in (("Ctrl", CONTROL), ("Alt", ALT), ("Shift", SHIFT)):
        held |= flag if key in way else PLAIN
    over, under = wire(canvas) + QPoint(0, -60), wire(canvas) + QPoint(0, 60)
    hand.drag(over, under, button, held)
    assert steps() == ["Cut a wire"]
    canvas.workspace.document.undo()
    hand.drag(over, under, RIGHT, CONTROL)
    assert steps() == []
    if not held & SHIFT:
        over, under = wire(canvas) + QPoint(0, -60), wire(canvas) + QPoint(0, 60)  # it panned
        hand.drag(over, under, button, held | SHIFT)
        assert steps() == ["Added a dot"]


def test_a_rectangle_adds_in_its_new_way_and_no_longer_in_the_old_one(canvas, hand) -> None:
    canvas.ways = Ways({"mouse.add": ["Alt+left"], "mouse.marquee_wires": []})
    hand.click(grip(canvas, "image"))
    area = canvas.node_rect("conv1").adjusted(-20, -40, 20, 30)
    hand.drag(area.topLeft(), area.bottomRight(), modifiers=ALT)
    assert canvas.workspace.selection == {"image", "conv1"}
    hand.drag(area.topLeft(), area.bottomRight(), modifiers=SHIFT)
    assert canvas.workspace.selection == {"conv1"}
    hand.click(grip(canvas, "relu1"), modifiers=ALT)
    assert canvas.workspace.selection == {"conv1", "relu1"}
    hand.click(grip(canvas, "image"), modifiers=SHIFT)
    assert canvas.workspace.selection == {"image"}


def test_the_left_button_can_pan_where_nothing_is(canvas, hand, steps) -> None:
    canvas.ways = Ways({"mouse.pan_free": ["left"], "mouse.marquee": ["Shift+middle"]})
    canvas.workspace.select({"conv1"})
    before = canvas.visible_area().topLeft()
    hand.hold(FREE, AWAY)
    assert isinstance(canvas.gesture, PanGesture)
    hand.release(AWAY)
    assert (before - canvas.visible_area().topLeft()).toPoint() == AWAY - FREE
    assert canvas.workspace.selection == {"conv1"}
    hand.hold(FREE, AWAY, MIDDLE, SHIFT)
    assert isinstance(canvas.gesture, MarqueeGesture)
    hand.release(AWAY, SHIFT)
    assert canvas.gesture is None
    hand.click(FREE)
    assert canvas.workspace.selection == frozenset()
    start = grip(canvas, "conv1")
    hand.drag(start, start + QPoint(0, 80))
    assert steps() == ["Moved conv1"]


def test_a_drag_that_nothing_means_does_nothing(canvas, hand, steps) -> None:
    canvas.ways = Ways({"mouse.marquee": [], "mouse.pan": [], "mouse.pan_free": []})
    canvas.workspace.select({"conv1"})
    before = canvas.visible_area()
    hand.hold(FREE, AWAY)
    assert canvas.gesture is None
    hand.release(AWAY)
    hand.drag(FREE, AWAY, MIDDLE)
    assert canvas.workspace.selection == frozenset()
    hand.drag(FREE, AWAY, RIGHT)
    assert canvas.visible_area() == before
    assert steps() == []


def test_the_menu_opens_in_another_way_and_not_in_the_old_one(canvas, hand) -> None:
    canvas.ways = Ways({"mouse.menu": ["Ctrl+left"], "mouse.toggle": []})
    hand.click(grip(canvas, "conv1"), RIGHT)
    assert not canvas.menus.menu.isVisible()
    hand.click(FREE, RIGHT)
    assert not canvas.menus.menu.isVisible()
    hand.click(grip(canvas, "conv1"), modifiers=CONTROL)
    assert canvas.menus.menu.isVisible()
    canvas.menus.menu.close()


def test_wires_go_in_another_way(canvas, hand, steps) -> None:
    canvas.ways = Ways({"mouse.cut": ["Ctrl+Alt+left"]})
    hand.click(wire(canvas), modifiers=ALT)
    assert steps() == []
    hand.click(wire(canvas), modifiers=CONTROL | ALT)
    assert len(steps()) == 1


def test_the_views_before_and_after_have_other_buttons(canvas, hand) -> None:
    canvas.ways = Ways({"mouse.back": ["Ctrl+right"], "mouse.knife": []})
    canvas.visited.leave()
    canvas.zoom_by(240)
    hand.click(FREE, RIGHT, CONTROL)
    assert canvas.zoom == 1


def test_the_wheel_zooms_and_pans_sideways_with_other_keys(canvas, hand) -> None:
    canvas.ways = Ways({"mouse.zoom": ["Shift+wheel"], "mouse.sideways": ["Alt+wheel"]})
    canvas.mouse = canvas.mouse._replace(wheel="pan")
    hand.wheel(FREE, 120, SHIFT)
    assert canvas.zoom > 1
    canvas.zoom_reset()
    before = canvas.visible_area().topLeft()
    hand.wheel(FREE, -120, ALT)
    assert (canvas.visible_area().topLeft() - before).toPoint() == QPoint(120, 0)


@pytest.mark.parametrize("name", [name for name, stroke in NAMED.items() if not stroke.fixed])
def test_every_stroke_in_another_way_is_cancelled_without_a_trace(canvas, hand, name) -> None:
    """T-17, for each stroke that can be chosen, done with a button and keys of nobody."""
    stroke = NAMED[name]
    canvas.ways = Ways({name: ["Ctrl+Alt+Shift+middle"]})
    before, held = canvas.workspace.document.at, CONTROL | ALT | SHIFT
    for place in (grip(canvas, "conv1"), wire(canvas), FREE):
        meant = canvas.ways.meant(MIDDLE, held, "nothing")
        assert (meant.stroke == name) == ("nothing" in stroke.places and stroke.kind != "wheel")
        hand.hold(place, place + QPoint(60, 40), MIDDLE, held)
        hand.key(Qt.Key.Key_Escape)
        hand.release(place + QPoint(60, 40), held)
        assert canvas.gesture is None
        assert canvas.workspace.document.at == before
        assert not canvas.workspace.document.previews
        assert not canvas.graph_scene.overlay.marks
