"""The dots behind the nodes, drawn once for each zoom."""

from __future__ import annotations

from math import ceil, log2

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from nodegraph.ui.theme import Theme

DOTS = 24.0  # px between dots at 100 %


class Backdrop:
    """Paints them in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tile: tuple[tuple[float, float], QPixmap] | None = None

    def paint(self, painter: QPainter, exposed: QRectF, zoom: float, ratio: float) -> None:
        """Fills a part of the scene; `ratio` is how many px of the screen one of ours has."""
        # In px of the screen: a tile that needs no scaling is copied, line by line.
        if self._tile is None or self._tile[0] != (zoom, ratio):
            self._tile = ((zoom, ratio), self._drawn(zoom, ratio))
        tile = self._tile[1]
        room = painter.worldTransform().mapRect(exposed).adjusted(-1, -1, 1, 1)
        side = tile.deviceIndependentSize().width()
        origin = painter.worldTransform().map(QPointF(0, 0))
        offset = QPointF((room.x() - origin.x()) % side, (room.y() - origin.y()) % side)
        painter.save()
        painter.resetTransform()
        painter.drawTiledPixmap(room, tile, offset)
        painter.restore()

    def _drawn(self, scale: float, ratio: float) -> QPixmap:
        # Seen from afar every second, fourth, ... dot is left out: a grey haze says nothing.
        apart = DOTS * scale * 2 ** max(0, ceil(log2(16 / (DOTS * scale))))
        side = round(apart * ratio)
        tile = QPixmap(side, side)
        tile.setDevicePixelRatio(ratio)
        tile.fill(QColor(self._theme.canvas))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.dot))
        radius = max(0.9, min(2.0, 1.3 * scale))
        painter.drawEllipse(QPointF(side / ratio / 2, side / ratio / 2), radius, radius)
        painter.end()
        return tile
