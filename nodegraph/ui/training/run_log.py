"""The current run in words: what trains where, each epoch as a row, and how it ended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nodegraph.document import Drawing
from nodegraph.training.events import EpochEnded, Event, Failed, Finished, Started
from nodegraph.ui.language import translated
from nodegraph.ui.style import called, restyle
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace

WIDTH = 338  # px
COLUMN, EDGES = 36, 11  # px of a column at least, and beside the words of its head
ROWS = 1_000  # the last epochs shown; all of them are in the run's folder


class RunLog(QWidget):
    """Shows one run; the next one replaces it. Before the first there is nothing to see."""

    def __init__(self, workspace: Workspace, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "run_log", self.tr("This run"), "panel")
        self.workspace, self.runner = workspace, runner
        self.folder: Path | None = None
        self._make()
        runner.told.connect(self._on_told)
        runner.state_changed.connect(self._on_state)
        workspace.changed.connect(self._compare)

    def say_again(self, _again: object) -> None:
        """Names the columns in another language, each as wide as its name."""
        heads = self._heads()
        self.table.setHorizontalHeaderLabels(heads)
        room = QFontMetrics(self.font())
        for column, words in enumerate(heads):
            width = max(COLUMN, room.horizontalAdvance(words) + EDGES)
            self.table.setColumnWidth(column, width)

    def _make(self) -> None:
        head = QLabel(self.tr("This run").upper(), self)
        called(head, "head_run", self.tr("This run"), "head")
        self.summary = self._label("run_summary", self.tr("What trains"), "muted")
        self.changed = self._label("run_changed", self.tr("Whether the run is out of date"), "warn")
        self.changed.setText(self.tr("The network has changed since this run."))
        self.changed.hide()
        self.ending = self._label("run_ending", self.tr("How the run ended"), "muted")
        self.open_folder = QPushButton(self.tr("Open folder"), self)
        called(self.open_folder, "open_run_folder", self.tr("Open folder"))
        self.open_folder.clicked.connect(self._open)
        self.open_folder.hide()
        self.table = self._table()
        self.say_again(None)
        self.setFixedWidth(WIDTH)
        self.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 16, 8)
        column.setSpacing(6)
        for widget in (head, self.summary, self.changed):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        end = QHBoxLayout()
        end.addWidget(self.ending, 1)
        end.addWidget(self.open_folder)
        column.addLayout(end)
        column.addStretch()

    def _label(self, name: str, accessible: str, kind: str) -> QLabel:
        label = QLabel(self)
        called(label, name, accessible, kind)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _heads(self) -> list[str]:
        return [
            self.tr("epoch"),
            self.tr("train loss"),
            self.tr("test loss"),
            self.tr("train %"),
            self.tr("test %"),
            self.tr("s"),
        ]

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(self._heads()), self)
        called(table, "epochs", self.tr("Epochs"))
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setWordWrap(False)
        table.verticalHeader().setDefaultSectionSize(22)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(right)
        table.hide()
        return table

    def _on_state(self, state: State) -> None:
        if state is State.LOADING:
            self.folder = None
            self.show()
            self.table.setRowCount(0)
            self.table.hide()
            self.open_folder.hide()
            self._say_end("")
            self.summary.setText(self.tr("Loading PyTorch and the data"))
            self.summary.show()
            self._compare()
        elif state is State.IDLE:
            self.summary.setVisible(self.folder is not None)  # else it never came to train

    def _on_told(self, events: tuple[Event, ...]) -> None:
        for event in events:
            match event:
                case Started():
                    self._begin(event)
                case EpochEnded():
                    self._add(event)
                case Finished():
                    words = {"completed": self.tr("Done."), "stopped": self.tr("Stopped.")}
                    kept = self.tr(" Weights and code are kept in {0}").format(event.run)
                    self._say_end(words[event.reason] + (kept if event.run else ""))
                case Failed():
                    self._say_end(translated(event.message), "bad")

    def _begin(self, event: Started) -> None:
        self.folder = Path(event.run)
        self.open_folder.show()
        self.summary.setText(
            self.tr("{0:,} weights on {1}. {2:,} to train, {3:,} to test.").format(
                event.weights, event.device, event.train_samples, event.test_samples
            )
        )

    def _add(self, event: EpochEnded) -> None:
        if self.table.rowCount() == ROWS:
            self.table.removeRow(0)
        row = self.table.rowCount()
        self.table.insertRow(row)
        words = (
            str(event.epoch),
            f"{event.train_loss:.4g}",
            f"{event.test_loss:.4g}",
            _percent(event.train_accuracy),
            _percent(event.test_accuracy),
            f"{event.seconds:.1f}",
        )
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)
        self.table.show()
        self.table.scrollToBottom()

    def _say_end(self, words: str, kind: str = "muted") -> None:
        self.ending.setText(words)
        restyle(self.ending, kind=kind)

    def _compare(self, before: Drawing | None = None, after: Drawing | None = None) -> None:
        """Whether the drawing still is the one that trains."""
        started = self.runner.drawing
        now = self.workspace.document.drawing
        differs = started is not None and started.graph is not now.graph
        self.changed.setVisible(differs and self.runner.run is not None)

    def _open(self) -> None:
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.2f}"
