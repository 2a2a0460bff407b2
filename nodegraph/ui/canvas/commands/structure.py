"""Commands on what is selected or pointed at: dissolve, join, disconnect, into a wire, along it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from nodegraph.document import edits
from nodegraph.document.rewiring import wires_at
from nodegraph.document.splice import dissolve, join
from nodegraph.graph import Port, Wire, WireError
from nodegraph.ui import steps
from nodegraph.ui.canvas.commands.link_mode import LinkMode
from nodegraph.ui.language import translated
from nodegraph.ui.naming import named

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

AWAY = 64  # px between a port and a node that is added behind it


class Structure(QObject):
    """What changes how the nodes of a canvas hang together."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace
        self.port: tuple[Port, bool] | None = None  # that a menu is open for; is it an output?

    def dissolve(self) -> None:
        """Deletes the selected nodes and joins what they stood between."""
        chosen = self._workspace.selection
        if chosen:
            what = named(self._workspace.drawing, chosen)
            drawing = dissolve(self._workspace.document.settled, chosen)
            self._workspace.do(self.tr("Deleted {0} and reconnected").format(what), drawing)

    def join(self) -> None:
        """Wires the selected nodes from left to right."""
        self._join(replacing=False)

    def join_anew(self) -> None:
        """The same, in place of wires that the inputs have."""
        self._join(replacing=True)

    def _join(self, replacing: bool) -> None:
        chosen, types = self._workspace.selection, self._workspace.report.types
        if len(chosen) < 2:
            self._workspace.said.emit(self.tr("Not joined: select two nodes or more"))
            return
        before = self._workspace.document.settled
        try:
            drawing = join(before, types, chosen, replacing=replacing)
        except WireError as error:
            self._workspace.said.emit(self.tr("Not joined: {0}").format(translated(str(error))))
            return
        words = self.tr("Joined {0}")
        if replacing and set(before.graph.wires) - set(drawing.graph.wires):
            words = self.tr("Joined {0} in place of other wires")
        self._workspace.do(words.format(named(self._workspace.drawing, chosen)), drawing)

    def link(self) -> None:
        """Gives ports letters, and wires what is typed."""
        LinkMode(self._canvas).begin()

    # Wires away

    def disconnect_all(self) -> None:
        """Takes away every wire of the port that is pointed at, or of the selected nodes."""
        if self.port is not None:
            self.cut(self.wires_of(*self.port))
        else:
            wires = self._workspace.drawing.graph.wires
            chosen = self._workspace.selection
            self.cut([w for w in wires if w.source.node in chosen or w.target.node in chosen])

    def wires_of(self, port: Port, is_output: bool) -> list[Wire]:
        """The wires at a port."""
        return wires_at(self._workspace.drawing.graph, port, is_output)

    def cut_picked(self) -> None:
        """Takes the selected wires away."""
        scene = self._canvas.graph_scene
        found = [scene.wire_at(slot) for slot in sorted(scene.wires.picked)]
        scene.wires.choose(None)
        self.cut([wire for wire in found if wire is not None])

    def cut(self, wires: Collection[Wire]) -> None:
        """Takes these wires away, in one step."""
        drawing = self._workspace.document.settled
        if len(wires) == 1:
            self._workspace.do(*steps.disconnect(drawing, *wires))
        elif wires:
            for wire in wires:
                drawing = edits.disconnect(drawing, wire)
            label = self.tr("Took away {0} wires").format(len(wires))
            self._workspace.do(label, drawing)

    # The chosen wire

    @property
    def _wire(self) -> Wire | None:
        return self._canvas.dots.wire

    def insert(self) -> None:
        """Opens the search for a node inside the chosen wire."""
        scene = self._canvas.graph_scene
        slot, wire = scene.wires.chosen, self._wire
        if slot is not None and wire is not None:
            middle = scene.wires.shapes[slot].path.pointAtPercent(0.5)
            self._canvas.adding.into(wire, self._canvas.mapFromScene(middle))

    def go_to_source(self) -> None:
        """Selects and shows the node that the chosen wire comes from."""
        if (wire := self._wire) is not None:
            self._canvas.show_node(wire.source.node)

    def go_to_target(self) -> None:
        """Selects and shows the node that the chosen wire goes to."""
        if (wire := self._wire) is not None:
            self._canvas.show_node(wire.target.node)

    # At a port

    def add_at_port(self) -> None:
        """Opens the search for a node at the port pointed at, or behind the selected one.

        At a single input that has a wire, the node goes into that wire.
        """
        port, is_output = self.port or (None, True)
        chosen = self._workspace.selection
        if port is None and len(chosen) == 1:
            (node,) = chosen
            port = next(iter(self._workspace.drawing.graph.nodes[node].outputs), None)
        if port is None:
            self._canvas.adding.here()
        elif not is_output and (taken := self._only_wire_into(port)):
            self._canvas.adding.into(taken, self._canvas.input_pos(port) - QPoint(AWAY, 0))
        elif is_output:
            self._canvas.adding.behind(port, self._canvas.port_pos(port) + QPoint(AWAY, 0))
        else:
            self._canvas.adding.before(port, self._canvas.input_pos(port) - QPoint(AWAY, 0))

    def _only_wire_into(self, port: Port) -> Wire | None:
        fed = self._workspace.drawing.graph.nodes[port.node].inputs.get(port.name)
        return Wire(fed, port) if isinstance(fed, Port) else None
