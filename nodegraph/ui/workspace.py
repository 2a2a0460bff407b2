"""One open drawing with everything derived from it, computed once for all who show it.

Canvas, panels and code listen here. The graph is checked and written only when the graph or the
recipe itself changed: moving a node makes a new drawing around the same graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nodegraph.analysis import Probe, Report, check
from nodegraph.codegen.module import Incomplete, Source, write
from nodegraph.document import Document, Drawing, save
from nodegraph.document.beside import NOTHING, Beside
from nodegraph.document.beside import touched as beside_touched
from nodegraph.document.undo import rewired, touched
from nodegraph.graph import NodeId
from nodegraph.ui.language import translated


class Workspace(QObject):
    """A document, its file, its report, its source, and what is selected."""

    changed = Signal(object, object)  # drawing before, drawing after; previews too
    checked = Signal()  # report and source are new
    selected = Signal(object)  # frozenset of node ids
    chose_beside = Signal(object)  # Beside: the selected frames and notes
    saved = Signal()  # path or dirtiness changed
    said = Signal(object)  # one sentence for the status bar
    travelled = Signal(object, object)  # drawing before, drawing after going through the history
    opened = Signal()  # another drawing stands here now, with a history of its own
    written = Signal()  # the file holds the drawing of the last step now

    def __init__(self, drawing: Drawing, parent: QObject | None = None):
        super().__init__(parent)
        self.document = Document(drawing)
        self.path: Path | None = None
        self.probe: Probe | None = None  # the engine's trial, once torch has loaded
        self.selection: frozenset[NodeId] = frozenset()
        self.beside = NOTHING  # the frames and notes selected along with the nodes
        self.keep: Callable[[Drawing, Drawing], Drawing] = _as_it_is  # before, after → the step
        self.report: Report
        self.source: Source | None = None  # None while the graph is incomplete
        self.refusal = ""  # why there is no source
        self._derive(drawing)
        self._stop_listening = self.document.listen(self._on_change)

    @property
    def drawing(self) -> Drawing:
        """What is shown now."""
        return self.document.drawing

    def do(self, label: str, drawing: Drawing) -> None:
        """One step of undo; its label is said in the status bar."""
        drawing = self.keep(self.document.settled, drawing)
        if drawing is not self.document.settled:
            words = translated(label)
            self.document.do(words, drawing)
            self.said.emit(words)
        else:
            self.document.cancel()

    def go_to(self, at: int) -> None:
        """Back or forward to that step of the history; what differs there is selected."""
        document, before, came_from = self.document, self.document.settled, self.document.at
        if at == came_from or not document.go_to(at):
            return
        found = touched(before, self.drawing) & self.drawing.graph.nodes.keys()
        beside = beside_touched(before, self.drawing)
        if rewired(before, self.drawing):
            self.select((), beside)  # the wires are, by who shows them
        elif found or beside:
            self.select(found, beside)
        words, step = self.tr("Went to: {0}"), at
        if at == came_from - 1:
            words, step = self.tr("Undid: {0}"), came_from
        elif at == came_from + 1:
            words = self.tr("Did again: {0}")
        self.said.emit(words.format(document.steps[step].label))
        self.travelled.emit(before, self.drawing)

    def open(self, drawing: Drawing, path: Path | None = None) -> None:
        """Another drawing in place of this one, with an empty history."""
        before = self.drawing
        self._stop_listening()
        self.document, self.path = Document(drawing), path
        self._stop_listening = self.document.listen(self._on_change)
        self._derive(drawing)
        self.changed.emit(before, drawing)
        self.checked.emit()
        self.select(())
        self.saved.emit()
        self.opened.emit()

    def save(self, path: Path) -> None:
        """Writes the drawing to a file; raises FileError, and then nothing has changed."""
        save(self.document.settled, path)
        self.path = path
        self.document.saved(self.document.settled)
        self.written.emit()

    def has_selected(self, least: int) -> bool:
        """Whether that many nodes are selected; else says what to do."""
        if len(self.selection) >= least:
            return True
        if least == 1:
            self.said.emit(self.tr("Select a node first"))
        else:
            self.said.emit(self.tr("Select {0} nodes or more first").format(least))
        return False

    def select(self, ids: Iterable[NodeId], beside: Beside = NOTHING) -> None:
        """Makes exactly these nodes, frames and notes the selection; unknown ids are left out.

        Who selects nodes alone so lets go of frames and notes: there is one selection.
        """
        wanted = frozenset(ids) & self.drawing.graph.nodes.keys()
        known = beside.of(self.drawing)
        nodes_differ, rest_differs = wanted != self.selection, known != self.beside
        self.selection, self.beside = wanted, known
        if nodes_differ:
            self.selected.emit(wanted)
        if rest_differs:
            self.chose_beside.emit(known)

    def set_probe(self, probe: Probe) -> None:
        """Types of layers without a rule are known from now on."""
        self.probe = probe
        self._derive(self.drawing)
        self.checked.emit()

    def say_again(self, again: Callable[[str], str]) -> None:
        """The sentences of the history in another language."""
        self.document.relabel(again)
        self.saved.emit()

    def _on_change(self, before: Drawing, after: Drawing) -> None:
        new = before.graph is not after.graph or before.recipe != after.recipe
        if new or before.name != after.name:
            self._derive(after)
        self.changed.emit(before, after)
        if new or before.name != after.name:
            self.checked.emit()
        self.select(self.selection, self.beside)
        self.saved.emit()

    def _derive(self, drawing: Drawing) -> None:
        self.report = check(drawing.graph, drawing.recipe, self.probe)
        try:
            self.source = write(drawing.graph, self.report, drawing.name)
            self.refusal = ""
        except Incomplete as error:
            self.source, self.refusal = None, str(error)


def _as_it_is(_before: Drawing, after: Drawing) -> Drawing:
    return after
