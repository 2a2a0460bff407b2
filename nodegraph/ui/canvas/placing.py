"""Places layers that come from outside: dropped from the palette, or asked for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF

from nodegraph.document import Point, edits
from nodegraph.graph import NodeId, fresh
from nodegraph.layers import Layer, find
from nodegraph.ui.canvas.geometry import NodeShape, node_shape, snapped
from nodegraph.ui.canvas.overlay import GhostNode

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

BESIDE = 32  # px between the selected node and one placed behind it


class Placing:
    """Shows where a new node would come to lie, and puts it there."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def show(self, name: str, at: QPoint) -> bool:
        """Shows the ghost of a node with its middle at a point of the screen."""
        layer = _new(name)
        if layer is None:
            return False
        title, measures = self._measured(layer)
        place = self._around(self._canvas.mapToScene(at), measures)
        text = self._canvas.look.written(title, "title")
        ghost = GhostNode(layer.group, text, measures, QPointF(place.x, place.y))
        self._canvas.graph_scene.overlay.show_marks(ghost)
        return True

    def clear(self) -> None:
        """Takes the ghost away."""
        self._canvas.graph_scene.overlay.show_marks()

    def place(self, name: str, at: QPoint | None) -> NodeId | None:
        """Adds a node and selects it; without a point behind the selected one, or in the middle.

        None when there is no such layer.
        """
        self.clear()
        layer = _new(name)
        if layer is None:
            return None
        _, measures = self._measured(layer)
        workspace = self._canvas.workspace
        place = self._behind(measures) if at is None else None
        if place is None:
            middle = self._canvas.viewport().rect().center() if at is None else at
            place = self._around(self._canvas.mapToScene(middle), measures)
        drawing, node_id = edits.add(workspace.drawing, layer, place)
        workspace.do(f"Added {drawing.graph.nodes[node_id].title}", drawing)
        workspace.select({node_id})
        return node_id

    def _measured(self, layer: Layer) -> tuple[str, NodeShape]:
        title = fresh(self._canvas.workspace.drawing.graph, layer.stem)
        return title, node_shape(layer, title, self._canvas.look.measure)

    def _around(self, middle: QPointF, measures: NodeShape) -> Point:
        left = snapped(middle.x() - measures.width / 2)
        return self._free(left, snapped(middle.y() - measures.height / 2), measures)

    def _behind(self, measures: NodeShape) -> Point | None:
        selection = self._canvas.workspace.selection
        if len(selection) != 1:
            return None
        body = self._canvas.graph_scene.nodes[next(iter(selection))].body
        top = body.center().y() - measures.height / 2
        return self._free(snapped(body.right() + BESIDE), snapped(top), measures)

    def _free(self, x: float, y: float, measures: NodeShape) -> Point:
        while self._canvas.graph_scene.nodes_in(
            QRectF(x - 8, y - 8, measures.width + 16, measures.height + 16)
        ):
            y += 24
        return Point(x, y)


def _new(name: str) -> Layer | None:
    declared = find(name)
    return declared() if declared else None
