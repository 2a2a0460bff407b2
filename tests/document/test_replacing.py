"""Another layer in a node's place keeps what suits it: wires, settings, names that were given."""

from __future__ import annotations

from dataclasses import replace

from nodegraph.analysis import check
from nodegraph.document import Drawing
from nodegraph.document.replacing import replaced
from nodegraph.graph import Graph, Node, Port, Start, Wire
from nodegraph.graph.start import Init
from nodegraph.layers import Layer, Unknown
from tests.networks import chain, layer, r0, wired


def put(graph: Graph, node_id: str, new: Layer) -> Graph:
    return replaced(Drawing(graph=graph), check(graph).types, node_id, new).graph


def test_wires_stay_at_ports_of_the_same_name() -> None:
    before = r0()
    after = put(before, "pool1", layer("AvgPool2d"))
    assert after.nodes["pool1"].layer.kind == "AvgPool2d"
    assert after.wires == before.wires
    assert all(after.nodes[n] is before.nodes[n] for n in before.nodes if n != "pool1")


def test_settings_of_the_same_name_keep_their_values() -> None:
    graph = r0().replace("conv1", layer("Conv2d", out_channels=8, kernel_size=5, stride=2))
    made = put(graph, "conv1", layer("ConvTranspose2d")).nodes["conv1"].layer
    assert made == layer("ConvTranspose2d", out_channels=8, kernel_size=5, stride=2)


def test_a_setting_that_was_told_is_not_overridden() -> None:
    made = put(r0(), "conv1", layer("ConvTranspose2d", out_channels=4)).nodes["conv1"].layer
    assert made.out_channels == 4


def test_a_value_that_the_new_layer_can_not_have_is_left_out() -> None:
    graph = r0()
    assert graph.nodes["pool1"].layer.stride is None
    made = put(graph, "pool1", layer("Conv2d")).nodes["pool1"].layer
    assert (made.kernel_size, made.stride) == (2, 1)


def test_a_joined_input_takes_every_wire() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("a", layer("ReLU")))
    graph = wired(graph, "sub", layer("Subtract"), "a", "image")
    after = put(graph, "sub", layer("Add"))
    assert after.nodes["sub"].inputs == {
        "input": (Port("a", "output"), Port("image", "output")),
    }
    back = put(after, "sub", layer("Subtract"))
    assert back.nodes["sub"].inputs == graph.nodes["sub"].inputs


def test_wires_that_no_port_takes_go() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("a", layer("ReLU")))
    graph = wired(graph, "add", layer("Add"), "a", "image")
    after = put(graph, "add", layer("Tanh"))
    assert after.nodes["add"].feeds == (("input", Port("a", "output")),)


def test_of_several_wires_one_that_carries_something_stays() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("a", layer("ReLU")))
    graph = wired(graph, "add", layer("Add"), "a", "image")
    graph = graph.put(replace(graph.nodes["a"], mode="disabled"))
    after = put(graph, "add", layer("Tanh"))
    assert after.nodes["add"].feeds == (("input", Port("image", "output")),)


def test_a_disabled_wire_stays_so_and_is_the_last_to_be_kept() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("a", layer("ReLU")))
    graph = wired(graph, "add", layer("Add"), "a", "image")
    graph = graph.switch([Wire(Port("a", "output"), Port("add", "input"))], on=False)
    after = put(graph, "add", layer("Concatenate"))
    assert after.nodes["add"].off == {("input", Port("a", "output"))}
    after = put(graph, "add", layer("Tanh"))
    assert after.nodes["add"].feeds == (("input", Port("image", "output")),)
    assert not after.nodes["add"].off
    graph = graph.switch([w for w in graph.wires if w.target.node == "a"], on=False)
    assert put(graph, "a", layer("Tanh")).nodes["a"].off == {("input", Port("image", "output"))}


def test_a_disabled_wire_stays_so_where_its_source_gets_an_output_of_another_name() -> None:
    graph = chain(("rows", layer("Input", shape=(4, 8))), ("lstm", layer("LSTM", hidden_size=8)))
    graph = wired(graph, "all", layer("ReLU"), "lstm.output")
    graph = wired(graph, "last", layer("ReLU"), "lstm.h_n")
    graph = graph.switch([w for w in graph.wires if w.source.node == "lstm"], on=False)
    after = replaced(Drawing(graph=graph), {}, "lstm", layer("ReLU")).graph
    assert {w.source.name for w in after.wires if after.is_off(w)} == {"output"}
    assert after.nodes["all"].off == {("input", Port("lstm", "output"))}


def test_a_wire_from_an_output_that_is_gone_goes_to_one_of_its_type_or_away() -> None:
    graph = chain(("rows", layer("Input", shape=(4, 8))), ("lstm", layer("LSTM", hidden_size=8)))
    graph = wired(graph, "last", layer("ReLU"), "lstm.h_n")
    graph = wired(graph, "all", layer("ReLU"), "lstm.output")
    after = put(graph, "lstm", layer("ReLU"))
    assert after.nodes["all"].feeds == (("input", Port("lstm", "output")),)
    assert after.nodes["last"].free == ("input",)  # another shape


def test_an_output_of_another_name_takes_over_where_no_type_is_known() -> None:
    graph = Graph().put(Node("wild", Unknown("Novel", ports_out=("answer",))))
    graph = wired(graph, "relu1", layer("ReLU"), "wild.answer")
    after = put(graph, "wild", layer("Linear"))
    assert after.nodes["relu1"].feeds == (("input", Port("wild", "output")),)


def test_an_unknown_layer_hands_its_settings_on() -> None:
    graph = Graph().put(Node("wild", Unknown("Linear9", raw='{"out_features": 7, "magic": 1}')))
    assert put(graph, "wild", layer("Linear")).nodes["wild"].layer.out_features == 7


def test_a_counted_name_is_counted_anew_and_a_given_one_stays() -> None:
    graph = chain(("image", layer("Input", shape=(8,))), ("tanh1", layer("Tanh")))
    after = put(graph, "tanh1", layer("Linear"))
    assert (after.nodes["tanh1"].id, after.nodes["tanh1"].title) == ("tanh1", "fc1")
    assert put(after, "tanh1", layer("Tanh")).nodes["tanh1"].title == "tanh1"
    named = graph.put(replace(graph.nodes["tanh1"], name="gate"))
    assert put(named, "tanh1", layer("Linear")).nodes["tanh1"].title == "gate"


def test_how_weights_start_stays_where_the_new_layer_can_start_so() -> None:
    start = Start(weight=Init("xavier_uniform_"))
    graph = r0()
    graph = graph.put(replace(graph.nodes["fc1"], start=start))
    assert put(graph, "fc1", layer("Bilinear")).nodes["fc1"].start == start
    assert put(graph, "fc1", layer("ReLU")).nodes["fc1"].start is None


def test_weights_are_not_shared_with_another_layer() -> None:
    graph = r0()
    graph = graph.put(replace(graph.nodes["fc2"], shares="fc1"))
    assert put(graph, "fc2", layer("ReLU")).nodes["fc2"].shares is None


def test_a_bypassed_node_stays_bypassed() -> None:
    graph = r0()
    graph = graph.put(replace(graph.nodes["relu1"], mode="bypassed"))
    assert put(graph, "relu1", layer("Tanh")).nodes["relu1"].mode == "bypassed"
