"""Seconds of training, without those in which nobody asked for the next event."""

from __future__ import annotations

import time
from collections.abc import Callable


class Clock:
    """Runs from `start` seconds on, except between `pause` and `go_on`."""

    def __init__(self, start: float = 0.0) -> None:
        self._before, self._since = start, time.perf_counter()

    def seconds(self) -> float:
        """How long it has run."""
        return self._before + time.perf_counter() - self._since

    def pause(self) -> None:
        """Stands still until `go_on`."""
        self._before = self.seconds()

    def go_on(self) -> None:
        """Runs again."""
        self._since = time.perf_counter()


def every(seconds: float) -> Callable[[], bool]:
    """A question that is answered yes once in that time: whether a report is due."""
    last = time.perf_counter()

    def due() -> bool:
        nonlocal last
        now = time.perf_counter()
        if now - last < seconds:
            return False
        last = now
        return True

    return due
