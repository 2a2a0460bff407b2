"""Tidy itself: the chosen nodes in layers, with their frames, beside all that stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import ceil

from nodegraph.document import frames as frame_edits
from nodegraph.document.drawing import GRID, Box, Drawing, Point, Size
from nodegraph.document.tidy.clusters import Arrangement, Cluster, Laid, clusters_of
from nodegraph.document.tidy.layered import Cancelled, Watch, is_shifted
from nodegraph.document.tidy.net import Web
from nodegraph.document.tidy.notes import nearest
from nodegraph.document.tidy.pinned import moved_off
from nodegraph.graph import NodeId

ROUNDS = 4  # until frames, and notes that come to stand nearest to something else, have settled
AIR = 24  # px between a node that moves and one that stays, a shape's text among it


def never() -> bool:
    """Nobody cancels."""
    return False


def unheard(_share: float) -> None:
    """Nobody asks how far it is."""


def tidy(
    drawing: Drawing,
    only: Collection[NodeId] | None = None,
    sizes: Mapping[NodeId, Size] | None = None,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = unheard,
) -> Drawing:
    """With the nodes in layers from left to right; the same drawing when nothing moves.

    `only` names the nodes that may move; the others stay and are not covered. A pinned node
    stays; else the first of `only`, where it has an order; else the upper left one. A frame
    whose nodes may all move is laid out as one thing, and a note goes along with the node that
    it stands nearest to. A node without a size is taken to be
    150 × 64 px. `cancelled` is asked and `progress` told between steps of some milliseconds;
    once cancelled, the drawing comes back as it was.
    """
    made = drawing
    for _ in range(ROUNDS if drawing.notes or drawing.frames else 1):
        before, made = made, _tidied(made, only, sizes or {}, cancelled, progress)
        if made is before:
            break
    return drawing if cancelled() else made


def _tidied(
    drawing: Drawing,
    only: Collection[NodeId] | None,
    sizes: Mapping[NodeId, Size],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Drawing:
    graph = drawing.graph
    chosen = graph.nodes.keys() & (graph.nodes if only is None else only)
    if not chosen:
        return drawing
    today = {i: drawing.places.get(i, Point(0.0, 0.0)) for i in graph.nodes}
    web = Web.of(drawing, chosen, sizes)
    pins = drawing.pins & chosen
    clusters, free = clusters_of(drawing, chosen)
    watch = Watch(cancelled, progress, len(chosen))
    try:
        notes = _going(drawing, chosen, clusters, today, sizes)
        laid, fixed = Arrangement(web, today, pins, watch).level(free, clusters, notes)
    except Cancelled:
        return drawing
    others = _others(drawing, chosen, laid, today, sizes)
    if fixed:
        laid = laid if not others else _off(laid, others, pins, web)
    else:
        anchor = min((i for i in graph.nodes if i in chosen), key=today.__getitem__)
        if isinstance(only, Sequence):
            anchor = next(i for i in only if i in chosen)
        made = laid.nodes
        laid = laid.shifted(today[anchor].x - made[anchor].x, today[anchor].y - made[anchor].y)
        laid = laid.shifted(0.0, _clear(laid, others, sizes))
    return _with(drawing, laid, today, sizes)


def _with(
    drawing: Drawing, laid: Laid, today: Mapping[NodeId, Point], sizes: Mapping[NodeId, Size]
) -> Drawing:
    made = laid.nodes
    still = made.keys() <= drawing.places.keys() and is_shifted(made, today, 0.0, 0.0)
    boxes = {k: box for k, box in laid.frames.items() if _differs(box, drawing.frames[k].box)}
    notes = {k: box for k, box in laid.notes.items() if _differs(box, drawing.notes[k].box)}
    if not still:
        drawing = replace(drawing, places={**drawing.places, **made})
    if boxes:
        framed = {k: replace(drawing.frames[k], box=box) for k, box in boxes.items()}
        drawing = replace(drawing, frames={**drawing.frames, **framed})
    if notes:
        noted = {k: replace(drawing.notes[k], box=box) for k, box in notes.items()}
        drawing = replace(drawing, notes={**drawing.notes, **noted})
    return drawing if still else frame_edits.fitted(drawing, sizes)


def _differs(one: Box, other: Box) -> bool:
    return any(abs(a - b) >= 0.01 for a, b in zip(one, other, strict=True))


def _going(
    drawing: Drawing,
    chosen: Collection[NodeId],
    clusters: Sequence[Cluster],
    today: Mapping[NodeId, Point],
    sizes: Mapping[NodeId, Size],
) -> dict[str, Box]:
    """The notes in no frame that is laid out, which stand nearest to a node that is chosen."""
    if not drawing.notes:
        return {}
    held = {key for cluster in clusters for key in cluster.every_note()}
    boxes = {i: Box(*place, *sizes.get(i, Size())[:2]) for i, place in today.items()}
    return {
        key: note.box
        for key, note in drawing.notes.items()
        if key not in held and nearest(note.box, boxes) in chosen
    }


def _others(
    drawing: Drawing,
    chosen: Collection[NodeId],
    laid: Laid,
    today: Mapping[NodeId, Point],
    sizes: Mapping[NodeId, Size],
) -> list[tuple[Point, Size]]:
    """What stays where it lies: other nodes, notes, and frames that nothing chosen belongs to."""
    found = [(today[i], sizes.get(i, Size())) for i in drawing.graph.nodes if i not in chosen]
    for key, frame in drawing.frames.items():
        if key not in laid.frames and frame.nodes and frame.nodes.isdisjoint(chosen):
            found.append((Point(*frame.box[:2]), Size(*frame.box[2:])))
    for key, note in drawing.notes.items():
        if key not in laid.notes:
            found.append((Point(*note.box[:2]), Size(*note.box[2:])))
    return found


def _off(laid: Laid, others: list[tuple[Point, Size]], pins: frozenset[NodeId], web: Web) -> Laid:
    """Off the others, each node by itself, where pins keep the whole from moving."""
    stay = [Box(*place, *size[:2]) for place, size in others]
    stay += [Box(*laid.nodes[i], *web.sizes[i][:2]) for i in pins]
    free = {i: p for i, p in laid.nodes.items() if i not in pins}
    return replace(laid, nodes=laid.nodes | moved_off(free, stay, web.sizes))


def _clear(laid: Laid, others: list[tuple[Point, Size]], sizes: Mapping[NodeId, Size]) -> float:
    """How far up or down keeps all of it off the others, as little as can be."""
    boxes = [Box(*place, *sizes.get(i, Size())[:2]) for i, place in laid.nodes.items()]
    boxes += [*laid.frames.values(), *laid.notes.values()]
    others = sorted(others)  # by their left edges
    widest = max((size.width for _, size in others), default=0.0) + GRID
    taken = []
    for x, y, width, height in boxes:
        first = bisect_left(others, x - widest, key=lambda other: other[0].x)
        for place, size in islice(others, first, None):
            if place.x >= x + width + GRID:
                break
            if place.x + size.width + GRID > x:
                taken.append((place.y - y - height - AIR, place.y - y + size.height + AIR))
    down = up = 0.0
    for low, high in sorted(taken):
        if low < down < high:
            down = ceil(high / GRID) * float(GRID)
    for low, high in sorted(taken, key=lambda span: -span[1]):
        if low < up < high:
            up = low // GRID * float(GRID)
    return down if down <= -up else up
