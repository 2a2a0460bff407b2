"""Edits that follow wires: put nodes into a wire, take them out of it, join what lies in a row.

Each answers the next drawing, or raises WireError with the reason; what a port takes is asked of
its layer, so nothing is wired here that could not be wired by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from nodegraph.analysis.fits import made, misfit, refusal
from nodegraph.document import dots
from nodegraph.document.drawing import HALF, Drawing, Point
from nodegraph.document.edits import delete
from nodegraph.graph import Feed, Graph, Node, NodeId, Port, Wire, WireError
from nodegraph.graph.active import live_places
from nodegraph.layers import TensorType
from nodegraph.say import say

Types = Mapping[Port, TensorType]


def insert(drawing: Drawing, types: Types, ids: Collection[NodeId], wire: Wire) -> Drawing:
    """With a node, or a chain of them, in a wire. Raises WireError where its ends are not free,
    or a layer does not take what would come.
    """
    chain = chain_of(drawing.graph, ids)
    if not chain or {wire.source.node, wire.target.node} & set(chain):
        raise WireError(say("only a node or a chain with free ends goes into a wire"))
    head, tail = (drawing.graph.nodes[end] for end in (chain[0], chain[-1]))
    reasons = []
    for entry in head.free:
        for leave in tail.layer.outputs:
            try:
                graph = _spliced(drawing.graph, types, chain, wire, entry, leave)
            except WireError as error:
                reasons.append(error)
            else:
                parts = (
                    Wire(wire.source, Port(head.id, entry)),
                    Wire(Port(tail.id, leave), wire.target),
                )
                x, y = drawing.places.get(head.id, Point(0, 0))
                after = replace(drawing, graph=graph)
                return dots.divide(drawing, after, wire, parts, Point(x + HALF.x, y + HALF.y))
    raise reasons[0]


def chain_of(graph: Graph, ids: Collection[NodeId]) -> tuple[NodeId, ...]:
    """The nodes in the order of their wires, where they are one chain with free ends; else none."""
    wanted = set(ids)
    heads = [node_id for node_id in wanted if not graph.nodes[node_id].feeds]
    if len(heads) != 1 or not graph.nodes[heads[0]].free:
        return ()
    chain = heads
    while consumers := graph.consumers[chain[-1]]:
        if len(consumers) > 1 or consumers[0] not in wanted:
            return ()
        if len(graph.nodes[consumers[0]].feeds) > 1:
            return ()
        chain.append(consumers[0])
    return (
        tuple(chain) if len(chain) == len(wanted) and graph.nodes[chain[-1]].layer.outputs else ()
    )


def _spliced(
    graph: Graph, types: Types, chain: tuple[NodeId, ...], wire: Wire, entry: str, leave: str
) -> Graph:
    graph = graph.connect(wire.source, Port(chain[0], entry))
    target = refed(graph.nodes[wire.target.node], wire, Port(chain[-1], leave))
    known = dict(types)
    for node in (*(graph.nodes[node_id] for node_id in chain), target):
        if reason := misfit(node, known):
            raise WireError(reason)
        known.update(made(node, known))
    return graph.put(target)


def refed(node: Node, wire: Wire, source: Port) -> Node:
    """The target of a wire, fed by another source in its place; of equal ones, the last.

    A wire that is off stays off, where it becomes none that is on.
    """
    old, new = (wire.target.name, wire.source), (wire.target.name, source)
    last = max(at for at, feed in enumerate(node.feeds) if feed == old)
    sources = (source if at == last else port for at, (_, port) in enumerate(node.feeds))
    off = node.off | {new} if old in node.off and new not in node.feeds else node.off
    return replace(node, inputs=node.fed_by(sources), off=off)


def dissolve(drawing: Drawing, ids: Iterable[NodeId]) -> Drawing:
    """Without these nodes; what each one fed is fed by what fed it first, past the same dots."""
    graph, gone = drawing.graph, set(ids)
    joined: list[tuple[list[Wire], Wire]] = []
    for node in drawing.graph.nodes.values():
        if node.id in gone:
            continue
        for name, fed in node.feeds:
            source = _before(drawing.graph, fed, gone)
            if source is not None and source != fed:
                wire = Wire(fed, Port(node.id, name))
                row, new = _row(drawing.graph, wire, gone), Wire(source, wire.target)
                graph = _rejoined(graph, drawing.graph, row, new)
                joined.append((row, new))
    after = delete(replace(drawing, graph=graph), gone)
    for row, wire in joined:
        after = dots.join(drawing, after, row, wire)
    return after


def _row(graph: Graph, wire: Wire, gone: set[NodeId]) -> list[Wire]:
    """The wires, one behind the other, that lead through nodes that go to this one."""
    row = [wire]
    while row[0].source.node in gone:
        node = graph.nodes[row[0].source.node]
        name, source = _first(graph, node)
        row.insert(0, Wire(source, Port(node.id, name)))
    return row


def _rejoined(graph: Graph, drawn: Graph, row: list[Wire], wire: Wire) -> Graph:
    """With one wire in place of a row; it carries something where they all do as drawn."""
    node = graph.nodes[wire.target.node]
    was_there = (wire.target.name, wire.source) in node.feeds
    off = any(drawn.is_off(one) for one in row)
    graph = graph.put(refed(node, row[-1], wire.source))
    return graph.switch([wire], on=False) if off and not was_there else graph


def pull_out(drawing: Drawing, types: Types, ids: Iterable[NodeId]) -> Drawing:
    """With these nodes beside their chain: they keep the wires among them, and what they fed is
    fed by what fed them first, where its layer takes that. The same drawing when none had a wire.
    """
    graph, out, known = drawing.graph, set(ids), dict(types)
    for node in drawing.graph.nodes.values():
        for name, fed in node.feeds:
            if (fed.node in out) == (node.id in out):
                continue
            wire = Wire(fed, Port(node.id, name))
            source = None if node.id in out else _before(drawing.graph, fed, out)
            joined = None if source is None else refed(graph.nodes[node.id], wire, source)
            if source is None or joined is None or misfit(joined, known):
                graph = graph.disconnect(wire)
            else:
                row = _row(drawing.graph, wire, out)
                graph = _rejoined(graph, drawing.graph, row, Wire(source, wire.target))
    return drawing if graph is drawing.graph else dots.sweep(replace(drawing, graph=graph))


def _before(graph: Graph, port: Port, gone: set[NodeId]) -> Port | None:
    """What comes to a port through nodes that go; None where nothing does."""
    while port.node in gone:
        node = graph.nodes[port.node]
        if not node.feeds or port.name != node.layer.outputs[0]:
            return None
        _, port = _first(graph, node)
    return port


def _first(graph: Graph, node: Node) -> Feed:
    """What a node hands on: of a join's wires the first that carries something, as bypassed."""
    live = live_places(graph, node.id) if node.layer.variadic else []
    return node.feeds[live[0] if live else 0]


def join(
    drawing: Drawing, types: Types, ids: Collection[NodeId], *, replacing: bool = False
) -> Drawing:
    """With the nodes wired from left to right: each to the next one that has a port for it.

    Ports that are fed already have none to give, unless the new wires replace what is there.
    Raises WireError with the last reason where nothing can be joined.
    """
    graph, known = drawing.graph, dict(types)
    row = sorted(ids, key=lambda node_id: drawing.places[node_id])
    none = say("they are joined already") if replacing else say("no input is free")
    reasons: list[str] = [none]
    for at, before in enumerate(row):
        for after in row[at + 1 :]:
            if drawing.places[after].x > drawing.places[before].x:
                joined = _joined(graph, known, before, after, reasons, replacing)
                if joined is not None:
                    graph = joined
                    known.update(made(graph.nodes[after], known))
                    break
    if graph is drawing.graph:
        raise WireError(reasons[-1])
    return replace(drawing, graph=graph)


def _joined(
    graph: Graph,
    types: Types,
    before: NodeId,
    after: NodeId,
    reasons: list[str],
    replacing: bool,
) -> Graph | None:
    layer, target = graph.nodes[before].layer, graph.nodes[after]
    if any(source.node == before for _, source in target.feeds):
        return graph if replacing else None
    for name in target.layer.inputs if replacing or target.layer.variadic else target.free:
        for output in layer.outputs:
            wire = Wire(Port(before, output), Port(after, name))
            reason = refusal(graph, types, *wire)
            if not reason:
                return graph.connect(*wire)
            reasons.append(reason)
    return None
