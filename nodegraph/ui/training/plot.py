"""A plot as all live views use it: title with current values, a few grid lines, nothing else.

pyqtgraph draws the curves. Its axes, menus and buttons are left out: measured on two cores, one
repaint with its axes costs 3.7 ms, and with the lines and numbers painted here 0.9 ms; a run is
repainted many times a second beside the training that it must not slow.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsGridLayout, QVBoxLayout, QWidget

from nodegraph.ui.sheet import HEAD_PX
from nodegraph.ui.style import TEXT_PX, called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.pace import Pace

LEFT, TOP, RIGHT, BOTTOM = 44, 10, 12, 20  # px around the curves, where the numbers stand
SAMPLE = 16  # px for a piece of a line, before the number of its end
Label = tuple[float, str]  # where, and what stands there


class Value(NamedTuple):
    """What stands at the right of a title."""

    text: str
    colour: str
    short: str = ""  # of a line's value, where there is no room for words: it follows the line
    dashed: bool = False


class Title(QWidget):
    """The plot's name at the left and its current values at the right.

    Where both have no room, lines stand for their words; then the last value is there alone.
    Painted, not a label: a label of new text asks the whole window for a new layout.
    """

    def __init__(self, name: str, pace: Pace, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.theme, self._pace = name, theme, pace
        self.values: tuple[Value, ...] = ()
        self.setFixedHeight(20)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_values(self, *values: Value) -> None:
        """Replaces what stands at the right."""
        if values != self.values:
            self.values = values
            self.update()

    @property
    def text(self) -> str:
        """The values as one line."""
        return " ".join(value.text for value in self.values)

    def paintEvent(self, event: QPaintEvent) -> None:
        with self._pace.spend():
            self._paint()

    def _paint(self) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX)
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        line = Qt.AlignmentFlag.AlignVCenter
        right = float(self.width())
        named = metrics.horizontalAdvance(self.name) + 8
        needed = sum(metrics.horizontalAdvance(value.text) + 8 for value in self.values)
        for value in reversed(self.values):
            as_line = bool(value.short) and needed > self.width() - named
            text = value.short if as_line else value.text
            width = metrics.horizontalAdvance(text)
            left = right - width - SAMPLE * as_line
            may_miss = value.colour == self.theme.muted or (as_line and right < self.width())
            if may_miss and left < named:
                continue  # the name comes before what is only good to know
            if as_line:
                painter.setPen(pen(value.colour, 2, dashed=value.dashed))
                middle = self.height() / 2 + 0.5
                painter.drawLine(QPointF(left, middle), QPointF(left + SAMPLE - 4, middle))
            painter.setPen(QColor(value.colour))
            painter.drawText(QRectF(right - width, 0, width + 1, self.height()), line, text)
            right = left - 8
        painter.setPen(QColor(self.theme.text))
        name = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, max(0, int(right)))
        painter.drawText(QRectF(0, 0, right, self.height()), line, name)
        painter.end()


class Canvas(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """The area with the curves: its range is set, never guessed, and its paints are counted."""

    def __init__(self, pace: Pace, theme: Theme, left: int, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self._pace, self._theme, self._left = pace, theme, left
        self.empty = ""  # said in the middle while there is nothing to draw
        self._range: tuple[object, ...] = ()
        self._x_labels: tuple[Label, ...] = ()
        self._y_labels: tuple[Label, ...] = ()
        frame = pg.GraphicsWidget()
        layout = QGraphicsGridLayout(frame)
        layout.setContentsMargins(left, TOP, RIGHT, BOTTOM)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False)
        self.box.disableAutoRange()
        layout.addItem(self.box, 0, 0)
        self.setCentralItem(frame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Opaque: else each repaint of a curve repaints every panel behind it too.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of another theme."""
        self._theme = theme
        self.resetCachedContent()
        self.viewport().update()

    def say(self, empty: str) -> None:
        """Says why there are no curves; "" shows the lines again."""
        if empty != self.empty:
            self.empty = empty
            self.resetCachedContent()
            self.viewport().update()

    def show_range(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        x_labels: tuple[Label, ...] = (),
        y_labels: tuple[Label, ...] | None = None,
    ) -> None:
        """The part of the plane to show, with numbers at the lines."""
        if (x, y, x_labels, y_labels) == self._range:
            return
        self._range = (x, y, x_labels, y_labels)
        self._x_labels = x_labels
        self._y_labels = ticks(*y) if y_labels is None else y_labels
        for item in self.box.addedItems:
            item.prepareGeometryChange()  # bounds may follow the range
        self.box.setRange(xRange=x, yRange=y, padding=0)
        self.resetCachedContent()  # lines and numbers are kept as a picture between ranges

    def paintEvent(self, event: QPaintEvent) -> None:
        with self._pace.spend():
            super().paintEvent(event)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        painter.resetTransform()
        frame = QRectF(self.viewport().rect())
        painter.fillRect(frame, QColor(self._theme.panel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = QPainterPath()
        surface.addRoundedRect(frame, 6, 6)
        painter.fillPath(surface, QColor(self._theme.field))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX if self.empty else HEAD_PX)
        painter.setFont(font)
        if self.empty:
            painter.setPen(QColor(self._theme.muted))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame.adjusted(8, 0, -8, 0), middle, self.empty)
        else:
            self._draw_lines(painter, frame)
        painter.restore()

    def _draw_lines(self, painter: QPainter, frame: QRectF) -> None:
        line, muted = QPen(QColor(self._theme.line)), QColor(self._theme.muted)
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, text in self._y_labels:
            y = round(self.box.mapViewToScene(QPointF(0, value)).y())
            painter.setPen(line)
            painter.drawLine(self._left, y, round(frame.width()) - RIGHT, y)
            painter.setPen(muted)
            painter.drawText(QRectF(0, y - 8, self._left - 6, 16), beside, text)
        below = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for value, text in self._x_labels:
            x = self.box.mapViewToScene(QPointF(value, 0)).x()
            painter.setPen(muted)
            wide = painter.fontMetrics().horizontalAdvance(text)
            left = min(max(x - wide / 2, 4.0), frame.width() - wide - 4)
            box = QRectF(left, frame.height() - BOTTOM + 3, wide + 1, 14)
            painter.drawText(box, below, text)


class Plot(QWidget):
    """A title over a canvas. Subclasses hold the curves and draw them when asked."""

    left = LEFT  # px for the numbers of the y axis

    def __init__(self, name: str, key: str, pace: Pace, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, key, name)
        self.theme = theme
        self.title = Title(name, pace, theme, self)
        called(self.title, f"{key}_title", name)
        self.canvas = Canvas(pace, theme, self.left, self)
        called(self.canvas, f"{key}_canvas", name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.canvas, 1)
        self.setMinimumSize(180, 110)

    def say_again(self, again: Callable[[str], str]) -> None:
        """Says title and values in another language; the curves stay."""
        self.title.name = again(self.title.name)
        self.title.show_values(*(v._replace(text=again(v.text)) for v in self.title.values))
        self.canvas.say(again(self.canvas.empty))
        self.title.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of another theme."""
        self.theme = self.title.theme = theme
        self.canvas.set_theme(theme)
        self.title.update()


def pen(colour: str, width: float = 1, alpha: float = 1, dashed: bool = False) -> QPen:
    """A pen whose width is in pixels of the screen, whatever the zoom."""
    tone = QColor(colour)
    tone.setAlphaF(alpha)
    made = QPen(tone, width)
    made.setCosmetic(True)
    if dashed:
        made.setDashPattern([3, 2])
    return made


def ticks(low: float, high: float) -> tuple[Label, ...]:
    """Two to five round numbers within a range, with their text."""
    if not (math.isfinite(low) and math.isfinite(high) and high > low):
        return ()
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(f * power for f in (1, 2, 2.5, 5, 10) if f * power >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    values = [k * step for k in range(first, first + 6) if k * step <= high + step * 1e-9]
    texts = (f"{value:.4g}" if abs(value) > step / 2 else "0" for value in values)
    return tuple((value, text.replace("-", "−")) for value, text in zip(values, texts, strict=True))
