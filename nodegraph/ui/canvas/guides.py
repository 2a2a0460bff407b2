"""What dragged nodes snap to on a canvas, and the guides that show it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import zip_longest

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsLineItem

from nodegraph.document import Drawing
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.geometry import snapped
from nodegraph.ui.canvas.snapping import Axes, Level, Line, Rest, Snapping
from nodegraph.ui.canvas.surface import Surface

REACH = 8  # px of the screen
TICK = 4.0  # px, half the height of the ends of a gap
GUIDES_Z = 49  # under what a gesture shows
MOST_WIRES = 200  # that are looked at for a level way


class Guides:
    """Thin lines where edges meet, and gaps with a tick at both ends.

    Each line is an item of its own: what is painted again for it is as thin as it is.
    """

    def __init__(self, canvas: Surface) -> None:
        self._canvas, self._scene = canvas, canvas.graph_scene
        self._items: list[QGraphicsLineItem] = []

    def show(self, lines: Collection[Line], gaps: Collection[Line] = ()) -> None:
        """Shows exactly these; none: nothing."""
        wanted = [*lines, *gaps]
        for x1, y1, x2, y2 in gaps:
            dx, dy = (0.0, TICK) if y1 == y2 else (TICK, 0.0)
            wanted += [(x - dx, y - dy, x + dx, y + dy) for x, y in ((x1, y1), (x2, y2))]
        while len(self._items) < len(wanted):
            self._items.append(self._made())
        for item, line in zip_longest(self._items, wanted):
            if line is not None:
                item.setLine(*line)
            item.setVisible(line is not None)

    def clear(self) -> None:
        """Takes all lines away."""
        while self._items:
            self._scene.removeItem(self._items.pop())

    def _made(self) -> QGraphicsLineItem:
        item = QGraphicsLineItem()
        item.setPen(self._canvas.look.guide)
        item.setZValue(GUIDES_Z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._scene.addItem(item)
        return item


class Magnet:
    """Snaps the way of one drag; looks around anew when the camera has moved."""

    def __init__(
        self, canvas: Surface, drawing: Drawing, ids: Collection[NodeId], node: NodeId
    ) -> None:
        self._canvas, self._scene = canvas, canvas.graph_scene
        self._drawing, self._ids, self._node = drawing, ids, node
        self._area = QRectF()
        self._found = Snapping((0, 0, 0, 0), ())
        self._levels: list[Level] = []
        self._box = self._bodies(ids) if ids else (0.0, 0.0, 0.0, 0.0)
        self._guides = Guides(canvas)
        self._rest = Rest(None, None)  # of the last way

    def way(self, x: float, y: float, axes: Axes) -> tuple[float, float]:
        """The way to a resting place near this one: of nodes if any, else of the grid."""
        self._look()
        self._rest = rest = self._found.rest(x, y, REACH / self._canvas.zoom, axes)
        held = self._drawing.places[self._node]
        x = snapped(held.x + x) - held.x if rest.x is None else rest.x
        y = snapped(held.y + y) - held.y if rest.y is None else rest.y
        return x, y

    def forget(self) -> None:
        """The last way was not snapped."""
        self._rest = Rest(None, None)

    def show(self, shown: bool) -> None:
        """Shows what the last way was snapped to, or nothing."""
        self._guides.show(*(self._rest.lines, self._rest.gaps) if shown else ((), ()))

    def clear(self) -> None:
        """The drag is over."""
        self._guides.clear()

    def _look(self) -> None:
        area = self._canvas.visible_area()
        if area == self._area:
            return
        self._area = area
        near = self._scene.tier != "far"  # there, 8 px are wider than a node's edges are apart
        found = self._scene.layer.near(area) if near else []
        others = [self._body(item.id) for item in found if self._stays(item.id)]
        self._levels = list(self._wires()) if near else []
        self._found = Snapping(self._box, others, self._levels)

    def _stays(self, node: NodeId) -> bool:
        return node not in self._ids and node in self._drawing.places

    def _body(self, node: NodeId) -> tuple[float, float, float, float]:
        # Where the drawing has it: what makes room for an insertion lies elsewhere meanwhile.
        (x, y), shape = self._drawing.places[node], self._scene.nodes[node].measures
        return x, y, x + shape.width, y + shape.height

    def _bodies(self, ids: Collection[NodeId]) -> tuple[float, float, float, float]:
        lefts, tops, rights, bottoms = zip(*map(self._body, ids), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def _wires(self) -> Iterator[Level]:
        nodes, places, items = self._drawing.graph.nodes, self._drawing.places, self._scene.nodes
        for node in sorted(self._ids)[:MOST_WIRES]:
            ends = [
                (name, False, source.node, source.name, True) for name, source in nodes[node].feeds
            ]
            ends += [
                (source.name, True, other, name, False)
                for other in self._drawing.graph.consumers[node]
                for name, source in nodes[other].feeds
                if source.node == node
            ]
            for own, own_out, other, its, its_out in ends:
                if other in self._ids:
                    continue
                moves = items[node].measures.port(own, own_out)
                stays = items[other].measures.port(its, its_out)
                x, y = places[other].x + stays.x(), places[other].y + stays.y()
                yield Level(y - places[node].y - moves.y(), places[node].x + moves.x(), (x, y))
