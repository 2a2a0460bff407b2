"""Going on with a run that was stopped, or that ended with its process: which one, is asked.

Only runs of the very module that is drawn now are offered, so what goes on is what was begun.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nodegraph.training.kept import Resumable, default_runs, resumable
from nodegraph.ui.language import PARTED, moment
from nodegraph.ui.style import called, restyle
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace


class Resuming(QObject):
    """Finds the runs of the network as it is drawn now, and goes on with the one chosen."""

    def __init__(self, workspace: Workspace, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.runner, self._parent = workspace, runner, parent

    @property
    def possible(self) -> bool:
        """Whether a run may go on now: the network is whole, and no other run is going on."""
        return self.workspace.source is not None and self.runner.state is State.IDLE

    def ask(self) -> None:
        """Offers the runs that can go on."""
        source = self.workspace.source
        if source is None or not self.possible:
            return
        runs = self.runner.options.runs or default_runs()
        found = resumable(runs, source.text)
        if not found:
            words = self.tr("No run of this network, as it is drawn now, can go on in {0}")
            self.workspace.said.emit(words.format(runs))
            return
        dialog = Choice(found, self.workspace.drawing.recipe.epochs, self._parent)
        dialog.accepted.connect(lambda: self._go_on(dialog.chosen))
        dialog.open()

    def _go_on(self, run: Resumable) -> None:
        self.runner.start(self.workspace.document.settled, run.path)


class Choice(QDialog):
    """A list of runs, the last one first; one that has had all its epochs says so."""

    def __init__(self, runs: list[Resumable], epochs: int, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "resume", self.tr("Resume a run"))
        self.setWindowTitle(self.tr("Resume a run"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._runs, self._epochs = runs, epochs
        head = QLabel(
            self.tr("It goes on after its last whole epoch, as if it had never stopped."), self
        )
        head.setProperty("kind", "muted")
        self.list = QListWidget(self)
        called(self.list, "resume_runs", self.tr("Runs of this network, the last one first"))
        self.list.setMinimumSize(420, 200)
        for run in runs:
            item = QListWidgetItem(self._told(run), self.list)
            item.setToolTip(str(run.path))
        self.done_already = QLabel(self)
        called(self.done_already, "resume_reason", self.tr("Why it can't go on"), "warn")
        self.done_already.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        called(buttons, "resume_buttons", self.tr("Resume or cancel"))
        self.resume = buttons.button(kinds.Ok)
        self.resume.setText(self.tr("Resume"))
        restyle(self.resume, kind="primary")  # it was dressed when the box made it
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (head, self.list, self.done_already, buttons):
            column.addWidget(widget)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(lambda: self.resume.click())
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def chosen(self) -> Resumable:
        """The run that is to go on."""
        return self._runs[self.list.currentRow()]

    def _show(self) -> None:
        more = len(self.chosen.epochs) < self._epochs
        self.resume.setEnabled(more)
        words = self.tr("All its epochs are done. Ask for more than {0} in the run panel first.")
        self.done_already.setText("" if more else words.format(len(self.chosen.epochs)))

    def _told(self, run: Resumable) -> str:
        words = [moment(run.when), self.tr("epoch {0} done").format(len(run.epochs))]
        if not run.epochs:
            words[-1] = self.tr("no whole epoch yet")
        elif (accuracy := run.epochs[-1].test_accuracy) is not None:
            words.append(self.tr("test {0:.1f} %").format(100 * accuracy))
        else:
            words.append(self.tr("test loss {0:.3g}").format(run.epochs[-1].test_loss))
        return PARTED.join(words)
