"""All that is selected on a canvas: nodes, frames, notes, wires and dots together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nodegraph.document import Document
from nodegraph.document.beside import Beside
from nodegraph.graph import NodeId

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.shape import Slot


class Selected(NamedTuple):
    """A selection to come back to, when a gesture that changed it is cancelled."""

    document: Document
    nodes: frozenset[NodeId]
    beside: Beside
    wires: frozenset[Slot]
    dots: frozenset[str]

    @staticmethod
    def of(canvas: Canvas) -> Selected:
        """What is selected now."""
        workspace = canvas.workspace
        wires = canvas.graph_scene.wires.picked
        return Selected(
            workspace.document, workspace.selection, workspace.beside, wires, canvas.dots.chosen
        )

    def restore(self, canvas: Canvas) -> None:
        """Selects it again; nothing happens where another drawing was opened meanwhile."""
        if self.document is canvas.workspace.document:
            canvas.workspace.select(self.nodes, self.beside)
            canvas.dots.select(self.dots)
            canvas.graph_scene.wires.pick(self.wires)
