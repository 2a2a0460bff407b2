"""Zooming faster than many nodes can be painted: a frame just painted, scaled.

The second step within a moment shows it; once the hand rests the scene itself is painted again.
What comes into view beside it is painted as outlines and straight lines meanwhile. One step alone,
few nodes, and rectangles seen from afar are always painted as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPoint, QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from nodegraph.ui.canvas.looking.camera import Camera

REST = 30  # ms without a step, after which the scene is painted
MANY = 40  # nodes in view; up to here each frame is painted
LARGEST = 1.5  # times that a frame is made larger or smaller before another is painted


class LastFrame(QObject):
    """Stands in for the scene of a camera while it zooms."""

    def __init__(self, camera: Camera) -> None:
        super().__init__(camera)
        self._camera = camera
        self._fast = False  # steps follow each other within a moment
        self._shown = False  # the last step was painted
        self._frame: QPixmap | None = None
        self._seen = QTransform()  # from the scene to the frame
        self._clock = QTimer(self)  # runs only after a step
        self._clock.setSingleShot(True)
        self._clock.setInterval(REST)
        self._clock.timeout.connect(self._rest)

    def note_step(self) -> None:
        """The camera has just zoomed."""
        camera = self._camera
        scene = camera.graph_scene
        many = scene.tier != "far" and len(scene.layer.near(camera.visible_area())) > MANY
        fast = many and self._shown and self._clock.isActive()
        self._fast = self._shown = False  # now the scene is painted
        if not fast:
            self._frame = None
        elif not self._serves():
            self._take()
        self._fast = fast
        self._clock.start()

    def paint(self) -> bool:
        """Paints the frame as it would lie now; False: the scene itself is to be painted."""
        if not self._fast or self._frame is None:
            return False
        camera = self._camera
        before, _ = self._seen.inverted()
        now = before * camera.viewportTransform()
        place = now.mapRect(QRectF(QPointF(), self._frame.deviceIndependentSize()))
        room = QRectF(camera.viewport().rect())
        painter = QPainter(camera.viewport())
        painter.setTransform(camera.viewportTransform())
        self._paint_beside(painter, [part for part in _beside(room, place) if not part.isEmpty()])
        painter.setTransform(now)
        painter.drawPixmap(0, 0, self._frame)
        painter.end()
        return True

    def _paint_beside(self, painter: QPainter, parts: list[QRectF]) -> None:
        """Straight wires and plain nodes in parts of the viewport."""
        camera, scene = self._camera, self._camera.graph_scene
        bodies: list[QRectF] = []
        lines: dict[str, list[QLineF]] = {}
        for part in parts:
            area = camera.mapToScene(part.toAlignedRect()).boundingRect()
            painter.fillRect(area, camera.look.canvas)  # dots would take longer than all else
            bodies += [item.body for item in scene.layer.near(area)]
            for shape in map(scene.wires.shapes.__getitem__, scene.wires.near(area)):
                lines.setdefault(shape.group, []).extend(shape.legs)
        for group, legs in lines.items():
            painter.setPen(camera.look.wire_far(group))
            painter.drawLines(legs)
        painter.setPen(camera.look.outline)
        painter.setBrush(camera.look.node)
        painter.drawRects(bodies)

    def note_painted(self) -> None:
        """A frame was painted: only now the hand may rest, however long that took."""
        self._shown = True
        if self._clock.isActive():
            self._clock.start()

    def _serves(self) -> bool:
        times = self._camera.zoom / self._seen.m11()
        return self._frame is not None and 1 / LARGEST < times < LARGEST

    def _take(self) -> None:
        viewport, ratio = self._camera.viewport(), self._camera.devicePixelRatioF()
        self._frame = QPixmap(viewport.size() * ratio)
        self._frame.setDevicePixelRatio(ratio)
        everything, alone = QRegion(), QWidget.RenderFlag.IgnoreMask  # without what lies over it
        viewport.render(self._frame, QPoint(), everything, alone)
        self._seen = self._camera.viewportTransform()

    def _rest(self) -> None:
        if self._fast:
            self._camera.viewport().update()
        self._fast, self._frame = False, None


def _beside(room: QRectF, place: QRectF) -> tuple[QRectF, ...]:
    """What of a room lies above, below, left and right of a place in it."""
    place = place & room
    return (
        QRectF(room.topLeft(), QPointF(room.right(), place.top())),
        QRectF(QPointF(room.left(), place.bottom()), room.bottomRight()),
        QRectF(QPointF(room.left(), place.top()), place.bottomLeft()),
        QRectF(place.topRight(), QPointF(room.right(), place.bottom())),
    )
