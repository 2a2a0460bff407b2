"""The ports a wire can go to: the same answer as asking of each port by itself."""

from __future__ import annotations

import pytest

from nodegraph.analysis import check
from nodegraph.analysis.fits import refusal
from nodegraph.analysis.partners import partners
from nodegraph.graph import Graph, Port
from nodegraph.recipe import Recipe
from tests.networks import layer, r0, r4a, wired
from tests.ui.canvas.ladder import ladder


def branched() -> Graph:
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "conv1", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "relu1", layer("ReLU"), "conv1")
    graph = wired(graph, "add", layer("Add"), "relu1")
    graph = wired(graph, "pool1", layer("MaxPool2d", kernel_size=2))
    return wired(graph, "conv3d", layer("Conv3d", out_channels=8))


def one_by_one(graph: Graph, port: Port, is_output: bool) -> tuple[Port, ...]:
    types = check(graph, Recipe()).types
    found = []
    for node_id in graph.order:
        made = graph.nodes[node_id].layer
        for name in made.inputs if is_output else made.outputs:
            wire = (port, Port(node_id, name)) if is_output else (Port(node_id, name), port)
            there = (wire[1].name, wire[0]) in graph.nodes[wire[1].node].feeds
            if not there and not refusal(graph, types, *wire):
                found.append(Port(node_id, name))
    return tuple(found)


@pytest.mark.parametrize("graph", [branched(), r0(), r4a(), ladder(40).graph])
def test_they_are_those_that_asking_of_each_port_finds(graph: Graph) -> None:
    types = check(graph, Recipe()).types
    for node_id, node in graph.nodes.items():
        for is_output in (True, False):
            for name in node.layer.outputs if is_output else node.layer.inputs:
                port = Port(node_id, name)
                assert partners(graph, types, port, is_output) == one_by_one(graph, port, is_output)


def test_neither_loops_nor_wrong_shapes_are_among_them() -> None:
    graph = branched()
    types = check(graph, Recipe()).types
    found = partners(graph, types, Port("relu1", "output"), is_output=True)
    assert found == (Port("pool1", "input"),)
    found = partners(graph, types, Port("relu1", "input"), is_output=False)
    assert Port("image", "output") in found
    assert Port("add", "output") not in found
