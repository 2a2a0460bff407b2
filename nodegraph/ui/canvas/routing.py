"""A scene that knows where its wires run, and brings them along when nodes move.

While a drag moves nodes, their wires follow once a frame, and in a simple curve where there are
many; where they really run is worked out at the release.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from nodegraph.document import Drawing
from nodegraph.graph import Graph, Node, NodeId, Port, Wire
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.layers import NodeLayer
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.node_item import NodeItem
from nodegraph.ui.canvas.wire_forms import bowed
from nodegraph.ui.canvas.wires import Slot, WireLayer, WireShape

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
        for node_id in touched | {slot[0] for slot in self._slots_at(touched)}:
            self._show_sources(graph, node_id)
        moved = touched | (away.keys() & self.nodes.keys())
        stale = self._slots_at(moved)
        if len(touched) < len(self.nodes):  # else every wire is stale already
            bodies = [body for body in away.values() if body is not None]
            bodies += [self.nodes[node_id].body for node_id in away if node_id in self.nodes]
            stale |= self.wires.passing(body.adjusted(-40, -40, 40, 40) for body in bodies)
        self._away = {}
        for slot in stale:
            self._route(graph, slot)
        self._grow(moved, stale)

    def _slots_at(self, ids: Iterable[NodeId]) -> set[Slot]:
        return {slot for node_id in ids for slot in self._slots[node_id]}

    def _route(self, graph: Graph, slot: Slot) -> None:
        node_id, number = slot
        name, source = graph.nodes[node_id].feeds[number]
        wire = Wire(source, Port(node_id, name))
        group = graph.nodes[source.node].layer.group
        self.wires.put(slot, WireShape(wire, group, self.path(wire, number)))

    def carry(self, ids: Collection[NodeId]) -> None:
        """Leaves these nodes, and the wires among them, to a picture; none: shows all again."""
        for node_id in self.layer.carried:
            if node_id in self.nodes and self.nodes[node_id].pill is None:
                self.nodes[node_id].show()
        for node_id in ids:
            self.nodes[node_id].hide()
        self.layer.carry(ids)
        wires = self.wires.shapes
        slots = self._slots_at(ids)
        inner = {slot for slot in slots if slot[0] in ids and wires[slot].wire.source.node in ids}
        self.wires.carry(inner)
        self._led = slots - inner
        for node_id, _ in self._led:
            self._away.setdefault(node_id, None)

    def lead(self, way: QPointF) -> None:
        """Draws the wires from carried nodes to others as if the carried lay that much off."""
        paths = {}
        for slot in self._led:
            start, end = self._ends(self.wires.shapes[slot].wire)
            if slot[0] in self.layer.carried:
                end += way
            else:
                start += way
            paths[slot] = bowed(start, end)
        self.wires.follow(paths)

    def _follow(self) -> None:
        self._late = False
        self.drawn.emit()
        slots = self._slots_at(self._away)
        if len(slots) <= FEW:
            self._route_stale(set())
            return
        shapes = self.wires.shapes
        self.wires.follow({slot: bowed(*self._ends(shapes[slot].wire)) for slot in slots})
        self._grow(self._away, slots)

    def _ends(self, wire: Wire) -> tuple[QPointF, QPointF]:
        source, target = self.nodes[wire.source.node], self.nodes[wire.target.node]
        return source.port_at(wire.source.name, True), target.port_at(wire.target.name, False)

    def path(self, wire: Wire, number: int = 0) -> QPainterPath:
        """Where a wire between two ports runs; `number` keeps those into one node apart."""
        source, target = self.nodes[wire.source.node], self.nodes[wire.target.node]
        ends = self._ends(wire)
        if source.pill is not None and source.pill == target.pill:
            return geometry.nowhere(source.pill.center())  # under the pill that hides both
        return geometry.wire_path(*ends, source.body, target.body, number, self._bodies)

    def loose_path(self, fixed: Port, is_output: bool, loose: QPointF) -> QPainterPath:
        """Where a wire from a port to a place that is no port yet runs."""
        item = self.nodes[fixed.node]
        at = item.port_at(fixed.name, is_output)
        spot = QRectF(loose.x() - 1, loose.y() - 23, 2, 46)
        if is_output:
            return geometry.wire_path(at, loose, item.body, spot, 0, self._bodies)
        return geometry.wire_path(loose, at, spot, item.body, 0, self._bodies)

    def _bodies(self, area: QRectF) -> list[QRectF]:
        return [item.body for item in self.nodes_in(area)]

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
