"""A graph is a value: edits share, refuse loops, and keep every wire by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodegraph.graph import Graph, Node, Port, Wire, WireError
from tests.networks import chain, layer, r0, wired


def test_an_edit_shares_every_node_it_left_alone() -> None:
    before = r0()
    after = before.replace("fc1", layer("Linear", out_features=64))
    assert before.nodes["fc1"].layer != after.nodes["fc1"].layer
    others = [node_id for node_id in before.nodes if node_id != "fc1"]
    assert all(before.nodes[other] is after.nodes[other] for other in others)


def test_a_changed_setting_keeps_the_order_without_sorting_again() -> None:
    before = r0()
    order = before.order
    assert before.replace("fc1", layer("Linear", out_features=64)).order is order


def test_order_puts_every_node_behind_what_feeds_it() -> None:
    graph = r0()
    place = {node_id: number for number, node_id in enumerate(graph.order)}
    assert all(place[wire.source.node] < place[wire.target.node] for wire in graph.wires)


def test_a_wire_that_would_make_a_loop_is_refused_by_name() -> None:
    graph = chain(("a", layer("ReLU")), ("b", layer("ReLU")), ("c", layer("ReLU")))
    with pytest.raises(WireError, match="loop through c"):
        graph.connect(Port("c", "output"), Port("a", "input"))
    with pytest.raises(WireError, match="loop through a"):
        graph.connect(Port("a", "output"), Port("a", "input"))


def test_a_second_wire_into_a_single_input_replaces_the_first() -> None:
    graph = Graph().put(Node("a", layer("Input"))).put(Node("b", layer("Input")))
    graph = wired(graph, "relu", layer("ReLU"), "a")
    graph = graph.connect(Port("b", "output"), Port("relu", "input"))
    assert graph.wires == (Wire(Port("b", "output"), Port("relu", "input")),)


def test_a_joined_input_keeps_its_wires_in_order_and_loses_one_at_a_time() -> None:
    graph = Graph().put(Node("a", layer("Input"))).put(Node("b", layer("Input")))
    graph = wired(graph, "add", layer("Add"), "a", "b", "a")
    assert [source.node for _, source in graph.nodes["add"].feeds] == ["a", "b", "a"]
    graph = graph.disconnect(Wire(Port("a", "output"), Port("add", "input")))
    assert [source.node for _, source in graph.nodes["add"].feeds] == ["a", "b"]


def test_removing_a_node_takes_its_wires_and_its_shared_weights() -> None:
    graph = r0()
    left = graph.remove(["conv2"])
    assert left.nodes["pool2"].free == ("input",)
    assert all("conv2" not in (w.source.node, w.target.node) for w in left.wires)


def test_another_layer_in_a_node_keeps_the_wires_that_fit() -> None:
    graph = r0().replace("pool1", layer("AvgPool2d"))
    assert graph.nodes["pool1"].inputs == {"input": Port("conv1", "output")}
    assert graph.nodes["relu1"].inputs == {"input": Port("pool1", "output")}
    graph = graph.replace("relu1", layer("LSTM"))  # has "output" too
    assert graph.nodes["conv2"].inputs == {"input": Port("relu1", "output")}


def test_a_missing_end_is_refused() -> None:
    graph = r0()
    for source, target in (
        (Port("nobody", "output"), Port("fc1", "input")),
        (Port("image", "nothing"), Port("fc1", "input")),
        (Port("image", "output"), Port("fc1", "nothing")),
        (Port("image", "output"), Port("nobody", "input")),
    ):
        with pytest.raises(WireError, match="no"):
            graph.connect(source, target)


def test_a_loop_made_elsewhere_is_found_and_named() -> None:
    relu = layer("ReLU")
    nodes = [
        Node("a", relu, {"input": Port("c", "output")}),
        Node("b", relu, {"input": Port("a", "output")}),
        Node("c", relu, {"input": Port("b", "output")}),
    ]
    with pytest.raises(WireError, match="loop") as refused:
        Graph.of(nodes)
    assert {"a", "b", "c"} <= set(str(refused.value).replace("→", " ").split())


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=60))
def test_no_series_of_wires_ever_makes_a_loop(pairs: list[tuple[int, int]]) -> None:
    graph = Graph()
    for number in range(12):
        graph = graph.put(Node(f"n{number}", layer("Add")))
    for source, target in pairs:
        try:
            graph = graph.connect(Port(f"n{source}", "output"), Port(f"n{target}", "input"))
        except WireError:
            # It was right to refuse: the target already feeds the source.
            assert graph.leads_to(f"n{target}", f"n{source}")
    assert graph.loop == ()
    assert sorted(graph.order) == sorted(graph.nodes)


def test_a_residual_ladder_is_walked_once_not_along_every_path() -> None:
    graph = Graph().put(Node("a0", layer("Input")))
    for number in range(1, 400):  # 2^400 paths
        before = f"a{number - 1}"
        graph = wired(graph, f"a{number}", layer("Add"), before, before)
    assert graph.leads_to("a0", "a399")
    assert not graph.leads_to("a399", "a0")
    assert len(graph.order) == 400
