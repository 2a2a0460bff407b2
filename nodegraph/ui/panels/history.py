"""The history: every step as a sentence, to go back or forward to by a click or by Enter.

Going somewhere is no step: what was undone stays in the list, muted, until something else is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFont, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from nodegraph.document.undo import Step
from nodegraph.ui.language import translated
from nodegraph.ui.search_list import Index
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace


class Steps(QAbstractListModel):
    """The steps of a document as rows; only rows that came or went are told."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.steps: Sequence[Step] = ()
        self.at = 0
        self._strong = QFont()
        self._strong.setBold(True)
        self.take_theme(theme)

    def take_theme(self, theme: Theme) -> None:
        """Mutes in the colour of this theme."""
        self._muted, self._current = QColor(theme.muted), QColor(theme.accent)

    def show_steps(self, steps: Sequence[Step], at: int) -> None:
        """Lists these steps; the one at `at` is where the drawing stands."""
        dropped = self._dropped(steps)
        if dropped:
            self.beginRemoveRows(QModelIndex(), 0, dropped - 1)
            self.steps = self.steps[dropped:]
            self.endRemoveRows()
        kept = self._kept(steps)
        if kept < len(self.steps):
            self.beginRemoveRows(QModelIndex(), kept, len(self.steps) - 1)
            self.steps = self.steps[:kept]
            self.endRemoveRows()
        if kept < len(steps):
            self.beginInsertRows(QModelIndex(), kept, len(steps) - 1)
            self.steps = steps
            self.endInsertRows()
        before, self.at = min(max(0, self.at - dropped), len(steps) - 1), at
        first, last = sorted((before, at))
        self.dataChanged.emit(self.index(first), self.index(last))

    def _dropped(self, steps: Sequence[Step]) -> int:
        """How many of the oldest rows are steps no longer."""
        firsts = (n for n, step in enumerate(self.steps) if step is steps[0])
        return next(firsts, len(self.steps))

    def _kept(self, steps: Sequence[Step]) -> int:
        pairs = zip(self.steps, steps, strict=False)
        differ = (n for n, (here, there) in enumerate(pairs) if here is not there)
        return next(differ, min(len(self.steps), len(steps)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        label, row = self.steps[index.row()].label, index.row()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return translated(label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self.tr("{0}, step {1} of {2}").format(
                translated(label), row + 1, len(self.steps)
            )
            state = ("", self.tr(", current"), self.tr(", undone"))[
                (row >= self.at) + (row > self.at)
            ]
            return told + state
        if role == Qt.ItemDataRole.ForegroundRole and row >= self.at:
            return self._current if row == self.at else self._muted
        if role == Qt.ItemDataRole.FontRole and row == self.at:
            return self._strong
        return None


class History(QListView):
    """The list of steps of a workspace's document."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "history", self.tr("History"))
        self.workspace = workspace
        self.steps = Steps(theme, self)
        self.setModel(self.steps)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._travel)
        self.activated.connect(self._travel)
        workspace.saved.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme from now on."""
        self.steps.take_theme(theme)
        self.viewport().update()

    def refresh(self) -> None:
        """Lists the steps as they are; does nothing while hidden, or while a gesture goes on."""
        if not self.isVisible():
            return
        document = self.workspace.document
        steps, at = document.steps, document.at
        shown = self.steps.steps
        ends = len(steps) == len(shown) and steps[0] is shown[0] and steps[-1] is shown[-1]
        if ends and at == self.steps.at:
            return
        self.steps.show_steps(steps, at)
        self.setCurrentIndex(self.steps.index(at))
        self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _travel(self, index: QModelIndex) -> None:
        self.workspace.go_to(index.row())
