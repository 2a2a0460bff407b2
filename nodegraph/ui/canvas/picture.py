"""A picture of a drawing as a file, painted by the canvas's own items: what one sees is what is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from nodegraph.analysis import check
from nodegraph.document import Drawing
from nodegraph.document.whole import write_whole
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.scene import GraphScene
from nodegraph.ui.theme import Theme

MARGIN = 32.0  # px around the drawing
SCALE = 2  # pixels of a .png for each of the canvas at 100 %
LARGEST = 16_384  # pixels at a side; a larger drawing is painted smaller
KINDS = (".png", ".svg")


def render(drawing: Drawing, path: Path, theme: Theme) -> None:
    """Writes a .png or .svg, by the path's ending; raises OSError when it can't be written."""
    keeper = QObject()
    scene = GraphScene(Look(theme), keeper)
    scene.show_drawing(drawing)
    scene.show_report(check(drawing.graph, drawing.recipe))
    area = scene.layer.content().united(scene.wires.content())
    area = area.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    paint = _svg if path.suffix.lower() == ".svg" else _png
    write_whole(path, paint(scene, area, theme))


def _png(scene: GraphScene, area: QRectF, theme: Theme) -> bytes:
    scale = min(SCALE, LARGEST / area.width(), LARGEST / area.height())
    size = QSizeF(area.width() * scale, area.height() * scale).toSize()
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.canvas))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only paths
    return kept.data()
