"""The language of queries: what each word means, alone and beside others."""

from __future__ import annotations

import pytest

from nodegraph.analysis import check
from nodegraph.analysis.find import find
from nodegraph.graph import Graph, Node, Port
from nodegraph.layers import Unknown
from tests.networks import layer, wired


@pytest.fixture(scope="module")
def graph() -> Graph:
    """A stem, two ways with a misfit at their sum, and a loose Linear."""
    graph = wired(Graph(), "image", layer("Input", shape=(3, 32, 32)))
    graph = wired(graph, "stem", layer("Conv2d", out_channels=64, padding=1), "image")
    graph = wired(graph, "norm", layer("BatchNorm2d"), "stem")
    graph = wired(graph, "wide", layer("Conv2d", out_channels=512, kernel_size=(1, 3)), "norm")
    graph = wired(graph, "pool", layer("AdaptiveAvgPool2d"), "wide")
    graph = wired(graph, "flat", layer("Flatten"), "pool")
    graph = wired(graph, "sum", layer("Add"), "wide", "stem")
    graph = wired(graph, "after", layer("ReLU"), "sum")
    return wired(graph, "loose", layer("Linear", out_features=10))


def found(query: str, graph: Graph) -> set[str]:
    answer = find(query, graph, check(graph))
    assert not answer.wrong
    return set(answer.nodes)


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        ("stem", {"stem"}),
        ("CONV", {"stem", "wide"}),
        ("name:conv", set()),
        ("name:st", {"stem"}),
        ("type:conv", {"stem", "wide"}),
        ("type:Norm", {"norm"}),
        ("type:fc", {"loose"}),  # another word for Linear
        ("type:activ", {"after"}),  # the group
        ("out>256", {"wide"}),
        ("out>=64", {"stem", "wide"}),
        ("out_channels=64", {"stem"}),
        ("out!=512", {"stem", "pool", "loose"}),
        ("k=1", {"wide"}),  # one of a size's numbers
        ("bias=on", {"stem", "wide", "loose"}),
        ("bias=off", set()),
        ("weights>1k", {"stem", "wide"}),
        ("weights>0.09M", {"wide"}),
        ("weights<200", {"image", "norm", "pool", "flat"}),
        ("ops>1e6", {"stem", "wide"}),
        ("shape:*x512", {"flat"}),
        ("shape:*×512", {"flat"}),
        ("shape:bx512x*", {"wide", "pool", "flat"} - {"flat"}),
        ("error:", {"sum", "loose"}),
        ("blocked:", {"after"}),
        ("conv out>256", {"wide"}),
        ("out>256 shape:*x512", set()),
        ("nothing-like-it", set()),
    ],
)
def test_words_find(query: str, nodes: set[str], graph: Graph) -> None:
    """Words find exactly what they say."""
    assert found(query, graph) == nodes


@pytest.mark.parametrize("query", ["", "   ", "type:", "shape:", "name:"])
def test_what_is_not_typed_yet_finds_everything_it_could_be(query: str, graph: Graph) -> None:
    hidden = {"sum", "after", "loose"} if query == "shape:" else set()
    assert found(query, graph) == set(graph.nodes) - hidden


def test_a_comparison_that_is_being_typed_finds_what_can_be_compared(graph: Graph) -> None:
    assert found("out>", graph) == {"stem", "wide", "pool", "loose"}


def test_nodes_come_as_the_network_runs(graph: Graph) -> None:
    graph = graph.replace("stem", graph.nodes["stem"].layer)
    report = check(graph)
    assert find("", graph, report).nodes == report.order
    assert find("out>0", graph, report).nodes == ("stem", "wide", "pool", "loose")


@pytest.mark.parametrize(
    ("query", "word"),
    [("colour:red", "colour"), ("out>wide", "wide"), ("stem weights>x", "weights")],
)
def test_what_cannot_be_read_is_told_and_finds_nothing(query, word, graph) -> None:
    answer = find(query, graph, check(graph))
    assert answer.nodes == ()
    assert word in answer.wrong


def test_an_error_can_be_asked_for_by_its_words(graph: Graph) -> None:
    report = check(graph)
    [message] = [p.message for p in report.problems if p.node == "sum"]
    word = message.split()[0].lower()
    assert "sum" in found(f"error:{word}", graph)
    assert found("error:zebra", graph) == set()


def test_a_layer_that_this_version_does_not_know_is_found_by_its_name() -> None:
    graph = Graph().put(Node("new", Unknown(name="Spiral")))
    assert found("type:spiral", graph) == {"new"}
    assert found("turns>3", graph) == set()


def test_a_network_of_two_thousand_nodes_is_walked_once() -> None:
    graph = wired(Graph(), "n0", layer("Input", shape=(4,)))
    for number in range(1, 2000):
        node = Node(f"n{number}", layer("ReLU"), {"input": Port(f"n{number - 1}", "output")})
        graph = graph.put(node)
    assert len(found("relu shape:bx4", graph)) == 1999
