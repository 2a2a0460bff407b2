"""Copied nodes as text in the file's own form, and that text back into a drawing.

The text survives a text editor, a mail and another version of the program. It is read through
the same door as a file, so what comes from elsewhere is checked as a file is: a paste is whole
and right, or it is a sentence and nothing has changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from nodegraph.document import edits
from nodegraph.document.beside import NOTHING, Beside
from nodegraph.document.dots import along
from nodegraph.document.drawing import GRID, HALF, Dot, Drawing, Point, fresh_key
from nodegraph.document.nesting import content_of, shifted
from nodegraph.document.reader import FileError
from nodegraph.document.reading import outputs_named, parse, read
from nodegraph.document.writing import text_of_nodes
from nodegraph.graph import Names, Node, NodeId, Port, Wire
from nodegraph.say import say

MOST = 4_000_000  # letters: some 30,000 nodes
BESIDE = Point(32, 32)  # px from a node to its duplicate
_WHERE = say("The clipboard")
_ELSEWHERE = "(elsewhere)"  # no layer: stands for a node that was not copied


class Pasted(NamedTuple):
    """The drawing with what was pasted, its ids there, and what found no place, in sentences."""

    drawing: Drawing
    ids: tuple[NodeId, ...]
    lost: tuple[str, ...]
    beside: Beside = NOTHING  # its frames and notes


def taken(drawing: Drawing, ids: Iterable[NodeId], beside: Beside) -> tuple[set[NodeId], Beside]:
    """What a copy takes: these, and all that lies in the frames among them."""
    within = content_of(drawing, beside.frames)
    return {*ids, *within.nodes}, beside | Beside(within.frames, within.notes)


def copied(drawing: Drawing, ids: Iterable[NodeId], beside: Beside = NOTHING) -> str:
    """These nodes as text: one a line, with their wires, also those from outside, and places;
    frames with all that lies in them, and notes.
    """
    return text_of_nodes(drawing, *taken(drawing, ids, beside))


def pasted(
    drawing: Drawing, text: str, at: Point | None = None, keep_wires: bool = False
) -> Pasted:
    """With the nodes of a text, of a copy or of a whole file, under ids and names of their own.

    Their middle comes to lie at `at`, or they lie beside where they lay; lower where that is
    taken. Wires among them stay and run as they ran; with `keep_wires` also those stay that come
    from nodes that this drawing has. Raises FileError when the text holds no nodes, or some that
    can't be.
    """
    part = _read(text)
    arrival = _Arrival(drawing, part, keep_wires)
    nodes = {node.id: node for node in map(arrival.node, arrival.coming)}
    graph = replace(drawing.graph, nodes={**drawing.graph.nodes, **nodes})
    lay = [part.places[node.id] for node in arrival.coming]
    by = _way(drawing, lay or _corners(part), at)
    lie = dict(zip(nodes, (Point(p.x + by.x, p.y + by.y) for p in lay), strict=True))
    after = replace(drawing, graph=graph, places={**drawing.places, **lie})
    after, beside = _with_beside(_as_shown(after, part, arrival.ids, by), part, arrival.ids, by)
    return Pasted(after, tuple(nodes), tuple(arrival.lost), beside)


def _corners(part: Drawing) -> list[Point]:
    boxes = [frame.box for frame in part.frames.values()]
    boxes += [note.box for note in part.notes.values()]
    return [Point(box.x, box.y) for box in boxes]


def _as_shown(drawing: Drawing, part: Drawing, ids: Mapping[NodeId, NodeId], by: Point) -> Drawing:
    """With the nodes folded and trimmed, and the wires among them run, as in a part."""
    wires = {
        wire: Wire(*(Port(ids[port.node], port.name) for port in wire))
        for wire in (*part.routes, *part.portals)
        if all(port.node in ids for port in wire)
    }
    keys, dots, routes = dict[str, str](), dict(drawing.dots), dict(drawing.routes)
    for wire in filter(wires.__contains__, part.routes):
        for dot in along(part, wire):
            if dot not in keys:
                keys[dot] = fresh_key(dots, "dot")
                at = part.dots[dot].at
                dots[keys[dot]] = Dot(wires[wire].source, Point(at.x + by.x, at.y + by.y))
        routes[wires[wire]] = tuple(keys[dot] for dot in along(part, wire))
    return replace(
        drawing,
        folded=drawing.folded.union(ids[node] for node in part.folded if node in ids),
        trimmed=drawing.trimmed.union(ids[node] for node in part.trimmed if node in ids),
        dots=dots if keys else drawing.dots,
        routes=routes if keys else drawing.routes,
        portals=drawing.portals.union(wires[wire] for wire in part.portals if wire in wires),
    )


def _with_beside(
    drawing: Drawing, part: Drawing, ids: Mapping[NodeId, NodeId], by: Point
) -> tuple[Drawing, Beside]:
    """With the frames and notes of a part, under ids of their own."""
    frames, notes = dict(drawing.frames), dict(drawing.notes)
    for frame in part.frames.values():
        nodes = frozenset(ids[node] for node in frame.nodes if node in ids)
        box = shifted(frame.box, by.x, by.y)
        frames[fresh_key(frames, "frame")] = replace(frame, box=box, nodes=nodes)
    for note in part.notes.values():
        box = shifted(note.box, by.x, by.y)
        notes[fresh_key(notes, "note")] = replace(note, box=box)
    new = Beside(
        frozenset(frames).difference(drawing.frames), frozenset(notes).difference(drawing.notes)
    )
    return (replace(drawing, frames=frames, notes=notes) if new else drawing), new


def duplicated(
    drawing: Drawing, ids: Iterable[NodeId], keep_wires: bool = False, beside: Beside = NOTHING
) -> Pasted:
    """With these once more, beside where they lie: a copy and a paste in one."""
    return pasted(drawing, copied(drawing, ids, beside), keep_wires=keep_wires)


@dataclass
class _Arrival:
    """Nodes on their way into a drawing: their new ids, and what they lose."""

    drawing: Drawing
    part: Drawing
    keep_wires: bool
    lost: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        nodes = self.part.graph.nodes.values()
        self.coming = [node for node in nodes if node.layer.kind != _ELSEWHERE]
        self._names = Names(self.drawing.graph)
        self.ids = {node.id: self._names.like(node.id) for node in self.coming}

    def node(self, node: Node) -> Node:
        """The node as it will stand in the drawing."""
        inputs = node.fed_by(self._port(port, node) for _, port in node.feeds)
        off = frozenset((name, self._there(port)) for name, port in node.off)
        name = self._names.like(node.name) if node.name else ""
        shares = self._owner(node) if node.shares else None
        return replace(node, id=self.ids[node.id], inputs=inputs, name=name, shares=shares, off=off)

    def _there(self, port: Port) -> Port:
        return Port(self.ids.get(port.node, port.node), port.name)

    def _port(self, port: Port, node: Node) -> Port | None:
        if port.node in self.ids:
            return self._there(port)
        if not self.keep_wires:
            return None
        source = self.drawing.graph.nodes.get(port.node)
        if source is not None and port.name in source.layer.outputs:
            return port
        self.lost.append(say("The wire from {0} to {1} has no source here", port.node, node.title))
        return None

    def _owner(self, node: Node) -> NodeId | None:
        shares = node.shares or ""
        if shares in self.ids:
            return self.ids[shares]
        if self.keep_wires and shares in self.drawing.graph.nodes:
            return shares
        self.lost.append(
            say("{0} has weights of its own now, not those of {1}", node.title, shares)
        )
        return None


def _read(text: str) -> Drawing:
    """What the text describes; a layer of no kind stands for each node that was not copied."""
    if len(text) > MOST:
        size = say("{0:.0f} million letters", len(text) / 1e6)
        raise FileError(say("holds {0}, at most {1} are pasted", size, MOST // 1_000_000), _WHERE)
    content = parse(text, _WHERE) if text.lstrip().startswith("{") else None
    if not isinstance(content, dict) or "nodegraph" not in content:
        raise FileError(say("holds no nodes; copy some first"), _WHERE)
    told = {name: value for name, value in content.items() if name != "copied"}
    if isinstance(told.get("nodes"), list):
        told["nodes"] = [*told["nodes"], *_stand_ins(told["nodes"])]
    return read(told, text, _WHERE)


def _stand_ins(entries: Collection[Any]) -> list[Mapping[str, str]]:
    objects = [entry for entry in entries if isinstance(entry, dict)]
    here = {entry["id"] for entry in objects if isinstance(entry.get("id"), str)}
    shared = [entry["shares"] for entry in objects if isinstance(entry.get("shares"), str)]
    named = dict.fromkeys([*outputs_named(objects), *shared])
    return [{"id": node_id, "layer": _ELSEWHERE} for node_id in named if node_id not in here]


def _way(drawing: Drawing, places: Collection[Point], at: Point | None) -> Point:
    """How far the nodes go from where they lay."""
    by = BESIDE
    if at is not None and places:
        xs, ys = zip(*places, strict=True)
        x = at.x - (min(xs) + max(xs)) / 2 - HALF.x
        y = at.y - (min(ys) + max(ys)) / 2 - HALF.y
        by = Point(GRID * round(x / GRID), GRID * round(y / GRID))
    return edits.free_shift(drawing.places.values(), places, by)
