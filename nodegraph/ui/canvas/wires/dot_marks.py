"""The dots along wires as the wire layer paints them: no item a dot, found by their cells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from nodegraph.ui.canvas.cells import Cells
from nodegraph.ui.canvas.look import Look

RADIUS = 4.5  # px
LARGE = 6.5  # px, of one that is pointed at or chosen
ROOM = LARGE + 3  # px around its middle that it may paint in


class Spot(NamedTuple):
    """Where a dot lies, and the group of the wire's source."""

    at: QPointF
    group: str


class DotMarks:
    """Every dot that a wire passes."""

    def __init__(self) -> None:
        self.spots: Mapping[str, Spot] = {}
        self.chosen: frozenset[str] = frozenset()
        self.pointed: str | None = None
        self.only: Collection[str] | None = None  # those of wires that are shown; None: all
        self.carried: Collection[str] = ()  # drawn by the picture that a drag moves
        self._cells: Cells[str] = Cells()

    def show(self, spots: Mapping[str, Spot]) -> QRectF:
        """Shows exactly these; what is to be painted again."""
        changed = QRectF()
        before, self.spots = self.spots, spots
        for key in before.keys() - spots.keys():
            changed = changed.united(self._cells.box(key))
            self._cells.remove(key)
        for key, spot in spots.items():
            if before.get(key) == spot:
                continue
            if key in before:
                changed = changed.united(self._cells.box(key))
            box = around(spot.at)
            self._cells.put(key, box)
            changed = changed.united(box)
        return changed

    def box(self, keys: Collection[str]) -> QRectF:
        """The smallest rectangle around what these paint."""
        box = QRectF()
        for key in keys:
            if key in self.spots:
                box = box.united(self._cells.box(key))
        return box

    def near(self, area: QRectF) -> list[str]:
        """The dots in an area, of wires that are shown."""
        if not self.spots:
            return []
        found = self._cells.near(area)
        return found if self.only is None else [key for key in found if key in self.only]

    def at(self, point: QPointF, reach: float) -> str | None:
        """The dot nearest to a point, no farther than `reach` px of the scene."""
        box = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = [(QLineF(self.spots[key].at, point).length(), key) for key in self.near(box)]
        away, found = min(near, default=(reach + 1, None))
        return found if away <= reach else None

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paints those in an area as discs in their wires' colours, chosen ones with a ring."""
        found = self.near(area)
        if self.carried:
            found = [key for key in found if key not in self.carried]
        self._paint(painter, look, found)

    def paint_carried(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paints the carried dots of an area, for their picture."""
        self._paint(painter, look, [key for key in self.near(area) if key in self.carried])

    def paint_covered(self, painter: QPainter, look: Look, keys: Collection[str]) -> None:
        """Paints these once more, where they are shown at all."""
        shown = (key for key in keys if key not in self.carried)
        self._paint(painter, look, [k for k in shown if self.only is None or k in self.only])

    def _paint(self, painter: QPainter, look: Look, keys: list[str]) -> None:
        for key in keys:
            at, group = self.spots[key]
            chosen = key in self.chosen
            radius = LARGE if chosen or key == self.pointed else RADIUS
            painter.setBrush(look.group_brush(group))
            painter.setPen(look.selected if chosen else look.port(group))
            painter.drawEllipse(at, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def around(at: QPointF, room: float = ROOM) -> QRectF:
    """What a dot there may paint in, or so much around its middle."""
    return QRectF(at.x() - room, at.y() - room, 2 * room, 2 * room)
