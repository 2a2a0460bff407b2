"""What a gesture shows before it is done: ghosts above the drawing, gone without a trace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QStaticText
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nodegraph.ui.canvas.geometry import CORNER, HEADER, PORT, SIGN, TEXT_LEFT, NodeShape
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.untouched import Passing
from nodegraph.ui.group_signs import group_sign
from nodegraph.ui.language import translated


class Mark(Protocol):
    """Something drawn above everything else for a while."""

    box: QRectF

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paints it inside its box."""


class Marquee:
    """The rectangle that selects what it touches."""

    def __init__(self, area: QRectF) -> None:
        self.area = area
        self.box = area.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, look: Look) -> None:
        """A pale fill with a thin line."""
        painter.setPen(look.marquee_pen)
        painter.setBrush(look.marquee_fill)
        painter.drawRect(self.area)


class GhostWire:
    """The wire being drawn, with its loose end."""

    def __init__(self, path: QPainterPath, end: QPointF, group: str, refused: bool) -> None:
        self.path, self.end, self.group, self.refused = path, end, group, refused
        self.box = path.controlPointRect().adjusted(-9, -9, 9, 9)

    def paint(self, painter: QPainter, look: Look) -> None:
        """In its source's colour; red where it is refused."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.refused if self.refused else look.wire_strong(self.group))
        painter.drawPath(self.path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.bad if self.refused else look.group_brush(self.group))
        painter.drawEllipse(self.end, 5, 5)


class FadingWire:
    """A wire that the gesture would take away."""

    def __init__(self, path: QPainterPath) -> None:
        self.path = path
        self.box = path.controlPointRect().adjusted(-4, -4, 4, 4)

    def paint(self, painter: QPainter, look: Look) -> None:
        """Dashed, over the wire itself."""
        pen = QPen(look.canvas.color(), 3.2, Qt.PenStyle.DashLine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self.path)


class GhostNode:
    """A node that isn't placed yet."""

    def __init__(self, group: str, title: QStaticText, measures: NodeShape, at: QPointF) -> None:
        self.group, self.title, self.measures, self.at = group, title, measures, at
        self.box = measures.bounds.translated(at)
        self.sign = group_sign(group).translated(at + QPointF(SIGN, HEADER / 2 + 2))

    def paint(self, painter: QPainter, look: Look) -> None:
        """Half there, where it would come to lie."""
        body = self.measures.body.translated(self.at)
        painter.setOpacity(0.7)
        painter.setBrush(look.node)
        painter.setPen(look.selected)
        painter.drawRoundedRect(body, CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group_brush(self.group))
        painter.drawPath(self.sign)
        painter.setPen(look.text)
        painter.setFont(look.fonts["title"])
        painter.drawStaticText(body.topLeft() + QPointF(TEXT_LEFT, 10), self.title)
        painter.setOpacity(1.0)


class Said:
    """A sentence beside the pointer, as large at every zoom."""

    def __init__(
        self, text: str, at: QPointF, scale: float, look: Look, wrong: bool = True
    ) -> None:
        self.text, self.scale, self.wrong = look.written(translated(text), "small"), scale, wrong
        self.at = at + QPointF(14, 16) / scale
        width, height = look.measure(text, "small") + 18, look.metrics("small").height() + 10
        self.area = QRectF(0, 0, width, height)
        self.box = QRectF(self.at.x(), self.at.y(), width / scale, height / scale).adjusted(
            -2, -2, 2, 2
        )

    def paint(self, painter: QPainter, look: Look) -> None:
        """A small sign, with a red edge where something can't be."""
        painter.save()
        painter.translate(self.at)
        painter.scale(1 / self.scale, 1 / self.scale)
        painter.setPen(look.far_problem if self.wrong else look.far_selected)
        painter.setBrush(look.node)
        painter.drawRoundedRect(self.area, 6, 6)
        painter.setPen(look.text)
        painter.setFont(look.fonts["small"])
        painter.drawStaticText(QPointF(9, 5), self.text)
        painter.restore()


class Rings:
    """Ports that a wire or a gesture is about, each a little larger than it is."""

    def __init__(self, ports: Sequence[tuple[QPointF, str]]) -> None:
        self.ports = ports  # where each is, and the group that gives its colour
        self.box = QRectF()
        for at, _ in ports:
            self.box = self.box.united(QRectF(at.x() - 11, at.y() - 11, 22, 22))

    def paint(self, painter: QPainter, look: Look) -> None:
        """Filled, in a ring of the strong wire's width."""
        for at, group in self.ports:
            painter.setPen(look.wire_strong(group))
            painter.setBrush(look.group_brush(group))
            painter.drawEllipse(at, PORT + 0.5, PORT + 0.5)


class WireLabel:
    """The type that flows along a wire, in its middle or at another part of it."""

    def __init__(self, text: str, path: QPainterPath, look: Look, part: float = 0.5) -> None:
        self.text = look.written(text, "mono")
        width, height = look.measure(text, "mono") + 14, look.metrics("mono").height() + 6
        middle = path.pointAtPercent(part)
        self.area = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        self.at = self.area.topLeft() + QPointF(7, 3)
        self.box = self.area.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, look: Look) -> None:
        """Monospaced on a small plate."""
        painter.setPen(look.outline)
        painter.setBrush(look.node)
        painter.drawRoundedRect(self.area, 6, 6)
        painter.setPen(look.text)
        painter.setFont(look.fonts["mono"])
        painter.drawStaticText(self.at, self.text)


class Overlay(Passing):
    """One item above all others; as large as what it shows."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 50)
        self._marks: Sequence[Mark] = ()
        self._standing: Sequence[Mark] = ()

    @property
    def marks(self) -> Sequence[Mark]:
        """What it shows now."""
        return self._marks

    @property
    def standing(self) -> Sequence[Mark]:
        """What stays while gestures and the pointer show something else."""
        return self._standing

    def show_marks(self, *marks: Mark) -> None:
        """Shows exactly these; none: nothing."""
        if marks or self._marks:
            self._marks = marks
            self._show()

    def stand(self, *marks: Mark) -> None:
        """Keeps these under what is shown for the moment; none: nothing."""
        if marks or self._standing:
            self._standing = marks
            self._show()

    def _show(self) -> None:
        self.span([mark.box for mark in (*self._standing, *self._marks)])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        for mark in self._standing:
            mark.paint(painter, self.look)
        for mark in self._marks:
            mark.paint(painter, self.look)
