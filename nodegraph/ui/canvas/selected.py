"""All that is selected on a canvas: nodes, frames, notes, wires and dots together."""

from __future__ import annotations

from typing import NamedTuple

from nodegraph.document import Document
from nodegraph.document.beside import Beside
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.canvas.wires.dots import Dots
from nodegraph.ui.canvas.wires.shape import Slot


class Selected(NamedTuple):
    """A selection to come back to, when a gesture that changed it is cancelled."""

    document: Document
    nodes: frozenset[NodeId]
    beside: Beside
    wires: frozenset[Slot]
    dots: frozenset[str]

    @staticmethod
    def of(canvas: Surface, dots: Dots) -> Selected:
        """What is selected now."""
        workspace = canvas.workspace
        wires = canvas.graph_scene.wires.picked
        return Selected(
            workspace.document, workspace.selection, workspace.beside, wires, dots.chosen
        )

    def restore(self, canvas: Surface, dots: Dots) -> None:
        """Selects it again; nothing happens where another drawing was opened meanwhile."""
        if self.document is canvas.workspace.document:
            canvas.workspace.select(self.nodes, self.beside)
            dots.select(self.dots)
            canvas.graph_scene.wires.pick(self.wires)
