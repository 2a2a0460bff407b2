"""Where a new node finds room: where it is wanted, or the nearest place right of that or below."""

from __future__ import annotations

from itertools import product
from math import ceil, hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF

from nodegraph.document.drawing import GRID
from nodegraph.ui.canvas.cells import Edges, edges_of
from nodegraph.ui.canvas.geometry import LABEL, Near

APART = 8.0  # px at least between two nodes
REACH = 640.0  # px; nodes farther away than this are not looked at, unless all of it is full


def free_spot(wanted: QPointF, size: QSizeF, bodies: Near) -> QPointF:
    """The upper left corner of the nearest free place on the grid, from the wanted one on."""
    while True:
        around = QRectF(wanted, size).adjusted(-APART, -APART - LABEL, REACH, REACH)
        taken = [
            edges_of(box.adjusted(-APART, -APART, APART, APART + LABEL)) for box in bodies(around)
        ]
        free = _nearest(wanted, size, taken)
        if around.contains(QRectF(free, size)):
            return free
        wanted = free  # what lies around there was not looked at yet


def _nearest(wanted: QPointF, size: QSizeF, taken: list[Edges]) -> QPointF:
    """The nearest corner, in line with the wanted one or the edges of what is taken."""
    x, y, width, height = wanted.x(), wanted.y(), size.width(), size.height()
    xs = {x, *(_up(right) for _, _, right, _ in taken if right > x)}
    ys = {y, *(_up(bottom) for _, _, _, bottom in taken if bottom > y)}
    for left, top in sorted(product(xs, ys), key=lambda at: hypot(at[0] - x, at[1] - y)):
        right, bottom = left + width, top + height
        for x1, y1, x2, y2 in taken:  # `any` would take twice as long
            if x1 < right and x2 > left and y1 < bottom and y2 > top:
                break
        else:
            return QPointF(left, top)
    return QPointF(x, max(ys))  # below all of it


def _up(value: float) -> float:
    return ceil(value / GRID) * float(GRID)
