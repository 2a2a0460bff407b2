"""Undo restores exactly what was: by keeping it."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nodegraph.document import Document, Drawing, Point, View, edits
from nodegraph.document.undo import BYTES, LIMIT, touched
from nodegraph.graph import Port
from tests import networks
from tests.ui.canvas.ladder import ladder


def drawing(name: str = "a") -> Drawing:
    return Drawing(name, networks.r4a())


def test_a_preview_is_shown_but_is_no_step() -> None:
    document = Document(drawing())
    first = document.drawing
    document.preview(replace(first, name="b"))
    assert document.drawing.name == "b"
    assert not document.dirty
    document.cancel()
    assert document.drawing is first
    assert document.undo_label is None


def test_a_gesture_of_many_previews_is_one_step() -> None:
    document = Document(drawing())
    for number in range(50):
        document.preview(replace(document.settled, places={"fc1": Point(number, 0)}))
    document.do("Moved fc1", document.drawing)
    assert document.undo_label == "Moved fc1"
    assert document.undo()
    assert document.undo_label is None
    assert document.redo()
    assert document.drawing.places["fc1"] == Point(49, 0)


def test_two_drags_of_the_same_node_are_two_steps() -> None:
    """Two drags undone as one: libraries of node editors."""
    document = Document(drawing())
    for x in (1, 2):
        document.do("Moved fc1", replace(document.settled, places={"fc1": Point(x, 0)}))
    assert document.undo()
    assert document.drawing.places["fc1"] == Point(1, 0)


def test_the_same_drawing_again_is_no_step() -> None:
    document = Document(drawing())
    document.do("Nothing", document.settled)
    assert document.undo_label is None


def test_dirty_means_different_from_what_is_saved() -> None:
    document = Document(drawing())
    document.do("Renamed", replace(document.settled, name="b"))
    assert document.dirty
    document.saved(document.settled)
    assert not document.dirty
    document.undo()
    assert document.dirty
    document.redo()
    assert not document.dirty


def test_a_new_step_forgets_what_was_undone() -> None:
    document = Document(drawing())
    document.do("b", replace(document.settled, name="b"))
    document.undo()
    document.do("c", replace(document.settled, name="c"))
    assert document.redo_label is None
    assert not document.redo()


def test_listeners_hear_every_change_with_before_and_after_until_they_leave() -> None:
    document = Document(drawing())
    heard: list[tuple[str, str]] = []
    leave = document.listen(lambda before, after: heard.append((before.name, after.name)))
    document.do("b", replace(document.settled, name="b"))
    document.undo()
    leave()
    document.redo()
    assert heard == [("a", "b"), ("b", "a")]


def test_the_oldest_steps_are_dropped_and_the_rest_stay() -> None:
    document = Document(drawing("0"))
    for number in range(1, LIMIT + 51):
        document.do(str(number), replace(document.settled, name=str(number)))
    steps = 0
    while document.undo():
        steps += 1
    assert steps == LIMIT
    assert document.drawing.name == "50"


@given(st.lists(st.sampled_from(["do", "undo", "redo", "preview", "cancel"]), max_size=60))
def test_any_series_of_steps_can_be_walked_back_and_forth(actions: list[str]) -> None:
    document = Document(drawing("0"))
    for number, action in enumerate(actions, 1):
        new = replace(document.settled, name=str(number))
        if action in ("do", "preview"):
            document.do(action, new) if action == "do" else document.preview(new)
        else:
            getattr(document, action)()
    document.cancel()
    names = [document.drawing.name]
    while document.undo():
        names.append(document.drawing.name)
    assert names[-1] == "0"
    for name in reversed(names[:-1]):
        assert document.redo()
        assert document.drawing.name == name


def walked(count: int) -> Document:
    """A document with that many steps, named by their numbers."""
    document = Document(drawing("0"))
    for number in range(1, count + 1):
        document.do(str(number), replace(document.settled, name=str(number)))
    return document


def test_travelling_is_no_step_and_both_ways_stay_open() -> None:
    document = walked(5)
    steps = document.steps
    assert [step.label for step in steps] == ["Opened", "1", "2", "3", "4", "5"]
    assert document.go_to(2)
    assert (document.drawing.name, document.at) == ("2", 2)
    assert document.steps == steps
    assert (document.undo_label, document.redo_label) == ("2", "3")
    assert document.go_to(5)
    assert document.drawing is steps[5].drawing


def test_nothing_lies_before_the_first_step_or_behind_the_last() -> None:
    document = walked(2)
    assert not document.go_to(-1)
    assert not document.go_to(3)
    assert document.at == 2


def test_a_step_after_travelling_takes_the_place_of_what_was_undone() -> None:
    document = walked(4)
    document.go_to(1)
    document.do("other", replace(document.settled, name="other"))
    assert [step.label for step in document.steps] == ["Opened", "1", "other"]
    assert document.at == 2


def test_what_a_change_touched_is_what_differs() -> None:
    before = drawing()
    moved = edits.move(before, {"fc1": Point(4, 4)})
    set_too = edits.set_setting(moved, ["fc2"], "out_features", 77)
    assert touched(before, moved) == {"fc1"}
    assert touched(before, set_too) == {"fc1", "fc2"}
    assert touched(set_too, before) == {"fc1", "fc2"}
    assert touched(before, edits.delete(before, ["fc1"])) >= {"fc1"}
    assert touched(before, edits.set_name(before, "b")) == frozenset()


def test_a_history_is_weighed_as_python_weighs_it() -> None:
    document = Document(ladder(1_000))
    gc.collect()
    tracemalloc.start()
    held = tracemalloc.get_traced_memory()[0]
    for number in range(40):
        settled = document.settled
        kind = number % 4
        if kind == 0:
            after = edits.move(settled, {f"n{k}": Point(number + k / 4, k) for k in range(99)})
        elif kind == 1:
            after = edits.connect(settled, Port("n0", "output"), Port(f"n{number}", "input"))
            assert after.graph.wires, "what is derived for the screen is not kept for undo"
            assert after.graph.consumers
        elif kind == 2:
            ids = [f"n{k}" for k in range(1, 400, 4)]
            after = edits.set_setting(settled, ids, "out_channels", 9 + number)
        else:
            after = edits.rename(settled, "n7", f"a{number}")
        document.do(str(number), after)
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - held
    tracemalloc.stop()
    assert 0.6 < document.held / grown < 1.5


def test_a_history_holds_64_mb_and_then_drops_its_oldest_steps() -> None:
    document = Document(ladder(9_000))
    for number in range(400):
        document.do(str(number), edits.move(document.settled, {"n1": Point(number, 9)}))
    assert document.held <= BYTES
    assert 100 < len(document.steps) < 400
    assert document.steps[-1].label == "399"
    assert document.go_to(0)
    assert document.drawing.places["n1"].x == 400 - len(document.steps)


def test_one_step_can_always_be_taken_back() -> None:
    document = Document(drawing())
    document.do("small", replace(document.settled, name="b"))
    moved = edits.move(document.settled, {str(n): Point(n, n) for n in range(500_000)})
    document.do("huge", moved)
    assert document.held > BYTES
    assert document.undo()


def bookmarked(shown: Drawing) -> Drawing:
    return replace(shown, bookmarks={**shown.bookmarks, 1: View(10, 20, 0.5)})


def test_what_is_amended_is_no_step_and_no_undo_takes_it_back() -> None:
    document = Document(drawing())
    document.do("Renamed it", replace(document.settled, name="b"))
    document.amend(bookmarked)
    assert [step.label for step in document.steps] == ["Opened", "Renamed it"]
    assert document.undo()
    assert document.drawing.name == "a"
    assert document.drawing.bookmarks == {1: View(10, 20, 0.5)}
    assert document.redo()
    assert document.drawing.bookmarks == {1: View(10, 20, 0.5)}


def test_what_is_amended_is_to_be_saved_whichever_step_one_goes_to() -> None:
    """The star is no lie: the file lacks it, before and after every undo, until it is saved."""
    document = Document(drawing())
    document.do("Renamed it", replace(document.settled, name="b"))
    document.saved(document.settled)
    document.amend(bookmarked)
    assert document.dirty
    document.undo()
    document.redo()
    assert document.dirty
    document.saved(document.settled)
    assert not document.dirty


def test_amending_nothing_changes_nothing() -> None:
    document = Document(drawing())
    document.amend(lambda shown: shown)
    assert not document.dirty
