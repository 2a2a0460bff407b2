"""One node on the canvas: keeps its measures and texts, and paints them when seen from near.

From afar its layer paints it, and this item is only a place for the pointer. Everything is laid
out when the node, its report or the theme changes; painting only replays it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nodegraph.analysis import Problem
from nodegraph.document import Point
from nodegraph.graph import Node, NodeId, Port
from nodegraph.layers import TensorType
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.geometry import BADGE, CORNER, PORT, Chip, NodeShape
from nodegraph.ui.canvas.lens.marks import Mark
from nodegraph.ui.canvas.look import ASLEEP, FADED, Look
from nodegraph.ui.canvas.nodes.off import way_past
from nodegraph.ui.canvas.nodes.pin_sign import paint_pin
from nodegraph.ui.canvas.nodes.seen import WHOLE, Seen
from nodegraph.ui.canvas.nodes.texts import Written, count_text, node_texts, note_text

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
        self.dimmed = False  # something else is looked for
        self.lit = ""  # the setting under the pointer
        self.weights = 0  # its trainable numbers; told while it is selected
        self.fits: frozenset[str] | None = None  # while wiring: the ports that would do
        self.mark: Mark | None = None  # of the cost lens, while it is on
        self.pinned = False
        self.pill: QRectF | None = None  # of the folded frame that hides it
        self._seen = WHOLE
        self.measures: NodeShape
        self.body: QRectF  # the rounded rectangle, in the scene
        self.bounds: QRectF  # all that is painted, in the scene
        self._lay_out()

    @property
    def id(self) -> NodeId:
        """The node's id."""
        return self.node.id

    @property
    def colour(self) -> str:
        """The group of its layer, which says its colour."""
        return self.node.layer.group

    def port_at(self, name: str, output: bool) -> QPointF:
        """The middle of a port, in the scene."""
        if self.pill is not None:
            x = self.pill.right() if output else self.pill.left()
            return QPointF(x, self.pill.center().y())
        return self.pos() + self.measures.port(name, output)

    def ports(self, outputs: bool) -> tuple[Port, ...]:
        """Its inputs, or its outputs, as far as they are shown."""
        names = self.measures.outputs if outputs else self.measures.inputs
        return tuple(Port(self.id, name) for name in names)

    def chip_at(self, point: QPointF) -> Chip | None:
        """The painted setting at a point of the scene."""
        at = point - self.pos()
        return next((chip for chip in self.measures.chips if chip.box.contains(at)), None)

    @property
    def title_box(self) -> QRectF:
        """Where its name is written, in the scene."""
        width = min(self.look.measure(self.node.title, "title"), self.measures.title_width)
        box = QRectF(self.texts.title[1], QSizeF(width, self.texts.mark.height()))
        return box.adjusted(-4, -3, 4, 6).translated(self.pos())

    def show_node(self, node: Node) -> None:
        """Shows this node instead; lays it out again when what is seen of it changed."""
        before, self.node = self.node, node
        changed = before.layer is not node.layer or before.title != node.title
        if changed or before.mode != node.mode:
            self.prepareGeometryChange()
            self._lay_out()
        self.update()

    def show_seen(self, seen: Seen) -> bool:
        """Shows so much of itself; tells whether that is more or less than before."""
        if seen == self._seen:
            return False
        self._seen = seen
        self.prepareGeometryChange()
        self._lay_out()
        self.update()
        return True

    def show_place(self, place: Point) -> None:
        """Lies there from now on."""
        self.place = place
        self.setPos(place.x, place.y)
        self._note_bounds()

    def show_pinned(self, pinned: bool) -> None:
        """Carries the sign of a pin, or not."""
        if pinned != self.pinned:
            self.pinned = pinned
            self.update()

    def show_in(self, pill: QRectF | None) -> None:
        """Hidden in a folded frame: its wires end at the frame's pill. None: seen as itself."""
        if pill != self.pill:
            self.pill = pill
            self.setVisible(pill is None)
            self._note_bounds()

    def _note_bounds(self) -> None:
        if self.pill is not None:
            self.body = self.bounds = self.pill
            return
        self.body = self.measures.body.translated(self.pos())
        self.bounds = self.measures.bounds.translated(self.pos())

    def show_sources(self, sources: Sources) -> None:
        """Fills the ports that are fed, in the colour of what feeds them."""
        if sources != self.sources:
            self.sources = sources
            self.update()

    def show_hovered(self, hovered: bool) -> None:
        """Lights its outline a little while the pointer is over it."""
        self.hovered = hovered
        self.update()

    def show_lit(self, name: str) -> None:
        """Outlines the setting under the pointer: it can be typed into. Empty: none."""
        self.lit = name
        self.update()

    def show_weights(self, weights: int) -> None:
        """Tells the number of its weights under it while it is selected."""
        if weights != self.weights:
            self.weights = weights
            self._count = count_text(weights, self.note, self.measures, self.look)
            self.update()

    def show_fits(self, fits: frozenset[str] | None) -> None:
        """While wiring: which of its ports would do. None: nobody is wiring."""
        self.fits = fits
        self.update()

    def show_mark(self, mark: Mark | None) -> bool:
        """Shows what the cost lens has to say; None: it is off. Tells whether anything changed."""
        if mark == self.mark:
            return False
        self.mark = mark
        self.update()
        return True

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
            self._note = note_text(note, self.measures, self.look)
            self._count = count_text(self.weights, note, self.measures, self.look)
        self.update()
        return True

    def write_again(self) -> None:
        """Writes its words anew: they are others in another language."""
        self.prepareGeometryChange()
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        layer, title = self.node.layer, self.node.title
        self.measures = geometry.node_shape(layer, title, self.look.measure, self._seen)
        self.texts = node_texts(layer, title, self.measures, self.look)
        self._note = note_text(self.note, self.measures, self.look)
        self._count = count_text(self.weights, self.note, self.measures, self.look)
        self._body, self._bounds = self.measures.body, self.measures.bounds
        self._shadow = self._body.translated(0, 2)
        self._past = way_past(self.node, self.measures)
        self._note_bounds()

    def boundingRect(self) -> QRectF:
        return self._bounds

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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.shadow)
        painter.drawRoundedRect(self._shadow, CORNER, CORNER)
        painter.setBrush(self.fill())
        painter.setPen(self.edge())
        painter.drawRoundedRect(self._body, CORNER, CORNER)
        if self.node.mode != "on":
            self.paint_past(painter)
            painter.setOpacity(painter.opacity() * ASLEEP)
        if self.at_fault and self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.selected)
            painter.drawRoundedRect(self._body.adjusted(-4, -4, 4, 4), CORNER + 3, CORNER + 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group_brush(self.colour))
        painter.drawRoundedRect(self.texts.mark, 1.75, 1.75)
        self._paint_texts(painter)
        self._paint_ports(painter)
        if self.mark is not None:
            self.mark.paint(painter, look)
        if self.signed:
            self.paint_sign(painter, self._body.topRight())
        if self.pinned:
            paint_pin(painter, self._body.topLeft(), look)

    @property
    def at_fault(self) -> bool:
        """Whether it is the cause of an error, and not only waiting for a wire."""
        return self.problem is not None and self.problem.severity == "error" and not self.waits

    @property
    def signed(self) -> bool:
        """Whether it carries a sign: an error's or a hint's."""
        return self.at_fault or (self.problem is not None and self.problem.severity == "hint")

    @property
    def waits(self) -> bool:
        """Whether its problem is an input that nothing feeds yet."""
        return self.problem is not None and self.problem.port in self.node.free

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

    def edge(self) -> QPen:
        """The pen of its outline."""
        look = self.look
        if self.node.mode == "disabled":
            return look.disabled_chosen if self.chosen else look.disabled
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
        look, fonts, texts = self.look, self.look.fonts, self.texts
        if self.measures.chips:
            painter.setBrush(look.chip)
            for chip in self.measures.chips:
                painter.drawRoundedRect(chip.box, 5, 5)
        if self.lit:
            painter.setPen(look.hovered)
            for chip in self.measures.chips:
                if chip.setting.name == self.lit:
                    painter.drawRoundedRect(chip.box, 5, 5)
        blocked = self.problem is not None and self.problem.severity == "blocked"
        painter.setPen(look.muted if blocked else look.text)
        _write(painter, fonts["title"], [texts.title])
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
        for name, at in shape.inputs.items():
            group = self.sources.get(name)
            fill = look.canvas if group is None else look.group_brush(group)
            wanted = self.waits and name in self.node.free
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
