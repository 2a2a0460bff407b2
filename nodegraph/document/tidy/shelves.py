"""The rows that a network was drawn in, as books stand on shelves: tidy keeps them.

A new shelf begins where a wire runs far back to the left and down. A drawing is on shelves when
each of them holds a run of nodes, and what leads from those above a gap to those below it leaves
one node or reaches one; any other drawing is laid out in one line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nodegraph.document.drawing import Point
from nodegraph.document.tidy.net import Link, Web

BACK = 400.0  # px that a wire runs back to where a shelf begins: over three nodes
RUN = 3  # nodes one behind the other that make a shelf; the last may be shorter
MESSY = 8  # one wire in so many may run back up

Shelves = list[list[str]]


def shelves_of(web: Web, ids: list[str], today: Mapping[str, Point]) -> Shelves:
    """These on their shelves, from the top, each in their order; on one where they lie otherwise.

    `ids` are all that hangs together in a part of the web.
    """
    breaks = set[Link]()
    upward = wires = 0
    for target in ids:
        place = today[target]
        for link in web.into[target]:
            source = today[link.source]
            wires += 1
            if place.x >= source.x:
                continue
            size = web.sizes[link.source]
            if place.y < source.y + size.height:
                upward += place.y + web.sizes[target].height <= source.y
            elif source.x + size.width - place.x >= BACK:
                breaks.add(link)
    if not breaks or upward > max(1, wires // MESSY):
        return [ids]
    return _clean(web, ids, _numbered(web, ids, breaks))


def _numbered(web: Web, ids: list[str], breaks: set[Link]) -> dict[str, int]:
    """The number of each one's shelf: as many breaks as lie before it."""
    after: dict[str, list[Link]] = {i: [] for i in ids}
    missing = {i: len(web.into[i]) for i in ids}
    for target in ids:
        for link in web.into[target]:
            after[link.source].append(link)
    order = [i for i in ids if not missing[i]]
    number = dict.fromkeys(ids, 0)
    for unit in order:  # grows while it is walked
        for link in after[unit]:
            number[link.target] = max(number[link.target], number[unit] + (link in breaks))
            missing[link.target] -= 1
            if not missing[link.target]:
                order.append(link.target)
    for unit in reversed(order):
        if after[unit] and not web.into[unit]:  # stands with what it feeds
            number[unit] = min(number[link.target] - (link in breaks) for link in after[unit])
    return number


def _clean(web: Web, ids: list[str], number: Mapping[str, int]) -> Shelves:
    count = max(number.values()) + 1
    shelves: Shelves = [[] for _ in range(count)]
    for unit in ids:
        shelves[number[unit]].append(unit)
    if all(_is_run(web, shelf) for shelf in shelves[:-1]) and _parts_cleanly(web, number, count):
        return shelves
    return [ids]


def _is_run(web: Web, shelf: Sequence[str]) -> bool:
    """Whether somewhere on a shelf enough nodes stand one behind the other."""
    reached = set(shelf)
    for _ in range(RUN - 1):
        reached = {i for i in reached if any(link.source in reached for link in web.into[i])}
    return bool(reached)


def _parts_cleanly(web: Web, number: Mapping[str, int], count: int) -> bool:
    """Whether what crosses each gap between two shelves leaves one node, or reaches one."""
    sources: list[set[str]] = [set() for _ in range(count)]
    targets: list[set[str]] = [set() for _ in range(count)]
    for target, last in number.items():
        for link in web.into[target]:
            for gap in range(number[link.source], last):
                sources[gap].add(link.source)
                targets[gap].add(target)
    return all(len(sources[gap]) == 1 or len(targets[gap]) == 1 for gap in range(count - 1))
