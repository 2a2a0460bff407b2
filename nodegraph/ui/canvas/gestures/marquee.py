"""Selects what a rectangle touches; a click on nothing selects nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt

from nodegraph.graph import NodeId
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.overlay import Marquee

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class MarqueeGesture(Gesture):
    """Shift adds, Ctrl toggles, both take away; the selection follows while dragging."""

    def __init__(self, canvas: Canvas, at: QPoint) -> None:
        super().__init__(canvas, at)
        self._before = self.workspace.selection

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        area = QRectF(self.started, self.canvas.mapToScene(at)).normalized()
        self.scene.overlay.show_marks(Marquee(area))
        touched = frozenset(item.id for item in self.scene.nodes_in(area))
        self.workspace.select(self._selected(touched, modifiers))

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self.dragging and not modifiers & (SHIFT | CONTROL):
            self.workspace.select(())
        self.scene.overlay.show_marks()

    def cancel(self) -> None:
        self.workspace.select(self._before)
        self.scene.overlay.show_marks()

    def _selected(
        self, touched: frozenset[NodeId], modifiers: Qt.KeyboardModifier
    ) -> frozenset[NodeId]:
        shift, control = bool(modifiers & SHIFT), bool(modifiers & CONTROL)
        if shift and control:
            return self._before - touched
        if control:
            return self._before ^ touched
        return self._before | touched if shift else touched
