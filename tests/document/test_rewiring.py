"""Several wires at once: joined to one input, moved from one port to another."""

import pytest

from nodegraph.document import Drawing, edits
from nodegraph.document.rewiring import connect_all, move_sources, move_targets, wires_at
from nodegraph.document.splice import join
from nodegraph.graph import Graph, Port, Wire, WireError
from tests.networks import layer, wired
from tests.ui.conftest import drawn


@pytest.fixture
def drawing() -> Drawing:
    """Three inputs; the first two joined, the first twice, and a ReLU behind the first."""
    graph = Graph()
    for name in "abc":
        graph = wired(graph, name, layer("Input", shape=(8,)))
    graph = wired(graph, "joined", layer("Concatenate"), "a", "b", "a")
    graph = wired(graph, "relu", layer("ReLU"), "a")
    return drawn(wired(graph, "other", layer("Concatenate")))


def out(node: str) -> Port:
    return Port(node, "output")


def into(node: str) -> Port:
    return Port(node, "input")


def sources(drawing: Drawing, node: str) -> list[str]:
    return [source.node for _, source in drawing.graph.nodes[node].feeds]


def test_the_wires_of_a_port_are_those_it_feeds_or_is_fed_by(drawing):
    assert wires_at(drawing.graph, into("joined"), is_output=False) == [
        Wire(out(source), into("joined")) for source in "aba"
    ]
    assert [wire.target.node for wire in wires_at(drawing.graph, out("a"), is_output=True)] == [
        "joined",
        "joined",
        "relu",
    ]


def test_wires_are_joined_in_their_order(drawing):
    wires = [Wire(out(source), into("other")) for source in "cab"]
    assert sources(connect_all(drawing, wires), "other") == ["c", "a", "b"]


def test_wires_from_another_output_keep_their_places(drawing):
    wires = wires_at(drawing.graph, out("a"), is_output=True)
    moved = move_sources(drawing, wires, out("c"))
    assert sources(moved, "joined") == ["c", "b", "c"]
    assert sources(moved, "relu") == ["c"]


def test_of_equal_wires_the_last_gets_another_source(drawing):
    wire = Wire(out("a"), into("joined"))
    assert sources(move_sources(drawing, [wire], out("c")), "joined") == ["a", "b", "c"]


def test_a_source_behind_its_target_is_a_loop(drawing):
    wires = wires_at(drawing.graph, out("a"), is_output=True)
    with pytest.raises(WireError, match="loop"):
        move_sources(drawing, wires, out("relu"))


def test_wires_go_into_another_input_in_their_order(drawing):
    wires = wires_at(drawing.graph, into("joined"), is_output=False)
    moved = move_targets(drawing, wires, into("other"))
    assert sources(moved, "joined") == []
    assert sources(moved, "other") == ["a", "b", "a"]


def switched_off(drawing: Drawing, *ends: tuple[str, str]) -> Drawing:
    wires = [w for w in drawing.graph.wires if (w.source.node, w.target.node) in ends]
    return edits.switch(drawing, wires, on=False)


def off(drawing: Drawing) -> list[tuple[str, str]]:
    graph = drawing.graph
    return [(w.source.node, w.target.node) for w in graph.wires if graph.is_off(w)]


def test_a_disabled_wire_is_so_wherever_its_ends_go(drawing):
    before = switched_off(drawing, ("b", "joined"))
    moved = move_sources(before, [Wire(out("b"), into("joined"))], out("c"))
    assert off(moved) == [("c", "joined")]
    moved = move_targets(before, [Wire(out("b"), into("joined"))], into("other"))
    assert off(moved) == [("b", "other")]
    assert moved.graph.is_off(Wire(out("b"), into("other")))


def test_a_disabled_wire_that_becomes_one_that_is_on_is_on(drawing):
    before = switched_off(drawing, ("b", "joined"))
    moved = move_sources(before, [Wire(out("b"), into("joined"))], out("a"))
    assert off(moved) == []


def test_a_single_input_takes_no_more_than_one(drawing):
    wires = wires_at(drawing.graph, into("joined"), is_output=False)
    with pytest.raises(WireError, match="relu takes one wire at input, not 3"):
        move_targets(drawing, wires, into("relu"))


def row() -> Drawing:
    graph = wired(Graph(), "image", layer("Input", shape=(1, 8, 8)))
    graph = wired(graph, "other", layer("Input", shape=(1, 8, 8)))
    graph = wired(graph, "conv", layer("Conv2d"))
    return drawn(wired(graph, "relu", layer("ReLU"), "image"))


def test_joining_leaves_inputs_alone_that_are_fed():
    with pytest.raises(WireError):
        join(row(), {}, ["other", "relu"])


def test_joining_anew_takes_the_place_of_what_was_there():
    joined = join(row(), {}, ["other", "conv", "relu"], replacing=True)
    assert sources(joined, "conv") == ["other"]
    assert sources(joined, "relu") == ["conv"]


def test_joining_anew_leaves_wires_that_run_so_already():
    joined = join(row(), {}, ["image", "conv", "relu"], replacing=True)
    with pytest.raises(WireError, match="they are joined already"):
        join(joined, {}, ["image", "conv", "relu"], replacing=True)
