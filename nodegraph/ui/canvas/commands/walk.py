"""The selection by keys alone: along wires, among neighbours, and grown up and down the stream."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRectF

from nodegraph.graph import NodeId
from nodegraph.ui.canvas.surface import Surface

FAR = 2_000.0  # px in which a neighbour is looked for
ASIDE = 400.0  # px it may lie to the side


class Walk(QObject):
    """Moves from node to node. A way is "right", "left", "up" or "down"."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace
        self._focus: NodeId | None = None

    @property
    def focus(self) -> NodeId | None:
        """The selected node that the next step goes from."""
        chosen = self._workspace.selection
        if self._focus not in chosen:
            places = self._workspace.drawing.places
            self._focus = min(chosen, key=lambda node: places[node], default=None)
        return self._focus

    def go(self, way: str) -> None:
        """Selects the next node that way, and only it."""
        self._step(way, frozenset())

    def extend(self, way: str) -> None:
        """Selects the next node that way as well."""
        self._step(way, self._workspace.selection)

    def grow(self, way: str) -> None:
        """Selects also what feeds the selected nodes ("up"), or what they feed ("down")."""
        chosen = self._workspace.selection
        near = [self._before(node) if way == "up" else self._after(node) for node in chosen]
        self._workspace.select(chosen.union(*near))

    def _step(self, way: str, kept: frozenset[NodeId]) -> None:
        here = self.focus
        there = self._nearest_to_middle() if here is None else self._next(here, way)
        if there is None:
            return
        self._workspace.select(kept | {there})
        self._focus = there
        self._canvas.glide.reveal(self._canvas.graph_scene.nodes[there].bounds)

    def _next(self, here: NodeId, way: str) -> NodeId | None:
        if way == "right":
            return self._nearest(here, self._after(here))
        if way == "left":
            return self._nearest(here, self._before(here))
        sign = -1 if way == "up" else 1
        siblings = self._siblings(here)
        return self._toward(here, siblings, sign) or self._toward(here, self._around(here), sign)

    def _before(self, node: NodeId) -> set[NodeId]:
        return {source.node for _, source in self._workspace.drawing.graph.nodes[node].feeds}

    def _after(self, node: NodeId) -> set[NodeId]:
        return set(self._workspace.drawing.graph.consumers[node])

    def _siblings(self, here: NodeId) -> set[NodeId]:
        """The nodes with the same source or the same target."""
        found = set[NodeId]()
        for source in self._before(here):
            found |= self._after(source)
        for target in self._after(here):
            found |= self._before(target)
        return found - {here}

    def _around(self, here: NodeId) -> set[NodeId]:
        middle = self._middle(here)
        area = QRectF(middle.x() - ASIDE, middle.y() - FAR, 2 * ASIDE, 2 * FAR)
        return {item.id for item in self._canvas.graph_scene.nodes_in(area)} - {here}

    def _toward(self, here: NodeId, others: Iterable[NodeId], sign: int) -> NodeId | None:
        """The nearest of the nodes above (-1) or below (1)."""
        y = self._middle(here).y()
        return self._nearest(here, [n for n in others if sign * (self._middle(n).y() - y) > 0])

    def _nearest(self, here: NodeId, others: Iterable[NodeId]) -> NodeId | None:
        """The node least off in height, then to the side."""
        x, y = self._middle(here).x(), self._middle(here).y()

        def off(node: NodeId) -> tuple[float, float, NodeId]:
            middle = self._middle(node)
            return abs(middle.y() - y), abs(middle.x() - x), node

        return min(others, key=off, default=None)

    def _nearest_to_middle(self) -> NodeId | None:
        middle = self._canvas.visible_area().center()
        items = self._canvas.graph_scene.nodes.values()
        away = [((item.body.center() - middle).manhattanLength(), item.id) for item in items]
        return min(away)[1] if away else None

    def _middle(self, node: NodeId) -> QPointF:
        return self._canvas.graph_scene.nodes[node].body.center()
