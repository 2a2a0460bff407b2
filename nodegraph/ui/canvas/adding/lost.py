"""A wire that a replacement takes away, shown while it is not drawn any more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from nodegraph.ui.canvas.look import OFF, Look
from nodegraph.ui.canvas.wires.shape import WireShape


class LostWire:
    """Where the wire ran, dashed and dimmed."""

    def __init__(self, shape: WireShape) -> None:
        self.path, self.group, self.box = shape.path, OFF + shape.group.removeprefix(OFF), shape.box

    def paint(self, painter: QPainter, look: Look) -> None:
        """In its source's colour."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.wire_dimmed(self.group))
        painter.drawPath(self.path)
