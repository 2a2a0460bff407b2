"""What the wheel of the mouse does and what a wire let go brings: choices of the person.

Some mice report as touchpads and some touchpads as mice, so the automatic choice can be overruled.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

WHEELS = ("auto", "zoom", "pan")
OFFERS = ("search", "menu", "nothing")


class Mouse(NamedTuple):
    """One choice. `wheel`: what turning it does; `offer`: what a new wire let go brings."""

    wheel: str = "auto"
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

    def offered(self, other: bool) -> str:
        """What a wire let go brings: as chosen, or with Shift the `other` of search and menu."""
        if not other:
            return self.offer
        return "menu" if self.offer == "search" else "search"
