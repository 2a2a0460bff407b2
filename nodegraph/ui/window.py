"""A main window: menus and toolbar over tabs with a drawing in each; it decides nothing.

What costs time to load (pyqtgraph, torch, the icons) comes after `painted`: the window is there
and answers first.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from nodegraph.ui import actions, swatches
from nodegraph.ui.canvas.lens import LENSES
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.clipboard import Clipboard
from nodegraph.ui.editor import Editor
from nodegraph.ui.export import Export
from nodegraph.ui.files import ENDING, Files
from nodegraph.ui.guide import Guide
from nodegraph.ui.language import CHOICES
from nodegraph.ui.opening import Opening
from nodegraph.ui.page import Page
from nodegraph.ui.pages import Pages
from nodegraph.ui.panels.code import Code
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.panels.palette import Palette
from nodegraph.ui.panels.problems import Problems
from nodegraph.ui.recovery import Recovery
from nodegraph.ui.settings import THEME_CHOICES, Settings
from nodegraph.ui.start_page import StartPage
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.toolbar import Toolbar
from nodegraph.ui.training.live import Curves
from nodegraph.ui.training.run_bar import RunBar
from nodegraph.ui.training.run_panel import RunPanel
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.windows import Windows
from nodegraph.ui.workspace import Workspace

SIZE = (1600, 1000)  # px at the first start, if the screen has room for it
BESIDE = QPoint(32, 32)  # px from a window to one that opens from it
ALWAYS = ("view.theme.", "view.language.")  # work on the start page too
TAB_MENU = ("file.save", "file.close", "", "window.move")


class MainWindow(QMainWindow):
    """Some drawings in tabs, one of them in front."""

    painted = Signal()  # once: the first paint is done and events are answered

    def __init__(
        self,
        settings: Settings | None = None,
        windows: Windows | None = None,
        page: Page | None = None,
    ) -> None:
        """Without others it is the first window; with a page it shows that one, else a new one."""
        super().__init__()
        self._first_paint = True
        self._loaded = self._ended = False
        called(self, "main_window", "nodegraph")
        self.windows = windows or Windows(settings)
        self.settings = self.windows.settings
        self.actions_by_name = actions.build(self, self.menuBar())
        self._finish_menus()
        self._make()
        self._connect()
        self.pages.add(page or self._new_page())
        if page is None:
            self.pages.show_instead(self.start_page)
        self.setAcceptDrops(True)
        self._restore_geometry()
        self._show_theme_choice()
        self._show_language_choice()
        self.windows.add(self)

    @property
    def theme(self) -> Theme:
        """The colours of every window."""
        return self.windows.theme

    # The parts of the page that is worked on; commands and tours find them here.

    @property
    def page(self) -> Page:
        """The drawing that is worked on, with all that belongs to it."""
        return self.pages.front

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
        self.pages.show_page(self.page)

    def show_start_page(self) -> None:
        """New, open, recent files and examples; the drawings stay as they are."""
        self.start_page.refresh()
        self.pages.show_instead(self.start_page)

    def refresh(self) -> None:
        """Title, undo's words, and which commands can be used now."""
        editing, several = self.pages.shown, len(self.pages) > 1
        for name, action in self.actions_by_name.items():
            if name.startswith(("edit.", "view.")) and name not in ("edit.undo", "edit.redo"):
                action.setEnabled(editing or name.startswith(ALWAYS))
        for name in ("save", "save_as", "go_back", "close", "export.picture", "export.selection"):
            self.actions_by_name[f"file.{name}"].setEnabled(editing)
        self.actions_by_name["window.move"].setEnabled(editing and several)
        for name in ("window.next", "window.previous"):
            self.actions_by_name[name].setEnabled(several)
        self.toolbar.setVisible(editing)
        self.pages.strip.setVisible(editing or several or not self.page.untouched)
        self._refresh_page()

    def load_after_paint(self) -> None:
        """What a crash left is offered; icons, pictures and rarer layers come."""
        self.recovery.look()
        self.load_rest()

    def load_rest(self) -> None:
        """Icons, pictures and rarer layers, which may come once the window answers."""
        self._loaded = True
        self.toolbar.show_icons()
        self.start_page.read_examples()
        for page in self.pages:
            page.add_rarer_layers()

    # Commands

    def undo(self) -> None:
        """One step back in the drawing that is worked on."""
        self.page.undo()

    def redo(self) -> None:
        """One step forward."""
        self.page.redo()

    def set_theme(self, choice: str) -> None:
        """Light, dark, high contrast, or as the system has it; remembered, for every window."""
        self.windows.set_theme(choice)

    def set_language(self, choice: str) -> None:
        """English, Chinese, or as the system has it; remembered, for every window, at once."""
        self.windows.set_language(choice)

    def say_again(self, _again: object) -> None:
        """Title and undo in another language."""
        self.refresh()

    def close_page(self) -> bool:
        """Closes the drawing that is worked on; the last one leaves the start page."""
        return self._close(self.page)

    def new_window(self, page: Page | None = None) -> MainWindow:
        """Another window, with the start page or with that page."""
        other = MainWindow(windows=self.windows, page=page)
        other.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        other.painted.connect(other.load_rest)
        other.resize(self.size())
        other.move(self.pos() + BESIDE)
        other.show()
        other.activateWindow()
        return other

    def move_to_new_window(self) -> None:
        """The drawing that is worked on, with its history, its view and its run, over there."""
        if len(self.pages) > 1:
            page = self.page
            self.pages.take(page)
            self.new_window(page)

    def about(self) -> None:
        """What this is and what it runs on."""
        from nodegraph.ui.about import About

        About(self).open()

    def may_close(self) -> bool:
        """Whether all drawings here may go; each that is not saved or trains is asked for."""
        return self._ended or all(self._may_close(page) for page in self.pages)

    def end(self) -> None:
        """Closes the window; nobody is asked any more."""
        self._ended = True
        for page in self.pages:
            page.end()
        self.settings.set("geometry", self.saveGeometry())
        self.editor.remember()
        self.windows.remove(self)
        self.close()

    # Qt's events

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self._first_paint:
            self._first_paint = False
            QTimer.singleShot(0, self, self.painted.emit)
        elif event.type() == QEvent.Type.WindowActivate:
            self.windows.used(self)
            for page in self.pages:
                page.on_disk.look()
        return answer

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
        elif not self._ended:
            self.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _dropped(event):
            event.acceptProposedAction()
            for path in paths:
                self.opening.open_file(path)

    # How it is made

    def _new_page(self) -> Page:
        return Page(self.settings, self.theme)

    def _make(self) -> None:
        self.start_page = StartPage(self.settings, self.theme, self)
        self.toolbar = Toolbar(self.actions_by_name, self.export_menu, self.theme, self)
        self.pages = Pages(self._new_page, self)
        self.pages.stack.addWidget(self.start_page)
        self.opening = Opening(self.pages, self.windows, self)
        self.recovery = Recovery(self.pages, self.windows, self)
        self.guide = Guide(self)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.recovery)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.pages.came.connect(self._welcome)
        self.pages.left.connect(self._let_go)
        self.pages.turned.connect(self._turn)
        self.pages.close_wanted.connect(self._close)
        self.pages.tabs.menu_wanted.connect(self._show_tab_menu)
        self.start_page.new.connect(self.opening.new)
        self.start_page.open.connect(self.opening.open)
        self.start_page.recent.connect(self.opening.open_file)
        self.start_page.example.connect(self.opening.open_example)
        self.windows.theme_changed.connect(self._take_theme)
        self.windows.language_changed.connect(self._show_language_choice)
        self.windows.torch_came.connect(self._take_torch)

    def _finish_menus(self) -> None:
        file_menu, export_menu = (
            self.findChild(QMenu, name) for name in ("menu_file", "menu_file_export")
        )
        assert file_menu is not None
        assert export_menu is not None
        self.export_menu = export_menu
        recent = QMenu(self.tr("Open recent"), file_menu)
        recent.setObjectName("menu_file_recent")
        recent.aboutToShow.connect(lambda: self.opening.fill_recent(recent))
        file_menu.insertMenu(self.actions_by_name["file.save"], recent)
        colours = self.findChild(QMenu, "menu_arrange_frame_colour")
        assert colours is not None
        swatches.follow(colours, lambda: self.theme)

    # Its pages

    def _welcome(self, page: Page) -> None:
        actions.add_to_canvas(self.actions_by_name, page.canvas)
        self.guide.welcome(page)
        page.told.connect(self._hear)
        page.files.opened.connect(self._on_opened)
        if self._loaded:
            page.add_rarer_layers()
        if (torch := self.windows.torch) is not None:
            page.take_torch(*torch)

    def _let_go(self, page: Page) -> None:
        actions.remove_from_canvas(self.actions_by_name, page.canvas)
        page.told.disconnect(self._hear)
        page.files.opened.disconnect(self._on_opened)

    def _turn(self, before: Page | None) -> None:
        if before is not None:
            before.canvas.lens.shown.disconnect(self._show_lens_choice)
        lens = self.canvas.lens
        lens.shown.connect(self._show_lens_choice)
        self._show_lens_choice(lens.name)
        self.toolbar.show_page(self.page)
        self.refresh()
        if self.pages.shown:
            self.canvas.setFocus()

    def _hear(self, page: Page) -> None:
        if page is self.page:
            self._refresh_page()

    def _on_opened(self) -> None:
        self.show_editor()
        self.canvas.setFocus()
        self.canvas.fit()

    def _may_close(self, page: Page) -> bool:
        if page.at_risk:
            self.pages.show_page(page)  # one sees what is asked about
        return page.may_close()

    def _close(self, page: Page) -> bool:
        if not self._may_close(page):
            return False
        last = len(self.pages) == 1
        self.pages.take(page)
        page.end()
        page.deleteLater()
        if last:
            self.show_start_page()
        return True

    def _show_tab_menu(self, at: int, where: QPoint) -> None:
        self.pages.show_page(self.pages[at])
        menu = QMenu(self)
        called(menu, "tab_menu", self.tr("Commands for a drawing"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in TAB_MENU:
            if name:
                menu.addAction(self.actions_by_name[name])
            else:
                menu.addSeparator()
        menu.popup(where)

    def _refresh_page(self) -> None:
        """What changes with each step and with the run."""
        document, editing = self.workspace.document, self.pages.shown
        self.setWindowTitle(f"{self.page.title} – nodegraph" if editing else "nodegraph")
        for name, word, label in (
            ("edit.undo", self.tr("Undo"), document.undo_label),
            ("edit.redo", self.tr("Redo"), document.redo_label),
        ):
            action = self.actions_by_name[name]
            action.setText(f"{word}: {label}" if label else word)
            action.setEnabled(editing and label is not None)
        for name, button in (
            ("run.train", self.run_bar.train_button),
            ("run.pause", self.run_bar.pause_button),
            ("run.stop", self.run_bar.stop_button),
        ):
            self.actions_by_name[name].setEnabled(editing and button.isEnabled())
        paused = self.runner.state is State.PAUSED
        word = self.tr("Continue") if paused else self.tr("Pause")
        self.actions_by_name["run.pause"].setText(word)
        written = editing and self.workspace.source is not None
        self.actions_by_name["file.export.module"].setEnabled(written)
        self.actions_by_name["file.export.script"].setEnabled(written)
        self.actions_by_name["file.export.weights"].setEnabled(editing and self.export.has_weights)

    # What all windows share

    def _take_torch(self) -> None:
        torch = self.windows.torch
        assert torch is not None
        for page in self.pages:
            page.take_torch(*torch)
        self.toolbar.set_automatic(torch.device)

    def _take_theme(self) -> None:
        for page in self.pages:
            page.set_theme(self.theme)
        self.start_page.set_theme(self.theme)
        self.toolbar.set_theme(self.theme)
        self._show_theme_choice()

    def _show_lens_choice(self, shown: str) -> None:
        for name in LENSES:
            self.actions_by_name[f"view.lens.{name}"].setChecked(name == shown)

    def _show_theme_choice(self) -> None:
        for choice in THEME_CHOICES:
            action: QAction = self.actions_by_name[f"view.theme.{choice}"]
            action.setChecked(choice == self.settings.get("theme"))

    def _show_language_choice(self) -> None:
        for choice in CHOICES:
            action = self.actions_by_name[f"view.language.{choice}"]
            action.setChecked(choice == self.settings.get("language"))

    def _restore_geometry(self) -> None:
        self.resize(*SIZE)
        room = self.screen().availableGeometry()
        if room.width() < SIZE[0] or room.height() < SIZE[1]:
            self.resize(room.size() * 0.9)
        if not (geometry := self.settings.get("geometry")).isEmpty():
            self.restoreGeometry(geometry)


def _dropped(event: QDropEvent) -> list[Path]:
    """The drawings that are dragged; none when something else is among them."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    fits = len(paths) == len(urls) and all(path.suffix == ENDING for path in paths)
    return paths if fits else []
