"""Arranging by hand's rules: edges in a line, equal gaps, level wires, nodes shown small.

Each answers the next drawing, or the same one where nothing would move. Pinned nodes stay.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from nodegraph.document.drawing import GRID, Drawing, Point
from nodegraph.document.edits import move
from nodegraph.document.tidy import Size, straighten
from nodegraph.graph import NodeId

Sizes = Mapping[NodeId, Size]
Side = Literal["left", "right", "up", "down"]


def align(drawing: Drawing, ids: Collection[NodeId], sizes: Sizes, side: Side) -> Drawing:
    """With these nodes' edges on the line of the one that lies farthest to a side."""
    places = drawing.places
    ends = {node: _end(places[node], sizes[node], side) for node in ids}
    if not ends:
        return drawing
    line = (min if side in ("left", "up") else max)(ends.values())
    across = side in ("left", "right")
    to = {
        node: Point(
            places[node].x + (line - end) * across, places[node].y + (line - end) * (not across)
        )
        for node, end in ends.items()
        if end != line
    }
    return _moved(drawing, to)


def _end(place: Point, size: Size, side: Side) -> float:
    if side in ("left", "right"):
        return place.x + (size.width if side == "right" else 0)
    return place.y + (size.height if side == "down" else 0)


def distribute(drawing: Drawing, ids: Collection[NodeId], sizes: Sizes, across: bool) -> Drawing:
    """With equal gaps between these nodes, from left to right or from top to bottom.

    The first and the last stay, unless what is between needs more room than they leave.
    """
    places = drawing.places
    row = sorted(ids, key=lambda node: places[node] if across else places[node][::-1])
    if len(row) < 3:
        return drawing
    starts = [places[node].x if across else places[node].y for node in row]
    lengths = [sizes[node].width if across else sizes[node].height for node in row]
    room = starts[-1] - starts[0] - sum(lengths[:-1])
    gap = max(float(GRID), room / (len(row) - 1))
    to, at = {}, starts[0]
    for node, length in zip(row, lengths, strict=True):
        place = places[node]
        to[node] = Point(at, place.y) if across else Point(place.x, at)
        at += length + gap
    return _moved(drawing, to)


def level(drawing: Drawing, ids: Collection[NodeId], sizes: Sizes) -> Drawing:
    """With the wires among these nodes level; of one node alone, the wires at it.

    What lies downstream moves up or down, unless it would come to lie on another node.
    """
    chosen = set(ids)
    if len(chosen) == 1:
        (node,) = chosen
        chosen |= {source.node for _, source in drawing.graph.nodes[node].feeds[:1]}
        chosen |= set(drawing.graph.consumers[node][:1])
    after = straighten(drawing, chosen, sizes)
    to = {n: after.places[n] for n in chosen if after.places[n] != drawing.places[n]}
    return _moved(drawing, to)


def fold(drawing: Drawing, ids: Collection[NodeId]) -> Drawing:
    """With these nodes shown as their title alone; or opened, where all of them were so."""
    return replace(drawing, folded=_turned(drawing.folded, ids)) if ids else drawing


def trim(drawing: Drawing, ids: Collection[NodeId]) -> Drawing:
    """With these nodes shown without unused ports; or with all, where all of them were so."""
    return replace(drawing, trimmed=_turned(drawing.trimmed, ids)) if ids else drawing


def pin(drawing: Drawing, ids: Collection[NodeId]) -> Drawing:
    """With these nodes pinned where they lie; where all of them are, with none of them pinned."""
    return replace(drawing, pins=_turned(drawing.pins, ids)) if ids else drawing


def _turned(before: frozenset[NodeId], ids: Collection[NodeId]) -> frozenset[NodeId]:
    chosen = frozenset(ids)
    return before - chosen if chosen <= before else before | chosen


def _moved(drawing: Drawing, to: Mapping[NodeId, Point]) -> Drawing:
    free = {n: p for n, p in to.items() if n not in drawing.pins and p != drawing.places[n]}
    return move(drawing, free) if free else drawing
