"""The main window: menus, toolbar, start page or editor, and status; it decides nothing.

One workspace stands behind all of it. What costs time to load (pyqtgraph, torch, the icons)
comes after `painted`: the window is there and answers first.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from nodegraph.analysis import Probe
from nodegraph.ui import actions
from nodegraph.ui.canvas.lens import LENSES
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.clipboard import Clipboard
from nodegraph.ui.editor import Editor
from nodegraph.ui.export import Export
from nodegraph.ui.files import ENDING, Files
from nodegraph.ui.page import Page
from nodegraph.ui.panels.code import Code
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.panels.palette import Palette
from nodegraph.ui.panels.problems import Problems
from nodegraph.ui.recovery import Recovery
from nodegraph.ui.settings import Settings
from nodegraph.ui.start_page import StartPage
from nodegraph.ui.style import called, dress
from nodegraph.ui.theme import DARK, LIGHT, THEMES, Theme
from nodegraph.ui.toolbar import Toolbar
from nodegraph.ui.training.live import Curves
from nodegraph.ui.training.run_bar import RunBar
from nodegraph.ui.training.run_panel import RunPanel
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace

SIZE = (1600, 1000)  # px at the first start, if the screen has room for it


class MainWindow(QMainWindow):
    """One drawing with everything around it."""

    painted = Signal()  # once: the first paint is done and events are answered

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self._first_paint = True
        called(self, "main_window", "nodegraph")
        self.settings = settings or Settings()
        self.theme = self._chosen_theme()
        self.page = Page(self.settings, self.theme, self)
        dress(_app(), self.theme)
        self.actions_by_name = actions.build(self, self.menuBar())
        self._finish_menus()
        self._make()
        self._connect()
        self.setAcceptDrops(True)
        self._restore_geometry()
        self._show_theme_choice()
        self._show_lens_choice(self.canvas.lens.name)
        self.refresh()

    # The parts of the page that is worked on; commands and tours find them here.

    @property
    def workspace(self) -> Workspace:
        """Its drawing, with what is derived from it."""
        return self.page.workspace

    @property
    def files(self) -> Files:
        """Its way to and from files."""
        return self.page.files

    @property
    def runner(self) -> Runner:
        """Its runs."""
        return self.page.runner

    @property
    def run_bar(self) -> RunBar:
        """Train, Pause and Stop."""
        return self.page.run_bar

    @property
    def export(self) -> Export:
        """Its ways out."""
        return self.page.export

    @property
    def clipboard(self) -> Clipboard:
        """Cut, copy and paste."""
        return self.page.clipboard

    @property
    def editor(self) -> Editor:
        """Canvas and panels."""
        return self.page.editor

    @property
    def canvas(self) -> Canvas:
        """The canvas."""
        return self.page.editor.canvas

    @property
    def palette_panel(self) -> Palette:
        """The layers to choose from."""
        return self.page.editor.palette_panel

    @property
    def inspector(self) -> Inspector:
        """The settings of what is selected."""
        return self.page.editor.inspector

    @property
    def problems(self) -> Problems:
        """What is wrong."""
        return self.page.editor.problems

    @property
    def code(self) -> Code:
        """The network as text."""
        return self.page.editor.code

    @property
    def run_panel(self) -> RunPanel:
        """The recipe."""
        return self.page.editor.views.run_panel

    @property
    def curves(self) -> Curves:
        """The live views."""
        return self.page.editor.views.curves

    # What is shown

    def show_editor(self) -> None:
        """The drawing, with everything around it."""
        self.stack.setCurrentWidget(self.page)
        self.canvas.setFocus()
        self.refresh()

    def show_start_page(self) -> None:
        """New, open, recent files and examples; the drawing stays as it is."""
        self.start_page.refresh()
        self.stack.setCurrentWidget(self.start_page)
        self.refresh()

    def refresh(self) -> None:
        """Title, undo's words, and which commands can be used now."""
        document = self.workspace.document
        editing = self.stack.currentWidget() is self.page
        self.setWindowTitle(f"{self.page.title} – nodegraph" if editing else "nodegraph")
        self.editor.set_title(self.page.title)
        for name, word, label in (
            ("edit.undo", self.tr("Undo"), document.undo_label),
            ("edit.redo", self.tr("Redo"), document.redo_label),
        ):
            action = self.actions_by_name[name]
            action.setText(f"{word}: {label}" if label else word)
            action.setEnabled(editing and label is not None)
        for name, action in self.actions_by_name.items():
            if name.startswith(("edit.", "view.")) and name not in ("edit.undo", "edit.redo"):
                action.setEnabled(editing or ".theme." in name)
        for name in ("file.save", "file.save_as", "file.go_back"):
            self.actions_by_name[name].setEnabled(editing)
        self.toolbar.setVisible(editing)
        self._refresh_run()

    def load_after_paint(self) -> None:
        """Icons, pictures and rarer layers, which may come once the window answers."""
        self.recovery.offer()
        self.toolbar.show_icons()
        self.start_page.read_examples()
        self.page.add_rarer_layers()

    def take_torch(self, probe: Probe, device: str) -> None:
        """What is known once torch is there: types of rarer layers, and the fastest device."""
        self.page.take_torch(probe, device)
        self.toolbar.set_automatic(device)

    # Commands

    def undo(self) -> None:
        """One step back in the drawing that is worked on."""
        self.page.undo()

    def redo(self) -> None:
        """One step forward."""
        self.page.redo()

    def set_theme(self, choice: str) -> None:
        """Light, dark, or as the system has it; remembered."""
        self.settings.set("theme", choice)
        self._take_theme()
        self._show_theme_choice()

    def theme_system(self) -> None:
        """The system's theme."""
        self.set_theme("system")

    def theme_light(self) -> None:
        """The light theme."""
        self.set_theme("light")

    def theme_dark(self) -> None:
        """The dark theme."""
        self.set_theme("dark")

    def about(self) -> None:
        """What this is and what it runs on."""
        from nodegraph.ui.about import About

        About(self).open()

    # Qt's events

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self._first_paint:
            self._first_paint = False
            QTimer.singleShot(0, self, self.painted.emit)
        return answer

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.page.may_close():
            event.ignore()
            return
        self.page.end()
        self.settings.set("geometry", self.saveGeometry())
        self.editor.remember()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.open_file(path)

    # How it is made

    def _make(self) -> None:
        self.start_page = StartPage(self.settings, self.theme, self)
        self.toolbar = Toolbar(
            self.actions_by_name, self.export_menu, self.workspace, self.theme, self
        )
        self.toolbar.set_run_bar(self.run_bar)
        self.recovery = Recovery(self.page, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start_page)
        self.stack.addWidget(self.page)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.recovery)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        actions.add_to_canvas(self.actions_by_name, self.canvas)

    def _connect(self) -> None:
        self.workspace.saved.connect(self.refresh)
        self.workspace.checked.connect(self._refresh_run)
        self.files.opened.connect(self._on_opened)
        self.start_page.new.connect(self.files.new)
        self.start_page.open.connect(self.files.open)
        self.start_page.recent.connect(self.files.open_file)
        self.start_page.example.connect(self.files.open_example)
        self.runner.state_changed.connect(self._refresh_run)
        self.canvas.lens.shown.connect(self._show_lens_choice)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_theme)

    def _finish_menus(self) -> None:
        file_menu, export_menu = (
            self.findChild(QMenu, name) for name in ("menu_file", "menu_file_export")
        )
        assert file_menu is not None
        assert export_menu is not None
        self.export_menu = export_menu
        recent = QMenu(self.tr("Open recent"), file_menu)
        recent.setObjectName("menu_file_recent")
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        file_menu.insertMenu(self.actions_by_name["file.save"], recent)

    def _on_opened(self) -> None:
        self.show_editor()
        self.canvas.fit()

    def _refresh_run(self) -> None:
        state = self.runner.state
        editing = self.stack.currentWidget() is self.page
        for name, button in (
            ("run.train", self.run_bar.train_button),
            ("run.pause", self.run_bar.pause_button),
            ("run.stop", self.run_bar.stop_button),
        ):
            self.actions_by_name[name].setEnabled(editing and button.isEnabled())
        word = self.tr("Continue") if state is State.PAUSED else self.tr("Pause")
        self.actions_by_name["run.pause"].setText(word)
        written = editing and self.workspace.source is not None
        self.actions_by_name["file.export.module"].setEnabled(written)
        self.actions_by_name["file.export.script"].setEnabled(written)
        self.actions_by_name["file.export.weights"].setEnabled(editing and self.export.has_weights)

    def _chosen_theme(self) -> Theme:
        choice = self.settings.get("theme")
        if choice in THEMES:
            return THEMES[choice]
        scheme = QGuiApplication.styleHints().colorScheme()
        return LIGHT if scheme == Qt.ColorScheme.Light else DARK

    def _take_theme(self) -> None:
        theme = self._chosen_theme()
        if theme is self.theme:
            return
        self.theme = theme
        dress(_app(), theme)
        self.page.set_theme(theme)
        self.start_page.set_theme(theme)
        self.toolbar.set_theme(theme)

    def _show_lens_choice(self, shown: str) -> None:
        for name in LENSES:
            self.actions_by_name[f"view.lens.{name}"].setChecked(name == shown)

    def _show_theme_choice(self) -> None:
        for choice in ("system", "light", "dark"):
            action: QAction = self.actions_by_name[f"view.theme.{choice}"]
            action.setChecked(choice == self.settings.get("theme"))

    def _restore_geometry(self) -> None:
        self.resize(*SIZE)
        room = self.screen().availableGeometry()
        if room.width() < SIZE[0] or room.height() < SIZE[1]:
            self.resize(room.size() * 0.9)
        if not (geometry := self.settings.get("geometry")).isEmpty():
            self.restoreGeometry(geometry)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _dropped(event: QDropEvent) -> Path | None:
    """The one drawing that is dragged; None when something else is."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix == ENDING else None
