"""How often the views draw: at most 30 times a second, and for some 1 % of the time.

What a draw costs differs a hundredfold between machines and sizes of window, and training must
not pay for being watched. So the cost of each draw is measured, and the next one waits until
the share is kept.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

SHARE = 0.008  # of the time; the rest is what Qt does around a draw and can't be measured here
SHORTEST = 1 / 30  # seconds between two draws
LONGEST = 1.0  # seconds: however slow the machine, something moves


class Pace:
    """Measures what the views spend and says how long they must wait.

    Time is this thread's own processor time: while the window waits for Python's lock,
    training goes on, and that costs it nothing.
    """

    def __init__(self) -> None:
        self.draws = 0
        self.share = 0.0  # of the time, lately; of 1
        self._spent = 0.0  # seconds since the last draw began
        self._began = 0.0  # when the last draw began
        self._counted = 0.0  # seconds spent since `_since`, before the last draw
        self._since = time.monotonic()

    @contextmanager
    def spend(self) -> Iterator[None]:
        """Counts what happens inside as spent on the views."""
        start = time.thread_time()
        try:
            yield
        finally:
            self._spent += time.thread_time() - start

    def restart(self) -> None:
        """Begins to count anew: how long nothing was drawn before is no part of the share."""
        self._since, self._counted, self._spent = time.monotonic(), 0.0, 0.0

    def wait(self) -> float:
        """Seconds until the views may draw again; 0 when they may now."""
        pause = min(max(self._spent / SHARE, SHORTEST), LONGEST)
        return max(0.0, self._began + pause - time.monotonic())

    def begin(self) -> None:
        """Says that a draw begins now."""
        now = time.monotonic()
        self._counted += self._spent
        if now - self._since >= 1.0:
            self.share = self._counted / (now - self._since)
            self._counted, self._since = 0.0, now
        self._began, self._spent = now, 0.0
        self.draws += 1
