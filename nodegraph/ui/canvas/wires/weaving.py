"""A way to the right between nodes, from gap to gap, where no single lane is free.

The nodes in between stand in columns; a wire passes each in one of its gaps, and climbs only
between two of them. Pure functions of points and of the edges of nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from nodegraph.ui.canvas.cells import Edges

ABOVE, BELOW = 14.0, 30.0  # px kept over a node, and under one, where its text stands
BETWEEN = 16.0  # px between two columns; a wire needs them to climb
BEND = 24.0  # px of climbing that a bend is worth


class Column(NamedTuple):
    """Nodes that a wire passes in one go: from where to where, and the gaps between them."""

    left: float
    right: float
    gaps: list[tuple[float, float]]  # from the top; each from its highest place to its lowest


def meets(path: QPainterPath, bodies: list[Edges]) -> bool:
    """Whether a path runs through one of these."""
    for polygon in path.toSubpathPolygons() if bodies else ():
        corners = [(corner.x(), corner.y()) for corner in polygon.toList()]
        for (x1, y1), (x2, y2) in pairwise(corners):
            first, last = (x1, x2) if x1 < x2 else (x2, x1)
            high, low = (y1, y2) if y1 < y2 else (y2, y1)
            for left, top, right, bottom in bodies:
                if last <= left or first >= right or low <= top or high >= bottom:
                    continue
                if _enters(x1, y1, x2, y2, left, top, right, bottom):
                    return True
    return False


def _enters(
    x1: float, y1: float, x2: float, y2: float,
    left: float, top: float, right: float, bottom: float,
) -> bool:  # fmt: skip
    # A line misses a box when all corners lie on one side of it.
    dx, dy = x2 - x1, y2 - y1
    sides = [dx * (y - y1) - dy * (x - x1) for x in (left, right) for y in (top, bottom)]
    return min(sides) < 0 < max(sides)


def woven(start: QPointF, end: QPointF, bodies: Iterable[Edges]) -> list[QPointF] | None:
    """Where a wire enters and leaves each column, in turn; None where there is no way."""
    columns = _columns(bodies, start.x(), end.x())
    # For each gap of a column: the least climb up to there, the height, and the gap before it.
    met: list[list[tuple[float, float, int]]] = [[(0.0, start.y(), -1)]]
    for column in columns:
        part = (column.left - start.x()) / (end.x() - start.x())
        straight = start.y() + part * (end.y() - start.y())
        reached: list[tuple[float, float, int]] = []
        for high, low in column.gaps:
            for wish in {start.y(), end.y(), straight, *(y for _, y, _ in met[-1])}:
                y = min(max(wish, high), low)
                if column.left < start.x() + BETWEEN and abs(y - start.y()) > 1:
                    continue  # no room yet to climb
                if column.right > end.x() - BETWEEN and abs(y - end.y()) > 1:
                    continue
                cost, before = min(
                    (spent + _climb(at, y), number) for number, (spent, at, _) in enumerate(met[-1])
                )
                reached.append((cost, y, before))
        if not reached:
            return None
        met.append(_cheapest(reached))
    _, number = min((spent + _climb(at, end.y()), n) for n, (spent, at, _) in enumerate(met[-1]))
    way: list[QPointF] = [end]
    for column, found in zip(reversed(columns), reversed(met[1:]), strict=True):
        _, y, before = found[number]
        way += [QPointF(min(column.right, end.x()), y), QPointF(max(column.left, start.x()), y)]
        number = before
    return [start, *reversed(way[1:]), end]


def _climb(one: float, other: float) -> float:
    return abs(one - other) + (BEND if abs(one - other) > 1 else 0.0)


def _cheapest(reached: Sequence[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """One way to each height."""
    best: dict[float, tuple[float, float, int]] = {}
    for way in sorted(reached):
        best.setdefault(round(way[1], 1), way)
    return [*best.values()][:12]


def _columns(bodies: Iterable[Edges], start: float, end: float) -> list[Column]:
    columns: list[Column] = []
    stack: list[Edges] = []
    left = right = -inf
    for body in sorted(bodies):
        if body[2] < start + 1 or body[0] > end - 1:
            continue
        if stack and body[0] > right + BETWEEN:
            columns.append(Column(left, right, _gaps(stack)))
            stack = []
        if not stack:
            left, right = body[0], body[2]
        right = max(right, body[2])
        stack.append(body)
    if stack:
        columns.append(Column(left, right, _gaps(stack)))
    return columns


def _gaps(stack: list[Edges]) -> list[tuple[float, float]]:
    gaps, high = [], -inf
    for _, top, _, bottom in sorted(stack, key=itemgetter(1)):
        if top - ABOVE >= high:
            gaps.append((high, top - ABOVE))
        high = max(high, bottom + BELOW)
    return [*gaps, (high, inf)]
