"""Which rectangles lie near a place: a dictionary of square cells.

Painting and hit tests ask for what is visible, so their cost follows the view and not the
size of the network.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF

SIDE = 512.0  # px; about three nodes wide
WIDE = 256  # cells; what covers more is kept apart and always answered

K = TypeVar("K", bound=Hashable)
Span = tuple[int, int, int, int]


class Cells(Generic[K]):
    """Keys by the cells their rectangles cover."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], dict[K, None]] = {}
        self._spans: dict[K, Span] = {}
        self._wide: dict[K, None] = {}

    def put(self, key: K, box: QRectF) -> None:
        """Enters a key, or moves it."""
        span = _span(box)
        before = self._spans.get(key)
        if span == before:
            return
        if before is not None:
            self.remove(key)
        self._spans[key] = span
        if _count(span) > WIDE:
            self._wide[key] = None
            return
        for cell in _covered(span):
            self._cells.setdefault(cell, {})[key] = None

    def remove(self, key: K) -> None:
        """Takes a key out; nothing when it is not there."""
        span = self._spans.pop(key, None)
        if span is None:
            return
        if key in self._wide:
            del self._wide[key]
            return
        for cell in _covered(span):
            held = self._cells[cell]
            del held[key]
            if not held:
                del self._cells[cell]

    def near(self, box: QRectF) -> list[K]:
        """The keys whose cells touch the box, each once; some may lie just outside."""
        span = _span(box)
        if _count(span) >= len(self._cells):
            return list(self._spans)
        found: dict[K, None] = dict(self._wide)
        cells = self._cells
        for cell in _covered(span):
            if cell in cells:
                found.update(cells[cell])
        return list(found)


def _span(box: QRectF) -> Span:
    left, top = box.left() // SIDE, box.top() // SIDE
    return int(left), int(top), int(box.right() // SIDE), int(box.bottom() // SIDE)


def _count(span: Span) -> int:
    left, top, right, bottom = span
    return (right - left + 1) * (bottom - top + 1)


def _covered(span: Span) -> list[tuple[int, int]]:
    left, top, right, bottom = span
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
