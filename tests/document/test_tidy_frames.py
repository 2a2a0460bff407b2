"""Tidy keeps what belongs together together: frames are clusters, pinned nodes stay (T-14)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nodegraph.document import Drawing, Point, arrange, edits, frames, nesting
from nodegraph.document import beside as beside_edits
from nodegraph.document.drawing import Box, Size
from nodegraph.document.tidy import straighten, tidy
from tests import graphs, networks
from tests.document.test_tidy import backward, networks_anywhere, overlaps, scattered
from tests.graphs import chain


def framed(drawing: Drawing, *groups: list[str]) -> Drawing:
    for number, ids in enumerate(groups):
        drawing, _ = frames.frame_around(drawing, ids, f"F{number}", {})
    return drawing


def strangers(drawing: Drawing, sizes: dict[str, Size] | None = None) -> list[object]:
    """Nodes that lie on a frame which they do not belong to, and those that stick out of theirs."""
    found: list[object] = []
    for key, frame in drawing.frames.items():
        if not frame.nodes or frame.folded:
            continue
        inside = nesting.content_of(drawing, [key]).nodes
        x, y, width, height = frame.box
        for node, place in drawing.places.items():
            size = (sizes or {}).get(node, Size())
            off = (
                place.x >= x + width
                or place.x + size.width <= x
                or place.y >= y + height
                or place.y + size.height <= y
            )
            whole = nesting.lies_in(Box(place.x, place.y, size.width, size.height), frame.box)
            if (node in inside and not whole) or (node not in inside and not off):
                found.append((key, node))
    return found


def test_a_frame_lies_as_one_thing_among_the_others() -> None:
    """T-14"""
    drawing = framed(scattered(chain(12)), [*chain(12).nodes][3:7])
    tidied = tidy(drawing)
    assert not strangers(tidied)
    assert not backward(tidied)
    assert not list(overlaps(tidied))
    assert len({place.y for place in tidied.places.values()}) == 1
    assert tidy(tidied) is tidied


def test_frames_in_frames_and_their_notes_stay_inside() -> None:
    """T-14"""
    ids = [*chain(12).nodes]
    drawing = framed(scattered(chain(12)), ids[3:5], ids[3:8])
    outer = [*drawing.frames][1]
    box = drawing.frames[outer].box
    drawing, note = beside_edits.add_note(drawing, "x", Box(box.x + 30, box.y + 60, 120, 60))
    tidied = tidy(drawing)
    inner, outer = tidied.frames
    assert nesting.lies_in(tidied.frames[inner].box, tidied.frames[outer].box)
    assert nesting.lies_in(tidied.notes[note].box, tidied.frames[outer].box)
    assert not strangers(tidied)
    assert tidy(tidied) is tidied


def test_a_frame_with_others_between_its_nodes_stays_whole() -> None:
    """T-14"""
    ids = [*chain(8).nodes]
    tidied = tidy(framed(scattered(chain(8)), [ids[1], ids[5]]))
    assert not strangers(tidied)
    assert not list(overlaps(tidied))
    assert tidy(tidied) is tidied


@pytest.mark.parametrize("make", [lambda: graphs.resnet(12), lambda: graphs.unet(4)])
def test_large_frames_keep_their_nodes_and_no_others(make) -> None:
    """T-14"""
    graph = make()
    order = list(graph.order)
    third = len(order) // 3
    tidied = tidy(framed(scattered(graph), order[:third], order[third : 2 * third]))
    assert not strangers(tidied)
    assert not list(overlaps(tidied))
    assert tidy(tidied) is tidied


def test_a_pinned_node_stays_and_the_rest_lies_about_it() -> None:
    """T-14"""
    drawing = scattered(networks.resnet())
    pinned = arrange.pin(drawing, ["add"])
    tidied = tidy(pinned)
    assert tidied.places["add"] == drawing.places["add"]
    assert not backward(tidied)
    assert not list(overlaps(tidied))
    assert tidy(tidied) is tidied


def test_several_pinned_nodes_stay_and_nothing_covers_them() -> None:
    """T-14"""
    ids = [*chain(20).nodes]
    drawing = tidy(scattered(chain(20)))
    place = drawing.places[ids[15]]
    drawing = edits.move(drawing, {ids[15]: Point(place.x - 60, place.y + 8)})
    drawing = arrange.pin(drawing, [ids[4], ids[15]])
    tidied = tidy(drawing)
    assert all(tidied.places[i] == drawing.places[i] for i in drawing.pins)
    assert not list(overlaps(tidied))


def test_a_frame_with_a_pinned_node_stays_about_it() -> None:
    ids = [*chain(9).nodes]
    drawing = framed(scattered(chain(9)), ids[3:6])
    drawing = arrange.pin(drawing, [ids[4]])
    tidied = tidy(drawing)
    assert tidied.places[ids[4]] == drawing.places[ids[4]]
    assert not strangers(tidied)
    assert tidy(tidied) is tidied


def test_a_folded_frame_moves_as_its_pill_with_what_it_hides() -> None:
    ids = [*chain(9).nodes]
    drawing = framed(scattered(chain(9)), ids[3:6])
    (key,) = drawing.frames
    drawing = frames.fold(drawing, [key], True, {})
    tidied = tidy(drawing)
    before, after = drawing.frames[key].box, tidied.frames[key].box
    for node in ids[3:6]:
        here, there = drawing.places[node], tidied.places[node]
        assert (there.x - here.x, there.y - here.y) == (after.x - before.x, after.y - before.y)
    assert after[2:] == before[2:]


def test_a_selection_in_a_frame_is_tidied_there_and_the_frame_grows() -> None:
    ids = [*chain(9).nodes]
    drawing = framed(tidy(scattered(chain(9))), ids[2:7])
    messy = edits.move(drawing, {ids[4]: Point(500, 700), ids[5]: Point(520, 620)})
    tidied = tidy(messy, only={ids[4], ids[5]})
    (frame,) = tidied.frames.values()
    for node in ids[2:7]:
        assert nesting.lies_in(nesting.room_of(tidied.places[node], Size()), frame.box)


def test_a_selection_is_not_laid_on_a_frame_that_it_does_not_belong_to() -> None:
    ids = [*chain(9).nodes]
    drawing = framed(tidy(scattered(chain(9))), ids[:3])
    drawing = edits.move(drawing, {ids[7]: Point(0, 40), ids[8]: Point(190, 20)})
    tidied = tidy(drawing, only=[ids[7], ids[8]])
    assert not strangers(tidied)


def test_straightening_leaves_pinned_nodes() -> None:
    graph = networks.r0()
    places = {i: Point(190 * n, 13 * (n % 5)) for n, i in enumerate(graph.nodes)}
    drawing = replace(Drawing(graph=graph, places=places), pins=frozenset({"conv1"}))
    assert straighten(drawing).places["conv1"] == places["conv1"]


@settings(max_examples=60)
@given(networks_anywhere(), st.data())
def test_any_frames_keep_their_nodes_and_no_others(
    drawn: tuple[Drawing, dict[str, Size]], data: st.DataObject
) -> None:
    """T-14"""
    drawing, sizes = drawn
    drawing = tidy(drawing, sizes=sizes)
    ids = [*drawing.places]
    first = data.draw(st.sets(st.sampled_from(ids), min_size=1))
    rest = [i for i in ids if i not in first]
    assume(rest)
    second = data.draw(st.sets(st.sampled_from(rest), min_size=1))
    drawing = framed(drawing, sorted(first), sorted(second))
    tidied = tidy(drawing, sizes=sizes)
    assert tidied.frames.keys() == drawing.frames.keys()
    assert not strangers(tidied, sizes)
    assert not list(overlaps(tidied, sizes))
    assert tidy(tidied, sizes=sizes) is tidied


@settings(max_examples=60)
@given(networks_anywhere(), st.data())
def test_any_pinned_nodes_stay_and_are_covered_by_none(
    drawn: tuple[Drawing, dict[str, Size]], data: st.DataObject
) -> None:
    """T-14"""
    drawing, sizes = drawn
    drawing = tidy(drawing, sizes=sizes)
    pins = data.draw(st.sets(st.sampled_from([*drawing.places]), max_size=4))
    shift = data.draw(st.integers(-3, 3))
    moved = {i: Point(drawing.places[i].x, drawing.places[i].y + 64 * shift) for i in pins}
    drawing = replace(edits.move(drawing, moved), pins=frozenset(pins))
    assume(not list(overlaps(drawing, sizes)))
    tidied = tidy(drawing, sizes=sizes)
    assert all(tidied.places[i] == drawing.places[i] for i in pins)
    assert not list(overlaps(tidied, sizes))
