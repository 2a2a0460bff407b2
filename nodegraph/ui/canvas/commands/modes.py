"""Commands that take nodes and wires out of the run and back: bypass, disable."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nodegraph.analysis.modes import bypass_refusal
from nodegraph.graph import Mode, Wire
from nodegraph.ui import steps
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.canvas.wires.dots import Dots
from nodegraph.ui.language import translated


class Modes(QObject):
    """Which of a canvas's nodes run. All the selected ones change in one step, or none does."""

    def __init__(self, canvas: Surface, dots: Dots) -> None:
        super().__init__(canvas)
        self._canvas, self._dots = canvas, dots
        self._workspace = canvas.workspace

    def bypass(self) -> None:
        """The selected nodes hand their input on; where all do so already, they run again."""
        graph, types = self._workspace.drawing.graph, self._workspace.report.types
        if self._all_are("bypassed"):
            self._set("on")
            return
        reasons = (bypass_refusal(graph, types, node) for node in self._chosen())
        reason = next(filter(None, reasons), "")
        if reason:
            words = self.tr("Not bypassed: {0}").format(translated(reason))
            self._workspace.said.emit(words)
        elif not self._chosen():
            self._workspace.said.emit(self.tr("Not bypassed: select a node"))
        else:
            self._set("bypassed")

    def disable(self) -> None:
        """The selected nodes are as if not there; where all are already, they run again.

        Where no node is selected, the selected wires.
        """
        if not self._chosen() and (wires := self._wires()):
            graph = self._workspace.drawing.graph
            self._switch(wires, on=all(map(graph.is_off, wires)))
        elif self._all_are("disabled"):
            self._set("on")
        elif not self._chosen():
            self._workspace.said.emit(self.tr("Not disabled: select a node"))
        else:
            self._set("disabled")

    def disable_wires(self) -> None:
        """The selected wires stay drawn and carry nothing."""
        self._switch(self._wires(), on=False)

    def enable_wires(self) -> None:
        """The selected wires carry something again."""
        self._switch(self._wires(), on=True)

    def _wires(self) -> list[Wire]:
        """The selected wires; without any, the first that passes a selected dot."""
        scene = self._canvas.graph_scene
        picked = [scene.wire_at(slot) for slot in sorted(scene.wires.picked)]
        found = dict.fromkeys(wire for wire in picked if wire is not None)
        passing = self._dots.wire
        return list(found) or ([passing] if passing is not None else [])

    def _switch(self, wires: list[Wire], on: bool) -> None:
        drawing = self._workspace.document.settled
        turned = [wire for wire in wires if drawing.graph.is_off(wire) == on]
        if turned:
            self._workspace.do(*steps.switch(drawing, turned, on=on))

    def _chosen(self) -> list[str]:
        """The selected nodes, in the order of the drawing."""
        chosen = self._workspace.selection
        return [node for node in self._workspace.drawing.graph.nodes if node in chosen]

    def _all_are(self, mode: Mode) -> bool:
        nodes, chosen = self._workspace.drawing.graph.nodes, self._chosen()
        return bool(chosen) and all(nodes[node].mode == mode for node in chosen)

    def _set(self, mode: Mode) -> None:
        self._workspace.do(*steps.set_mode(self._workspace.document.settled, self._chosen(), mode))
