"""A network as a value: nodes, each naming what feeds it."""

from nodegraph.graph.graph import MODES, Graph, Mode, Node, NodeId, Port, Wire, WireError
from nodegraph.graph.names import Names, fresh
from nodegraph.graph.start import Start

__all__ = [
    "MODES",
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
