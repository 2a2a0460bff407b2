"""Draws a wire from any port, picks a connected one up, and says why one can't be.

The document is not touched before the release: the ghost shows the wire, and cancelling only
takes the ghost away.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, Qt

from nodegraph.analysis.fits import refusal
from nodegraph.document import Drawing, edits
from nodegraph.graph import Port, Wire, WireError
from nodegraph.ui import steps
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.node_item import NodeItem
from nodegraph.ui.canvas.overlay import FadingWire, GhostWire, Mark, Said

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires import Slot

SNAP = 24  # px of the screen within which a loose end jumps to a port that fits
HIT = 12  # px of the screen that count as on a port


class Landing(NamedTuple):
    """Where a release would put the loose end, and why not if it can't."""

    port: Port
    at: QPointF
    refusal: str = ""


class WireGesture(Gesture):
    """From an output to an input or the other way; from a connected input it takes the wire."""

    def __init__(self, canvas: Canvas, at: QPoint, port: Port, is_output: bool) -> None:
        super().__init__(canvas, at)
        self._before = self.workspace.document.settled
        self._picked = None if is_output else self._last_wire_into(port)
        self._base: Drawing = self._before  # without the wire that was picked up
        self._picked_slot: Slot | None = None
        self.fixed = port  # the end that stays
        if self._picked is not None:
            self._picked_slot = canvas.graph_scene.slot_of(self._picked)
            self._base = edits.disconnect(self._before, self._picked)
            self.fixed = self._picked.source
        self.from_output = is_output or self._picked is not None
        self.landing: Landing | None = None
        self._verdicts: dict[Port, str] = {}

    def _last_wire_into(self, port: Port) -> Wire | None:
        feeds = self._before.graph.nodes[port.node].feeds
        sources = [source for name, source in feeds if name == port.name]
        return Wire(sources[-1], port) if sources else None

    @property
    def refusal(self) -> str:
        """Why a release here would be refused; empty when it would not."""
        return self.landing.refusal if self.landing else ""

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._picked_slot is not None:
            self.scene.wires.leave_out(self._picked_slot)
        self._show_fits()
        point = self.canvas.mapToScene(at)
        self.landing = self._land(point)
        self._show_ghost(point)

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        landing = self.landing
        self._clear()
        if not self.dragging:
            return
        if landing is not None and landing.refusal:
            self._refuse(self._wire_to(landing.port), landing.refusal)
        elif landing is not None:
            self._connect(self._wire_to(landing.port))
        elif self._picked is not None:
            self.workspace.do(*steps.disconnect(self._before, self._picked))
        elif self.from_output:
            self.canvas.adding.behind(self.fixed, at)
        else:
            self.canvas.adding.before(self.fixed, at)

    def cancel(self) -> None:
        self._clear()

    def _refuse(self, wire: Wire, reason: str) -> None:
        self.workspace.said.emit(f"Not connected: {reason}")
        with suppress(WireError):  # a loop can't be drawn at all
            label, drawing = steps.connect(self._base, wire)
            self.canvas.advice.refuse(wire, drawing, label)

    def _connect(self, wire: Wire) -> None:
        if wire == self._picked:
            return  # dropped where it was picked up
        if self._lost(wire.target) == wire.source:
            return  # that wire is there already
        self.workspace.do(*steps.connect(self._base, wire))

    def _lost(self, target: Port) -> Port | None:
        """What feeds a single input now, and would no longer."""
        fed = self._base.graph.nodes[target.node].inputs.get(target.name)
        return fed if isinstance(fed, Port) else None

    def _wire_to(self, port: Port) -> Wire:
        return Wire(self.fixed, port) if self.from_output else Wire(port, self.fixed)

    # What fits

    def verdict(self, port: Port) -> str:
        """Why a wire to this port can't be; asked once for each port."""
        if port not in self._verdicts:
            wire = self._wire_to(port)
            types = self.workspace.report.types
            self._verdicts[port] = refusal(self._base.graph, types, *wire)
        return self._verdicts[port]

    def _show_fits(self) -> None:
        area = self.canvas.visible_area()
        for item in self.scene.nodes_in(area):
            if item.fits is None:
                item.show_fits(self._fitting(item))

    def _fitting(self, item: NodeItem) -> frozenset[str]:
        fitting = {p.name for p in item.ports(not self.from_output) if not self.verdict(p)}
        if item.id == self.fixed.node:
            fitting.add(self.fixed.name)
        return frozenset(fitting)

    def _land(self, point: QPointF) -> Landing | None:
        scale = self.canvas.zoom
        reach = SNAP / scale
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = sorted(
            (
                (QLineF(at, point).length(), port, at)
                for item in self.scene.layer.near(area)
                for port, at in self._open_ports(item)
            ),
            key=lambda found: found[0],
        )
        for away, port, at in near:
            if away <= reach and not self.verdict(port):
                return Landing(port, at)
        if near and near[0][0] <= HIT / scale:
            _, port, at = near[0]
            return Landing(port, at, self.verdict(port))
        return self._land_on_body(point)

    def _land_on_body(self, point: QPointF) -> Landing | None:
        item = self.scene.node_at(point)
        if item is None or item.id == self.fixed.node:
            return None
        ports = list(self._open_ports(item))
        if not ports:
            return None
        free = item.node.free if self.from_output else ()
        ports.sort(key=lambda found: found[0].name not in free)  # the free ones first
        for port, at in ports:
            if not self.verdict(port):
                return Landing(port, at)
        port, at = ports[0]
        return Landing(port, at, self.verdict(port))

    def _open_ports(self, item: NodeItem) -> list[tuple[Port, QPointF]]:
        outputs = not self.from_output
        return [(port, item.port_at(port.name, outputs)) for port in item.ports(outputs)]

    # What is shown

    def _show_ghost(self, point: QPointF) -> None:
        landing, marks = self.landing, list[Mark]()
        if landing is not None and not landing.refusal:
            path, point = self.scene.path(self._wire_to(landing.port)), landing.at
            marks += self._fading(landing.port)
        else:
            path = self.scene.loose_path(self.fixed, self.from_output, point)
        source = self.fixed if self.from_output or landing is None else landing.port
        group = self.scene.nodes[source.node].colour
        marks.append(GhostWire(path, point, group, refused=bool(self.refusal)))
        if self.refusal:
            marks.append(Said(self.refusal, point, self.canvas.zoom, self.canvas.look))
        self.scene.overlay.show_marks(*marks)

    def _fading(self, port: Port) -> list[Mark]:
        target = port if self.from_output else self.fixed
        lost = self._lost(target)
        slot = self.scene.slot_of(Wire(lost, target)) if lost else None
        return [FadingWire(self.scene.wires.shapes[slot].path)] if slot else []

    def _clear(self) -> None:
        self.scene.overlay.show_marks()
        self.scene.wires.leave_out(None)
        for item in self.scene.nodes.values():
            if item.fits is not None:
                item.show_fits(None)
