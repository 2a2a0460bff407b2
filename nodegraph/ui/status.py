"""The line at the foot of the window: problems and counts left, what was done last right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from nodegraph.analysis import Report
from nodegraph.analysis.begun import next_step
from nodegraph.ui.commands.keys import native
from nodegraph.ui.language import PARTED, translated
from nodegraph.ui.short import Short
from nodegraph.ui.style import called, restyle
from nodegraph.ui.workspace import Workspace


def grouped(number: int) -> str:
    """A count with its thousands apart: "421,642"."""
    return f"{number:,}"


def short(number: int) -> str:
    """A large count in few signs: "12.9 M"."""
    for size, sign in ((10**9, " G"), (10**6, " M"), (10**3, " k")):
        if number >= size:
            return f"{number / size:.1f}{sign}"
    return str(number)


class Count(QLabel):
    """The number of problems; a click shows them."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()


class Status(QStatusBar):
    """Problems, weights, multiply-adds and nodes; the last sentence, how to undo it, the zoom."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "status", self.tr("Status"))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self.workspace = workspace
        self.problems = Count(self)
        called(self.problems, "status_problems", self.tr("Problems"))
        self.counts = self._label("status_counts", self.tr("Size of the network"))
        self.last = Short(self)
        called(self.last, "status_last", self.tr("What was done last"))
        self.zoom = self._label("status_zoom", self.tr("Zoom"))
        self.addWidget(self.problems)
        self.addWidget(self.counts)
        self.addPermanentWidget(self.last)
        self.addPermanentWidget(self.zoom)
        workspace.checked.connect(self.refresh)
        workspace.said.connect(self._say)
        self.refresh()

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel(self)
        called(label, name, accessible)
        return label

    def refresh(self) -> None:
        """Counts again what the last check found."""
        report, graph = self.workspace.report, self.workspace.drawing.graph
        errors = sum(problem.severity == "error" for problem in report.problems)
        hints = sum(problem.severity == "hint" for problem in report.problems)
        words = (
            [self._many(errors, self.tr("1 problem"), self.tr("{0} problems"))] if errors else []
        )
        words += [self._many(hints, self.tr("1 hint"), self.tr("{0} hints"))] if hints else []
        kind = "bad" if errors else "warn" if hints else "muted"
        if step := next_step(graph):
            words, kind = [translated(step)], "muted"
        self.problems.setText(PARTED.join(words) or self.tr("No problems"))
        restyle(self.problems, kind=kind)
        self.counts.setText(PARTED.join(self._counted(report, len(graph.nodes))))

    def _counted(self, report: Report, nodes: int) -> tuple[str, ...]:
        told = self._many(nodes, self.tr("1 node"), self.tr("{0} nodes"))
        if not report.whole and not report.weights:
            return (self.tr("weights not known yet"), told)
        weights = self.tr("{0} weights") if report.whole else self.tr("{0} weights so far")
        return (
            weights.format(grouped(report.weights)),
            self.tr("{0} multiply-adds a sample").format(short(report.multiply_adds)),
            told,
        )

    def _many(self, count: int, one: str, several: str) -> str:
        return one if count == 1 else several.format(grouped(count))

    def say_again(self, _again: object) -> None:
        """Counts in another language."""
        self.refresh()

    def show_zoom(self, zoom: float) -> None:
        """Shows the zoom; 1.0 is 100 %."""
        self.zoom.setText(f"{zoom:.0%}".replace("%", " %"))

    def _say(self, said: str) -> None:
        sentence = translated(said)
        action = self.window().findChild(QAction, "edit.undo")
        key = native(action.shortcut().toString()) if action is not None else ""
        if key and self.workspace.document.undo_label == said:
            sentence = PARTED.join((sentence, self.tr("{0} to undo").format(key)))
        self.last.setText(sentence)
