"""Undo restores exactly what was: by keeping it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nodegraph.document import Document, Drawing, Point
from nodegraph.document.undo import LIMIT
from tests import networks


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
