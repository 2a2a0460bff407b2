"""A main window: menus and toolbar over tabs with a drawing in each; it decides nothing.

What costs time to load (pyqtgraph, torch, the icons) comes after `painted`: the window is there
and answers first.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nodegraph.ui import on_screen
from nodegraph.ui.commands import actions
from nodegraph.ui.front import Front
from nodegraph.ui.guide import Guide
from nodegraph.ui.menus import Menus
from nodegraph.ui.opening import Opening, dropped
from nodegraph.ui.page import Page
from nodegraph.ui.pages import Pages
from nodegraph.ui.recovery import Recovery
from nodegraph.ui.settings import Settings
from nodegraph.ui.start_page import StartPage
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.toolbar import Toolbar
from nodegraph.ui.windows import Windows


class MainWindow(Front):
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
        self._loaded = False
        called(self, "main_window", "nodegraph")
        self.windows = windows or Windows(settings)
        self.settings = self.windows.settings
        self.menus = Menus(self, self.windows)
        self.actions_by_name = self.menus.actions
        self._make()
        self._connect()
        self.pages.add(page or self._new_page())
        if page is None:
            self.pages.show_instead(self.start_page)
        self.setAcceptDrops(True)
        self._restore_geometry()
        self.menus.show_choices()
        self.windows.add(self)

    @property
    def theme(self) -> Theme:
        """The colours of every window."""
        return self.windows.theme

    # What is shown

    def show_editor(self) -> None:
        """The drawing, with everything around it."""
        self.pages.show_page(self.page)

    def show_start_page(self) -> None:
        """New, open, recent files and examples; the drawings stay as they are."""
        self.start_page.refresh()
        self.pages.show_instead(self.start_page)

    def refresh(self) -> None:
        """Title, what is in sight, and which commands can be used now."""
        editing = self.pages.shown
        self.toolbar.setVisible(editing)
        several = len(self.pages) > 1
        self.pages.strip.setVisible(editing or several or not self.page.untouched)
        self.menus.show_place()
        self._show_step()

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
        place = on_screen.beside(self)
        other.resize(place.size())
        other.move(place.topLeft())
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

    def end(self) -> None:
        self.settings.set("geometry", self.saveGeometry())
        self.editor.remember()
        self.windows.remove(self)
        super().end()

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
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped(event.mimeData()):
            event.acceptProposedAction()
            # Later: whoever dropped them waits until this returns, and a dialog may be asked.
            QTimer.singleShot(0, self, lambda: self.opening.open_files(paths))

    # How it is made

    def _new_page(self) -> Page:
        return Page(self.settings, self.theme, self.pages.stack)

    def _make(self) -> None:
        middle = QWidget(self)
        self.setCentralWidget(middle)
        self.toolbar = Toolbar(self.actions_by_name, self.menus.export, self.theme, middle)
        self.pages = Pages(self._new_page, middle)
        self.start_page = StartPage(self.settings, self.theme, self.pages.stack)
        self.pages.stack.addWidget(self.start_page)
        self.opening = Opening(self.pages, self.windows, self)
        self.recovery = Recovery(self.pages, self.windows, self)
        self.guide = Guide(self, self.windows, self.actions_by_name)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.recovery)
        column.addWidget(self.pages, 1)

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
        recent = self.menus.recent
        recent.aboutToShow.connect(lambda: self.opening.fill_recent(recent))
        self.windows.theme_changed.connect(self._take_theme)
        self.windows.language_changed.connect(self.menus.show_choices)
        self.windows.torch_came.connect(self._take_torch)

    # Its pages

    def _welcome(self, page: Page) -> None:
        actions.give_to(self.actions_by_name, page.canvas, page.editor.lists)
        self.guide.welcome(page)
        if self._loaded:
            page.add_rarer_layers()
        if (torch := self.windows.torch) is not None:
            page.take_torch(*torch)
            self.toolbar.set_automatic(torch.device)
        page.told.connect(self._hear)  # last: what torch tells is told before any page is in front
        page.files.opened.connect(self._on_opened)

    def _let_go(self, page: Page) -> None:
        actions.take_from(self.actions_by_name, page.canvas, page.editor.lists)
        page.told.disconnect(self._hear)
        page.files.opened.disconnect(self._on_opened)

    def _turn(self, before: Page | None) -> None:
        if before is not None:
            before.canvas.lens.shown.disconnect(self.menus.show_lens)
        lens = self.canvas.lens
        lens.shown.connect(self.menus.show_lens)
        self.menus.show_lens(lens.name)
        self.canvas.wire_view.mark()
        self.toolbar.show_page(self.page)
        self.refresh()
        if self.pages.shown:
            self.canvas.setFocus()

    def _hear(self, page: Page) -> None:
        if page is self.page:
            self._show_step()

    def _on_opened(self) -> None:
        self.show_editor()
        self.canvas.setFocus()
        self.page.begin()

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
        self.menus.open_tab_menu(where)

    def _show_step(self) -> None:
        title = f"{self.page.title} – nodegraph" if self.pages.shown else "nodegraph"
        self.setWindowTitle(title)
        self.menus.show_step()

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
        self.menus.show_choices()

    def _restore_geometry(self) -> None:
        self.resize(on_screen.first_size(self.screen().availableSize()))
        if not (geometry := self.settings.get("geometry")).isEmpty():
            self.restoreGeometry(geometry)
