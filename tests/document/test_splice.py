"""Nodes go into wires and out of them, a row is joined, and what follows makes room."""

from __future__ import annotations

import pytest

from nodegraph.analysis import check
from nodegraph.document import Drawing, Point
from nodegraph.document.edits import set_mode, switch
from nodegraph.document.room import make_room
from nodegraph.document.splice import chain_of, dissolve, insert, join, pull_out
from nodegraph.document.tidy import Size
from nodegraph.graph import Graph, Port, Wire, WireError
from tests.networks import chain, layer, wired


def drawn(graph: Graph, **places: tuple[float, float]) -> Drawing:
    row = {node: Point(200.0 * at, 0) for at, node in enumerate(graph.nodes)}
    return Drawing("Small", graph, row | {node: Point(*at) for node, at in places.items()})


def types(drawing: Drawing):
    return check(drawing.graph, drawing.recipe).types


def wire(source: str, target: str, name: str = "input") -> Wire:
    return Wire(Port(source, "output"), Port(target, name))


def wires(drawing: Drawing) -> set[tuple[str, str]]:
    return {(w.source.node, w.target.node) for w in drawing.graph.wires}


def sizes(drawing: Drawing) -> dict[str, Size]:
    return dict.fromkeys(drawing.graph.nodes, Size(150, 60))


@pytest.fixture
def row() -> Drawing:
    """A picture into a convolution into a ReLU; beside them what is to be put in."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=8)),
        ("relu1", layer("ReLU")),
    )
    graph = wired(graph, "bn1", layer("BatchNorm2d"))
    graph = wired(graph, "conv3d", layer("Conv3d"))
    return drawn(graph)


def test_a_node_goes_into_a_wire(row):
    after = insert(row, types(row), {"bn1"}, wire("conv1", "relu1"))
    assert wires(after) == {("image", "conv1"), ("conv1", "bn1"), ("bn1", "relu1")}


def off(drawing: Drawing) -> set[tuple[str, str]]:
    graph = drawing.graph
    return {(w.source.node, w.target.node) for w in graph.wires if graph.is_off(w)}


def test_a_node_put_into_a_disabled_wire_leads_nowhere(row):
    before = switch(row, [wire("conv1", "relu1")], on=False)
    after = insert(before, types(before), {"bn1"}, wire("conv1", "relu1"))
    assert wires(after) == {("image", "conv1"), ("conv1", "bn1"), ("bn1", "relu1")}
    assert off(after) == {("bn1", "relu1")}


@pytest.mark.parametrize("cut", [("image", "conv1"), ("conv1", "relu1")])
def test_what_is_joined_past_a_node_is_disabled_where_one_of_its_wires_was(row, cut):
    before = switch(row, [wire(*cut)], on=False)
    assert off(dissolve(before, {"conv1"})) == {("image", "relu1")}
    assert off(dissolve(row, {"conv1"})) == set()
    out = pull_out(before, types(before), {"conv1"})
    assert wires(out) == {("image", "relu1")}
    assert off(out) == {("image", "relu1")}


def test_a_chain_goes_into_a_wire_in_its_own_order(row):
    row = Drawing("Small", chain(("d", layer("Dropout")), graph=row.graph, after="bn1"))
    assert chain_of(row.graph, {"d", "bn1"}) == ("bn1", "d")
    after = insert(row, types(row), {"d", "bn1"}, wire("conv1", "relu1"))
    assert ("conv1", "bn1") in wires(after)
    assert ("d", "relu1") in wires(after)


@pytest.mark.parametrize(
    ("node", "into", "why"),
    [
        ("conv3d", ("conv1", "relu1"), "conv3d expects volumes"),
        ("conv1", ("conv1", "relu1"), "free ends"),
        ("image", ("conv1", "relu1"), "free ends"),
    ],
)
def test_what_does_not_fit_says_why(row, node, into, why):
    with pytest.raises(WireError, match=why):
        insert(row, types(row), {node}, wire(*into))


def test_what_the_target_could_not_take_is_refused(row):
    graph = wired(row.graph, "flat", layer("Flatten"))
    row = drawn(graph)
    with pytest.raises(WireError, match="conv1 expects pictures"):
        insert(row, types(row), {"flat"}, wire("image", "conv1"))


def test_the_order_of_a_joined_input_stays():
    graph = chain(("image", layer("Input")))
    graph = wired(graph, "a", layer("ReLU"), "image")
    graph = wired(graph, "b", layer("ReLU"), "image")
    graph = wired(graph, "cat", layer("Concatenate"), "a", "b")
    row = drawn(wired(graph, "new", layer("Tanh")))
    after = insert(row, types(row), {"new"}, wire("a", "cat"))
    assert [port.node for _, port in after.graph.nodes["cat"].feeds] == ["new", "b"]
    assert [p.node for _, p in dissolve(after, {"new"}).graph.nodes["cat"].feeds] == ["a", "b"]


def test_dissolving_joins_what_was_before_with_what_comes_after(row):
    after = dissolve(row, {"conv1"})
    assert wires(after) == {("image", "relu1")}
    assert "conv1" not in after.places
    assert wires(dissolve(row, {"image", "conv1"})) == set()


@pytest.mark.parametrize("cut", [wire("a", "add"), "a"])
def test_a_bypassed_join_is_dissolved_into_the_wire_that_carries_something(cut):
    graph = chain(("image", layer("Input")))
    graph = wired(graph, "a", layer("ReLU"), "image")
    graph = wired(graph, "b", layer("Tanh"), "image")
    graph = wired(wired(graph, "add", layer("Add"), "a", "b"), "end", layer("Output"), "add")
    before = set_mode(drawn(graph), ["add"], "bypassed")
    before = set_mode(before, ["a"], "disabled") if cut == "a" else switch(before, [cut], on=False)
    assert before.graph.active.nodes["end"].feeds == (("input", Port("b", "output")),)
    for after in (dissolve(before, {"add"}), pull_out(before, types(before), {"add"})):
        assert after.graph.active.nodes["end"].feeds == (("input", Port("b", "output")),)


def test_a_row_is_joined_from_left_to_right():
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    for node, kind in (("conv1", "Conv2d"), ("relu1", "ReLU"), ("pool1", "MaxPool2d")):
        graph = wired(graph, node, layer(kind))
    row = drawn(graph)
    after = join(row, types(row), list(graph.nodes))
    assert wires(after) == {("image", "conv1"), ("conv1", "relu1"), ("relu1", "pool1")}
    with pytest.raises(WireError, match="no input is free"):
        join(after, types(after), list(graph.nodes))


def test_branches_above_each_other_join_in_what_lies_right_of_them():
    graph = chain(("image", layer("Input", shape=(1, 28, 28))))
    graph = wired(graph, "a", layer("ReLU"), "image")
    graph = wired(graph, "b", layer("Tanh"), "image")
    graph = wired(graph, "add", layer("Add"))
    row = drawn(graph, a=(200, 0), b=(200, 100), add=(400, 0))
    after = join(row, types(row), {"a", "b", "add"})
    assert [port.node for _, port in after.graph.nodes["add"].feeds] == ["a", "b"]


def test_what_does_not_fit_is_not_joined(row):
    with pytest.raises(WireError, match="conv3d expects volumes"):
        join(row, types(row), {"relu1", "conv3d"})


def room(row: Drawing, at: tuple[float, float], into: Wire) -> Drawing:
    row = Drawing(row.name, row.graph, {**row.places, "bn1": Point(*at)})
    return make_room(insert(row, types(row), {"bn1"}, into), {"bn1"}, into, sizes(row))


def test_what_follows_slides_right_just_enough(row):
    after = room(row, (392, 8), wire("conv1", "relu1")).places
    assert after["bn1"] == Point(392, 8)  # as dropped: it is 40 px behind conv1 already
    assert after["relu1"] == Point(584, 0)  # 40 px behind bn1, on the grid
    assert after["image"] == Point(0, 0)


def test_a_node_dropped_on_its_source_slides_off_it(row):
    after = room(row, (300, 0), wire("conv1", "relu1")).places
    assert after["bn1"] == Point(396, 0)  # conv1 ends at 350


def test_nothing_moves_where_there_is_room(row):
    row = drawn(row.graph, relu1=(900, 0))
    after = room(row, (500, 0), wire("conv1", "relu1")).places
    assert after["relu1"] == Point(900, 0)


def test_what_would_be_run_into_slides_along(row):
    row = drawn(row.graph, conv3d=(580, 0))
    after = room(row, (392, 0), wire("conv1", "relu1")).places
    slid = after["relu1"].x - 400
    assert slid > 0
    assert after["conv3d"].x == 580 + slid


def test_a_wire_back_to_the_left_moves_nothing(row):
    row = drawn(row.graph, relu1=(0, 200))
    after = room(row, (100, 100), wire("conv1", "relu1")).places
    assert after["relu1"] == Point(0, 200)
    assert after["bn1"] == Point(100, 100)
