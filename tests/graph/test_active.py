"""What runs of a graph: bypassed nodes hand on what comes, disabled ones are not there."""

from __future__ import annotations

from dataclasses import replace

from nodegraph.graph import Graph, Mode, Port, Start
from nodegraph.graph.active import live_places
from nodegraph.graph.start import Init
from tests.networks import chain, layer, r0, wired


def set_mode(graph: Graph, mode: Mode, *ids: str) -> Graph:
    for node_id in ids:
        graph = graph.put(replace(graph.nodes[node_id], mode=mode))
    return graph


def sources(graph: Graph, node_id: str) -> list[str]:
    return [source.node for _, source in graph.nodes[node_id].feeds]


def branches() -> Graph:
    """A ReLU and a Tanh of one input, added."""
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(graph, "tanh", layer("Tanh"), "image")
    graph = wired(graph, "add", layer("Add"), "relu", "tanh", "image")
    return chain(("out", layer("Output")), graph=graph, after="add")


def test_a_graph_with_every_node_on_runs_as_it_is() -> None:
    graph = r0()
    assert graph.active is graph


def test_what_runs_is_worked_out_once() -> None:
    graph = set_mode(r0(), "bypassed", "relu1")
    assert graph.active is graph.active


def test_a_bypassed_node_hands_on_what_comes_into_it() -> None:
    graph = set_mode(r0(), "bypassed", "relu1").active
    assert "relu1" not in graph.nodes
    assert sources(graph, "conv2") == ["pool1"]


def test_several_bypassed_nodes_in_a_row_hand_on_what_comes_into_the_first() -> None:
    graph = set_mode(r0(), "bypassed", "relu1", "pool1").active
    assert sources(graph, "conv2") == ["conv1"]


def test_what_a_disabled_node_fed_is_not_connected() -> None:
    graph = set_mode(r0(), "disabled", "relu1").active
    assert graph.nodes["conv2"].free == ("input",)
    assert not graph.consumers["pool1"]


def test_a_joined_input_only_loses_the_wire_of_a_disabled_node() -> None:
    graph = set_mode(branches(), "disabled", "tanh").active
    assert sources(graph, "add") == ["relu", "image"]


def test_a_bypassed_join_hands_on_its_first_wire_that_carries_something() -> None:
    graph = set_mode(set_mode(branches(), "bypassed", "add"), "disabled", "relu").active
    assert sources(graph, "out") == ["tanh"]


def test_only_the_first_output_of_a_bypassed_node_hands_something_on() -> None:
    graph = chain(("rows", layer("Input", shape=(4, 8))), ("lstm", layer("LSTM", hidden_size=8)))
    graph = wired(graph, "last", layer("ReLU"), "lstm.h_n")
    graph = wired(graph, "all", layer("ReLU"), "lstm.output")
    graph = set_mode(graph, "bypassed", "lstm").active
    assert graph.nodes["last"].free == ("input",)
    assert sources(graph, "all") == ["rows"]


def test_nothing_comes_through_a_bypassed_node_that_nothing_feeds() -> None:
    graph = chain(("relu", layer("ReLU")), ("fc", layer("Linear", out_features=2)))
    assert set_mode(graph, "bypassed", "relu").active.nodes["fc"].free == ("input",)


def switched_off(graph: Graph, *ends: tuple[str, str]) -> Graph:
    """With the wires between these nodes drawn and carrying nothing."""
    wires = [wire for wire in graph.wires if (wire.source.node, wire.target.node) in ends]
    assert len({(wire.source.node, wire.target.node) for wire in wires}) == len(ends)
    return graph.switch(wires, on=False)


def test_a_disabled_wire_is_drawn_and_carries_nothing() -> None:
    graph = switched_off(branches(), ("image", "add"))
    assert sources(graph, "add") == ["relu", "tanh", "image"]
    assert sources(graph.active, "add") == ["relu", "tanh"]
    assert not graph.active.nodes["add"].off
    graph = switched_off(r0(), ("pool1", "relu1"))
    assert graph.active.nodes["relu1"].free == ("input",)


def test_a_disabled_wire_switched_on_again_leaves_what_there_was() -> None:
    graph = branches()
    off = switched_off(graph, ("image", "add"))
    again = off.switch([w for w in off.wires if off.is_off(w)], on=True)
    assert again.active is again
    assert again.nodes["add"].inputs == graph.nodes["add"].inputs


def test_a_bypassed_join_hands_on_the_first_wire_that_is_on() -> None:
    graph = switched_off(branches(), ("relu", "add"))
    assert sources(set_mode(graph, "bypassed", "add").active, "out") == ["tanh"]


def test_a_bypassed_node_stands_for_a_disabled_wire_of_the_same_source() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(graph, "add", layer("Add"), "image", "relu")
    graph = set_mode(switched_off(graph, ("image", "add")), "bypassed", "relu")
    assert sources(graph.active, "add") == ["image"]
    assert graph.active.active is graph.active


def test_places_of_a_nodes_wires_that_carry_something_pass_over_a_disabled_one() -> None:
    assert live_places(switched_off(branches(), ("tanh", "add")), "add") == [0, 2]


def test_a_wire_taken_away_is_off_no_more_when_it_is_drawn_again() -> None:
    graph = switched_off(branches(), ("image", "add"))
    [wire] = [wire for wire in graph.wires if graph.is_off(wire)]
    again = graph.disconnect(wire).connect(*wire)
    assert not again.is_off(wire)
    over = graph.connect(*wire)  # nor when it is drawn over itself
    assert not over.is_off(wire)
    assert over.wires == graph.wires
    assert not graph.remove(["image"]).nodes["add"].off


def test_a_disabled_wire_stays_so_in_another_layer_at_its_end() -> None:
    graph = switched_off(branches(), ("image", "add")).replace("add", layer("Concatenate", dim=1))
    assert [wire.source.node for wire in graph.wires if graph.is_off(wire)] == ["image"]
    graph = switched_off(r0(), ("pool1", "relu1")).replace("relu1", layer("Bilinear"))
    assert [wire.target.node for wire in graph.wires if graph.is_off(wire)] == ["relu1"]


def test_what_runs_keeps_its_order() -> None:
    graph = set_mode(r0(), "disabled", "relu1", "pool2")
    kept = [node for node in graph.order if graph.nodes[node].mode == "on"]
    assert list(graph.active.order) == kept


def shared() -> Graph:
    """Three Linear nodes with the weights of the first."""
    nodes = [(f"fc{n}", layer("Linear", out_features=4)) for n in (1, 2, 3)]
    graph = chain(("image", layer("Input", shape=(4,))), *nodes, ("out", layer("Output")))
    start = Start(weight=Init("zeros_"))
    graph = graph.put(replace(graph.nodes["fc1"], start=start))
    graph = graph.put(replace(graph.nodes["fc2"], shares="fc1"))
    return graph.put(replace(graph.nodes["fc3"], shares="fc2"))


def test_shared_weights_whose_owner_does_not_run_are_held_by_the_next_that_does() -> None:
    for mode in ("bypassed", "disabled"):
        graph = set_mode(shared(), mode, "fc1").active
        assert graph.nodes["fc2"].shares is None
        assert graph.nodes["fc2"].start == Start(weight=Init("zeros_"))  # as the owner started
        assert graph.nodes["fc3"].shares == "fc2"


def test_a_chain_of_sharing_reaches_past_a_node_that_does_not_run() -> None:
    graph = set_mode(shared(), "bypassed", "fc2").active
    assert graph.nodes["fc3"].shares == "fc1"


def test_the_last_node_that_runs_has_the_shared_weights_to_itself() -> None:
    graph = set_mode(shared(), "bypassed", "fc1", "fc2").active
    assert graph.nodes["fc3"].shares is None


def test_a_ring_of_sharing_stays_one_when_a_part_of_it_does_not_run() -> None:
    graph = shared()
    graph = graph.put(replace(graph.nodes["fc1"], shares="fc3"))
    graph = set_mode(graph, "bypassed", "fc2").active
    assert graph.nodes["fc3"].shares == "fc3"


def test_another_mode_keeps_the_order_without_sorting_again() -> None:
    graph = r0()
    order = graph.order
    assert set_mode(graph, "disabled", "relu1").order is order


def test_a_graph_that_is_kept_for_undo_lets_go_of_what_runs() -> None:
    graph = set_mode(r0(), "bypassed", "relu1")
    reduced = graph.active
    graph.forget_derived()
    assert graph.active is not reduced
    assert graph.active.nodes["conv2"].feeds == (("input", Port("pool1", "output")),)
