"""A scene that knows where its wires run: around nodes, past dots, or as the tags of portals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QPainterPath

from nodegraph.document import Drawing
from nodegraph.graph import Graph, Node, NodeId, Port, Wire
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.cells import edges_of
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.node_scene import NodeScene
from nodegraph.ui.canvas.wires import tags
from nodegraph.ui.canvas.wires.forms import CURVED, Form, bowed
from nodegraph.ui.canvas.wires.routes import Routes, group_of, slots_of, wire_of
from nodegraph.ui.canvas.wires.shape import Slot, WireShape
from nodegraph.ui.canvas.wires.ways import wire_path


class RoutedScene(NodeScene):
    """Nodes by id, and the ways of the wires between them."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look, parent)
        self.shown: Drawing | None = None
        self._slots: dict[NodeId, set[Slot]] = {}  # the wires at each node, in and out
        self._routes = Routes()
        self._bent: set[Wire] = set()  # wires whose dots changed since they were routed
        self._form = CURVED
        self._put_off: set[Slot] = set()  # out of view, and not where they really run

    # Which wires there are

    def _note_slots(self, node: Node) -> None:
        for slot in [slot for slot in self._slots[node.id] if slot[0] == node.id]:
            self._drop_wire(slot)
        for number, (_, source) in enumerate(node.feeds):
            for end in (node.id, source.node):
                self._slots[end].add((node.id, number))

    def _drop_wire(self, slot: Slot) -> None:
        wire = self.wires.shapes[slot].wire
        for end in (wire.source.node, wire.target.node):
            self._slots.get(end, set()).discard(slot)
        self.wires.drop(slot)
        self._put_off.discard(slot)

    def slots_at(self, ids: Iterable[NodeId]) -> set[Slot]:
        """The wires into and out of these nodes."""
        return {slot for node_id in ids for slot in self._slots[node_id]}

    def wire_at(self, slot: Slot | None) -> Wire | None:
        """The wire in a slot."""
        return self.wires.shapes[slot].wire if slot in self.wires.shapes else None

    def slot_of(self, wire: Wire) -> Slot | None:
        """Where a wire is drawn; of equal wires into a joined input, the last."""
        slots = self._slots.get(wire.target.node, ())
        return max((s for s in slots if self.wires.shapes[s].wire == wire), default=None)

    def _show_sources(self, graph: Graph, node_id: NodeId) -> None:
        feeds = graph.nodes[node_id].feeds
        self.nodes[node_id].show_sources(
            {name: graph.nodes[source.node].layer.group for name, source in feeds}
        )

    # Where they run

    def _route(self, graph: Graph, slot: Slot) -> None:
        wire = wire_of(graph, slot)
        ends = None
        if wire in self._routes.portals and not self._is_inside(wire):
            ends = self._tags(wire)
        path = self.path(wire, slot[1]) if ends is None else ends.path
        self._put_off.discard(slot)
        shape = WireShape(wire, group_of(graph, wire), path, self._routes.of(wire), ends)
        self.wires.put(slot, shape)

    def _sketch(self, graph: Graph, slot: Slot, wire: Wire, path: QPainterPath) -> None:
        """Draws a wire that is out of view so; it is routed when it is looked at."""
        self.wires.put(slot, WireShape(wire, group_of(graph, wire), path))
        self._put_off.add(slot)

    def ends(self, wire: Wire) -> tuple[QPointF, QPointF]:
        """Where a wire leaves its output and meets its input."""
        source, target = self.nodes[wire.source.node], self.nodes[wire.target.node]
        return source.port_at(wire.source.name, True), target.port_at(wire.target.name, False)

    def path(self, wire: Wire, number: int = 0, via: Sequence[QPointF] = ()) -> QPainterPath:
        """Where a wire between two ports runs; `number` keeps those into one node apart.

        `via` are points that it would pass.
        """
        source, target = self.nodes[wire.source.node], self.nodes[wire.target.node]
        ends = self.ends(wire)
        if source.pill is not None and self._is_inside(wire):
            return geometry.nowhere(source.pill.center())  # under the pill that hides both
        points = via or self._routes.of(wire).points
        if points:
            return self._form.past((ends[0], *points, ends[1]))
        lie = edges_of(source.body), edges_of(target.body)
        return wire_path(*ends, *lie, number, self.layer.bodies_in, self._form)

    def loose_path(
        self, fixed: Port, is_output: bool, loose: QPointF, via: Sequence[QPointF] = ()
    ) -> QPainterPath:
        """Where a wire from a port past some points to a place that is no port yet runs."""
        item = self.nodes[fixed.node]
        at, body = item.port_at(fixed.name, is_output), edges_of(item.body)
        if via:
            line = (at, *via, loose) if is_output else (loose, *via, at)
            return self._form.past(line)
        spot = (loose.x() - 1, loose.y() - 23, loose.x() + 1, loose.y() + 23)
        if is_output:
            return wire_path(at, loose, body, spot, 0, self.layer.bodies_in, self._form)
        return wire_path(loose, at, spot, body, 0, self.layer.bodies_in, self._form)

    def _simple(self, slot: Slot, start: QPointF, end: QPointF) -> QPainterPath:
        """Where a wire runs while there is no time to look for its way."""
        shape = self.wires.shapes[slot]
        if shape.ends is not None:
            shape.ends = self._tags(shape.wire)
            return shape.ends.path
        shape.route = self._routes.of(shape.wire)
        points = shape.route.points
        return self._form.past((start, *points, end)) if points else bowed(start, end)

    # Dots, portals and form

    def show_form(self, form: Form) -> None:
        """Draws all wires so."""
        if form == self._form:
            return
        self._form = form
        if self.shown is not None:
            for slot in self.wires.shapes:
                self._route(self.shown.graph, slot)
            self._grow()

    def dots_among(self, ids: Set[NodeId]) -> frozenset[str]:
        """The dots that only wires among these nodes pass."""
        return self._routes.dots_among(ids)

    def _show_routes(self, drawing: Drawing) -> None:
        """Shows the dots and portals of a drawing, and notes which wires they bend."""
        if self._routes or drawing.routes or drawing.portals:
            self._bent |= self._routes.show(drawing)
            self.wires.show_dots(self._routes.spots(self._is_inside))

    def _bent_slots(self, graph: Graph) -> set[Slot]:
        return set[Slot]().union(*(slots_of(graph, wire) for wire in self._bent))

    def _is_inside(self, wire: Wire) -> bool:
        """Whether both ends of a wire lie hidden in one folded frame."""
        source, target = (self.nodes[port.node].pill for port in wire)
        return source is not None and source == target

    def _tags(self, wire: Wire) -> tags.Ends:
        """Both ends of a portal, below the wires and other portals at the same ports."""
        assert self.shown is not None
        graph, look = self.shown.graph, self.look
        plain = {wire_of(graph, slot) for slot in self.slots_at(port.node for port in wire)}
        below, under = self._routes.rows(wire, plain - self._routes.portals)
        start, end = self.ends(wire)
        source, target = (self.nodes[port.node].node.title for port in wire)
        return tags.Ends(
            tags.at_source(start, below, target, look), tags.at_target(end, under, source, look)
        )

    def _grow(self, slots: Iterable[Slot] = ()) -> None:
        """Makes the scene as large as nodes and wires need, those of a drag too."""
        needed = self.layer.reach().united(self.wires.reach())
        for slot in slots:
            needed = needed.united(self.wires.shapes[slot].box)
        self._span(needed)
