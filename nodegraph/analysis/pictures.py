"""Where a picture goes into a Linear unflattened: torch takes it, but hardly anyone means it.

Linear weighs the last dimension alone. For the steps of a sequence that is right; for a picture
it weighs each row by itself. Which of the two came is told by the layers it came through.
"""

from __future__ import annotations

from nodegraph.analysis.walk import Walk
from nodegraph.graph import Node, NodeId

# Whoever puts one of these before a Linear has thought of what the last dimension is.
ARRANGING = ("Flatten", "Unflatten", "Reshape", "Permute", "Squeeze", "Unsqueeze", "Select")


def pictures_into_linear(walk: Walk) -> list[Node]:
    """The Linear nodes that get a picture, in order; not those behind them in the same row."""
    nodes = walk.graph.nodes
    found = [
        nodes[node_id]
        for node_id, x in walk.typed.items()
        if nodes[node_id].layer.kind == "Linear" and x[0].rank > 2
    ]
    if not found:
        return []
    picture = _holding_pictures(walk)
    return [node for node in found if picture[node.feeds[0][1].node]]


def _holding_pictures(walk: Walk) -> dict[NodeId, bool]:
    """For each node whether what it gives is still a picture, by the layers before it."""
    picture: dict[NodeId, bool] = {}
    for node_id in walk.typed:
        node = walk.graph.nodes[node_id]
        match node.layer.group:
            case "Convolution" | "Pooling":
                picture[node_id] = True
            case "Recurrent" | "Attention":
                picture[node_id] = False
            case _ if node.layer.kind in ARRANGING or node.layer.kind == "Linear":
                picture[node_id] = False
            case _ if node.layer.kind == "Input":
                picture[node_id] = len(node.layer.shape) > 2  # type: ignore[attr-defined]
            case _ if node.layer.kind == "Embedding" or not node.feeds:
                picture[node_id] = False
            case _:
                picture[node_id] = picture[node.feeds[0][1].node]
    return picture
