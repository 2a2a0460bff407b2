"""The sign of a pinned node, at its upper left corner."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF

from nodegraph.ui.canvas.look import Look

RADIUS = 8.0  # px
HEAD = QPolygonF(
    [
        QPointF(-3, -5), QPointF(3, -5), QPointF(2, -3.5), QPointF(2, -0.5), QPointF(4, 1.5),
        QPointF(0.5, 1.5), QPointF(0, 6), QPointF(-0.5, 1.5), QPointF(-4, 1.5), QPointF(-2, -0.5),
        QPointF(-2, -3.5),
    ]
)  # fmt: skip


def paint_pin(painter: QPainter, corner: QPointF, look: Look) -> None:
    """A pin on a small plate, so that it is seen on every colour."""
    painter.save()
    painter.translate(corner)
    painter.setPen(look.outline)
    painter.setBrush(look.node)
    painter.drawEllipse(QPointF(0, 0), RADIUS, RADIUS)
    painter.setPen(look.text)
    painter.setBrush(look.text.brush())
    painter.drawPolygon(HEAD)
    painter.restore()
