"""The press on a painted setting: a click types, a drag to the side scrubs, any other moves.

While scrubbing the drawing follows the pointer, so shapes and problems are seen before the
release; what the document keeps is one step, from the value at the press to the last one.
"""

from __future__ import annotations

from math import floor, inf, log10
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt

from nodegraph.document.undo import Step
from nodegraph.setting import Setting, SettingError
from nodegraph.ui import steps
from nodegraph.ui.canvas.gestures.move import CONTROL, SHIFT, MoveGesture
from nodegraph.ui.canvas.nodes.item import NodeItem

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

STEP = 4  # px of the screen for one step of the value
FINE, COARSE = 0.1, 10.0  # of a step, with Shift and with Ctrl


def can_scrub(setting: Setting, value: Any) -> bool:
    """Whether a value is one number, which a drag can change."""
    return setting.kind in ("int", "float", "size") and type(value) in (int, float)


def scrubbed(setting: Setting, start: float, way: float, fine: bool) -> float:
    """The value that many steps from a start, within the setting's limits.

    A step is 1 for whole numbers and about a tenth of the start for others; a fine way has one
    digit more.
    """
    digits = _digits(setting, start)
    value = start + round(way, 1 if fine and setting.kind == "float" else 0) * 10.0**-digits
    low, high = _limits(setting)
    value = min(max(value, low), high)
    return round(value, digits + fine) if setting.kind == "float" else round(value)


def held(setting: Setting, start: float, way: float) -> float:
    """A way no longer than to a limit, so that turning around there is felt at once."""
    step = 10.0 ** -_digits(setting, start)
    low, high = _limits(setting)
    return min(max(way, (low - start) / step), (high - start) / step)


def _limits(setting: Setting) -> tuple[float, float]:
    low = -inf if setting.low is None else setting.low
    return low, inf if setting.high is None else setting.high


def _digits(setting: Setting, start: float) -> int:
    """After the point, that a step counts in."""
    if setting.kind != "float":
        return 0
    return 1 - floor(log10(abs(start) or abs(setting.default or 0) or 0.1))


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
        self._scrubs: bool | None = None  # None until the drag has a direction
        self._at_x, self._way = at.x(), 0.0
        self._step: Step | None = None

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._scrubs is None:
            way = at - self.pressed
            level = abs(way.x()) > abs(way.y())
            self._scrubs = level and can_scrub(self._setting, self._start)
            if self._scrubs:
                self._begin()
        if self._scrubs:
            self._scrub(at.x(), modifiers)
        else:
            super().drag(at, modifiers)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._step is not None:
            self.workspace.do(*self._step)
        elif self.dragging or modifiers & (SHIFT | CONTROL):
            super().release(at, modifiers)
        else:
            self.canvas.fields.click_setting(self._node, self._setting.name)

    def _begin(self) -> None:
        self.pans_at_edges = False
        # Shift and Ctrl are about the value now: what is selected is as after a plain press.
        chosen = self._selected_before if self._was_chosen else frozenset({self._node})
        self.workspace.select(chosen)
        self._sharing = steps.sharing(self._before, chosen, self._node, self._setting)

    def _scrub(self, x: int, modifiers: Qt.KeyboardModifier) -> None:
        fine = bool(modifiers & SHIFT)
        factor = FINE if fine else COARSE if modifiers & CONTROL else 1.0
        # Summed up as it goes, so that pressing Shift on the way makes no leap.
        way = self._way + (x - self._at_x) / STEP * factor
        self._way = held(self._setting, self._start, way)
        self._at_x = x
        value = scrubbed(self._setting, self._start, self._way, fine)
        try:
            step = steps.set_setting(self._before, self._sharing, self._setting.name, value)
        except SettingError:
            return  # the layer itself takes no such value: the last one stays
        if self._step is None or step.label != self._step.label:
            self._step = step
            self.workspace.document.preview(step.drawing)
