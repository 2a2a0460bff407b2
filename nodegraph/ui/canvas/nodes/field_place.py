"""Where a field stands over its node, and under it what is wrong with its value."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QLabel, QWidget

from nodegraph.graph import NodeId
from nodegraph.ui.canvas.look import ROLES
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.fields import Field, LineField

LEAST_WIDE, LEAST_HIGH = 48, 22  # px of an editor, however small its node is seen
ROOM = 18  # px beside the text, for the cursor and the edges
WIDEST = 280  # px of what is wrong


def place_field(canvas: Surface, field: Field, node_id: NodeId, box: QRectF, role: str) -> None:
    """Puts a field over a box of the scene, written as large as that role is painted there."""
    widget = field.widget
    font = widget.font()
    font.setBold(role == "title")
    font.setPixelSize(max(11, round(ROLES[role] * min(canvas.zoom, 2))))
    widget.setFont(font)
    painted = canvas.mapFromScene(box).boundingRect()
    width = max(painted.width(), LEAST_WIDE, _text_width(field))
    height = max(painted.height(), LEAST_HIGH)
    top = painted.center().y() - (height - 1) // 2
    widget.setGeometry(_covering(canvas, node_id, QRect(painted.left(), top, width, height)))


def _covering(canvas: Surface, node_id: NodeId, place: QRect) -> QRect:
    # No setting is left half seen: those it reaches are covered whole.
    item = canvas.graph_scene.nodes[node_id]
    for chip in item.measures.chips:
        box = canvas.mapFromScene(chip.box.translated(item.pos())).boundingRect()
        if box.left() > place.left() and box.intersects(place):
            place.setRight(max(place.right(), box.right()))
    return place


def _text_width(field: Field) -> int:
    if not isinstance(field, LineField):
        return field.widget.sizeHint().width()
    return field.line.fontMetrics().horizontalAdvance(field.line.text()) + ROOM


class Reason(QLabel):
    """What is wrong with the value of a field."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, why: str, widget: QWidget) -> None:
        """Says it under that widget, and to those who only hear it; "": nothing is wrong."""
        widget.setAccessibleDescription(why)
        self.setText(why)
        self.setVisible(bool(why))
        self.follow(widget)

    def follow(self, widget: QWidget) -> None:
        """Stays under the widget, inside the view."""
        if not self.text():
            return
        self.setWordWrap(False)
        width = min(self.sizeHint().width(), WIDEST)
        self.setWordWrap(True)
        self.resize(width, self.heightForWidth(width))
        place, room = widget.geometry(), self._viewport.rect()
        self.move(max(4, min(place.left(), room.right() - width - 4)), place.bottom() + 5)
        self.raise_()
