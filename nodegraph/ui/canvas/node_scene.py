"""A scene of nodes, as large as what lies in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from nodegraph.graph import NodeId
from nodegraph.ui.canvas.cells import edges_of
from nodegraph.ui.canvas.layers import NodeLayer
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.wires.layer import WireLayer

STEP = 512.0  # px in which the scene's rectangle grows, so that it seldom changes


class NodeScene(QGraphicsScene):
    """Nodes by id, and the layers that paint them and their wires."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.look = look
        self.nodes: dict[NodeId, NodeItem] = {}
        self.wires = WireLayer(look)
        self.layer = NodeLayer(look)
        self._extent = QRectF()
        for item in (self.wires, self.layer):
            self.addItem(item)

    def _span(self, area: QRectF) -> None:
        """Makes the scene as large as this needs too."""
        needed = self._extent.united(area)
        if needed == self._extent:
            return
        self._extent = _rounded(needed)
        self.wires.set_extent(self._extent)
        self.layer.set_extent(self._extent)
        self.setSceneRect(self._extent)

    def one_way(self, lay: Mapping[NodeId, QRectF | None]) -> QPointF | None:
        """The way that nodes went from where they lay; None where they went several, or changed."""
        way: tuple[float, float] | None = None
        for node_id, body in lay.items():
            item = self.nodes.get(node_id)
            if item is None or body is None:
                return None
            x1, y1, x2, y2 = edges_of(body)
            left, top, right, bottom = edges_of(item.body)
            went = left - x1, top - y1
            if went != (right - x2, bottom - y2) or (way is not None and went != way):
                return None
            way = went
        return QPointF(*way) if way is not None else None

    def nodes_in(self, area: QRectF) -> list[NodeItem]:
        """The nodes whose body the area touches, the topmost last."""
        return [item for item in self.layer.near(area) if item.body.intersects(area)]

    def node_at(self, point: QPointF) -> NodeItem | None:
        """The topmost node whose body the point lies on."""
        found = self.nodes_in(QRectF(point.x(), point.y(), 0.01, 0.01))
        return found[-1] if found else None


def _rounded(box: QRectF) -> QRectF:
    left, top = box.left() // STEP * STEP, box.top() // STEP * STEP
    right, bottom = -(-box.right() // STEP) * STEP, -(-box.bottom() // STEP) * STEP
    return QRectF(left, top, right - left, bottom - top)
