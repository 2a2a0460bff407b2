"""Straightens wires: each node moves up or down to lie level with what mainly feeds it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import replace

from nodegraph.document.drawing import Drawing, Point, Size
from nodegraph.document.tidy.net import Line, Net, Web
from nodegraph.document.tidy.ranks import Ranks
from nodegraph.graph import NodeId

AIR = 24  # px kept free above and below a node, its shape's text among it


def straighten(
    drawing: Drawing,
    only: Collection[NodeId] | None = None,
    sizes: Mapping[NodeId, Size] | None = None,
) -> Drawing:
    """With the wires of these nodes level where one node follows another; no node moves sideways.

    The first of each run stays, and so does a node that is pinned or would cover another. The
    same drawing when nothing moves.
    """
    graph = drawing.graph
    chosen = graph.nodes.keys() & (graph.nodes if only is None else only)
    room = _Room(drawing, sizes or {})
    web = Web.of(drawing, chosen, sizes or {})
    for ids in web.parts():
        net = Net.of(web, ids)
        ranks = Ranks(net)
        lines: dict[tuple[int, int], Line] = {}
        for line in net.lines:
            lines.setdefault((line.source, line.target), line)
        for node in sorted(range(len(ids)), key=ranks.rank.__getitem__):
            feed = ranks.last[node]
            if feed is not None and ranks.next[feed] == node:
                room.level(net, lines[feed, node])
    moved = {i: p for i, p in room.places.items() if p != drawing.places.get(i, p)}
    return replace(drawing, places={**drawing.places, **moved}) if moved else drawing


class _Room:
    """Where the nodes lie by now, found by their left edges."""

    def __init__(self, drawing: Drawing, sizes: Mapping[NodeId, Size]) -> None:
        nodes = [i for i in drawing.graph.nodes if i in drawing.places]
        self.places = {i: drawing.places[i] for i in nodes}
        self._pins = drawing.pins
        self._sizes = {i: sizes.get(i, Size()) for i in nodes}
        self._by_left = sorted((self.places[i].x, i) for i in nodes)
        self._widest = max((size.width for size in self._sizes.values()), default=0.0)

    def level(self, net: Net, line: Line) -> None:
        """Moves a wire's target so that the wire is level, if the place is free."""
        source, target = net.ids[line.source], net.ids[line.target]
        if source not in self.places or target not in self.places or target in self._pins:
            return
        start, x = self.places[source], self.places[target].x
        port = start.y + line.leaves * self._sizes[source].height
        place = Point(x, port - line.arrives * self._sizes[target].height)
        if start.x + self._sizes[source].width <= x and self._is_free(target, place):
            self.places[target] = place

    def _is_free(self, node_id: NodeId, place: Point) -> bool:
        size = self._sizes[node_id]
        first = bisect_left(self._by_left, (place.x - self._widest, ""))
        last = bisect_right(self._by_left, (place.x + size.width, ""))
        for _, other in self._by_left[first:last]:
            there, its = self.places[other], self._sizes[other]
            beside = there.x + its.width <= place.x
            clear = there.y + its.height + AIR <= place.y or place.y + size.height + AIR <= there.y
            if other != node_id and not beside and not clear:
                return False
        return True
