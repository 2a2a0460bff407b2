"""Which nodes belong together: the sets that a person selects with one command.

Each function takes the graph, or its report, and answers with nodes.
"""

from __future__ import annotations

from collections.abc import Collection

from nodegraph.analysis.report import Report
from nodegraph.graph import Graph, NodeId
from nodegraph.graph.streams import downstream, upstream

Nodes = frozenset[NodeId]


def same_type(graph: Graph, chosen: Collection[NodeId]) -> Nodes:
    """The nodes whose layer is of the type of one of these."""
    kinds = {graph.nodes[node].layer.kind for node in chosen}
    return frozenset(node.id for node in graph.nodes.values() if node.layer.kind in kinds)


def same_settings(graph: Graph, chosen: Collection[NodeId]) -> Nodes:
    """The nodes whose layer is the same as one of these, in every setting."""
    layers = {graph.nodes[node].layer for node in chosen}
    return frozenset(node.id for node in graph.nodes.values() if node.layer in layers)


def between(graph: Graph, chosen: Collection[NodeId]) -> Nodes:
    """These nodes and every node on a way from one of them to another."""
    return downstream(graph, chosen) & upstream(graph, chosen)


def unconnected(graph: Graph) -> Nodes:
    """The nodes with an input that nothing feeds, or with no output that feeds anything."""
    return frozenset(
        node.id
        for node in graph.nodes.values()
        if node.free or (node.layer.outputs and not graph.consumers[node.id])
    )


def at_fault(report: Report) -> Nodes:
    """The nodes that are the cause of an error."""
    found = (problem for problem in report.problems if problem.severity == "error")
    return frozenset(problem.node for problem in found if problem.node is not None)


def others(graph: Graph, chosen: Collection[NodeId]) -> Nodes:
    """All nodes but these."""
    return frozenset(graph.nodes.keys() - chosen)
