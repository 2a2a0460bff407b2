"""Where everything of a node and a wire lies: pure functions of text widths and rectangles.

Nothing here paints or asks the scene, so sizes and paths are computed when a node changes and
never while painting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from nodegraph.layers import Layer
from nodegraph.setting import Setting, settings_of
from nodegraph.ui.canvas.nodes.seen import WHOLE, Seen
from nodegraph.ui.canvas.wires.forms import CURVED, Form
from nodegraph.ui.language import worded

GRID = 8  # px that nodes snap to
WIDTH = 150.0  # px of a node with little text
WIDEST = 320.0  # px; a longer name is cut
CORNER = 9.0
PORT = 5.5  # px radius of a port
BARE, HEADER, CHIPS, ROW = 46.0, 32.0, 30.0, 20.0  # px heights
NARROW, LOW = 72.0, 28.0  # px, of a node that is its title alone: the least width, and its height
TEXT_LEFT, SIDE, GAP = 21.0, 10.0, 14.0  # px before the name, at the edges, between name and type
LABEL = 18.0  # px under a node for its shape
LABEL_TOP = 5.0  # px between them
BADGE = 8.0  # px radius of the sign of a problem

LONG = 200.0  # px; only a wire this long can have a node in between
Near = Callable[[QRectF], list[QRectF]]
Measure = Callable[[str, str], float]  # text, role of the font → width in px


class Chip(NamedTuple):
    """One setting painted on a node: its frame, and where label and value start."""

    setting: Setting
    box: QRectF
    label: str
    value: str
    value_x: float


@dataclass(frozen=True)
class NodeShape:
    """The measures of one node, from its own upper left corner."""

    width: float
    height: float
    title_width: float  # what the name may take
    chips: tuple[Chip, ...]
    inputs: Mapping[str, QPointF]
    outputs: Mapping[str, QPointF]
    named_ports: bool
    seen: Seen = WHOLE

    @property
    def body(self) -> QRectF:
        """The rounded rectangle."""
        return QRectF(0, 0, self.width, self.height)

    def port(self, name: str, output: bool) -> QPointF:
        """The middle of a port."""
        ports = self.outputs if output else self.inputs
        if name in ports:
            return ports[name]
        return QPointF(self.width if output else 0, self.height / 2)  # it is hidden

    @property
    def bounds(self) -> QRectF:
        """Everything painted: ports, sign, label and shadow too."""
        side = PORT + 3.5
        return QRectF(-side, -BADGE - 2, self.width + 2 * side, self.height + LABEL + BADGE + 6)


def node_shape(layer: Layer, title: str, measure: Measure, seen: Seen = WHOLE) -> NodeShape:
    """The measures of a node of that layer and name, as far as it is seen."""
    outputs = layer.outputs if seen.outputs is None else seen.outputs
    if seen.folded:
        return _folded(layer.inputs, outputs, measure(title, "title"), seen)
    kind = measure(layer.kind, "small")
    width = max(WIDTH, TEXT_LEFT + measure(title, "title") + GAP + kind + SIDE)
    chips = _chips(layer, measure)
    if chips:
        width = max(width, chips[-1].box.right() + SIDE)
    named = len(layer.inputs) > 1 or len(outputs) > 1
    if named:
        names = [
            max((measure(name, "chip") for name in side), default=0)
            for side in (layer.inputs, outputs)
        ]
        width = max(width, sum(names) + 4 * SIDE)
    width = min(float(ceil(width)), WIDEST)
    height = HEADER + CHIPS if chips else HEADER if named else BARE
    first = height
    if named:
        rows = max(len(layer.inputs), len(outputs))
        height += rows * ROW + 4
    return NodeShape(
        width=width,
        height=height,
        title_width=width - TEXT_LEFT - GAP - kind - SIDE,
        chips=chips,
        inputs=_ports(layer.inputs, 0, height, first if named else None),
        outputs=_ports(outputs, width, height, first if named else None),
        named_ports=named,
        seen=seen,
    )


def _folded(
    inputs: tuple[str, ...], outputs: tuple[str, ...], title: float, seen: Seen
) -> NodeShape:
    width = min(float(ceil(max(NARROW, TEXT_LEFT + title + SIDE))), WIDEST)
    return NodeShape(
        width=width,
        height=LOW,
        title_width=width - TEXT_LEFT - SIDE,
        chips=(),
        inputs=_ports(inputs, 0, LOW, None),
        outputs=_ports(outputs, width, LOW, None),
        named_ports=False,
        seen=seen,
    )


def _chips(layer: Layer, measure: Measure) -> tuple[Chip, ...]:
    chips: list[Chip] = []
    left = SIDE
    for setting in settings_of(type(layer)):
        value = getattr(layer, setting.name)
        if not setting.short or value is None or len(chips) == 3:
            continue
        text = worded(value)
        value_x = left + 6 + measure(setting.short, "chip") + 4
        right = value_x + measure(text, "chip") + 6
        if right > WIDEST - SIDE:
            break
        box = QRectF(left, HEADER - 2, right - left, 20)
        chips.append(Chip(setting, box, setting.short, text, value_x))
        left = right + 5
    return tuple(chips)


def _ports(
    names: tuple[str, ...], x: float, height: float, first: float | None
) -> Mapping[str, QPointF]:
    if first is None:
        return {name: QPointF(x, height / 2) for name in names}
    return {name: QPointF(x, first + ROW * (i + 0.5) - 2) for i, name in enumerate(names)}


def snapped(value: float) -> float:
    """The nearest line of the grid."""
    return round(value / GRID) * float(GRID)


def wire_path(
    start: QPointF,
    end: QPointF,
    source: QRectF,
    target: QRectF,
    slot: int,
    bodies: Near,
    form: Form = CURVED,
) -> QPainterPath:
    """Where a wire runs: straight to the right if it can, else along a lane around the nodes.

    `slot` keeps wires into one node apart; `bodies` answers the nodes that touch a rectangle.
    """
    if end.x() < start.x() + 8:
        return form.around(start, end, _lane_back(source, target, slot, bodies))
    path = form.direct(start, end)
    if depends_on_others(start, end):
        # Between the two nodes: at the ends lie their own edges.
        found = bodies(QRectF(start, end).normalized().adjusted(4, -1, -4, 1))
        if _meets(path, found):
            return form.over(start, end, _lane_over(start, end, slot, found, bodies))
    return path


def depends_on_others(start: QPointF, end: QPointF) -> bool:
    """Whether a wire's path can change when a node moves that it does not belong to."""
    return not 8 <= end.x() - start.x() <= LONG


def _meets(path: QPainterPath, bodies: list[QRectF]) -> bool:
    # The ends lie on their own nodes' edges, so that only what is between them counts.
    if not bodies:
        return False
    points = (path.pointAtPercent(part / 16) for part in range(2, 15))
    return any(body.contains(point) for point in points for body in bodies)


def _lane_back(source: QRectF, target: QRectF, slot: int, bodies: Near) -> float:
    # Between the two nodes where they leave room, nearest to the target first; else past both.
    low, high = source.bottom() + LABEL, target.top()
    lanes = [max(source.bottom(), target.bottom()) + LABEL + 20,
             min(source.top(), target.top()) - 32]  # fmt: skip
    apart = 7.0 * slot
    if high - low > 24:
        lanes = [high - 20, (low + high) / 2, low + 12, *lanes]
        apart = -apart
    elif source.top() - target.bottom() - LABEL > 24:
        lanes = [target.bottom() + LABEL + 14, source.top() - 16, *lanes]

    def crossed(lane: float) -> int:
        left, right = target.left() - 20, source.right() + 20
        level = bodies(QRectF(left, lane - 5, max(right - left, 1.0), 10))
        falls = QRectF(source.right() + 8, min(lane, source.center().y()), 30,
                       abs(lane - source.center().y()))  # fmt: skip
        rises = QRectF(target.left() - 38, min(lane, target.center().y()), 30,
                       abs(lane - target.center().y()))  # fmt: skip
        return len(level) + len(bodies(falls)) + len(bodies(rises))

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


def _lane_over(start: QPointF, end: QPointF, slot: int, found: list[QRectF], bodies: Near) -> float:
    # Above or below all that was found in between: the nearer, unless that one crosses more.
    left, width = start.x() + 20, end.x() - start.x() - 40
    middle = (start.y() + end.y()) / 2
    top, bottom = min(body.top() for body in found), max(body.bottom() for body in found)
    lanes = sorted((top - 18, bottom + LABEL + 14), key=lambda lane: abs(lane - middle))
    lane = _freest(lanes, lambda lane: len(bodies(QRectF(left, lane - 5, width, 10))))
    return lane + 7.0 * slot * (1 if lane > middle else -1)


def distance(point: QPointF, path: QPainterPath) -> float:
    """How far a point is from a path, in the path's px."""
    nearest = float("inf")
    for polygon in path.toSubpathPolygons():
        corners = [(corner.x(), corner.y()) for corner in polygon.toList()]
        for (x1, y1), (x2, y2) in pairwise(corners):
            nearest = min(nearest, _to_segment(point.x(), point.y(), x1, y1, x2, y2))
    return nearest


def crossing(path: QPainterPath, a: QPointF, b: QPointF) -> QPointF | None:
    """Where a path meets the straight line between two points first; None where it does not."""
    x, y, dx, dy = a.x(), a.y(), b.x() - a.x(), b.y() - a.y()
    for polygon in path.toSubpathPolygons():
        corners = [(corner.x(), corner.y()) for corner in polygon.toList()]
        for (x1, y1), (x2, y2) in pairwise(corners):
            ex, ey = x2 - x1, y2 - y1
            turn = dx * ey - dy * ex
            if turn == 0:
                continue
            along = ((x1 - x) * ey - (y1 - y) * ex) / turn
            there = ((x1 - x) * dy - (y1 - y) * dx) / turn
            if 0 <= along <= 1 and 0 <= there <= 1:
                return QPointF(x + along * dx, y + along * dy)
    return None


def _to_segment(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> float:
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else ((x - x1) * dx + (y - y1) * dy) / length
    along = max(0.0, min(1.0, along))
    return hypot(x - x1 - along * dx, y - y1 - along * dy)


def nowhere(at: QPointF) -> QPainterPath:
    """The way of a wire that is not seen."""
    path = QPainterPath(at)
    path.lineTo(at.x() + 0.01, at.y())
    return path


def chord(path: QPainterPath) -> QLineF:
    """The straight line between a path's ends: the wire as seen from afar."""
    first = path.elementAt(0)
    return QLineF(QPointF(first.x, first.y), path.currentPosition())
