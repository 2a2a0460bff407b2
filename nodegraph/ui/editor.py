"""The editor's parts side by side: palette, canvas over training views, inspector over code."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QTabWidget, QVBoxLayout, QWidget

from nodegraph.analysis.begun import next_step
from nodegraph.ui.canvas.looking.beyond import Beyond
from nodegraph.ui.canvas.telling.cure import cured
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.habits import Used
from nodegraph.ui.panels.code import Code
from nodegraph.ui.panels.history import History
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.panels.outline import Outline
from nodegraph.ui.panels.palette import Palette
from nodegraph.ui.panels.problems import Problems
from nodegraph.ui.settings import Settings
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.looking import Looking
from nodegraph.ui.training.pulse import Pulse
from nodegraph.ui.training.runner import Runner
from nodegraph.ui.training.timing import Timing
from nodegraph.ui.training.views import Views
from nodegraph.ui.workspace import Workspace

PALETTE, SIDE = 216, 316  # px wide at first
VIEWS, FORM, CODE = 264, 460, 380  # px high at first
SPLITTERS = ("columns", "rows", "side")  # remembered under these names


class Editor(QWidget):
    """Everything around one workspace; each part listens to it by itself."""

    def __init__(
        self,
        workspace: Workspace,
        runner: Runner,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        called(self, "editor", self.tr("Editor"))
        self.workspace, self.settings = workspace, settings
        # Each part is made where it stands: Qt dresses all that is in it anew when it moves.
        self.columns = self._splitter(
            "columns", self.tr("Palette, canvas and inspector"), Qt.Orientation.Horizontal, self
        )
        self.palette_panel = Palette(theme, self.columns)
        self.rows = self._splitter(
            "rows", self.tr("Canvas and training views"), Qt.Orientation.Vertical, self.columns
        )
        self.side = self._splitter(
            "side", self.tr("Inspector and code"), Qt.Orientation.Vertical, self.columns
        )
        self.canvas = Canvas(workspace, theme, self.rows)
        self.canvas.adding.used = Used(settings)
        self.canvas.wire_view.restore(settings)
        self.canvas.motion.restore(settings)
        self.views = Views(workspace, runner, theme, self.rows)
        self.timing = Timing(workspace, runner, self.canvas.lens, self)
        self.pulse = Pulse(runner, self.canvas, self)
        self.looking = Looking(workspace, runner, self.canvas, theme, self)
        self.inspector = Inspector(workspace, self.side)
        self.problems = Problems(workspace, self)
        self.problems.cured = partial(cured, self.canvas)
        self.code = Code(workspace, theme, self)
        self.outline = Outline(workspace, theme, self)
        self.history = History(workspace, theme, self)
        self.beyond = Beyond(workspace, self.canvas)
        self.tabs = self._tabs()
        self._arrange()
        self._restore()
        self.palette_panel.chosen.connect(lambda name: self.canvas.add_layer(name, None))
        self.problems.shown.connect(self.canvas.show_node)
        self.outline.shown.connect(self.canvas.show_node)
        self.outline.beside_shown.connect(self.canvas.frames.show)
        self.outline.settings_wanted.connect(self.inspector.focus_first)
        self.canvas.settings_wanted.connect(self.inspector.focus_first)
        self.inspector.left.connect(self.canvas.setFocus)
        workspace.checked.connect(self._count_problems)
        self._count_problems()

    def set_theme(self, theme: Theme) -> None:
        """Every part that paints by itself takes another theme."""
        for part in (self.palette_panel, self.canvas, self.views, self.looking, self.code):
            part.set_theme(theme)
        for panel in (self.outline, self.history):
            panel.set_theme(theme)

    def show_problems(self) -> None:
        """Brings the list of problems to the front."""
        self.tabs.setCurrentWidget(self.problems)

    @property
    def lists(self) -> tuple[QWidget, ...]:
        """The side tabs in which nothing is typed."""
        return (self.problems, self.outline, self.history)

    def show_panel(self, panel: QWidget) -> None:
        """Brings one of the side tabs to the front and gives it the keys; once it has them, gives
        them back to the canvas.
        """
        if panel.hasFocus():
            self.leave_panel()
            return
        self.tabs.setCurrentWidget(panel)
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_panel(self) -> None:
        """The keys belong to the canvas again; what is shown stays."""
        self.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_views(self) -> None:
        """Shows or hides the training views; keys that were in them come to the canvas."""
        views, focus = self.views, QApplication.focusWidget()
        if views.isVisible() and focus is not None and views.isAncestorOf(focus):
            self.leave_panel()
        views.setVisible(views.isHidden())

    def remember(self) -> None:
        """Keeps how the parts share the room."""
        for name in SPLITTERS:
            self.settings.set(name, getattr(self, name).saveState())

    def share_room_as(self, other: Editor) -> None:
        """Gives the parts the room they have in another editor, of which this takes the place."""
        for name in SPLITTERS:
            getattr(self, name).restoreState(getattr(other, name).saveState())
        self.views.setVisible(not other.views.isHidden())

    def _restore(self) -> None:
        for name in SPLITTERS:
            if not (state := self.settings.get(name)).isEmpty():
                getattr(self, name).restoreState(state)

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget(self.side)
        called(tabs, "side_tabs", self.tr("Code, problems, outline and history"))
        tabs.setDocumentMode(True)
        tabs.addTab(self.code, self.tr("Code"))
        tabs.addTab(self.problems, self.tr("Problems"))
        tabs.addTab(self.outline, self.tr("Outline"))
        tabs.addTab(self.history, self.tr("History"))
        leave = QShortcut(Qt.Key.Key_Escape, tabs, self.leave_panel)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return tabs

    def _splitter(
        self, name: str, words: str, direction: Qt.Orientation, parent: QWidget
    ) -> QSplitter:
        splitter = QSplitter(direction, parent)
        called(splitter, f"splitter_{name}", words)
        splitter.setHandleWidth(1)
        return splitter

    def _arrange(self) -> None:
        self.columns.setCollapsible(1, False)
        self.rows.setCollapsible(0, False)
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(0, 1)
        self.side.setStretchFactor(1, 1)
        self.columns.setSizes([PALETTE, 1600 - PALETTE - SIDE, SIDE])
        self.rows.setSizes([1000 - VIEWS, VIEWS])
        self.side.setSizes([FORM, CODE])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def _count_problems(self) -> None:
        problems, graph = self.workspace.report.problems, self.workspace.drawing.graph
        count = 0 if next_step(graph) else sum(p.severity != "blocked" for p in problems)
        words = self.tr("Problems {0}").format(count) if count else self.tr("Problems")
        at = self.tabs.indexOf(self.problems)
        if self.tabs.tabText(at) != words:  # Qt lays out all tabs and what is around them
            self.tabs.setTabText(at, words)
