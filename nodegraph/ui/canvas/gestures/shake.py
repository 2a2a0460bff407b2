"""Whether a pointer is shaken: turned around three times in a moment, along one axis."""

from __future__ import annotations

from PySide6.QtCore import QPoint

SWING = 24  # px of the screen; a hand that trembles, or aims, swings less
TURNS = 3
WITHIN = 0.6  # s


class _Axis:
    def __init__(self, start: int) -> None:
        self._farthest = start
        self._sign = 0  # 0 until the pointer has a direction
        self._turns: list[float] = []  # when

    def turned(self, at: int, now: float) -> bool:
        way = at - self._farthest
        if self._sign * way > 0 or (self._sign == 0 and abs(way) >= SWING):
            self._sign, self._farthest = (1 if way > 0 else -1), at
        elif self._sign and abs(way) >= SWING:
            self._sign, self._farthest = -self._sign, at
            self._turns = [then for then in self._turns if now - then <= WITHIN] + [now]
        return len(self._turns) >= TURNS


class Shake:
    """Follows a pointer from where it was pressed."""

    def __init__(self, at: QPoint) -> None:
        self._axes = _Axis(at.x()), _Axis(at.y())

    def felt(self, at: QPoint, now: float) -> bool:
        """Whether it has been shaken, with the pointer there at that many seconds."""
        x, y = self._axes
        return x.turned(at.x(), now) | y.turned(at.y(), now)
