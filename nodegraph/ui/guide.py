"""What leads to the commands of a window: palette, keys at a glance, dialog of keys, and panes.

Each is made when it is first asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from nodegraph.ui.commands.actions import give_keys
from nodegraph.ui.commands.keys import native
from nodegraph.ui.front import Front
from nodegraph.ui.page import Page
from nodegraph.ui.panes import Panes
from nodegraph.ui.windows import Windows


class Guide(QObject):
    """The guide through one window; it keeps its keys and the mouse as the person chose them."""

    def __init__(self, window: Front, windows: Windows, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._windows, self._actions = window, windows, actions
        self.keys = windows.keys
        self.panes = Panes(window)
        self.keys.changed.connect(self._take_keys)
        windows.language_changed.connect(self._take_keys)
        if not self.keys.as_declared:  # else the actions were made with them
            self._take_keys()

    def welcome(self, page: Page) -> None:
        """A page has come into the window."""
        page.canvas.mouse, page.canvas.ways = self.keys.mouse, self.keys.ways
        held = self.keys.of("edit.add")
        page.canvas.show_add_key(native(held[0]) if held else "")

    def open_palette(self) -> None:
        """Every command, to be searched."""
        from nodegraph.ui.commands.palette import CommandPalette

        shared = self._windows
        CommandPalette(self.keys, self._actions, shared.settings, shared.theme, self._window).open()

    def open_overlay(self) -> None:
        """Every key and gesture, over the window."""
        from nodegraph.ui.commands.overlay import ShortcutOverlay

        ShortcutOverlay(self.keys, self._actions, self._windows.theme, self._window).open()

    def open_keys(self) -> None:
        """Another key for a command."""
        from nodegraph.ui.commands.keys_dialog import KeysDialog

        KeysDialog(self.keys, self._actions, self._window).open()

    def _take_keys(self) -> None:
        for name, action in self._actions.items():
            give_keys(action, self.keys.of(name))
        for page in self._window.pages:
            self.welcome(page)
