"""Moves the camera with the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from nodegraph.ui.canvas.gestures.base import Gesture

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas


class PanGesture(Gesture):
    """What was under the pointer at the press stays under it.

    A press that goes nowhere `opens` the menu, or `clears` what is selected.
    """

    pans_at_edges = False

    def __init__(
        self, canvas: Canvas, at: QPoint, opens: bool = False, clears: bool = False
    ) -> None:
        super().__init__(canvas, at)
        self._opens, self._clears = opens, clears
        self._last = at

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        way = at - self._last
        self._last = at
        self.canvas.scroll_by(-way.x(), -way.y())

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self.dragging and self._opens:
            self.canvas.menus.open(at)
        elif not self.dragging and self._clears:
            self.workspace.select(())

    def cancel(self) -> None:
        way = self._last - self.pressed
        self.canvas.scroll_by(way.x(), way.y())
