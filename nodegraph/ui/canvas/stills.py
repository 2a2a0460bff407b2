"""Pictures of what many nodes share, kept at the scale they are seen at.

A picture is put on the canvas in a fraction of the time that its figures take. It is kept for one
scale: at another it would be blurred.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST = 16_000_000  # pixels kept: 64 MB


class Still(NamedTuple):
    """A picture, and where it lies from the origin of what it shows, in px of the widget."""

    pixels: QPixmap
    at: QPointF


class Stills:
    """Pictures by what they show, at one scale."""

    def __init__(self) -> None:
        self._seen = 0.0, 0.0  # the zoom, and the pixels of the device for each of the widget
        self._kept: dict[Hashable, Still] = {}
        self._pixels = 0

    def of(
        self,
        key: Hashable,
        zoom: float,
        ratio: float,
        area: QRectF,
        paint: Callable[[QPainter], None],
    ) -> Still:
        """The picture of an area, in px of the scene, that `paint` fills where none is kept."""
        if (zoom, ratio) != self._seen or self._pixels > MOST:
            self._kept.clear()
            self._seen, self._pixels = (zoom, ratio), 0
        still = self._kept.get(key)
        if still is None:
            still = self._kept[key] = _taken(zoom, ratio, area, paint)
            self._pixels += still.pixels.width() * still.pixels.height()
        return still


def _taken(zoom: float, ratio: float, area: QRectF, paint: Callable[[QPainter], None]) -> Still:
    scale = zoom * ratio
    left, top = floor(area.left() * scale), floor(area.top() * scale)
    right, bottom = ceil(area.right() * scale), ceil(area.bottom() * scale)
    pixels = QPixmap(right - left, bottom - top)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    at = QPointF(left / ratio, top / ratio)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-at)
    painter.scale(zoom, zoom)
    paint(painter)
    painter.end()
    return Still(pixels, at)
