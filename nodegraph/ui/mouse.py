"""What the wheel and the buttons of the mouse mean: a choice of the person, kept in the settings.

Some mice report as touchpads and some touchpads as mice, so the automatic choice can be overruled.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

WHEELS = ("auto", "zoom", "pan")
PANS = ("middle_right", "middle", "right")
OFFERS = ("search", "menu", "nothing")


class Mouse(NamedTuple):
    """One choice. `wheel`: what turning it does; `pan`: which button drags the camera.

    `offer`: what a new wire brings that is let go where nothing is.
    """

    wheel: str = "auto"
    pan: str = "middle_right"
    offer: str = "search"

    def wheel_pans(self, event: QWheelEvent) -> bool:
        """Whether it moves the camera; automatically, two fingers do and a notched wheel zooms."""
        if self.wheel != "auto":
            return self.wheel == "pan"
        return (
            not event.pixelDelta().isNull()
            or event.phase() != Qt.ScrollPhase.NoScrollPhase
            or event.device().type() == QInputDevice.DeviceType.TouchPad
        )

    def pans(self, button: Qt.MouseButton, over_nothing: bool) -> bool:
        """Whether a drag with this button moves the camera."""
        if button == Qt.MouseButton.MiddleButton:
            return self.pan != "right"
        return button == Qt.MouseButton.RightButton and over_nothing and self.pan != "middle"

    def offered(self, other: bool) -> str:
        """What a wire let go brings: as chosen, or with Shift the `other` of search and menu."""
        if not other:
            return self.offer
        return "menu" if self.offer == "search" else "search"
