"""The name of a number in a form: dragged to the side, it changes the number.

As on the canvas: Shift is fine, Ctrl is coarse, Esc and the right button put everything back, and
what is kept at the release is one step.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from nodegraph.document import Drawing
from nodegraph.document.undo import Step
from nodegraph.graph import NodeId
from nodegraph.setting import Setting, SettingError
from nodegraph.ui import steps
from nodegraph.ui.canvas.gestures.base import THRESHOLD
from nodegraph.ui.canvas.gestures.scrub import COARSE, FINE, STEP, can_scrub, held, scrubbed
from nodegraph.ui.style import called
from nodegraph.ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class ScrubLabel(QLabel):
    """A setting's name; what it changes is the setting of all nodes that the form stands for."""

    ended = Signal()

    def __init__(
        self, workspace: Workspace, ids: tuple[NodeId, ...], setting: Setting, parent: QWidget
    ) -> None:
        super().__init__(setting.name, parent)
        called(self, f"label_{setting.name}", setting.name)
        self._workspace, self._ids, self._setting = workspace, ids, setting
        self._before: Drawing | None = None  # None: not pressed
        self._start: Any = None
        self._pressed_x, self._at_x, self._way = 0, 0, 0.0
        self._step: Step | None = None
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
        values = {getattr(nodes[node].layer, self._setting.name) for node in self._ids}
        if len(values) == 1 and can_scrub(self._setting, value := values.pop()):
            self._before, self._start, self._step = drawing, value, None
            self._pressed_x = self._at_x = round(event.position().x())
            self._way = 0.0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        if self._before is None or (not self.active and abs(x - self._pressed_x) < THRESHOLD):
            return
        self.active = True
        fine = bool(event.modifiers() & SHIFT)
        factor = FINE if fine else COARSE if event.modifiers() & CONTROL else 1.0
        self._way = held(self._setting, self._start, self._way + (x - self._at_x) / STEP * factor)
        self._at_x = x
        value = scrubbed(self._setting, self._start, self._way, fine)
        try:
            step = steps.set_setting(self._before, self._ids, self._setting.name, value)
        except SettingError:
            return  # the layer itself takes no such value: the last one stays
        if self._step is None or step.label != self._step.label:
            self._step = step
            self._workspace.document.preview(step.drawing)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != LEFT or self._before is None:
            return
        step, dragged = self._step, self.active
        self._let_go()
        if step is not None:
            self._workspace.do(*step)
        if dragged:
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._before is not None:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _cancel(self) -> None:
        if self._before is None:
            return
        self._let_go()
        self._workspace.document.cancel()
        self.ended.emit()

    def _let_go(self) -> None:
        self._before, self._step, self.active = None, None, False
