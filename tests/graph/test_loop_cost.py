"""Looking for a loop visits each node once, however many ways lead through the network."""

from __future__ import annotations

from collections import UserDict
from dataclasses import replace

import pytest

from nodegraph.graph import Graph, Node, NodeId
from tests import graphs


class Counting(UserDict[NodeId, Node]):
    """The nodes, counting how often one is looked up."""

    looked = 0

    def __getitem__(self, key: NodeId) -> Node:
        self.looked += 1
        return super().__getitem__(key)


@pytest.mark.parametrize(
    "graph", [graphs.ladder(2_000), graphs.dense(200)], ids=["ladder", "dense"]
)
def test_t13_a_loop_is_looked_for_with_one_visit_a_node(graph: Graph) -> None:
    """A search for loops exponential on residual nets: libraries of node editors."""
    first, *_, last = graph.order
    counted = Counting(graph.nodes)
    watched = replace(graph, nodes=counted)
    counted.looked = 0
    assert watched.leads_to(first, last)
    assert not watched.leads_to(last, first)
    assert 0 < counted.looked <= len(graph.nodes) + 1
