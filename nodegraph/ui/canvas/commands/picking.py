"""Selecting by what belongs together: the commands of the menu Select."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nodegraph.analysis import picking
from nodegraph.graph import Graph, NodeId
from nodegraph.graph.streams import downstream, upstream
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.naming import named


class Picking(QObject):
    """Selects on a canvas; the camera stays. What finds nothing changes nothing and says so."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace

    def none(self) -> None:
        """Nothing."""
        self._canvas.graph_scene.wires.choose(None)
        self._workspace.select(())

    def others(self) -> None:
        """Every node but the selected ones."""
        self._workspace.select(picking.others(self._graph, self._chosen))

    def same_type(self) -> None:
        """The nodes with layers of the types selected."""
        if self._workspace.has_selected(1):
            self._select(picking.same_type(self._graph, self._chosen))

    def same_settings(self) -> None:
        """The nodes with layers that are the same in every setting."""
        if self._workspace.has_selected(1):
            self._select(picking.same_settings(self._graph, self._chosen))

    def between(self) -> None:
        """Every way from one selected node to another."""
        if self._workspace.has_selected(2):
            self._select(picking.between(self._graph, self._chosen))

    def upstream(self) -> None:
        """All that the selected nodes depend on, too."""
        if self._workspace.has_selected(1):
            self._select(upstream(self._graph, self._chosen))

    def downstream(self) -> None:
        """All that depends on the selected nodes, too."""
        if self._workspace.has_selected(1):
            self._select(downstream(self._graph, self._chosen))

    def unconnected(self) -> None:
        """The nodes with a port that waits for a wire."""
        found = picking.unconnected(self._graph)
        self._select(found, self.tr("Every node is connected"))

    def at_fault(self) -> None:
        """The nodes that are the cause of an error."""
        self._select(picking.at_fault(self._workspace.report), self.tr("No node has an error"))

    @property
    def _graph(self) -> Graph:
        return self._workspace.drawing.graph

    @property
    def _chosen(self) -> frozenset[NodeId]:
        return self._workspace.selection

    def _select(self, found: frozenset[NodeId], nothing: str = "") -> None:
        if not found:
            self._workspace.said.emit(nothing)
            return
        self._workspace.select(found)
        words = self.tr("Selected {0}").format(named(self._workspace.drawing, found))
        self._workspace.said.emit(words)
