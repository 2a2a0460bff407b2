"""A sign for each group of layers, so that colour is never all that tells them apart.

Each is one path to be filled, 10 px wide and high around the origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

Line = tuple[tuple[float, float], ...]
LINE = 1.7  # px

LINES: Mapping[str, tuple[Line, ...]] = {
    "Input and output": (((-4, 0), (3.6, 0)), ((0.4, -3.4), (3.8, 0), (0.4, 3.4))),  # an arrow
    "Convolution": (((-4, -4), (4, -4), (4, 4), (-4, 4), (-4, -4)),),  # a window in a picture
    "Pooling": (((-4.2, -4), (0, 0.4), (4.2, -4)), ((0, 0.4), (0, 4.2))),  # many become one
    "Linear": (((-3.6, -3.6), (3.6, 3.6)), ((-3.6, 3.6), (3.6, -3.6))),  # all with all
    "Activation": (((-4.2, 3), (0, 3), (4, -4)),),  # the hinge of a ReLU
    "Shape": (((-4, -0.6), (-4, -4), (-0.6, -4)), ((4, 0.6), (4, 4), (0.6, 4))),  # two corners
    "Merge": (((-4.2, 0), (4.2, 0)), ((0, -4.2), (0, 4.2))),  # a plus
    "Attention": (((-3.9, -2.2), (3.9, 2.2)), ((-3.9, 2.2), (3.9, -2.2)), ((0, -4.4), (0, 4.4))),
    "Loss": (((-4, -4), (-4, 4), (4, 4)), ((-1.6, -3), (0, 0.8), (3.6, 1.6))),  # a curve that falls
}
SPOTS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "Convolution": ((-1.2, -1.2, 1.5),),
    "Linear": ((-3.6, -3.6, 1.4), (3.6, 3.6, 1.4), (-3.6, 3.6, 1.4), (3.6, -3.6, 1.4)),
    "Regularization": ((-3.4, -3.4, 1.5), (3.4, -3.4, 1.5), (0, 0, 1.5), (-3.4, 3.4, 1.5)),
}
PLAIN = ((0.0, 0.0, 2.6),)  # of groups without one of their own


@cache
def group_sign(group: str) -> QPainterPath:
    """The sign of a group; not to be changed: it is shared."""
    drawn = QPainterPath()
    for line in LINES.get(group, ()):
        drawn.addPolygon([QPointF(*point) for point in line])
    if group == "Normalization":  # a bell
        drawn.moveTo(-4.4, 3.4)
        drawn.cubicTo(-1.2, 3.4, -2, -3.8, 0, -3.8)
        drawn.cubicTo(2, -3.8, 1.2, 3.4, 4.4, 3.4)
    elif group == "Recurrent":  # once around, and on
        drawn.arcMoveTo(QRectF(-3.6, -3.6, 7.2, 7.2), 70)
        drawn.arcTo(QRectF(-3.6, -3.6, 7.2, 7.2), 70, -290)
        drawn.addPolygon([QPointF(-0.8, -4.3), QPointF(1.4, -3.3), QPointF(-0.4, -1.4)])
    stroker = QPainterPathStroker()
    stroker.setWidth(LINE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    sign = stroker.createStroke(drawn)
    sign.setFillRule(Qt.FillRule.WindingFill)
    spots = SPOTS.get(group, PLAIN if drawn.isEmpty() else ())
    for x, y, radius in spots:
        sign.addEllipse(QPointF(x, y), radius, radius)
    return sign
