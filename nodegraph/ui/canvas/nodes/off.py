"""How a node looks that is bypassed or disabled, near and from afar.

It is dimmed. Past a bypassed one a line runs from its first input to its first output; a disabled
one has a dashed edge, so that both are told apart without colours too.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainterPath

from nodegraph.graph import Node
from nodegraph.ui.canvas.geometry import NodeShape

LOW, TURN = 7, 26  # px of the line over a node's lower edge, and that its turns are wide


def way_past(node: Node, shape: NodeShape) -> QPainterPath | None:
    """The line past a bypassed node, from the node's corner; None for every other node."""
    if node.mode != "bypassed" or not shape.inputs or not shape.outputs:
        return None
    start, end = next(iter(shape.inputs.values())), next(iter(shape.outputs.values()))
    low = shape.body.bottom() - LOW
    path = QPainterPath(start)
    middle = start.x() + TURN / 2
    path.cubicTo(middle, start.y(), middle, low, start.x() + TURN, low)
    path.lineTo(end.x() - TURN, low)
    middle = end.x() - TURN / 2
    path.cubicTo(QPointF(middle, low), QPointF(middle, end.y()), end)
    return path


def note(node: Node) -> str:
    """What stands under a node that does not run; empty for one that does."""
    words = {
        "on": "",
        "bypassed": QCoreApplication.translate("Modes", "bypassed"),
        "disabled": QCoreApplication.translate("Modes", "disabled"),
    }
    return words[node.mode]


def layer_told(node: Node) -> str:
    """A node's layer, and what keeps it from running."""
    return ", ".join(filter(None, (node.layer.kind, note(node))))
