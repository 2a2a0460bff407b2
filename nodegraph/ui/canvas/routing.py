"""A scene that knows where its wires run, and brings them along when nodes move.

While a drag moves nodes, their wires follow once a frame, and in a simple curve where there are
many; where they really run is worked out at the release.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath

from nodegraph.document import Drawing
from nodegraph.graph import Graph, Node, NodeId, Port, Wire
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.node_scene import NodeScene
from nodegraph.ui.canvas.wires import tags
from nodegraph.ui.canvas.wires.forms import CURVED, Form, bowed
from nodegraph.ui.canvas.wires.routes import Routes, group_of, slots_of, wire_of
from nodegraph.ui.canvas.wires.shape import Slot, WireShape

AROUND = 320.0  # px around a wire's ends within which its way may lie
FEW = 24  # wires that a drag moves and that are routed around nodes in each of its frames


class WiredScene(NodeScene):
    """Nodes by id, and the wires between them."""

    drawn = Signal()  # another drawing is shown, wires included
    moved = Signal()  # nodes lie elsewhere, and their wires are to follow

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look, parent)
        self.shown: Drawing | None = None
        self._slots: dict[NodeId, set[Slot]] = {}  # the wires at each node, in and out
        # Nodes that changed place or size since wires were routed: where they lay, if anywhere.
        self._away: dict[NodeId, QRectF | None] = {}
        self._led: set[Slot] = set()  # wires with one end at a node that is carried
        self._late = False  # wires are to follow with the next frame
        self._routes = Routes()
        self._bent: set[Wire] = set()  # wires whose dots changed since they were routed
        self._form = CURVED
        self.seen: QRectF | None = None  # the part in view; None: nobody looks through a view
        self._put_off: set[Slot] = set()  # out of view, and not where they really run
        self.moved.connect(self._follow, Qt.ConnectionType.QueuedConnection)

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

    def _route_stale(self, touched: set[NodeId]) -> None:
        assert self.shown is not None
        graph, away = self.shown.graph, self._away
        for node_id in touched:
            self._note_slots(graph.nodes[node_id])
        for node_id in touched | {slot[0] for slot in self.slots_at(touched)}:
            self._show_sources(graph, node_id)
        moved = touched | (away.keys() & self.nodes.keys())
        stale = self.slots_at(moved).union(*(slots_of(graph, wire) for wire in self._bent))
        if len(touched) < len(self.nodes):  # else every wire is stale already
            bodies = [body for body in away.values() if body is not None]
            bodies += [self.nodes[node_id].body for node_id in away if node_id in self.nodes]
            stale |= self.wires.passing(body.adjusted(-40, -40, 40, 40) for body in bodies)
        by = self.one_way(self._away)
        self._away, self._bent = {}, set()
        for slot in stale - self._settled(stale - self.slots_at(touched), by, moved):
            self._route(graph, slot)
        self._grow(moved, stale)

    def slots_at(self, ids: Iterable[NodeId]) -> set[Slot]:
        """The wires into and out of these nodes."""
        return {slot for node_id in ids for slot in self._slots[node_id]}

    def _route(self, graph: Graph, slot: Slot) -> None:
        wire = wire_of(graph, slot)
        group, route = group_of(graph, wire), self._routes.of(wire)
        ends = None
        if wire in self._routes.portals and not self._is_inside(wire):
            ends = self._tags(wire)
        path = self.path(wire, slot[1]) if ends is None else ends.path
        self._put_off.discard(slot)
        self.wires.put(slot, WireShape(wire, group, path, route, ends))

    # Wires out of view

    def show_area(self, area: QRectF) -> None:
        """This part is in view now; wires there that were put off are routed."""
        self.seen = area
        if not self._put_off or self.wires.tier == "far" or self.shown is None:
            return
        shapes, near = self.wires.shapes, area.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        due = [slot for slot in self._put_off if shapes[slot].box.intersects(near)]
        for slot in due:
            self._route(self.shown.graph, slot)
        if due:
            self._grow((), due)

    def _settled(self, stale: Iterable[Slot], by: QPointF | None, moved: Set[NodeId]) -> set[Slot]:
        """Those of some wires that need not be routed now.

        Wires whose both ends went the same way go along. Those out of view, before and after, are
        drawn roughly and wait until somebody looks.
        """
        settled = set[Slot]()
        if self.seen is None:
            return settled
        near = self.seen.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        if self.wires.tier == "far":
            near = QRectF()  # no way is seen there
        for slot in stale:
            shape = self.wires.shapes.get(slot)
            if shape is None or shape.ends is not None or shape.route.points:
                continue
            wire, line, before = shape.wire, shape.line, self.wires.before_drag(slot)
            sees = near.intersects(shape.box)
            if (
                by is not None
                and wire.source.node in moved
                and wire.target.node in moved
                and before is None
            ):
                bends = geometry.depends_on_others(line.p1(), line.p2())
                if bends and (sees or near.intersects(shape.box.translated(by))):
                    continue
                self.wires.shift(slot, by)
            elif sees:
                continue
            else:
                bends = True
                line = QLineF(*self.ends(wire))
                if near.intersects(_around(line)):
                    continue
                if before is not None and geometry.chord(before) == line:
                    self.wires.draft(slot, before)  # a drag that was none
                elif line != shape.line or before is not None:
                    self.wires.draft(slot, bowed(line.p1(), line.p2()))
            settled.add(slot)
            if bends:
                self._put_off.add(slot)
        return settled

    def carry(self, ids: Collection[NodeId]) -> None:
        """Leaves these nodes, and the wires among them, to a picture; none: shows all again."""
        for node_id in self.layer.carried:
            if node_id in self.nodes and self.nodes[node_id].pill is None:
                self.nodes[node_id].show()
        for node_id in ids:
            self.nodes[node_id].hide()
        self.layer.carry(ids)
        wires = self.wires.shapes
        slots = self.slots_at(ids)
        inner = {slot for slot in slots if slot[0] in ids and wires[slot].wire.source.node in ids}
        self.wires.carry(inner)
        self._led = slots - inner
        for node_id, _ in self._led:
            self._away.setdefault(node_id, None)

    def lead(self, way: QPointF) -> None:
        """Draws the wires from carried nodes to others as if the carried lay that much off."""
        paths = {}
        for slot in self._led:
            start, end = self.ends(self.wires.shapes[slot].wire)
            if slot[0] in self.layer.carried:
                end += way
            else:
                start += way
            paths[slot] = self._simple(slot, start, end)
        self.wires.follow(paths)

    def _follow(self) -> None:
        self._late = False
        self.drawn.emit()
        if self.shown is None:
            return
        graph = self.shown.graph
        slots = self.slots_at(self._away).union(*(slots_of(graph, w) for w in self._bent))
        if len(slots) <= FEW:
            self._route_stale(set())
            return
        shapes = self.wires.shapes
        paths = {slot: self._simple(slot, *self.ends(shapes[slot].wire)) for slot in slots}
        self.wires.follow(paths)
        self._grow(self._away, slots)

    def _simple(self, slot: Slot, start: QPointF, end: QPointF) -> QPainterPath:
        """Where a wire runs while there is no time to look for its way."""
        shape = self.wires.shapes[slot]
        if shape.ends is not None:
            shape.ends = self._tags(shape.wire)
            return shape.ends.path
        shape.route = self._routes.of(shape.wire)
        points = shape.route.points
        return self._form.past((start, *points, end)) if points else bowed(start, end)

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
        start, end = ends
        return geometry.wire_path(
            start, end, source.body, target.body, number, self._bodies, self._form
        )

    def loose_path(
        self, fixed: Port, is_output: bool, loose: QPointF, via: Sequence[QPointF] = ()
    ) -> QPainterPath:
        """Where a wire from a port past some points to a place that is no port yet runs."""
        item = self.nodes[fixed.node]
        at = item.port_at(fixed.name, is_output)
        if via:
            line = (at, *via, loose) if is_output else (loose, *via, at)
            return self._form.past(line)
        spot = QRectF(loose.x() - 1, loose.y() - 23, 2, 46)
        if is_output:
            return geometry.wire_path(at, loose, item.body, spot, 0, self._bodies, self._form)
        return geometry.wire_path(loose, at, spot, item.body, 0, self._bodies, self._form)

    def _bodies(self, area: QRectF) -> list[QRectF]:
        return [item.body for item in self.nodes_in(area)]

    # Dots, portals and form

    def show_form(self, form: Form) -> None:
        """Draws all wires so."""
        self._form = form
        if self.shown is not None:
            for slot in self.wires.shapes:
                self._route(self.shown.graph, slot)
            self._grow((), self.wires.shapes)

    def _show_routes(self, drawing: Drawing) -> None:
        """Shows the dots and portals of a drawing, and notes which wires they bend."""
        if self._routes or drawing.routes or drawing.portals:
            self._bent |= self._routes.show(drawing)
            self.wires.show_dots(self._routes.spots(self._is_inside))

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

    def _show_sources(self, graph: Graph, node_id: NodeId) -> None:
        feeds = graph.nodes[node_id].feeds
        self.nodes[node_id].show_sources(
            {name: graph.nodes[source.node].layer.group for name, source in feeds}
        )

    def wire_at(self, slot: Slot | None) -> Wire | None:
        """The wire in a slot."""
        return self.wires.shapes[slot].wire if slot in self.wires.shapes else None

    def slot_of(self, wire: Wire) -> Slot | None:
        """Where a wire is drawn; of equal wires into a joined input, the last."""
        slots = self._slots.get(wire.target.node, ())
        return max((s for s in slots if self.wires.shapes[s].wire == wire), default=None)

    def _grow(self, nodes: Iterable[NodeId], slots: Iterable[Slot]) -> None:
        needed = QRectF(self._extent)
        for node_id in nodes:
            needed = needed.united(self.nodes[node_id].bounds)
        for slot in slots:
            needed = needed.united(self.wires.shapes[slot].box)
        self._span(needed)


def _around(line: QLineF) -> QRectF:
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
