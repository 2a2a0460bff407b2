"""Which wires an area of the scene touches: those drawn from end to end that run through it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from nodegraph.ui.canvas.geometry import crossing
from nodegraph.ui.canvas.wires.layer import WireLayer
from nodegraph.ui.canvas.wires.shape import Slot


def wires_in(wires: WireLayer, area: QRectF) -> frozenset[Slot]:
    """The wires that an area touches."""
    shapes = wires.shapes
    return frozenset(slot for slot in wires.near(area) if _touches(shapes[slot].path, area))


def _touches(path: QPainterPath, area: QRectF) -> bool:
    if area.contains(path.boundingRect()) or area.contains(path.currentPosition()):
        return True
    corners = area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()
    sides = zip(corners, corners[1:] + corners[:1], strict=True)
    return any(crossing(path, a, b) is not None for a, b in sides)
