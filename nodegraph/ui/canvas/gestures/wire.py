"""Draws wires from any port, takes connected ones up, and says why one can't be.

The document is not touched before the release: ghosts show the wires, and cancelling only takes
the ghosts away. A click on a port does the same as holding the button: the wire follows the
pointer until the next click.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from nodegraph.analysis.fits import misfit
from nodegraph.document import Drawing, Point, dots
from nodegraph.graph import NodeId, Port, Wire, WireError
from nodegraph.ui.canvas.geometry import snapped
from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.gestures.knife import GhostDots
from nodegraph.ui.canvas.gestures.loose import Loose, NewWire, TakenWires, at_port
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.overlay import FadingWire, GhostWire, Mark, Said
from nodegraph.ui.language import translated

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.shape import Slot

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SNAP = 24  # px of the screen within which a loose end jumps to a port that fits
HIT = 12  # px of the screen that count as on a port
TURNS: dict[int, int] = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class Landing(NamedTuple):
    """Where a release would put the loose end, and why not if it can't."""

    port: Port
    at: QPointF
    refusal: str = ""


class WireGesture(Gesture):
    """Leads the loose ends of wires to a port."""

    def __init__(self, canvas: Canvas, at: QPoint, loose: Loose, clicks: bool = True) -> None:
        super().__init__(canvas, at)
        self.loose = loose
        self.landing: Landing | None = None
        self._clicks = clicks  # whether a click is enough to take them
        self._turned: Port | None = None  # chosen by Tab among those of the node under the pointer
        self._verdicts: dict[Port, str] = {}
        self._via: list[QPointF] = []  # dots dropped on the way, from the fixed end on
        self.taps = len(loose.fixed) == 1

    @property
    def refusal(self) -> str:
        """Why a release here would be refused; empty when it would not."""
        return self.landing.refusal if self.landing else ""

    def drag(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if len(self.loose.taken) == 1:
            self.scene.wires.leave_out(self.scene.slot_of(self.loose.taken[0]))
        self._show_fits()
        point = self.canvas.mapToScene(at)
        self.landing = self._land(point)
        self._show_ghosts(point)

    def key(self, event: QKeyEvent) -> bool:
        turn = TURNS.get(event.key())
        if event.key() == Qt.Key.Key_Tab and event.modifiers() & SHIFT:
            turn = -1  # as some systems say it
        if turn is None or self.landing is None or self.landing.refusal:
            return turn is not None
        ports = self._fitting_ports(self.scene.nodes[self.landing.port.node])
        at = ports.index(self.landing.port) if self.landing.port in ports else -turn
        self._turned = ports[(at + turn) % len(ports)]
        return True

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self.dragging:
            if self._clicks:
                self._go_on(at, modifiers)
            return
        landing = self.landing
        self._clear()
        if landing is not None and landing.refusal:
            self._refuse(landing.port, landing.refusal)
        elif landing is not None:
            label, drawing = self.loose.step_to(landing.port)
            if drawing is not self.loose.before:
                self.workspace.do(label, self._dotted(drawing, landing.port))
        elif self.held or not self._is_back(at):
            self._leave(at, other=bool(modifiers & SHIFT))

    def _go_on(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        self.dragging, self.pans_at_edges = True, False
        self.canvas.begin(self)
        self.drag(at, modifiers)

    def tap(self, at: QPoint) -> None:
        point = self.canvas.mapToScene(at)
        self._via.append(QPointF(snapped(point.x()), snapped(point.y())))

    def _dots(self) -> list[QPointF]:
        """The dots dropped on the way, in the direction of the wire."""
        return self._via if self.loose.to_input else self._via[::-1]

    def _dotted(self, drawing: Drawing, port: Port) -> Drawing:
        """With the dots that were dropped on the way."""
        wire = next(wire for wire in self.loose.wires_to(port) if self.loose.fixed[0] in wire)
        points = [Point(*point.toTuple()) for point in self._dots()]
        return dots.through(drawing, wire, points, first=not self.loose.to_input)

    def _is_back(self, at: QPoint) -> bool:
        """Whether a second click fell on the same port: the wire is let go."""
        return QLineF(self.canvas.mapToScene(at), self.started).length() * self.canvas.zoom <= HIT

    def _leave(self, at: QPoint, other: bool) -> None:
        """Where nothing is, a new wire asks for a node, and one that was taken goes."""
        offered = self.canvas.mouse.offered(other)
        step = self.loose.step_away()
        if step is not None:
            self.workspace.do(*step)
        elif isinstance(self.loose, NewWire) and offered != "nothing":
            (fixed,) = self.loose.fixed
            ask = self.canvas.adding.behind if self.loose.to_input else self.canvas.adding.before
            via = [Point(*point.toTuple()) for point in self._dots()]
            ask(fixed, at, via, menu=offered == "menu")

    def cancel(self) -> None:
        self._clear()

    def _refuse(self, port: Port, reason: str) -> None:
        self.workspace.said.emit(_words("Not connected: {0}").format(translated(reason)))
        with suppress(WireError):  # a loop can't be drawn at all
            label, drawing = self.loose.step_to(port)
            node, _ = self._misfit(drawing, port)
            if node is not None:
                self.canvas.advice.refuse(node, drawing, label)

    # What fits

    def verdict(self, port: Port) -> str:
        """Why a release at this port can't be; asked once for each port."""
        if port not in self._verdicts:
            try:
                drawing = self.loose.step_to(port).drawing
            except WireError as error:
                self._verdicts[port] = str(error)
            else:
                same = drawing is self.loose.before  # that wire is there already
                self._verdicts[port] = "" if same else self._misfit(drawing, port)[1]
        return self._verdicts[port]

    def _misfit(self, drawing: Drawing, port: Port) -> tuple[NodeId | None, str]:
        """The first node that does not take what a release at this port would feed it, and why."""
        types = self.workspace.report.types
        for wire in self.loose.wires_to(port):
            if reason := misfit(drawing.graph.nodes[wire.target.node], types):
                return wire.target.node, reason
        return None, ""

    def _show_fits(self) -> None:
        for item in self.scene.nodes_in(self.canvas.visible_area()):
            if item.fits is None:
                fitting = {port.name for port in self._fitting_ports(item)}
                fitting |= {port.name for port in self.loose.fixed if port.node == item.id}
                item.show_fits(frozenset(fitting))

    def _fitting_ports(self, item: NodeItem) -> list[Port]:
        """Its ports that would do, the free ones first."""
        ports = [port for port in item.ports(not self.loose.to_input) if not self.verdict(port)]
        free = item.node.free if self.loose.to_input else ()
        return sorted(ports, key=lambda port: port.name not in free)

    # Where the loose end is

    def _land(self, point: QPointF) -> Landing | None:
        scale = self.canvas.zoom
        reach = SNAP / scale
        near = sorted(
            (
                (QLineF(at, point).length(), port, at)
                for item in self._around(point, reach)
                for port, at in self._open_ports(item)
            ),
            key=lambda found: found[0],
        )
        if (turned := self._turned_at(point, reach)) is not None:
            return turned
        for away, port, at in near:
            if away <= reach and not self.verdict(port):
                return Landing(port, at)
        if near and near[0][0] <= HIT / scale:
            _, port, at = near[0]
            return Landing(port, at, self.verdict(port))
        return self._land_on_body(point)

    def _around(self, point: QPointF, reach: float) -> list[NodeItem]:
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        return self.scene.layer.near(area)

    def _turned_at(self, point: QPointF, reach: float) -> Landing | None:
        """The port chosen by Tab, while the pointer stays at its node."""
        if self._turned is None:
            return None
        item = self.scene.nodes[self._turned.node]
        if not item.body.adjusted(-reach, -reach, reach, reach).contains(point):
            self._turned = None
            return None
        return Landing(self._turned, item.port_at(self._turned.name, not self.loose.to_input))

    def _land_on_body(self, point: QPointF) -> Landing | None:
        item = self.scene.node_at(point)
        if item is None or any(port.node == item.id for port in self.loose.fixed):
            return None
        fitting = self._fitting_ports(item)
        for port in fitting or item.ports(not self.loose.to_input):
            at = item.port_at(port.name, not self.loose.to_input)
            return Landing(port, at, self.verdict(port))
        return None

    def _open_ports(self, item: NodeItem) -> list[tuple[Port, QPointF]]:
        outputs = not self.loose.to_input
        return [(port, item.port_at(port.name, outputs)) for port in item.ports(outputs)]

    # What is shown

    def _show_ghosts(self, point: QPointF) -> None:
        landing, loose = self.landing, self.loose
        marks: list[Mark] = []
        if len(loose.taken) > 1:
            marks += self._fading(loose.taken)
        if landing is not None and not landing.refusal:
            marks += self._fading(loose.lost_at(landing.port))
            for wire in loose.wires_to(landing.port):
                group = self.scene.nodes[wire.source.node].colour
                path = self.scene.path(wire, via=self._dots() if loose.fixed[0] in wire else ())
                marks.append(GhostWire(path, landing.at, group, refused=False))
        else:
            for fixed in loose.fixed:
                path = self.scene.loose_path(fixed, loose.to_input, point, self._dots())
                source = fixed if loose.to_input or landing is None else landing.port
                group = self.scene.nodes[source.node].colour
                marks.append(GhostWire(path, point, group, refused=bool(self.refusal)))
        if self._via:
            marks.append(GhostDots(self._via))
        if self.refusal:
            marks.append(Said(translated(self.refusal), point, self.canvas.zoom, self.canvas.look))
        self.scene.overlay.show_marks(*marks)

    def _fading(self, wires: tuple[Wire, ...] | list[Wire]) -> list[Mark]:
        slots = [slot for wire in wires if (slot := self.scene.slot_of(wire)) is not None]
        return [FadingWire(self.scene.wires.shapes[slot].path) for slot in slots]

    def _clear(self) -> None:
        self.scene.overlay.show_marks()
        self.scene.wires.leave_out(None)
        for item in self.scene.nodes.values():
            if item.fits is not None:
                item.show_fits(None)


def wire_from_port(
    canvas: Canvas, at: QPoint, port: Port, is_output: bool, modifiers: Qt.KeyboardModifier
) -> WireGesture:
    """The gesture of a press on a port; Shift branches, Ctrl takes all of its wires."""
    workspace = canvas.workspace
    loose = at_port(
        workspace.document.settled,
        port,
        is_output,
        workspace.selection,
        branch=bool(modifiers & SHIFT),
        every=bool(modifiers & CONTROL),
    )
    return WireGesture(canvas, at, loose)


def wire_from_end(canvas: Canvas, at: QPoint, slot: Slot) -> WireGesture | None:
    """The gesture of a press near one end of a wire: that end is plugged elsewhere."""
    by_source = canvas.hover.end_at(at, slot)
    shape = canvas.graph_scene.wires.shapes[slot]
    if by_source is None or shape.ends is not None:  # a portal is not drawn from end to end
        return None
    loose = TakenWires(canvas.workspace.document.settled, [shape.wire], by_source)
    return WireGesture(canvas, at, loose, clicks=False)


def _words(text: str) -> str:
    return QCoreApplication.translate("Gestures", text)
