"""The table of strokes tells of every gesture there is, and of no other."""

from __future__ import annotations

from nodegraph.ui.mouse import WHEELS, Mouse
from nodegraph.ui.strokes import NAMED, STROKES, strokes
from nodegraph.ui.ways import parted
from tests.ui.gestures import kinds


def test_every_gesture_is_told_of_and_nothing_else() -> None:
    told = {name for stroke in STROKES for name in stroke.by}
    assert told == {kind.__name__ for kind in kinds()}


def test_whatever_the_wheel_is_set_to_one_can_zoom_and_no_line_stands_twice() -> None:
    for wheel in WHEELS:
        lines = [(stroke.how or stroke.name, stroke.what) for stroke in strokes(Mouse(wheel))]
        assert len([what for how, what in lines if how == "Wheel"]) == 1
        assert len(set(lines)) == len(lines)


def test_each_stroke_is_told_by_words_or_by_a_way_that_is_one() -> None:
    for stroke in STROKES:
        assert bool(stroke.how) != bool(stroke.name)
        assert parted(stroke.ways) == ([stroke.ways] if stroke.name else [])


def test_no_two_strokes_are_declared_with_one_way_at_one_place() -> None:
    named = list(NAMED.values())
    for at, one in enumerate(named):
        assert [o.name for o in named[at + 1 :] if o.ways == one.ways and o.bars(one)] == []
