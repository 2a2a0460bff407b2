"""The tabs below the canvas: the run with its recipe, and the live curves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QWidget

from nodegraph.training.events import Event, Started
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.live import Curves
from nodegraph.ui.training.run_log import RunLog
from nodegraph.ui.training.run_panel import RunPanel
from nodegraph.ui.training.runner import Runner
from nodegraph.ui.workspace import Workspace


class Views(QTabWidget):
    """Run and Curves; at the right, what share of the time the views take."""

    def __init__(
        self, workspace: Workspace, runner: Runner, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        called(self, "views", self.tr("Training views"))
        self.tabBar().setObjectName("views_tabs")
        self.tabBar().setAccessibleName(self.tr("Training views"))
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        tab = QWidget(self)
        called(tab, "run_tab", self.tr("Run"), "panel")
        self.addTab(tab, self.tr("Run"))
        self.run_panel = RunPanel(workspace, tab)
        self.run_log = RunLog(workspace, runner, tab)
        row = QHBoxLayout(tab)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.run_panel, 1)
        row.addWidget(self.run_log)
        self.curves = Curves(workspace, runner, theme, self)
        self.addTab(self.curves, self.tr("Curves"))
        self.share = QLabel(self)
        called(self.share, "views_share", self.tr("Share of the time the views take"), "muted")
        self.share.setMinimumWidth(180)  # so that a new number moves nothing
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setCornerWidget(self.share)
        self.curves.drawn.connect(self._show_share)
        runner.told.connect(self._on_told)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of another theme."""
        self.curves.set_theme(theme)

    def _on_told(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, Started) for event in events):
            self.setCurrentWidget(self.curves)  # someone who pressed Train wants to see it

    def _show_share(self) -> None:
        if self.run_log.isHidden():
            return  # nothing has trained yet
        words = self.tr("views {0:.1f} % of the time").format(100 * self.curves.pace.share)
        if words != self.share.text():
            self.share.setText(words)
