"""How much of a node is shown: its title alone, or without outputs that nothing takes."""

from __future__ import annotations

from typing import NamedTuple

from nodegraph.document import Drawing
from nodegraph.graph import NodeId


class Seen(NamedTuple):
    """What of a node is drawn; by itself: all."""

    folded: bool = False  # the title alone, with one tick at each side for all ports
    outputs: tuple[str, ...] | None = None  # None: all


WHOLE = Seen()


def seen_of(drawing: Drawing, node_id: NodeId) -> Seen:
    """How much of a node a drawing shows. Inputs without a wire stay: they wait for one."""
    folded = node_id in drawing.folded
    if node_id not in drawing.trimmed:
        return Seen(folded) if folded else WHOLE
    nodes = drawing.graph.nodes
    taken = {
        source.name
        for other in drawing.graph.consumers[node_id]
        for _, source in nodes[other].feeds
        if source.node == node_id
    }
    outputs = nodes[node_id].layer.outputs
    return Seen(folded, tuple(name for name in outputs if name in taken) or outputs[:1])


def seen_anew(before: Drawing | None, after: Drawing) -> frozenset[NodeId]:
    """The nodes of which more or less may be seen in another drawing."""
    found = after.folded | after.trimmed
    if before is not None and before.graph is after.graph:
        found = (before.folded ^ after.folded) | (before.trimmed ^ after.trimmed)
    elif before is not None:
        found |= before.folded | before.trimmed
    return found & after.graph.nodes.keys()
