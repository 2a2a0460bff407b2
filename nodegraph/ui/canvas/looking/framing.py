"""Where a part of the scene is shown whole: in the middle, or beside what stands over the view.

What it costs to leave the middle is zoom, so that is left only where nodes would be hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

MARGIN, SHARE = 48.0, 1 / 12  # px left free around what is framed, and of a small view at most
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
    middle, *others = [_in(area, part) for part in _rooms(room, covers)]

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


def way_into(box: QRectF, room: QRectF, covers: Sequence[QRectF]) -> QPointF:
    """The shortest way of a camera to have a box in view with a margin; none where it is in view.

    All are px of the view. What is larger than the view is shown from its top left corner.
    """

    def is_clear(part: QRectF) -> bool:
        return not any(part.intersects(cover) for cover in covers)

    if room.contains(box) and is_clear(box):
        return QPointF()
    inside, *others = _rooms(room, covers)
    ways = [
        way
        for part in (inside, *others)
        if part.width() >= box.width() and part.height() >= box.height()
        and is_clear(box.translated(-(way := _into(box, part))))
    ]  # fmt: skip
    return min(ways, key=QPointF.manhattanLength, default=_into(box, inside))


def _into(box: QRectF, part: QRectF) -> QPointF:
    x = min(box.left() - part.left(), max(0.0, box.right() - part.right()))
    y = min(box.top() - part.top(), max(0.0, box.bottom() - part.bottom()))
    return QPointF(x, y)


def _rooms(room: QRectF, covers: Sequence[QRectF]) -> list[QRectF]:
    """The whole within a margin, and what is left of it beside what stands over the view."""
    across, down = (min(MARGIN, size * SHARE) for size in (room.width(), room.height()))
    inside = room.adjusted(across, down, -across, -down)
    rooms = [inside if inside.isValid() else QRectF(room.center(), room.center())]
    for cover in covers:
        rooms += [part for whole in rooms for part in _beside(whole, cover)]
    return rooms


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
