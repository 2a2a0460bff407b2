"""What is bypassed or disabled: when it can be, and what others lack because of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nodegraph.analysis import fixes
from nodegraph.analysis.report import Fix
from nodegraph.analysis.walk import Walk, fits
from nodegraph.graph import Graph, Node, NodeId, Port, Wire
from nodegraph.layers import TensorType
from nodegraph.say import say


def bypass_refusal(graph: Graph, types: Mapping[Port, TensorType], node_id: NodeId) -> str:
    """Why a node can't be bypassed; empty when it can, or when its types are not known yet."""
    node = graph.nodes[node_id]
    if not node.layer.inputs:
        return say("{0} has no input to pass on", node.title)
    if not node.layer.outputs:
        return say("{0} has no output to pass its input to", node.title)
    for name in node.layer.outputs[1:]:
        lost = Port(node_id, name)
        for consumer in graph.consumers[node_id]:
            if any(source == lost for _, source in graph.nodes[consumer].feeds):
                title = graph.nodes[consumer].title
                return say("nothing would come out of {0}, which feeds {1}", name, title)
    first = [source for name, source in node.live if name == node.layer.inputs[0]]
    came = next((types[source] for source in first if source in types), None)
    made = _made(node, types)
    if came is None or made is None or came == made:
        return ""
    return say("{0} turns {1} into {2}", node.title, came, made)


def _made(node: Node, types: Mapping[Port, TensorType]) -> TensorType | None:
    """What a node gives while it is on; None where that is not known."""
    if node.mode == "on":
        return types.get(node.outputs[0])
    x = tuple(types[source] for _, source in node.live if source in types)
    found = fits(node.layer, x) if len(x) == len(node.live) and not node.free else None
    return found[0] if found else None


def absent(walk: Walk, port: Port) -> tuple[str, tuple[Fix, ...]] | None:
    """What keeps anything from coming to an input that is wired, and its cure; None: no wire."""
    node = walk.drawn.nodes[port.node]
    fed = [source for name, source in node.feeds if name == port.name]
    if not fed:
        return None
    wire = Wire(fed[0], port)
    source = walk.drawn.nodes[wire.source.node]
    while source.mode == "bypassed" and source.feeds and not walk.drawn.is_off(wire):
        name, before = source.feeds[0]
        wire = Wire(before, Port(source.id, name))
        source = walk.drawn.nodes[before.node]
    if walk.drawn.is_off(wire):
        message = say("The wire from {0} is disabled", source.title)
        label = say("Switch the wire from {0} on", source.title)
        return message, (fixes.on_graph(label, lambda graph: graph.switch([wire], on=True)),)
    if source.mode == "disabled":
        message = say("What feeds it, {0}, is disabled", source.title)
    else:
        message = say("Nothing comes through {0}, which is bypassed", source.title)
    return message, (switch(source.id, say("Switch {0} on", source.title)),)


def switch(node_id: NodeId, label: str) -> Fix:
    """A fix that switches a node on."""
    return fixes.with_node(label, node_id, mode="on")


def cures(walk: Walk, node: Node) -> Iterator[Fix]:
    """For a joined input that has too few wires left: the one that is left goes past it."""
    drawn = walk.drawn.nodes[node.id]
    if node.layer.variadic and len(node.feeds) == 1 < len(drawn.feeds):
        yield fixes.with_node(say("Bypass {0}", node.title), node.id, mode="bypassed")


def instead_of_new(walk: Walk, kind: str) -> tuple[Fix, ...]:
    """For a missing end of the network: the one that is drawn and does not run."""
    off = (n for n in walk.drawn.nodes.values() if n.layer.kind == kind and n.mode != "on")
    return tuple(switch(node.id, say("Switch {0} on", node.title)) for node in off)[:1]
