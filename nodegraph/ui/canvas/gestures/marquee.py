"""Selects what a rectangle touches; frames and notes only where they lie fully in it.

With Alt it selects wires, in place of nodes. A click on nothing selects nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QRectF, Qt

from nodegraph.document import Box
from nodegraph.document.beside import Beside, inside
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.overlay import Marquee
from nodegraph.ui.canvas.wires.area import wires_in
from nodegraph.ui.canvas.wires.shape import Slot

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

THIN = 0.5  # px of the screen to each side
S = TypeVar("S", frozenset[NodeId], frozenset[Slot], Beside)
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class MarqueeGesture(Gesture):
    """Shift adds, Ctrl toggles, both take away; the selection follows while dragging."""

    def __init__(self, canvas: Canvas, at: QPoint) -> None:
        super().__init__(canvas, at)
        self._before = self.workspace.selection
        self._beside = self.workspace.beside
        self._dots = canvas.dots.chosen
        self._wires = self.scene.wires.picked

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        area = QRectF(self.started, self.canvas.mapToScene(at)).normalized()
        wide = THIN / self.canvas.zoom  # a straight line touches, too
        area.adjust(-wide, -wide, wide, wide)
        self.scene.overlay.show_marks(Marquee(area))
        if modifiers & ALT:
            found = wires_in(self.scene.wires, area)
            self.workspace.select(())
            self.canvas.dots.select(())
            self.scene.wires.pick(self._chosen(self._wires, found, modifiers))
            return
        self.scene.wires.pick(())
        touched = frozenset(item.id for item in self.scene.nodes_in(area))
        within = inside(
            self.workspace.drawing, Box(area.x(), area.y(), area.width(), area.height())
        )
        beside = self._chosen(self._beside, within, modifiers)
        self.workspace.select(self._chosen(self._before, touched, modifiers), beside)
        dots = self.canvas.dots
        dots.select(self._chosen(self._dots, dots.inside(area), modifiers))

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self.dragging and not modifiers & (SHIFT | CONTROL):
            self.workspace.select(())
            self.scene.wires.pick(())
        self.scene.overlay.show_marks()

    def cancel(self) -> None:
        self.scene.overlay.show_marks()

    def _chosen(self, before: S, found: S, modifiers: Qt.KeyboardModifier) -> S:
        shift, control = bool(modifiers & SHIFT), bool(modifiers & CONTROL)
        if shift and control:
            return before - found
        if control:
            return before ^ found
        return before | found if shift else found
