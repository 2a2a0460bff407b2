"""Weights used in several places: they must belong to equal layers and count once."""

from __future__ import annotations

from collections.abc import Container

from nodegraph.analysis.fixes import on_graph, with_node
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Walk
from nodegraph.graph import Node, NodeId
from nodegraph.graph.active import owner as owner_of
from nodegraph.say import say, together


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
    owner = owner_of(walk.graph, node)
    if owner is None or owner is node:
        came = str(node.shares)
        return Problem(
            node.id,
            say("There is no node {0} to share weights with", came)
            if owner is None
            else say("It shares weights with itself"),
            needed=say("another node"),
            came=came,
            fixes=(_alone(node),),
        )
    if owner.layer != node.layer:
        return Problem(
            node.id,
            say("It shares the weights of {0}, whose settings differ", owner.title),
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
            say("It shares the weights of {0}, which no Output depends on", owner.title),
            needed=say("a node that is used"),
            came=owner.title,
            fixes=(_alone(node),),
        )
    if node.layer.build(*here) != owner.layer.build(*there):
        return Problem(
            node.id,
            say("It shares the weights of {0}, which gets another shape", owner.title),
            needed=together(there),
            came=together(here),
            fixes=(_alone(node),),
        )
    return None


def _words(node: Node) -> str:
    changed = ", ".join(f"{name} {value}" for name, value in node.layer.changed().items())
    return say("{0} with {1}", node.layer.kind, changed) if changed else node.layer.kind


def _alone(node: Node) -> Fix:
    return with_node(say("Give {0} its own weights", node.title), node.id, shares=None)


def _as(node: Node, owner: Node) -> Fix:
    return on_graph(
        say("Set {0} as {1}", node.title, owner.title),
        lambda graph: graph.replace(node.id, graph.nodes[owner.id].layer),
    )
