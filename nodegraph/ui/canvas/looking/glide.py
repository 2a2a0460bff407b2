"""The view follows what the keys have just added or gone to: the shortest way, if any.

It glides there in a moment where motion is not reduced. What the hand does next finds it there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Signal

from nodegraph.ui.canvas.looking.framing import way_into
from nodegraph.ui.canvas.moment import Curve, moment

if TYPE_CHECKING:
    from nodegraph.ui.canvas.looking.camera import Camera

LASTS = 120  # ms
DONE = (  # by a hand that goes on
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.NativeGesture,
)


class Glide(QObject):
    """Pans a camera until a part of the scene is in view."""

    began = Signal()

    def __init__(self, camera: Camera) -> None:
        super().__init__(camera)
        self._camera = camera
        self.at_once: Callable[[], bool] = lambda: True
        self._way = self._gone = QPoint()
        self._clock = moment(self, LASTS, Curve.OutCubic, self._show, self.finish)

    @property
    def goes_on(self) -> bool:
        """Whether it is on its way."""
        return not self._way.isNull()

    def reveal(self, area: QRectF) -> None:
        """Brings this part of the scene into view; nothing moves where it is."""
        self.finish()
        camera = self._camera
        box = QRectF(camera.mapFromScene(area).boundingRect())
        room = QRectF(camera.viewport().rect())
        way = way_into(box, room, camera.covered).toPoint()
        if way.isNull():
            return
        self._way, self._gone = way, QPoint()
        self.began.emit()
        far = abs(way.x()) > room.width() or abs(way.y()) > room.height()
        if far or self.at_once() or not camera.isVisible():
            self.finish()
            return
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self._clock.start()

    def finish(self) -> None:
        """It is there."""
        self._clock.stop()
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
        self._go(self._way - self._gone)
        self._way = self._gone = QPoint()

    def _show(self, part: float) -> None:
        self._go((self._way * part) - self._gone)

    def _go(self, way: QPoint) -> None:
        if not way.isNull():
            self._gone += way
            self._camera.scroll_by(way.x(), way.y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in DONE:
            self.finish()
        return False
