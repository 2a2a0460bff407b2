"""Which ports a wire from one port can go to, asked of the whole network at once.

What would make a loop is told by one walk, so that each port left costs one connection and one
type rule, as `refusal` asks them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from nodegraph.analysis.fits import refusal
from nodegraph.graph import Graph, Node, Port
from nodegraph.graph.streams import downstream, upstream
from nodegraph.layers import TensorType


def partners(
    graph: Graph, types: Mapping[Port, TensorType], port: Port, is_output: bool
) -> tuple[Port, ...]:
    """Inputs that take this output, or outputs that this input takes, in the nodes' order.

    Left out is what feeds it, or is fed by it, already.
    """
    return tuple(_found(graph, types, port, is_output))


def _found(
    graph: Graph, types: Mapping[Port, TensorType], port: Port, is_output: bool
) -> Iterator[Port]:
    loops = (upstream if is_output else downstream)(graph, [port.node])
    for node_id in graph.order:
        if node_id in loops:
            continue
        layer = graph.nodes[node_id].layer
        for name in layer.inputs if is_output else layer.outputs:
            other = Port(node_id, name)
            source, target = (port, other) if is_output else (other, port)
            if (target.name, source) in graph.nodes[target.node].feeds:
                continue
            # The two alone: every node between them is known not to lead back.
            alone = Graph(
                {source.node: _bare(graph, source), target.node: graph.nodes[target.node]}
            )
            if not refusal(alone, types, source, target):
                yield other


def _bare(graph: Graph, port: Port) -> Node:
    return replace(graph.nodes[port.node], inputs={})
