"""Where the camera has rested: one goes back there, and forward again, zoom included.

A view counts once the camera stayed in it for a while; what it flew over on its way does not.
Looking around changes nothing in the drawing, so none of this is undone or saved.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nodegraph.document import View

if TYPE_CHECKING:
    from nodegraph.ui.canvas.looking.camera import Camera

REST = 0.5  # s
MOST = 100  # views


class Visited(QObject):
    """The views behind and ahead of the camera's."""

    def __init__(self, camera: Camera) -> None:
        super().__init__(camera)
        self._camera = camera
        self._behind: list[View] = []
        self._ahead: list[View] = []
        self._last = camera.view
        self._moved_at = monotonic()
        self._jumps = False
        camera.moved.connect(self._note)

    def forget(self) -> None:
        """Another drawing is shown: nowhere has one been in it."""
        self._behind, self._ahead = [], []
        self._last, self._moved_at = self._camera.view, monotonic()

    def back(self) -> bool:
        """Shows the view before this one; False when there is none."""
        return self._jump(self._behind, self._ahead)

    def forward(self) -> bool:
        """Shows the view that was left by going back; False when there is none."""
        return self._jump(self._ahead, self._behind)

    def leave(self) -> None:
        """Notes the view as one to come back to, however short the stay."""
        self._keep(self._camera.view)
        self._moved_at = monotonic()

    def _jump(self, source: list[View], target: list[View]) -> bool:
        here = self._camera.view
        while source and source[-1].is_near(here):
            source.pop()
        if not source:
            return False
        target.append(here)
        self._jumps = True
        self._camera.show_view(source.pop())
        self._jumps = False
        self._last = self._camera.view
        return True

    def _note(self) -> None:
        # Told after each step of a move: what it left behind is where the step before ended.
        if self._jumps:
            return
        now = monotonic()
        if now - self._moved_at > REST and not self._last.is_near(self._camera.view):
            self._keep(self._last)
        self._last, self._moved_at = self._camera.view, now

    def _keep(self, view: View) -> None:
        self._ahead = []
        if not self._behind or not self._behind[-1].is_near(view):
            self._behind = [*self._behind[-MOST + 1 :], view]
