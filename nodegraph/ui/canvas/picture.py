"""A picture of a drawing, painted by the canvas's own items: what one sees is what is kept."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from nodegraph.analysis import Report
from nodegraph.document import Drawing
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.scene import GraphScene
from nodegraph.ui.theme import Theme

MARGIN = 32.0  # px around the drawing
SCALE = 2.0  # pixels of a .png for each of the canvas at 100 %
LARGEST = 16_384.0  # pixels at a side; a larger drawing is painted smaller
SMALLEST = QRectF(0, 0, 320, 200)  # px; what an empty drawing takes


def render(drawing: Drawing, report: Report, kind: str, theme: Theme) -> bytes:
    """The drawing as a file's bytes; `kind` is "png" or "svg". Needs a QGuiApplication."""
    keeper = QObject()
    scene = GraphScene(Look(theme), keeper)
    scene.show_drawing(drawing)
    scene.show_report(report)
    area = scene.content()
    for shape in scene.wires.shapes.values():
        area = area.united(shape.box)
    area = area.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN) if drawing.graph.nodes else SMALLEST
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    (_svg if kind == "svg" else _png)(scene, area, theme, buffer)
    buffer.close()
    return bytes(kept.data())


def _png(scene: GraphScene, area: QRectF, theme: Theme, target: QBuffer) -> None:
    scale = min(SCALE, LARGEST / area.width(), LARGEST / area.height())
    size = QSizeF(area.width() * scale, area.height() * scale).toSize()
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    _paint(scene, area, theme, image)
    image.save(target, "PNG")  # type: ignore[call-overload]  # the stubs know paths only


def _svg(scene: GraphScene, area: QRectF, theme: Theme, target: QBuffer) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(target)
    generator.setSize(area.size().toSize())
    generator.setViewBox(QRectF(0, 0, area.width(), area.height()))
    generator.setTitle("Network")
    _paint(scene, area, theme, generator)


def _paint(scene: GraphScene, area: QRectF, theme: Theme, on: QImage | QSvgGenerator) -> None:
    whole = QRectF(0, 0, area.width(), area.height())
    if isinstance(on, QImage):
        whole = QRectF(on.rect())
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(whole, QColor(theme.canvas))
    scene.render(painter, whole, area)
    painter.end()
