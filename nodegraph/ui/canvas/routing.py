"""A scene that knows where its wires run, and brings them along when nodes move.

While a drag moves nodes, their wires follow once a frame, and in a simple curve where there are
many; where they really run is worked out at the release.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from nodegraph.document import Drawing, dots
from nodegraph.graph import Graph, Node, NodeId, Port, Wire
from nodegraph.ui.canvas import geometry, tags
from nodegraph.ui.canvas.dot_marks import Spot
from nodegraph.ui.canvas.layers import NodeLayer
from nodegraph.ui.canvas.look import OFF, Look
from nodegraph.ui.canvas.node_item import NodeItem
from nodegraph.ui.canvas.wire_forms import CURVED, Form, bowed
from nodegraph.ui.canvas.wire_shape import STRAIGHT, Route, WireShape
from nodegraph.ui.canvas.wires import Slot, WireLayer

STEP = 512.0  # px in which the scene's rectangle grows, so that it seldom changes
FEW = 24  # wires that a drag moves and that are routed around nodes in each of its frames


class WiredScene(QGraphicsScene):
    """Nodes by id, and the wires between them."""

    drawn = Signal()  # another drawing is shown, wires included
    moved = Signal()  # nodes lie elsewhere, and their wires are to follow

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.look = look
        self.shown: Drawing | None = None
        self.nodes: dict[NodeId, NodeItem] = {}
        self.wires = WireLayer(look)
        self.layer = NodeLayer(look)
        self._slots: dict[NodeId, set[Slot]] = {}  # the wires at each node, in and out
        self._extent = QRectF()
        # Nodes that changed place or size since wires were routed: where they lay, if anywhere.
        self._away: dict[NodeId, QRectF | None] = {}
        self._led: set[Slot] = set()  # wires with one end at a node that is carried
        self._late = False  # wires are to follow with the next frame
        self._routes: dict[Wire, Route] = {}  # of wires that pass dots
        self._portals: frozenset[Wire] = frozenset()
        self._bent: set[Wire] = set()  # wires whose dots changed since they were routed
        self._form = CURVED
        self.seen: QRectF | None = None  # the part in view; None: nobody looks through a view
        self._put_off: set[Slot] = set()  # out of view, and not where they really run
        self.moved.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        for item in (self.wires, self.layer):
            self.addItem(item)

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

    def _route_stale(self, touched: set[NodeId]) -> None:
        assert self.shown is not None
        graph, away = self.shown.graph, self._away
        for node_id in touched:
            self._note_slots(graph.nodes[node_id])
        for node_id in touched | {slot[0] for slot in self.slots_at(touched)}:
            self._show_sources(graph, node_id)
        moved = touched | (away.keys() & self.nodes.keys())
        stale = self.slots_at(moved) | self._slots_of(self._bent)
        if len(touched) < len(self.nodes):  # else every wire is stale already
            bodies = [body for body in away.values() if body is not None]
            bodies += [self.nodes[node_id].body for node_id in away if node_id in self.nodes]
            stale |= self.wires.passing(body.adjusted(-40, -40, 40, 40) for body in bodies)
        self._away, self._bent = {}, set()
        for slot in stale:
            self._route(graph, slot)
        self._grow(moved, stale)

    def slots_at(self, ids: Iterable[NodeId]) -> set[Slot]:
        """The wires into and out of these nodes."""
        return {slot for node_id in ids for slot in self._slots[node_id]}

    def _slots_of(self, wires: Iterable[Wire]) -> set[Slot]:
        assert self.shown is not None
        nodes, found = self.shown.graph.nodes, set[Slot]()
        for source, target in wires:
            if target.node in nodes:
                feeds = enumerate(nodes[target.node].feeds)
                found |= {(target.node, n) for n, fed in feeds if fed == (target.name, source)}
        return found

    def _route(self, graph: Graph, slot: Slot) -> None:
        wire = wire_of(graph, slot)
        group = group_of(graph, wire)
        ends = self._tags(wire) if wire in self._portals else None
        path = self.path(wire, slot[1]) if ends is None else ends.path
        shape = WireShape(wire, group, path, self._routes.get(wire, STRAIGHT), ends)
        self._put_off.discard(slot)
        self.wires.put(slot, shape)

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
        slots = self.slots_at(self._away) | self._slots_of(self._bent)
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
        shape.route = self._routes.get(shape.wire, STRAIGHT)
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
        if source.pill is not None and source.pill == target.pill:
            return geometry.nowhere(source.pill.center())  # under the pill that hides both
        points = via or self._routes.get(wire, STRAIGHT).points
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

    def _show_routes(self, drawing: Drawing) -> bool:
        """Shows the dots and portals of a drawing; tells whether wires are to follow."""
        if not (self._routes or self._portals or drawing.routes or drawing.portals):
            return False
        routes = {wire: route_of(drawing, wire) for wire in drawing.routes}
        routes = {wire: route for wire, route in routes.items() if route.dots}
        found = self._routes.keys() | routes.keys()
        bent = {wire for wire in found if self._routes.get(wire) != routes.get(wire)}
        if drawing.portals != self._portals:
            bent |= drawing.portals | self._portals  # those at one port make room
        self._routes, self._portals = routes, drawing.portals
        self._bent |= bent
        self.wires.show_dots(
            {
                dot: Spot(at, drawing.graph.nodes[wire.source.node].layer.group)
                for wire, route in routes.items()
                for dot, at in zip(*route, strict=True)
            }
        )
        return bool(bent)

    def _tags(self, wire: Wire) -> tags.Ends:
        """Both ends of a portal, below those of other portals at the same ports."""
        start, end = self.ends(wire)
        others = sorted(self._portals)
        out = [other for other in others if other.source == wire.source]
        into = [other for other in others if other.target == wire.target]
        source, target = (self.nodes[port.node].node.title for port in wire)
        return tags.Ends(
            tags.at_source(start, out.index(wire), target, self.look),
            tags.at_target(end, into.index(wire), source, self.look),
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

    # Where everything lies

    def _grow(self, nodes: Iterable[NodeId], slots: Iterable[Slot]) -> None:
        needed = QRectF(self._extent)
        for node_id in nodes:
            needed = needed.united(self.nodes[node_id].bounds)
        for slot in slots:
            needed = needed.united(self.wires.shapes[slot].box)
        self._span(needed)

    def _span(self, area: QRectF) -> None:
        """Makes the scene as large as this needs too."""
        needed = self._extent.united(area)
        if needed == self._extent:
            return
        self._extent = _rounded(needed)
        self.wires.set_extent(self._extent)
        self.layer.set_extent(self._extent)
        self.setSceneRect(self._extent)

    def nodes_in(self, area: QRectF) -> list[NodeItem]:
        """The nodes whose body the area touches, the topmost last."""
        return [item for item in self.layer.near(area) if item.body.intersects(area)]

    def node_at(self, point: QPointF) -> NodeItem | None:
        """The topmost node whose body the point lies on."""
        found = self.nodes_in(QRectF(point.x(), point.y(), 0.01, 0.01))
        return found[-1] if found else None


def _rounded(box: QRectF) -> QRectF:
    left, top = box.left() // STEP * STEP, box.top() // STEP * STEP
    right, bottom = -(-box.right() // STEP) * STEP, -(-box.bottom() // STEP) * STEP
    return QRectF(left, top, right - left, bottom - top)


def wire_of(graph: Graph, slot: Slot) -> Wire:
    """The wire that belongs in a slot."""
    node_id, number = slot
    name, source = graph.nodes[node_id].feeds[number]
    return Wire(source, Port(node_id, name))


def group_of(graph: Graph, wire: Wire) -> str:
    """The group that says a wire's colour: its source's, marked where it carries nothing."""
    source, target = (graph.nodes[port.node] for port in wire)
    off = OFF if "disabled" in (source.mode, target.mode) else ""
    return off + source.layer.group


def route_of(drawing: Drawing, wire: Wire) -> Route:
    """The dots that a wire passes; none where the wire is gone."""
    node = drawing.graph.nodes.get(wire.target.node)
    if node is None or (wire.target.name, wire.source) not in node.feeds:
        return STRAIGHT
    passed = dots.along(drawing, wire)
    return Route(passed, tuple(QPointF(*drawing.dots[dot].at) for dot in passed))
