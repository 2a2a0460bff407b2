"""The table of gestures tells of every gesture there is, and of no other."""

from __future__ import annotations

from nodegraph.ui.canvas.gestures.table import STROKES, strokes
from nodegraph.ui.mouse import PANS, WHEELS, Mouse
from tests.ui.gestures import kinds


def test_every_gesture_is_told_of_and_nothing_else() -> None:
    told = {name for stroke in STROKES for name in stroke.by}
    assert told == {kind.__name__ for kind in kinds()}


def test_whatever_the_mouse_is_set_to_one_can_pan_and_zoom() -> None:
    for wheel in WHEELS:
        for pan in PANS:
            lines = [(stroke.how, stroke.what) for stroke in strokes(Mouse(wheel, pan))]
            assert len([what for how, what in lines if how == "Wheel"]) == 1
            assert [how for how, what in lines if "Pan" in what and "drag" in how]
            assert len(set(lines)) == len(lines)
