"""The drawing as items: keeps them equal to the model and touches only what changed.

Nodes and places are compared by identity, which is what makes an edit among 2,000 nodes cost
what one node costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import compress
from operator import is_, is_not

from PySide6.QtCore import QCoreApplication, QObject, QRectF
from PySide6.QtWidgets import QGraphicsItem

from nodegraph.analysis import Problem, Report
from nodegraph.analysis.begun import ENDS
from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Node, NodeId
from nodegraph.ui.canvas.following import WiredScene
from nodegraph.ui.canvas.ground.ground import Ground
from nodegraph.ui.canvas.layers import Tier
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.nodes.off import note
from nodegraph.ui.canvas.nodes.seen import seen_anew, seen_of
from nodegraph.ui.canvas.overlay import Overlay
from nodegraph.ui.canvas.wires.covered import CoveredDots

ORIGIN = Point(0, 0)


class GraphScene(WiredScene):
    """The items of one drawing."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look, parent)
        self.tier: Tier = "near"
        self.overlay = Overlay(look)
        self.ground = Ground(self, look)
        self.problems: dict[NodeId, Problem] = {}  # the worst of each node
        self.told: dict[NodeId, Problem] = {}  # of these, the causes: what a card can tell
        self.first_error: NodeId | None = None  # in the order of the report
        self.failure: Problem | None = None  # where a run ended
        self._report: Report | None = None
        self._pins: frozenset[NodeId] = frozenset()
        self._folded: frozenset[NodeId] = frozenset()  # hidden in folded frames
        self.covered = CoveredDots(look, self.wires.dots)
        self.addItem(self.overlay)
        self.drawn.connect(self._show_covered)

    # The drawing

    def show_drawing(self, drawing: Drawing) -> None:
        """Brings the items to this drawing."""
        moved = self.moved_in(drawing) if self.shown is not None else []
        shown, self.shown = self.shown, drawing
        touched = set[NodeId]()
        if shown is None or shown.graph is not drawing.graph:
            touched = self._show_nodes(drawing.graph, drawing.places)
        touched |= self._show_seen(shown, drawing)
        self._show_places(moved)
        self.show_ground(drawing)
        self._show_routes(drawing)
        self._route_stale(touched)
        self.drawn.emit()

    def show_moving(self, drawing: Drawing) -> None:
        """The same while a drag moves nodes: their wires follow with the next frame."""
        if self.shown is None or self.shown.graph is not drawing.graph:
            self.show_drawing(drawing)
            return
        moved = self.moved_in(drawing)
        self.shown = drawing
        self._show_places(moved)
        self.show_ground(drawing)
        self._show_routes(drawing)
        if not self._late:
            self._late = True
            self.moved.emit()

    def moved_in(self, drawing: Drawing) -> list[NodeId]:
        """The nodes shown that lie elsewhere in this drawing."""
        before, after = self.shown.places if self.shown else {}, drawing.places
        if before is after:
            return []
        if len(before) == len(after) and all(map(is_, before, after)):
            # As an edit leaves them, in one order: compared without a loop in Python.
            found = compress(after, map(is_not, before.values(), after.values()))
            return [node_id for node_id in found if node_id in self.nodes]
        items = self.nodes.items()
        return [known for known, item in items if after.get(known, ORIGIN) is not item.place]

    def _show_nodes(self, graph: Graph, places: Mapping[NodeId, Point]) -> set[NodeId]:
        touched = set()
        for node_id in [known for known in self.nodes if known not in graph.nodes]:
            self._drop(node_id)
        added = []
        for node_id, node in graph.nodes.items():
            item = self.nodes.get(node_id)
            if item is None:
                added.append(self._add(node, places.get(node_id, ORIGIN)))
            elif item.node is not node:
                body = item.body
                item.show_node(node)
                if item.body != body:
                    self._away.setdefault(node_id, body)
                self.layer.put([item])
            else:
                continue
            touched.add(node_id)
        self.layer.put(added)
        return touched

    def _show_seen(self, before: Drawing | None, after: Drawing) -> set[NodeId]:
        """Folds, opens and trims nodes; answers those that are smaller or larger now."""
        changed = set()
        for node_id in seen_anew(before, after):
            item = self.nodes[node_id]
            body = item.body
            if item.show_seen(seen_of(after, node_id)):
                self._away.setdefault(node_id, body)
                self.layer.put([item])
                changed.add(node_id)
        return changed

    def _show_places(self, moved: Iterable[NodeId]) -> None:
        assert self.shown is not None
        places, items = self.shown.places, []
        for node_id in moved:
            item = self.nodes.get(node_id)
            if item is not None:
                self._away.setdefault(node_id, item.body)
                item.show_place(places.get(node_id, ORIGIN))
                items.append(item)
        self.layer.put(items)

    def show_ground(self, drawing: Drawing) -> None:
        """Shows the frames, notes and pins of a drawing, and hides what is folded away."""
        if drawing.pins is not self._pins:
            for node_id in drawing.pins ^ self._pins:
                if node_id in self.nodes:
                    self.nodes[node_id].show_pinned(node_id in drawing.pins)
                    self.layer.refresh(self.nodes[node_id])
            self._pins = drawing.pins
        if not self.ground.show(drawing):
            return
        pills = self.ground.pills
        for node_id in pills.keys() | self._folded:
            item = self.nodes.get(node_id)
            if item is not None and item.pill != pills.get(node_id):
                self._away.setdefault(node_id, item.body)
                item.show_in(pills.get(node_id))
                self.layer.put([item])
        self._folded = frozenset(pills)
        self._span(self.ground.area())

    def _show_covered(self) -> None:
        if self.wires.dots.spots or self.covered.keys:
            over = self.ground.over_wires()
            self.covered.find(
                lambda area: bool(self.nodes_in(area)) or any(map(area.intersects, over))
            )
            if bool(self.covered.keys) != (self.covered.scene() is not None):
                (self.addItem if self.covered.keys else self.removeItem)(self.covered)

    def _add(self, node: Node, place: Point) -> NodeItem:
        item = NodeItem(node, self.look)
        item.show_place(place)
        item.show_pinned(node.id in self._pins)
        item.show_in(self.ground.pills.get(node.id))
        self._away[node.id] = None
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, self.tier != "near")
        self.nodes[node.id] = item
        self._slots[node.id] = set()
        self.addItem(item)
        return item

    def _drop(self, node_id: NodeId) -> None:
        for slot in [slot for slot in self._slots[node_id] if slot[0] == node_id]:
            self._drop_wire(slot)
        del self._slots[node_id]
        self._away.setdefault(node_id, self.nodes[node_id].body)
        self.layer.drop(node_id)
        self.problems.pop(node_id, None)
        self.told.pop(node_id, None)
        if self.first_error == node_id:
            self.first_error = None
        self.removeItem(self.nodes.pop(node_id))

    # What is known of it

    def show_report(self, report: Report) -> None:
        """Shows shapes and problems."""
        self._report = report
        self.problems = {n: p for n, p in report.worst.items() if n in self.nodes}
        if self.failure is not None and self.failure.node in self.nodes:
            self.problems[self.failure.node] = self.failure
        kinds = {item.node.layer.kind for item in self.nodes.values()}
        whole = kinds.issuperset(ENDS)  # before that, what waits for a wire is no mistake yet
        blocking = {p.blocked_by for p in self.problems.values()} if whole else set()
        for node_id, item in self.nodes.items():
            types = tuple([report.types.get(port) for port in item.node.outputs])
            problem = self.problems.get(node_id)
            words = note(item.node) or self._note(types, problem)
            if item.show_report(types, problem, words, node_id in blocking):
                self.layer.refresh(item)
        self.told = {n: p for n, p in self.problems.items() if p.severity != "blocked"}
        self.first_error = next((n for n in self.told if self.nodes[n].at_fault), None)

    def _note(self, types: tuple[object | None, ...], problem: Problem | None) -> str:
        if problem is not None and problem.severity == "blocked":
            by = self.nodes.get(problem.blocked_by or "")
            title = by.node.title if by else ""
            return _words("blocked by {0}").format(title) if by else _words("blocked")
        return str(types[0]) if types and types[0] is not None else ""

    def show_failure(self, failure: Problem | None) -> None:
        """Marks the node at which a run ended; None takes the mark away."""
        self.failure = failure
        if self._report is not None:
            self.show_report(self._report)

    def show_selection(self, ids: frozenset[NodeId]) -> None:
        """Outlines exactly these nodes."""
        for node_id, item in self.nodes.items():
            if item.chosen != (node_id in ids):
                item.show_chosen(node_id in ids)
                self.layer.refresh(item)

    def show_found(self, ids: frozenset[NodeId] | None) -> None:
        """Dims every node but these, and the wires; None: nothing is looked for."""
        self.wires.fade(ids is not None)
        for node_id, item in self.nodes.items():
            dimmed = ids is not None and node_id not in ids
            if item.dimmed != dimmed:
                item.dimmed = dimmed
                item.update()
                self.layer.refresh(item)

    # How it is seen

    def show_look(self, look: Look) -> None:
        """Paints everything with this look."""
        self.look = look
        for layer in (self.wires, self.layer, self.overlay, self.covered):
            layer.look = look
        for item in self.nodes.values():
            item.look = look
        self.ground.show_look(look)
        self.update()

    def say_again(self, _again: object) -> None:
        """Writes the words on the nodes in another language."""
        self.look.forget_faces()
        for node_id, item in self.nodes.items():
            self._away.setdefault(node_id, item.body)
            item.write_again()  # which may be wider now
        self.layer.put(self.nodes.values())
        self._route_stale(set(self.nodes))
        if self._report is not None:
            self.show_report(self._report)

    def show_tier(self, tier: Tier) -> None:
        """Leaves painting nodes to their layer, or to themselves when near."""
        if tier == self.tier:
            return
        flips = "near" in (tier, self.tier)
        self.tier = self.wires.tier = self.layer.tier = tier
        if flips:
            flag = QGraphicsItem.GraphicsItemFlag.ItemHasNoContents
            for item in self.nodes.values():
                item.setFlag(flag, tier != "near")
        self.update()

    # Where everything lies

    def content(self) -> QRectF:
        """The smallest rectangle around all nodes, frames and notes as they are painted."""
        return self.layer.content().united(self.ground.area())


def _words(text: str) -> str:
    return QCoreApplication.translate("Node", text)
