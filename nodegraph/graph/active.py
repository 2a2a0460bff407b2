"""What of a graph runs: the graph without the nodes and wires that are bypassed or disabled.

Check, code, cost and training all read this graph, so a mode means the same to each of them. A
bypassed node hands on what comes into its first input; a disabled one gives nothing, and a joined
input just has one wire less. Weights belong to all who share them: where their owner does not
run, the first of the others that does holds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from nodegraph.graph.node import Node, NodeId, Port


class Network(Protocol):
    """What is asked of a graph here."""

    @property
    def nodes(self) -> Mapping[NodeId, Node]:
        """The nodes, by id."""

    @property
    def order(self) -> tuple[NodeId, ...]:
        """Them, each after what feeds it."""


def running(graph: Network) -> dict[NodeId, Node] | None:
    """The nodes that are on, wired past the others; None where all, and all wires, are on."""
    if all(node.mode == "on" and not node.off for node in graph.nodes.values()):
        return None
    passing = passed(graph)
    holders: dict[NodeId, NodeId] = {}
    return {
        node.id: _sharing(graph, _rewired(node, passing), holders)
        for node in graph.nodes.values()
        if node.mode == "on"
    }


def passed(graph: Network) -> dict[Port, Port | None]:
    """What stands for each output of a node that is not on; None where nothing comes out of it."""
    passing: dict[Port, Port | None] = {}
    for node_id in graph.order:
        node = graph.nodes[node_id]
        if node.mode == "on":
            continue
        passing.update(dict.fromkeys(node.outputs))
        if node.mode == "bypassed" and node.outputs:
            passing[node.outputs[0]] = _first(node, passing)
    return passing


def _first(node: Node, passing: dict[Port, Port | None]) -> Port | None:
    """What comes into a node's first input; of several wires there, the first that is live."""
    sources = (port for name, port in node.live if name == node.layer.inputs[0])
    live = (passing.get(port, port) for port in sources)
    return next((port for port in live if port is not None), None)


def live_places(graph: Network, node_id: NodeId) -> list[int]:
    """Which of a node's wires, as its `feeds` lists them, carry something."""
    passing, node = passed(graph), graph.nodes[node_id]
    return [
        place
        for place, (name, port) in enumerate(node.feeds)
        if (name, port) not in node.off and passing.get(port, port) is not None
    ]


def _rewired(node: Node, passing: dict[Port, Port | None]) -> Node:
    if not node.off and not any(port in passing for _, port in node.feeds):
        return node
    live = (None if feed in node.off else passing.get(feed[1], feed[1]) for feed in node.feeds)
    return replace(node, inputs=node.fed_by(live), off=frozenset())


def _sharing(graph: Network, node: Node, holders: dict[NodeId, NodeId]) -> Node:
    """The node with weights of its own, or those of a node that is on."""
    if node.shares is None or node.shares not in graph.nodes:
        return node
    if graph.nodes[node.shares].mode == "on":
        return node
    held = owner(graph, node)
    if held is None:
        return node
    if held is node or held.mode == "on":
        return replace(node, shares=held.id)
    holder = holders.setdefault(held.id, node.id)
    if holder == node.id:
        return replace(node, shares=None, start=held.start)
    return replace(node, shares=holder)


def owner(graph: Network, node: Node) -> Node | None:
    """The node at the end of a chain of sharing; the node itself where the chain is a ring.

    None where the chain ends at a node that is not there.
    """
    seen = {node.id}
    held: Node | None = node
    while held is not None and held.shares is not None:
        held = graph.nodes.get(held.shares)
        if held is not None and held.id in seen:
            return node
        if held is not None:
            seen.add(held.id)
    return held
