"""What the drawing tells of its wires beside the network: the dots they pass, and portals."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set

from PySide6.QtCore import QPointF

from nodegraph.document import Drawing, dots
from nodegraph.graph import Graph, NodeId, Port, Wire
from nodegraph.ui.canvas.look import OFF
from nodegraph.ui.canvas.wires.dot_marks import Spot
from nodegraph.ui.canvas.wires.shape import STRAIGHT, Route, Slot


class Routes:
    """Of the wires there are; read again when the drawing tells something else."""

    def __init__(self) -> None:
        self.portals: frozenset[Wire] = frozenset()
        self._passed: dict[Wire, Route] = {}
        self._graph: Graph | None = None  # that these were read for

    def __bool__(self) -> bool:
        return bool(self.portals or self._passed)

    def of(self, wire: Wire) -> Route:
        """The dots that a wire passes."""
        return self._passed.get(wire, STRAIGHT)

    def dots_among(self, ids: Set[NodeId]) -> frozenset[str]:
        """The dots that only wires among these nodes pass."""
        inside, passed = set[str](), set[str]()
        for wire, route in self._passed.items():
            among = wire.source.node in ids and wire.target.node in ids
            (inside if among else passed).update(route.dots)
        return frozenset(inside - passed)

    def show(self, drawing: Drawing) -> set[Wire]:
        """Takes those of a drawing; answers the wires that run elsewhere now."""
        passed = {
            wire: route for wire in drawing.routes if (route := _route_of(drawing, wire)).dots
        }
        found = self._passed.keys() | passed.keys()
        bent = {wire for wire in found if self._passed.get(wire) != passed.get(wire)}
        if drawing.portals != self.portals or drawing.graph is not self._graph:
            bent |= drawing.portals | self.portals  # they make room at their ports
        self._passed, self.portals, self._graph = passed, drawing.portals, drawing.graph
        return bent

    def spots(self, is_hidden: Callable[[Wire], bool]) -> dict[str, Spot]:
        """The dots of wires that are not hidden."""
        return {
            dot: Spot(at, group_of(self._graph, wire).removeprefix(OFF))
            for wire, route in self._passed.items()
            if self._graph is not None and wire not in self.portals and not is_hidden(wire)
            for dot, at in zip(*route, strict=True)
        }

    def rows(self, wire: Wire, plain: Collection[Wire]) -> tuple[int, int]:
        """How many tags, and plain wires, come before a portal's at its two ports."""
        others = sorted(self.portals)
        return (
            [other for other in others if other.source == wire.source].index(wire)
            + any(other.source == wire.source for other in plain),
            [other for other in others if other.target == wire.target].index(wire)
            + any(other.target == wire.target for other in plain),
        )


def wire_of(graph: Graph, slot: Slot) -> Wire:
    """The wire that belongs in a slot."""
    node_id, number = slot
    name, source = graph.nodes[node_id].feeds[number]
    return Wire(source, Port(node_id, name))


def slots_of(graph: Graph, wire: Wire) -> set[Slot]:
    """The slots of a wire; several where a joined input takes it more than once."""
    source, target = wire
    if target.node not in graph.nodes:
        return set()
    feeds = enumerate(graph.nodes[target.node].feeds)
    return {(target.node, number) for number, fed in feeds if fed == (target.name, source)}


def group_of(graph: Graph, wire: Wire) -> str:
    """The group that says a wire's colour: its source's, marked where it carries nothing."""
    source, target = (graph.nodes[port.node] for port in wire)
    off = "disabled" in (source.mode, target.mode) or graph.is_off(wire)
    return (OFF if off else "") + source.layer.group


def _route_of(drawing: Drawing, wire: Wire) -> Route:
    if not slots_of(drawing.graph, wire):
        return STRAIGHT
    passed = dots.along(drawing, wire)
    return Route(passed, tuple(QPointF(*drawing.dots[dot].at) for dot in passed))
