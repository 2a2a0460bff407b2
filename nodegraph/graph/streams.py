"""What nodes depend on, and what depends on them.

Walked with a visited set: a network with skips has more ways through it than anyone can count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nodegraph.graph.graph import Graph
from nodegraph.graph.node import NodeId


def upstream(graph: Graph, start: Iterable[NodeId]) -> frozenset[NodeId]:
    """These nodes and all that they depend on."""
    return _reached(start, lambda node: (source.node for _, source in graph.nodes[node].feeds))


def downstream(graph: Graph, start: Iterable[NodeId]) -> frozenset[NodeId]:
    """These nodes and all that depends on them."""
    return _reached(start, graph.consumers.__getitem__)


def _reached(
    start: Iterable[NodeId], near: Callable[[NodeId], Iterable[NodeId]]
) -> frozenset[NodeId]:
    seen = set(start)
    waiting = list(seen)
    while waiting:
        for node in near(waiting.pop()):
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return frozenset(seen)
