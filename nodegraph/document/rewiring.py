"""Several wires at once: those of a port, joined to one input, or moved to another port.

A wire whose source changes keeps its place among the wires of a joined input, because the order
in which a Concatenate joins is part of the network.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from nodegraph.document import dots, edits
from nodegraph.document.drawing import Drawing
from nodegraph.document.splice import refed
from nodegraph.graph import Graph, Port, Wire, WireError
from nodegraph.graph.streams import upstream
from nodegraph.say import say


def wires_at(graph: Graph, port: Port, is_output: bool) -> list[Wire]:
    """The wires of a port, in the order in which they feed and are fed."""
    if not is_output:
        feeds = graph.nodes[port.node].feeds
        return [Wire(source, port) for name, source in feeds if name == port.name]
    return [
        Wire(port, Port(node, name))
        for node in graph.consumers[port.node]
        for name, source in graph.nodes[node].feeds
        if source == port
    ]


def connect_all(drawing: Drawing, wires: Iterable[Wire]) -> Drawing:
    """With these wires, one after the other; raises WireError when one can't be."""
    graph = drawing.graph
    for wire in wires:
        graph = graph.connect(*wire)
    return replace(drawing, graph=graph)


def disconnect_all(drawing: Drawing, wires: Iterable[Wire]) -> Drawing:
    """Without these wires."""
    graph = drawing.graph
    for wire in wires:
        graph = graph.disconnect(wire)
    return replace(drawing, graph=graph)


def move_sources(drawing: Drawing, wires: Iterable[Wire], source: Port) -> Drawing:
    """With these wires coming from another output; raises WireError when one can't."""
    nodes, before = dict(drawing.graph.nodes), upstream(drawing.graph, [source.node])
    for wire in reversed(tuple(wires)):  # of equal ones the last is moved first
        if wire.target.node in before:
            raise WireError(say("this would make a loop through {0}", nodes[source.node].title))
        nodes[wire.target.node] = refed(nodes[wire.target.node], wire, source)
    return replace(drawing, graph=replace(drawing.graph, nodes=nodes))


def move_targets(drawing: Drawing, wires: Collection[Wire], target: Port) -> Drawing:
    """With these wires going into another input, past the same dots; raises WireError when one
    can't.
    """
    node = drawing.graph.nodes[target.node]
    if len(wires) > 1 and not node.layer.variadic:
        title, name = node.title, target.name
        raise WireError(say("{0} takes one wire at {1}, not {2}", title, name, len(wires)))
    moved = [Wire(wire.source, target) for wire in wires]
    after = connect_all(disconnect_all(drawing, wires), moved)
    for old, new in zip(wires, moved, strict=True):
        after = dots.follow(drawing, after, old, new)
    off = [new for old, new in zip(wires, moved, strict=True) if drawing.graph.is_off(old)]
    return edits.switch(after, off, on=False)
