"""Notes go along with what they stand nearest to, and cover nothing.

A note keeps its place beside its node; where that is taken it comes to lie at the nearest free one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import hypot

from nodegraph.document.drawing import Box, Point, Size
from nodegraph.document.nesting import UNDER
from nodegraph.document.tidy.net import Web

AIR = 8.0  # px between a note and what it must not cover
FARTHEST = 160.0  # px sideways, up or down that a note may be away from its node,
NEAR = 32.0  # and that it comes near when it was farther
SHORT = 200.0  # px; a wire that reaches no farther runs as straight as can be

Places = dict[str, Point]


def apart(one: Box, other: Box) -> tuple[float, float]:
    """How far two boxes are from each other, sideways and up or down; 0 where they are not."""
    return (
        max(0.0, one.x - other.x - other.width, other.x - one.x - one.width),
        max(0.0, one.y - other.y - other.height, other.y - one.y - one.height),
    )


def nearest(note: Box, boxes: Mapping[str, Box]) -> str | None:
    """What a note stands nearest to; the first of several."""
    return min(boxes, key=lambda unit: hypot(*apart(note, boxes[unit])), default=None)


@dataclass(frozen=True)
class Notes:
    """The notes among what is laid out, and what each of them stands nearest to."""

    web: Web
    today: Mapping[str, Point]
    homes: Mapping[str, str]  # of each note
    sizes: Mapping[str, Size]  # of notes, and of all that may be their homes

    def beside(self, places: Places) -> Places:
        """These places, and beside them those of their notes."""
        mine = [note for note, home in self.homes.items() if home in places]
        if not mine:
            return places
        sizes = self.sizes
        taken = [_box(p, sizes[i].width, sizes[i].height + UNDER) for i, p in places.items()]
        taken += _short_wires(places, self.web)
        made = dict(places)
        for note in mine:
            free = _free(self._wanted(note, places), taken)
            made[note] = Point(free.x, free.y)
            taken.append(free)
        return made

    def _wanted(self, note: str, places: Places) -> Box:
        home = self.homes[note]
        at, was, lay = places[home], self.today[home], self.today[note]
        size = self.sizes[note]
        box = Box(at.x + lay.x - was.x, at.y + lay.y - was.y, size.width, size.height)
        across, down = apart(box, _box(at, self.sizes[home].width, self.sizes[home].height))
        if max(across, down) <= FARTHEST:
            return box
        x = box.x - max(0.0, across - NEAR) * (1 if box.x > at.x else -1)
        y = box.y - max(0.0, down - NEAR) * (1 if box.y > at.y else -1)
        return box._replace(x=x, y=y)


def _free(box: Box, taken: list[Box]) -> Box:
    """The nearest place that nothing has taken: this one, or one beside what is in the way."""
    reach = 2 * max(box.width, box.height)
    while True:
        near = [other for other in taken if max(apart(box, other)) < reach + box.width + box.height]
        if not _covers(box, near):
            return box
        xs, ys = {box.x}, {box.y}
        for other in near:
            xs |= {other.x - box.width - AIR, other.x + other.width + AIR}
            ys |= {other.y - box.height - AIR, other.y + other.height + AIR}
        spots = sorted(
            (hypot(x - box.x, y - box.y), x, y)
            for x in xs
            for y in ys
            if hypot(x - box.x, y - box.y) <= reach
        )
        for _, x, y in spots:
            spot = box._replace(x=x, y=y)
            if not _covers(spot, near):
                return spot
        reach *= 2


def _covers(box: Box, others: Iterable[Box]) -> bool:
    return any(max(apart(box, other)) < AIR - 0.01 for other in others)


def _short_wires(places: Places, web: Web) -> list[Box]:
    found = []
    for target in places:
        for link in web.into[target]:
            if link.source in places:
                size, at = web.sizes[link.source], places[link.source]
                left, start = at.x + size.width, at.y + link.leaves * size.height
                end = places[target].y + link.arrives * web.sizes[target].height
                if 0 < places[target].x - left < SHORT:
                    top = min(start, end)
                    found.append(Box(left, top, places[target].x - left, max(start, end) - top))
    return found


def _box(place: Point, width: float, height: float) -> Box:
    return Box(place.x, place.y, width, height)
