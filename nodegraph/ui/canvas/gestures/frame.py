"""Frames and notes under the mouse: drawn, moved with what lies in them, resized."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt

from nodegraph.document import Box, Drawing, Point, dots
from nodegraph.document import beside as beside_edits
from nodegraph.document import frames as edit
from nodegraph.document.nesting import content_of
from nodegraph.ui.canvas.geometry import snapped
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.ground.ground import Grip
from nodegraph.ui.naming import named

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class FrameGesture(Gesture):
    """Draws a new frame; what lies in it belongs to it. Then its title is asked for."""

    def __init__(self, canvas: Canvas, at: QPoint) -> None:
        super().__init__(canvas, at)
        canvas.frames.disarm()
        self._before = self.workspace.document.settled
        self._sizes = canvas.frames.sizes
        self._made: tuple[Drawing, str] | None = None

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        area = QRectF(self.started, self.canvas.mapToScene(at)).normalized()
        box = _on_grid(area.left(), area.top(), area.right(), area.bottom())
        self._made = edit.frame_at(self._before, box, _words("Frame"), self._sizes)
        self.workspace.document.preview(self._made[0])

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._made is not None:
            self.canvas.frames.name_new(*self._made)

    def cancel(self) -> None:
        self.workspace.document.cancel()


class BesideGesture(Gesture):
    """Selects a frame or a note; dragged, it takes along what lies in it and what is selected.

    Ctrl turns the grid off, Shift keeps to one axis, Alt keeps it out of other frames.
    """

    def __init__(
        self, canvas: Canvas, at: QPoint, grip: Grip, modifiers: Qt.KeyboardModifier
    ) -> None:
        super().__init__(canvas, at)
        workspace, one = self.workspace, grip.beside
        self._one = one
        self._selected_before = (workspace.selection, workspace.beside)
        self._before = workspace.document.settled
        self._sizes = canvas.frames.sizes
        self._after: Drawing | None = None
        self._was_chosen = not one - workspace.beside
        area = self.scene.ground.frame_of(grip)
        self._corner = area.topLeft()
        if modifiers & CONTROL:
            workspace.select(workspace.selection, workspace.beside ^ one)
        elif modifiers & SHIFT:
            workspace.select(workspace.selection, workspace.beside | one)
        elif not self._was_chosen:
            workspace.select((), one)

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        chosen, nodes = self.workspace.beside, self.workspace.selection
        if self._one - chosen:
            return  # Ctrl has just taken it out of the selection
        way = self.canvas.mapToScene(at) - self.started
        dx, dy = way.x(), way.y()
        if modifiers & SHIFT:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        if not modifiers & CONTROL:
            dx = snapped(self._corner.x() + dx) - self._corner.x() if dx else 0.0
            dy = snapped(self._corner.y() + dy) - self._corner.y() if dy else 0.0
        self._after = None
        if dx or dy:
            apart = bool(modifiers & ALT)
            after = beside_edits.moved(self._before, chosen, nodes, dx, dy, self._sizes, apart)
            held = self.canvas.dots.chosen
            self._after = dots.carry(self._before, after, Point(dx, dy), held)
        self.workspace.document.preview(self._after or self._before)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._after is not None:
            self.workspace.do(self._sentence(), self._after)
        elif not self.dragging and self._was_chosen and not modifiers & (SHIFT | CONTROL):
            self.workspace.select((), self._one)

    def _sentence(self) -> str:
        nodes, chosen = self.workspace.selection, self.workspace.beside
        words = _words("Moved {0}").format(named(self._before, nodes, chosen))
        within = content_of(self._before, chosen.frames).nodes | nodes
        stayed = len(within & self._before.pins)
        return _words("{0}, {1} pinned stayed").format(words, stayed) if stayed else words

    def cancel(self) -> None:
        self.workspace.document.cancel()
        self.workspace.select(*self._selected_before)


class ResizeGesture(Gesture):
    """Pulls at an edge or a corner; a frame takes in the nodes it comes to lie under."""

    def __init__(self, canvas: Canvas, at: QPoint, grip: Grip) -> None:
        super().__init__(canvas, at)
        self._grip = grip
        self._selected_before = (self.workspace.selection, self.workspace.beside)
        self._before = self.workspace.document.settled
        self._sizes = canvas.frames.sizes
        self._area = QRectF(self.scene.ground.frame_of(grip))
        self._after: Drawing | None = None
        self.workspace.select((), grip.beside)

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        way = self.canvas.mapToScene(at) - self.started
        sides, area = self._grip.sides, self._area
        left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
        if self._grip.kind == "frame":
            wide = high = edit.LEAST
        else:
            wide, high = beside_edits.LEAST_WIDE, beside_edits.LEAST_HIGH
        left = min(snapped(left + way.x()), right - wide) if "l" in sides else left
        right = max(snapped(right + way.x()), left + wide) if "r" in sides else right
        top = min(snapped(top + way.y()), bottom - high) if "t" in sides else top
        bottom = max(snapped(bottom + way.y()), top + high) if "b" in sides else bottom
        box = Box(left, top, right - left, bottom - top)
        self._after = None
        if QRectF(*box) != area:
            self._after = self._resized(box)
        self.workspace.document.preview(self._after or self._before)

    def _resized(self, box: Box) -> Drawing:
        if self._grip.kind == "frame":
            return edit.resize(self._before, self._grip.key, box, self._sizes)
        return beside_edits.resize_note(self._before, self._grip.key, box)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._after is not None:
            words = _words("Resized {0}").format(named(self._before, (), self._grip.beside))
            self.workspace.do(words, self._after)

    def cancel(self) -> None:
        self.workspace.document.cancel()
        self.workspace.select(*self._selected_before)


def _on_grid(left: float, top: float, right: float, bottom: float) -> Box:
    x, y = snapped(left), snapped(top)
    return Box(x, y, max(edit.LEAST, snapped(right) - x), max(edit.LEAST, snapped(bottom) - y))


def _words(text: str) -> str:
    return QCoreApplication.translate("Frames", text)
