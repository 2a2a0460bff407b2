"""Items that are painted and that the pointer never meets.

What lies under the pointer is asked of boxes and paths, once an event, and not of Qt's items.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsItem

from nodegraph.ui.canvas.look import Look


class Untouched(QGraphicsItem):
    """An item that takes no part in the mouse's events."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def shape(self) -> QPainterPath:
        return QPainterPath()


class Passing(Untouched):
    """An item as large as what it shows for now; while that is nothing, Qt doesn't paint it."""

    def __init__(self, look: Look, z: float) -> None:
        super().__init__(look)
        self._box = QRectF()
        self.setZValue(z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)

    def boundingRect(self) -> QRectF:
        return self._box

    def span(self, boxes: Sequence[QRectF]) -> None:
        """Is as large as these from now on; none: it shows nothing."""
        self.prepareGeometryChange()
        before, self._box = self._box, QRectF()
        for box in boxes:
            self._box = self._box.united(box)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, not boxes)
        self.update()
        if not boxes and self.scene() is not None:
            self.scene().update(before)  # Qt wipes nothing off behind an item without contents
