"""Where a new node finds room: where it is wanted, or the nearest place right of that or below."""

from __future__ import annotations

from itertools import product
from math import ceil, hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF

from nodegraph.document.drawing import GRID
from nodegraph.ui.canvas.geometry import LABEL, Near

APART = 8.0  # px at least between two nodes
REACH = 640.0  # px; nodes farther away than this are not looked at, unless all of it is full


def free_spot(wanted: QPointF, size: QSizeF, bodies: Near) -> QPointF:
    """The upper left corner of the nearest free place on the grid, from the wanted one on."""
    while True:
        around = QRectF(wanted, size).adjusted(-APART, -APART - LABEL, REACH, REACH)
        taken = [box.adjusted(-APART, -APART, APART, APART + LABEL) for box in bodies(around)]
        free = _nearest(wanted, size, taken)
        if around.contains(QRectF(free, size)):
            return free
        wanted = free  # what lies around there was not looked at yet


def _nearest(wanted: QPointF, size: QSizeF, taken: list[QRectF]) -> QPointF:
    """The nearest corner, in line with the wanted one or the edges of what is taken."""
    x, y = wanted.x(), wanted.y()
    xs = {x, *(_up(box.right()) for box in taken if box.right() > x)}
    ys = {y, *(_up(box.bottom()) for box in taken if box.bottom() > y)}
    for left, top in sorted(product(xs, ys), key=lambda at: hypot(at[0] - x, at[1] - y)):
        spot = QRectF(left, top, size.width(), size.height())
        if not any(box.intersects(spot) for box in taken):
            return spot.topLeft()
    return QPointF(x, max(ys))  # below all of it


def _up(value: float) -> float:
    return ceil(value / GRID) * float(GRID)
