"""Moves the selected nodes; a click only selects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.geometry import snapped
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.inserting import Inserting

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class MoveGesture(Gesture):
    """The node under the pointer snaps to the grid; the others keep their distance to it.

    Held on a wire, a node or a chain with free ends goes into it; Alt prevents that.
    """

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
        self._inserting: Inserting | None = None
        self._inserted: Drawing | None = None

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
        self._try_wire(bool(modifiers & ALT))

    def _try_wire(self, alone: bool) -> None:
        """Shows the nodes where they are dragged to, in the wire they are held on if they fit."""
        moved = self._after or self._before
        if self._inserting is None:
            chosen = self.workspace.selection
            self._inserting = Inserting(self.canvas, chosen, self._before)
        body = self.scene.nodes[self._node].measures.body
        middle = QPointF(*moved.places[self._node]) + body.center()
        self._inserted = self._inserting.tried(moved, None if alone else middle)
        if self._inserted is not None:  # its wires are ghosts until the release
            moved = replace(moved, places=self._inserted.places)
        self.workspace.document.preview(moved)
        self._inserting.show(self._inserted)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._inserting is not None:
            self._inserting.clear()
        if self._inserted is not None:
            self.workspace.do(self._sentence(), self._inserted)
        elif self._after is not None:
            self.workspace.do(f"Moved {self.canvas.named(self.workspace.selection)}", self._after)
        elif not self.dragging and self._was_chosen and not modifiers & (SHIFT | CONTROL):
            self.workspace.select({self._node})

    def _sentence(self) -> str:
        assert self._inserting is not None
        assert self._inserting.met is not None
        nodes = self._before.graph.nodes
        source, target = (nodes[port.node].title for port in self._inserting.met.wire)
        moved = self.canvas.named(self.workspace.selection)
        return f"Put {moved} between {source} and {target}"

    def cancel(self) -> None:
        if self._inserting is not None:
            self._inserting.clear()
        self.workspace.document.cancel()
        self.workspace.select(self._selected_before)
