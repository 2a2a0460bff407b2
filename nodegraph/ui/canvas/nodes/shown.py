"""What is shown of one node: told by the scene, and laid out when it changes.

The node, its report and the theme give its measures and texts; painting only replays them.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QGraphicsRectItem

from nodegraph.analysis import Problem
from nodegraph.document import Point
from nodegraph.graph import Node, NodeId, Port
from nodegraph.layers import TensorType
from nodegraph.ui.canvas.geometry import Chip, NodeShape
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.nodes.cost_mark import Mark
from nodegraph.ui.canvas.nodes.off import way_past
from nodegraph.ui.canvas.nodes.port_forms import port_forms
from nodegraph.ui.canvas.nodes.seen import WHOLE, Seen
from nodegraph.ui.canvas.nodes.texts import count_text, face_of, note_text, titles

Sources = dict[str, str]  # input → the group of what feeds it


class ShownNode(QGraphicsRectItem):
    """What the scene tells of one node, laid out."""

    def __init__(self, node: Node, look: Look) -> None:
        super().__init__()
        self.setPen(Qt.PenStyle.NoPen)  # its rectangle is what it paints in
        self.node = node
        self.look = look
        self.place: Point | None = None  # as the drawing has it
        self.sources: Sources = {}
        self.types: tuple[TensorType | None, ...] = ()
        self.problem: Problem | None = None
        self.blocks = False  # others wait for it
        self.note = ""  # under the right corner: the output's shape, or what blocks it
        self.chosen = False
        self.hovered = False
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
        box = QRectF(self.texts.title_at, QSizeF(width, self.texts.title_height))
        return box.adjusted(-4, -3, 4, 6).translated(self.pos())

    @property
    def at_fault(self) -> bool:
        """Whether it is the cause of an error; one that only waits for a wire is, if it blocks."""
        error = self.problem is not None and self.problem.severity == "error"
        return error and (self.blocks or not self.waits)

    @property
    def blocked(self) -> bool:
        """Whether only another node stands in its way."""
        return self.problem is not None and self.problem.severity == "blocked"

    @property
    def signed(self) -> bool:
        """Whether it carries a sign: an error's, a hint's, or that of a node that is blocked."""
        return self.at_fault or (self.problem is not None and self.problem.severity != "error")

    @property
    def waits(self) -> bool:
        """Whether its problem is an input that nothing feeds yet."""
        return self.problem is not None and self.problem.port in self.node.free

    def show_node(self, node: Node) -> None:
        """Shows this node instead; lays it out again when what is seen of it changed."""
        before, self.node = self.node, node
        changed = before.layer is not node.layer or before.title != node.title
        if changed or before.mode != node.mode:
            self._lay_out()
        self.update()

    def show_seen(self, seen: Seen) -> bool:
        """Shows so much of itself; tells whether that is more or less than before."""
        if seen == self._seen:
            return False
        self._seen = seen
        self._lay_out()
        self.update()
        return True

    def show_place(self, place: Point) -> None:
        """Lies there from now on."""
        self.place, at = place, QPointF(place.x, place.y)
        self.setPos(at)
        self._note_bounds(at)

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
            self._note_bounds(self.pos())

    def _note_bounds(self, at: QPointF) -> None:
        if self.pill is not None:
            self.body = self.bounds = self.pill
            return
        self.body, self.bounds = self._body.translated(at), self._bounds.translated(at)

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
        self,
        types: tuple[TensorType | None, ...],
        problem: Problem | None,
        note: str,
        blocks: bool = False,
    ) -> bool:
        """Shows what `check` found; tells whether anything changed."""
        same = types == self.types and problem == self.problem and note == self.note
        if same and blocks == self.blocks:
            return False
        self.blocks = blocks
        if types != self.types:
            self._forms = port_forms(self.node.layer, self.measures, types)
        self.types, self.problem = types, problem
        if note != self.note:
            self.note = note
            self._note = note_text(note, self.measures, self.look)
            self._count = count_text(self.weights, note, self.measures, self.look)
        self.update()
        return True

    def write_again(self) -> None:
        """Writes its words anew: they are others in another language."""
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        layer, title = self.node.layer, self.node.title
        face = face_of(layer, title, self._seen, self.look)
        self.measures, self.texts, self._body, self._bounds, self._shadow = face
        self.title, self.title_far = titles(title, face, self.look)
        self._note = note_text(self.note, self.measures, self.look)
        self._count = count_text(self.weights, self.note, self.measures, self.look)
        self._forms = port_forms(layer, self.measures, self.types)
        self.setRect(self._bounds)
        self._past = way_past(self.node, self.measures)
        self._note_bounds(self.pos())
