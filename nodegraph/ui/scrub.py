"""A number dragged to the side: on a node and in a form alike, Shift is fine and Ctrl coarse.

The drawing follows the pointer, so shapes and problems are seen before the release; what is kept
then is one step, from the value at the press to the last one.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, inf, log10
from typing import Any

from PySide6.QtCore import Qt

from nodegraph.document import Drawing
from nodegraph.document.undo import Step
from nodegraph.graph import NodeId
from nodegraph.setting import Setting, SettingError
from nodegraph.ui import steps
from nodegraph.ui.workspace import Workspace

STEP = 4  # px of the screen for one step of the value
FINE, COARSE = 0.1, 10.0  # of a step, with Shift and with Ctrl
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def can_scrub(setting: Setting, value: Any) -> bool:
    """Whether a value is one number, which a drag can change."""
    return setting.kind in ("int", "float", "size") and type(value) in (int, float)


class Scrub:
    """One drag, from a drawing in which these nodes have the start as their setting's value."""

    def __init__(
        self,
        workspace: Workspace,
        before: Drawing,
        nodes: Iterable[NodeId],
        setting: Setting,
        start: float,
        x: int,
    ) -> None:
        self._workspace, self._before, self._nodes = workspace, before, tuple(nodes)
        self._setting, self._start = setting, start
        self._x, self._way = x, 0.0  # px of the screen; steps of the value
        self.step: Step | None = None  # that a release would keep; None: nothing has changed yet

    def move(self, x: int, modifiers: Qt.KeyboardModifier) -> None:
        """Shows the value for a pointer there, in pixels of the screen."""
        fine = bool(modifiers & SHIFT)
        factor = FINE if fine else COARSE if modifiers & CONTROL else 1.0
        # Summed up as it goes, so that pressing Shift on the way makes no leap.
        way = self._way + (x - self._x) / STEP * factor
        self._x, self._way = x, held(self._setting, self._start, way)
        value = scrubbed(self._setting, self._start, self._way, fine)
        try:
            step = steps.set_setting(self._before, self._nodes, self._setting.name, value)
        except SettingError:
            return  # the layer itself takes no such value: the last one stays
        if self.step is None or step.label != self.step.label:
            self.step = step
            self._workspace.document.preview(step.drawing)


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
