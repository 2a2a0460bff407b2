"""One node on the canvas: keeps its measures and texts, and paints them when seen from near.

From afar its layer paints it, and this item is only a place for the pointer. Everything is laid
out when the node, its report or the theme changes; painting only replays it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nodegraph.analysis import Problem
from nodegraph.document import Point
from nodegraph.graph import Node, NodeId, Port
from nodegraph.layers import TensorType
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.geometry import BADGE, CORNER, PORT, NodeShape
from nodegraph.ui.canvas.look import FADED, Look, font, measure, metrics

Written = tuple[QStaticText, QPointF]  # a text and where it stands
Sources = dict[str, str]  # input → the group of what feeds it


class NodeItem(QGraphicsItem):
    """One node. It decides nothing: the scene tells it what is so."""

    def __init__(self, node: Node, look: Look) -> None:
        super().__init__()
        self.node = node
        self.look = look
        self.place: Point | None = None  # as the drawing has it
        self.sources: Sources = {}
        self.types: tuple[TensorType | None, ...] = ()
        self.problem: Problem | None = None
        self.note = ""  # under the right corner: the output's shape, or what blocks it
        self.chosen = False
        self.hovered = False
        self.running = False
        self.fits: frozenset[str] | None = None  # while wiring: the ports that would do
        self.measures: NodeShape
        self._lay_out()

    @property
    def id(self) -> NodeId:
        """The node's id."""
        return self.node.id

    @property
    def colour(self) -> str:
        """The group of its layer, which says its colour."""
        return self.node.layer.group

    @property
    def body(self) -> QRectF:
        """The rounded rectangle, in the scene."""
        return self.measures.body.translated(self.pos())

    @property
    def bounds(self) -> QRectF:
        """All that is painted, in the scene."""
        return self.measures.bounds.translated(self.pos())

    def port_at(self, name: str, output: bool) -> QPointF:
        """The middle of a port, in the scene."""
        ports = self.measures.outputs if output else self.measures.inputs
        return self.pos() + ports[name]

    def ports(self, outputs: bool) -> tuple[Port, ...]:
        """Its inputs, or its outputs."""
        names = self.node.layer.outputs if outputs else self.node.layer.inputs
        return tuple(Port(self.id, name) for name in names)

    def show_node(self, node: Node) -> None:
        """Shows this node instead; lays it out again when what is seen of it changed."""
        before, self.node = self.node, node
        if before.layer is not node.layer or before.title != node.title:
            self.prepareGeometryChange()
            self._lay_out()
        self.update()

    def show_place(self, place: Point) -> None:
        """Lies there from now on."""
        self.place = place
        self.setPos(place.x, place.y)

    def show_sources(self, sources: Sources) -> None:
        """Fills the ports that are fed, in the colour of what feeds them."""
        if sources != self.sources:
            self.sources = sources
            self.update()

    def show_hovered(self, hovered: bool) -> None:
        """Lights its outline a little while the pointer is over it."""
        self.hovered = hovered
        self.update()

    def show_fits(self, fits: frozenset[str] | None) -> None:
        """While wiring: which of its ports would do. None: nobody is wiring."""
        self.fits = fits
        self.update()

    def show_chosen(self, chosen: bool) -> None:
        """Outlines it as selected, above its neighbours."""
        self.chosen = chosen
        self.setZValue(1 if chosen else 0)
        self.update()

    def show_report(
        self, types: tuple[TensorType | None, ...], problem: Problem | None, note: str
    ) -> bool:
        """Shows what `check` found; tells whether anything changed."""
        if types == self.types and problem == self.problem and note == self.note:
            return False
        self.types, self.problem = types, problem
        if note != self.note:
            self.note = note
            self._note = _static(note, "mono")
            self._note_at = QPointF(
                self.measures.width - measure(note, "mono"), self.measures.height + 5
            )
        self.update()
        return True

    def _lay_out(self) -> None:
        layer, title = self.node.layer, self.node.title
        self.measures = shape = geometry.node_shape(layer, title, measure)
        shown = metrics("title").elidedText(
            title, Qt.TextElideMode.ElideRight, shape.title_width + 1
        )
        line = geometry.HEADER if shape.chips or shape.named_ports else shape.height
        title_y = (line - metrics("title").height()) / 2 + (2 if line < shape.height else 0)
        kind_y = title_y + metrics("title").ascent() - metrics("small").ascent()
        kind_x = shape.width - geometry.SIDE - measure(layer.kind, "small")
        self._title = _static(shown, "title"), QPointF(geometry.TEXT_LEFT, title_y)
        self._kind = _static(layer.kind, "small"), QPointF(kind_x, kind_y)
        self._mark = QRectF(11, title_y + 1.5, 3.5, metrics("title").height() - 3)
        far = metrics("far").elidedText(title, Qt.TextElideMode.ElideRight, shape.width - 24)
        self.far_title = _static(far, "far")
        self.far_title_at = QPointF(18, (shape.height - metrics("far").height()) / 2)
        self._labels: list[Written] = []
        self._values: list[Written] = []
        for chip in shape.chips:
            y = chip.box.center().y() - metrics("chip").height() / 2
            self._labels.append((_static(chip.label, "chip"), QPointF(chip.box.left() + 6, y)))
            self._values.append((_static(chip.value, "chip"), QPointF(chip.value_x, y)))
        self._port_names = list(self._named_ports()) if shape.named_ports else []
        self._note = _static(self.note, "mono")
        self._note_at = QPointF(shape.width - measure(self.note, "mono"), shape.height + 5)
        self._shadow = shape.body.translated(0, 2)

    def _named_ports(self) -> Iterator[Written]:
        up = metrics("chip").height() / 2
        for name, at in self.measures.inputs.items():
            yield _static(name, "chip"), at + QPointF(geometry.SIDE + 2, -up)
        for name, at in self.measures.outputs.items():
            left = geometry.SIDE + 2 + measure(name, "chip")
            yield _static(name, "chip"), at - QPointF(left, up)

    def boundingRect(self) -> QRectF:
        return self.measures.bounds

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
        look, shape = self.look, self.measures
        if self.fits is not None and not self.fits:
            painter.setOpacity(FADED)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.shadow)
        painter.drawRoundedRect(self._shadow, CORNER, CORNER)
        painter.setBrush(look.node)
        painter.setPen(self.edge())
        painter.drawRoundedRect(shape.body, CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group_brush(self.colour))
        painter.drawRoundedRect(self._mark, 1.75, 1.75)
        self._paint_texts(painter)
        self._paint_ports(painter)
        if self.at_fault or (self.problem is not None and self.problem.severity == "hint"):
            self._paint_sign(painter)

    @property
    def at_fault(self) -> bool:
        """Whether it is the cause of an error, and not only waiting for a wire."""
        return self.problem is not None and self.problem.severity == "error" and not self.waits

    @property
    def waits(self) -> bool:
        """Whether its problem is an input that nothing feeds yet."""
        return self.problem is not None and self.problem.port in self.node.free

    def edge(self) -> QPen:
        """The pen of its outline."""
        look = self.look
        if self.at_fault:
            return look.problem
        if self.chosen:
            return look.selected
        if self.running:
            return look.running
        if self.problem is not None and self.problem.severity == "hint":
            return look.hint
        return look.hovered if self.hovered else look.outline

    def _paint_texts(self, painter: QPainter) -> None:
        look, fonts = self.look, self.look.fonts
        if self.measures.chips:
            painter.setBrush(look.chip)
            for chip in self.measures.chips:
                painter.drawRoundedRect(chip.box, 5, 5)
        blocked = self.problem is not None and self.problem.severity == "blocked"
        painter.setPen(look.muted if blocked else look.text)
        _write(painter, fonts["title"], [self._title])
        _write(painter, fonts["chip"], self._values)
        painter.setPen(look.muted)
        _write(painter, fonts["small"], [self._kind])
        _write(painter, fonts["chip"], self._labels + self._port_names)
        if self.note:
            _write(painter, fonts["mono"], [(self._note, self._note_at)])

    def _paint_ports(self, painter: QPainter) -> None:
        look, shape = self.look, self.measures
        own = look.group_brush(self.colour)
        for name, at in shape.inputs.items():
            group = self.sources.get(name)
            fill = look.canvas if group is None else look.group_brush(group)
            wanted = self.waits and self.problem is not None and name == self.problem.port
            painter.setPen(look.wanted if wanted else look.port(group or self.colour))
            painter.setBrush(fill)
            self._paint_port(painter, name, at)
        painter.setPen(look.port(self.colour))
        for name, at in shape.outputs.items():
            known = any(kind is not None for kind in self.types)
            painter.setBrush(own if known else look.canvas)
            self._paint_port(painter, name, at)

    def _paint_port(self, painter: QPainter, name: str, at: QPointF) -> None:
        radius = PORT - 0.5
        if self.fits:
            fits = name in self.fits
            painter.setOpacity(1.0 if fits else FADED)
            radius = PORT + 2.5 if fits else radius
        painter.drawEllipse(at, radius, radius)
        painter.setOpacity(1.0)

    def _paint_sign(self, painter: QPainter) -> None:
        look = self.look
        middle = QPointF(self.measures.width - 1, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.at_fault:
            painter.setBrush(look.bad)
            painter.drawEllipse(middle, BADGE, BADGE)
            sign = "!"
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


def _static(text: str, role: str) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=font(role))
    return made


def _write(
    painter: QPainter, chosen: QFont, texts: list[Written]
) -> None:
    if texts:
        painter.setFont(chosen)
        draw = painter.drawStaticText
        for text, at in texts:
            draw(at, text)
