"""The forms a wire can have: curved or square, straight on, along a lane, or past dots.

Pure functions of points. Every form leaves an output and arrives at an input level.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, pairwise
from math import copysign, hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

OUT = 18.0  # px that a square wire goes on level before it turns
ROUND = 8.0  # px radius of its corners
STEEP = 2.0  # of a dot's neighbours, from which a curve runs upright there
LEAST, MOST = 14.0, 110.0  # px that a curve is pulled on level at its ends
BESIDE = 12.0  # px past a port where a wire that turned back is level


class Form(NamedTuple):
    """How wires are drawn."""

    direct: Callable[[QPointF, QPointF], QPainterPath]  # start, end
    over: Callable[[QPointF, QPointF, float], QPainterPath]  # along a level lane, to the right
    around: Callable[[QPointF, QPointF, float], QPainterPath]  # along a level lane, to the left
    past: Callable[[Sequence[QPointF]], QPainterPath]  # start, dots, end
    along: Callable[[Sequence[QPointF]], QPainterPath]  # start, ends of level lanes, end


def bowed(start: QPointF, end: QPointF) -> QPainterPath:
    """A wire that runs to the right: leaves and arrives level."""
    reach = max(LEAST, min(abs(end.x() - start.x()) * 0.5, MOST))
    path = QPainterPath(start)
    path.cubicTo(start.x() + reach, start.y(), end.x() - reach, end.y(), end.x(), end.y())
    return path


def _over(start: QPointF, end: QPointF, lane: float) -> QPainterPath:
    path = QPainterPath(start)
    path.cubicTo(start.x() + 24, start.y(), start.x() + 14, lane, start.x() + 44, lane)
    path.lineTo(end.x() - 44, lane)
    path.cubicTo(end.x() - 14, lane, end.x() - 24, end.y(), end.x(), end.y())
    return path


def _around(start: QPointF, end: QPointF, lane: float) -> QPainterPath:
    path = QPainterPath(start)
    _turn_back(path, start, lane)
    path.lineTo(min(end.x() + BESIDE, start.x() - BESIDE), lane)
    _turn_in(path, end, lane)
    return path


def _turn_back(path: QPainterPath, start: QPointF, lane: float) -> None:
    out = start.x() + _turn(start, lane)
    path.cubicTo(out, start.y(), out, lane, start.x() - BESIDE, lane)


def _turn_in(path: QPainterPath, end: QPointF, lane: float) -> None:
    back = end.x() - _turn(end, lane)
    path.cubicTo(back, lane, back, end.y(), end.x(), end.y())


def _along_lanes(points: Sequence[QPointF]) -> QPainterPath:
    """Level on each lane, and in a curve from one to the next."""
    path = QPainterPath(points[0])
    for a, b in pairwise(points):
        if abs(a.y() - b.y()) < 1:
            path.lineTo(b)
        else:
            reach = min((b.x() - a.x()) / 2, MOST)
            path.cubicTo(a.x() + reach, a.y(), b.x() - reach, b.y(), b.x(), b.y())
    return path


def _turn(port: QPointF, lane: float) -> float:
    return max(26.0, min(abs(lane - port.y()) * 0.6, 60.0))


def _winding(points: Sequence[QPointF]) -> QPainterPath:
    """Level or upright at each dot, so that wires that share one part only behind it.

    Between a port and a dot that is passed to the left it turns, as a wire that runs back does.
    """
    level = (1.0, 0.0)
    ways = [level, *(_along(a, c) for a, c in zip(points, points[2:], strict=False)), level]
    path = QPainterPath(points[0])
    for (a, b), (from_, to) in zip(pairwise(points), pairwise(ways), strict=True):
        back = b.x() < a.x() - BESIDE
        if back and from_[0] > 0 > to[0]:
            _turn_back(path, a, b.y())
            path.lineTo(b)
        elif back and from_[0] < 0 < to[0]:
            path.lineTo(b.x() + BESIDE, a.y())
            _turn_in(path, b, a.y())
        else:
            pull = max(LEAST, min(hypot(b.x() - a.x(), b.y() - a.y()) * 0.4, MOST))
            path.cubicTo(
                a.x() + from_[0] * pull, a.y() + from_[1] * pull,
                b.x() - to[0] * pull, b.y() - to[1] * pull, b.x(), b.y(),
            )  # fmt: skip
    return path


def _along(a: QPointF, b: QPointF) -> tuple[float, float]:
    x, y = b.x() - a.x(), b.y() - a.y()
    if abs(y) > STEEP * abs(x):
        return 0.0, copysign(1.0, y)
    return copysign(1.0, x), 0.0


def _way(a: QPointF, b: QPointF) -> tuple[float, float]:
    x, y = b.x() - a.x(), b.y() - a.y()
    length = hypot(x, y)
    return (x / length, y / length) if length else (1.0, 0.0)


# Square


def _stepped(start: QPointF, end: QPointF) -> QPainterPath:
    return _rounded([start, *_step(start, end), end])


def _square_over(start: QPointF, end: QPointF, lane: float) -> QPainterPath:
    out, back = start.x() + OUT, end.x() - OUT
    corners = (QPointF(out, start.y()), QPointF(out, lane), QPointF(back, lane))
    return _rounded([start, *corners, QPointF(back, end.y()), end])


def _square_past(points: Sequence[QPointF]) -> QPainterPath:
    """Turns half-way between two dots; at the ports only after a little way."""
    start, *dots, end = points
    out, back = QPointF(start.x() + OUT, start.y()), QPointF(end.x() - OUT, end.y())
    first, last = dots[0], dots[-1]
    corners = [start]
    if first.x() < out.x():  # upright first, not back through its own node
        corners += [out, QPointF(out.x(), first.y())]
    else:
        corners += _step(start, first)
    for a, b in pairwise(dots):
        corners += [a, *_step(a, b)]
    corners.append(last)
    if last.x() > back.x():
        corners += [QPointF(back.x(), last.y()), back]
    else:
        corners += _step(last, end)
    return _rounded([*corners, end])


def _square_along(points: Sequence[QPointF]) -> QPainterPath:
    steps = ((a, *_step(a, b)) for a, b in pairwise(points))
    return _rounded([*chain.from_iterable(steps), points[-1]])


def _step(a: QPointF, b: QPointF) -> list[QPointF]:
    if abs(a.y() - b.y()) < 1:
        return []
    middle = (a.x() + b.x()) / 2
    return [QPointF(middle, a.y()), QPointF(middle, b.y())]


def _rounded(points: Sequence[QPointF]) -> QPainterPath:
    """The line through these points, its corners rounded."""
    path = QPainterPath(points[0])
    for a, b, c in zip(points, points[1:], points[2:], strict=False):
        before, after = _way(b, a), _way(b, c)
        radius = min(ROUND, _half(a, b), _half(b, c))
        if radius > 0.5:
            path.lineTo(b.x() + before[0] * radius, b.y() + before[1] * radius)
            path.quadTo(b, QPointF(b.x() + after[0] * radius, b.y() + after[1] * radius))
        else:
            path.lineTo(b)
    path.lineTo(points[-1])
    return path


def _half(a: QPointF, b: QPointF) -> float:
    return hypot(b.x() - a.x(), b.y() - a.y()) / 2


FORMS = {
    "curved": Form(bowed, _over, _around, _winding, _along_lanes),
    "square": Form(_stepped, _square_over, _square_over, _square_past, _square_along),
}
CURVED = FORMS["curved"]
