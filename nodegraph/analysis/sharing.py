"""Weights used in several places: they must belong to equal layers and count once."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from nodegraph.analysis.fixes import on_graph
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Walk
from nodegraph.graph import Graph, Node, NodeId


def not_shared(walk: Walk, unused: Container[NodeId]) -> list[Problem]:
    """The nodes that can't use the weights they name.

    These have no cost, so nothing is written of them; the others' weights count at their owner.
    """
    sharing = [node for node in walk.graph.nodes.values() if node.shares is not None]
    problems = []
    for node in sharing:
        problem = _mismatch(walk, node, unused)
        if problem is not None:
            problems.append(problem)
            walk.cost.pop(node.id, None)
        elif node.id in walk.cost:
            walk.cost[node.id] = walk.cost[node.id]._replace(weights=0)
    return problems


def _mismatch(walk: Walk, node: Node, unused: Container[NodeId]) -> Problem | None:
    owner = _owner(walk.graph, node)
    if owner is None or owner is node:
        came = str(node.shares)
        return Problem(
            node.id,
            f"There is no node {came} to share weights with"
            if owner is None
            else "It shares weights with itself",
            needed="another node",
            came=came,
            fixes=(_alone(node),),
        )
    if owner.layer != node.layer:
        return Problem(
            node.id,
            f"It shares the weights of {owner.title}, whose settings differ",
            needed=_words(owner),
            came=_words(node),
            fixes=(_as(node, owner), _alone(node)),
        )
    here, there = walk.typed.get(node.id), walk.typed.get(owner.id)
    if here is None or there is None:
        return None  # what keeps them from a type is told where it is
    if owner.id in unused and node.id not in unused:
        return Problem(
            node.id,
            f"It shares the weights of {owner.title}, which no Output depends on",
            needed="a node that is used",
            came=owner.title,
            fixes=(_alone(node),),
        )
    if node.layer.build(*here) != owner.layer.build(*there):
        return Problem(
            node.id,
            f"It shares the weights of {owner.title}, which gets another shape",
            needed=" and ".join(map(str, there)),
            came=" and ".join(map(str, here)),
            fixes=(_alone(node),),
        )
    return None


def _owner(graph: Graph, node: Node) -> Node | None:
    """The node at the end of a chain of sharing; the node itself where the chain is a ring."""
    seen = {node.id}
    owner: Node | None = node
    while owner is not None and owner.shares is not None:
        owner = graph.nodes.get(owner.shares)
        if owner is not None and owner.id in seen:
            return node
        if owner is not None:
            seen.add(owner.id)
    return owner


def _words(node: Node) -> str:
    changed = ", ".join(f"{name} {value}" for name, value in node.layer.changed().items())
    return f"{node.layer.kind} with {changed}" if changed else node.layer.kind


def _alone(node: Node) -> Fix:
    return on_graph(
        f"Give {node.title} its own weights",
        lambda graph: graph.put(replace(graph.nodes[node.id], shares=None)),
    )


def _as(node: Node, owner: Node) -> Fix:
    return on_graph(
        f"Set {node.title} as {owner.title}",
        lambda graph: graph.replace(node.id, graph.nodes[owner.id].layer),
    )
