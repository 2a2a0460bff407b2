"""Presses that are no drag: the right button opens a menu, Alt on a wire takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from nodegraph.graph import Wire
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.overlay import FadingWire

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas


class MenuGesture(Gesture):
    """The button that asks for the menu; dragged away it opens nothing."""

    pans_at_edges = False

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self.dragging:
            self.canvas.menus.open(at)


class CutGesture(Gesture):
    """Takes wires away at the release; dragged away it takes none."""

    pans_at_edges = False

    def __init__(self, canvas: Canvas, at: QPoint, wires: Sequence[Wire]) -> None:
        super().__init__(canvas, at)
        self._wires = wires
        slots = [slot for wire in wires if (slot := self.scene.slot_of(wire)) is not None]
        shapes = self.scene.wires.shapes
        self.scene.overlay.show_marks(*(FadingWire(shapes[slot].path) for slot in slots))

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self.scene.overlay.show_marks()

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self.scene.overlay.show_marks()
        if not self.dragging:
            self.canvas.structure.cut(self._wires)

    def cancel(self) -> None:
        self.scene.overlay.show_marks()
