"""A scene whose wires follow the nodes.

While a drag moves nodes, their wires follow once a frame, and in a simple curve where there are
many; where they really run is worked out at the release. Wires out of view are drawn roughly
until somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal

from nodegraph.graph import NodeId
from nodegraph.ui.canvas.geometry import chord
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.routing import RoutedScene
from nodegraph.ui.canvas.wires.forms import bowed
from nodegraph.ui.canvas.wires.routes import wire_of
from nodegraph.ui.canvas.wires.shape import Slot
from nodegraph.ui.canvas.wires.ways import depends_on_others

AROUND = 320.0  # px around a wire's ends within which its way may lie
FEW = 24  # wires that a drag moves and that are routed around nodes in each of its frames
NEARBY = 40.0  # px around a body within which it bends wires


class WiredScene(RoutedScene):
    """Nodes by id, and the wires between them, brought along when nodes move."""

    drawn = Signal()  # another drawing is shown, wires included
    moved = Signal()  # nodes lie elsewhere, and their wires are to follow

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look, parent)
        # Nodes that changed place or size since wires were routed: where they lay, if anywhere.
        self._away: dict[NodeId, QRectF | None] = {}
        self._led: set[Slot] = set()  # wires at carried nodes that do not go along as they are
        self._late = False  # wires are to follow with the next frame
        self.seen: QRectF | None = None  # the part in view; None: nobody looks through a view
        self.moved.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    def _route_stale(self, touched: set[NodeId]) -> None:
        """Routes the wires that nodes or dots have changed; `touched` may have other wires."""
        assert self.shown is not None
        graph, away = self.shown.graph, self._away
        for node_id in touched:
            self._note_slots(graph.nodes[node_id])
        anew = self.slots_at(touched)
        for node_id in touched | {slot[0] for slot in anew}:
            self._show_sources(graph, node_id)
        moved = touched | (away.keys() & self.nodes.keys())
        stale = self.slots_at(moved) | self._bent_slots(graph)
        if len(touched) < len(self.nodes):  # else every wire is stale already
            bodies = [body for body in away.values() if body is not None]
            bodies += [self.nodes[node_id].body for node_id in away if node_id in self.nodes]
            stale |= self.wires.passing(bodies, NEARBY)
        by = self.one_way(away)
        self._away, self._bent = {}, set()
        changed = [slot for slot in anew if slot in self.wires.shapes]
        for slot in stale - self._settled(stale.difference(changed), by, moved):
            self._route(graph, slot)
        self._grow()

    # Wires out of view

    def show_area(self, area: QRectF) -> None:
        """This part is in view now; wires there that were put off are routed."""
        self.seen = area
        if not self._put_off or self.wires.tier == "far" or self.shown is None:
            return
        near = area.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        due = [slot for slot in self.wires.running_in(near) if slot in self._put_off]
        for slot in due:
            self._route(self.shown.graph, slot)
        if due:
            self._grow()

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
        shapes, shifted = self.wires.shapes, list[Slot]()
        for slot in stale:
            shape = shapes.get(slot)
            if shape is None:
                if self._begins_out_of(near, slot):
                    settled.add(slot)
                continue
            if shape.ends is not None or shape.route.points:
                continue
            wire, line, before = shape.wire, shape.line, self.wires.before_drag(slot)
            sees = near.intersects(shape.box)
            if (
                by is not None
                and before is None
                and wire.source.node in moved
                and wire.target.node in moved
            ):
                bends = depends_on_others(line.p1(), line.p2())
                if bends and (sees or near.intersects(shape.box.translated(by))):
                    continue
                shifted.append(slot)
            elif sees:
                continue
            else:
                bends = True
                line = QLineF(*self.ends(wire))
                if near.intersects(_around(line)):
                    continue
                if before is not None and chord(before) == line:
                    self.wires.draft(slot, before)  # a drag that was none
                elif line != shape.line or before is not None:
                    self.wires.draft(slot, bowed(line.p1(), line.p2()))
            settled.add(slot)
            if bends:
                self._put_off.add(slot)
        if by is not None:
            self.wires.shift(shifted, by)
        return settled

    def _begins_out_of(self, near: QRectF, slot: Slot) -> bool:
        """Draws a new wire roughly if it is plain and out of view; False: it must be routed."""
        assert self.shown is not None
        wire = wire_of(self.shown.graph, slot)
        if self._routes.of(wire).dots or wire in self._routes.portals:
            return False
        if any(self.nodes[port.node].pill is not None for port in wire):
            return False
        start, end = self.ends(wire)
        if near.intersects(_around(QLineF(start, end))):
            return False
        self._sketch(self.shown.graph, slot, start, end)
        return True

    # Nodes under a drag

    def carry(self, ids: Set[NodeId]) -> None:
        """Leaves these nodes, and the wires among them, to a picture; none: shows all again."""
        for node_id in self.layer.carried:
            if node_id in self.nodes and self.nodes[node_id].pill is None:
                self.nodes[node_id].show()
        for node_id in ids:
            self.nodes[node_id].hide()
        self.layer.carry(ids)
        wires, dots = self.wires.shapes, self.dots_among(ids)
        slots = self.slots_at(ids)
        inner = {
            slot
            for slot in slots
            if slot[0] in ids
            and wires[slot].wire.source.node in ids
            and dots.issuperset(wires[slot].route.dots)
        }
        self.wires.carry(inner, dots)
        self._led = slots - inner
        for node_id, _ in self._led:
            self._away.setdefault(node_id, None)

    def lead(self, way: QPointF) -> None:
        """Draws the other wires of carried nodes as if those lay that much off."""
        paths, carried = {}, self.layer.carried
        for slot in self._led:
            wire = self.wires.shapes[slot].wire
            start, end = self.ends(wire)
            if wire.source.node in carried:
                start += way
            if slot[0] in carried:
                end += way
            paths[slot] = self._simple(slot, start, end)
        self.wires.follow(paths)

    def _follow(self) -> None:
        self._late = False
        self.drawn.emit()
        if self.shown is None:
            return
        slots = self.slots_at(self._away) | self._bent_slots(self.shown.graph)
        if len(slots) <= FEW:
            self._route_stale(set())
            return
        shapes = self.wires.shapes
        paths = {slot: self._simple(slot, *self.ends(shapes[slot].wire)) for slot in slots}
        self.wires.follow(paths)
        self._grow(slots)


def _around(line: QLineF) -> QRectF:
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
