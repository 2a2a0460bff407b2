"""What lies on the canvas beside the nodes, as the file tells it: both ways.

Frames, notes, pins, folded and trimmed nodes, the dots along wires, portals and bookmarks of
views. What is told of a node or a wire that is gone is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nodegraph.document.drawing import Box, Dot, Drawing, Frame, Note, Point, View
from nodegraph.document.reader import Reader, are_numbers, is_line, is_port, short
from nodegraph.graph import Graph, Port, Wire
from nodegraph.say import say

NAMES = ("frames", "notes", "pins", "folded", "trimmed", "dots", "routes", "portals", "bookmarks")
LONGEST = 100_000  # letters of a note
_FRAME = {"title", "box", "colour", "nodes", "folded"}


def told(drawing: Drawing) -> dict[str, Any]:
    """Every part by its name, also an empty one."""
    nodes, wires = drawing.graph.nodes, frozenset(drawing.graph.wires) if _wired(drawing) else ()
    dots = {d: dot for d, dot in drawing.dots.items() if dot.source.node in nodes}
    return {
        "frames": [_frame(frame_id, f, nodes) for frame_id, f in drawing.frames.items()],
        "notes": [
            {"id": note_id, "text": note.text, "box": _rounded(note.box)}
            for note_id, note in drawing.notes.items()
        ],
        "pins": [node_id for node_id in nodes if node_id in drawing.pins],
        "folded": [node_id for node_id in nodes if node_id in drawing.folded],
        "trimmed": [node_id for node_id in nodes if node_id in drawing.trimmed],
        "dots": [
            {"id": dot_id, "source": list(dot.source), "at": _rounded(dot.at)}
            for dot_id, dot in dots.items()
        ],
        "routes": [
            {"wire": _wire(wire), "dots": passed}
            for wire, route in drawing.routes.items()
            if wire in wires and (passed := [dot for dot in route if dot in dots])
        ],
        "portals": [_wire(wire) for wire in sorted(drawing.portals) if wire in wires],
        "bookmarks": {
            str(number): [round(view.x, 2), round(view.y, 2), round(view.zoom, 4)]
            for number, view in sorted(drawing.bookmarks.items())
        },
    }


def changed(before: Drawing, after: Drawing) -> dict[str, Any]:
    """The parts that an edit changed, or that may speak of a node or wire that it took away."""
    rewired = before.graph is not after.graph
    names = [
        name
        for name in NAMES
        if getattr(before, name) is not getattr(after, name) or (rewired and getattr(after, name))
    ]
    parts = told(after) if names else {}
    return {name: parts[name] for name in names}


def read(reader: Reader, content: Mapping[str, Any], graph: Graph) -> dict[str, Any]:
    """The fields of a Drawing; raises FileError."""
    return _Marks(reader, content, graph).all()


def _wired(drawing: Drawing) -> bool:
    return bool(drawing.routes or drawing.portals)


def _frame(frame_id: str, frame: Frame, nodes: Iterable[str]) -> dict[str, Any]:
    told: dict[str, Any] = {"id": frame_id, "title": frame.title, "box": _rounded(frame.box)}
    if frame.colour:
        told["colour"] = frame.colour
    if inside := [node_id for node_id in nodes if node_id in frame.nodes]:
        told["nodes"] = inside
    if frame.folded:
        told["folded"] = True
    return told


def _wire(wire: Wire) -> list[list[str]]:
    return [list(wire.source), list(wire.target)]


def _rounded(numbers: Iterable[float]) -> list[float]:
    return [int(n) if n == int(n) else n for n in (round(number, 2) for number in numbers)]


class _Marks:
    """The parts of one file being read."""

    def __init__(self, reader: Reader, content: Mapping[str, Any], graph: Graph) -> None:
        self._reader, self._content, self._graph = reader, content, graph
        self._refuse = reader.refuse

    def all(self) -> dict[str, Any]:
        routes = self._routes() if "routes" in self._content else {}
        found: dict[str, Any] = {
            "frames": self._by_id("frames", _FRAME, _Marks._frame),
            "notes": self._by_id("notes", {"text", "box"}, _Marks._note),
            "pins": self._nodes(self._content.get("pins", []), "pins"),
            "folded": self._nodes(self._content.get("folded", []), "folded"),
            "trimmed": self._nodes(self._content.get("trimmed", []), "trimmed"),
            "dots": self._by_id("dots", {"source", "at"}, _Marks._dot),
            "routes": routes,
            "portals": frozenset(self._wire(w, "portals") for w in self._list("portals")),
            "bookmarks": self._bookmarks(),
        }
        for wire, route in routes.items():
            for dot in route:
                if dot not in found["dots"] or found["dots"][dot].source != wire.source:
                    self._refuse(
                        say("there is no dot {0} of {1}", repr(dot), wire.source.node), "routes"
                    )
        return found

    def _by_id(
        self, name: str, fields: set[str], one: Callable[[_Marks, Mapping[str, Any], str], Any]
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for number, entry in enumerate(self._list(name), 1):
            where = f"{name}, {number}"
            told = self._reader.object(entry, where)
            key = told.get("id")
            if not is_line(key) or not key:
                self._refuse(say('needs an "id", one line of text, got {0}', short(key)), where)
            if key in found:
                self._refuse(say("two have the id {0}", repr(key)), where)
            for field in told:
                if field not in fields | {"id"}:
                    self._refuse(say("is not a field of this"), f"{where}, {field}")
            found[key] = one(self, told, where)
        return found

    def _frame(self, told: Mapping[str, Any], where: str) -> Frame:
        title, colour, folded = told.get("title"), told.get("colour", ""), told.get("folded", False)
        if not is_line(title):
            self._refuse(say("needs one line of text"), f"{where}, title")
        if not is_line(colour):
            self._refuse(say("needs the name of a group of layers"), f"{where}, colour")
        if not isinstance(folded, bool):
            self._refuse(say("needs true or false"), f"{where}, folded")
        nodes = self._nodes(told.get("nodes", []), where)
        return Frame(title, self._box(told.get("box"), where), nodes, colour, folded)

    def _note(self, told: Mapping[str, Any], where: str) -> Note:
        text = told.get("text")
        if not isinstance(text, str) or len(text) > LONGEST:
            self._refuse(say("needs a text of at most {0} letters", LONGEST), f"{where}, text")
        return Note(text, self._box(told.get("box"), where))

    def _dot(self, told: Mapping[str, Any], where: str) -> Dot:
        at = told.get("at")
        if not are_numbers(at, 2):
            self._refuse(say("needs [x, y], got {0}", short(at)), f"{where}, at")
        return Dot(self._source(told.get("source"), where), Point(*at))  # type: ignore[misc]

    def _box(self, given: Any, where: str) -> Box:
        if not are_numbers(given, 4) or min(given[2:]) <= 0:
            self._refuse(say("needs [x, y, width, height], got {0}", short(given)), f"{where}, box")
        return Box(*given)

    def _nodes(self, given: Any, where: str) -> frozenset[str]:
        if not isinstance(given, list):
            self._refuse(say("needs a list of nodes, got {0}", short(given)), where)
        for node_id in given:
            if not isinstance(node_id, str) or node_id not in self._graph.nodes:
                self._refuse(say("there is no node {0}", short(node_id)), where)
        return frozenset(given)

    def _routes(self) -> dict[Wire, tuple[str, ...]]:
        routes = {}
        for number, entry in enumerate(self._list("routes"), 1):
            told = self._reader.object(entry, f"routes, {number}")
            dots = told.get("dots")
            if not isinstance(dots, list) or not all(isinstance(dot, str) for dot in dots):
                self._refuse(say("needs a list of dots, got {0}", short(dots)), f"routes, {number}")
            routes[self._wire(told.get("wire"), f"routes, {number}")] = tuple(dots)
        return routes

    def _wire(self, given: Any, where: str) -> Wire:
        if not isinstance(given, list) or len(given) != 2 or not is_port(given[1]):
            self._refuse(say("needs [[node, output], [node, input]], got {0}", short(given)), where)
        source, target = self._source(given[0], where), Port(*given[1])
        node = self._graph.nodes.get(target.node)
        if node is None or (target.name, source) not in node.feeds:
            self._refuse(say("there is no wire from {0} to {1}", source.node, target.node), where)
        return Wire(source, target)

    def _source(self, given: Any, where: str) -> Port:
        if not is_port(given):
            self._refuse(say("needs [node, output], got {0}", short(given)), where)
        port = Port(*given)
        node = self._graph.nodes.get(port.node)
        if node is None or port.name not in node.layer.outputs:
            self._refuse(say("{0} has no output {1}", repr(port.node), repr(port.name)), where)
        return port

    def _bookmarks(self) -> dict[int, View]:
        views = {}
        for number, view in self._reader.object(
            self._content.get("bookmarks", {}), "bookmarks"
        ).items():
            if number not in "123456789" or len(number) != 1 or not are_numbers(view, 3):
                needed = say('needs "1" to "9" with [x, y, zoom]')
                self._refuse(
                    say("{0}, got {1}: {2}", needed, short(number), short(view)), "bookmarks"
                )
            if not 0.05 <= view[2] <= 4:
                self._refuse(say("needs a zoom of 0.05 to 4, got {0}", short(view[2])), "bookmarks")
            views[int(number)] = View(*view)
        return views

    def _list(self, name: str) -> list[Any]:
        given = self._content.get(name, [])
        if not isinstance(given, list):
            self._refuse(say("needs a list in brackets, got {0}", short(given)), name)
        return given
