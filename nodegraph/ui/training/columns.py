"""Blocks side by side, one under another where the room ends: none is cut, and none changes order.

As few columns as give the least height.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from nodegraph.ui.layout import ItemLayout


class _Column(NamedTuple):
    items: Sequence[QLayoutItem]
    width: int
    height: int


class Columns(ItemLayout):
    """Lays its widgets in columns of their own widths."""

    def __init__(self, parent: QWidget, across: int, down: int) -> None:
        super().__init__(parent)
        self._across, self._down = across, down  # px between columns, and between two in one
        self._known: dict[int, Sequence[_Column]] = {}  # by the room: Qt asks many times

    def invalidate(self) -> None:
        super().invalidate()
        self._known.clear()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        columns = self._columns(width - margins.left() - margins.right())
        return max(c.height for c in columns) + margins.top() + margins.bottom()

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        width = max((item.minimumSize().width() for item in self.items), default=0)
        return QSize(width + margins.left() + margins.right(), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        area = rect.marginsRemoved(self.contentsMargins())
        left = area.left()
        for column in self._columns(area.width()):
            top = area.top()
            for item in column.items:
                height = _height(item, column.width)
                item.setGeometry(QRect(left, top, column.width, height))
                top += height + self._down
            left += column.width + self._across

    def _columns(self, room: int) -> Sequence[_Column]:
        """The lowest of the ways that have room; of equally low ones that with fewest columns."""
        if room not in self._known:
            ways = [way for way in self._ways() if self._width(way) <= room]
            one = (self._column(self.items),)
            self._known[room] = min(
                ways, key=lambda way: (max(c.height for c in way), len(way)), default=one
            )
        return self._known[room]

    def _ways(self) -> Iterator[Sequence[_Column]]:
        last = len(self.items)
        spans = {
            at: self._column(self.items[slice(*at)]) for at in combinations(range(last + 1), 2)
        }
        for cuts in (cut for n in range(last) for cut in combinations(range(1, last), n)):
            yield [spans[at] for at in pairwise((0, *cuts, last))]

    def _width(self, way: Sequence[_Column]) -> int:
        return sum(c.width for c in way) + self._across * (len(way) - 1)

    def _column(self, items: Sequence[QLayoutItem]) -> _Column:
        width = max((item.minimumSize().width() for item in items), default=0)
        heights = [_height(item, width) for item in items]
        return _Column(items, width, sum(heights) + self._down * max(0, len(items) - 1))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
