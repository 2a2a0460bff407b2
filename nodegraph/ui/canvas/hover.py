"""What the pointer is over while no button is down: a port, a node or a wire.

Wires light up only after the pointer has rested on them or on their port: dimming all others
paints the whole view, and a pointer on its way elsewhere crosses many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPoint, QPointF, QRectF, Qt, QTimer

from nodegraph.graph import NodeId, Port
from nodegraph.ui.canvas.geometry import Chip
from nodegraph.ui.canvas.look import OFF
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.overlay import Mark, Rings, WireLabel
from nodegraph.ui.scrub import can_scrub

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.shape import Slot

REST = 60  # ms
PORT_HIT = 12  # px of the screen
WIRE_HIT = 6  # px of the screen
END_HIT = 24  # px of the screen from a wire's end, where a drag takes that end


class Hover(QObject):
    """Follows the pointer over a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = canvas.graph_scene
        self.node: NodeId | None = None
        self._chip: tuple[NodeId, str] | None = None  # the node, and its setting
        self._wire: Slot | None = None
        self._port: tuple[Port, bool] | None = None
        # What was lit last: the wire, the port with its side, the dot.
        self._lit: tuple[Slot | None, tuple[Port, bool] | None, str | None] = (None, None, None)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._light_wires)

    def port_at(self, at: QPoint, wider: float = 1.0) -> tuple[Port, bool] | None:
        """The port under a point of the screen, and whether it is an output."""
        if self._scene.tier == "far":
            return None
        point = self._canvas.mapToScene(at)
        reach = PORT_HIT * wider / self._canvas.zoom
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        found = [
            (QLineF(item.port_at(port.name, output), point).length(), port, output)
            for item in self._scene.layer.near(area)
            for output in (False, True)
            for port in item.ports(output)
        ]
        away, port, output = min(found, default=(reach + 1, Port("", ""), False))
        return (port, output) if away <= reach else None

    def chip_at(self, at: QPoint) -> tuple[NodeItem, Chip] | None:
        """The painted setting under a point of the screen, while settings can be read."""
        if self._scene.tier != "near":
            return None
        point = self._canvas.mapToScene(at)
        item = self._scene.node_at(point)
        chip = item.chip_at(point) if item is not None else None
        return (item, chip) if item is not None and chip is not None else None

    def wire_at(self, at: QPoint, wider: float = 1.0) -> Slot | None:
        """The wire under a point of the screen."""
        point = self._canvas.mapToScene(at)
        return self._scene.wires.at(point, WIRE_HIT * wider / self._canvas.zoom)

    def end_at(self, at: QPoint, slot: Slot) -> bool | None:
        """Which end of a wire a point of the screen is near: True its source's, False its target's.

        The middle of a short wire is its middle all the same.
        """
        path = self._scene.wires.shapes[slot].path
        reach = min(END_HIT / self._canvas.zoom, path.length() / 3)
        point = self._canvas.mapToScene(at)
        away = [QLineF(path.pointAtPercent(part), point).length() for part in (0.0, 1.0)]
        return away[0] <= away[1] if min(away) <= reach else None

    def follow(self, at: QPoint) -> None:
        """The pointer is there now."""
        port = self.port_at(at)
        covered = self._canvas.dots.over_at(at) is not None
        item = None if covered else self._scene.node_at(self._canvas.mapToScene(at))
        self._enter(port[0].node if port else item.id if item else None)
        found = None if port or covered else self.chip_at(at)
        self._light_chip(found)
        shape = Qt.CursorShape.CrossCursor if port else _cursor(found)
        if port is None and item is None:
            shape = self._canvas.frames.cursor_at(at) or shape
            shape = self._canvas.dots.point_at(at) or shape
        else:
            self._scene.wires.point_at(None)
        covered = self.node is not None or self._canvas.frames.grip_at(at, solid=True) is not None
        self._wire, self._port = None if covered else self.wire_at(at), port
        at_end = self._wire is not None and self.end_at(at, self._wire) is not None
        if self._canvas.cuts or (at_end and shape == Qt.CursorShape.ArrowCursor):
            shape = Qt.CursorShape.CrossCursor
        if self._canvas.viewport().cursor().shape() != shape:
            self._canvas.viewport().setCursor(shape)
        if (self._wire, self._port, self._scene.wires.dots.pointed) != self._lit:
            self._rest.start()

    def leave(self) -> None:
        """The pointer is elsewhere, or busy."""
        self._enter(None)
        self._light_chip(None)
        self._wire = self._port = None
        self._rest.stop()
        self._light_wires()

    def _enter(self, node_id: NodeId | None) -> None:
        if node_id == self.node:
            return
        before, self.node = self.node, node_id
        for known in (before, node_id):
            if known in self._scene.nodes:
                item = self._scene.nodes[known]
                item.show_hovered(known == node_id)
                self._scene.layer.refresh(item)
        self._canvas.wire_view.refresh()
        self._canvas.advice.show()

    def _light_chip(self, found: tuple[NodeItem, Chip] | None) -> None:
        lit = (found[0].id, found[1].setting.name) if found else None
        if lit == self._chip:
            return
        before, self._chip = self._chip, lit
        if before is not None and before[0] in self._scene.nodes:
            self._scene.nodes[before[0]].show_lit("")
        if found is not None:
            found[0].show_lit(found[1].setting.name)

    def _light_wires(self) -> None:
        """Lights the wire under the pointer, or those of the port there, with both ends."""
        wires = self._scene.wires
        dot = wires.dots.pointed if self._wire is not None else None
        lit = self._wire, self._port, dot
        if lit == self._lit:
            return
        self._lit = lit
        slot = self._wire if self._wire in wires.shapes else None
        slots = [slot] if slot is not None else self._slots_of_port()
        wires.hover(slot, slots)
        marks: list[Mark] = []
        if slots and self._scene.tier != "far":
            marks.append(Rings([end for lit_slot in slots for end in self._ends(lit_slot)]))
        shape = wires.shapes[slot] if slot is not None else None
        kind = self._canvas.workspace.report.types.get(shape.wire.source) if shape else None
        told = self._canvas.wire_view.shapes == "hover" and self._scene.tier == "near"
        told = told and dot is None  # the label would lie on the dot that is to be taken
        told = told and shape is not None and not shape.group.startswith(OFF)
        if shape is not None and shape.ends is None and kind is not None and told:
            marks.append(WireLabel(str(kind), shape.path, self._canvas.look))
        self._scene.overlay.show_marks(*marks)

    def _slots_of_port(self) -> list[Slot]:
        if self._port is None or self._port[0].node not in self._scene.nodes:
            return []
        found = map(self._scene.slot_of, self._canvas.structure.wires_of(*self._port))
        return [slot for slot in found if slot is not None]

    def _ends(self, slot: Slot) -> list[tuple[QPointF, str]]:
        """Where a wire's ports are, both in the colour that flows between them."""
        source, target = self._scene.wires.shapes[slot].wire
        nodes = self._scene.nodes
        group = nodes[source.node].colour
        start = nodes[source.node].port_at(source.name, True)
        return [(start, group), (nodes[target.node].port_at(target.name, False), group)]


def _cursor(found: tuple[NodeItem, Chip] | None) -> Qt.CursorShape:
    if found is None:
        return Qt.CursorShape.ArrowCursor
    item, (setting, *_) = found
    if setting.kind in ("bool", "choice"):
        return Qt.CursorShape.PointingHandCursor
    if can_scrub(setting, getattr(item.node.layer, setting.name)):
        return Qt.CursorShape.SizeHorCursor
    return Qt.CursorShape.IBeamCursor
