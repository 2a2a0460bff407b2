"""Whether a wire would fit, asked while it is drawn: one connection and one type rule.

The whole graph is checked only once the wire is there; a pointer that passes over a hundred
ports must not wait for that.
"""

from __future__ import annotations

from collections.abc import Mapping

from nodegraph.analysis.check import check
from nodegraph.analysis.report import Probe, Problem
from nodegraph.analysis.walk import fits
from nodegraph.graph import Graph, Node, NodeId, Port, WireError
from nodegraph.layers import Mismatch, TensorType
from nodegraph.recipe import Recipe
from nodegraph.say import say


def refusal(graph: Graph, types: Mapping[Port, TensorType], source: Port, target: Port) -> str:
    """Why a wire from an output to an input can't be; empty when it can.

    What is not known yet does not stand in the way: another input waits, a type has no rule, a
    join has only its first wire.
    """
    try:
        node = graph.connect(source, target).nodes[target.node]
    except WireError as error:
        return str(error)
    return misfit(node, types)


def misfit(node: Node, types: Mapping[Port, TensorType]) -> str:
    """Why a node can't take what feeds it; empty when it can, or when that is not known yet.

    A node that does not run takes anything. A wire that is off is as if not there.
    """
    came = [types.get(port) for _, port in node.live]
    known = [kind for kind in came if kind is not None]
    if node.mode != "on" or _waits(node) or len(known) < len(came):
        return ""
    if node.layer.variadic and len(known) == 1:
        return ""
    try:
        node.layer.types(*known)
    except Mismatch as error:
        return say("{0} expects {1}, got {2}", node.title, error.needed, error.came)
    return ""


def made(node: Node, types: Mapping[Port, TensorType]) -> dict[Port, TensorType]:
    """What a node would make of what feeds it, as far as its rule tells."""
    came = [types[port] for _, port in node.live if port in types]
    if node.mode == "bypassed":
        return dict(zip(node.outputs, came[:1], strict=False))
    if node.mode == "disabled" or _waits(node) or len(came) < len(node.live):
        return {}
    found = fits(node.layer, tuple(came)) or ()
    return dict(zip(node.outputs, found, strict=False))


def _waits(node: Node) -> bool:
    """Whether an input has no wire, or none that carries something."""
    return {name for name, _ in node.live} != set(node.layer.inputs)


def told_of(graph: Graph, recipe: Recipe, probe: Probe | None, node_id: NodeId) -> Problem | None:
    """What would be wrong at a node of a graph that is not there yet; None when nothing."""
    problems = check(graph, recipe, probe).problems
    return next((p for p in problems if p.node == node_id and p.severity == "error"), None)
