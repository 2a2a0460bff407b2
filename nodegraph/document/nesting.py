"""What lies in which frame: a frame in another when its box does, and a note likewise.

Only the nodes of a frame are kept with it, so what lies where is never told twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from nodegraph.document.drawing import Box, Drawing, Frame, Point, Size
from nodegraph.graph import NodeId

EDGE = 24  # px between the edge of a frame and what belongs to it
TITLE = 32  # px of its title, above that
UNDER = 18  # px under a node, for its shape


class Content(NamedTuple):
    """What lies in frames, at any depth."""

    nodes: frozenset[NodeId]
    frames: frozenset[str]
    notes: frozenset[str]


# Boxes


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around some; there must be one."""
    lefts, tops, widths, heights = zip(*boxes, strict=True)
    right = max(x + width for x, width in zip(lefts, widths, strict=True))
    bottom = max(y + height for y, height in zip(tops, heights, strict=True))
    left, top = min(lefts), min(tops)
    return Box(left, top, right - left, bottom - top)


def shifted(box: Box, dx: float, dy: float) -> Box:
    """The box elsewhere."""
    return Box(box.x + dx, box.y + dy, box.width, box.height)


def lies_in(inner: Box, outer: Box) -> bool:
    """Whether all of a box lies in another."""
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )


def holds(box: Box, point: Point) -> bool:
    """Whether a point lies in a box."""
    inside = box.x <= point.x <= box.x + box.width
    return inside and box.y <= point.y <= box.y + box.height


def room_of(place: Point, size: Size) -> Box:
    """What a frame must span to hold a node there."""
    return padded(Box(place.x, place.y, size.width, size.height + UNDER))


def padded(box: Box) -> Box:
    """What a frame must span to hold a box."""
    x, y, width, height = box
    return Box(x - EDGE, y - EDGE - TITLE, width + 2 * EDGE, height + 2 * EDGE + TITLE)


def middle(box: Box) -> Point:
    """The middle of a box."""
    return Point(box.x + box.width / 2, box.y + box.height / 2)


def area(frame: Frame) -> float:
    """How large a frame is."""
    return frame.box.width * frame.box.height


# What lies where


def parents(frames: Mapping[str, Frame]) -> dict[str, str | None]:
    """For each frame the innermost one that it lies in; of equal boxes, a later in an earlier."""
    order = {key: (-area(frame), at) for at, (key, frame) in enumerate(frames.items())}
    outward = sorted(frames, key=order.__getitem__, reverse=True)
    return {
        key: next(
            (other for other in outward[at + 1 :] if lies_in(frames[key].box, frames[other].box)),
            None,
        )
        for at, key in enumerate(outward)
    }


def content_of(drawing: Drawing, ids: Collection[str]) -> Content:
    """The nodes, frames and notes in these frames; the frames themselves are not among them."""
    above = parents(drawing.frames)
    within = {key for key in drawing.frames if key not in ids and is_under(key, ids, above)}
    whole = [drawing.frames[key] for key in (*ids, *within) if key in drawing.frames]
    nodes = frozenset().union(*(frame.nodes for frame in whole)) & drawing.graph.nodes.keys()
    notes = {
        key
        for key, note in drawing.notes.items()
        if any(lies_in(note.box, frame.box) for frame in whole)
    }
    return Content(nodes, frozenset(within), frozenset(notes))


def is_under(key: str, ids: Collection[str], above: Mapping[str, str | None]) -> bool:
    """Whether a frame lies in one of some, at any depth; `above` are the parents."""
    parent = above[key]
    while parent is not None:
        if parent in ids:
            return True
        parent = above[parent]
    return False


def folded_in(drawing: Drawing) -> dict[NodeId, str]:
    """The nodes that a folded frame hides, each with the outermost frame that does."""
    return _hidden(drawing)[0]


def hidden(drawing: Drawing) -> Content:
    """What is not seen because a frame is folded."""
    nodes, frames, notes = _hidden(drawing)
    return Content(frozenset(nodes), frames, notes)


def _hidden(drawing: Drawing) -> tuple[dict[NodeId, str], frozenset[str], frozenset[str]]:
    shut = [key for key, frame in drawing.frames.items() if frame.folded]
    if not shut:
        return {}, frozenset(), frozenset()
    above = parents(drawing.frames)
    nodes: dict[NodeId, str] = {}
    frames, notes = frozenset[str](), frozenset[str]()
    for key in shut:
        if not is_under(key, shut, above):
            inside = content_of(drawing, [key])
            nodes |= dict.fromkeys(inside.nodes, key)
            frames, notes = frames | inside.frames, notes | inside.notes
    return nodes, frames, notes
