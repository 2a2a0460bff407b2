"""A web in layers: each connected part by itself, the parts one below the other.

A part that was drawn on several shelves keeps them; each is laid out by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import ceil

from nodegraph.document.drawing import GRID, Point, Size
from nodegraph.document.tidy.blocks import blocks_of
from nodegraph.document.tidy.fit import BETWEEN
from nodegraph.document.tidy.net import Net, Web
from nodegraph.document.tidy.notes import Notes, Places
from nodegraph.document.tidy.order import (
    SWEEPS,
    Layered,
    Rows,
    crossings,
    untangled,
    with_bends,
)
from nodegraph.document.tidy.place import COLUMN, lefts_of, tops_of
from nodegraph.document.tidy.ranks import Ranks
from nodegraph.document.tidy.shelves import shelves_of

A_ROW = 8  # nodes without wires that stand side by side
SHELF = 80  # px between two shelves, where wires run back
ROUNDED = 1e-6  # of the grid's step that adding may be off


class Cancelled(Exception):  # it is no error
    """Someone has asked for an end."""


class Watch:
    """Looks at Cancel and tells how far it is, between steps of some milliseconds."""

    def __init__(
        self, cancelled: Callable[[], bool], progress: Callable[[float], None], count: int
    ) -> None:
        self._cancelled, self._progress = cancelled, progress
        self._count, self._done = max(1, count), 0
        self._part = self._expected = self._steps = 0

    def begin(self, part: int, layers: int) -> None:
        """A connected part of so many nodes begins."""
        self._part, self._expected, self._steps = part, 2 + layers * (1 + SWEEPS), 0

    def step(self) -> None:
        """Raises Cancelled once someone wants an end."""
        if self._cancelled():
            raise Cancelled
        self._steps += 1
        share = min(1.0, self._steps / max(1, self._expected))
        self._progress((self._done + self._part * share) / self._count)

    def end(self) -> None:
        """The part is done."""
        self._done += self._part
        self._part = 0


def stacked(web: Web, today: Mapping[str, Point], watch: Watch, notes: Notes) -> Places:
    """The parts one below the other, in today's order; what has no wire in rows of its own.

    With the notes of what is laid out.
    """
    found: list[Places] = []
    single: list[str] = []
    for ids in web.parts():
        if len(ids) == 1:
            single += ids
        else:
            found.append(_part(web, ids, today, watch, notes))
    single.sort(key=lambda i: (today[i].y, today[i].x))
    for start in range(0, len(single), A_ROW):
        found.append(notes.beside(_row(single[start : start + A_ROW], web.sizes)))
    found.sort(key=lambda part: min(notes.today[i].y for i in part))
    return _below_each_other(found, notes.sizes, BETWEEN)


def _part(
    web: Web, ids: list[str], today: Mapping[str, Point], watch: Watch, notes: Notes
) -> Places:
    """What hangs together; on the shelves it was drawn on, where these come out as they are."""
    shelves = [ids] if web.looped else shelves_of(web, ids, today)
    if len(shelves) > 1:
        found = [_shelf(web.of_these(shelf), today, watch, notes) for shelf in shelves]
        places = _below_each_other(found, notes.sizes, SHELF)
        if shelves_of(web, ids, places) == shelves:
            return places
    return notes.beside(_laid_out(Net.of(web, ids), today, watch))


def _shelf(web: Web, today: Mapping[str, Point], watch: Watch, notes: Notes) -> Places:
    found = [
        _laid_out(Net.of(web, ids), today, watch) if len(ids) > 1 else {ids[0]: Point(0.0, 0.0)}
        for ids in web.parts()
    ]
    found.sort(key=lambda part: min(today[i].y for i in part))
    return notes.beside(_below_each_other(found, web.sizes, BETWEEN))


def _below_each_other(parts: list[Places], sizes: Mapping[str, Size], air: int) -> Places:
    places: Places = {}
    top = 0.0
    for part in parts:
        highest = min(place.y for place in part.values())
        by = ceil((top - highest) / GRID - ROUNDED) * float(GRID)
        placed = {i: Point(p.x, p.y + by) for i, p in part.items()}
        places |= placed
        top = max(place.y + sizes[i].height for i, place in placed.items()) + air
    return places


def _row(ids: Iterable[str], sizes: Mapping[str, Size]) -> Places:
    places, x = {}, 0.0
    for node_id in ids:
        places[node_id] = Point(x, 0.0)
        x += ceil((sizes[node_id].width + COLUMN) / GRID) * GRID
    return places


def _laid_out(net: Net, today: Mapping[str, Point], watch: Watch) -> Places:
    """One connected part; in today's order where that has no crossing or is tidy already."""
    watch.step()
    ranks = Ranks(net)
    watch.step()
    layered = Layered.of(net, ranks.rank)
    watch.step()
    rows: Rows = [[] for _ in range(max(ranks.rank) + 1)]
    height = [today[node_id].y for node_id in net.ids]
    for node in sorted(range(len(net.ids)), key=height.__getitem__):
        rows[ranks.rank[node]].append(node)
    watch.begin(len(net.ids), len(rows))
    full = with_bends(layered, rows, watch.step)
    watch.step()
    alone = all(len(row) == 1 for row in rows)  # then no other order exists
    if not alone and crossings(layered, full):
        places = _placed(net, ranks, layered, full, watch)
        first = net.ids[0]
        x, y = today[first].x - places[first].x, today[first].y - places[first].y
        if is_shifted(places, today, x, y):
            watch.end()
            return places
        full = untangled(layered, full, watch.step)
    places = _placed(net, ranks, layered, full, watch)
    watch.end()
    return places


def _placed(net: Net, ranks: Ranks, layered: Layered, full: Rows, watch: Watch) -> Places:
    blocks = blocks_of(layered, full, ranks)
    watch.step()
    tops = tops_of(layered, full, blocks)
    watch.step()
    lefts = lefts_of(net, layered, full, tops)
    return {i: Point(x, y) for i, x, y in zip(net.ids, lefts, tops, strict=False)}


def is_shifted(places: Places, today: Mapping[str, Point], x: float, y: float) -> bool:
    """Whether all lie where they lie today, or all as far from there; adding rounds a little."""
    return all(
        abs(today[i].x - p.x - x) < 0.01 and abs(today[i].y - p.y - y) < 0.01
        for i, p in places.items()
    )
