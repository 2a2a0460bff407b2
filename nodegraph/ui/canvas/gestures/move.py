"""Moves the selected nodes; a click only selects.

What is moved comes to rest level with its wires, in line with near nodes, or on the grid. Held
on a wire, a node or a chain with free ends goes into it. Shaken, it comes out of its chain.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from nodegraph.document import Drawing, Point, dots, edits
from nodegraph.document.clipboard import duplicated
from nodegraph.document.splice import pull_out
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.gestures.shake import Shake
from nodegraph.ui.canvas.guides import Magnet
from nodegraph.ui.canvas.inserting import Inserting
from nodegraph.ui.naming import named

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class MoveGesture(Gesture):
    """The nodes keep their distances. Pinned ones stay.

    Ctrl turns snapping off, Shift keeps to one axis, Alt keeps nodes out of wires and frames;
    Alt at the press moves copies instead. T makes room to the other side.
    """

    def __init__(
        self, canvas: Canvas, at: QPoint, node_id: NodeId, modifiers: Qt.KeyboardModifier
    ) -> None:
        super().__init__(canvas, at)
        self._node = node_id  # the one that is held
        self._selected_before = self.workspace.selection
        self._beside_before = self.workspace.beside
        self._was_chosen = node_id in self._selected_before
        self._before = self.workspace.document.settled
        self._types = self.workspace.report.types
        self._copies = bool(modifiers & ALT)
        if modifiers & CONTROL:
            self.workspace.select(self._selected_before ^ {node_id}, self._beside_before)
        elif modifiers & SHIFT:
            self.workspace.select(self._selected_before | {node_id}, self._beside_before)
        elif not self._was_chosen:
            self.workspace.select({node_id})
        self._ids: frozenset[NodeId] = frozenset()  # what moves; known with the first step
        self._base = self._before  # what is moved: with copies, or out of its chain
        self._after: Drawing | None = None
        self._magnet: Magnet | None = None
        self._shake = Shake(at)
        self._pulled = False
        self._inserting: Inserting | None = None
        self._inserted: Drawing | None = None
        self._gave_way: object = None  # for what room is made now

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._magnet is None:
            if self._node not in self.workspace.selection:
                return  # Ctrl has just taken it out of the selection
            self._pick_up()
        if not self._ids:
            return  # it is pinned
        self._feel(at)
        way = self._led(at, modifiers)
        alone = bool(modifiers & ALT)
        # Alt made the copies and is still held: they belong where they are put down.
        apart = alone and not self._copies
        self._after = self._moved(way, apart) if way != QPointF() else None
        if self._base is not self._before and not self._copies:
            self._after = self._after or self._base
        self._show(alone)

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_T and self._inserting is not None:
            return self._inserting.toggle()
        return False

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self._clear()
        if self._magnet is not None and not self._ids:
            words = _words("{0} is pinned and stays").format(named(self._base, [self._node]))
            self.workspace.said.emit(words)
        elif self._inserted is not None:
            self.workspace.do(self._put_between(), self._inserted)
        elif self._after is not None:
            self.workspace.do(self._sentence(), self._after)
        elif self._magnet is not None:  # it came back to where it was
            self.workspace.document.cancel()
            if self._copies:
                self.workspace.select(self._selected_before)
        elif not self.dragging and self._was_chosen and not modifiers & (SHIFT | CONTROL):
            self.workspace.select({self._node})

    def cancel(self) -> None:
        self._clear()
        self.canvas.slide.stop()
        self.workspace.document.cancel()

    # What moves

    def _pick_up(self) -> None:
        if self._copies:
            self._duplicate(self.workspace.selection)
        elif self._node not in self._before.pins:
            self._ids = self.workspace.selection - self._before.pins
        self._hold()

    def _duplicate(self, chosen: Collection[NodeId]) -> None:
        places, nodes = self._before.places, self._before.graph.nodes
        done = duplicated(self._before, chosen)
        copies = dict(zip((n for n in nodes if n in chosen), done.ids, strict=True))
        over = {copy: places[node] for node, copy in copies.items()}
        beside, here = done.drawing.places[copies[self._node]], places[self._node]
        by = Point(here.x - beside.x, here.y - beside.y)
        self._base = dots.carry(done.drawing, edits.move(done.drawing, over), by)
        self._node, self._ids = copies[self._node], frozenset(done.ids)
        self.workspace.document.preview(self._base)
        self.workspace.select(self._ids)

    def _hold(self) -> None:
        """Looks around for what the nodes can snap to, and for wires they can go into."""
        self._magnet = Magnet(self.canvas, self._base, self._ids, self._node)
        self._inserting = Inserting(self.canvas, self._ids, self._base)
        self.canvas.slide.moved.connect(self._mark)

    def _feel(self, at: QPoint) -> None:
        """Takes what is shaken out of its chain."""
        if self._pulled or self._copies or not self._shake.felt(at, monotonic()):
            return
        base = pull_out(self._before, self._types, self._ids)
        if base is not self._before:
            self._pulled, self._base = True, base
            self._clear()
            self._hold()

    # Where to

    def _led(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> QPointF:
        way = self.canvas.mapToScene(at) - self.started
        x, y = way.x(), way.y()
        across = abs(x) >= abs(y)
        axes = (across, not across) if modifiers & SHIFT else (True, True)
        assert self._magnet is not None
        self._magnet.forget()
        if not modifiers & CONTROL:
            x, y = self._magnet.way(x, y, axes)
        return QPointF(x if axes[0] else 0.0, y if axes[1] else 0.0)

    def _moved(self, way: QPointF, alone: bool) -> Drawing:
        return self.canvas.frames.carried(self._base, self._ids, way.x(), way.y(), alone)

    def _show(self, alone: bool) -> None:
        """Shows the nodes where they are dragged to, in the wire they are held on if they fit."""
        moved = self._after or self._base
        assert self._magnet is not None
        assert self._inserting is not None
        body = self.scene.nodes[self._node].measures.body
        middle = QPointF(*moved.places[self._node]) + body.center()
        self._inserted = self._inserting.tried(moved, None if alone or self._pulled else middle)
        if self._inserted is not None:  # its wires are ghosts until the release
            moved = replace(moved, places=self._inserted.places)
        if (gives_way := self._inserting.gives_way) != self._gave_way:
            self._gave_way = gives_way
            self.canvas.slide.lead(moved, self._ids)
        self.workspace.document.preview(moved)
        self._mark()
        self._magnet.show(self._inserting.met is None)

    def _mark(self) -> None:
        assert self._inserting is not None
        self.scene.overlay.show_marks(*self._inserting.marks(self._inserted))

    def _clear(self) -> None:
        self.canvas.frames.put_down()
        if self._magnet is not None and self._inserting is not None:
            self.canvas.slide.moved.disconnect(self._mark)
            self._magnet.clear()
            self._inserting.clear()
            self.scene.overlay.show_marks()

    # What is said

    def _sentence(self) -> str:
        moved = named(self._base, self._ids)
        if self._copies:
            return _words("Duplicated {0}").format(moved)
        if self._pulled:
            return _words("Pulled {0} out").format(moved)
        if stayed := len(self.workspace.selection - self._ids):
            return _words("Moved {0}, {1} pinned stayed").format(moved, stayed)
        return _words("Moved {0}").format(moved)

    def _put_between(self) -> str:
        assert self._inserting is not None
        assert self._inserting.met is not None
        nodes = self._before.graph.nodes
        source, target = (nodes[port.node].title for port in self._inserting.met.wire)
        moved = named(self._base, self._ids)
        return _words("Put {0} between {1} and {2}").format(moved, source, target)


class HandsFreeMove(MoveGesture):
    """Moves with the pointer alone; a click, Enter or the same key again puts the nodes down."""

    @classmethod
    def of_selection(cls, canvas: Canvas) -> Self:
        """From where the pointer is, or from the nodes themselves while it is elsewhere."""
        chosen = canvas.workspace.selection
        node = min(chosen, key=lambda node: canvas.workspace.drawing.places[node])
        at = canvas.pointer_at
        return cls(canvas, at or canvas.node_rect(node).center(), node, Qt.KeyboardModifier(0))

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_G:
            self.canvas.finish()
            return True
        return super().key(event)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self.dragging:
            super().release(at, modifiers)


def _words(text: str) -> str:
    return QCoreApplication.translate("Moving", text)
