"""Where dragged nodes come to rest: straight wires first, then edges, gaps, and last the grid.

Functions of plain numbers, asked at each step of a drag about the nodes in view: a few hundred
rectangles at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from nodegraph.ui.canvas.cells import Edges

NEAR = 480.0  # px; the edges of what lies farther away are no guides
PAST = 8.0  # px that a guide goes on past the nodes it joins
SAME = 0.01  # px
OWN = 4.0  # px about where it was that are nearer to there than to any line of the grid

Line = tuple[float, float, float, float]  # from x, y to x, y
Span = tuple[float, float]  # of one axis
Axes = tuple[bool, bool]  # whether x and y are free
BOTH: Axes = (True, True)


class Level(NamedTuple):
    """A way down on which a wire becomes straight: between a port that moves and one that stays."""

    way: float
    x: float  # of the port that moves, before its way
    stays: tuple[float, float]  # x and y of the other


class Rest(NamedTuple):
    """A way after snapping, and what it was snapped to, as lines to be drawn."""

    x: float | None  # None: nothing is near but the grid
    y: float | None
    lines: tuple[Line, ...] = ()
    gaps: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Snapping:
    """What a drag of nodes can snap to."""

    box: Edges  # around what is dragged, before it is
    others: Sequence[Edges]  # the nodes in view that stay
    levels: Sequence[Level] = ()  # of the wires between those and these

    def rest(self, x: float, y: float, reach: float, axes: Axes = BOTH) -> Rest:
        """Where a way leads, when it may be changed by so many px along the free axes."""
        free_x, free_y = axes
        x, y = x * free_x, y * free_y
        left, top, right, bottom = self.box
        lines: list[Line] = []
        gaps: list[Line] = []
        spans = [((o[0], o[2]), (o[1], o[3])) for o in self.others]
        turned = [(down, across) for across, down in spans]
        wide, high = (left + x, right + x), (top + y, bottom + y)

        by_level = self._straight(y, reach) if free_y else None
        held_y = None if by_level is None else by_level.way
        held_x = None
        if held_y is None and free_y and (edge := _edge(high, wide, turned, reach)) is not None:
            held_y = y + edge
        if free_x and (edge := _edge(wide, high, spans, reach)) is not None:
            held_x = x + edge
        held_x, held_y = _kept(x, held_x), _kept(y, held_y)
        if by_level is not None and held_y != by_level.way:
            by_level = None
        beside = _moved(high, held_y, y)
        if held_x is None and free_x and (gap := _gap(wide, beside, spans, reach)):
            held_x = x + gap[0]
            middle = sum(beside) / 2
            gaps += [(a, middle, b, middle) for a, b in gap[1]]
        beside = _moved(wide, held_x, x)
        if held_y is None and free_y and (gap := _gap(high, beside, turned, reach)):
            held_y = y + gap[0]
            middle = sum(beside) / 2
            gaps += [(middle, a, middle, b) for a, b in gap[1]]

        wide, high = _moved(wide, held_x, x), _moved(high, held_y, y)
        if by_level is not None:
            lines.append((by_level.x + wide[0] - left, by_level.stays[1], *by_level.stays))
        if held_x is not None:
            lines += [(v, a, v, b) for v, a, b in _guides(wide, high, spans)]
        if held_y is not None and by_level is None:
            lines += [(a, v, b, v) for v, a, b in _guides(high, wide, turned)]
        return Rest(held_x, held_y, tuple(lines), tuple(gaps))

    def _straight(self, y: float, reach: float) -> Level | None:
        found = min(self.levels, key=lambda level: abs(level.way - y), default=None)
        return found if found is not None and abs(found.way - y) < reach else None


def _kept(way: float, held: float | None) -> float | None:
    """No way at all, where that is nearer than what holds it: a drag can come back.

    From farther away nothing holds it where it began: a step of the grid always leads away.
    """
    if abs(way) <= OWN and (held is None or abs(way) <= abs(held - way)):
        return 0.0
    return None if held is not None and abs(held) < SAME else held


Spans = Sequence[tuple[Span, Span]]  # of each node: along the axis, and across it


def _moved(span: Span, held: float | None, way: float) -> Span:
    by = 0.0 if held is None else held - way
    return span[0] + by, span[1] + by


def _marks(span: Span) -> tuple[float, float, float]:
    return span[0], (span[0] + span[1]) / 2, span[1]


def _apart(a: Span, b: Span) -> float:
    return max(a[0] - b[1], b[0] - a[1])


def _edge(span: Span, across: Span, others: Spans, reach: float) -> float | None:
    """How far to the nearest edge or middle of a near node, of the same kind."""
    own = _marks(span)
    best: tuple[float, float, float] | None = None
    for along, beside in others:
        for mine, its in zip(own, _marks(along), strict=True):
            off = its - mine
            if abs(off) < reach and (apart := _apart(across, beside)) <= NEAR:
                best = min(best or (reach + 1, 0.0, 0.0), (abs(off), apart, off))
    return best[2] if best is not None else None


def _guides(span: Span, across: Span, others: Spans) -> Iterator[tuple[float, float, float]]:
    """The lines on which edges or else middles now lie: where, from, to."""
    low, middle, high = (
        list(_on_line(number, mine, across, others)) for number, mine in enumerate(_marks(span))
    )
    yield from low
    yield from high
    if not (low and high):
        yield from middle


def _on_line(
    number: int, mine: float, across: Span, others: Spans
) -> Iterator[tuple[float, float, float]]:
    on = [
        beside
        for along, beside in others
        if abs(_marks(along)[number] - mine) < SAME and _apart(across, beside) <= NEAR
    ]
    if on:
        low = min(across[0], *(beside[0] for beside in on))
        high = max(across[1], *(beside[1] for beside in on))
        yield mine, low - PAST, high + PAST


def _gap(
    span: Span, across: Span, others: Spans, reach: float
) -> tuple[float, tuple[Span, Span]] | None:
    """How far to where two gaps in a row are equal, and the two gaps there."""
    row = sorted(along for along, beside in others if _apart(across, beside) < 0)
    middle, wide = sum(span) / 2, span[1] - span[0]
    before = [other for other in row if sum(other) / 2 <= middle]
    after = [other for other in row if sum(other) / 2 > middle]
    found: list[tuple[float, Span, Span]] = []  # where it begins, and the two gaps
    if before and after:
        a, b = max(end for _, end in before), after[0][0]
        start = (a + b - wide) / 2
        if start > a:
            found.append((start, (a, start), (start + wide, b)))
    for first, second in pairwise(before[-2:]):
        if (gap := second[0] - first[1]) > 0:
            start = second[1] + gap
            found.append((start, (first[1], second[0]), (second[1], start)))
    for first, second in pairwise(after[:2]):
        if (gap := second[0] - first[1]) > 0:
            start = first[0] - gap - wide
            found.append((start, (start + wide, first[0]), (first[1], second[0])))
    start, one, two = min(
        found, key=lambda made: abs(made[0] - span[0]), default=(span[0] + reach + 1, span, span)
    )
    return (start - span[0], (one, two)) if abs(start - span[0]) < reach else None
