"""The dots that nodes and pills lie on, painted over them: each stays in sight and in reach."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.untouched import Passing
from nodegraph.ui.canvas.wires.dot_marks import RADIUS, DotMarks, around

STANDS = 20  # over nodes


class CoveredDots(Passing):
    """Of all dots those that are covered."""

    def __init__(self, look: Look, dots: DotMarks) -> None:
        super().__init__(look, STANDS)
        self._dots = dots
        self._boxes: list[QRectF] = []
        self.keys: list[str] = []

    def find(self, covers: Callable[[QRectF], bool]) -> None:
        """Takes those of which something covers a part."""
        spots = self._dots.spots
        self.keys = [key for key, spot in spots.items() if covers(around(spot.at, RADIUS))]
        boxes = [around(spots[key].at) for key in self.keys]
        if boxes != self._boxes:
            self._boxes = boxes
            self.span(boxes)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self._dots.paint_covered(painter, self.look, self.keys)
