"""What `check` says of whole graphs and of graphs on the way there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from nodegraph.analysis import Answer, Report, check
from nodegraph.graph import Graph, Node, Port
from nodegraph.layers import B, Layer, Mismatch, TensorType
from nodegraph.recipe import MSELoss, Recipe
from tests import networks
from tests.analysis.broken import cut, set_to, shared
from tests.networks import chain, layer, wired

RECIPES = {
    "r1a": Recipe(data="diabetes", loss=MSELoss(), target="input"),
    "r2": Recipe(data="cifar10"),
    "r4b": Recipe(data="cifar10"),
    "autoencoder": Recipe(loss=MSELoss(), target="input"),
    "moons": Recipe(data="moons"),
}


@dataclass(frozen=True)
class Ruleless(Layer):
    """A layer whose shape only a trial can tell."""


def came_out(report: Report, node_id: str, name: str = "output") -> str:
    return str(report.types[Port(node_id, name)])


@pytest.mark.parametrize("name", networks.GOOD)
def test_a_good_network_has_no_problem(name: str) -> None:
    report = check(networks.GOOD[name](), RECIPES.get(name, Recipe()))
    assert report.problems == ()
    assert report.ok


@pytest.mark.parametrize("name", networks.GOOD)
def test_every_output_of_a_good_network_has_a_type_and_every_node_a_cost(name: str) -> None:
    graph = networks.GOOD[name]()
    report = check(graph)
    assert report.order == graph.order
    assert {wire.source for wire in graph.wires} <= set(report.types)
    assert set(report.cost) == set(graph.nodes)


def test_what_an_error_only_blocks_is_told_as_blocked_by_it() -> None:
    report = check(set_to(networks.resnet(), "skip", out_channels=32), Recipe())
    blocked = [p for p in report.problems if p.severity == "blocked"]
    assert [p.node for p in blocked] == ["relu3", "pool", "flat", "fc", "out"]
    assert {p.blocked_by for p in blocked} == {"add"}
    assert blocked[0].message == "Blocked by add"
    assert [p.node for p in report.problems if p.severity == "error"] == ["add"]


def test_two_causes_are_both_told_and_what_is_behind_both_only_once() -> None:
    graph = cut(cut(networks.resnet(), "conv2"), "skip")
    report = check(graph)
    assert [p.node for p in report.problems if p.severity == "error"] == ["conv2", "skip"]
    assert [p.node for p in report.problems].count("add") == 1


def test_a_blocked_node_with_a_mistake_of_its_own_blocks_what_is_behind_it() -> None:
    graph = cut(cut(networks.r4a(), "flat"), "fc2")
    blocked = {p.node: p.blocked_by for p in check(graph).problems if p.severity == "blocked"}
    assert blocked == {"fc1": "flat", "act1": "flat", "out": "fc2"}


def test_a_missing_wire_is_told_where_it_should_go_in_and_not_also_where_it_should_come_out() -> (
    None
):
    (error, *blocked) = check(cut(networks.r4a(), "act1"), Recipe()).problems
    assert (error.node, error.severity) == ("act1", "error")
    assert {p.severity for p in blocked} == {"blocked"}


def test_a_title_stands_in_messages_where_a_node_has_one() -> None:
    graph = set_to(networks.resnet(), "skip", out_channels=32)
    graph = graph.put(replace(graph.nodes["skip"], name="shortcut"))
    add = next(p for p in check(graph).problems if p.node == "add")
    assert "shortcut 32" in add.message
    assert add.fixes[0].label == "Set shortcut to out = 64"


def test_two_nodes_of_one_name_are_no_problem() -> None:
    graph = networks.r4a()
    for node_id in ("fc1", "fc2"):
        graph = graph.put(replace(graph.nodes[node_id], name="dense"))
    assert check(graph, Recipe()).problems == ()


def without_rule() -> Graph:
    return chain(
        ("image", layer("Input", shape=(10,))),
        ("odd", Ruleless()),
        ("fc", layer("Linear", out_features=4)),
        ("out", layer("Output")),
    )


def test_a_layer_without_a_rule_waits_for_torch_and_is_no_error() -> None:
    report = check(without_rule())
    (waiting,) = report.problems
    assert (waiting.node, waiting.severity, waiting.blocked_by) == ("odd", "blocked", None)
    assert waiting.message == "Its shape is known once torch has loaded"
    assert Port("fc", "output") not in report.types
    assert not report.ok


def test_a_probe_tells_the_types_and_weights_of_a_layer_without_a_rule() -> None:
    tried = []

    def probe(made: Layer, x: tuple[TensorType, ...]) -> Answer:
        tried.append((made, x))
        return Answer((TensorType((B, 7)),), 123)

    report = check(without_rule(), probe=probe)
    assert tried == [(Ruleless(), (TensorType((B, 10)),))]
    assert report.ok
    assert came_out(report, "odd") == "B×7"
    assert report.cost["odd"].weights == 123
    assert report.weights == 123 + 7 * 4 + 4


def test_a_probe_that_refuses_makes_an_error_at_the_node() -> None:
    def probe(made: Layer, x: tuple[TensorType, ...]) -> Answer:
        raise Mismatch("an even number of features", x[0])

    error, *blocked = check(without_rule(), probe=probe).problems
    assert (error.node, error.severity) == ("odd", "error")
    assert (error.needed, error.came) == ("an even number of features", "B×10")
    assert {p.blocked_by for p in blocked} == {"odd"}


def test_what_torch_says_when_it_refuses_is_told_as_it_stands() -> None:
    words = "It can't take B×10: it is odd"

    def probe(made: Layer, x: tuple[TensorType, ...]) -> Answer:
        raise Mismatch("it is odd", x[0], message=words.removeprefix("It "))

    error = check(without_rule(), probe=probe).problems[0]
    assert (error.message, error.needed, error.came) == (words, "", "B×10")


def test_a_flatten_is_missed_behind_layers_that_only_torch_knows() -> None:
    graph = chain(
        ("image", layer("Input")),
        ("odd", Ruleless()),
        ("fc", layer("Linear", out_features=10)),
        ("odd2", Ruleless()),
        ("out", layer("Output")),
    )
    report = check(graph, Recipe(), probe=lambda made, x: Answer(x, 0))
    (problem,) = report.problems
    assert (problem.node, problem.fixes[0].label) == ("fc", "Insert Flatten")


def test_shared_weights_count_once() -> None:
    report = check(shared())
    assert report.problems == ()
    assert report.cost["fc1"].weights == 2 * 2 + 2
    assert report.cost["fc2"].weights == 0
    assert report.cost["fc2"].multiply_adds == 4
    alone = shared().put(replace(shared().nodes["fc2"], shares=None))
    assert check(alone).weights == report.weights + 6


def test_a_branch_that_no_output_uses_is_not_counted() -> None:
    whole = check(networks.r4a())
    branched = check(chain(("spare", layer("Linear")), graph=networks.r4a(), after="flat"))
    assert branched.unused == {"spare"}
    assert branched.cost["spare"].weights == 784 * 128 + 128
    assert (branched.weights, branched.multiply_adds) == (whole.weights, whole.multiply_adds)
    assert check(networks.r4a().remove(["out"])).weights == whole.weights


def test_one_convolution_may_be_shared_by_pictures_of_two_sizes() -> None:
    conv = layer("Conv2d", out_channels=1, padding=1)
    graph = chain(
        ("image", layer("Input")),
        ("large", conv),
        ("pool", layer("MaxPool2d")),
        ("small", conv),
        ("out", layer("Output")),
    )
    graph = graph.put(replace(graph.nodes["small"], shares="large"))
    assert check(graph).problems == ()


@pytest.mark.parametrize("changed", [{"bias": False}, {"out_features": 3}])
def test_a_node_that_cannot_share_has_no_cost_so_that_nothing_is_written_of_it(
    changed: dict[str, object],
) -> None:
    report = check(shared(**changed))
    assert "fc2" not in report.cost
    assert not report.ok


def test_a_ring_of_shared_weights_is_told() -> None:
    graph = shared()
    graph = graph.put(replace(graph.nodes["fc1"], shares="fc2"))
    problems = [p for p in check(graph).problems if p.severity == "error"]
    assert {p.node for p in problems} == {"fc1", "fc2"}
    assert all(p.message == "It shares weights with itself" for p in problems)


def test_a_linear_on_the_steps_of_a_sequence_is_no_mistake() -> None:
    graph = chain(
        ("image", layer("Input", shape=(28, 28))),
        ("lstm", layer("LSTM", hidden_size=64)),
        ("fc1", layer("Linear")),
        ("relu", layer("ReLU")),
        ("fc2", layer("Linear", out_features=10)),
        ("last", layer("Select")),
        ("out", layer("Output")),
    )
    assert check(graph).problems == ()


def test_channels_put_last_on_purpose_may_go_into_a_linear() -> None:
    graph = chain(
        ("image", layer("Input")),
        ("conv", layer("Conv2d")),
        ("last", layer("Permute", dims=(0, 2, 3, 1))),
        ("fc", layer("Linear")),
        ("relu", layer("ReLU")),
        ("flat", layer("Flatten")),
        ("fc2", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )
    assert check(graph, Recipe()).problems == ()


def test_a_depthwise_and_a_pointwise_convolution_are_meant_to_stand_together() -> None:
    graph = chain(
        ("image", layer("Input", shape=(8, 28, 28))),
        ("depth", layer("Conv2d", out_channels=8, groups=8, padding=1)),
        ("point", layer("Conv2d", out_channels=16, kernel_size=1)),
        ("out", layer("Output")),
    )
    assert check(graph).problems == ()


def test_a_network_with_many_paths_is_walked_once() -> None:
    graph = networks.residual(200, channels=2)  # 2 to the power of 200 paths
    assert check(graph, Recipe()).ok
    broken = set_to(graph, "stem", out_channels=3)
    assert [p.node for p in check(broken, Recipe()).problems if p.severity == "error"] == ["add1"]


@pytest.mark.parametrize(
    ("kind", "huge"),
    [
        ("Conv2d", {"groups": 10**9}),
        ("Conv2d", {"kernel_size": 10**9}),
        ("MaxPool2d", {"kernel_size": 10**9}),
        ("GroupNorm", {"num_groups": 10**9}),
    ],
)
def test_a_number_typed_far_too_large_is_told_at_once(kind: str, huge: dict[str, int]) -> None:
    graph = chain(
        ("image", layer("Input", shape=(12, 28, 28))),
        ("large", layer(kind, **huge)),
        ("out", layer("Output")),
    )
    problem = check(graph).problems[0]
    assert problem.node == "large"
    assert problem.fixes


def test_a_convolution_over_pictures_and_one_over_volumes_are_not_one() -> None:
    graph = chain(
        ("image", layer("Input")),
        ("conv", layer("Conv2d", out_channels=4)),
        ("volume", layer("Unsqueeze", dim=1)),
        ("conv3", layer("Conv3d", out_channels=2)),
        ("out", layer("Output")),
    )
    assert check(graph).problems == ()


def test_sizes_beyond_any_machine_are_checked_at_once() -> None:
    """By trying every number up to the root of a size this takes minutes."""
    graph = Graph.of(
        [
            Node("a", layer("Input", shape=(2**61 - 1, 1, 3))),
            Node("b", layer("Conv2d", groups=7), {"input": Port("a", "output")}),
            Node("c", layer("Conv2d", padding=2**27), {"input": Port("a", "output")}),
            Node("d", layer("Add"), {"input": (Port("a", "output"), Port("c", "output"))}),
        ]
    )
    assert {problem.node for problem in check(graph).problems} >= {"b", "d"}


def test_more_numbers_than_torch_can_count_are_refused_where_they_are_made() -> None:
    graph = chain(
        ("image", layer("Input", shape=(2**40, 2**20))),
        ("fc", layer("Linear", out_features=2**40)),
        ("relu", layer("ReLU")),
    )
    [problem] = [p for p in check(graph).problems if p.node == "fc"]
    assert problem.message.startswith("It needs fewer than 2**63 numbers in a tensor, got B×1099")
    alone = Graph.of([Node("image", layer("Input", shape=(2**62,) * 16))])
    assert "fewer than 2**63" in next(p.message for p in check(alone).problems if p.node)


def test_a_join_with_one_wire_is_offered_the_branch_that_nothing_uses_before_its_removal() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = chain(("add", layer("Add")), ("out", layer("Output")), graph=graph, after="relu")
    graph = wired(graph, "tanh", layer("Tanh"), "image")
    [problem] = [p for p in check(graph).problems if p.severity != "blocked"]
    assert (problem.node, problem.came) == ("add", "one")
    assert [fix.label for fix in problem.fixes] == ["Connect tanh", "Remove add"]
    cured, _ = problem.fixes[0].apply(graph, Recipe())
    assert check(cured).ok


def test_a_join_without_wires_is_offered_what_nothing_uses() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("relu", layer("ReLU")))
    graph = wired(wired(graph, "add", layer("Add")), "out", layer("Output"), "add")
    [problem] = [p for p in check(graph).problems if p.severity == "error"]
    assert [fix.label for fix in problem.fixes] == ["Connect relu", "Remove add"]


def test_an_output_that_waits_is_offered_the_last_layer() -> None:
    graph = chain(("image", layer("Input", shape=(4,))), ("fc", layer("Linear", out_features=2)))
    [problem] = check(graph.put(Node("out", layer("Output")))).problems
    assert (problem.node, problem.needed) == ("out", "a wire into input")
    assert [fix.label for fix in problem.fixes] == ["Connect fc"]
