"""A scene whose wires follow the nodes.

While a drag moves nodes, their wires follow once a frame, and in a simple curve where there are
many; where they really run is worked out at the release. Wires out of view are drawn roughly
until somebody looks. Where many nodes moved at once, wires that end at their nodes as they did,
and may have to give way, wait until the frame is painted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QRegion

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
MANY = 60  # nodes; where more moved, other wires give way after the frame
REST = 30  # ms after that frame
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
        self._unseen: list[dict[NodeId, QRectF | None]] = []  # of these, no wire gave way yet
        self._ready = QRectF()  # around what was in view: no wire waits there
        self._waits = False  # wires in view do, for the frame to be painted
        self._clock = QTimer(self)  # runs only after it
        self._clock.setSingleShot(True)
        self._clock.setInterval(REST)
        self._clock.timeout.connect(self.settle)

    def _route_stale(self, touched: set[NodeId]) -> None:
        """Routes the wires that nodes or dots have changed; `touched` may have other wires."""
        assert self.shown is not None
        graph, away = self.shown.graph, self._away
        self._ready = QRectF()
        for node_id in touched:
            self._note_slots(graph.nodes[node_id])
        anew = self.slots_at(touched)
        for node_id in touched | {slot[0] for slot in anew}:
            self._show_sources(graph, node_id)
        moved = touched | (away.keys() & self.nodes.keys())
        stale = self.slots_at(moved) | self._bent_slots(graph)
        others = len(touched) < len(self.nodes)  # else every wire is stale already
        late = others and len(away) > MANY and self.seen is not None
        if late:
            self._unseen.append(away)
            self._waits = True
        elif others:
            stale |= self.wires.passing(self._cleared(away), NEARBY)
        changed = {slot for slot in anew if slot in self.wires.shapes}
        due = sorted(stale)  # what is drawn over what is the same each time
        unchanged = [slot for slot in due if slot not in changed]
        settled = self._settled(unchanged, self.one_way(away), moved, late)
        self._away, self._bent = {}, set()
        for slot in due:
            if slot not in settled:
                self._route(graph, slot)
        self._grow()

    def _cleared(self, away: Mapping[NodeId, QRectF | None]) -> Iterator[QRectF]:
        """Where changed nodes lay and lie: as one, where they did not go far."""
        for node_id, before in away.items():
            item = self.nodes.get(node_id)
            if before is not None and item is not None and before.intersects(item.body):
                yield before.united(item.body)
            else:
                if before is not None:
                    yield before
                if item is not None:
                    yield item.body

    # Wires that wait

    def show_area(self, area: QRectF) -> None:
        """This part is in view now; wires there that were put off are routed."""
        self.seen = area
        if self._unseen:
            self._ready = QRectF()
        for away in self._unseen:
            self._put_off |= self.wires.passing(self._cleared(away), NEARBY)
        self._unseen = []
        if not self._put_off or self.wires.tier == "far" or self.shown is None:
            return
        near = area.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        off, led = self._put_off, self._led
        fresh = QRegion(near.toAlignedRect()) - QRegion(self._ready.toAlignedRect())
        strips = (QRectF(part) for part in fresh)  # type: ignore[attr-defined]  # it can be
        there = chain.from_iterable(map(self.wires.running_in, strips))
        due = [slot for slot in dict.fromkeys(there) if slot in off and slot not in led]
        self._ready = QRectF() if led else near
        for slot in due:
            self._route(self.shown.graph, slot)
        if due:
            self._grow()

    def note_painted(self) -> None:
        """A frame was painted: wires that waited for it are routed once there is a moment."""
        if self._waits:
            self._waits = False
            self._clock.start()

    def settle(self) -> None:
        """Routes all wires in view that wait."""
        if self.seen is not None:
            self.show_area(self.seen)

    def _settled(
        self, stale: Iterable[Slot], by: QPointF | None, moved: Set[NodeId], late: bool
    ) -> set[Slot]:
        """Those of some wires that need not be routed now.

        Wires whose both ends went the same way go along. Those out of view, before and after, are
        drawn roughly and wait until somebody looks. `late`: so do those in view that go along,
        and those just out of view, until the frame is painted; of the first, only what lies
        around them may differ.
        """
        if self.seen is None:
            return set()
        around = 0.0 if late else AROUND
        near = self.seen.adjusted(-around, -around, around, around)
        if self.wires.tier == "far":
            near = QRectF()  # no way is seen there
        shapes, before_drag = self.wires.shapes, self.wires.before_drag
        settled, shifted = set[Slot](), list[Slot]()
        for slot in stale:
            shape = shapes.get(slot)
            if shape is None:
                if self._begins_out_of(near, slot):
                    settled.add(slot)
                continue
            if shape.ends is not None or shape.route.points:
                continue
            line, before, box = shape.line, before_drag(slot), shape.box
            together = slot[0] in moved and shape.wire.source.node in moved
            if by is not None and together and before is None:
                bends = depends_on_others(line)
                there = bends and not late and box.united(box.translated(by))
                if there and near.intersects(there):
                    continue
                shifted.append(slot)
            elif near.intersects(box):
                continue
            else:
                bends = True
                line = QLineF(*self.ends(shape.wire))
                if near.intersects(_around(line.p1(), line.p2())):
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
        if self._routes and (self._routes.of(wire).dots or wire in self._routes.portals):
            return False
        source, target = self.nodes[wire.source.node], self.nodes[slot[0]]
        if source.pill is not None or target.pill is not None:
            return False
        start, end = self.ends(wire)
        if near.intersects(_around(start, end)):
            return False
        self._sketch(self.shown.graph, slot, wire, bowed(start, end))
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


def _around(start: QPointF, end: QPointF) -> QRectF:
    return QRectF(start, end).normalized().adjusted(-1, -1, 1, 1)
