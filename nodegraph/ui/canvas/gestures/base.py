"""What every gesture is: it shows its result before the end, and cancelling leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

THRESHOLD = 4  # px of the screen before a press becomes a drag


class Gesture:
    """One drag. Made at the press; then `move` any number of times, then `release` or `cancel`."""

    pans_at_edges = True  # the camera follows when the pointer nears an edge
    button = Qt.MouseButton.LeftButton

    def __init__(self, canvas: Canvas, at: QPoint) -> None:
        self.canvas = canvas
        self.scene = canvas.graph_scene
        self.workspace = canvas.workspace
        self.pressed = at
        self.started: QPointF = canvas.mapToScene(at)
        self.dragging = False

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer is there now; until it has gone 4 px, this is still a click."""
        if not self.dragging:
            way = at - self.pressed
            if max(abs(way.x()), abs(way.y())) < THRESHOLD:
                return
            self.dragging = True
        self.drag(at, modifiers)

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Shows what a release here would do."""

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Does it, as one step; or the click, when the pointer never went away."""

    def cancel(self) -> None:
        """Ends it as if it had never begun."""
