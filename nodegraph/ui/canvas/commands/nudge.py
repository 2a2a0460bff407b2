"""Moves what is selected by keys: 8 px or 64 px, merged into one step until a pause.

Pinned nodes stay.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject

from nodegraph.document import Drawing, Point, dots, edits
from nodegraph.document.beside import NOTHING, Beside
from nodegraph.document.drawing import GRID
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.ground.frames import Frames
from nodegraph.ui.canvas.looking.camera import WAYS
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.canvas.wires.dots import Dots
from nodegraph.ui.naming import named

FAR = 64  # px
PAUSE = 0.8  # s after which another press is another step


class Nudge(QObject):
    """The keys' hand on the selected nodes. A way is "right", "left", "up" or "down"."""

    def __init__(self, canvas: Surface, held: Dots, frames: Frames) -> None:
        super().__init__(canvas)
        self._canvas, self._dots, self._frames = canvas, held, frames
        self._workspace = canvas.workspace
        self.pause = PAUSE
        self._made: Drawing | None = None  # the step that the next press may go on with
        self._moved: tuple[frozenset[NodeId], Beside] = (frozenset(), NOTHING)
        self._total = (0, 0)  # px since that step began
        self._last = 0.0

    def near(self, way: str) -> None:
        """By one line of the grid; where nothing is selected, the camera moves instead."""
        self._by(way, GRID)

    def far(self, way: str) -> None:
        """By 64 px."""
        self._by(way, FAR)

    def _by(self, way: str, px: int) -> None:
        (x, y), workspace = WAYS[way], self._workspace
        chosen = (workspace.selection - workspace.drawing.pins, workspace.beside)
        if not workspace.selection and not workspace.beside:
            self._canvas.pan(way)
            return
        if chosen == (frozenset(), NOTHING):
            what = named(workspace.drawing, workspace.selection)
            workspace.said.emit(self.tr("{0} pinned: not moved").format(what))
            return
        document = workspace.document
        if self._goes_on(chosen):
            document.undo()
        else:
            self._total = (0, 0)
        self._total = (self._total[0] + x * px, self._total[1] + y * px)
        self._moved, self._last, self._made = chosen, monotonic(), None
        if self._total != (0, 0):
            workspace.do(self._sentence(), self._shifted(document.settled))
            self._made = document.settled

    def _sentence(self) -> str:
        drawing = self._workspace.document.settled
        words = self.tr("Moved {0}").format(named(drawing, *self._moved))
        stayed = len(self._workspace.selection & drawing.pins)
        return self.tr("{0}, {1} pinned stayed").format(words, stayed) if stayed else words

    def _goes_on(self, chosen: tuple[frozenset[NodeId], Beside]) -> bool:
        soon = monotonic() - self._last <= self.pause
        same = self._made is not None and self._made is self._workspace.document.settled
        return soon and same and chosen == self._moved

    def _shifted(self, drawing: Drawing) -> Drawing:
        (dx, dy), (nodes, beside) = self._total, self._moved
        if beside:
            return self._frames.carried(drawing, nodes, dx, dy)
        places, held = drawing.places, self._dots.chosen
        to = {node: Point(places[node].x + dx, places[node].y + dy) for node in nodes}
        return dots.carry(drawing, edits.move(drawing, to), Point(dx, dy), held)
