"""Room for nodes that were put into a wire: what follows slides right, just enough.

Or what comes before it slides left: the same, seen in a mirror.

Distances behind the new nodes stay as they were, and whatever a sliding node would run into
slides along, so that nothing comes to lie on anything else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Literal

from nodegraph.document.drawing import GRID, Drawing, Point
from nodegraph.document.edits import move
from nodegraph.document.nesting import UNDER
from nodegraph.document.tidy import Size
from nodegraph.graph import NodeId, Wire

GAP = 40  # px between two nodes that a wire joins
ROW = 128.0  # px; nodes are looked for by rows this high

Sizes = Mapping[NodeId, Size]
After = Mapping[NodeId, Collection[NodeId]]  # what comes next along the wires
Rows = Mapping[int, list[tuple[float, NodeId]]]  # the nodes of each row, from left to right


def make_room(
    drawing: Drawing,
    chain: Collection[NodeId],
    wire: Wire,
    sizes: Sizes,
    side: Literal["left", "right"] = "right",
) -> Drawing:
    """With the chain right of the wire's source, and the target and what follows it right of that.

    To the left it is the source that gives way, with what it depends on. A wire that runs back
    to the left keeps its ends where they are.
    """
    source, target = wire.source.node, wire.target.node
    if drawing.places[target].x <= drawing.places[source].x:
        return drawing
    if side == "right":
        moved = _moved(drawing, chain, source, target, drawing.graph.consumers, sizes)
        return move(drawing, moved) if moved else drawing
    mirrored = replace(drawing, places=_mirrored(drawing.places, sizes))
    nodes = drawing.graph.nodes.values()
    feeds = {node.id: [port.node for _, port in node.feeds] for node in nodes}
    moved = _mirrored(_moved(mirrored, chain, target, source, feeds, sizes), sizes)
    return move(drawing, moved) if moved else drawing


def put_in_line(drawing: Drawing, row: Sequence[NodeId], wire: Wire, sizes: Sizes) -> Drawing:
    """With nodes that were put into a wire level with its source, and room made for them.

    The same drawing where the wire runs back, or where they would come to lie on a node.
    """
    (source, output), (target, _) = wire
    x, y = drawing.places[source]
    size, end = sizes[source], drawing.places[target].x
    if end <= x:
        return drawing
    level = y + size.outputs[drawing.graph.nodes[source].layer.outputs.index(output)]
    free = end - x - size.width - sum(sizes[node].width + GAP for node in row) - GAP
    left = x + size.width + GAP + _on_grid(free / 2)
    places = {}
    for node in row:
        places[node] = Point(left, level - sizes[node].inputs[0])
        level += sizes[node].outputs[0] - sizes[node].inputs[0]
        left += sizes[node].width + GAP
    lined = make_room(move(drawing, places), row, wire, sizes)
    others = lined.places.keys() - set(row)
    covers = any(_covers(lined, node, other, sizes) for node in row for other in others)
    return drawing if covers else lined


def _covers(drawing: Drawing, node: NodeId, other: NodeId, sizes: Sizes) -> bool:
    here, there = drawing.places[node], drawing.places[other]
    return (
        here.x < there.x + sizes[other].width
        and there.x < here.x + sizes[node].width
        and here.y < there.y + sizes[other].height + UNDER
        and there.y < here.y + sizes[node].height + UNDER
    )


def _mirrored(places: Mapping[NodeId, Point], sizes: Sizes) -> dict[NodeId, Point]:
    return {node: Point(-place.x - sizes[node].width, place.y) for node, place in places.items()}


def _moved(
    drawing: Drawing,
    chain: Collection[NodeId],
    source: NodeId,
    target: NodeId,
    after: After,
    sizes: Sizes,
) -> dict[NodeId, Point]:
    """Where the chain and all that gives way to it come to lie, as far as they move."""
    places = drawing.places
    left = min(places[node].x for node in chain)
    enough = places[source].x + sizes[source].width + GAP
    shift = _on_grid(enough - left)
    moved = {node: Point(places[node].x + shift, places[node].y) for node in chain}
    right = max(moved[node].x + sizes[node].width for node in chain)
    slide = _on_grid(right + GAP - places[target].x)
    if slide:
        slid = _sliding(drawing, chain, target, slide, after, sizes)
        moved |= {node: Point(places[node].x + slide, places[node].y) for node in slid}
    return moved if shift or slide else {}


def _on_grid(least: float) -> int:
    return max(0, ceil(least / GRID) * GRID)


def _sliding(
    drawing: Drawing,
    chain: Collection[NodeId],
    target: NodeId,
    slide: int,
    after: After,
    sizes: Sizes,
) -> set[NodeId]:
    """The target, what depends on it right of it, and whatever those would run into."""
    start, still = drawing.places[target].x, drawing.pins.union(chain)
    follow = _reached(after, target)
    slid = {node for node in follow if drawing.places[node].x >= start} - still
    rows = _rows(drawing, sizes, still)
    waiting = list(slid)
    while waiting:
        node = waiting.pop()
        for other in _run_into(drawing, node, slide, rows, sizes):
            if other not in slid:
                slid.add(other)
                waiting.append(other)
    return slid


def _reached(after: After, start: NodeId) -> set[NodeId]:
    found, waiting = {start}, [start]
    while waiting:
        for node in after[waiting.pop()]:
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


def _rows(drawing: Drawing, sizes: Sizes, still: Collection[NodeId]) -> Rows:
    rows: dict[int, list[tuple[float, NodeId]]] = defaultdict(list)
    for node, place in drawing.places.items():
        if node not in still:
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
