"""What frames and notes share: an area with a ground and an edge, lit while it is selected."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPen

from nodegraph.ui.canvas.layers import Tier
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.untouched import Untouched


class GroundItem(Untouched):
    """A frame or a note. It decides nothing: the ground tells it what is so."""

    area: QRectF  # of the scene, that it takes as it is shown
    fill: QBrush
    edge: QPen
    far_edge: QPen  # the same from afar

    def __init__(self, key: str, look: Look) -> None:
        super().__init__(look)
        self.key = key
        self.tier: Tier = "near"
        self.chosen = False

    def boundingRect(self) -> QRectF:
        return self.area.adjusted(-3, -3, 3, 3)

    def paint_area(self, painter: QPainter, fill: QBrush, lit: bool, corner: float) -> None:
        """The ground and its edge; `corner` is the radius of its corners, in px at 100 %."""
        far = self.tier == "far"
        if lit:
            painter.setPen(self.look.far_selected if far else self.look.selected)
        else:
            painter.setPen(self.far_edge if far else self.edge)
        painter.setBrush(fill)
        painter.drawRoundedRect(self.area, corner, corner)
