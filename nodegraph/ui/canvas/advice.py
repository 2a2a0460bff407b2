"""Which problem the card tells, and what happens when one of its buttons is pressed.

In this order: a wire that was just refused, the node under the pointer, the one selected node,
and else the first error of the network.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from nodegraph.analysis import Fix, Problem
from nodegraph.analysis.fits import told_of
from nodegraph.document import Drawing, edits
from nodegraph.graph import NodeId, Wire
from nodegraph.ui.canvas.card import ProblemCard

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas


class Offer(NamedTuple):
    """A wire that was refused: the drawing as it would be, and what would be wrong with it."""

    drawing: Drawing
    problem: Problem
    label: str  # of the step, when the wire is wanted all the same


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

    def show(self) -> None:
        """Shows the problem that matters now beside its node, or none."""
        problem = self._problem()
        self._node = problem.node if problem else None
        if problem is None or self._node is None:
            self.card.hide()
            return
        self._zoom = self._canvas.zoom
        item = self._scene.nodes[self._node]
        self.card.show_problem(item.node.title, problem)
        seen = self._scene.nodes_in(self._canvas.visible_area())
        others = [self._canvas.node_rect(other.id) for other in seen if other is not item]
        room = self._canvas.viewport().rect()
        self.card.stand_by(self._canvas.node_rect(self._node), others, room)
        self.card.show()

    def follow(self) -> None:
        """The camera moved: the card keeps its side of the node while the zoom is the same."""
        if self._node is not None and self._canvas.zoom == self._zoom:
            self.card.follow(self._canvas.node_rect(self._node))
        else:
            self.show()

    def refuse(self, wire: Wire, drawing: Drawing, label: str) -> None:
        """Tells what a refused wire would break, with what cures it, wire included."""
        workspace = self._canvas.workspace
        problem = told_of(drawing.graph, drawing.recipe, workspace.probe, wire.target.node)
        if problem is not None:
            anyway = Fix(self.tr("Connect anyway"), lambda graph, recipe: (graph, recipe))
            fixes = (*problem.fixes[:1], anyway)
            self._offer = Offer(drawing, replace(problem, fixes=fixes), label)
            self.show()

    def withdraw(self) -> None:
        """Takes back what was offered for a refused wire."""
        if self._offer is not None:
            self._offer = None
            self.show()

    def _problem(self) -> Problem | None:
        canvas, told = self._canvas, self._scene.told
        if self._scene.tier == "far" or (canvas.gesture is not None and canvas.gesture.dragging):
            return None
        if self._offer is not None and self._offer.problem.node in self._scene.nodes:
            return self._offer.problem
        hovered, chosen = canvas.hover.node, canvas.workspace.selection
        if hovered in told and not self._scene.nodes[hovered].waits:
            return told[hovered]
        if len(chosen) == 1 and (only := next(iter(chosen))) in told:
            return told[only]
        first = self._scene.first_error
        return told[first] if first is not None else None

    def _apply(self, fix: Fix) -> None:
        offer, self._offer = self._offer, None
        workspace = self._canvas.workspace
        drawing = offer.drawing if offer else workspace.drawing
        graph, recipe = fix.apply(drawing.graph, drawing.recipe)
        wanted = offer is not None and graph is drawing.graph
        label = offer.label if offer and wanted else fix.label
        workspace.do(label, edits.fixed(drawing, graph, recipe))
