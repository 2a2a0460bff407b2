"""The menus of a window: its commands as actions, and which of them can be used now."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from nodegraph.ui import swatches
from nodegraph.ui.canvas.lens.lens import LENSES
from nodegraph.ui.commands import actions
from nodegraph.ui.front import Front
from nodegraph.ui.language import CHOICES
from nodegraph.ui.settings import THEME_CHOICES
from nodegraph.ui.style import called
from nodegraph.ui.training.runner import State
from nodegraph.ui.windows import Windows

ALWAYS = ("view.theme.", "view.language.")  # work on the start page too
ON_A_DRAWING = ("save", "save_as", "go_back", "close", "export.picture", "export.selection")

TAB_MENU = ("file.save", "file.close", "", "window.move")


class Menus(QObject):
    """Follows the window: what is in front, its last step, and its run."""

    def __init__(self, window: Front, windows: Windows) -> None:
        super().__init__(window)
        self._window, self._windows = window, windows
        self.actions = actions.build(window, window.menuBar())
        self.export = self._menu("file_export")
        self.recent = QMenu(self.tr("Open recent"), self._menu("file"))
        self.recent.setObjectName("menu_file_recent")
        self.recent.setToolTipsVisible(True)
        file, view = self._menu("file"), self._menu("view")
        after = file.actions().index(self.actions["file.open"]) + 1
        file.insertMenu(file.actions()[after], self.recent)
        theme = self._menu("view_theme").menuAction()
        view.insertAction(theme, self._menu("view_wires").menuAction())
        view.insertSeparator(self._menu("view_cost_lens").menuAction())
        view.insertSeparator(theme)
        swatches.follow(self._menu("arrange_frame_or_note_colour"), lambda: windows.theme)

    def show_place(self) -> None:
        """What can be used depends on whether a drawing is in front, and whether it is alone."""
        editing, several = self._window.pages.shown, len(self._window.pages) > 1
        for name, action in self.actions.items():
            if name.startswith(("edit.", "view.")) and name not in ("edit.undo", "edit.redo"):
                action.setEnabled(editing or name.startswith(ALWAYS))
        for name in ON_A_DRAWING:
            self.actions[f"file.{name}"].setEnabled(editing)
        self.actions["window.move"].setEnabled(editing and several)
        for name in ("window.next", "window.previous"):
            self.actions[name].setEnabled(several)

    def show_step(self) -> None:
        """And on the last step, on the run, and on whether the network is whole."""
        page, editing = self._window.page, self._window.pages.shown
        document = page.workspace.document
        for name, word, label in (
            ("edit.undo", self.tr("Undo"), document.undo_label),
            ("edit.redo", self.tr("Redo"), document.redo_label),
        ):
            self.actions[name].setText(f"{word}: {label}" if label else word)
            self.actions[name].setEnabled(editing and label is not None)
        for name, button in (
            ("run.train", page.run_bar.train_button),
            ("run.pause", page.run_bar.pause_button),
            ("run.stop", page.run_bar.stop_button),
        ):
            self.actions[name].setEnabled(editing and button.isEnabled())
        self.actions["run.resume"].setEnabled(editing and page.resuming.possible)
        paused = page.runner.state is State.PAUSED
        self.actions["run.pause"].setText(self.tr("Continue") if paused else self.tr("Pause"))
        written = editing and page.workspace.source is not None
        self.actions["file.export.module"].setEnabled(written)
        self.actions["file.export.script"].setEnabled(written)
        self.actions["file.export.weights"].setEnabled(editing and page.export.has_weights)

    def show_choices(self) -> None:
        """Checks the theme and the language that were chosen."""
        settings = self._windows.settings
        for kind, choices in (("theme", THEME_CHOICES), ("language", CHOICES)):
            for choice in choices:
                self.actions[f"view.{kind}.{choice}"].setChecked(choice == settings.get(kind))

    def show_lens(self, shown: str) -> None:
        """Checks the cost lens of the drawing in front."""
        for name in LENSES:
            self.actions[f"view.lens.{name}"].setChecked(name == shown)

    def open_tab_menu(self, where: QPoint) -> None:
        """What can be done with the drawing in front, at a point of the screen."""
        menu = QMenu(self._window)
        called(menu, "tab_menu", self.tr("Commands for a drawing"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in TAB_MENU:
            if name:
                menu.addAction(self.actions[name])
            else:
                menu.addSeparator()
        menu.popup(where)

    def _menu(self, name: str) -> QMenu:
        found = self._window.findChild(QMenu, f"menu_{name}")
        assert found is not None
        return found
