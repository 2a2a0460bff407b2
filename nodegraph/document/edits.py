"""Edits: functions from a drawing to the next one. No flags, no signals, no window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from nodegraph.document.dots import sweep
from nodegraph.document.drawing import Drawing, Point
from nodegraph.graph import Graph, Mode, Node, NodeId, Port, Start, Wire, fresh
from nodegraph.layers import Layer
from nodegraph.recipe import Recipe

_WIDE, _HIGH = 158, 72  # px between the corners of two nodes, 8 of them for the gap


def add(drawing: Drawing, layer: Layer, at: Point) -> tuple[Drawing, NodeId]:
    """With a new node of that layer; and the new node's id."""
    node_id = fresh(drawing.graph, layer.stem)
    graph = drawing.graph.put(Node(node_id, layer))
    return replace(drawing, graph=graph, places={**drawing.places, node_id: at}), node_id


def move(drawing: Drawing, to: Mapping[NodeId, Point]) -> Drawing:
    """With these nodes elsewhere; around the same graph, so nothing is checked again."""
    return replace(drawing, places={**drawing.places, **to})


def connect(drawing: Drawing, source: Port, target: Port) -> Drawing:
    """With a wire; raises WireError when it can't be."""
    return sweep(replace(drawing, graph=drawing.graph.connect(source, target)))


def disconnect(drawing: Drawing, wire: Wire) -> Drawing:
    """Without that wire."""
    return sweep(replace(drawing, graph=drawing.graph.disconnect(wire)))


def delete(drawing: Drawing, ids: Iterable[NodeId]) -> Drawing:
    """Without these nodes and their wires; a later node of the same id inherits nothing."""
    gone = frozenset(ids)
    places = {node: point for node, point in drawing.places.items() if node not in gone}
    frames = {
        key: replace(frame, nodes=frame.nodes - gone) if frame.nodes & gone else frame
        for key, frame in drawing.frames.items()
    }
    after = replace(
        drawing,
        graph=drawing.graph.remove(gone),
        places=places,
        frames=frames if drawing.frames else drawing.frames,
        pins=drawing.pins - gone if drawing.pins & gone else drawing.pins,
        folded=drawing.folded - gone if drawing.folded & gone else drawing.folded,
        trimmed=drawing.trimmed - gone if drawing.trimmed & gone else drawing.trimmed,
    )
    return sweep(after)


def set_setting(drawing: Drawing, ids: Iterable[NodeId], name: str, value: Any) -> Drawing:
    """With one setting changed in these nodes; raises SettingError when the value can't be."""
    graph = drawing.graph
    for node_id in ids:
        layer = replace(graph.nodes[node_id].layer, **{name: value})
        if layer != graph.nodes[node_id].layer:
            graph = graph.replace(node_id, layer)
    return drawing if graph is drawing.graph else replace(drawing, graph=graph)


def rename(drawing: Drawing, node_id: NodeId, name: str) -> Drawing:
    """With another name for a node; the id, and so every wire, stays."""
    node = drawing.graph.nodes[node_id]
    kept = "" if name == node_id else name
    if kept == node.name:
        return drawing
    return replace(drawing, graph=drawing.graph.put(replace(node, name=kept)))


def set_mode(drawing: Drawing, ids: Iterable[NodeId], mode: Mode) -> Drawing:
    """With these nodes on, bypassed or disabled."""
    graph = drawing.graph
    for node_id in ids:
        if graph.nodes[node_id].mode != mode:
            graph = graph.put(replace(graph.nodes[node_id], mode=mode))
    return drawing if graph is drawing.graph else replace(drawing, graph=graph)


def switch(drawing: Drawing, wires: Iterable[Wire], *, on: bool) -> Drawing:
    """With these wires carrying something, or drawn without carrying anything."""
    graph = drawing.graph.switch(wires, on)
    return drawing if graph is drawing.graph else replace(drawing, graph=graph)


def set_start(drawing: Drawing, node_id: NodeId, start: Start | None) -> Drawing:
    """With another start of one node's weights; None: the rule for its layer type."""
    node = replace(drawing.graph.nodes[node_id], start=start)
    return replace(drawing, graph=drawing.graph.put(node))


def set_rule(drawing: Drawing, kind: str, start: Start | None) -> Drawing:
    """With another start for every layer of a type; None: torch's own."""
    starts = {name: rule for name, rule in drawing.graph.starts.items() if name != kind}
    if start is not None:
        starts[kind] = start
    return replace(drawing, graph=replace(drawing.graph, starts=starts))


def set_name(drawing: Drawing, name: str) -> Drawing:
    """With another name for the whole, its class in the code; the same drawing when it is equal."""
    return drawing if name == drawing.name else replace(drawing, name=name)


def set_recipe(drawing: Drawing, recipe: Recipe) -> Drawing:
    """With another recipe; the same drawing when it is equal."""
    return drawing if recipe == drawing.recipe else replace(drawing, recipe=recipe)


def fixed(drawing: Drawing, graph: Graph, recipe: Recipe) -> Drawing:
    """After a fix: new nodes get a place between what feeds them and what they feed."""
    places = dict(drawing.places)
    for node_id, node in graph.nodes.items():
        if node_id in places:
            continue
        near = [source.node for _, source in node.feeds] + list(graph.consumers[node_id])
        known = [places[other] for other in near if other in places]
        x = sum(p.x for p in known) / len(known) if known else 0.0
        y = sum(p.y for p in known) / len(known) if known else 0.0
        places[node_id] = free_place(places.values(), Point(x, y))
    return replace(drawing, graph=graph, recipe=recipe, places=places)


def free_place(taken: Iterable[Point], wanted: Point) -> Point:
    """The wanted place, or the next one below it that covers no node (about 150 × 64 px)."""
    return free_shift(taken, [Point(0, 0)], wanted)


def free_shift(taken: Iterable[Point], moved: Iterable[Point], wanted: Point) -> Point:
    """How far places can go together: as wanted, or the next way below it on which none is covered.

    Only nodes in columns near each other are compared, so thousands can be moved at once.
    """
    columns: dict[int, list[Point]] = {}
    for place in taken:
        columns.setdefault(int(place.x // _WIDE), []).append(place)
    blocked = set()  # ways down that end on a node
    for place in moved:
        x = place.x + wanted.x
        column = int(x // _WIDE)
        for near in (column - 1, column, column + 1):
            for other in columns.get(near, ()):
                if abs(x - other.x) < _WIDE:
                    blocked.add(other.y - place.y)
    y = wanted.y
    for way in sorted(blocked):
        if y <= way - _HIGH:
            break
        while y < way + _HIGH:
            y += 24
    return Point(wanted.x, y)
