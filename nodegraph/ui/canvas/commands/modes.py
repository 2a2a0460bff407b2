"""Commands that take nodes out of the run and back: bypass, disable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nodegraph.analysis.modes import bypass_refusal
from nodegraph.document import edits
from nodegraph.graph import Mode
from nodegraph.ui.language import translated
from nodegraph.ui.naming import named

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas


class Modes(QObject):
    """Which of a canvas's nodes run. All the selected ones change in one step, or none does."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace

    def bypass(self) -> None:
        """The selected nodes hand their input on; where all do so already, they run again."""
        graph, types = self._workspace.drawing.graph, self._workspace.report.types
        if self._all_are("bypassed"):
            self._set("on", self.tr("Switched {0} on"))
            return
        reasons = (bypass_refusal(graph, types, node) for node in self._chosen())
        reason = next(filter(None, reasons), "")
        if reason:
            words = self.tr("Not bypassed: {0}").format(translated(reason))
            self._workspace.said.emit(words)
        elif not self._chosen():
            self._workspace.said.emit(self.tr("Not bypassed: select a node"))
        else:
            self._set("bypassed", self.tr("Bypassed {0}"))

    def disable(self) -> None:
        """The selected nodes are as if not there; where all are already, they run again."""
        if self._all_are("disabled"):
            self._set("on", self.tr("Switched {0} on"))
        elif not self._chosen():
            self._workspace.said.emit(self.tr("Not disabled: select a node"))
        else:
            self._set("disabled", self.tr("Disabled {0}"))

    def _chosen(self) -> list[str]:
        """The selected nodes, in the order of the drawing."""
        chosen = self._workspace.selection
        return [node for node in self._workspace.drawing.graph.nodes if node in chosen]

    def _all_are(self, mode: Mode) -> bool:
        nodes, chosen = self._workspace.drawing.graph.nodes, self._chosen()
        return bool(chosen) and all(nodes[node].mode == mode for node in chosen)

    def _set(self, mode: Mode, words: str) -> None:
        chosen = self._chosen()
        drawing = edits.set_mode(self._workspace.document.settled, chosen, mode)
        self._workspace.do(words.format(named(self._workspace.drawing, chosen)), drawing)
