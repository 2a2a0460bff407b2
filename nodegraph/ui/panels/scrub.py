"""The name of a number in a form: dragged to the side, it changes the number.

Esc and the right button put everything back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from nodegraph.graph import NodeId
from nodegraph.setting import Setting
from nodegraph.ui.canvas.gestures.base import THRESHOLD
from nodegraph.ui.scrub import Scrub, can_scrub
from nodegraph.ui.style import called
from nodegraph.ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


class ScrubLabel(QLabel):
    """A setting's name; what it changes is the setting of all nodes that the form stands for."""

    ended = Signal()

    def __init__(
        self, workspace: Workspace, ids: tuple[NodeId, ...], setting: Setting, parent: QWidget
    ) -> None:
        super().__init__(setting.name, parent)
        called(self, f"label_{setting.name}", setting.name)
        self._workspace, self.ids, self._setting = workspace, ids, setting
        self._scrub: Scrub | None = None  # None: not pressed
        self._pressed_x = 0
        self.active = False  # it is being dragged
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for Esc; Tab passes it over
        if setting.kind in ("int", "float", "size"):
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != LEFT:
            self._cancel()
            return
        drawing = self._workspace.document.settled
        nodes = drawing.graph.nodes
        values = {getattr(nodes[node].layer, self._setting.name) for node in self.ids}
        if len(values) == 1 and can_scrub(self._setting, value := values.pop()):
            self._pressed_x = x = round(event.position().x())
            self._scrub = Scrub(self._workspace, drawing, self.ids, self._setting, value, x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        if self._scrub is None or (not self.active and abs(x - self._pressed_x) < THRESHOLD):
            return
        self.active = True
        self._scrub.move(x, event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != LEFT or self._scrub is None:
            return
        step, dragged = self._scrub.step, self.active
        self._let_go()
        if step is not None:
            self._workspace.do(*step)
        if dragged:
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._scrub is not None:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _cancel(self) -> None:
        if self._scrub is None:
            return
        self._let_go()
        self._workspace.document.cancel()
        self.ended.emit()

    def _let_go(self) -> None:
        self._scrub, self.active = None, False
