"""A drawing as text: one node a line, defaults left out, places apart from the network."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Any

from nodegraph.document import marks
from nodegraph.document.beside import Beside
from nodegraph.document.drawing import Drawing
from nodegraph.graph import Node, NodeId, Port, Start
from nodegraph.layers import Unknown
from nodegraph.recipe import Optimizer, Part, Recipe
from nodegraph.setting import settings_of

VERSION = 1
_PLACES_A_LINE = 8


def text_of(drawing: Drawing) -> str:
    """The file's whole text; the same drawing always gives the same text."""
    fields = {"name": json_of(drawing.name), "nodes": _nodes(drawing.graph.nodes.values())}
    if drawing.graph.starts:
        fields["init"] = json_of(starts_told(drawing.graph.starts))
    fields["places"] = _places(drawing, drawing.graph.nodes)
    fields |= {name: _mark(part) for name, part in marks.told(drawing).items() if part}
    fields["recipe"] = json_of(recipe_told(drawing.recipe))
    return _whole(fields)


def text_of_nodes(drawing: Drawing, ids: Container[NodeId], beside: Beside) -> str:
    """Some of the nodes as they stand in a file, with what feeds them by name, their places, how
    they and the wires among them are shown, and these frames and notes.

    The field "copied" in place of what belongs to the whole says that it is a part.
    """
    nodes = [node for node in drawing.graph.nodes.values() if node.id in ids]
    places = _places(drawing, [node.id for node in nodes])
    fields = {"copied": json_of(drawing.name), "nodes": _nodes(nodes), "places": places}
    told = marks.told(_shown(drawing, ids, beside))
    return _whole(fields | {name: _mark(part) for name, part in told.items() if part})


def _shown(drawing: Drawing, ids: Container[NodeId], beside: Beside) -> Drawing:
    """The frames and notes, and of how nodes and wires are shown what is of these alone."""
    routes = {
        wire: route
        for wire, route in drawing.routes.items()
        if wire.source.node in ids and wire.target.node in ids
    }
    passed = {dot for route in routes.values() for dot in route}
    return Drawing(
        graph=drawing.graph,
        frames={
            key: replace(frame, nodes=frozenset(i for i in frame.nodes if i in ids))
            for key, frame in drawing.frames.items()
            if key in beside.frames
        },
        notes={key: note for key, note in drawing.notes.items() if key in beside.notes},
        folded=frozenset(i for i in drawing.folded if i in ids),
        trimmed=frozenset(i for i in drawing.trimmed if i in ids),
        dots={key: dot for key, dot in drawing.dots.items() if key in passed},
        routes=routes,
        portals=frozenset(
            wire for wire in drawing.portals if wire.source.node in ids and wire.target.node in ids
        ),
    )


def _whole(fields: Mapping[str, str]) -> str:
    told = [f'{{"nodegraph": {VERSION}', *(f'"{name}": {text}' for name, text in fields.items())]
    return ",\n ".join(told) + "}\n"


def _nodes(nodes: Iterable[Node]) -> str:
    return _lines(node_told(node) for node in nodes)


def _lines(entries: Iterable[Any]) -> str:
    lines = ",\n".join(f"  {json_of(entry)}" for entry in entries)
    return f"[\n{lines}\n ]" if lines else "[]"


def _mark(part: Any) -> str:
    """Objects one a line; a list of names, or bookmarks, on one."""
    one_a_line = isinstance(part, list) and not isinstance(part[0], str)
    return _lines(part) if one_a_line else json_of(part)


def json_of(value: Any) -> str:
    """JSON on one line, with letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False)


def node_told(node: Node) -> dict[str, Any]:
    """A node as the file tells it."""
    told: dict[str, Any] = {"id": node.id}
    if node.name:
        told["name"] = node.name
    told["layer"] = node.layer.kind
    settings = json.loads(node.layer.raw) if isinstance(node.layer, Unknown) else _settings(node)
    if settings:
        told["settings"] = settings
    if node.inputs:
        told["inputs"] = {name: _fed(fed) for name, fed in node.inputs.items()}
    if node.shares:
        told["shares"] = node.shares
    if node.start:
        told["init"] = _start(node.start)
    if node.mode != "on":
        told["mode"] = node.mode
    if node.off:
        told["off"] = _off(node)
    return told


def _settings(node: Node) -> dict[str, Any]:
    """What differs from the default, and what torch has no default for: always said."""
    changed, layer = node.layer.changed(), node.layer
    return {
        s.name: getattr(layer, s.name)
        for s in settings_of(type(layer))
        if s.name in changed or s.name in layer.positional
    }


def _fed(fed: Port | tuple[Port, ...]) -> list[Any]:
    return list(fed) if isinstance(fed, Port) else [list(port) for port in fed]


def _off(node: Node) -> dict[str, Any]:
    """The wires that carry nothing, as those that feed it are told."""
    found: dict[str, list[list[str]]] = {}
    for name, port in dict.fromkeys(node.feeds):
        if (name, port) in node.off:
            found.setdefault(name, []).append(list(port))
    return {name: ports if node.layer.variadic else ports[0] for name, ports in found.items()}


def starts_told(starts: Mapping[str, Start]) -> dict[str, Any]:
    """How weights start by layer type, as the file tells it."""
    return {kind: _start(start) for kind, start in starts.items()}


def _start(start: Start) -> dict[str, Any]:
    return {name: {"name": init.name, **init.settings} for name, init in start.inits.items()}


def _places(drawing: Drawing, ids: Iterable[NodeId]) -> str:
    items = [
        f"{json_of(node_id)}: [{_number(place.x)}, {_number(place.y)}]"
        for node_id in ids
        if (place := drawing.places.get(node_id)) is not None
    ]
    rows = [
        ", ".join(items[start : start + _PLACES_A_LINE])
        for start in range(0, len(items), _PLACES_A_LINE)
    ]
    return "{" + ",\n  ".join(rows) + "}"


def _number(value: float) -> str:
    rounded = round(value, 2)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)


def recipe_told(recipe: Recipe) -> dict[str, Any]:
    """A recipe as the file tells it."""
    default = Recipe()
    told: dict[str, Any] = {"data": recipe.data, "loss": _part(recipe.loss)}
    if recipe.target != default.target:
        told["target"] = recipe.target
    told["optimizer"] = _part(recipe.optimizer)
    if recipe.schedule != default.schedule:
        told["schedule"] = _part(recipe.schedule)
    told |= {"epochs": recipe.epochs, "batch_size": recipe.batch_size, "seed": recipe.seed}
    if recipe.device != default.device:
        told["device"] = recipe.device
    return told


def _part(part: Part) -> dict[str, Any]:
    # The rate is always written: it is the first thing anyone looks for.
    rate = {"lr": part.lr} if isinstance(part, Optimizer) else {}
    return {"name": part.name, **rate, **part.changed()}
