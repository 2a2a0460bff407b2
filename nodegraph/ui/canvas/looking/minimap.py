"""The whole drawing in a corner of the canvas, with a rectangle around what is in view.

It is painted once for each change of the drawing, five times a second at most; the camera's
moves only move the rectangle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from nodegraph.ui.canvas.geometry import LOW
from nodegraph.ui.canvas.look import Look, brush, hairline

if TYPE_CHECKING:
    from nodegraph.ui.canvas.looking.camera import Camera

SIZE = QSize(166, 110)  # px
INSET = 7.0  # px between its edge and the drawing
APART = 14  # px between it and the corner of the canvas
LEAST = 3  # times its size that the canvas must have, each way
OFTEN = 200  # ms at least between two paintings of the drawing
CORNER = 7.0  # px
SHADE = 0.6  # over what is not in view
SMALLEST = 1.5  # px; lower nodes have an outline
LARGEST = 1 / 8  # of the size at 100 %: a single node does not fill the map
ROUND = 2.0  # px of a frame's corners


class Seen(NamedTuple):
    """Where nodes lie in the scene, as they are told apart from afar; by group."""

    on: dict[str, list[QRectF]]
    bypassed: dict[str, list[QRectF]]
    disabled: list[QRectF]


class Minimap(QWidget):
    """Drag the rectangle, click to go there, turn the wheel to zoom."""

    menu_wanted = Signal(object)  # at a point of the viewport

    def __init__(self, camera: Camera) -> None:
        super().__init__(camera.viewport())
        self.setObjectName("minimap")
        self.setAccessibleName(self.tr("Minimap"))
        self.setToolTip(self.tr("Drag or click to move the view, turn the wheel to zoom"))
        self.setFixedSize(SIZE)
        # What lies under it is not painted with each move of the camera.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._camera = camera
        self._scene = camera.graph_scene
        self._wanted = True
        self._map: QPixmap | None = None
        self._content = QRectF()  # of the scene, that the map shows
        self._shade = brush(camera.look.theme.panel, SHADE)
        self._grip: QPointF | None = None  # from the middle of the rectangle to the pointer
        self._again = QTimer(self)  # runs only after a change
        self._again.setSingleShot(True)
        self._again.setInterval(OFTEN)
        self._again.timeout.connect(self._redraw)
        self._scene.drawn.connect(self._note_change)
        camera.moved.connect(self._follow)
        self.lower()  # cards and popups may cover it
        self.stand()

    @property
    def wanted(self) -> bool:
        """Whether it is shown where there is room and something to show."""
        return self._wanted

    def want(self, wanted: bool) -> None:
        """Shows it, or not."""
        self._wanted = wanted
        self.stand()

    def stand(self) -> None:
        """Takes its place in the lower right corner, where there is room for it."""
        room = self._camera.viewport().size()
        large = room.width() > LEAST * SIZE.width() and room.height() > LEAST * SIZE.height()
        self._keep_place()
        self.setVisible(self._wanted and large and bool(self._scene.nodes))

    def _keep_place(self) -> None:
        room = self._camera.viewport().size()
        self.move(room.width() - APART - SIZE.width(), room.height() - APART - SIZE.height())

    def _follow(self) -> None:
        self._keep_place()  # a viewport that scrolls takes its children along
        self.update()

    def repaint_all(self) -> None:
        """Paints the drawing anew: its colours are others now."""
        self._map = None
        self._shade = brush(self._camera.look.theme.panel, SHADE)
        self.update()

    def _note_change(self) -> None:
        if self._wanted and self.isHidden() == bool(self._scene.nodes):
            self.stand()
        if self.isVisible() and not self._again.isActive():
            self._again.start()

    def _redraw(self) -> None:
        self._map = None
        self.update()

    # From the scene to the map and back

    def _scale(self) -> tuple[float, QPointF]:
        # Px of the map for one of the scene, and the scene's point in the map's middle.
        area = self._content
        width, height = max(area.width(), 1.0), max(area.height(), 1.0)
        room_x, room_y = SIZE.width() - 2 * INSET, SIZE.height() - 2 * INSET
        return min(room_x / width, room_y / height, LARGEST), area.center()

    def to_map(self, area: QRectF) -> QRectF:
        """Where a part of the scene lies on the map."""
        scale, middle = self._scale()
        corner = (area.topLeft() - middle) * scale + QRectF(self.rect()).center()
        return QRectF(corner, area.size() * scale)

    def to_scene(self, at: QPointF) -> QPointF:
        """The point of the scene at a point of the map."""
        scale, middle = self._scale()
        return (at - QRectF(self.rect()).center()) / scale + middle

    def view_rect(self) -> QRectF:
        """The rectangle around what is in view, kept on the map."""
        edge = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        shown = self.to_map(self._camera.visible_area())
        kept = shown.intersected(edge)
        if kept.width() >= 4 and kept.height() >= 4:
            return kept
        # Far off or very near: a little rectangle at the nearest place.
        middle = shown.center()
        x = min(max(middle.x(), edge.left() + 3), edge.right() - 3)
        y = min(max(middle.y(), edge.top() + 3), edge.bottom() - 3)
        return QRectF(x - 3, y - 3, 6, 6)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._camera.look
        painter = QPainter(self)
        if self._map is None:
            self._content = self._scene.content()
            self._map = self._painted(look)
        painter.drawPixmap(0, 0, self._map)
        shown = self.view_rect()
        inner = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET).toRect()
        for part in QRegion(inner) - QRegion(shown.toRect()):  # type: ignore[attr-defined]
            painter.fillRect(part, self._shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.marquee_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shown, 3, 3)
        painter.end()

    def _painted(self, look: Look) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(SIZE * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(look.canvas.color())
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(look.theme.line))
        painter.setBrush(QColor(look.theme.panel))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, CORNER, CORNER)
        self._paint_frames(painter)
        self._paint_nodes(painter, look)
        painter.end()
        return made

    def _paint_frames(self, painter: QPainter) -> None:
        """Those that are seen, each over the ones it lies in."""
        frames = self._scene.ground.frames.values()
        for item in sorted(frames, key=lambda item: item.zValue()):
            if item.isVisible():
                painter.setPen(item.edge)
                painter.setBrush(item.fill)
                painter.drawRoundedRect(self.to_map(item.area), ROUND, ROUND)

    def _paint_nodes(self, painter: QPainter, look: Look) -> None:
        scale, middle = self._scale()
        seen, small = self._nodes(), LOW * scale < SMALLEST
        painter.translate(QRectF(self.rect()).center())
        painter.scale(scale, scale)
        painter.translate(-middle)
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, fill in ((seen.on, look.group_brush), (seen.bypassed, look.asleep_brush)):
            for group, bodies in kind.items():
                painter.setBrush(fill(group))
                if small:  # an outline keeps it in sight
                    painter.setPen(hairline(fill(group).color()))
                painter.drawRects(bodies)
        painter.setPen(look.hovered)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(seen.disabled)

    def _nodes(self) -> Seen:
        seen = Seen({}, {}, [])
        for item in self._scene.nodes.values():
            if item.pill is not None:  # hidden in a folded frame
                continue
            node = item.node
            if node.mode == "disabled":
                seen.disabled.append(item.body)
            else:
                kind = seen.on if node.mode == "on" else seen.bypassed
                kind.setdefault(node.layer.group, []).append(item.body)
        return seen

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            shown, at = self.view_rect(), event.position()
            self._camera.visited.leave()
            self._grip = at - shown.center() if shown.contains(at) else QPointF()
            if not shown.contains(at):
                self._camera.centerOn(self.to_scene(at))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._camera.centerOn(self.to_scene(event.position() - self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.mapToParent(event.pos()))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._camera.zoom_by(event.angleDelta().y())
        event.accept()
