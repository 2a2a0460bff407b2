"""Looking for a loop visits each node once, however many ways lead through the network."""

from __future__ import annotations

from collections import UserDict
from dataclasses import replace

import pytest

from nodegraph.graph import Graph, Node, NodeId
from tests import graphs
from tests.networks import layer


class Counting(UserDict[NodeId, Node]):
    """The nodes, counting how often one is looked up; more than `most` is a search without end."""

    looked, most = 0, 0

    def __getitem__(self, key: NodeId) -> Node:
        self.looked += 1
        assert self.looked <= self.most
        return super().__getitem__(key)


@pytest.mark.parametrize(
    "graph", [graphs.ladder(2_000), graphs.dense(200)], ids=["ladder", "dense"]
)
def test_t13_a_loop_is_looked_for_with_one_visit_a_node(graph: Graph) -> None:
    """A search for loops exponential on residual nets: libraries of node editors."""
    first, *_, last = graph.order
    graph = graph.put(Node("lonely", layer("ReLU")))
    watched = replace(graph, nodes=Counting(graph.nodes))
    assert isinstance(watched.nodes, Counting)
    watched.nodes.most = len(graph.nodes) + len(graph.wires)
    for start, end, leads in ((first, last, True), (last, first, False), ("lonely", last, False)):
        watched.nodes.looked = 0
        assert watched.leads_to(start, end) == leads
        assert watched.nodes.looked > 0
    assert watched.nodes.looked == len(graph.nodes) - 1  # every way back from the end, once
