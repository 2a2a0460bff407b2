"""What the cost lens puts on a node: a step of its colours, and the number that it stands for.

The number is always there with the colour, so that nobody has to tell colours apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from nodegraph.ui.canvas.geometry import SIDE, NodeShape
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.nodes.texts import Written

PLATE = QRectF(SIDE, -9.5, 0, 16)  # px; across the node's upper edge, above its name
INSIDE = 6.0  # px between the plate's edge and its number
FAR_LEFT, FAR_GAP = 18.0, 8.0  # px before the name, and between it and the number, from afar
FAR_LINE = 20.0  # px from the name to the number below it


@dataclass(frozen=True)
class Mark:
    """The number of one node and the step of its colour; equal marks look the same."""

    step: int  # from 0: nothing, or not known
    words: str  # empty where there is nothing to tell
    title: str
    width: float  # of the node
    box: QRectF = field(compare=False)
    number: Written = field(compare=False)
    far: tuple[Written, ...] = field(compare=False)  # name and number as the middle tier has them

    def says(self, step: int, words: str, title: str, width: float) -> bool:
        """Whether it is the mark for this already."""
        return (self.step, self.words, self.title, self.width) == (step, words, title, width)

    @staticmethod
    def of(step: int, words: str, title: str, shape: NodeShape, look: Look) -> Mark:
        """The mark of a node of that name and these measures."""
        box = PLATE.adjusted(0, 0, look.measure(words, "chip") + 2 * INSIDE, 0)
        up = (PLATE.height() - look.metrics("chip").height()) / 2
        at = box.topLeft() + QPointF(INSIDE, up)
        number = (look.written(words, "chip"), at)
        return Mark(step, words, title, shape.width, box, number, _far(words, title, shape, look))

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paints the number on its plate; the node has the colour already."""
        if not self.words:
            return
        painter.setPen(look.outline)
        painter.setBrush(look.node)
        painter.drawRoundedRect(self.box, 6, 6)
        painter.setPen(look.text)
        painter.setFont(look.fonts["chip"])
        text, at = self.number
        painter.drawStaticText(at, text)


def _far(words: str, title: str, shape: NodeShape, look: Look) -> tuple[Written, ...]:
    far = look.metrics("far")
    top = (shape.height - far.height()) / 2
    right = shape.width - SIDE - look.measure(words, "far")
    room = shape.width - SIDE - FAR_LEFT
    down = 0.0
    if words and look.measure(title, "far") > right - FAR_GAP - FAR_LEFT:  # not on one line
        down = FAR_LINE / 2
    shown = far.elidedText(title, Qt.TextElideMode.ElideRight, room)
    name = (look.written(shown, "far"), QPointF(FAR_LEFT, top - down))
    return (name, (look.written(words, "far"), QPointF(right, top + down))) if words else (name,)
