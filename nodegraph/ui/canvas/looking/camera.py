"""The view as a camera over the canvas: zoom at the pointer, pan, fit, and the dots behind.

The scene's rectangle stays tight, which keeps hit tests fast; only the view has a huge one, so
that it pans freely.
"""

from __future__ import annotations

from math import inf, isfinite

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGesture,
    QGestureEvent,
    QGraphicsView,
    QPinchGesture,
    QWidget,
)

from nodegraph.document import View
from nodegraph.ui.canvas.layers import Tier
from nodegraph.ui.canvas.look import BODY, Look
from nodegraph.ui.canvas.looking.backdrop import Backdrop
from nodegraph.ui.canvas.looking.framing import framed
from nodegraph.ui.canvas.looking.glide import Glide
from nodegraph.ui.canvas.looking.last_frame import LastFrame
from nodegraph.ui.canvas.looking.minimap import Minimap
from nodegraph.ui.canvas.looking.visited import Visited
from nodegraph.ui.canvas.scene import GraphScene
from nodegraph.ui.mouse import Mouse
from nodegraph.ui.strokes import SIDEWAYS, ZOOM
from nodegraph.ui.ways import Ways

CLOSEST, FARTHEST = 4.0, 0.05
NOTCH = 1.0015  # zoom for each unit of a wheel's delta: 1.2 a notch of 120
FARTHEST_TURN = 3_000  # of a wheel's delta: from the one end to the other
ROOM = 200_000.0  # px to each side that one may pan
READABLE, VISIBLE = 8.0, 4.0  # px of a node's text on screen, for the near and the middle tier
PARTS = 8  # exposed rectangles that are looked at one by one
WAYS = {"right": (1, 0), "left": (-1, 0), "up": (0, -1), "down": (0, 1)}
SLACK = 0.9  # a tier is left only when the size is this much past its limit


class Camera(QGraphicsView):
    """Looks at a scene."""

    moved = Signal()  # after every change of place or zoom
    pinched = Signal()  # two fingers on a touch screen begin to: the first one meant nothing else

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.look = look
        self.graph_scene = GraphScene(look, self)
        self.setScene(self.graph_scene)
        self.setSceneRect(-ROOM, -ROOM, 2 * ROOM, 2 * ROOM)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mouse, self.ways = Mouse(), Ways()
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._anchor: tuple[QPointF, QPointF] | None = None  # pointer, and scene point under it
        self._backdrop = Backdrop(look.theme)
        self._last_frame = LastFrame(self)
        self.moved.connect(self._show_area)
        self.graph_scene.sceneRectChanged.connect(self._reach)
        self.centerOn(0, 0)
        self._show_area()
        self.visited = Visited(self)
        self.minimap = Minimap(self)
        self.covers: list[QWidget] = [self.minimap]  # what stands over the view, and stays
        self.glide = Glide(self)

    @property
    def zoom(self) -> float:
        """Screen px for each px of the scene: 1 at 100 %."""
        return float(self.transform().m11())

    def set_look(self, look: Look) -> None:
        """Paints everything with this look from now on."""
        self.look = look
        self._backdrop = Backdrop(look.theme)
        self.graph_scene.show_look(look)
        self.minimap.repaint_all()
        self.viewport().update()

    # Zooming

    def zoom_in(self) -> None:
        """One notch nearer, at the middle."""
        self.zoom_by(120)

    def zoom_out(self) -> None:
        """One notch farther, at the middle."""
        self.zoom_by(-120)

    def zoom_by(self, delta: int) -> None:
        """Nearer by a wheel's delta, 120 a notch, at the middle."""
        self.zoom_at(self._middle(), _nearer(delta))

    def zoom_reset(self) -> None:
        """100 %, at the middle."""
        self.show_view(self.view._replace(zoom=1.0))

    def zoom_at(self, pointer: QPointF, factor: float) -> None:
        """Nearer or farther by a factor, keeping what is under the pointer there."""
        if not 0 < factor < inf:  # two fingers on one point are no factor
            return
        if self._anchor is None or self._anchor[0] != pointer:
            # Kept from step to step: scroll bars are whole px, and their rounding would add up.
            self._anchor = (pointer, self._to_scene(pointer))
        kept = self._anchor
        self._set_camera(self.zoom * factor, kept[1], pointer)
        self._anchor = kept
        self._last_frame.note_step()

    def _set_camera(self, scale: float, scene_point: QPointF, at: QPointF) -> None:
        if not all(map(isfinite, (scale, *scene_point.toTuple(), *at.toTuple()))):
            return  # nowhere, be it told by a device or by what was kept
        scale = max(FARTHEST, min(CLOSEST, scale))
        self.graph_scene.show_tier(self._tier(scale))
        self.setTransform(QTransform.fromScale(scale, scale))
        self.graph_scene.ground.show_zoom(scale, self.graph_scene.tier)
        now = self.viewportTransform().map(scene_point)
        self.scroll_by(round(now.x() - at.x()), round(now.y() - at.y()))
        self.moved.emit()

    def _tier(self, scale: float) -> Tier:
        size, now = BODY * scale, self.graph_scene.tier
        readable = READABLE * (SLACK if now == "near" else 1.0)
        visible = VISIBLE * (SLACK if now != "far" else 1.0)
        return "near" if size >= readable else "middle" if size >= visible else "far"

    def _to_scene(self, pointer: QPointF) -> QPointF:
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(pointer)

    def _middle(self) -> QPointF:
        return QRectF(self.viewport().rect()).center()

    # Panning

    def scroll_by(self, dx: int, dy: int) -> None:
        """Moves the camera by whole px of the screen."""
        self._anchor = None
        for bar, by in ((self.horizontalScrollBar(), dx), (self.verticalScrollBar(), dy)):
            bar.setValue(max(bar.minimum(), min(bar.maximum(), bar.value() + by)))

    def pan(self, way: str) -> None:
        """A quarter of the view to the "right", "left", "up" or "down"."""
        (x, y), room = WAYS[way], self.viewport().size()
        self.scroll_by(x * room.width() // 4, y * room.height() // 4)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    # Framing

    @property
    def view(self) -> View:
        """What is shown now."""
        middle = self._to_scene(self._middle())
        return View(middle.x(), middle.y(), self.zoom)

    def show_view(self, view: View) -> None:
        """Shows that."""
        self._set_camera(view.zoom, QPointF(view.x, view.y), self._middle())

    def fit(self) -> None:
        """Shows the whole drawing, at most at 100 %."""
        self.frame(self.graph_scene.content())

    def home(self) -> None:
        """Shows the whole drawing; when it is shown already, the view before."""
        before = self.view
        self.visited.leave()
        self.fit()
        if before.is_near(self.view):
            self.visited.back()

    def frame(self, area: QRectF) -> None:
        """Shows this part of the scene, at most at 100 %, beside what stands over the view."""
        if area.isEmpty():
            self._set_camera(1.0, QPointF(0, 0), self._middle())
            return
        room = QRectF(self.viewport().rect())
        nodes_in = self.graph_scene.nodes_in
        scale, at = framed(area, room, self.covered, lambda part: bool(nodes_in(part)))
        self._set_camera(scale, area.center(), at)

    @property
    def covered(self) -> list[QRectF]:
        """Where something stands over the view, in px of it."""
        return [QRectF(widget.geometry()) for widget in self.covers if not widget.isHidden()]

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_area()
        self.minimap.stand()

    def wheelEvent(self, event: QWheelEvent) -> None:
        angle, pixels = event.angleDelta(), event.pixelDelta()
        stroke = self.ways.turned(event.modifiers())
        if stroke == SIDEWAYS:
            # Some systems turn the wheel's axis themselves while Shift is held.
            self.scroll_by(-(angle.y() or angle.x()), 0)
        elif stroke != ZOOM and self.mouse.wheel_pans(event):
            way = angle if pixels.isNull() else pixels
            self.scroll_by(-way.x(), -way.y())
        else:
            self.zoom_at(event.position(), _nearer(angle.y()))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_at(event.position(), 1 + event.value())
            return True
        if isinstance(event, QGestureEvent):
            self._pinch(event.gesture(Qt.GestureType.PinchGesture))
            return True
        return bool(super().viewportEvent(event))

    def _pinch(self, gesture: QGesture) -> None:
        """Two fingers on a touch screen: what is between them stays there."""
        assert isinstance(gesture, QPinchGesture)
        if gesture.state() == Qt.GestureState.GestureStarted:
            self.pinched.emit()
        elif gesture.state() == Qt.GestureState.GestureUpdated:
            middle = self.viewport().mapFromGlobal(gesture.centerPoint())
            way = (gesture.centerPoint() - gesture.lastCenterPoint()).toPoint()
            if not way.isNull():
                self.scroll_by(-way.x(), -way.y())
            self.zoom_at(middle, gesture.scaleFactor())

    # Behind the nodes

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._last_frame.paint():
            parts: list[QRect] = list(event.region())  # type: ignore[call-overload]  # it can be
            if len(parts) > PARTS:
                parts = [event.rect()]
            self.graph_scene.wires.parts = [self.mapToScene(p).boundingRect() for p in parts]
            super().paintEvent(event)
            self.graph_scene.wires.parts = ()
        self._last_frame.note_painted()
        self.graph_scene.note_painted()

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:
        exposed = rect if isinstance(rect, QRectF) else QRectF()
        self._backdrop.paint(painter, exposed, self.zoom, self.devicePixelRatioF())

    def _reach(self, content: QRectF) -> None:
        """Lets one pan as far as nodes lie, wherever a file put them."""
        if not self.sceneRect().contains(content):
            self.setSceneRect(self.sceneRect() | content.adjusted(-ROOM, -ROOM, ROOM, ROOM))

    def _show_area(self) -> None:
        self.graph_scene.show_area(self.visible_area())

    def visible_area(self) -> QRectF:
        """The part of the scene that is on screen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()


def _nearer(delta: int) -> float:
    """The factor of a wheel's delta; one turn goes no farther than from end to end."""
    return NOTCH ** max(-FARTHEST_TURN, min(FARTHEST_TURN, delta))
