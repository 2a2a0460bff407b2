"""What every gesture is: it shows its result before the end, and cancelling leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

THRESHOLD = 4  # px of the screen before a press becomes a drag


class Gesture:
    """One drag. Made at the press; then `move` any number of times, then `release` or `cancel`.

    One that a command began follows the pointer with no button held, until a click or Enter.
    """

    pans_at_edges = True  # the camera follows when the pointer nears an edge
    button = Qt.MouseButton.LeftButton
    taps = False  # Space, tapped, drops a dot; held, it pans
    held = True  # by that button; else a click or Enter is its release
    threshold = THRESHOLD  # a finger's is wider
    goes_on = False  # whether it stays when the drawing becomes another one

    def __init__(self, canvas: Canvas, at: QPoint) -> None:
        self.canvas = canvas
        self.scene = canvas.graph_scene
        self.workspace = canvas.workspace
        self.pressed = at
        self.started: QPointF = canvas.mapToScene(at)
        self.dragging = False

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer is there now; until it has gone some px, this is still a click."""
        if not self.dragging:
            way = at - self.pressed
            if max(abs(way.x()), abs(way.y())) < self.threshold:
                return
            self.dragging = True
        self.drag(at, modifiers)

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Shows what a release here would do."""

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is no command meanwhile: none may change what it started from."""
        return True

    def key(self, event: QKeyEvent) -> bool:
        """A key struck meanwhile; True where it means something, and the pointer goes on."""
        return False

    def tap(self, at: QPoint) -> None:
        """Space was tapped with the pointer there."""

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Does it, as one step; or the click, when the pointer never went away."""

    def cancel(self) -> None:
        """Ends it as if it had never begun; what was selected before is selected again."""
