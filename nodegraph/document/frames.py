"""Edits of frames: titled rectangles behind the nodes that belong to them.

A node belongs to the innermost frame that its middle is dropped on, and the frame grows to hold
it. What lies in which frame is told by `nesting`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from nodegraph.document.drawing import Box, Drawing, Frame, Point, Size, fresh_key
from nodegraph.document.nesting import (
    area,
    around,
    holds,
    is_under,
    lies_in,
    middle,
    padded,
    parents,
    room_of,
)
from nodegraph.document.reader import as_line
from nodegraph.graph import NodeId

LEAST = 96.0  # px that a frame is wide and high at least

Sizes = Mapping[NodeId, Size]
Frames = dict[str, Frame]


def frame_around(
    drawing: Drawing, ids: Collection[NodeId], title: str, sizes: Sizes
) -> tuple[Drawing, str]:
    """With a new frame around these nodes; and its id. A frame whose nodes are all among them
    stays as it is and lies in the new one.
    """
    wanted = frozenset(ids)
    kept = [f for f in drawing.frames.values() if f.nodes and f.nodes <= wanted]
    members = wanted.difference(*(frame.nodes for frame in kept))
    boxes = [room_of(drawing.places[i], sizes.get(i, Size())) for i in wanted]
    boxes += [padded(frame.box) for frame in kept]
    return _with_new(drawing, Frame(title, around(boxes)), members, sizes)


def frame_at(drawing: Drawing, box: Box, title: str, sizes: Sizes) -> tuple[Drawing, str]:
    """With a new frame there, and its id; nodes whose middle lies in it and in no smaller frame
    belong to it.
    """
    members = _on(drawing, box, sizes, drawing.frames)
    return _with_new(drawing, Frame(title, _large(box)), members, sizes)


def _with_new(
    drawing: Drawing, frame: Frame, members: frozenset[NodeId], sizes: Sizes
) -> tuple[Drawing, str]:
    key = fresh_key(drawing.frames, "frame")
    frames = _left({**drawing.frames, key: frame}, members)
    frames[key] = replace(frame, nodes=members)
    return _grown(replace(drawing, frames=frames), sizes, parents(frames)), key


def _left(frames: Mapping[str, Frame], ids: frozenset[NodeId]) -> Frames:
    """The frames without these nodes; those that had none of them are the same."""
    return {
        key: replace(frame, nodes=frame.nodes - ids) if frame.nodes & ids else frame
        for key, frame in frames.items()
    }


def _large(box: Box) -> Box:
    return Box(box.x, box.y, max(LEAST, box.width), max(LEAST, box.height))


def _on(drawing: Drawing, box: Box, sizes: Sizes, others: Mapping[str, Frame]) -> frozenset[NodeId]:
    """The nodes whose middle lies in a box, and not in a frame that lies in it as well."""
    within = [frame for frame in others.values() if lies_in(frame.box, box)]
    taken = frozenset().union(*(frame.nodes for frame in within)) if within else frozenset()
    found = set()
    for node_id, place in drawing.places.items():
        if node_id in drawing.graph.nodes and node_id not in taken:
            size = sizes.get(node_id, Size())
            if holds(box, _middle_of(place, size)):
                found.add(node_id)
    return frozenset(found)


def rename(drawing: Drawing, key: str, title: str) -> Drawing:
    """With another title, as a file can tell it."""
    return _changed(drawing, key, title=as_line(title) or drawing.frames[key].title)


def colour(drawing: Drawing, keys: Iterable[str], group: str) -> Drawing:
    """With these frames in the colour of a group of layers; "": in none."""
    for key in keys:
        drawing = _changed(drawing, key, colour=group)
    return drawing


def fold(drawing: Drawing, keys: Iterable[str], folded: bool, sizes: Sizes) -> Drawing:
    """With these frames shown as their titles alone, or open again around what they hold."""
    for key in keys:
        drawing = _changed(drawing, key, folded=folded)
    return drawing if folded else _grown(drawing, sizes, parents(drawing.frames))


def _changed(drawing: Drawing, key: str, **fields: object) -> Drawing:
    frame = replace(drawing.frames[key], **fields)  # type: ignore[arg-type]
    if frame == drawing.frames[key]:
        return drawing
    return replace(drawing, frames={**drawing.frames, key: frame})


def resize(drawing: Drawing, key: str, box: Box, sizes: Sizes) -> Drawing:
    """With another box; the nodes whose middle lies in it belong to the frame, no others do."""
    others = {k: f for k, f in drawing.frames.items() if k != key}
    above = parents(drawing.frames)
    beside = [f for k, f in others.items() if k not in above or not is_under(key, [k], above)]
    members = _on(drawing, box, sizes, others).difference(*(frame.nodes for frame in beside))
    frames = _left(drawing.frames, members)
    left = drawing.frames[key].nodes - members
    parent = above[key]
    if parent is not None and left:
        frames[parent] = replace(frames[parent], nodes=frames[parent].nodes | left)
    frames[key] = replace(frames[key], box=_large(box), nodes=members)
    resized = replace(drawing, frames=frames)
    return _grown(resized, sizes, {k: p for k, p in above.items() if p != key})


def remove(drawing: Drawing, keys: Collection[str]) -> Drawing:
    """Without these frames; what they hold stays, and belongs to the frame around, if any."""
    above = parents(drawing.frames)
    frames = {k: f for k, f in drawing.frames.items() if k not in keys}
    for key in keys:
        parent = above[key]
        while parent is not None and parent in keys:
            parent = above[parent]
        if parent is not None:
            nodes = frames[parent].nodes | drawing.frames[key].nodes
            frames[parent] = replace(frames[parent], nodes=nodes)
    return replace(drawing, frames=frames)


def settled(
    drawing: Drawing, ids: Collection[NodeId], sizes: Sizes, apart: bool = False
) -> Drawing:
    """After nodes were dropped where they lie now: each belongs to the innermost open frame that
    its middle lies in, and to no other; frames grow to hold theirs. `apart`: none joins a frame
    that it was not in, itself or by one in it.
    """
    if not drawing.frames:
        return drawing
    above = parents(drawing.frames) if apart else {}
    inward = sorted(drawing.frames, key=lambda key: area(drawing.frames[key]))
    joined: dict[str, set[NodeId]] = {}
    moved = set[NodeId]()
    for node_id in ids:
        size, place = sizes.get(node_id, Size()), drawing.places[node_id]
        at = _middle_of(place, size)
        now = next((k for k in inward if node_id in drawing.frames[k].nodes), None)
        homes = (k for k in inward if _takes(drawing.frames[k], at))
        if apart:
            homes = (k for k in homes if now is not None and _is_in(now, k, above))
        home = next(homes, None)
        if home != now:
            moved.add(node_id)
            if home is not None:
                joined.setdefault(home, set()).add(node_id)
    if moved:
        frames = _left(drawing.frames, frozenset(moved))
        for key, nodes in joined.items():
            frames[key] = replace(frames[key], nodes=frames[key].nodes | nodes)
        drawing = replace(drawing, frames=frames)
    return _grown(drawing, sizes, parents(drawing.frames), ids)


def _is_in(key: str, other: str, above: Mapping[str, str | None]) -> bool:
    return key == other or is_under(key, [other], above)


def dropped_on(drawing: Drawing, keys: Collection[str], moved: Collection[str]) -> Drawing:
    """After frames were dropped: the innermost other one that a middle lies in grows around it.

    `moved` are all frames that went along.
    """
    frames = dict(drawing.frames)
    inward = sorted((k for k in frames if k not in moved), key=lambda key: area(frames[key]))
    for key in keys:
        box = frames[key].box
        for other in inward:
            outer = frames[other]
            if _takes(outer, middle(box)) and area(outer) > area(frames[key]):
                if not lies_in(box, outer.box):
                    frames[other] = replace(outer, box=around([outer.box, padded(box)]))
                break
    if all(frames[key] is drawing.frames[key] for key in frames):
        return drawing
    grown = replace(drawing, frames=frames)
    return _grown(grown, {}, parents(drawing.frames), ())


def _middle_of(place: Point, size: Size) -> Point:
    return Point(place.x + size.width / 2, place.y + size.height / 2)


def _takes(frame: Frame, point: Point) -> bool:
    return not frame.folded and holds(frame.box, point)


def fitted(drawing: Drawing, sizes: Sizes) -> Drawing:
    """With open frames large enough for what belongs to them; the same drawing where all are."""
    return _grown(drawing, sizes, parents(drawing.frames))


def _grown(
    drawing: Drawing,
    sizes: Sizes,
    above: Mapping[str, str | None],
    only: Collection[NodeId] | None = None,
) -> Drawing:
    """With each open frame around its nodes (of `only` these) and the frames it lies around."""
    frames: Frames = dict(drawing.frames)
    for key in sorted(frames, key=lambda k: area(drawing.frames[k])):
        frame = frames[key]
        if not frame.folded:
            held = frame.nodes if only is None else frame.nodes.intersection(only)
            boxes = [
                room_of(drawing.places[i], sizes.get(i, Size()))
                for i in held
                if i in drawing.places
            ]
            box = around([frame.box, *boxes])
            if box != frame.box:
                frames[key] = frame = replace(frame, box=box)
        parent = above.get(key)
        if parent is not None and frame is not drawing.frames[key]:
            outer = frames[parent]
            box = around([outer.box, padded(frame.box)])
            if not lies_in(frame.box, outer.box):
                frames[parent] = replace(outer, box=box)
    if all(frames[key] is drawing.frames[key] for key in frames):
        return drawing
    return replace(drawing, frames=frames)
