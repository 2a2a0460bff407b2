"""A network as a value: nodes, each naming what feeds it."""

from nodegraph.graph.graph import Graph, WireError
from nodegraph.graph.names import Names, fresh
from nodegraph.graph.node import MODES, Feed, Mode, Node, NodeId, Port, Wire
from nodegraph.graph.start import Start

__all__ = [
    "MODES",
    "Feed",
    "Graph",
    "Mode",
    "Names",
    "Node",
    "NodeId",
    "Port",
    "Start",
    "Wire",
    "WireError",
    "fresh",
]
