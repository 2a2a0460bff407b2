"""Dots along wires and portals: edits of how wires lie, which never touch the network."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nodegraph.analysis import check
from nodegraph.codegen.module import write
from nodegraph.document import Drawing, Point, dots, edits
from nodegraph.document.file import loads
from nodegraph.document.splice import dissolve, insert
from nodegraph.document.writing import text_of
from nodegraph.graph import Graph, Port, Wire
from tests.networks import chain, layer, wired


def wire(source: str, target: str) -> Wire:
    return Wire(Port(source, "output"), Port(target, "input"))


@pytest.fixture
def drawing() -> Drawing:
    """A picture into a convolution into a ReLU and a Tanh; a free normalization."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=8)),
        ("relu1", layer("ReLU")),
    )
    graph = wired(graph, "tanh1", layer("Tanh"), "conv1")
    graph = wired(graph, "bn1", layer("BatchNorm2d"))
    places = {node: Point(400.0 * at, 0) for at, node in enumerate(graph.nodes)}
    return Drawing("Small", graph, places)


def spots(drawing: Drawing, of: Wire) -> list[Point]:
    return [drawing.dots[dot].at for dot in dots.along(drawing, of)]


def test_a_dot_comes_between_the_dots_it_lies_between(drawing: Drawing) -> None:
    line = wire("conv1", "relu1")
    for x in (600, 780, 690):
        drawing, _ = dots.add(drawing, [line], Point(x, 30))
    assert [at.x for at in spots(drawing, line)] == [600, 690, 780]


def test_wires_of_one_source_share_a_dot(drawing: Drawing) -> None:
    both = [wire("conv1", "relu1"), wire("conv1", "tanh1")]
    after, dot = dots.add(drawing, both, Point(600, 90))
    assert dots.passing(after, {dot}) == both
    assert len(after.dots) == 1
    without = dots.remove(after, [dot])
    assert not without.dots
    assert not without.routes


def test_two_dots_become_one(drawing: Drawing) -> None:
    first, second = wire("conv1", "relu1"), wire("conv1", "tanh1")
    drawing, a = dots.add(drawing, [first], Point(600, 90))
    drawing, b = dots.add(drawing, [second], Point(620, 90))
    drawing = dots.merge(drawing, b, a)
    assert dots.along(drawing, first) == dots.along(drawing, second) == (a,)
    assert list(drawing.dots) == [a]


def test_a_moved_dot_is_where_it_was_put_and_the_graph_is_the_same(drawing: Drawing) -> None:
    line = wire("conv1", "relu1")
    after, dot = dots.add(drawing, [line], Point(600, 90))
    after = dots.move(after, {dot: Point(640, -40)})
    assert spots(after, line) == [Point(640, -40)]
    assert after.graph is drawing.graph


def test_straightening_one_wire_leaves_the_dots_of_others(drawing: Drawing) -> None:
    first, second = wire("conv1", "relu1"), wire("conv1", "tanh1")
    drawing, shared = dots.add(drawing, [first, second], Point(600, 90))
    drawing, own = dots.add(drawing, [first], Point(700, 90))
    drawing = dots.straighten(drawing, first)
    assert spots(drawing, first) == []
    assert list(drawing.dots) == [shared]
    assert own not in drawing.dots


def test_code_and_shapes_are_the_same_with_dots_and_portals(drawing: Drawing) -> None:
    after, _ = dots.add(drawing, [wire("conv1", "relu1")], Point(600, 90))
    after = dots.hide(after, [wire("image", "conv1")])
    assert after.graph is drawing.graph
    reports = [check(each.graph, each.recipe) for each in (drawing, after)]
    assert reports[0].types == reports[1].types
    texts = [write(edits.set_name(d, "Net").graph, check(d.graph), "Net").text
             for d in (_complete(drawing), _complete(after))]  # fmt: skip
    assert texts[0] == texts[1]


def _complete(drawing: Drawing) -> Drawing:
    drawing = edits.delete(drawing, ["tanh1", "bn1"])
    graph: Graph = wired(drawing.graph, "out", layer("Output"), "relu1")
    return replace(drawing, graph=graph)


# When wires change


def test_a_dot_vanishes_with_its_last_wire(drawing: Drawing) -> None:
    first, second = wire("conv1", "relu1"), wire("conv1", "tanh1")
    drawing, _ = dots.add(drawing, [first, second], Point(600, 90))
    drawing = edits.disconnect(drawing, first)
    assert len(drawing.dots) == 1
    drawing = edits.disconnect(drawing, second)
    assert not drawing.dots
    again = edits.connect(drawing, *second)
    assert spots(again, second) == []


def test_a_dot_and_a_portal_vanish_with_a_node(drawing: Drawing) -> None:
    line = wire("conv1", "relu1")
    drawing, _ = dots.add(dots.hide(drawing, [line]), [line], Point(600, 90))
    after = edits.delete(drawing, ["relu1"])
    assert (dict(after.dots), dict(after.routes), after.portals) == ({}, {}, frozenset())


def test_a_wire_plugged_in_elsewhere_keeps_its_dots(drawing: Drawing) -> None:
    old, new = wire("conv1", "relu1"), wire("conv1", "bn1")
    before, dot = dots.add(drawing, [old], Point(600, 90))
    after = edits.connect(edits.disconnect(before, old), *new)
    after = dots.follow(before, after, old, new)
    assert dots.along(after, new) == (dot,)


def test_a_wire_from_another_source_takes_copies_of_shared_dots(drawing: Drawing) -> None:
    old, stays, new = wire("conv1", "relu1"), wire("conv1", "tanh1"), wire("image", "relu1")
    before, dot = dots.add(drawing, [old, stays], Point(600, 90))
    before = dots.hide(before, [old])
    after = dots.follow(before, edits.connect(before, *new), old, new)
    assert dots.along(after, stays) == (dot,)
    assert spots(after, new) == [Point(600, 90)]
    assert dots.along(after, new) != (dot,)
    assert after.portals == {new}


def test_a_wire_in_place_of_another_runs_straight(drawing: Drawing) -> None:
    old, new = wire("conv1", "relu1"), wire("image", "relu1")
    drawing, _ = dots.add(drawing, [old], Point(600, 90))
    after = edits.connect(drawing, *new)
    assert spots(after, new) == []
    assert not after.dots


def test_a_node_put_into_a_wire_parts_its_dots(drawing: Drawing) -> None:
    line = wire("conv1", "relu1")
    drawing = dots.through(drawing, line, [Point(570, 90), Point(760, 90)])
    drawing = edits.move(drawing, {"bn1": Point(600, 60)})
    types = check(drawing.graph, drawing.recipe).types
    after = insert(drawing, types, ["bn1"], line)
    assert spots(after, wire("conv1", "bn1")) == [Point(570, 90)]
    assert spots(after, wire("bn1", "relu1")) == [Point(760, 90)]
    assert len(after.dots) == 2


def test_a_dissolved_node_leaves_the_dots_of_both_its_wires(drawing: Drawing) -> None:
    drawing = dots.through(drawing, wire("image", "conv1"), [Point(300, 90)])
    drawing = dots.through(drawing, wire("conv1", "relu1"), [Point(700, 90)])
    after = dissolve(drawing, ["conv1"])
    assert spots(after, wire("image", "relu1")) == [Point(300, 90), Point(700, 90)]
    assert spots(after, wire("image", "tanh1")) == [Point(300, 90)]


def test_dots_between_nodes_that_move_are_led_along(drawing: Drawing) -> None:
    drawing, inner = dots.add(drawing, [wire("conv1", "relu1")], Point(600, 90))
    drawing, outer = dots.add(drawing, [wire("conv1", "tanh1")], Point(620, 90))

    def carried(*ids: str, held: list[str] | None = None) -> dict[str, Point]:
        lie = drawing.places
        moved = edits.move(drawing, {n: Point(lie[n].x + 8, lie[n].y + 16) for n in ids})
        after = dots.carry(drawing, moved, Point(8, 16), held or [])
        return {key: dot.at for key, dot in after.dots.items()}

    assert carried("conv1", "relu1") == {inner: Point(608, 106), outer: Point(620, 90)}
    assert carried("conv1") == {inner: Point(600, 90), outer: Point(620, 90)}
    assert carried("conv1", held=[outer]) == {inner: Point(600, 90), outer: Point(628, 106)}


def test_a_new_arrangement_carries_dots_or_takes_them_away(drawing: Drawing) -> None:
    drawing, inner = dots.add(drawing, [wire("conv1", "relu1")], Point(600, 90))
    drawing, outer = dots.add(drawing, [wire("conv1", "tanh1")], Point(620, 90))
    drawing, still = dots.add(drawing, [wire("image", "conv1")], Point(300, 90))
    lie = drawing.places
    moved = {"conv1": lie["conv1"], "relu1": lie["relu1"], "tanh1": Point(0, 900)}
    after = dots.settle(drawing, edits.move(drawing, moved))
    assert {key: dot.at for key, dot in after.dots.items()} == {
        inner: Point(600, 90),
        still: Point(300, 90),
    }
    down = {n: Point(lie[n].x, lie[n].y + 40) for n in ("conv1", "relu1", "tanh1")}
    after = dots.settle(drawing, edits.move(drawing, down))
    assert {key: dot.at for key, dot in after.dots.items()} == {
        inner: Point(600, 130),
        outer: Point(620, 130),
    }


def test_what_the_edits_leave_can_be_saved_and_opened(drawing: Drawing) -> None:
    line = wire("conv1", "relu1")
    drawing, _ = dots.add(drawing, [line, wire("conv1", "tanh1")], Point(600, 90))
    drawing = dots.hide(drawing, [wire("image", "conv1")])
    again = loads(text_of(drawing))
    assert (again.dots, again.routes, again.portals) == (
        drawing.dots,
        drawing.routes,
        drawing.portals,
    )
