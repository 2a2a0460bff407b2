"""Moves dots, drags a new one out of a wire, and goes through a portal by a click on its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QPoint, QPointF, Qt

from nodegraph.document import Drawing, Point, dots
from nodegraph.graph import Wire
from nodegraph.ui.canvas.geometry import snapped
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.naming import named

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.shape import Slot

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NEAR = 8  # px of the screen within which a dot comes level with its neighbours


class DotGesture(Gesture):
    """Moves the selected dots, and nodes selected with them.

    The dot under the pointer comes level with its neighbours along its wires, else on the grid;
    Ctrl turns that off. Alone on another dot of the same output, it becomes one with it.
    """

    def __init__(
        self, canvas: Canvas, at: QPoint, dot: str, modifiers: Qt.KeyboardModifier
    ) -> None:
        super().__init__(canvas, at)
        self._before = self._base = self.workspace.document.settled
        self._dot = dot
        self._chosen_before = canvas.dots.chosen
        self._nodes_before = self.workspace.selection
        self._after: Drawing | None = None
        self._into: str | None = None  # the dot it would become one with
        if modifiers & CONTROL:
            canvas.dots.select(self._chosen_before ^ {dot})
        elif modifiers & SHIFT:
            canvas.dots.select(self._chosen_before | {dot})
        elif dot not in self._chosen_before:
            self._choose_alone()

    def _choose_alone(self) -> None:
        self.workspace.select(())
        self.canvas.dots.select([self._dot])

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        chosen = self.canvas.dots.chosen
        if self._dot not in chosen:
            return  # Ctrl has just taken it out of the selection
        held = QPointF(*self._base.dots[self._dot].at)
        nodes = self.workspace.selection - self._base.pins
        point = held + self.canvas.mapToScene(at) - self.started
        alone = len(chosen) == 1 and not nodes
        self._into = self._other_at(point) if alone else None
        if self._into is not None:
            point = QPointF(*self._base.dots[self._into].at)
        elif not modifiers & CONTROL:
            point = self._level(point)
        self.scene.wires.point_at(self._into)
        way = point - held
        self._after = None
        if way != QPointF() or self._base is not self._before:
            self._after = self.canvas.frames.carried(self._base, nodes, way.x(), way.y())
        self.workspace.document.preview(self._after or self._before)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self.scene.wires.point_at(None)
        if self._after is not None and self._into is not None:
            into, self._into = self._into, None
            drawing = dots.merge(self._after, self._dot, into)
            self.workspace.do(_words("Joined two dots"), drawing)
            self.canvas.dots.select([into])
        elif self._after is not None:
            self.workspace.do(self._sentence(), self._after)
        elif self.dragging:
            self.workspace.document.cancel()
        elif not modifiers & (SHIFT | CONTROL):
            self._choose_alone()

    def cancel(self) -> None:
        self.scene.wires.point_at(None)
        self.workspace.document.cancel()
        self.workspace.select(self._nodes_before)
        self.canvas.dots.select(self._chosen_before)

    def _sentence(self) -> str:
        number, nodes = len(self.canvas.dots.chosen), self.workspace.selection - self._base.pins
        words = _words("a dot") if number == 1 else _words("{0} dots").format(number)
        if nodes:
            what = named(self.canvas.workspace.drawing, nodes)
            return _words("Moved {0} and {1}").format(what, words)
        return _words("Moved {0}").format(words)

    def _level(self, point: QPointF) -> QPointF:
        """Level or in line with the nearest neighbour along its wires, else on the grid."""
        reach = NEAR / self.canvas.zoom
        near = self._neighbours()
        xs = sorted((abs(at.x() - point.x()), at.x()) for at in near)
        ys = sorted((abs(at.y() - point.y()), at.y()) for at in near)
        x = xs[0][1] if xs and xs[0][0] <= reach else snapped(point.x())
        y = ys[0][1] if ys and ys[0][0] <= reach else snapped(point.y())
        return QPointF(x, y)

    def _neighbours(self) -> list[QPointF]:
        """Dots and ports before and behind the dot, where they do not move along."""
        found, chosen = [], self.canvas.dots.chosen
        nodes = self.workspace.selection
        for wire in dots.passing(self._base, {self._dot}):
            start, end = self.scene.ends(wire)
            route = dots.along(self._base, wire)
            line: list[tuple[bool, QPointF]] = [(wire.source.node in nodes, start)]
            line += [(key in chosen, QPointF(*self._base.dots[key].at)) for key in route]
            line.append((wire.target.node in nodes, end))
            at = route.index(self._dot) + 1
            found += [point for moves, point in (line[at - 1], line[at + 1]) if not moves]
        return found

    def _other_at(self, point: QPointF) -> str | None:
        """Another dot of the same output at a point."""
        reach, source = NEAR / self.canvas.zoom, self._base.dots[self._dot].source
        for key, spot in self.scene.wires.dots.spots.items():
            near = QLineF(spot.at, point).length() <= reach
            if near and key != self._dot and self._base.dots[key].source == source:
                return key
        return None


class DragOutGesture(DotGesture):
    """The press on the middle of a wire selects it; a drag makes a dot there and moves it."""

    def __init__(self, canvas: Canvas, at: QPoint, wire: Wire) -> None:
        before = canvas.workspace.document.settled
        point = canvas.mapToScene(at)
        base, dot = dots.add(before, [wire], Point(round(point.x()), round(point.y())))
        self._slot = canvas.graph_scene.slot_of(wire)
        super().__init__(canvas, at, dot, SHIFT)
        self._base = base

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._dot not in self.canvas.dots.chosen:
            self.workspace.document.preview(self._base)
            self._choose_alone()
        super().drag(at, modifiers)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self.dragging:
            super().release(at, modifiers)

    def cancel(self) -> None:
        super().cancel()
        self.scene.wires.choose(self._slot)

    def _sentence(self) -> str:
        return _words("Added a dot")


class TagGesture(Gesture):
    """The press on a portal's tag selects its wire; a click goes to the other end."""

    pans_at_edges = False

    def __init__(self, canvas: Canvas, at: QPoint, slot: Slot, at_source: bool) -> None:
        super().__init__(canvas, at)
        self._slot, self._at_source = slot, at_source

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        wire = self.scene.wire_at(self._slot)
        if not self.dragging and wire is not None:
            self.canvas.show_node((wire.target if self._at_source else wire.source).node)


def _words(text: str) -> str:
    return QCoreApplication.translate("Gestures", text)
