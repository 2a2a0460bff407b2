"""Where a wire runs around nodes: pure functions of points and of the bodies in the way.

Bodies are plain numbers here: a way asks for many of them, and Qt's rectangles cost four times
as much.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainterPath

from nodegraph.ui.canvas.cells import Edges
from nodegraph.ui.canvas.geometry import LABEL
from nodegraph.ui.canvas.wires.forms import Form
from nodegraph.ui.canvas.wires.weaving import meets, woven

LONG = 200.0  # px; only a wire this long can have a node in between
CLIMB = 30.0  # px from its end within which a wire has climbed to its lane, but for the last bit
CROWD = 120  # nodes between two ends; among more it would take too long to look for gaps
AROUND = 240.0  # px above and below its ends within which a wire looks for gaps
Near = Callable[[float, float, float, float], list[Edges]]  # left, top, right, bottom → bodies


def wire_path(
    start: QPointF,
    end: QPointF,
    source: Edges,
    target: Edges,
    slot: int,
    bodies: Near,
    form: Form,
) -> QPainterPath:
    """Where a wire runs: straight to the right if it can, else along a lane around the nodes,
    else from gap to gap between them.

    `slot` keeps wires into one node apart; `bodies` answers the nodes that a rectangle overlaps.
    """
    x1, y1, x2, y2 = start.x(), start.y(), end.x(), end.y()
    if x2 < x1 + 8:
        return form.around(start, end, _lane_back(source, target, slot, bodies))
    path = form.direct(start, end)
    if x2 - x1 > LONG:
        # Between the two nodes: at the ends lie their own edges.
        found = bodies(x1 + 4, min(y1, y2) - 1, x2 - 4, max(y1, y2) + 1)
        if meets(path, found):
            lane = _lane_over(x1 + 20, x2 - 20, (y1 + y2) / 2, slot, found, bodies)
            over = form.over(start, end, lane)
            if len(found) < CROWD and meets(over, _at_lane(x1, y1, x2, y2, lane, bodies)):
                return _woven(start, end, bodies, form) or over
            return over
    return path


def _at_lane(x1: float, y1: float, x2: float, y2: float, lane: float, bodies: Near) -> list[Edges]:
    """What may be in the way of a wire that climbs to a lane, runs along it and leaves it."""
    rest = 5 + max(abs(y1 - lane), abs(y2 - lane)) / 8  # px that it has yet to climb at CLIMB
    climbs = bodies(x1 + 4, min(y1, lane), x1 + CLIMB, max(y1, lane))
    level = bodies(x1 + CLIMB, lane - rest, x2 - CLIMB, lane + rest)
    return climbs + level + bodies(x2 - CLIMB, min(y2, lane), x2 - 4, max(y2, lane))


def _woven(start: QPointF, end: QPointF, bodies: Near, form: Form) -> QPainterPath | None:
    """From gap to gap, where a single lane would run through nodes."""
    low, high = sorted((start.y(), end.y()))
    area = (start.x() + 4, low - AROUND, end.x() - 4, high + AROUND)
    points = woven(start, end, bodies(*area))
    return None if points is None else form.along(points)


def depends_on_others(line: QLineF) -> bool:
    """Whether the path of a wire between two ends can change when another's node moves."""
    return not 8 <= line.dx() <= LONG


def _lane_back(source: Edges, target: Edges, slot: int, bodies: Near) -> float:
    # Between the two nodes where they leave room, nearest to the target first; else past both.
    low, high = source[3] + LABEL, target[1]
    lanes = [max(source[3], target[3]) + LABEL + 20, min(source[1], target[1]) - 32]
    apart = 7.0 * slot
    if high - low > 24:
        lanes = [high - 20, (low + high) / 2, low + 12, *lanes]
        apart = -apart
    elif source[1] - target[3] - LABEL > 24:
        lanes = [target[3] + LABEL + 14, source[1] - 16, *lanes]
    left, right = target[0], source[2]
    from_, to = (source[1] + source[3]) / 2, (target[1] + target[3]) / 2  # where it starts, ends

    def crossed(lane: float) -> int:
        level = bodies(left - 20, lane - 5, max(right + 20, left - 19), lane + 5)
        falls = bodies(right + 8, min(lane, from_), right + 38, max(lane, from_))
        rises = bodies(left - 38, min(lane, to), left - 8, max(lane, to))
        return len(level) + len(falls) + len(rises)

    return _freest(lanes, crossed) + apart


def _freest(lanes: list[float], crossed: Callable[[float], int]) -> float:
    # The first of the best; the first that crosses nothing ends the search.
    best, fewest = lanes[0], -1
    for lane in lanes:
        number = crossed(lane)
        if number == 0:
            return lane
        if fewest < 0 or number < fewest:
            best, fewest = lane, number
    return best


def _lane_over(
    left: float, right: float, middle: float, slot: int, found: list[Edges], bodies: Near
) -> float:
    # Above or below all that was found in between: the nearer, unless that one crosses more.
    top, bottom = min(body[1] for body in found), max(body[3] for body in found)
    lanes = sorted((top - 18, bottom + LABEL + 14), key=lambda lane: abs(lane - middle))
    lane = _freest(lanes, lambda lane: len(bodies(left, lane - 5, right, lane + 5)))
    return lane + 7.0 * slot * (1 if lane > middle else -1)
