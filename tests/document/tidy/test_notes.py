"""Notes go along with what they stand at, and nothing comes to lie on them."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from nodegraph.document import Drawing, Point, frames
from nodegraph.document.beside import add_note
from nodegraph.document.drawing import Box, Size
from nodegraph.document.edits import move
from nodegraph.document.tidy import tidy
from nodegraph.document.tidy.notes import apart
from nodegraph.graph import NodeId
from tests import graphs
from tests.document.test_tidy import networks_anywhere, overlaps, scattered
from tests.document.tidy.test_shelves import in_rows, rows


def noted(drawing: Drawing, *boxes: tuple[float, float, float, float]) -> Drawing:
    for box in boxes:
        drawing, _ = add_note(drawing, "words", Box(*box))
    return drawing


def under(drawing: Drawing, node: NodeId, width: float = 150, height: float = 80) -> Drawing:
    """With a note 30 px under a node."""
    x, y = drawing.places[node]
    return noted(drawing, (x, y + 64 + 30, width, height))


def covered(drawing: Drawing, sizes: dict[NodeId, Size] | None = None) -> list[object]:
    """Notes that lie on a node or on another note."""
    boxes = {
        i: Box(*place, *(sizes or {}).get(i, Size())[:2]) for i, place in drawing.places.items()
    }
    notes = {key: note.box for key, note in drawing.notes.items()}
    return [
        (key, other)
        for key, note in notes.items()
        for other, box in (boxes | notes).items()
        if other != key and apart(note, box) == (0, 0)
    ]


def test_a_note_goes_along_with_its_node() -> None:
    """T-14"""
    drawing = under(scattered(graphs.chain(8)), "n3")
    tidied = tidy(drawing)
    (before,), (after,) = drawing.notes.values(), tidied.notes.values()
    way = [after.box[n] - tidied.places["n3"][n] for n in (0, 1)]
    assert way == [before.box[n] - drawing.places["n3"][n] for n in (0, 1)]
    assert not covered(tidied)
    assert tidy(tidied) is tidied


def test_no_node_is_laid_over_a_note() -> None:
    """T-14"""
    drawing = noted(scattered(graphs.resnet(2)), *((200 * n, 150, 180, 120) for n in range(8)))
    tidied = tidy(drawing)
    assert not covered(tidied)
    assert not list(overlaps(tidied))
    assert tidy(tidied) is tidied


def test_rows_make_room_for_the_notes_between_them() -> None:
    """T-14"""
    drawing = in_rows(graphs.chain(15), 5)
    drawing = under(under(drawing, "n1", 300, 120), "n6")
    tidied = tidy(drawing)
    assert len(rows(tidied)) == 3
    assert not covered(tidied)
    first, second = tidied.notes.values()
    assert tidied.places["n1"].y + 64 < first.box.y
    assert first.box.y + first.box.height < tidied.places["n5"].y
    assert second.box.y + second.box.height < tidied.places["n10"].y
    assert tidy(tidied) is tidied


def test_a_note_in_a_frame_stays_there_beside_its_node() -> None:
    """T-14"""
    drawing = scattered(graphs.chain(12))
    drawing, key = frames.frame_around(drawing, ["n4", "n5", "n6"], "F", {})
    x, y = drawing.places["n5"]
    drawing = noted(drawing, (x, y + 66, 60, 20))
    tidied = tidy(drawing)
    (note,) = tidied.notes.values()
    frame = tidied.frames[key].box
    assert frame.x <= note.box.x
    assert note.box.y + note.box.height <= frame.y + frame.height
    assert abs(note.box.x - tidied.places["n5"].x) < 1
    assert not covered(tidied)
    assert tidy(tidied) is tidied


def test_a_note_beside_a_frame_goes_along_with_the_frame() -> None:
    """T-14"""
    drawing, key = frames.frame_around(scattered(graphs.chain(12)), ["n4", "n5"], "F", {})
    box = drawing.frames[key].box
    drawing = noted(drawing, (box.x, box.y - 70, 100, 60))
    tidied = tidy(drawing)
    (note,) = tidied.notes.values()
    assert apart(note.box, tidied.frames[key].box) == (0, 10)
    assert tidy(tidied) is tidied


def test_the_notes_of_what_is_not_chosen_stay_and_are_not_covered() -> None:
    """T-14"""
    drawing = tidy(Drawing(graph=graphs.chain(10)))
    drawing = under(drawing, "n7", 300, 200)
    chosen = ["n1", "n2", "n3"]
    note = drawing.notes["note1"].box
    messy = move(drawing, {"n1": Point(note.x - 380, note.y + 80), "n2": Point(0, 300)})
    tidied = tidy(messy, only=chosen)
    assert tidied.notes == messy.notes
    assert not covered(tidied)


def test_a_note_far_off_comes_nearer() -> None:
    drawing = noted(tidy(Drawing(graph=graphs.chain(4))), (0, -900, 100, 50))
    tidied = tidy(drawing)
    (note,) = tidied.notes.values()
    assert hypot(*apart(note.box, Box(*tidied.places["image"], 150, 64))) < 50
    assert tidied.places == drawing.places


def test_the_note_of_a_pinned_node_stays_with_it() -> None:
    drawing = under(scattered(graphs.chain(8)), "n3")
    drawing = replace(drawing, pins=frozenset({"n3"}))
    tidied = tidy(drawing)
    assert tidied.places["n3"] == drawing.places["n3"]
    assert tidied.notes == drawing.notes


@settings(max_examples=40)
@given(networks_anywhere(), st.lists(st.tuples(*[st.integers(-400, 900)] * 2), max_size=3))
def test_any_notes_are_covered_by_nothing_and_stay(
    drawn: tuple[Drawing, dict[NodeId, Size]], corners: list[tuple[int, int]]
) -> None:
    """T-14"""
    drawing, sizes = drawn
    tidied = tidy(noted(drawing, *((x, y, 180, 90) for x, y in corners)), sizes=sizes)
    assert not covered(tidied, sizes)
    assert not list(overlaps(tidied, sizes))
    assert tidy(tidied, sizes=sizes) is tidied
