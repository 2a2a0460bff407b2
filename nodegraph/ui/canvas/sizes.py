"""How large each node is drawn, for edits that lay nodes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nodegraph.document.drawing import Size
from nodegraph.graph import Node, NodeId
from nodegraph.ui.canvas.geometry import NodeShape
from nodegraph.ui.canvas.nodes.item import NodeItem


class NodeSizes(Mapping[NodeId, Size]):
    """How wide and high each node is drawn and where its ports lie, in px at 100 %.

    Each is looked up when it is asked for: a drag among thousands of nodes asks for few.
    """

    def __init__(self, nodes: Mapping[NodeId, NodeItem]) -> None:
        self._nodes = nodes

    def __getitem__(self, node_id: NodeId) -> Size:
        item = self._nodes[node_id]
        return size_of(item.node, item.measures)

    def __iter__(self) -> Iterator[NodeId]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


def size_of(node: Node, shape: NodeShape) -> Size:
    """How large a node of that shape is."""
    return Size(
        shape.width,
        shape.height,
        tuple(shape.port(name, False).y() for name in node.layer.inputs),
        tuple(shape.port(name, True).y() for name in node.layer.outputs),
    )
