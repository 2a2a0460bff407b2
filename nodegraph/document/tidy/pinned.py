"""A layout around what is pinned: the first of it says where all comes to lie, the rest stay.

What a pinned node would be covered by goes up or down, as little as it can.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import ceil

from nodegraph.document.drawing import GRID, Box, Point, Size

AIR = 24  # px between two things, a shape's text among it
COLUMN = 256.0  # px; what is in the way is looked for by columns so wide

Places = dict[str, Point]


def around_pins(
    places: Mapping[str, Point], fixed: Mapping[str, Point], sizes: Mapping[str, Size]
) -> Places:
    """The places shifted so that the first fixed one is right, and all fixed ones in theirs."""
    first = next(iter(fixed))
    dx, dy = fixed[first].x - places[first].x, fixed[first].y - places[first].y
    made = {i: Point(p.x + dx, p.y + dy) for i, p in places.items()}
    if all(abs(made[i].x - p.x) + abs(made[i].y - p.y) < 0.01 for i, p in fixed.items()):
        return made | dict(fixed)
    stay = [_box(place, sizes[unit]) for unit, place in fixed.items()]
    return moved_off({i: p for i, p in made.items() if i not in fixed}, stay, sizes) | dict(fixed)


def moved_off(places: Places, stay: Iterable[Box], sizes: Mapping[str, Size]) -> Places:
    """The places, from left to right, each up or down to the nearest that nothing covers."""
    taken: dict[int, list[Box]] = defaultdict(list)
    for box in stay:
        _enter(taken, box)
    made: Places = {}
    for unit in sorted(places, key=places.__getitem__):
        box = _box(places[unit], sizes[unit])
        y = _free(box, {other for at in _columns(box) for other in taken.get(at, ())})
        made[unit] = Point(box.x, y)
        _enter(taken, box._replace(y=y))
    return made


def _free(box: Box, others: Iterable[Box]) -> float:
    spans = [
        (other.y - box.height - AIR, other.y + other.height + AIR)
        for other in others
        if other.x < box.x + box.width + GRID and box.x < other.x + other.width + GRID
    ]
    down = up = box.y
    for low, high in sorted(spans):
        if low < down < high:
            down = box.y + ceil((high - box.y) / GRID) * float(GRID)
    for low, high in sorted(spans, key=lambda span: -span[1]):
        if low < up < high:
            up = box.y + (low - box.y) // GRID * float(GRID)
    return down if down - box.y <= box.y - up else up


def _box(place: Point, size: Size) -> Box:
    return Box(place.x, place.y, size.width, size.height)


def _columns(box: Box) -> range:
    return range(int((box.x - GRID) // COLUMN), int((box.x + box.width + GRID) // COLUMN) + 1)


def _enter(taken: dict[int, list[Box]], box: Box) -> None:
    for column in _columns(box):
        taken[column].append(box)
