"""What `check` says of a network with nodes that are bypassed or disabled, and how it is cured."""

from __future__ import annotations

from nodegraph.analysis import check
from nodegraph.analysis.cost import memory
from nodegraph.analysis.done import done
from nodegraph.analysis.fits import refusal
from nodegraph.analysis.modes import bypass_refusal
from nodegraph.graph import Graph, Node, Port
from nodegraph.layers import Unknown
from nodegraph.recipe import Recipe
from tests import networks
from tests.graph.test_active import branches, set_mode, shared, switched_off
from tests.networks import chain, layer, r0, wired


def told(graph: Graph) -> list[tuple[str | None, str]]:
    return [(p.node, p.message) for p in check(graph, Recipe()).problems]


def test_a_bypassed_node_has_the_type_of_its_input_and_no_cost() -> None:
    report = check(set_mode(r0(), "bypassed", "relu1"), Recipe())
    assert report.ok
    assert report.types[Port("relu1", "output")] == report.types[Port("pool1", "output")]
    assert "relu1" not in report.cost
    assert "relu1" not in report.order


def test_weights_of_a_bypassed_node_are_not_counted() -> None:
    graph = networks.resnet()
    before = check(graph).weights
    after = check(set_mode(graph, "bypassed", "bn1"))
    assert after.ok
    assert after.weights == before - check(graph).cost["bn1"].weights


def test_a_disabled_node_has_no_type_and_no_problem() -> None:
    graph = networks.chain(("wild", Unknown("Novel")), graph=r0(), after="fc1")
    assert not check(graph, Recipe()).ok
    report = check(set_mode(graph, "disabled", "wild"), Recipe())
    assert report.ok
    assert Port("wild", "output") not in report.types


def test_what_a_disabled_node_fed_names_it_and_is_cured_by_switching_it_on() -> None:
    graph = set_mode(r0(), "disabled", "relu1")
    [problem] = [p for p in check(graph, Recipe()).problems if p.severity == "error"]
    assert (problem.node, problem.message) == ("conv2", "What feeds it, relu1, is disabled")
    assert problem.fixes[0].label == "Switch relu1 on"
    cured, _ = problem.fixes[0].apply(graph, Recipe())
    assert check(cured, Recipe()).ok


def test_a_disabled_node_behind_bypassed_ones_is_named() -> None:
    graph = set_mode(set_mode(r0(), "disabled", "pool1"), "bypassed", "relu1")
    assert ("conv2", "What feeds it, pool1, is disabled") in told(graph)


def test_a_bypassed_node_that_nothing_feeds_is_named() -> None:
    graph = set_mode(r0().put(Node("relu1", layer("ReLU"))), "bypassed", "relu1")
    assert ("conv2", "Nothing comes through relu1, which is bypassed") in told(graph)


def test_a_join_with_one_wire_left_can_be_bypassed() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(graph, "add", layer("Add"), "relu", "image")
    graph = chain(("out", layer("Output")), graph=graph, after="add")
    graph = set_mode(graph, "disabled", "relu")
    [problem] = [p for p in check(graph).problems if p.severity == "error"]
    assert problem.node == "add"
    assert problem.fixes[0].label == "Bypass add"
    cured, _ = problem.fixes[0].apply(graph, Recipe())
    assert check(cured).ok


def test_an_input_whose_wire_is_disabled_says_so_and_is_cured_by_switching_it_on() -> None:
    graph = switched_off(r0(), ("relu1", "conv2"))
    [problem] = [p for p in check(graph, Recipe()).problems if p.severity == "error"]
    assert (problem.node, problem.message) == ("conv2", "The wire from relu1 is disabled")
    assert problem.fixes[0].label == "Switch the wire from relu1 on"
    assert done(problem.fixes[0].label) == "Switched the wire from relu1 on"
    cured, _ = problem.fixes[0].apply(graph, Recipe())
    assert check(cured, Recipe()).ok


def test_a_disabled_wire_behind_a_bypassed_node_is_named() -> None:
    graph = set_mode(switched_off(r0(), ("pool1", "relu1")), "bypassed", "relu1")
    assert ("conv2", "The wire from pool1 is disabled") in told(graph)


def test_a_skip_connection_tried_without_leaves_a_join_that_can_be_bypassed() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(graph, "add", layer("Add"), "relu", "image")
    graph = chain(("out", layer("Output")), graph=graph, after="add")
    graph = switched_off(graph, ("image", "add"))
    [problem] = [p for p in check(graph).problems if p.severity == "error"]
    assert (problem.node, problem.fixes[0].label) == ("add", "Bypass add")
    cured, _ = problem.fixes[0].apply(graph, Recipe())
    assert check(cured).ok


def test_shapes_and_cost_are_those_without_the_disabled_wire() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(graph, "tanh", layer("Tanh"), "image")
    graph = wired(graph, "cat", layer("Concatenate", dim=1), "relu", "tanh", "image")
    graph = chain(("fc", layer("Linear", out_features=2)), graph=graph, after="cat")
    graph = chain(("out", layer("Output")), graph=graph, after="fc")
    report = check(switched_off(graph, ("image", "cat")))
    assert report.ok
    assert str(report.types[Port("cat", "output")]) == "B×8"
    assert report.cost["fc"].weights == 18


def test_a_wire_is_judged_without_those_that_are_off() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(graph, "wide", layer("Linear", out_features=8), "image")
    graph = wired(graph, "add", layer("Add"), "relu")
    types = check(graph).types
    wide, relu = Port("wide", "output"), Port("relu", "output")
    assert refusal(graph, types, wide, Port("add", "input"))
    graph = switched_off(graph, ("relu", "add"))
    assert not refusal(graph, types, wide, Port("add", "input"))
    assert refusal(graph.connect(wide, Port("add", "input")), types, relu, Port("add", "input"))


def test_an_input_or_output_that_does_not_run_is_switched_on_instead_of_added() -> None:
    graph = set_mode(r0(), "disabled", "image", "out")
    labels = [p.fixes[0].label for p in check(graph, Recipe()).problems if p.node is None]
    assert labels == ["Switch image on", "Switch out on"]


def test_a_layer_is_inserted_on_the_wire_that_is_meant_where_another_carries_nothing() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(graph, "wide", layer("Linear", out_features=8), "image")
    graph = wired(graph, "add", layer("Add"), "relu", "wide", "image")
    graph = set_mode(graph, "disabled", "relu")
    problem = next(p for p in check(graph).problems if p.node == "add")
    fix = next(fix for fix in problem.fixes if fix.label.startswith("Insert"))
    cured, _ = fix.apply(graph, Recipe())
    assert [p for p in check(cured).problems if p.node == "add"] == []
    assert cured.nodes["add"].feeds[0] == ("input", Port("relu", "output"))


def test_shared_weights_count_once_while_their_owner_does_not_run() -> None:
    for mode in ("bypassed", "disabled"):
        graph = set_mode(shared(), mode, "fc1")
        report = check(graph)
        assert report.weights == (20 if mode == "bypassed" else 0)
    report = check(set_mode(shared(), "bypassed", "fc1"))
    assert report.ok
    assert {node: cost.weights for node, cost in report.cost.items()}["fc3"] == 0


def test_memory_is_reckoned_of_what_runs() -> None:
    whole = networks.resnet()
    parts = [
        memory(graph, check(graph), Recipe()).training(32)
        for graph in (whole, set_mode(whole, "bypassed", "bn1"))
    ]
    assert parts[1].activations < parts[0].activations
    assert parts[1].weights < parts[0].weights


def test_a_layer_that_changes_the_shape_can_not_be_bypassed() -> None:
    graph = r0()
    types = check(graph).types
    assert bypass_refusal(graph, types, "relu1") == ""
    assert bypass_refusal(graph, types, "conv1") == "conv1 turns B×1×28×28 into B×32×28×28"
    assert bypass_refusal(graph, types, "image") == "image has no input to pass on"
    assert bypass_refusal(graph, types, "out") == "out has no output to pass its input to"


def test_a_disabled_layer_that_changes_the_shape_can_not_be_bypassed_either() -> None:
    graph = set_mode(r0(), "disabled", "conv1")
    assert "turns" in bypass_refusal(graph, check(graph).types, "conv1")


def test_a_layer_whose_types_are_not_known_yet_can_be_bypassed() -> None:
    graph = chain(("fc", layer("Linear", out_features=2)))
    assert bypass_refusal(graph, check(graph).types, "fc") == ""


def test_a_layer_whose_second_output_is_used_can_not_be_bypassed() -> None:
    graph = chain(("rows", layer("Input", shape=(4, 8))), ("lstm", layer("LSTM", hidden_size=8)))
    graph = wired(graph, "last", layer("ReLU"), "lstm.h_n")
    why = bypass_refusal(graph, check(graph).types, "lstm")
    assert why == "nothing would come out of h_n, which feeds last"


def test_a_wire_is_judged_by_what_comes_through_a_bypassed_node() -> None:
    graph = set_mode(r0(), "bypassed", "relu1")
    graph = graph.put(Node("deep", layer("Conv3d", out_channels=2)))
    types = check(graph).types
    assert "expects" in refusal(graph, types, Port("relu1", "output"), Port("deep", "input"))
    graph = set_mode(graph, "bypassed", "deep")
    assert not refusal(graph, types, Port("relu1", "output"), Port("deep", "input"))


def test_nothing_that_runs_is_said_of_a_drawing_that_is_all_off() -> None:
    graph = branches()
    report = check(set_mode(graph, "disabled", *graph.nodes), Recipe())
    assert {p.node for p in report.problems} == {None}
