"""The sets of nodes that one command selects."""

from __future__ import annotations

import pytest

from nodegraph.analysis import check, picking
from nodegraph.graph import Graph
from nodegraph.graph.streams import downstream, upstream
from tests.graphs import ladder
from tests.networks import layer, wired


@pytest.fixture
def graph() -> Graph:
    """Two ways from a picture to a sum, a ReLU behind it, and a pooling that lies alone."""
    graph = wired(Graph(), "image", layer("Input", shape=(3, 8, 8)))
    graph = wired(graph, "top", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "low", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "deep", layer("Conv2d", out_channels=4, padding=1), "low")
    graph = wired(graph, "sum", layer("Add"), "top", "deep")
    graph = wired(graph, "relu", layer("ReLU"), "sum")
    return wired(graph, "pool", layer("MaxPool2d"))


def test_layers_of_one_type_and_of_the_same_settings(graph: Graph) -> None:
    assert picking.same_type(graph, {"deep"}) == {"top", "low", "deep"}
    assert picking.same_settings(graph, {"top"}) == {"top", "low"}
    assert picking.same_type(graph, {"deep", "relu"}) == {"top", "low", "deep", "relu"}
    assert picking.same_type(graph, ()) == frozenset()


def test_the_whole_stream_up_and_down(graph: Graph) -> None:
    assert upstream(graph, {"deep"}) == {"deep", "low", "image"}
    assert downstream(graph, {"low"}) == {"low", "deep", "sum", "relu"}


def test_the_path_between_two_takes_every_way_in_either_order(graph: Graph) -> None:
    whole = {"image", "top", "low", "deep", "sum"}
    assert picking.between(graph, {"image", "sum"}) == whole
    assert picking.between(graph, {"sum", "image"}) == whole
    assert picking.between(graph, {"low", "sum"}) == {"low", "deep", "sum"}
    assert picking.between(graph, {"top", "low"}) == {"top", "low"}  # no way leads there


def test_what_is_not_connected(graph: Graph) -> None:
    assert picking.unconnected(graph) == {"relu", "pool"}


def test_the_causes_of_errors_and_not_what_they_block(graph: Graph) -> None:
    assert "sum" in picking.at_fault(check(graph))
    assert "relu" not in picking.at_fault(check(graph))


def test_all_the_others(graph: Graph) -> None:
    assert picking.others(graph, {"image", "pool"}) == {"top", "low", "deep", "sum", "relu"}


def test_a_thousand_skips_are_walked_once_each() -> None:
    graph = ladder(2000)
    first, last = graph.order[0], graph.order[-1]
    assert picking.between(graph, {first, last}) == graph.nodes.keys()
