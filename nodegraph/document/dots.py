"""Edits of how wires lie: dots that they pass, and portals instead of them.

A dot belongs to one output, and any wires that leave it may pass it. Nothing here touches the
graph: code and shapes are the same with dots and without. What is told of a wire that is gone is
passed over; edits that take wires away `sweep` it, so that it does not come back with a wire.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from nodegraph.document.drawing import Dot, Drawing, Point, fresh_key
from nodegraph.graph import NodeId, Wire


def along(drawing: Drawing, wire: Wire) -> tuple[str, ...]:
    """The dots that a wire passes, in its direction."""
    dots = drawing.dots
    return tuple(
        dot
        for dot in drawing.routes.get(wire, ())
        if dot in dots and dots[dot].source == wire.source
    )


def passing(drawing: Drawing, ids: Collection[str]) -> list[Wire]:
    """The wires that pass one of these dots."""
    return [wire for wire in drawing.routes if not set(ids).isdisjoint(along(drawing, wire))]


def add(
    drawing: Drawing, wires: Collection[Wire], at: Point, place: int | None = None
) -> tuple[Drawing, str]:
    """With a dot that these wires of one output pass; and the dot's id.

    `place` is how many dots each passes before it; None: where it lengthens a wire least.
    """
    key = fresh_key(drawing.dots, "dot")
    (source,) = {wire.source for wire in wires}
    routes = dict(drawing.routes)
    for wire in wires:
        route = along(drawing, wire)
        here = _nearest(drawing, wire, at) if place is None else place
        routes[wire] = (*route[:here], key, *route[here:])
    return replace(drawing, dots={**drawing.dots, key: Dot(source, at)}, routes=routes), key


def through(drawing: Drawing, wire: Wire, points: Iterable[Point], first: bool = False) -> Drawing:
    """With a wire past these points, in this order: after the dots it passes, or before them."""
    start = 0 if first else len(along(drawing, wire))
    for number, at in enumerate(points):
        drawing, _ = add(drawing, [wire], at, start + number)
    return drawing


def move(drawing: Drawing, to: Mapping[str, Point]) -> Drawing:
    """With these dots elsewhere."""
    moved = {dot: drawing.dots[dot]._replace(at=at) for dot, at in to.items()}
    if not moved:
        return drawing
    return replace(drawing, dots={**drawing.dots, **moved})


def remove(drawing: Drawing, ids: Iterable[str]) -> Drawing:
    """Without these dots; the wires through them go on without."""
    gone = set(ids)
    dots = {key: dot for key, dot in drawing.dots.items() if key not in gone}
    routes = {
        wire: kept
        for wire, route in drawing.routes.items()
        if (kept := tuple(dot for dot in route if dot not in gone))
    }
    return replace(drawing, dots=dots, routes=routes)


def merge(drawing: Drawing, dot: str, into: str) -> Drawing:
    """With one dot in place of two of the same output: the wires of both pass it."""
    routes = {
        wire: tuple(dict.fromkeys(into if key == dot else key for key in route))
        for wire, route in drawing.routes.items()
    }
    return remove(replace(drawing, routes=routes), [dot])


def straighten(drawing: Drawing, wire: Wire) -> Drawing:
    """With a wire past no dot; dots that no other wire passes are gone."""
    routes = {other: route for other, route in drawing.routes.items() if other != wire}
    return sweep(replace(drawing, routes=routes))


def carry(before: Drawing, after: Drawing, by: Point, held: Collection[str] = ()) -> Drawing:
    """Nodes were moved by one way: dots held, and those of wires among them alone, go along."""
    if not before.dots:
        return after
    led: dict[str, bool] = dict.fromkeys(held, True)
    for wire in before.routes:
        inside = all(_went(before, after, port.node, by) for port in wire)
        for dot in along(before, wire):
            led[dot] = dot in held or (led.get(dot, True) and inside)
    spots = {dot: before.dots[dot].at for dot, goes in led.items() if goes and dot in before.dots}
    return move(after, {dot: Point(at.x + by.x, at.y + by.y) for dot, at in spots.items()})


def settle(before: Drawing, after: Drawing) -> Drawing:
    """Nodes were arranged anew: a dot goes along with its wires' ends where all go one way.

    Where they do not, what it was put there for is gone, and so is the dot.
    """
    if not before.dots:
        return after
    to, gone = dict[str, Point](), set[str]()
    ends: dict[str, set[NodeId]] = {}
    for wire in before.routes:
        for dot in along(before, wire):
            ends.setdefault(dot, set()).update(port.node for port in wire)
    for dot, nodes in ends.items():
        ways = {_way(before, after, node) for node in nodes}
        if len(ways) > 1:
            gone.add(dot)
        elif by := ways.pop():
            at = before.dots[dot].at
            to[dot] = Point(at.x + by.x, at.y + by.y)
    return remove(move(after, to), gone) if gone else move(after, to)


def _way(before: Drawing, after: Drawing, node: NodeId) -> Point | None:
    """How far a node went; None where it stayed."""
    here, there = before.places.get(node), after.places.get(node)
    if here is None or there is None or here == there:
        return None
    return Point(round(there.x - here.x, 2), round(there.y - here.y, 2))


def _went(before: Drawing, after: Drawing, node: NodeId, by: Point) -> bool:
    here, there = before.places.get(node), after.places.get(node)
    if here is None or there is None:
        return False
    return abs(there.x - here.x - by.x) < 0.01 and abs(there.y - here.y - by.y) < 0.01


# Portals


def hide(drawing: Drawing, wires: Iterable[Wire]) -> Drawing:
    """With a named tag at both ends of these wires in place of them."""
    return replace(drawing, portals=drawing.portals | frozenset(wires))


def show(drawing: Drawing, wires: Iterable[Wire]) -> Drawing:
    """With these wires drawn from end to end."""
    return replace(drawing, portals=drawing.portals - frozenset(wires))


# When wires change


def sweep(drawing: Drawing) -> Drawing:
    """Without routes and portals of wires that are gone, and dots that no wire passes."""
    if not (drawing.dots or drawing.routes or drawing.portals):
        return drawing
    wires = frozenset(drawing.graph.wires)
    routes = {w: route for w in drawing.routes if w in wires and (route := along(drawing, w))}
    passed = {dot for route in routes.values() for dot in route}
    dots = {key: dot for key, dot in drawing.dots.items() if key in passed}
    portals = drawing.portals & wires
    if (len(dots), len(routes), len(portals)) == (
        len(drawing.dots),
        len(drawing.routes),
        len(drawing.portals),
    ):
        return drawing
    return replace(drawing, dots=dots, routes=routes, portals=portals)


def follow(before: Drawing, after: Drawing, old: Wire, new: Wire) -> Drawing:
    """A wire was plugged in elsewhere: the new one runs as the old one did.

    From another output it takes dots of its own along, as other wires may stay at the old ones.
    """
    if old == new or old in after.graph.wires:
        return after
    after = _taken(before, after, along(before, old), new)
    if old in before.portals:
        after = hide(after, [new])
    return sweep(after)


def divide(before: Drawing, after: Drawing, old: Wire, new: Sequence[Wire], at: Point) -> Drawing:
    """A node, or a chain, was put into a wire at a point: dots before it stay before it.

    The first of the new wires keeps the dots up to that point and the last one the others.
    """
    route = along(before, old)
    if not route or old in after.graph.wires:
        return sweep(after)
    split = _nearest(before, old, at)
    after = _taken(before, after, route[:split], new[0])
    return sweep(_taken(before, after, route[split:], new[-1]))


def join(before: Drawing, after: Drawing, old: Sequence[Wire], new: Wire) -> Drawing:
    """Nodes were taken out of a row of wires: the one wire in their place passes all their dots."""
    for wire in old:
        after = _taken(before, after, along(before, wire), new)
    return after


def _taken(before: Drawing, after: Drawing, route: Iterable[str], wire: Wire) -> Drawing:
    """With these dots at the end of a wire's route; copied where they are another output's."""
    dots, passed = dict(after.dots), list(along(after, wire))
    for key in route:
        dot = before.dots[key]
        if dot.source != wire.source:
            key = fresh_key(dots, "dot")
            dot = dot._replace(source=wire.source)
        dots[key] = dot
        passed.append(key)
    if not passed:
        return after
    return replace(after, dots=dots, routes={**after.routes, wire: tuple(passed)})


def _nearest(drawing: Drawing, wire: Wire, at: Point) -> int:
    """How many dots of a wire come before a point that lies on it."""
    places = drawing.places
    ends = (places.get(end.node, Point(0, 0)) for end in wire)
    start, end = (Point(x + half, y + 32) for (x, y), half in zip(ends, (150, 0), strict=True))
    line = [start, *(drawing.dots[dot].at for dot in along(drawing, wire)), end]
    longer = [_apart(a, at) + _apart(at, b) - _apart(a, b) for a, b in pairwise(line)]
    return longer.index(min(longer))


def _apart(a: Point, b: Point) -> float:
    return float(((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5)
