"""Nodes dragged onto a wire: which wire, what it would become, and how that is shown.

The wire's way is remembered when it is met: making room bends it, and must not lose it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from nodegraph.document import Drawing
from nodegraph.document.room import make_room
from nodegraph.document.splice import chain_of, insert
from nodegraph.graph import NodeId, Port, Wire, WireError
from nodegraph.ui.canvas.geometry import distance
from nodegraph.ui.canvas.overlay import GhostWire, Mark, Said
from nodegraph.ui.canvas.sizes import NodeSizes
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.canvas.wires.shape import Slot

REACH = 20  # px of the screen between a node's middle and a wire that it is held on


class Met(NamedTuple):
    """The wire that the nodes are held on."""

    slot: Slot
    wire: Wire
    path: QPainterPath  # before room was made


class Inserting:
    """Looks, for one gesture, whether what it moves goes into a wire."""

    def __init__(self, canvas: Surface, ids: Collection[NodeId], drawing: Drawing) -> None:
        self._canvas = canvas
        self._scene = canvas.graph_scene
        self.chain = chain_of(drawing.graph, ids)
        self.met: Met | None = None
        self.refusal = ""
        self.side: Literal["left", "right"] = "right"  # where what gives way goes
        self._middle: QPointF | None = None  # of what is dragged, in the scene

    def tried(self, drawing: Drawing, middle: QPointF | None) -> Drawing | None:
        """The drawing with the nodes in the wire under their middle; None where there is none.

        Without a middle they are to stay out of wires.
        """
        self.refusal = ""
        self._middle = middle
        self.met = self._meet(middle) if middle is not None else None
        if self.met is None:
            return None
        types = self._canvas.workspace.report.types
        try:
            wired = insert(drawing, types, self.chain, self.met.wire)
        except WireError as error:
            self.refusal = str(error)
            return None
        return make_room(wired, self.chain, self.met.wire, NodeSizes(self._scene.nodes), self.side)

    def _meet(self, middle: QPointF) -> Met | None:
        reach = REACH / self._canvas.zoom
        if not self.chain:
            return None
        if self.met is not None and distance(middle, self.met.path) <= reach:
            return self.met
        slot = self._scene.wires.at(middle, reach)
        wire = self._scene.wire_at(slot)
        if slot is None or wire is None or {wire.source.node, wire.target.node} & set(self.chain):
            return None
        return Met(slot, wire, QPainterPath(self._scene.wires.shapes[slot].path))

    @property
    def gives_way(self) -> object:
        """Tells apart for what room is made, and to which side; None: for nothing."""
        return (self.met.slot, self.side) if self.met is not None and not self.refusal else None

    def toggle(self) -> bool:
        """What gives way goes to the other side; False where no wire is met."""
        self.side = "left" if self.side == "right" else "right"
        return self.met is not None

    def marks(self, after: Drawing | None) -> Sequence[Mark]:
        """The two wires that would be there, or why they can't be; leaves out the one held on."""
        if not self.chain:
            return []
        held = self.met.slot if self.met is not None and after is not None else None
        self._scene.wires.leave_out(held)
        return self._marks(after)

    def clear(self) -> None:
        """Lets the wire be seen again."""
        if self.chain:
            self._scene.wires.leave_out(None)

    def _marks(self, after: Drawing | None) -> Sequence[Mark]:
        if self.met is None or self._middle is None:
            return []
        if after is None:
            look, zoom = self._canvas.look, self._canvas.zoom
            return [Said(self.refusal, self._middle, zoom, look)] if self.refusal else []
        marks = []
        for wire in new_wires(after, self.met.wire, self.chain):
            path = self._scene.path(wire)
            group = self._scene.nodes[wire.source.node].colour
            marks.append(GhostWire(path, path.currentPosition(), group, refused=False))
        return marks


def new_wires(after: Drawing, wire: Wire, chain: Sequence[NodeId]) -> tuple[Wire, Wire]:
    """The two wires that stand in the place of one."""
    entry, _ = after.graph.nodes[chain[0]].feeds[0]
    feeds = after.graph.nodes[wire.target.node].feeds
    leave = next(source for _, source in feeds if source.node == chain[-1])
    return Wire(wire.source, Port(chain[0], entry)), Wire(leave, wire.target)
