"""Which problem the card tells, and what happens when one of its buttons is pressed.

In this order: a wire that was just refused, the node under the pointer, the one selected node,
and else the first error of the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt

from nodegraph.analysis import Fix, Problem
from nodegraph.analysis.done import done
from nodegraph.analysis.fits import told_of
from nodegraph.document import Drawing
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.telling.card import ProblemCard
from nodegraph.ui.canvas.telling.cure import cured
from nodegraph.ui.canvas.telling.fix_ghost import fix_ghost

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas


class Offer(NamedTuple):
    """A wire that was refused: the drawing as it would be, and what would be wrong with it."""

    drawing: Drawing
    problem: Problem
    label: str  # of the step, when the wire is wanted all the same
    boxes: Sequence[QRectF] = ()  # of the ghosts of the first fix; a click on one accepts it


class Advice(QObject):
    """Shows the card of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = canvas.graph_scene
        self.card = ProblemCard(canvas.look.theme, canvas.viewport())
        self.card.chosen.connect(self._apply)
        self._offer: Offer | None = None
        self._node: NodeId | None = None  # beside which the card stands
        self._zoom = 0.0  # at which its place was chosen
        self._seen = False  # whether its node was in view then

    def show(self) -> None:
        """Shows the problem that matters now beside its node, or none."""
        problem = self._problem()
        self._node = problem.node if problem else None
        if problem is None or self._node is None:
            self.card.hide()
            return
        self._zoom = self._canvas.zoom
        item = self._scene.nodes[self._node]
        self.card.show_problem(item.node.title, problem, asks=self.offers)
        room, node = self._canvas.viewport().rect(), self._canvas.node_rect(self._node)
        self._seen = room.intersects(node)
        seen = self._scene.nodes_in(self._canvas.visible_area()) if self._seen else []
        others = [self._canvas.node_rect(other.id) for other in seen if other is not item]
        if self._offer is not None:
            ghosts = map(self._canvas.mapFromScene, self._offer.boxes)
            others += [ghost.boundingRect() for ghost in ghosts]
        self.card.stand_by(node, others, room)
        self.card.show()

    def follow(self) -> None:
        """Camera or nodes move: the card keeps its side of the node while the zoom is the same."""
        problem = self._problem()
        same = problem is not None and problem.node == self._node and not self.card.isHidden()
        if same and self._node is not None and self._canvas.zoom == self._zoom:
            node = self._canvas.node_rect(self._node)
            if self._seen or not self._canvas.viewport().rect().intersects(node):
                self.card.follow(node)
                return
        self.show()

    def refuse(self, node: NodeId, drawing: Drawing, label: str) -> None:
        """Tells what a refused wire would break at a node, with what cures it, wire included.

        The first cure stands on the canvas as a ghost: Enter or a click on it accepts it.
        """
        workspace = self._canvas.workspace
        problem = told_of(drawing.graph, drawing.recipe, workspace.probe, node)
        if problem is None:
            return
        anyway = Fix(self.tr("Connect anyway"), lambda graph, recipe: (graph, recipe), urged=False)
        offered = replace(problem, fixes=(*problem.fixes[:1], anyway))
        boxes: Sequence[QRectF] = ()
        if problem.fixes:
            after = cured(self._canvas, drawing, problem.fixes[0])
            marks, boxes = fix_ghost(self._canvas, after)
            self._scene.overlay.stand(*marks)
        self._offer = Offer(drawing, offered, label, boxes)
        self.show()

    @property
    def offers(self) -> bool:
        """Whether the cure of a refused wire waits for an answer."""
        return self._offer is not None and len(self._offer.problem.fixes) > 1

    def accept(self, at: QPointF | None = None) -> bool:
        """Does what is offered; with a point of the scene only where its ghost is there."""
        if self._offer is None or not self.offers:
            return False
        if at is not None and not any(box.contains(at) for box in self._offer.boxes):
            return False
        self._apply(self._offer.problem.fixes[0])
        return True

    def withdraw(self) -> bool:
        """Takes back what was offered for a refused wire; False when nothing was."""
        if self._offer is None:
            return False
        self._offer = None
        self._scene.overlay.stand()
        self.show()
        return True

    def _problem(self) -> Problem | None:
        canvas, told = self._canvas, self._scene.told
        if self._scene.tier == "far" or (canvas.gesture is not None and canvas.gesture.dragging):
            return None
        if self._offer is not None and self._offer.problem.node in self._scene.nodes:
            return self._offer.problem
        hovered, chosen = canvas.hover.node, canvas.workspace.selection
        item = self._scene.nodes.get(hovered or "")
        if hovered in told and item is not None and (item.at_fault or not item.waits):
            return told[hovered]
        if len(chosen) == 1 and (only := next(iter(chosen))) in told:
            return told[only]
        first = self._scene.first_error
        return told[first] if first is not None else None

    def _apply(self, fix: Fix) -> None:
        offer, self._offer = self._offer, None
        self._scene.overlay.stand()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        workspace = self._canvas.workspace
        drawing = offer.drawing if offer else workspace.drawing
        after = cured(self._canvas, drawing, fix)
        wanted = offer is not None and after.graph is drawing.graph
        workspace.do(offer.label if offer and wanted else done(fix.label), after)
