"""Moves the selected nodes; a click only selects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.geometry import snapped
from nodegraph.ui.canvas.gestures.base import Gesture

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class MoveGesture(Gesture):
    """The node under the pointer snaps to the grid; the others keep their distance to it."""

    def __init__(
        self, canvas: Canvas, at: QPoint, node_id: NodeId, modifiers: Qt.KeyboardModifier
    ) -> None:
        super().__init__(canvas, at)
        self._node = node_id
        self._selected_before = self.workspace.selection
        self._was_chosen = node_id in self._selected_before
        self._before = self.workspace.document.settled
        self._after: Drawing | None = None
        if modifiers & CONTROL:
            self.workspace.select(self._selected_before ^ {node_id})
        elif modifiers & SHIFT:
            self.workspace.select(self._selected_before | {node_id})
        elif not self._was_chosen:
            self.workspace.select({node_id})

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._node not in self.workspace.selection:
            return  # Ctrl has just taken it out of the selection
        way = self.canvas.mapToScene(at) - self.started
        held = self._before.places[self._node]
        dx = snapped(held.x + way.x()) - held.x
        dy = snapped(held.y + way.y()) - held.y
        self._after = None
        if dx or dy:
            places = self._before.places
            to = {
                node: Point(places[node].x + dx, places[node].y + dy)
                for node in self.workspace.selection
            }
            self._after = edits.move(self._before, to)
        self.workspace.document.preview(self._after or self._before)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._after is not None:
            self.workspace.do(f"Moved {self.canvas.named(self.workspace.selection)}", self._after)
        elif not self.dragging and self._was_chosen and not modifiers & (SHIFT | CONTROL):
            self.workspace.select({self._node})

    def cancel(self) -> None:
        self.workspace.document.cancel()
        self.workspace.select(self._selected_before)
