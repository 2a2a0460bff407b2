"""A port's form says what goes through it: a circle a tensor, a diamond several, a square a number.

So kinds are told apart without colours too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from nodegraph.layers import Layer, TensorType
from nodegraph.ui.canvas.geometry import PORT, NodeShape

DIAMOND = ((0, -1), (1, 0), (0, 1), (-1, 0))
SQUARE = ((-0.7, -0.7), (0.7, -0.7), (0.7, 0.7), (-0.7, 0.7))
PLAIN, GROWN = PORT + 1.0, PORT + 2.5  # px from the middle to a corner; grown while wiring

Corners = tuple[tuple[float, float], ...]
Forms = dict[tuple[str, bool], tuple[QPolygonF, QPolygonF]]  # port, output → plain and grown


def port_forms(layer: Layer, shape: NodeShape, types: Sequence[TensorType | None]) -> Forms:
    """The ports that are no circles."""
    found: Forms = {}
    if layer.variadic and layer.inputs[0] in shape.inputs:
        at = shape.inputs[layer.inputs[0]]
        found[layer.inputs[0], False] = _sized(DIAMOND, at.x(), at.y())
    for (name, at), kind in zip(shape.outputs.items(), types, strict=False):
        if kind is not None and not kind.dims:
            found[name, True] = _sized(SQUARE, at.x(), at.y())
    return found


@cache
def _sized(corners: Corners, x: float, y: float) -> tuple[QPolygonF, QPolygonF]:
    plain, grown = (
        QPolygonF([QPointF(x + right * size, y + down * size) for right, down in corners])
        for size in (PLAIN, GROWN)
    )
    return plain, grown
