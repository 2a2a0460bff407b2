"""Nodes in order, and the loop of those that have none.

Most drawings were made from the input on: their nodes stand sorted already, and that is seen in
one pass. networkx takes 0.1 to 0.3 s to load, so it is imported only where there is a loop, whose
nodes it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from nodegraph.graph.node import Node, NodeId

Nodes = Mapping[NodeId, Node]


def stands_sorted(nodes: Nodes) -> bool:
    """Whether every node was added after all that feeds it; so it is sorted, and has no loop."""
    seen: set[str] = set()
    for node in nodes.values():
        if any(source.node not in seen for _, source in node.feeds):
            return False
        seen.add(node.id)
    return True


def sort(nodes: Nodes) -> tuple[NodeId, ...]:
    """The ids in topological order; where it leaves a choice, in the order they were added.

    What lies on a loop, or behind one, is left out.
    """
    if stands_sorted(nodes):
        return tuple(nodes)
    ids = tuple(nodes)
    rank = {node_id: number for number, node_id in enumerate(ids)}
    waits: dict[NodeId, int] = {}  # how many of those that feed a node have no place yet
    fed: dict[NodeId, list[NodeId]] = {node_id: [] for node_id in ids}
    for node in nodes.values():
        sources = {source.node for _, source in node.feeds}
        waits[node.id] = len(sources)
        for source_id in sources:
            fed[source_id].append(node.id)
    ready = [rank[node_id] for node_id, count in waits.items() if not count]
    heapify(ready)
    order = []
    while ready:
        node_id = ids[heappop(ready)]
        order.append(node_id)
        for follower in fed[node_id]:
            waits[follower] -= 1
            if not waits[follower]:
                heappush(ready, rank[follower])
    return tuple(order)


def find_loop(nodes: Nodes) -> tuple[NodeId, ...]:
    """The ids along one loop; empty when there is none."""
    if len(sort(nodes)) == len(nodes):
        return ()
    import networkx

    seen = networkx.DiGraph()
    seen.add_nodes_from(nodes)
    for node in nodes.values():
        seen.add_edges_from((source.node, node.id) for _, source in node.feeds)
    return tuple(edge[0] for edge in networkx.find_cycle(seen))
