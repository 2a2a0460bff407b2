"""Whether a wire would fit, asked while it is drawn: one connection and one type rule.

The whole graph is checked only once the wire is there; a pointer that passes over a hundred
ports must not wait for that.
"""

from __future__ import annotations

from collections.abc import Mapping

from nodegraph.analysis.check import check
from nodegraph.analysis.report import Probe, Problem
from nodegraph.graph import Graph, NodeId, Port, WireError
from nodegraph.layers import Mismatch, TensorType
from nodegraph.recipe import Recipe


def refusal(graph: Graph, types: Mapping[Port, TensorType], source: Port, target: Port) -> str:
    """Why a wire from an output to an input can't be; empty when it can.

    What is not known yet does not stand in the way: another input waits, a type has no rule, a
    join has only its first wire.
    """
    try:
        node = graph.connect(source, target).nodes[target.node]
    except WireError as error:
        return str(error)
    came = [types.get(port) for _, port in node.feeds]
    known = [kind for kind in came if kind is not None]
    if node.free or len(known) < len(came) or (node.layer.variadic and len(known) == 1):
        return ""
    try:
        node.layer.types(*known)
    except Mismatch as error:
        return f"{node.title} expects {error.needed}, got {error.came}"
    return ""


def told_of(graph: Graph, recipe: Recipe, probe: Probe | None, node_id: NodeId) -> Problem | None:
    """What would be wrong at a node of a graph that is not there yet; None when nothing."""
    problems = check(graph, recipe, probe).problems
    return next((p for p in problems if p.node == node_id and p.severity == "error"), None)
