"""Many nodes under a drag, as one picture: grabbed once and moved until the release.

Moving hundreds of items takes longer than a frame may; a picture takes the same for any number.
Where nodes and wires really come to lie is worked out once, at the release.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem

from nodegraph.document import Drawing
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.looking.camera import Camera

MANY = 60  # nodes; up to here each moves itself
BEYOND = 0.5  # of the view, to each side, that is grabbed with it


class Load(NamedTuple):
    """What is carried, and how far it has come."""

    ids: frozenset[NodeId]
    way: QPointF


class Carrying(QObject):
    """Shows drawings in a scene, the drawings of a drag in the cheapest way."""

    def __init__(self, camera: Camera) -> None:
        super().__init__(camera)
        self._camera = camera
        self._scene = camera.graph_scene
        self._picture: QGraphicsPixmapItem | None = None
        self._load = Load(frozenset(), QPointF())
        self._area = QRectF()  # of the scene, that the picture was taken of
        self._zoom = 0.0
        camera.moved.connect(self._look_again)

    def show(self, drawing: Drawing, settled: bool) -> None:
        """Shows this drawing; while not settled, a gesture is still changing it."""
        load = None if settled else self._loaded(drawing)
        if load is None or load.ids != self._load.ids:
            self._put_down()
        if load is not None:
            self._carry(load)
            self._scene.show_ground(drawing)
        elif settled:
            self._scene.show_drawing(drawing)
        else:
            self._scene.show_moving(drawing)

    def _loaded(self, drawing: Drawing) -> Load | None:
        # More than a few, all of them the same way, and only the dots among them along.
        shown = self._scene.shown
        if shown is None or shown.graph is not drawing.graph:
            return None
        moved = self._scene.moved_in(drawing)
        if len(moved) <= MANY:
            return None
        before, after = shown.places, drawing.places
        ways = {
            (round(after[node].x - before[node].x, 3), round(after[node].y - before[node].y, 3))
            for node in moved
        }
        ids = frozenset(moved)
        alone = shown.dots is drawing.dots or _led(shown, drawing) == self._scene.dots_among(ids)
        return Load(ids, QPointF(*ways.pop())) if len(ways) == 1 and alone else None

    def _carry(self, load: Load) -> None:
        if self._picture is None:
            self._pick_up(load.ids)
        self._load = load
        self._look_again()
        self._scene.lead(load.way)

    def _pick_up(self, ids: frozenset[NodeId]) -> None:
        self._picture = QGraphicsPixmapItem()
        self._picture.setZValue(10)
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._picture.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._scene.addItem(self._picture)
        self._area = QRectF()
        self._scene.carry(ids)

    def _put_down(self) -> None:
        if self._picture is not None:
            self._scene.removeItem(self._picture)
            self._picture = None
            self._load = Load(frozenset(), QPointF())
            self._scene.carry(frozenset())

    def _look_again(self) -> None:
        # A new picture where the old one shows too little, or was taken at another zoom.
        if self._picture is None:
            return
        camera, way = self._camera, self._load.way
        seen = camera.visible_area().translated(-way)
        known = seen.intersected(self._scene.sceneRect())
        if camera.zoom != self._zoom or not self._area.contains(known):
            wide, high = seen.width() * BEYOND, seen.height() * BEYOND
            room = seen.adjusted(-wide, -high, wide, high)
            self._zoom, self._area = camera.zoom, room.intersected(self._scene.sceneRect())
            self._picture.setPixmap(self._grabbed())
            self._picture.setScale(1 / self._zoom)
        self._picture.setPos(self._area.topLeft() + way)

    def _grabbed(self) -> QPixmap:
        ratio = self._camera.devicePixelRatioF()
        size = (self._area.size() * self._zoom * ratio).toSize()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        if pixmap.isNull():
            return pixmap  # nothing of it is in view
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.setRenderHints(self._camera.renderHints())
        painter.scale(self._zoom, self._zoom)
        painter.translate(-self._area.topLeft())
        self._scene.wires.paint_carried(painter, self._area)
        self._scene.layer.paint_carried(painter, self._area)
        painter.end()
        return pixmap


def _led(before: Drawing, after: Drawing) -> frozenset[str]:
    """The dots that lie elsewhere in another drawing."""
    here = before.dots
    return frozenset(key for key, dot in after.dots.items() if here.get(key) != dot)
