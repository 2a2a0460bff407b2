"""Tidy itself: each connected part in layers, the parts one below the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import ceil

from nodegraph.document.drawing import Drawing, Point, Size
from nodegraph.document.tidy.blocks import blocks_of
from nodegraph.document.tidy.fit import BETWEEN, GRID
from nodegraph.document.tidy.net import Net, parts
from nodegraph.document.tidy.order import Layered, Rows, crossings, untangled, with_bends
from nodegraph.document.tidy.place import COLUMN, lefts_of, tops_of
from nodegraph.document.tidy.ranks import Ranks
from nodegraph.graph import NodeId

AIR = 24  # px between a node that moves and one that stays, a shape's text among it
A_ROW = 8  # nodes without wires that stand side by side

Places = dict[NodeId, Point]


class _CancelledError(Exception):
    pass


def never() -> bool:
    """Nobody cancels."""
    return False


def tidy(
    drawing: Drawing,
    only: Collection[NodeId] | None = None,
    sizes: Mapping[NodeId, Size] | None = None,
    cancelled: Callable[[], bool] = never,
) -> Drawing:
    """With the nodes in layers from left to right; the same drawing when nothing moves.

    `only` names the nodes that may move; the others stay and are not covered. The first of
    `only`, where it has an order, else the upper left node stays where it is. A node without a
    size is taken to be 150 × 64 px. `cancelled` is asked between steps of some milliseconds;
    once it says so, the drawing comes back as it was.
    """
    sizes = sizes or {}
    graph = drawing.graph
    chosen = graph.nodes.keys() & (graph.nodes if only is None else only)
    if not chosen:
        return drawing
    today = {i: drawing.places.get(i, Point(0.0, 0.0)) for i in graph.nodes}
    try:
        made = _stacked(drawing, chosen, today, sizes, cancelled)
    except _CancelledError:
        return drawing
    anchor = min((i for i in graph.nodes if i in chosen), key=today.__getitem__)
    if isinstance(only, Sequence):
        anchor = next(i for i in only if i in chosen)
    dx, dy = today[anchor].x - made[anchor].x, today[anchor].y - made[anchor].y
    made = {i: Point(p.x + dx, p.y + dy) for i, p in made.items()}
    others = [(today[i], sizes.get(i, Size())) for i in graph.nodes if i not in chosen]
    made = _beside(made, others, sizes)
    if made.keys() <= drawing.places.keys() and _is_shifted(made, today, 0.0, 0.0):
        return drawing
    return replace(drawing, places={**drawing.places, **made})


def _stacked(
    drawing: Drawing, chosen: Collection[NodeId], today: Places, sizes: Mapping[NodeId, Size],
    cancelled: Callable[[], bool],
) -> Places:  # fmt: skip
    """The parts one below the other, in today's order; what has no wire in rows of its own."""
    found: list[Places] = []
    single: list[NodeId] = []
    for ids in parts(drawing, chosen):
        if len(ids) == 1:
            single += ids
        else:
            found.append(_laid_out(Net.of(drawing, ids, sizes), today, cancelled))
    single.sort(key=lambda i: (today[i].y, today[i].x))
    for start in range(0, len(single), A_ROW):
        found.append(_row(single[start : start + A_ROW], sizes))
    found.sort(key=lambda part: min(today[i].y for i in part))
    places: Places = {}
    top = 0.0
    for part in found:
        highest = min(place.y for place in part.values())
        places |= {i: Point(p.x, p.y - highest + top) for i, p in part.items()}
        lowest = max(places[i].y + sizes.get(i, Size()).height for i in part)
        top = ceil((lowest + BETWEEN) / GRID) * float(GRID)
    return places


def _row(ids: Iterable[NodeId], sizes: Mapping[NodeId, Size]) -> Places:
    places, x = {}, 0.0
    for node_id in ids:
        places[node_id] = Point(x, 0.0)
        x += ceil((sizes.get(node_id, Size()).width + COLUMN) / GRID) * GRID
    return places


def _laid_out(net: Net, today: Places, cancelled: Callable[[], bool]) -> Places:
    """One connected part; in today's order where that has no crossing or is tidy already."""

    def step() -> None:
        if cancelled():
            raise _CancelledError

    step()
    ranks = Ranks(net)
    layered = Layered.of(net, ranks.rank)
    rows: Rows = [[] for _ in range(max(ranks.rank) + 1)]
    height = [today[node_id].y for node_id in net.ids]
    for node in sorted(range(len(net.ids)), key=height.__getitem__):
        rows[ranks.rank[node]].append(node)
    full = with_bends(layered, rows, step)
    step()
    alone = all(len(row) == 1 for row in rows)  # then no other order exists
    if not alone and crossings(layered, full):
        places = _placed(net, ranks, layered, full)
        step()
        first = net.ids[0]
        x, y = today[first].x - places[first].x, today[first].y - places[first].y
        if _is_shifted(places, today, x, y):
            return places
        full = untangled(layered, full, step)
    return _placed(net, ranks, layered, full)


def _placed(net: Net, ranks: Ranks, layered: Layered, full: Rows) -> Places:
    tops = tops_of(layered, full, blocks_of(layered, full, ranks))
    lefts = lefts_of(net, layered, full, tops)
    return {i: Point(x, y) for i, x, y in zip(net.ids, lefts, tops, strict=False)}


def _is_shifted(places: Places, today: Places, x: float, y: float) -> bool:
    """Whether all lie where they lie today, or all as far from there; adding rounds a little."""
    return all(
        abs(today[i].x - p.x - x) < 0.01 and abs(today[i].y - p.y - y) < 0.01
        for i, p in places.items()
    )


def _beside(made: Places, others: list[tuple[Point, Size]], sizes: Mapping[NodeId, Size]) -> Places:
    """Shifted up or down as little as keeps all of it off the others."""
    others = sorted(others)  # by their left edges
    widest = max((size.width for _, size in others), default=0.0) + GRID
    taken = []
    for node_id, (x, y) in made.items():
        width, height, *_ = sizes.get(node_id, Size())
        first = bisect_left(others, x - widest, key=lambda other: other[0].x)
        for place, size in islice(others, first, None):
            if place.x >= x + width + GRID:
                break
            if place.x + size.width + GRID > x:
                taken.append((place.y - y - height - AIR, place.y - y + size.height + AIR))
    down = up = 0.0
    for low, high in sorted(taken):
        if low < down < high:
            down = ceil(high / GRID) * float(GRID)
    for low, high in sorted(taken, key=lambda span: -span[1]):
        if low < up < high:
            up = low // GRID * float(GRID)
    dy = down if down <= -up else up
    return {i: Point(p.x, p.y + dy) for i, p in made.items()} if dy else made
