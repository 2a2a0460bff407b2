"""The press on a painted setting: a click types, a drag to the side scrubs, any other moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt

from nodegraph.setting import Setting
from nodegraph.ui import steps
from nodegraph.ui.canvas.gestures.move import CONTROL, SHIFT, MoveGesture
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.scrub import Scrub, can_scrub

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas


class ChipGesture(MoveGesture):
    """Selects as a press on a node does; several nodes that share the setting change together."""

    def __init__(
        self,
        canvas: Canvas,
        at: QPoint,
        item: NodeItem,
        setting: Setting,
        modifiers: Qt.KeyboardModifier,
    ) -> None:
        super().__init__(canvas, at, item.id, modifiers)
        self._setting = setting
        self._start: Any = getattr(item.node.layer, setting.name)
        self._directed = False  # the drag has a direction
        self._scrub: Scrub | None = None

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self._directed:
            self._directed = True
            way = at - self.pressed
            if abs(way.x()) > abs(way.y()) and can_scrub(self._setting, self._start):
                self._scrub = self._begin()
        if self._scrub is not None:
            self._scrub.move(at.x(), modifiers)
        else:
            super().drag(at, modifiers)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._scrub is not None and self._scrub.step is not None:
            self.workspace.do(*self._scrub.step)
        elif self.dragging or modifiers & (SHIFT | CONTROL):
            super().release(at, modifiers)
        else:
            self.canvas.fields.click_setting(self._node, self._setting.name)

    def _begin(self) -> Scrub:
        self.pans_at_edges = False
        # Shift and Ctrl are about the value now: what is selected is as after a plain press.
        chosen = self._selected_before if self._was_chosen else frozenset({self._node})
        self.workspace.select(chosen)
        sharing = steps.sharing(self._before, chosen, self._node, self._setting)
        x = self.pressed.x()
        return Scrub(self.workspace, self._before, sharing, self._setting, self._start, x)
