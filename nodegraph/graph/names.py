"""The names new nodes get: stem1, stem2, ..., for whoever adds a node, a person or a fix."""

from __future__ import annotations

from nodegraph.graph.graph import Graph, NodeId


def fresh(graph: Graph, stem: str) -> NodeId:
    """The first of stem1, stem2, ... that no node has as its id or name."""
    taken = set(graph.nodes) | {node.name for node in graph.nodes.values()}
    if stem not in taken and stem in ("input", "output"):
        return stem
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"
