"""How large a window is on its screen, and where one opens from another."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

SIZE = QSize(1600, 1000)  # px at the first start, if the screen has room for it
BESIDE = QPoint(32, 32)  # px from a window to one that opens from it
FRAME = QSize(8, 40)  # px that the desktop's frame and title bar take at most


def first_size(room: QSize) -> QSize:
    """How large a window is at the first start on a screen with that much room."""
    return SIZE if (SIZE + FRAME).boundedTo(room) == SIZE + FRAME else room * 0.9


def beside(window: QWidget) -> QRect:
    """Where a window opens from that one: as large, but not past the end of the screen."""
    room = window.screen().availableGeometry().adjusted(0, 0, -FRAME.width(), -FRAME.height())
    corner = window.pos() + BESIDE
    rest = room.bottomRight() - corner
    return QRect(corner, window.size().boundedTo(QSize(rest.x(), rest.y())))
