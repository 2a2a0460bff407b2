"""One sample's part of a tensor as what it is: pictures, a row of values, or how they spread.

A tensor's sizes tell which: (channels, height, width) are grey pictures side by side, (steps,
features) one picture with a row a step, (features) bars. All share one scale, from the lowest to
the highest value that all samples have there, so that channels and samples can be compared.
"""

from __future__ import annotations

from math import ceil

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.histograms import count
from nodegraph.ui.training.pace import Pace
from nodegraph.ui.training.plot import Plot, ticks

Floats = NDArray[np.float32]
GAP = 6.0  # px between two pictures
WIDEST = 4.0  # times as wide as high, or the other way round, that a picture may become
UNEVEN = 0.85  # what a size is worth at which the last row stays short
FEW = 16  # bars that each have their number


def grey(values: Floats, low: float, high: float) -> QImage:
    """Values (height, width) as a grey picture: black is `low`, white `high`, no number black."""
    span = (high - low) or 1.0
    shades = np.nan_to_num((values.astype(np.float64) - low) / span, nan=0.0)
    pixels = np.ascontiguousarray(np.clip(shades * 255, 0, 255).round().astype(np.uint8))
    height, width = pixels.shape
    return QImage(pixels.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def sample_picture(values: Floats) -> QImage | None:
    """A sample (channels, height, width) from 0 to 1 in grey or colour; None: it is no picture."""
    if values.ndim != 3 or values.shape[0] not in (1, 3):
        return None
    if values.shape[0] == 1:
        return grey(values[0], 0.0, 1.0)
    shades = np.clip(values * 255, 0, 255).round().astype(np.uint8)
    pixels = np.ascontiguousarray(shades.transpose(1, 2, 0))
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def cells(count: int, size: tuple[int, int], room: QSize) -> list[QRectF]:
    """Where so many pictures of a size (width, height) lie side by side, as large as they can."""
    aspect = min(max(size[0] / size[1], 1 / WIDEST), WIDEST)
    right, bottom = room.width() - 1, room.height() - 1  # where the last lines are drawn

    def width(columns: int) -> float:
        rows = ceil(count / columns)
        across = (right - GAP * (columns - 1)) / columns
        return min(across, (bottom - GAP * (rows - 1)) / rows * aspect)

    columns = max(
        range(1, count + 1), key=lambda tried: width(tried) * (UNEVEN if count % tried else 1.0)
    )
    wide = max(width(columns), 1.0)
    high = wide / aspect
    return [
        QRectF(at % columns * (wide + GAP), at // columns * (high + GAP), wide, high)
        for at in range(count)
    ]


class Pictures(QWidget):
    """Channels side by side in grey."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "tensor_pictures", self.tr("The channels as pictures"))
        self.theme = theme
        self.pictures: list[QPixmap] = []
        self.setMinimumSize(320, 240)

    def show_values(self, values: Floats, low: float, high: float) -> None:
        """Shows (channels, height, width)."""
        self.pictures = [QPixmap.fromImage(grey(channel, low, high)) for channel in values]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.pictures:
            return
        painter = QPainter(self)
        first = self.pictures[0]
        places = cells(len(self.pictures), (first.width(), first.height()), self.size())
        for picture, place in zip(self.pictures, places, strict=True):
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
        painter.setPen(QColor(self.theme.line))
        painter.drawRects(places)
        painter.end()


class Values(Plot):
    """A row of values as bars, or how many values there are of each size."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", "tensor_values", Pace(), theme, parent)
        self._bars = pg.BarGraphItem(x=[], height=[], width=1.0)
        self.canvas.box.addItem(self._bars)
        self.set_theme(theme)

    def show_row(self, values: Floats, low: float, high: float) -> None:
        """Shows (features), a bar for each."""
        self.title.name = self.tr("Value of each feature")
        number = len(values)
        bottom, top = min(low, 0.0), max(high, 0.0)
        room = (top - bottom) * 0.04 or 1.0
        marks = tuple((float(at), str(at)) for at in range(number))
        self._draw(np.arange(number, dtype=np.float64), np.nan_to_num(values), 0.8)
        self.canvas.show_range(
            (-0.75, number - 0.25),
            (bottom - room, top + room),
            marks if number <= FEW else ticks(0, number),
        )

    def show_spread(self, values: Floats) -> None:
        """Shows how often values of each size occur, whatever the shape."""
        self.title.name = self.tr("How often each value occurs")
        found = count(values.ravel())
        low, high = float(found.edges[0]), float(found.edges[-1])
        middle = (found.edges[:-1] + found.edges[1:]) / 2
        self._draw(middle, found.counts, float(found.edges[1] - found.edges[0]) * 0.8)
        top = float(found.counts.max()) or 1.0
        self.canvas.show_range((low, high), (0, top * 1.04), ticks(low, high))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._bars.setOpts(brush=pg.mkBrush(theme.accent), pen=pg.mkPen(None))

    def _draw(
        self, x: NDArray[np.float64], height: Floats | NDArray[np.int64], width: float
    ) -> None:
        self._bars.setOpts(x=x, height=height, width=width)
        self.title.update()
