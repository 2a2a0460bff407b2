"""The order of the nodes: stable, and without networkx where they stand in it already."""

from __future__ import annotations

import subprocess
import sys

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodegraph.graph import Graph, Node, Port
from tests.networks import layer


def added_in_turn(ranks: list[int], pairs: list[tuple[int, int]]) -> Graph:
    """Additions, put down in this order, each fed by those of a lower rank that pairs name."""
    nodes = []
    for rank in ranks:
        sources = dict.fromkeys(a for a, b in pairs if b == rank and a < rank and a in ranks)
        fed = tuple(Port(f"n{source}", "output") for source in sources)
        nodes.append(Node(f"n{rank}", layer("Add"), {"input": fed} if fed else {}))
    return Graph.of(nodes)


@given(
    st.permutations(range(12)),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40),
)
def test_each_node_comes_behind_what_feeds_it_and_else_as_it_was_added(
    ranks: list[int], pairs: list[tuple[int, int]]
) -> None:
    graph = added_in_turn(ranks, pairs)
    seen = networkx.DiGraph()
    seen.add_nodes_from(graph.nodes)
    seen.add_edges_from((wire.source.node, wire.target.node) for wire in graph.wires)
    added = {node_id: number for number, node_id in enumerate(graph.nodes)}
    expected = networkx.lexicographical_topological_sort(seen, key=added.__getitem__)
    assert graph.order == tuple(expected)
    assert graph.loop == ()


@pytest.mark.parametrize(("around", "needed"), [("iter", False), ("reversed", True)])
def test_networkx_is_loaded_only_where_the_nodes_stand_out_of_order(
    around: str, needed: bool
) -> None:
    code = (
        "import sys\n"
        "from nodegraph.analysis import check\n"
        "from nodegraph.graph import Graph\n"
        "from tests.networks import residual\n"
        f"graph = Graph.of({around}(residual(3).nodes.values()))\n"
        "assert check(graph).ok\n"
        f"assert ('networkx' in sys.modules) is {needed}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
