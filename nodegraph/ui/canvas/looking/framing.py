"""Where a part of the scene is shown whole: in the middle, or beside what stands over the view.

What it costs to leave the middle is zoom, so that is left only where nodes would be hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

MARGIN = 48.0  # px left free around what is framed
GAP = 8.0  # px left free to what stands over the view
CHEAP = 0.75  # of the zoom that may be left; below, it stays in the middle


class Framing(NamedTuple):
    """How near, and at which px of the view the middle of what is framed is to be."""

    scale: float
    at: QPointF


def framed(
    area: QRectF, room: QRectF, covers: Sequence[QRectF], holds: Callable[[QRectF], bool]
) -> Framing:
    """The framing of an area, at most at 100 %.

    `room` and `covers` are px of the view; `holds` says whether nodes lie in a part of the scene.
    """
    inside = room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    rooms = [inside if inside.isValid() else QRectF(room.center(), room.center())]
    for cover in covers:
        rooms += [part for whole in rooms for part in _beside(whole, cover)]
    middle, *others = [_in(area, part) for part in rooms]

    def hides(framing: Framing) -> bool:
        away = area.center() - framing.at / framing.scale
        return any(
            holds(QRectF(c.topLeft() / framing.scale + away, c.size() / framing.scale) & area)
            for c in covers
        )

    if not hides(middle):
        return middle
    clear = (other for other in others if other.scale >= CHEAP * middle.scale and not hides(other))
    return max(clear, key=lambda other: other.scale, default=middle)


def _in(area: QRectF, room: QRectF) -> Framing:
    wide, high = max(1.0, room.width()), max(1.0, room.height())
    return Framing(min(1.0, wide / area.width(), high / area.height()), room.center())


def _beside(room: QRectF, cover: QRectF) -> list[QRectF]:
    """What is left of a room to the left, the right, above and below something."""
    c = cover.adjusted(-GAP, -GAP, GAP, GAP)
    if not room.intersects(c):
        return []
    parts = [QRectF(room) for _ in range(4)]
    parts[0].setRight(c.left())
    parts[1].setLeft(c.right())
    parts[2].setBottom(c.top())
    parts[3].setTop(c.bottom())
    return [part for part in parts if part.isValid()]
