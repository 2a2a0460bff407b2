"""Says which way it lies when a node came, or undo changed something, outside the view.

The view follows what keys have added one by one; else nothing moves it unasked: the button does.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, pi

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from nodegraph.document import Drawing
from nodegraph.document.undo import touched
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.style import called
from nodegraph.ui.workspace import Workspace

ARROWS = "→↘↓↙←↖↑↗"  # clockwise, an eighth of a turn each
EDGE = 16  # px between the hint and the edge of the view
GONE = (150.0, 64.0)  # px at 100 %: about what a node that is no longer there took


class Beyond(QFrame):
    """The hint at the edge of a canvas; hidden while what was changed last can be seen."""

    def __init__(self, workspace: Workspace, canvas: Canvas) -> None:
        super().__init__(canvas.viewport())
        called(self, "beyond", self.tr("The change is outside the view"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._canvas = canvas
        self.area = QRectF()  # of the scene, around what was changed
        self._said = ""  # of it, with room for an arrow
        self.words = QLabel(self)
        called(self.words, "beyond_words", self.tr("The change is outside the view"))
        self.button = QPushButton(self.tr("Show"), self)
        called(self.button, "beyond_show", self.tr("Show the change"), "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.button)
        self.button.clicked.connect(self._show_it)
        self._workspace = workspace
        workspace.changed.connect(self._look_for_new)
        workspace.travelled.connect(self._look)
        workspace.opened.connect(self.hide)
        canvas.moved.connect(self._follow)
        canvas.glide.began.connect(self.hide)  # it comes into view
        self.hide()

    def _look_for_new(self, before: Drawing, after: Drawing) -> None:
        self.hide()
        if before.graph is not after.graph and not self._workspace.document.previews:
            new = after.graph.nodes.keys() - before.graph.nodes.keys()
            self._point_to(list(self._spots(before, new)), self.tr("{0}  Added outside the view"))

    def _look(self, before: Drawing, after: Drawing) -> None:
        self.hide()
        spots = list(self._spots(before, touched(before, after)))
        self._point_to(spots, self.tr("{0}  Changed outside the view"))

    def _point_to(self, spots: list[QRectF], words: str) -> None:
        view = self._canvas.visible_area()
        if not spots or any(view.intersects(spot) for spot in spots):
            return
        self._said = words
        self.area = QRectF()
        for spot in spots:
            self.area = self.area.united(spot)
        self._stand()
        self.show()
        self.raise_()

    def _spots(self, before: Drawing, ids: Iterable[NodeId]) -> Iterable[QRectF]:
        for node_id in ids:
            if item := self._canvas.graph_scene.nodes.get(node_id):
                yield item.bounds
            elif place := before.places.get(node_id):
                yield QRectF(*place, *GONE)

    def _follow(self) -> None:
        if self.isHidden():
            return
        if self._canvas.visible_area().intersects(self.area):
            self.hide()
        else:
            self._stand()

    def _stand(self) -> None:
        """Stands at the edge of the view on the straight way to what was changed."""
        room = QRectF(self._canvas.viewport().rect())
        there = QPointF(self._canvas.mapFromScene(self.area.center()))
        way = there - room.center()
        eighth = round(atan2(way.y(), way.x()) / (pi / 4)) % len(ARROWS)
        self.words.setText(self._said.format(ARROWS[eighth]))
        self.adjustSize()
        free = QPointF(room.width() - self.width(), room.height() - self.height()) / 2
        reach = min(
            (free.x() - EDGE) / abs(way.x()) if way.x() else 1.0,
            (free.y() - EDGE) / abs(way.y()) if way.y() else 1.0,
        )
        corner = room.center() + way * min(1.0, max(0.0, reach))
        self.move(corner.toPoint() - QPoint(self.width() // 2, self.height() // 2))

    def _show_it(self) -> None:
        view = self._canvas.visible_area()
        if self.area.width() < view.width() and self.area.height() < view.height():
            self._canvas.centerOn(self.area.center())
        else:
            self._canvas.frame(self.area)
        self.hide()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
