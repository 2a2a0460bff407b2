"""A workspace's drawing in a view: what the parts of a canvas stand on.

Most parts ask for nothing more; those that ask for other parts as well know the canvas.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from nodegraph.graph import NodeId, Port
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.looking.camera import Camera
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace

CLOSE = 96  # px around shown nodes


class Surface(Camera):
    """Looks at the scene of one workspace."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(Look(theme), parent)
        self.workspace = workspace
        self.pointer_at: QPoint | None = None  # over the viewport; None while it is elsewhere

    def show_node(self, node_id: NodeId) -> None:
        """Selects a node and brings it into view, without changing the zoom when it can."""
        self.workspace.select({node_id})
        item = self.graph_scene.nodes.get(node_id)
        if item is None:
            return
        self.visited.leave()
        if self.graph_scene.tier == "far":
            self.frame(item.bounds.adjusted(-CLOSE, -CLOSE, CLOSE, CLOSE))
        elif not self.visible_area().contains(item.bounds):
            self.centerOn(item.bounds.center())

    def node_rect(self, node_id: NodeId) -> QRect:
        """Where a node's body is, in px of the viewport."""
        return self.mapFromScene(self.graph_scene.nodes[node_id].body).boundingRect()

    def port_pos(self, port: Port) -> QPoint:
        """Where a port is, in px of the viewport."""
        item = self.graph_scene.nodes[port.node]
        is_output = port.name in item.node.layer.outputs
        return self.mapFromScene(item.port_at(port.name, is_output))

    def input_pos(self, port: Port) -> QPoint:
        """Where an input is, also when an output has its name."""
        return self.mapFromScene(self.graph_scene.nodes[port.node].port_at(port.name, False))
