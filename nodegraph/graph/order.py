"""Nodes seen by networkx, which sorts them and finds loops.

networkx takes 0.1 to 0.3 s to load, so it is imported where it is first needed. Most drawings
were made from the input on: their nodes stand sorted already, and that is seen in one pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nodegraph.graph.node import Node, NodeId

if TYPE_CHECKING:
    import networkx

Nodes = Mapping[NodeId, Node]


def view(nodes: Nodes) -> networkx.DiGraph:
    """The nodes' ids and which feeds which, as networkx has it."""
    import networkx

    seen = networkx.DiGraph()
    seen.add_nodes_from(nodes)
    seen.add_edges_from((port.node, node.id) for node in nodes.values() for _, port in node.feeds)
    return seen


def stands_sorted(nodes: Nodes) -> bool:
    """Whether every node was added after all that feeds it; so it is sorted, and has no loop."""
    seen: set[str] = set()
    for node in nodes.values():
        if any(source.node not in seen for _, source in node.feeds):
            return False
        seen.add(node.id)
    return True


def sort(nodes: Nodes) -> tuple[NodeId, ...]:
    """The ids in topological order; where it leaves a choice, in the order they were added."""
    if stands_sorted(nodes):
        return tuple(nodes)
    import networkx

    rank = {node_id: number for number, node_id in enumerate(nodes)}
    return tuple(networkx.lexicographical_topological_sort(view(nodes), key=rank.__getitem__))


def find_loop(nodes: Nodes) -> tuple[NodeId, ...]:
    """The ids along one loop; empty when there is none."""
    if stands_sorted(nodes):
        return ()
    import networkx

    seen = view(nodes)
    # find_cycle walks edges again from every start; asking first keeps it linear where all is well.
    if networkx.is_directed_acyclic_graph(seen):
        return ()
    return tuple(edge[0] for edge in networkx.find_cycle(seen))
