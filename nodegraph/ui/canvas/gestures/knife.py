"""Cuts every wire that a stroke crosses; with Shift it puts dots there, with Alt it disables them.

Where all that are crossed are disabled already, Alt lets them carry something again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from nodegraph.document import Point, dots
from nodegraph.document.rewiring import disconnect_all
from nodegraph.document.undo import Step
from nodegraph.graph import Wire
from nodegraph.ui import steps
from nodegraph.ui.canvas.geometry import crossing
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.look import OFF, Look
from nodegraph.ui.canvas.wires.dot_marks import RADIUS, around

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.shape import Slot, WireShape

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
SHARED = 32.0  # px within which wires of one output get one dot


class Stroke:
    """Where the knife went."""

    def __init__(self, points: Sequence[QPointF]) -> None:
        self.line = QPolygonF(points)
        self.box = self.line.boundingRect().adjusted(-3, -3, 3, 3)

    def paint(self, painter: QPainter, look: Look) -> None:
        """A thin line."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.knife)
        painter.drawPolyline(self.line)


class CutWires:
    """Wires that the release takes away."""

    def __init__(self, paths: Sequence[QPainterPath]) -> None:
        self.paths = paths
        self.box = QRectF()
        for path in paths:
            self.box = self.box.united(path.controlPointRect().adjusted(-4, -4, 4, 4))

    def paint(self, painter: QPainter, look: Look) -> None:
        """Dashed red in place of their own colours."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (look.erased, look.cut):
            painter.setPen(pen)
            for path in self.paths:
                painter.drawPath(path)


class SwitchedWires:
    """Wires that the release disables or lets carry something again."""

    def __init__(self, shapes: Sequence[WireShape], on: bool) -> None:
        self.on = on
        self.paths = [shape.path for shape in shapes]
        groups = (shape.group.removeprefix(OFF) for shape in shapes)
        self._groups = [group if on else OFF + group for group in groups]
        self.box = QRectF()
        for path in self.paths:
            self.box = self.box.united(path.controlPointRect().adjusted(-4, -4, 4, 4))

    def paint(self, painter: QPainter, look: Look) -> None:
        """As they will be, stronger."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, group in zip(self.paths, self._groups, strict=True):
            for pen in (look.erased, look.wire_strong(group)):
                painter.setPen(pen)
                painter.drawPath(path)


class GhostDots:
    """Dots that the release adds."""

    def __init__(self, points: Sequence[QPointF]) -> None:
        self.points = points
        self.box = QRectF()
        for point in points:
            self.box = self.box.united(around(point))

    def paint(self, painter: QPainter, look: Look) -> None:
        """As dots that are selected."""
        painter.setPen(look.selected)
        painter.setBrush(look.node)
        for point in self.points:
            painter.drawEllipse(point, RADIUS, RADIUS)


class KnifeGesture(Gesture):
    """A stroke over the canvas; nothing happens before its end."""

    def __init__(self, canvas: Canvas, at: QPoint, opens: bool = False) -> None:
        super().__init__(canvas, at)
        self._opens = opens  # the menu, when the press goes nowhere
        self._line = [self.started]
        self._met: dict[Slot, QPointF] = {}  # the wires crossed, and where

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        before, point = self._line[-1], self.canvas.mapToScene(at)
        if point != before:
            self._line.append(point)
            self._cross(before, point)
        shapes = self.scene.wires.shapes
        if modifiers & SHIFT:
            points = [QPointF(*at) for _, at in self._clusters()]
            self.scene.overlay.show_marks(GhostDots(points), Stroke(self._line))
        elif modifiers & ALT:
            crossed = [shapes[slot] for slot in self._turned()]
            marks = SwitchedWires(crossed, self._turns_on()), Stroke(self._line)
            self.scene.overlay.show_marks(*marks)
        else:
            paths = [shapes[slot].path for slot in self._met]
            self.scene.overlay.show_marks(CutWires(paths), Stroke(self._line))

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self.scene.overlay.show_marks()
        if not self.dragging and self._opens:
            self.canvas.menus.open(at)
        elif self._met:
            self.workspace.do(*self._step(modifiers))

    def cancel(self) -> None:
        self.scene.overlay.show_marks()

    def _cross(self, a: QPointF, b: QPointF) -> None:
        area = QRectF(a, b).normalized().adjusted(-1, -1, 1, 1)
        for slot in self.scene.wires.near(area):
            if slot not in self._met:
                met = crossing(self.scene.wires.shapes[slot].path, a, b)
                if met is not None:
                    self._met[slot] = met

    def _step(self, modifiers: Qt.KeyboardModifier) -> Step:
        if modifiers & SHIFT:
            return self._dotted()
        if modifiers & ALT:
            wires = list(dict.fromkeys(map(self._wire, self._turned())))
            return steps.switch(self.workspace.document.settled, wires, on=self._turns_on())
        return self._cut()

    def _wire(self, slot: Slot) -> Wire:
        return self.scene.wires.shapes[slot].wire

    def _turns_on(self) -> bool:
        graph = self.workspace.drawing.graph
        return all(graph.is_off(self._wire(slot)) for slot in self._met)

    def _turned(self) -> list[Slot]:
        """The wires crossed that Alt would switch."""
        graph, on = self.workspace.drawing.graph, self._turns_on()
        return [slot for slot in self._met if graph.is_off(self._wire(slot)) == on]

    def _wires(self) -> list[Wire]:
        return [self._wire(slot) for slot in self._met]

    def _cut(self) -> Step:
        wires = self._wires()
        label = _words("Cut a wire")
        if len(wires) > 1:
            label = _words("Cut {0} wires").format(len(wires))
        return Step(label, dots.sweep(disconnect_all(self.workspace.document.settled, wires)))

    def _clusters(self) -> list[tuple[list[Wire], Point]]:
        """The wires that get a dot each, and where; those of one output near each other share."""
        found: list[tuple[list[Wire], QPointF]] = []
        for wire, at in zip(self._wires(), self._met.values(), strict=True):
            for wires, first in found:
                near = QLineF(first, at).length() <= SHARED
                if near and wires[0].source == wire.source and wire not in wires:
                    wires.append(wire)
                    break
            else:
                found.append(([wire], at))
        return [(wires, Point(round(at.x()), round(at.y()))) for wires, at in found]

    def _dotted(self) -> Step:
        drawing, added = self.workspace.document.settled, self._clusters()
        for wires, at in added:
            drawing, _ = dots.add(drawing, wires, at)
        label = _words("Added a dot")
        if len(added) > 1:
            label = _words("Added {0} dots").format(len(added))
        return Step(label, drawing)


def _words(text: str) -> str:
    return QCoreApplication.translate("Gestures", text)
