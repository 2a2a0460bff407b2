"""From a file's JSON to a drawing; every error says the line, the field and what was expected.

Files of older versions are brought forward first, by one function a version. Layers that this
version does not know are kept as they came.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from nodegraph.document import marks
from nodegraph.document.drawing import Drawing, Point
from nodegraph.document.reader import FileError, Reader, are_numbers, is_line, is_port, short
from nodegraph.document.tidy.arrival import arrived
from nodegraph.document.writing import VERSION
from nodegraph.graph import MODES, Feed, Graph, Node, NodeId, Port, Start, WireError
from nodegraph.graph.start import Init, must_fit
from nodegraph.layers import Layer, Unknown, find
from nodegraph.recipe import LOSSES, OPTIMIZERS, SCHEDULES, Recipe, part
from nodegraph.say import either, say
from nodegraph.setting import SettingError

FORWARD: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}  # version v → content of v+1
_FIELDS = {"nodegraph", "name", "nodes", "init", "places", "recipe", *marks.NAMES}
_NODE_FIELDS = {"id", "name", "layer", "settings", "inputs", "shares", "init", "mode", "off"}
_HALF = re.compile(r"\\u[dD][89a-fA-F]")  # a letter beyond the first 65,536 is written as two


def parse(text: str, path: str | Path = "") -> Any:
    """The JSON in that text; raises FileError, with `path` named in it."""
    try:
        content = json.loads(text, parse_constant=_refuse_constant)
        if _HALF.search(text):  # before anything is made of it: what holds one is never saved
            json.dumps(content, ensure_ascii=False).encode()
        return content
    except json.JSONDecodeError as error:
        raise FileError(say("is not JSON: {0}", error.msg), path, error.lineno) from error
    except UnicodeEncodeError as error:
        raise FileError(say("holds half of a letter, which is no text"), path) from error
    except RecursionError as error:
        raise FileError(
            say("is not a drawing: its brackets are nested too deeply"), path
        ) from error
    except ValueError as error:  # NaN, or a number with thousands of digits
        raise FileError(say("holds a number that can't be read: {0}", error), path) from error


def outputs_named(entries: Any) -> dict[NodeId, set[str]]:
    """Which outputs of which nodes the wires of a file's nodes name."""
    named: dict[NodeId, set[str]] = {}
    for entry in entries if isinstance(entries, list) else ():
        inputs = entry.get("inputs") if isinstance(entry, dict) else None
        for fed in inputs.values() if isinstance(inputs, dict) else ():
            for port in [fed] if is_port(fed) else fed if isinstance(fed, list) else []:
                if is_port(port):
                    named.setdefault(port[0], set()).add(port[1])
    return named


def read(content: Any, text: str, path: str | Path) -> Drawing:
    """The drawing that the content describes; `text` tells the lines in errors."""
    return _Reading(text, path).drawing(content)


class _Reading(Reader):
    def drawing(self, content: Any) -> Drawing:
        content = self._current(content)
        for name in content:
            if name not in _FIELDS:
                self.refuse(say("is not a field of a drawing"), name)
        name = content.get("name", "Network")
        if not isinstance(name, str) or not name.isprintable() or not name.strip():
            self.refuse(say("needs one line of text"), "name")
        nodes = content.get("nodes")
        if not isinstance(nodes, list):
            missing = nodes is None
            needed = say("needs a list of nodes")
            self.refuse(say("{0}, it is missing", needed) if missing else needed, "nodes")
        graph = self._graph(nodes, content.get("init", {}))
        places = self._places(content.get("places", {}), graph)
        recipe = self._recipe(content.get("recipe", {}))
        return Drawing(name, graph, places, recipe, **marks.read(self, content, graph))

    def _current(self, content: Any) -> dict[str, Any]:
        if not isinstance(content, dict) or "nodegraph" not in content:
            self.refuse(say('is not a drawing: it needs an object with a field "nodegraph"'), "")
        version = content["nodegraph"]
        if type(version) is not int or version < 1:
            self.refuse(say("needs the version's number, got {0}", repr(version)), "nodegraph")
        if version > VERSION:
            self.refuse(
                say(
                    "is of version {0} and this program reads up to {1}; update nodegraph",
                    version,
                    VERSION,
                ),
                "nodegraph",
            )
        while version < VERSION:
            content, version = FORWARD[version](content), version + 1
        return dict(content)

    def _graph(self, entries: list[Any], starts: Any) -> Graph:
        outputs = outputs_named(entries)  # all that is known of an unknown layer's
        nodes: dict[NodeId, Node] = {}
        for number, entry in enumerate(entries, 1):
            node = self._node(entry, number, outputs)
            if node.id in nodes:
                self.refuse(say("two nodes have this id"), "id", node.id)
            nodes[node.id] = node
        for node in nodes.values():
            if node.shares is not None and node.shares not in nodes:
                self.refuse(say("there is no node {0}", repr(node.shares)), "shares", node.id)
            for name, port in node.feeds:
                self._must_be_output(nodes, port, f"inputs, {name}", node.id)
        kinds = self.object(starts, "init")
        by_kind = {kind: self._start(given, kind, "") for kind, given in kinds.items()}
        try:
            return Graph.of(nodes.values(), by_kind)
        except WireError as error:
            self.refuse(str(error), "nodes")

    def _node(self, entry: Any, number: int, outputs: Mapping[str, set[str]]) -> Node:
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not entry["id"]:
            self.refuse(
                say('needs an object with an "id", got {0}', short(entry)), f"nodes, {number}"
            )
        node_id = entry["id"]
        if not is_line(node_id):
            self.refuse(say("an id is one line of at most 200 letters"), f"nodes, {number}")
        for name in entry:
            if name not in _NODE_FIELDS:
                self.refuse(say("is not a field of a node"), name, node_id)
        kind, called = entry.get("layer"), entry.get("name", "")
        if not isinstance(kind, str) or not kind:
            self.refuse(say('needs the layer\'s name, as "Linear"'), "layer", node_id)
        if not is_line(called):
            self.refuse(say("needs one line of text"), "name", node_id)
        shares = entry.get("shares")
        if shares is not None and not isinstance(shares, str):
            self.refuse(say("needs the id of a node"), "shares", node_id)
        inputs = self._inputs(entry.get("inputs", {}), node_id)
        settings = self.object(entry.get("settings", {}), "settings", node_id)
        layer = self._layer(kind, settings, inputs, outputs.get(node_id, set()), node_id)
        start = self._start(entry["init"], kind, node_id) if "init" in entry else None
        if layer.variadic:
            inputs = {n: (fed,) if isinstance(fed, Port) else fed for n, fed in inputs.items()}
        self._inputs_must_fit(layer, inputs, node_id)
        mode = entry.get("mode", "on")
        if mode not in MODES:
            self.refuse(say("needs {0}, got {1}", either(MODES), short(mode)), "mode", node_id)
        node = Node(node_id, layer, inputs, called, shares, start, mode)
        return replace(node, off=self._off(entry["off"], node)) if "off" in entry else node

    def _off(self, given: Any, node: Node) -> frozenset[Feed]:
        """The wires into a node that carry nothing."""
        off = set[Feed]()
        for name, fed in self._inputs(given, node.id, "off").items():
            for port in [fed] if isinstance(fed, Port) else fed:
                if (name, port) not in node.feeds:
                    missing = say("there is no wire from {0} to {1}", port.node, node.id)
                    self.refuse(missing, f"off, {name}", node.id)
                off.add((name, port))
        return frozenset(off)

    def _layer(
        self, kind: str, settings: Mapping[str, Any], inputs: Mapping[str, Any],
        outputs: set[str], node_id: NodeId,
    ) -> Layer:  # fmt: skip
        found = find(kind)
        if found is None:
            joins = any(not isinstance(fed, Port) for fed in inputs.values())
            ports_in, ports_out = tuple(inputs) or ("input",), tuple(sorted(outputs)) or ("output",)
            try:  # 1e999 is read as a number that no file can hold
                raw = json.dumps(settings, ensure_ascii=False, allow_nan=False)
            except ValueError as error:
                self.refuse(
                    say("holds a number that can't be read: {0}", error), "settings", node_id
                )
            return Unknown(kind, raw, ports_in, ports_out, joins)
        try:
            return found(**settings)
        except SettingError as error:
            self.refuse(
                say("needs {0}, got {1}", error.needed, short(error.came)), error.name, node_id
            )
        except TypeError:
            wrong = next(name for name in settings if name not in found.__dataclass_fields__)
            self.refuse(say("{0} has no such setting", kind), wrong, node_id)

    def _inputs(
        self, given: Any, node_id: NodeId, field: str = "inputs"
    ) -> dict[str, Port | tuple[Port, ...]]:
        inputs: dict[str, Port | tuple[Port, ...]] = {}
        for name, fed in self.object(given, field, node_id).items():
            if is_port(fed):
                inputs[name] = Port(*fed)
            elif isinstance(fed, list) and fed and all(map(is_port, fed)):
                inputs[name] = tuple(Port(*port) for port in fed)
            else:
                needed = say('needs [node, output], as ["conv1", "output"]')
                self.refuse(say("{0}, got {1}", needed, short(fed)), f"{field}, {name}", node_id)
        return inputs

    def _inputs_must_fit(self, layer: Layer, inputs: Mapping[str, Any], node_id: NodeId) -> None:
        for name, fed in inputs.items():
            if name not in layer.inputs:
                has = ", ".join(layer.inputs) or say("no inputs")
                self.refuse(say("{0} has {1}", layer.kind, has), f"inputs, {name}", node_id)
            if not layer.variadic and not isinstance(fed, Port):
                self.refuse(say("{0} takes one wire here", layer.kind), f"inputs, {name}", node_id)

    def _must_be_output(
        self, nodes: Mapping[NodeId, Node], port: Port, field: str, node_id: NodeId
    ) -> None:
        if port.node not in nodes:
            self.refuse(
                say("the wire comes from {0}, and there is no such node", repr(port.node)),
                field,
                node_id,
            )
        if port.name not in nodes[port.node].layer.outputs:
            has = ", ".join(nodes[port.node].layer.outputs) or say("no outputs")
            self.refuse(
                say("{0} has {1}, not {2}", port.node, has, repr(port.name)), field, node_id
            )

    def _start(self, given: Any, kind: str, node_id: NodeId) -> Start:
        chosen: dict[str, Init] = {}
        for parameter, settings in self.object(given, "init", node_id).items():
            if parameter not in ("weight", "bias"):
                self.refuse(say('is neither "weight" nor "bias"'), parameter, node_id)
            told = dict(self.object(settings, parameter, node_id))
            try:
                chosen[parameter] = Init(_word(told.pop("name", None)), told)
                must_fit(kind, Start(**chosen))
            except SettingError as error:
                self.refuse(
                    say("needs {0}, got {1}", error.needed, short(error.came)), "init", node_id
                )
        return Start(**chosen)

    def _places(self, given: Any, graph: Graph) -> Mapping[NodeId, Point]:
        places = {}
        for node_id, place in self.object(given, "places").items():
            if node_id not in graph.nodes:
                self.refuse(say("there is no node {0}", repr(node_id)), "places")
            if not are_numbers(place, 2):
                self.refuse(say("{0} needs [x, y], got {1}", node_id, short(place)), "places")
            places[node_id] = Point(*place)
        if not places:  # a file written by hand may leave them out
            return arrived(graph)
        for number, node_id in enumerate(graph.nodes):
            places.setdefault(node_id, Point(180 * (number % 8), 120 * (number // 8)))
        return places

    def _recipe(self, given: Any) -> Recipe:
        told = dict(self.object(given, "recipe"))
        field = "recipe"
        try:
            for field, kinds in (
                ("loss", LOSSES), ("optimizer", OPTIMIZERS), ("schedule", SCHEDULES)
            ):  # fmt: skip
                if field in told:
                    settings = dict(self.object(told[field], field))
                    told[field] = part(kinds, _word(settings.pop("name", None)), settings)
            field = "recipe"
            return Recipe(**told)
        except SettingError as error:
            where = f"{field}, {error.name}"
            self.refuse(say("needs {0}, got {1}", error.needed, short(error.came)), where)
        except TypeError:
            known = Recipe.__dataclass_fields__
            wrong = next(name for name in told if name not in known)
            self.refuse(say("is not one of {0}", ", ".join(known)), f"recipe, {wrong}")


def _refuse_constant(word: str) -> float:
    raise ValueError(say("{0} is not a number that a setting can have", word))


def _word(value: Any) -> str:
    return value if isinstance(value, str) else short(value)
