"""The dots and portals of a canvas: which dots are selected, and the commands on wires' ways.

Dots have a selection of their own beside that of the nodes. A plain press elsewhere lets go of
it, Shift and Ctrl keep both, and what is selected of both is moved and deleted together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt

from nodegraph.document import Drawing, Point, dots
from nodegraph.document.undo import Step, rewired
from nodegraph.graph import NodeId, Wire
from nodegraph.ui import steps
from nodegraph.ui.canvas.surface import Surface

HIT = 8  # px of the screen


class Dots(QObject):
    """What is selected of a canvas's dots, and what is done to wires."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = canvas.graph_scene
        self._workspace = canvas.workspace
        self.chosen: frozenset[str] = frozenset()
        self.spot: QPointF | None = None  # on a wire, that a menu is open for
        canvas.workspace.changed.connect(self._note_change)
        canvas.workspace.travelled.connect(self._select_travelled)

    # The selection

    def select(self, keys: Iterable[str]) -> None:
        """Makes exactly these dots the selection; a wire is selected no more."""
        self.chosen = frozenset(keys) & self._scene.wires.dots.spots.keys()
        self._scene.wires.choose_dots(self.chosen)
        if self.chosen:
            self._scene.wires.choose(None)

    def at(self, at: QPoint) -> str | None:
        """The dot under a point of the screen; a node there may hide it."""
        if self._scene.tier == "far":
            return None
        point = self._canvas.mapToScene(at)
        return self._scene.wires.dots.at(point, HIT / self._canvas.zoom)

    def over_at(self, at: QPoint) -> str | None:
        """The dot under a point of the screen that is painted over a node."""
        found = self.at(at) if self._scene.covered.keys else None
        return found if found in self._scene.covered.keys else None

    def point_at(self, at: QPoint) -> Qt.CursorShape | None:
        """Lights the dot under a point of the screen; the pointer's form over it or over a tag."""
        dot = self.at(at)
        self._scene.wires.point_at(dot)
        if dot is not None:
            return Qt.CursorShape.SizeAllCursor
        tag = self._scene.wires.tag_at(self._canvas.mapToScene(at))
        return Qt.CursorShape.PointingHandCursor if tag is not None else None

    def inside(self, area: QRectF) -> frozenset[str]:
        """The dots whose middle lies in an area of the scene."""
        marks = self._scene.wires.dots
        return frozenset(key for key in marks.near(area) if area.contains(marks.spots[key].at))

    @property
    def wire(self) -> Wire | None:
        """The selected wire, else the first one that passes a selected dot."""
        chosen = self._scene.wire_at(self._scene.wires.chosen)
        if chosen is not None:
            return chosen
        return next(iter(dots.passing(self._workspace.drawing, self.chosen)), None)

    def _note_change(self) -> None:
        gone = self.chosen - self._workspace.drawing.dots.keys()
        if gone:
            self.select(self.chosen - gone)

    def _select_travelled(self, before: Drawing, after: Drawing) -> None:
        if wires := rewired(before, after):
            self.select(())
            slots = (self._scene.slot_of(wire) for wire in wires)
            self._scene.wires.pick(slot for slot in slots if slot is not None)
        elif before.dots is not after.dots:
            here, there = before.dots, after.dots
            self.select(key for key in there if here.get(key) != there[key])

    # What is done

    def add(self) -> None:
        """A dot on the selected wire, where its menu was opened or in its middle."""
        slot = self._scene.wires.chosen
        wire = self._scene.wire_at(slot)
        if slot is not None and wire is not None:
            path = self._scene.wires.shapes[slot].path
            self.insert(wire, self.spot or path.pointAtPercent(0.5))

    def insert(self, wire: Wire, at: QPointF) -> None:
        """A dot on a wire at a point of the scene, selected."""
        settled = self._workspace.document.settled
        drawing, key = dots.add(settled, [wire], Point(round(at.x()), round(at.y())))
        self._workspace.do(self.tr("Added a dot"), drawing)
        self._workspace.select(())
        self.select([key])

    def remove(self, keys: Collection[str]) -> None:
        """Takes dots away; their wires go on without."""
        if keys:
            drawing = dots.remove(self._workspace.document.settled, keys)
            self._workspace.do(self._removed(len(keys)), drawing)

    def deleted(self, drawing: Drawing, nodes: Collection[NodeId]) -> Step:
        """The step that deletes nodes together with the selected dots."""
        if not nodes:
            return Step(self._removed(len(self.chosen)), dots.remove(drawing, self.chosen))
        label, after = steps.delete(drawing, nodes)
        return Step(label, dots.remove(after, self.chosen) if self.chosen else after)

    def _removed(self, number: int) -> str:
        if number == 1:
            return self.tr("Removed a dot")
        return self.tr("Removed {0} dots").format(number)

    def straighten(self) -> None:
        """Takes all dots of the selected wire away."""
        wire, settled = self.wire, self._workspace.document.settled
        if wire is not None and dots.along(settled, wire):
            words = self.tr("Straightened the wire from {0} to {1}").format(*self._titles(wire))
            self._workspace.do(words, dots.straighten(settled, wire))

    def hide(self) -> None:
        """A portal in place of the selected wire."""
        wire, settled = self.wire, self._workspace.document.settled
        if wire is not None and wire not in settled.portals:
            words = self.tr("Made a portal from {0} to {1}").format(*self._titles(wire))
            self._workspace.do(words, dots.hide(settled, [wire]))

    def show(self) -> None:
        """The wire again in place of the selected portal."""
        wire, settled = self.wire, self._workspace.document.settled
        if wire is not None and wire in settled.portals:
            words = self.tr("Showed the wire from {0} to {1}").format(*self._titles(wire))
            self._workspace.do(words, dots.show(settled, [wire]))

    def _titles(self, wire: Wire) -> tuple[str, ...]:
        nodes = self._workspace.drawing.graph.nodes
        return tuple(nodes[port.node].title for port in wire)
