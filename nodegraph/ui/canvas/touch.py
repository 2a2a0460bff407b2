"""What a finger on the screen means where it differs from a mouse.

It hits within more px and trembles more, drags the camera where nothing is, and opens the menu
when it rests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QMouseEvent, QPointingDevice

if TYPE_CHECKING:
    from nodegraph.ui.canvas.pointer import Pointer
    from nodegraph.ui.canvas.view import Canvas

REST = 600  # ms that a finger rests before the menu opens
WIDER = 22 / 12  # how much farther it hits: a port is 44 px wide to it
TREMBLE = 10  # px of the screen before a press of it becomes a drag


def by_finger(event: QMouseEvent) -> bool:
    """Whether a press of a button is a finger's."""
    return event.pointerType() == QPointingDevice.PointerType.Finger


class Touch(QObject):
    """Waits for a finger to rest on a canvas."""

    def __init__(self, canvas: Canvas, pointer: Pointer) -> None:
        super().__init__(pointer)
        self._canvas, self._pointer = canvas, pointer
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(REST)
        self._rests.timeout.connect(self._open_menu)

    def begin(self) -> None:
        """A finger begins a gesture."""
        if self._pointer.gesture is not None:
            self._pointer.gesture.threshold = TREMBLE
        self._rests.start()

    def end(self) -> None:
        """It moves, or is gone."""
        self._rests.stop()

    def _open_menu(self) -> None:
        at = self._canvas.pointer_at
        if at is not None and self._pointer.cancel():
            self._canvas.menus.open(at)
