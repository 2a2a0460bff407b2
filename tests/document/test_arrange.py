"""Edges in a line, equal gaps, level wires, small nodes: pure edits that share what they left."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodegraph.document import Drawing, Point, arrange
from nodegraph.document.room import make_room
from nodegraph.document.tidy import Size
from nodegraph.graph import Graph, Port, Wire
from tests.networks import chain, layer, wired

SIZES = {"a": Size(150, 46), "b": Size(200, 62), "c": Size(180, 46), "d": Size(150, 46)}


def loose(**places: tuple[float, float]) -> Drawing:
    graph = Graph()
    for node in places:
        graph = wired(graph, node, layer("ReLU"))
    return Drawing("Loose", graph, {node: Point(*at) for node, at in places.items()})


THREE = loose(a=(0, 10), b=(300, 50), c=(700, 0))


@pytest.mark.parametrize(
    ("side", "ends"),
    [
        ("left", [0, 0, 0]),
        ("right", [880 - 150, 880 - 200, 700]),
        ("up", [0, 0, 0]),
        ("down", [112 - 46, 50, 112 - 46]),
    ],
)
def test_edges_come_to_lie_on_the_line_of_the_farthest(side, ends):
    after = arrange.align(THREE, "abc", SIZES, side)
    axis = 0 if side in ("left", "right") else 1
    assert [after.places[node][axis] for node in "abc"] == ends
    other = 1 - axis
    assert [after.places[n][other] for n in "abc"] == [THREE.places[n][other] for n in "abc"]
    assert after.graph is THREE.graph
    assert arrange.align(after, "abc", SIZES, side) is after


def test_gaps_become_equal_and_the_ends_stay():
    after = arrange.distribute(THREE, "abc", SIZES, across=True)
    x = {node: after.places[node].x for node in "abc"}
    assert (x["a"], x["c"]) == (0, 700)
    assert x["b"] - 150 == x["c"] - (x["b"] + 200)
    assert [after.places[node].y for node in "abc"] == [10, 50, 0]
    assert arrange.distribute(after, "abc", SIZES, across=True) is after


def test_nodes_that_have_no_room_between_the_ends_lie_8_px_apart():
    tight = loose(a=(0, 0), b=(10, 0), c=(20, 0))
    after = arrange.distribute(tight, "abc", SIZES, across=True)
    assert [after.places[node].x for node in "abc"] == [0, 158, 366]


def test_down_is_as_across():
    column = loose(a=(0, 0), b=(0, 60), c=(0, 400))
    after = arrange.distribute(column, "abc", SIZES, across=False)
    gaps = [after.places["b"].y - 46, after.places["c"].y - after.places["b"].y - 62]
    assert gaps[0] == gaps[1]


def test_pinned_nodes_stay():
    pinned = replace(THREE, pins=frozenset("b"))
    assert arrange.align(pinned, "abc", SIZES, "left").places["b"] == THREE.places["b"]
    assert arrange.distribute(pinned, "abc", SIZES, True).places["b"] == THREE.places["b"]


def test_a_wire_becomes_level_by_moving_what_is_downstream():
    graph = chain(*((node, layer("ReLU")) for node in "acd"))
    drawing = Drawing("Row", graph, {"a": Point(0, 0), "c": Point(300, 40), "d": Point(600, 90)})
    after = arrange.level(drawing, "ac", SIZES)
    assert after.places == {"a": Point(0, 0), "c": Point(300, 0), "d": Point(600, 90)}
    alone = arrange.level(drawing, ["c"], SIZES)
    assert [alone.places[node].y for node in "acd"] == [0, 0, 0]
    assert arrange.level(alone, ["c"], SIZES) is alone


def test_a_fold_is_turned_back_only_where_all_are_folded():
    one = arrange.fold(THREE, "a")
    assert one.folded == {"a"}
    both = arrange.fold(one, "ab")
    assert both.folded == {"a", "b"}
    assert arrange.fold(both, "ab").folded == frozenset()
    assert arrange.trim(THREE, "ab").trimmed == {"a", "b"}
    assert both.graph is THREE.graph


@pytest.mark.parametrize("side", ["left", "right"])
def test_room_is_made_to_either_side_and_covers_nothing(side):
    graph = chain(*((f"n{at}", layer("ReLU")) for at in range(4)))
    graph = wired(graph, "new", layer("Tanh"))
    places = {f"n{at}": Point(180 * at, 0) for at in range(4)} | {"new": Point(250, 0)}
    sizes = dict.fromkeys(places, Size(150, 46))
    drawing = Drawing("Row", graph, places)
    wire = Wire(Port("n1", "output"), Port("n2", "input"))
    after = make_room(drawing, ["new"], wire, sizes, side)
    still = ("n0", "n1") if side == "right" else ("n2", "n3")
    moved = ("n2", "n3") if side == "right" else ("n0", "n1")
    assert all(after.places[node] == places[node] for node in still)
    slid = {after.places[node].x - places[node].x for node in moved}
    assert len(slid) == 1
    assert (slid.pop() > 0) == (side == "right")
    row = sorted(after.places.values())
    assert all(b.x - a.x >= 150 for a, b in pairwise(row))


@given(
    st.lists(st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000)), min_size=3, max_size=8),
    st.booleans(),
)
def test_distributed_nodes_never_overlap_along_their_row(spots, across):
    drawing = loose(**{f"n{at}": spot for at, spot in enumerate(spots)})
    sizes = dict.fromkeys(drawing.places, Size(150, 46))
    after = arrange.distribute(drawing, list(drawing.places), sizes, across)
    axis = 0 if across else 1
    ends = sorted(place[axis] for place in after.places.values())
    least = sizes["n0"][axis]
    assert all(b - a >= least - 1e-6 for a, b in pairwise(ends))
