"""Frames as clusters: what lies in a frame is laid out by itself, then the frame as one thing.

A frame around nodes with others between them would make a loop; the wires that run back into it
are passed over, so the frame stays whole and no other node comes to lie in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nodegraph.document.drawing import Box, Drawing, Point, Size
from nodegraph.document.nesting import EDGE, TITLE, UNDER, content_of, lies_in, parents
from nodegraph.document.tidy.layered import Watch, stacked
from nodegraph.document.tidy.net import Link, Web
from nodegraph.document.tidy.notes import Notes, Places, nearest
from nodegraph.document.tidy.pinned import around_pins
from nodegraph.graph import NodeId

PILL = 34.0  # px that a folded frame is high


@dataclass
class Cluster:
    """A frame whose nodes are all to be laid out, with what lies directly in it."""

    key: str
    box: Box
    folded: bool
    nodes: list[NodeId]
    notes: dict[str, Box] = field(default_factory=dict)
    inner: list[Cluster] = field(default_factory=list)

    def every_note(self) -> set[str]:
        """The notes in it, and in the frames that lie in it."""
        return set(self.notes).union(*(cluster.every_note() for cluster in self.inner))


@dataclass
class Laid:
    """Where everything of a level lies, with frames and notes by their ids."""

    nodes: Places
    frames: dict[str, Box]
    notes: dict[str, Box]

    def shifted(self, x: float, y: float) -> Laid:
        """All of it elsewhere."""
        return Laid(
            {i: Point(p.x + x, p.y + y) for i, p in self.nodes.items()},
            {k: Box(b.x + x, b.y + y, b.width, b.height) for k, b in self.frames.items()},
            {k: Box(b.x + x, b.y + y, b.width, b.height) for k, b in self.notes.items()},
        )


def clusters_of(drawing: Drawing, chosen: Iterable[NodeId]) -> tuple[list[Cluster], list[NodeId]]:
    """The outermost frames whose nodes are all chosen, and the nodes in none of them."""
    wanted = set(chosen)
    whole = {
        key
        for key in drawing.frames
        if (inside := content_of(drawing, [key]).nodes) and inside <= wanted
    }
    above = parents({key: drawing.frames[key] for key in drawing.frames if key in whole})
    made: dict[str, Cluster] = {}
    homed = set[NodeId]()
    for key, frame in drawing.frames.items():
        if key in whole:
            own = [i for i in drawing.graph.nodes if i in frame.nodes and i not in homed]
            homed.update(own)
            made[key] = Cluster(key, frame.box, frame.folded, own)
    for key, note in drawing.notes.items():
        within = [k for k in made if lies_in(note.box, drawing.frames[k].box)]
        if within:
            home = min(within, key=lambda k: made[k].box.width * made[k].box.height)
            made[home].notes[key] = note.box
    top: list[Cluster] = []
    for key, cluster in made.items():
        parent = above[key]
        (top if parent is None else made[parent].inner).append(cluster)
    return top, [i for i in drawing.graph.nodes if i in wanted and i not in homed]


class Arrangement:
    """Lays out the nodes of a web with its clusters, from the inside outwards."""

    def __init__(
        self, web: Web, today: Mapping[NodeId, Point], pins: frozenset[NodeId], watch: Watch
    ) -> None:
        self._web, self._today, self._pins, self._watch = web, today, pins, watch

    def level(
        self, nodes: list[NodeId], clusters: list[Cluster], notes: Mapping[str, Box]
    ) -> tuple[Laid, bool]:
        """What lies directly in one frame, or in none; and whether pins say where it is to lie."""
        inside = {_unit(c.key): self._inside(c) for c in clusters}
        boxes = {_unit(c.key): c.box for c in clusters}
        sizes = {i: self._web.sizes[i] for i in nodes}
        sizes |= {unit: Size(box.width, box.height) for unit, (_, box, _) in inside.items()}
        today = {i: self._today[i] for i in nodes}
        today |= {unit: Point(box.x, box.y) for unit, box in boxes.items()}
        fixed = {i: today[i] for i in nodes if i in self._pins}
        fixed |= {unit: Point(box.x, box.y) for unit, (_, box, pinned) in inside.items() if pinned}
        web = self._web
        if clusters:
            web = _contracted(self._web, sizes, inside, today)
        elif len(nodes) < len(self._web.sizes):
            web = self._web.of_these(sizes)
        beside = _beside(web, today, boxes, notes)
        places = stacked(web, today, self._watch, beside)
        if fixed:
            places = around_pins({unit: places[unit] for unit in sizes}, fixed, sizes)
            places = beside.beside(places)
        laid = Laid({i: places[i] for i in nodes}, {}, {})
        for key, box in notes.items():
            at = places[_note(key)]
            laid.notes[key] = Box(at.x, at.y, box.width, box.height)
        for cluster in clusters:
            unit = _unit(cluster.key)
            within, box, _ = inside[unit]
            at = places[unit]
            held = within.shifted(at.x - box.x, at.y - box.y)
            laid.nodes |= held.nodes
            laid.notes |= held.notes
            laid.frames |= held.frames
            whole = (cluster.box.width, cluster.box.height) if cluster.folded else box[2:]
            laid.frames[cluster.key] = Box(at.x, at.y, *whole)
        return laid, bool(fixed)

    def _inside(self, cluster: Cluster) -> tuple[Laid, Box, bool]:
        """What lies in a cluster, the box that it takes, and whether pins hold it."""
        if cluster.folded:
            return self._folded(cluster)
        laid, pinned = self.level(cluster.nodes, cluster.inner, cluster.notes)
        lefts, tops, rights, bottoms = [], [], [], []
        spans = [
            (p.x, p.y, self._web.sizes[i].width, self._web.sizes[i].height + UNDER)
            for i, p in laid.nodes.items()
        ]
        for x, y, width, height in (*spans, *laid.frames.values(), *laid.notes.values()):
            lefts.append(x)
            tops.append(y)
            rights.append(x + width)
            bottoms.append(y + height)
        left, top = min(lefts) - EDGE, min(tops) - EDGE - TITLE
        box = Box(left, top, max(rights) + EDGE - left, max(bottoms) + EDGE - top)
        return laid, box, pinned

    def _folded(self, cluster: Cluster) -> tuple[Laid, Box, bool]:
        # What is hidden keeps its place in the frame.
        laid, pinned = Laid({}, {}, dict(cluster.notes)), False
        waiting = [cluster]
        while waiting:
            current = waiting.pop()
            laid.nodes |= {i: self._today[i] for i in current.nodes}
            pinned = pinned or bool(self._pins.intersection(current.nodes))
            for inner in current.inner:
                laid.frames[inner.key] = inner.box
                laid.notes |= inner.notes
                waiting.append(inner)
        return laid, Box(cluster.box.x, cluster.box.y, 200.0, PILL), pinned


def _unit(key: str) -> str:
    return f"\0frame:{key}"  # no node is called so


def _note(key: str) -> str:
    return f"\0note:{key}"


def _beside(
    web: Web, today: Mapping[str, Point], frames: Mapping[str, Box], notes: Mapping[str, Box]
) -> Notes:
    """The notes of a level, each with the node or frame that it stands nearest to."""
    if not notes:
        return Notes(web, today, {}, web.sizes)
    boxes = {i: frames.get(i) or Box(*today[i], *size[:2]) for i, size in web.sizes.items()}
    homes = {_note(key): unit for key, box in notes.items() if (unit := nearest(box, boxes))}
    sizes = {_note(key): Size(box.width, box.height) for key, box in notes.items()}
    lie = {_note(key): Point(box.x, box.y) for key, box in notes.items()}
    return Notes(web, {**today, **lie}, homes, {**web.sizes, **sizes})


def _contracted(
    web: Web,
    sizes: Mapping[str, Size],
    inside: Mapping[str, tuple[Laid, Box, bool]],
    today: Mapping[str, Point],
) -> Web:
    """The web with each cluster as one thing; its wires run to where its nodes' ports lie."""
    home = {node: unit for unit, (laid, _, _) in inside.items() for node in laid.nodes}
    high = {
        node: (place.y - box.y, box.height)
        for laid, box, _ in inside.values()
        for node, place in laid.nodes.items()
    }

    def end(node: str, share: float) -> tuple[str, float]:
        if node not in home:
            return node, share
        down, height = high[node]
        at = (down + share * web.sizes[node].height) / height
        return home[node], min(1.0, max(0.0, at))

    into: dict[str, list[Link]] = {unit: [] for unit in sizes}
    for node, links in web.into.items():
        if home.get(node, node) not in sizes:
            continue
        for link in links:
            source, leaves = end(link.source, link.leaves)
            target, arrives = end(node, link.arrives)
            if source in sizes and source != target:
                into[target].append(Link(source, leaves, target, arrives))
    wires = sum(map(len, into.values()))
    into = _without_loops(into, today)
    return Web(sizes, into, looped=sum(map(len, into.values())) < wires)


def _without_loops(
    into: dict[str, list[Link]], today: Mapping[str, Point]
) -> dict[str, list[Link]]:
    """Without the wires that run back, where the leftmost of a loop is taken as its start."""
    fed: dict[str, list[str]] = {unit: [] for unit in into}
    missing = {unit: len(links) for unit, links in into.items()}
    for links in into.values():
        for link in links:
            fed[link.source].append(link.target)
    ready = [unit for unit, count in missing.items() if not count]
    done: dict[str, None] = {}
    while len(done) < len(into):
        while ready:
            unit = ready.pop()
            done[unit] = None
            for other in fed[unit]:
                missing[other] -= 1
                if not missing[other] and other not in done:
                    ready.append(other)
        if len(done) < len(into):
            start = min((u for u in into if u not in done), key=lambda u: (today[u], u))
            into[start] = [link for link in into[start] if link.source in done]
            missing[start] = 0
            ready.append(start)
    return into
