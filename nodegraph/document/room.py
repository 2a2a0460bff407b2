"""Room for nodes that were put into a wire: what follows slides right, just enough.

Distances behind the new nodes stay as they were, and whatever a sliding node would run into
slides along, so that nothing comes to lie on anything else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from math import ceil

from nodegraph.document.drawing import Drawing, Point
from nodegraph.document.edits import move
from nodegraph.document.tidy import Size
from nodegraph.graph import Graph, NodeId, Wire

GAP = 40  # px between two nodes that a wire joins
UNDER = 18  # px below a node, for its shape
GRID = 8  # px
ROW = 128.0  # px; nodes are looked for by rows this high

Sizes = Mapping[NodeId, Size]
Rows = Mapping[int, list[tuple[float, NodeId]]]  # the nodes of each row, from left to right


def make_room(drawing: Drawing, chain: Collection[NodeId], wire: Wire, sizes: Sizes) -> Drawing:
    """With the chain right of the wire's source, and the target and what follows it right of that.

    A wire that runs back to the left keeps its ends where they are.
    """
    places = drawing.places
    source, target = wire.source.node, wire.target.node
    if places[target].x <= places[source].x:
        return drawing
    left = min(places[node].x for node in chain)
    enough = places[source].x + sizes[source].width + GAP
    shift = _on_grid(enough - left)
    moved = {node: Point(places[node].x + shift, places[node].y) for node in chain}
    right = max(moved[node].x + sizes[node].width for node in chain)
    slide = _on_grid(right + GAP - places[target].x)
    if slide:
        slid = _sliding(drawing, chain, target, slide, sizes)
        moved |= {node: Point(places[node].x + slide, places[node].y) for node in slid}
    return move(drawing, moved) if shift or slide else drawing


def _on_grid(least: float) -> int:
    return max(0, ceil(least / GRID) * GRID)


def _sliding(
    drawing: Drawing, chain: Collection[NodeId], target: NodeId, slide: int, sizes: Sizes
) -> set[NodeId]:
    """The target, what depends on it right of it, and whatever those would run into."""
    start = drawing.places[target].x
    follow = _after(drawing.graph, target)
    slid = {node for node in follow if drawing.places[node].x >= start} - set(chain)
    rows = _rows(drawing, sizes, chain)
    waiting = list(slid)
    while waiting:
        node = waiting.pop()
        for other in _run_into(drawing, node, slide, rows, sizes):
            if other not in slid:
                slid.add(other)
                waiting.append(other)
    return slid


def _after(graph: Graph, start: NodeId) -> set[NodeId]:
    found, waiting = {start}, [start]
    while waiting:
        for node in graph.consumers[waiting.pop()]:
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


def _rows(drawing: Drawing, sizes: Sizes, chain: Collection[NodeId]) -> Rows:
    rows: dict[int, list[tuple[float, NodeId]]] = defaultdict(list)
    for node, place in drawing.places.items():
        if node not in chain:
            for row in _rows_of(place, sizes[node]):
                rows[row].append((place.x, node))
    for nodes in rows.values():
        nodes.sort()
    return rows


def _rows_of(place: Point, size: Size) -> range:
    return range(int(place.y // ROW), int((place.y + size.height + UNDER) // ROW) + 1)


def _run_into(
    drawing: Drawing, node: NodeId, slide: int, rows: Rows, sizes: Sizes
) -> Iterator[NodeId]:
    """What lies in the way of a node that slides, and was not covered by it before."""
    (x, y), size = drawing.places[node], sizes[node]
    right = x + size.width
    for row in _rows_of(drawing.places[node], size):
        nodes = rows.get(row, [])
        for at in range(bisect_left(nodes, (right, "")), len(nodes)):
            left, other = nodes[at]
            if left >= right + slide + GRID:
                break
            top = drawing.places[other].y
            if top < y + size.height + UNDER and y < top + sizes[other].height + UNDER:
                yield other
