"""Dots on wires that say a run is on: one small item, of which only the dots are painted anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nodegraph.ui.canvas.layers import Spanning
from nodegraph.ui.canvas.look import Look

RADIUS = 4.5  # px at 100 %
ROOM = RADIUS + 2.5  # px from a dot's middle that painting it may touch


class Dot(NamedTuple):
    """One dot: where it is, and the group that gives its colour."""

    at: QPointF
    group: str


class Pulses(Spanning):
    """The dots, between wires and nodes."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, -15)
        self.dots: Sequence[Dot] = ()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)

    def show_dots(self, dots: Sequence[Dot], extent: QRectF) -> None:
        """Shows exactly these, inside an extent; none: Qt does not paint it at all."""
        if not dots and not self.dots:
            return
        before, self.dots = self.dots, dots
        if extent != self.boundingRect():
            self.set_extent(extent)
        if bool(before) != bool(dots):
            self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, not dots)
        for dot in (*before, *dots):
            # The scene's update and not the item's, which joins all areas to one.
            area = QRectF(dot.at.x() - ROOM, dot.at.y() - ROOM, 2 * ROOM, 2 * ROOM)
            self.scene().update(area)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look = self.look
        painter.setBrush(look.pulse)
        for dot in self.dots:
            painter.setPen(look.wire(dot.group))
            painter.drawEllipse(dot.at, RADIUS, RADIUS)
