"""Named tags at both ends of a wire that is hidden: a portal.

Each tells what is at the other end, and is where a click goes there.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QStaticText

from nodegraph.ui.canvas.look import Look

AWAY = 14.0  # px between a port and its tag
HEIGHT, APART = 18.0, 22.0  # px of a tag, and from one to the next at the same port
INSIDE = 8.0  # px between its edge and its text
WIDEST = 130.0  # px of its text; a longer name is cut


class Tag(NamedTuple):
    """One end."""

    box: QRectF
    text: QStaticText
    at: QPointF  # of the text
    port: QPointF


class Ends(NamedTuple):
    """Both ends of a portal."""

    source: Tag
    target: Tag

    @property
    def path(self) -> QPainterPath:
        """The little ways between the ports and their tags."""
        source, target = self
        path = QPainterPath(source.port)
        side = QPointF(source.box.left(), source.box.center().y())
        path.cubicTo(
            source.port.x() + 8, source.port.y(), side.x() - 8, side.y(), side.x(), side.y()
        )
        side = QPointF(target.box.right(), target.box.center().y())
        path.moveTo(side)
        port = target.port
        path.cubicTo(side.x() + 8, side.y(), port.x() - 8, port.y(), port.x(), port.y())
        return path


def at_source(port: QPointF, row: int, other: str, look: Look) -> Tag:
    """The tag behind an output; `row` keeps those at one port apart."""
    text, width = _text(f"→ {other}", look)
    return _tag(port, QRectF(port.x() + AWAY, _top(port, row), width, HEIGHT), text, look)


def at_target(port: QPointF, row: int, other: str, look: Look) -> Tag:
    """The tag in front of an input."""
    text, width = _text(f"{other} →", look)
    return _tag(port, QRectF(port.x() - AWAY - width, _top(port, row), width, HEIGHT), text, look)


def _tag(port: QPointF, box: QRectF, text: QStaticText, look: Look) -> Tag:
    up = (HEIGHT - look.metrics("chip").height()) / 2
    return Tag(box, text, box.topLeft() + QPointF(INSIDE, up), port)


def _top(port: QPointF, row: int) -> float:
    return port.y() - HEIGHT / 2 + row * APART


def _text(words: str, look: Look) -> tuple[QStaticText, float]:
    cut = look.metrics("chip").elidedText(words, Qt.TextElideMode.ElideMiddle, WIDEST)
    return look.written(cut, "chip"), look.measure(cut, "chip") + 2 * INSIDE


def paint(painter: QPainter, look: Look, ends: Ends, group: str, chosen: bool, named: bool) -> None:
    """Paints both tags on what is below; too small to be read, without their names."""
    painter.setBrush(look.node)
    painter.setPen(look.selected if chosen else look.wire(group))
    for tag in ends:
        painter.drawRoundedRect(tag.box, HEIGHT / 2, HEIGHT / 2)
    if named:
        painter.setPen(look.text)
        painter.setFont(look.fonts["chip"])
        for tag in ends:
            painter.drawStaticText(tag.at, tag.text)
    painter.setBrush(Qt.BrushStyle.NoBrush)
