"""The main window: menus, toolbar, start page or editor, and status; it decides nothing.

One workspace stands behind all of it. What costs time to load (pyqtgraph, torch, the icons)
comes after `painted`: the window is there and answers first.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nodegraph.analysis import Probe
from nodegraph.document import Drawing
from nodegraph.document.tidy import straighten, tidy
from nodegraph.layers import LAYERS, all_layers
from nodegraph.training.events import Event, Failed, Started
from nodegraph.ui import actions
from nodegraph.ui.canvas.lens import LENSES
from nodegraph.ui.clipboard import Clipboard
from nodegraph.ui.editor import Editor
from nodegraph.ui.export import Export
from nodegraph.ui.files import ENDING, Files
from nodegraph.ui.recovery import Recovery
from nodegraph.ui.settings import Settings
from nodegraph.ui.start_page import StartPage
from nodegraph.ui.status import Status
from nodegraph.ui.style import called, dress
from nodegraph.ui.theme import DARK, LIGHT, THEMES, Theme
from nodegraph.ui.toolbar import Toolbar
from nodegraph.ui.training.run_bar import RunBar
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
        self.workspace = Workspace(Drawing(), parent=self)
        self.files = Files(self.workspace, self.settings, self)
        self.runner = Runner(self)
        self.export = Export(self.workspace, self.runner, self.files)
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

    # What is shown

    def show_editor(self) -> None:
        """The drawing, with everything around it."""
        self.stack.setCurrentWidget(self.editor)
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
        editing = self.stack.currentWidget() is self.editor
        mark = " •" if document.dirty else ""
        self.setWindowTitle(f"{self.files.title}{mark} – nodegraph" if editing else "nodegraph")
        self.editor.set_title(f"{self.files.title}{mark}")
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
        self.statusBar().setVisible(editing)
        self._refresh_run()

    def load_after_paint(self) -> None:
        """Icons, pictures and rarer layers, which may come once the window answers."""
        self.recovery.offer()
        self.toolbar.show_icons()
        self.start_page.read_examples()
        more = {kind.__name__: kind for kind in all_layers() if kind.__name__ not in LAYERS}
        self.palette_panel.add_more(more)

    def take_torch(self, probe: Probe, device: str) -> None:
        """What is known once torch is there: types of rarer layers, and the fastest device."""
        self.workspace.set_probe(probe)
        self.toolbar.set_automatic(device)
        self.canvas.lens.set_automatic(device)

    # Commands

    def undo(self) -> None:
        """One step back."""
        self.workspace.go_to(self.workspace.document.at - 1)

    def redo(self) -> None:
        """One step forward."""
        self.workspace.go_to(self.workspace.document.at + 1)

    def select_all(self) -> None:
        """Selects every node."""
        self.workspace.select(self.workspace.drawing.graph.nodes)

    def tidy(self) -> None:
        """Lays the selected nodes out in layers; all of them when fewer than two are selected."""
        self._arrange(self.tr("Tidy"), tidy)

    def straighten(self) -> None:
        """Makes the wires of the selected nodes level, or all of them."""
        self._arrange(self.tr("Straighten"), straighten)

    def _arrange(self, label: str, arranged: Callable[..., Drawing]) -> None:
        chosen = self.workspace.selection if len(self.workspace.selection) > 1 else None
        words = self.tr("{0} nodes").format(len(chosen)) if chosen else self.tr("the drawing")
        drawing = arranged(self.workspace.document.settled, chosen, self.editor.sizes())
        self.workspace.do(f"{label} {words}", drawing)

    def rename(self) -> None:
        """Edits the name of what is selected: on the canvas, or in the inspector from elsewhere."""
        if not (self.canvas.hasFocus() and self.canvas.rename_selected()):
            self.editor.inspector.focus_name()

    def search_layers(self) -> None:
        """Puts the cursor into the palette's search."""
        self.palette_panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.palette_panel.search.selectAll()

    def fit(self) -> None:
        """The whole drawing in view; again: the view before."""
        self.canvas.home()

    def zoom_in(self) -> None:
        """Larger, around the middle."""
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Smaller, around the middle."""
        self.canvas.zoom_out()

    def zoom_reset(self) -> None:
        """As large as it is."""
        self.canvas.zoom_reset()

    def next_problem(self) -> None:
        """Selects and shows the node of the next problem, and the list of them."""
        self._show_problem(1)

    def previous_problem(self) -> None:
        """The same, back to the one before."""
        self._show_problem(-1)

    def _show_problem(self, step: int) -> None:
        self.editor.problems.show_next(step)
        self.editor.show_problems()

    def show_outline(self) -> None:
        """Brings the outline to the front and gives it the keys."""
        self.editor.show_panel(self.editor.outline)

    def show_history(self) -> None:
        """Brings the history to the front and gives it the keys."""
        self.editor.show_panel(self.editor.history)

    def toggle_views(self) -> None:
        """Shows or hides the training views."""
        self.editor.views.setVisible(self.editor.views.isHidden())

    def toggle_minimap(self) -> None:
        """Shows or hides the minimap; remembered."""
        minimap = self.canvas.minimap
        minimap.want(not minimap.wanted)
        self.settings.set("minimap", "shown" if minimap.wanted else "hidden")

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

    def train(self) -> None:
        """Starts a run of the drawing as it is."""
        self.run_bar.train()

    def pause(self) -> None:
        """Pauses the run, or goes on with it."""
        self.run_bar.pause_or_continue()

    def stop(self) -> None:
        """Ends the run after the batch that is on its way."""
        self.runner.stop()

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
        if not (self._may_end_run() and self.files.may_leave()):
            event.ignore()
            return
        self.runner.close()
        self.editor.timing.close()
        self.recovery.close_journal()
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
        self.editor = Editor(self.workspace, self.runner, self.settings, self.theme, self)
        self.canvas = self.editor.canvas
        self.canvas.minimap.want(self.settings.get("minimap") == "shown")
        self.clipboard = Clipboard(self.workspace, self.canvas, self)
        self.palette_panel = self.editor.palette_panel
        self.inspector = self.editor.inspector
        self.problems = self.editor.problems
        self.code = self.editor.code
        self.run_panel = self.editor.views.run_panel
        self.curves = self.editor.views.curves
        self.start_page = StartPage(self.settings, self.theme, self)
        self.run_bar = RunBar(self.workspace, self.runner, self.theme, self)
        self.toolbar = Toolbar(
            self.actions_by_name, self.export_menu, self.workspace, self.theme, self
        )
        self.toolbar.set_run_bar(self.run_bar)
        self.status = Status(self.workspace, self)
        self.setStatusBar(self.status)
        self.recovery = Recovery(self.workspace, self.files, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start_page)
        self.stack.addWidget(self.editor)
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
        self.canvas.moved.connect(lambda: self.status.show_zoom(self.canvas.zoom))
        self.status.problems.pressed.connect(self.editor.show_problems)
        self.runner.state_changed.connect(self._refresh_run)
        self.runner.told.connect(self._mark_failure)
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
        editing = self.stack.currentWidget() is self.editor
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

    def _mark_failure(self, told: tuple[Event, ...]) -> None:
        """The node at fault of a run that failed turns red; the next run takes that back."""
        for event in told:
            if isinstance(event, Started):
                self.canvas.set_failed(None)
            elif isinstance(event, Failed):
                self.canvas.set_failed(event.node, event.message)

    def _may_end_run(self) -> bool:
        if self.runner.state is State.IDLE:
            return True
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self)
        called(box, "still_training", self.tr("It is still training"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("nodegraph")
        box.setText(self.tr("It is still training."))
        box.setInformativeText(self.tr("Stop the run and close? What was learned so far is kept."))
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.button(buttons.Yes).setText(self.tr("Stop and close"))
        answer = box.exec()
        box.deleteLater()
        return answer == buttons.Yes

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
        self.editor.set_theme(theme)
        self.start_page.set_theme(theme)
        self.run_bar.set_theme(theme)
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
