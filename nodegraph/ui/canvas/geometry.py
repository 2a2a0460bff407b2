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

from nodegraph.document.drawing import GRID
from nodegraph.layers import Layer
from nodegraph.setting import Setting, settings_of
from nodegraph.ui.canvas.nodes.seen import WHOLE, Seen
from nodegraph.ui.language import worded

WIDTH = 150.0  # px of a node with little text
WIDEST = 320.0  # px; a longer name is cut
CORNER = 9.0
PORT = 5.5  # px radius of a port
BARE, HEADER, CHIPS, ROW = 46.0, 32.0, 30.0, 20.0  # px heights
NARROW, LOW = 72.0, 28.0  # px, of a node that is its title alone: the least width, and its height
TEXT_LEFT, SIDE, GAP = 24.0, 10.0, 14.0  # px before the name, at the edges, between name and type
SIGN = 14.5  # px from the left edge to the middle of the group's sign
LABEL = 18.0  # px under a node for its shape
LABEL_TOP = 5.0  # px between them
BADGE = 8.0  # px radius of the sign of a problem
# Px around a body that the node may paint in: to its left, above, to its right, below.
ROOM = (PORT + 3.5, BADGE + 2, PORT + 3.5, LABEL + BADGE - 4)

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
        left, top, right, bottom = ROOM
        return QRectF(-left, -top, self.width + left + right, self.height + top + bottom)


def node_shape(layer: Layer, title: str, measure: Measure) -> NodeShape:
    """The measures of a node of that layer and name, seen whole."""
    return shape_of(layer, title_asks(layer, title, measure, WHOLE), measure, WHOLE)


def title_asks(layer: Layer, title: str, measure: Measure, seen: Seen) -> float:
    """How wide a node is at least, for its name; alike for all short ones."""
    if seen.folded:
        return float(ceil(max(NARROW, TEXT_LEFT + measure(title, "title") + SIDE)))
    kind = measure(layer.kind, "small")
    return float(ceil(max(WIDTH, TEXT_LEFT + measure(title, "title") + GAP + kind + SIDE)))


def shape_of(layer: Layer, width: float, measure: Measure, seen: Seen) -> NodeShape:
    """The measures of a node of that layer, at least so wide."""
    outputs = layer.outputs if seen.outputs is None else seen.outputs
    if seen.folded:
        return _folded(layer.inputs, outputs, min(width, WIDEST), seen)
    kind = measure(layer.kind, "small")
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
    inputs: tuple[str, ...], outputs: tuple[str, ...], width: float, seen: Seen
) -> NodeShape:
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
