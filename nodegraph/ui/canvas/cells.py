"""Which rectangles lie near a place: a dictionary of square cells.

Painting and hit tests ask for what is visible, so their cost follows the view and not the
size of the network. Edges are kept as plain numbers: asking Qt's rectangles costs four times
as much.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF

SIDE = 512.0  # px; about three nodes wide
WIDE = 256  # cells; what covers more is kept apart and always looked at

K = TypeVar("K", bound=Hashable)
Span = tuple[int, int, int, int]
Edges = tuple[float, float, float, float]  # left, top, right, bottom


def edges_of(box: QRectF) -> Edges:
    """A rectangle as plain numbers."""
    edges: Edges = box.getCoords()  # type: ignore[assignment]  # the stubs say: anything
    return edges


class Cells(Generic[K]):
    """Keys by the cells their rectangles cover."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], dict[K, None]] = {}
        self._spans: dict[K, Span] = {}
        self._edges: dict[K, Edges] = {}
        self._wide: dict[K, None] = {}
        self._reach: Edges | None = None  # no key lies outside; it only grows

    def __len__(self) -> int:
        return len(self._edges)

    def __contains__(self, key: K) -> bool:
        return key in self._edges

    def put(self, key: K, box: QRectF) -> None:
        """Enters a key, or moves it."""
        edges = edges_of(box)
        span = _span(edges)
        if self._spans.get(key) != span:
            self.remove(key)
            self._spans[key] = span
            if _count(span) > WIDE:
                self._wide[key] = None
            else:
                for cell in _covered(span):
                    self._cells.setdefault(cell, {})[key] = None
        self._edges[key] = edges
        if self._reach is None or not _contains(self._reach, edges):
            self._reach = _around([edges, self._reach or edges])

    def remove(self, key: K) -> None:
        """Takes a key out; nothing when it is not there."""
        span = self._spans.pop(key, None)
        if span is None:
            return
        del self._edges[key]
        if key in self._wide:
            del self._wide[key]
            return
        for cell in _covered(span):
            held = self._cells[cell]
            del held[key]
            if not held:
                del self._cells[cell]

    def box(self, key: K) -> QRectF:
        """The rectangle of a key."""
        left, top, right, bottom = self._edges[key]
        return QRectF(left, top, right - left, bottom - top)

    def near(self, box: QRectF) -> list[K]:
        """The keys whose rectangles touch the box, each once."""
        left, top, right, bottom = asked = edges_of(box)
        if self._reach is None or _contains(asked, self._reach):
            return list(self._edges)
        edges, touching = self._edges, []
        for key in self._about(asked):
            x1, y1, x2, y2 = edges[key]
            if x1 <= right and x2 >= left and y1 <= bottom and y2 >= top:
                touching.append(key)
        return touching

    def edges_near(self, asked: Edges) -> list[Edges]:
        """The rectangles that touch that one."""
        left, top, right, bottom = asked
        edges, touching = self._edges, []
        for key in self._about(asked):
            found = edges[key]
            if found[0] <= right and found[2] >= left and found[1] <= bottom and found[3] >= top:
                touching.append(found)
        return touching

    def _about(self, asked: Edges) -> Iterable[K]:
        # Every key that may touch, each once.
        span = left, top, right, bottom = _span(asked)
        cells = self._cells
        if _count(span) >= len(cells):
            return self._edges
        if left == right and top == bottom and not self._wide:
            return cells.get((left, top), ())
        found = dict(self._wide)
        for cell in _covered(span):
            if cell in cells:
                found.update(cells[cell])
        return found

    def near_any(self, boxes: Iterable[QRectF], room: float) -> set[K]:
        """The keys whose rectangles are no farther than that from one of many boxes.

        Boxes in the same cells are looked at together.
        """
        asked: dict[Span, list[Edges]] = {}
        for box in boxes:
            left, top, right, bottom = edges_of(box)
            edges = (left - room, top - room, right + room, bottom + room)
            asked.setdefault(_span(edges), []).append(edges)
        cells, edges_of_key, found = self._cells, self._edges, set[K]()
        for span, within in asked.items():
            for cell in (self._wide, *(cells.get(cell) or {} for cell in _covered(span))):
                for key in cell:
                    if key not in found and _touches(edges_of_key[key], within):
                        found.add(key)
        return found

    def reach(self) -> QRectF:
        """A rectangle around everything entered, and what was there before: known at once."""
        left, top, right, bottom = self._reach or (0.0, 0.0, 0.0, 0.0)
        return QRectF(left, top, right - left, bottom - top)

    def around_all(self) -> QRectF:
        """The smallest rectangle around everything entered."""
        if not self._edges:
            return QRectF()
        self._reach = left, top, right, bottom = _around(self._edges.values())
        return QRectF(left, top, right - left, bottom - top)


def _around(edges: Iterable[Edges]) -> Edges:
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _contains(outer: Edges, inner: Edges) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and outer[2] >= inner[2]
        and outer[3] >= inner[3]
    )


def _touches(edges: Edges, others: list[Edges]) -> bool:
    left, top, right, bottom = edges
    for x1, y1, x2, y2 in others:  # `any` would take twice as long
        if x1 <= right and x2 >= left and y1 <= bottom and y2 >= top:
            return True
    return False


def _span(edges: Edges) -> Span:
    left, top, right, bottom = edges
    return int(left // SIDE), int(top // SIDE), int(right // SIDE), int(bottom // SIDE)


def _count(span: Span) -> int:
    left, top, right, bottom = span
    return (right - left + 1) * (bottom - top + 1)


def _covered(span: Span) -> list[tuple[int, int]]:
    left, top, right, bottom = span
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
