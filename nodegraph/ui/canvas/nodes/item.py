"""One node on the canvas: paints it when it is seen from near, and is a place for the pointer.

From afar its layer paints it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nodegraph.ui.canvas.geometry import BADGE, CORNER, PORT
from nodegraph.ui.canvas.look import ASLEEP, FADED
from nodegraph.ui.canvas.nodes.pin_sign import paint_pin
from nodegraph.ui.canvas.nodes.shown import ShownNode
from nodegraph.ui.canvas.nodes.texts import Written

CIRCLE = PORT - 0.5  # px radius of a port's fill
NO_PEN = Qt.PenStyle.NoPen  # asked of Qt for each node, it costs as much as a small figure


class NodeItem(ShownNode):
    """One node. It decides nothing: the scene tells it what is so."""

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.measures.body)
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look = self.look
        if self.dimmed or (self.fits is not None and not self.fits):
            painter.setOpacity(FADED)
        if widget is None or self.fits is not None or self.node.mode != "on":
            self._paint_figures(painter)
        else:
            self._paint_still(painter, widget.devicePixelRatioF())
        self._paint_texts(painter)
        if self.mark is not None:
            self.mark.paint(painter, look)
        if self.signed:
            self.paint_sign(painter, self._body.topRight())
        if self.pinned:
            paint_pin(painter, self._body.topLeft(), look)

    def _paint_still(self, painter: QPainter, ratio: float) -> None:
        """Paints its figures as a picture that it shares with others, on whole pixels."""
        look, seen = self.look, painter.worldTransform()
        key = (
            self.texts,
            id(self.fill()),  # brushes and pens of a look live as long as its pictures
            id(self.edge()),
            self.chosen,
            tuple(self.sources.items()),
            self.node.free if self.waits else (),
            tuple(self._forms),
            any(self.types),
        )
        zoom = seen.m11()
        still = look.stills.of(key, zoom, ratio, self._bounds, self._paint_figures)
        x, y = round(seen.dx() * ratio) / ratio, round(seen.dy() * ratio) / ratio
        painter.resetTransform()
        painter.drawPixmap(QPointF(x, y) + still.at, still.pixels)
        painter.setWorldTransform(QTransform(zoom, 0, 0, zoom, x, y))

    def _paint_figures(self, painter: QPainter) -> None:
        """Paints all of it that is not written, and that nodes of one face share."""
        look = self.look
        painter.setPen(NO_PEN)
        painter.setBrush(look.shadow)
        painter.drawRoundedRect(self._shadow, CORNER, CORNER)
        painter.setBrush(self.fill())
        painter.setPen(self.edge())
        painter.drawRoundedRect(self._body, CORNER, CORNER)
        if self.node.mode != "on":
            self.paint_past(painter)
        if self.at_fault and self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.selected)
            painter.drawRoundedRect(self._body.adjusted(-4, -4, 4, 4), CORNER + 3, CORNER + 3)
        self._paint_ports(painter)
        if self.node.mode != "on":  # what is on it is dimmed
            painter.setOpacity(painter.opacity() * ASLEEP)
        painter.setPen(NO_PEN)
        painter.setBrush(look.group_brush(self.colour))
        painter.drawPath(self.texts.sign)
        if self.measures.chips:
            painter.setBrush(look.chip)
            for chip in self.measures.chips:
                painter.drawRoundedRect(chip.box, 5, 5)

    def fill(self) -> QBrush:
        """The brush of its body."""
        if self.node.mode != "on":
            return self.look.asleep
        return self.look.node if self.mark is None else self.look.shade(self.mark.step)

    def paint_past(self, painter: QPainter) -> None:
        """Paints the line that runs past a bypassed node."""
        if self._past is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.look.wire(next(iter(self.sources.values()), self.colour)))
            painter.drawPath(self._past)

    def edge(self, afar: bool = False) -> QPen:
        """The pen of its outline; `afar`, what it says is as wide as near."""
        look = self.look
        if self.node.mode == "disabled":
            return look.disabled_chosen if self.chosen else look.disabled
        if self.at_fault:
            return look.far_problem if afar else look.problem
        if self.chosen:
            return look.far_selected if afar else look.selected
        if self.problem is not None and self.problem.severity == "hint":
            return look.hint
        return look.hovered if self.hovered else look.outline

    def _paint_texts(self, painter: QPainter) -> None:
        look, fonts, texts = self.look, self.look.fonts, self.texts
        if self.lit:
            painter.setPen(look.hovered)
            painter.setBrush(look.chip)
            for chip in self.measures.chips:
                if chip.setting.name == self.lit:
                    painter.drawRoundedRect(chip.box, 5, 5)
        painter.setPen(look.muted if self.blocked else look.text)
        _write(painter, fonts["title"], [self.title])
        _write(painter, fonts["chip"], texts.values)
        # On the colours of the cost lens muted text could not be read.
        painter.setPen(look.muted if self.mark is None else look.text)
        _write(painter, fonts["small"], texts.kind)
        _write(painter, fonts["chip"], texts.labels + texts.ports)
        painter.setPen(look.muted)
        under = [self._note] if self.note else []
        if self.chosen and self._count is not None:
            under.append(self._count)
        if self.node.mode != "on":  # what says why it is dimmed is not
            painter.setOpacity(painter.opacity() / ASLEEP)
        _write(painter, fonts["mono"], under)

    def _paint_ports(self, painter: QPainter) -> None:
        look, shape = self.look, self.measures
        own = look.group_brush(self.colour)
        if shape.seen.folded and not self.fits:
            painter.setPen(look.wanted if self.waits else Qt.PenStyle.NoPen)
            painter.setBrush(own)
            painter.drawRects(self.texts.ticks)
            return
        colour, sources, circles = self.colour, self.sources, not self.fits and not self._forms
        free = self.node.free if self.waits else ()
        for name, at in shape.inputs.items():
            group = sources.get(name)
            painter.setPen(look.wanted if name in free else look.port(group or colour))
            painter.setBrush(look.canvas if group is None else look.group_brush(group))
            if circles:
                painter.drawEllipse(at, CIRCLE, CIRCLE)
            else:
                self._paint_port(painter, name, False, at)
        painter.setPen(look.port(colour))
        painter.setBrush(own if any(self.types) else look.canvas)
        for name, at in shape.outputs.items():
            if circles:
                painter.drawEllipse(at, CIRCLE, CIRCLE)
            else:
                self._paint_port(painter, name, True, at)

    def _paint_port(self, painter: QPainter, name: str, output: bool, at: QPointF) -> None:
        grown = False
        if self.fits:
            grown = name in self.fits
            painter.setOpacity(1.0 if grown else FADED)
        form = self._forms.get((name, output)) if self._forms else None
        if form is None:
            radius = PORT + 2.5 if grown else CIRCLE
            painter.drawEllipse(at, radius, radius)
        else:
            painter.drawPolygon(form[grown])
        if self.fits:
            painter.setOpacity(1.0)

    def paint_sign(self, painter: QPainter, corner: QPointF) -> None:
        """Paints the sign of its problem at the body's upper right corner."""
        look = self.look
        middle = corner + QPointF(-1, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.at_fault:
            painter.setBrush(look.bad)
            painter.drawEllipse(middle, BADGE, BADGE)
            sign = "!"
        elif self.blocked:
            painter.setBrush(look.blocked)
            painter.drawEllipse(middle, BADGE - 1, BADGE - 1)
            sign = "–"
        else:
            # A hint has another form too, for those who do not see the colours apart.
            painter.setBrush(look.warn)
            painter.drawPolygon(_diamond(middle, BADGE + 1.5))
            sign = "?"
        painter.setPen(look.on_sign)
        painter.setFont(look.fonts["badge"])
        box = QRectF(middle.x() - BADGE, middle.y() - BADGE, 2 * BADGE, 2 * BADGE)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def _diamond(middle: QPointF, radius: float) -> QPolygonF:
    return QPolygonF(
        [
            middle + QPointF(0, -radius),
            middle + QPointF(radius, 0),
            middle + QPointF(0, radius),
            middle + QPointF(-radius, 0),
        ]
    )


def _write(painter: QPainter, chosen: QFont, texts: list[Written]) -> None:
    if texts:
        painter.setFont(chosen)
        draw = painter.drawStaticText
        for text, at in texts:
            draw(at, text)
