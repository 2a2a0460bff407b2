"""Where a new node finds room: where it is wanted, or the nearest place right of that or below."""

from __future__ import annotations

from math import ceil, hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF

from nodegraph.ui.canvas.geometry import GRID, LABEL, Near

APART = 8.0  # px at least between two nodes
REACH = 640.0  # px; nodes farther away than this are not looked at, unless all of it is full


def free_spot(wanted: QPointF, size: QSizeF, bodies: Near) -> QPointF:
    """The upper left corner of the nearest free place on the grid, from the wanted one on."""
    while True:
        around = QRectF(wanted, size).adjusted(-APART, -APART - LABEL, REACH, REACH)
        taken = [box.adjusted(-APART, -APART, APART, APART + LABEL) for box in bodies(around)]
        xs = [wanted.x(), *(_up(box.right()) for box in taken if box.right() > wanted.x())]
        ys = [wanted.y(), *(_up(box.bottom()) for box in taken if box.bottom() > wanted.y())]
        spots = [QPointF(x, y) for x in xs for y in ys]
        spots.sort(key=lambda spot: hypot(spot.x() - wanted.x(), spot.y() - wanted.y()))
        for spot in spots:
            if not any(box.intersects(QRectF(spot, size)) for box in taken):
                if around.contains(QRectF(spot, size)):
                    return spot
                break
        else:
            spot = QPointF(wanted.x(), max(ys))
        wanted = spot  # what lies around there was not looked at yet


def _up(value: float) -> float:
    return ceil(value / GRID) * float(GRID)
