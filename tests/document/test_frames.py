"""Frames hold nodes, lie in each other, grow, fold, and let go; notes and pins beside them."""

from __future__ import annotations

import pytest

from nodegraph.document import (
    Box,
    Drawing,
    FileError,
    Frame,
    Note,
    Point,
    arrange,
    edits,
    frames,
    nesting,
)
from nodegraph.document import beside as beside_
from nodegraph.document.beside import Beside, moved, removed, removed_whole
from nodegraph.document.clipboard import copied, duplicated, pasted
from nodegraph.document.drawing import Size
from nodegraph.document.file import loads
from nodegraph.document.writing import text_of
from tests import graphs

SIZES = {f"n{number}": Size(100, 50) for number in range(6)}


def row() -> Drawing:
    """Six nodes side by side, each 100 × 50 px, 200 px apart."""
    graph = graphs.chain(6)
    places = {node: Point(200 * at, 0) for at, node in enumerate(graph.nodes)}
    return Drawing(graph=graph, places=places)


def names() -> list[str]:
    return list(row().graph.nodes)


@pytest.fixture
def sizes() -> dict[str, Size]:
    """Of the nodes of the row."""
    return {node: Size(100, 50) for node in names()}


def framed(ids: list[str], sizes: dict[str, Size], drawing: Drawing | None = None) -> Drawing:
    return frames.frame_around(drawing or row(), ids, "Encoder", sizes)[0]


def test_a_frame_around_nodes_holds_them_with_room_for_its_title(sizes) -> None:
    a, b, *_ = names()
    drawing, key = frames.frame_around(row(), [a, b], "Encoder", sizes)
    frame = drawing.frames[key]
    assert (frame.title, frame.nodes) == ("Encoder", {a, b})
    assert frame.box == Box(-24, -56, 348, 148)
    assert drawing.graph is row().graph or drawing.places == row().places


def test_a_node_belongs_to_one_frame_alone(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b], sizes)
    drawing = framed([b, c], sizes, drawing)
    assert [frame.nodes for frame in drawing.frames.values()] == [{a}, {b, c}]


def test_a_frame_around_a_whole_frame_lies_around_it(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b, c], sizes, framed([a, b], sizes))
    inner, outer = drawing.frames
    assert drawing.frames[outer].nodes == {c}
    assert nesting.parents(drawing.frames) == {inner: outer, outer: None}
    assert nesting.content_of(drawing, [outer]).nodes == {a, b, c}


def test_a_drawn_frame_takes_the_nodes_that_lie_in_it(sizes) -> None:
    _, b, c, *_ = names()
    drawing, key = frames.frame_at(row(), Box(150, -50, 300, 150), "Here", sizes)
    assert drawing.frames[key].nodes == {b, c}
    assert nesting.lies_in(nesting.room_of(Point(400, 0), Size(100, 50)), drawing.frames[key].box)
    empty, key = frames.frame_at(row(), Box(0, 500, 10, 10), "Empty", sizes)
    assert (empty.frames[key].nodes, empty.frames[key].box.width) == (frozenset(), frames.LEAST)


def test_a_frame_moves_with_its_nodes_its_frames_and_its_notes(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b, c], sizes, framed([a, b], sizes))
    inner, outer = drawing.frames
    drawing, note = beside_.add_note(drawing, "why", Box(20, 60, 80, 20))
    after = moved(drawing, Beside(frozenset({outer})), (), 8, 80, sizes)
    assert [after.places[node] for node in (a, b, c)] == [(8, 80), (208, 80), (408, 80)]
    assert after.places[names()[3]] == (600, 0)
    for key in (inner, outer):
        before = drawing.frames[key].box
        assert after.frames[key].box == nesting.shifted(before, 8, 80)
    assert after.notes[note].box == Box(28, 140, 80, 20)
    assert after.frames[outer].nodes == {c}


def test_a_node_dropped_on_a_frame_joins_it_and_the_frame_grows(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b], sizes)
    (key,) = drawing.frames
    dropped = edits.move(drawing, {c: Point(100, 45)})
    after = frames.settled(dropped, [c], sizes)
    assert after.frames[key].nodes == {a, b, c}
    assert after.frames[key].box.height > drawing.frames[key].box.height
    assert frames.settled(dropped, [c], sizes, apart=True).frames[key].nodes == {a, b}


def test_kept_apart_a_node_joins_no_frame_but_stays_in_those_it_was_in(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b, c], sizes, framed([a], sizes))
    inner, outer = drawing.frames
    assert nesting.parents(drawing.frames)[inner] == outer

    def dropped(node: str, at: Point) -> tuple[set[str], set[str]]:
        there = edits.move(drawing, {node: at})
        after = frames.settled(there, [node], sizes, apart=True).frames
        return set(after[inner].nodes), set(after[outer].nodes)

    assert dropped(c, Point(8, 8)) == ({a}, {b, c})  # into the inner one
    assert dropped(a, Point(400, 8)) == (set(), {a, b, c})  # out of it, still in the outer one
    assert dropped(a, Point(16, 8)) == ({a}, {b, c})
    assert dropped(c, Point(400, 900)) == ({a}, {b})
    fourth = names()[3]
    assert dropped(fourth, Point(8, 8)) == ({a}, {b, c})
    assert dropped(fourth, Point(300, 8)) == ({a}, {b, c})


def test_kept_apart_a_frame_makes_no_other_grow(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([b, c], sizes, framed([a], sizes))
    one, other = drawing.frames
    joined = moved(drawing, Beside(frozenset({one})), (), 150, 40, sizes)
    apart = moved(drawing, Beside(frozenset({one})), (), 150, 40, sizes, apart=True)
    assert joined.frames[other] != drawing.frames[other] == apart.frames[other]
    assert apart.places == joined.places


def test_a_node_dragged_out_leaves_and_one_at_the_edge_makes_it_grow(sizes) -> None:
    a, b, *_ = names()
    drawing = framed([a, b], sizes)
    (key,) = drawing.frames
    out = frames.settled(edits.move(drawing, {a: Point(0, 400)}), [a], sizes)
    assert out.frames[key].nodes == {b}
    assert out.frames[key].box == drawing.frames[key].box
    edge = frames.settled(edits.move(drawing, {a: Point(-60, 0)}), [a], sizes)
    assert edge.frames[key].nodes == {a, b}
    assert edge.frames[key].box.x == -84


def test_the_innermost_frame_takes_the_node_and_the_outer_one_grows_too(sizes) -> None:
    a, b, c, d, *_ = names()
    drawing = framed([a, b, c], sizes, framed([a, b], sizes))
    inner, outer = drawing.frames
    after = frames.settled(edits.move(drawing, {d: Point(100, 45)}), [d], sizes)
    assert after.frames[inner].nodes == {a, b, d}
    assert nesting.parents(after.frames)[inner] == outer


def test_nothing_changes_where_nothing_joins_or_leaves(sizes) -> None:
    a, b, *_, last = names()
    drawing = framed([a, b], sizes)
    assert frames.settled(drawing, [last, a], sizes) is drawing


def test_a_folded_frame_hides_what_it_holds_and_takes_nothing_in(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b], sizes)
    (key,) = drawing.frames
    folded = frames.fold(drawing, [key], True, sizes)
    assert nesting.folded_in(folded) == {a: key, b: key}
    dropped = edits.move(folded, {c: Point(100, 10)})
    assert frames.settled(dropped, [c], sizes).frames[key].nodes == {a, b}
    assert frames.fold(folded, [key], False, sizes).frames[key] == drawing.frames[key]


def test_resizing_takes_nodes_in_and_lets_others_go(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b], sizes)
    (key,) = drawing.frames
    x, y, width, height = drawing.frames[key].box
    wider = frames.resize(drawing, key, Box(x, y, width + 200, height), sizes)
    assert wider.frames[key].nodes == {a, b, c}
    narrower = frames.resize(wider, key, Box(x, y, 170, height), sizes)
    assert narrower.frames[key].nodes == {a}
    assert frames.resize(wider, key, Box(x, y, 130, height), sizes).frames[key].box.width == 148


def test_removing_a_frame_leaves_its_content_to_the_frame_around(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b, c], sizes, framed([a, b], sizes))
    inner, outer = drawing.frames
    after = removed(drawing, Beside(frozenset({inner})))
    assert after.frames[outer].nodes == {a, b, c}
    assert after.graph is drawing.graph
    assert not removed(drawing, Beside(frozenset({inner, outer}))).frames


def test_removing_it_whole_takes_nodes_frames_and_notes_along(sizes) -> None:
    a, b, c, *rest = names()
    drawing = framed([a, b, c], sizes, framed([a, b], sizes))
    _, outer = drawing.frames
    drawing, _ = beside_.add_note(drawing, "why", Box(20, 60, 80, 20))
    after = removed_whole(drawing, Beside(frozenset({outer})))
    assert list(after.graph.nodes) == rest
    assert (after.frames, after.notes) == ({}, {})


def test_a_later_node_of_the_same_id_belongs_to_no_frame_and_is_not_pinned(sizes) -> None:
    a, b, *_ = names()
    drawing = arrange.pin(framed([a, b], sizes), [a])
    (key,) = drawing.frames
    after = edits.delete(drawing, [a])
    assert (after.frames[key].nodes, after.pins) == ({b}, frozenset())


def test_pinned_nodes_stay_where_their_frame_leaves_them(sizes) -> None:
    a, b, *_ = names()
    drawing = arrange.pin(framed([a, b], sizes), [a])
    (key,) = drawing.frames
    after = moved(drawing, Beside(frozenset({key})), (), 0, 400, sizes)
    assert after.places[a] == (0, 0)
    assert after.frames[key].nodes == {b}


def test_pinning_turns_over_once_all_are_pinned() -> None:
    a, b, *_ = names()
    drawing = arrange.pin(row(), [a])
    drawing = arrange.pin(drawing, [a, b])
    assert drawing.pins == {a, b}
    assert arrange.pin(drawing, [a, b]).pins == frozenset()


def test_a_frame_dropped_on_another_lies_in_it(sizes) -> None:
    a, *_ = names()
    drawing = framed([a], sizes)
    drawing, large = frames.frame_at(drawing, Box(0, 300, 400, 400), "Large", sizes)
    small = next(iter(drawing.frames))
    after = moved(drawing, Beside(frozenset({small})), (), 0, 320, sizes)
    assert nesting.parents(after.frames)[small] == large
    assert after.frames[large].nodes == frozenset()


def test_a_note_is_written_resized_and_taken_away() -> None:
    drawing, key = beside_.add_note(row(), "a", Box(0, 0, 200, 100))
    assert beside_.write_note(drawing, key, "a") is drawing
    assert beside_.write_note(drawing, key, "b").notes[key] == Note("b", Box(0, 0, 200, 100))
    small = beside_.resize_note(drawing, key, Box(0, 0, 1, 1))
    assert small.notes[key].box == Box(0, 0, beside_.LEAST_WIDE, beside_.LEAST_HIGH)
    assert removed(drawing, Beside(notes=frozenset({key}))).notes == {}


def test_titles_and_colours_change_and_equal_ones_change_nothing(sizes) -> None:
    drawing = framed(names()[:2], sizes)
    (key,) = drawing.frames
    assert frames.rename(drawing, key, "Encoder") is drawing
    assert frames.rename(drawing, key, "Head").frames[key].title == "Head"
    assert frames.colour(drawing, [key], "Linear").frames[key].colour == "Linear"
    assert Frame("x", Box(0, 0, 1, 1)).colour == ""


@pytest.mark.parametrize(
    "title", ["编码器\u3000一", "my\xa0frame", "a\tb\u200bc", "x" * 300, "\u200b"]
)
def test_whatever_is_typed_as_a_title_or_a_note_comes_back_from_the_file(sizes, title) -> None:
    """A wide space typed, or a hard one pasted from a page, made files that were never read."""
    drawing = framed(names()[:2], sizes)
    (key,) = drawing.frames
    drawing, note = beside_.add_note(drawing, "", Box(0, 0, 200, 100))
    drawing = frames.rename(beside_.write_note(drawing, note, title * 1000), key, title)
    again = loads(text_of(drawing))
    assert (again.frames, again.notes) == (drawing.frames, drawing.notes)
    assert again.frames[key].title


# Copied


def test_a_copied_frame_takes_its_nodes_frames_and_notes_along(sizes) -> None:
    a, b, c, *_ = names()
    drawing = framed([a, b, c], sizes, framed([a, b], sizes))
    _, outer = drawing.frames
    drawing, _ = beside_.add_note(drawing, "why", Box(20, 60, 80, 20))
    done = duplicated(drawing, (), beside=Beside(frozenset({outer})))
    assert len(done.ids) == 3
    inner_copy, outer_copy = sorted(done.beside.frames)
    after = done.drawing
    assert after.frames[inner_copy].nodes | after.frames[outer_copy].nodes == set(done.ids)
    assert nesting.parents(after.frames)[inner_copy] == outer_copy
    way = after.places[done.ids[0]].y - drawing.places[a].y
    assert after.frames[outer_copy].box.y == drawing.frames[outer].box.y + way
    (note,) = done.beside.notes
    assert after.notes[note].text == "why"
    assert all(after.frames[key] is drawing.frames[key] for key in drawing.frames)


def test_a_copy_of_nodes_alone_takes_no_frame_and_a_note_can_be_copied_alone(sizes) -> None:
    a, b, *_ = names()
    drawing = framed([a, b], sizes)
    assert not duplicated(drawing, [a]).beside
    drawing, note = beside_.add_note(drawing, "why", Box(20, 60, 80, 20))
    text = copied(drawing, (), Beside(notes=frozenset({note})))
    done = pasted(row(), text)
    assert (done.ids, [n.text for n in done.drawing.notes.values()]) == ((), ["why"])


def test_frames_in_a_text_from_elsewhere_are_checked_as_those_of_a_file() -> None:
    bad = '{"nodegraph": 1, "nodes": [], "frames": [{"id": "f", "title": "x", "box": [1]}]}'
    with pytest.raises(FileError):
        pasted(row(), bad)
