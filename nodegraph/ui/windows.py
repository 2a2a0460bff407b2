"""What the windows of the program share: settings, theme, torch once it is there, and each other.

Who quits is asked for every drawing first; only when nobody objects, everything ends.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from nodegraph.analysis import Probe
from nodegraph.ui.commands.keys import Keys
from nodegraph.ui.front import Front
from nodegraph.ui.language import LANGUAGE, spoken
from nodegraph.ui.page import Page
from nodegraph.ui.settings import Settings
from nodegraph.ui.style import dress
from nodegraph.ui.theme import DARK, LIGHT, THEMES, Theme


class Torch(NamedTuple):
    """What is known once torch has loaded."""

    probe: Probe  # types of rarer layers, by trial
    device: str  # the fastest here


class Windows(QObject):
    """Every open window, the one that was used last at the end."""

    theme_changed = Signal()
    language_changed = Signal()
    torch_came = Signal()

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.torch: Torch | None = None
        self.all: list[Front] = []
        self.keys = Keys(self.settings)
        LANGUAGE.speak(spoken(self.settings.get("language")))
        self.theme = self._chosen_theme()
        dress(_app(), self.theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_theme)

    @property
    def front(self) -> Front | None:
        """The window that was used last."""
        return self.all[-1] if self.all else None

    def add(self, window: Front) -> None:
        """A window has opened."""
        self.all.append(window)

    def used(self, window: Front) -> None:
        """A window has come to the front."""
        if window in self.all:
            self.all.remove(window)
            self.all.append(window)

    def remove(self, window: Front) -> None:
        """A window has closed."""
        if window in self.all:
            self.all.remove(window)

    def page_of(self, path: Path) -> Page | None:
        """The page that has this file open, brought to the front of everything."""
        wanted = path.resolve()
        for window in self.all:
            for page in window.pages:
                if page.workspace.path is not None and page.workspace.path.resolve() == wanted:
                    window.pages.show_page(page)
                    window.raise_()
                    window.activateWindow()
                    return page
        return None

    def quit(self) -> bool:
        """Closes every window, when every drawing may go; False when one is to stay."""
        windows = list(reversed(self.all))
        if not all(window.may_close() for window in windows):
            return False
        for window in windows:
            window.end()
        return True

    def take_torch(self, probe: Probe, device: str) -> None:
        """Torch has loaded."""
        self.torch = Torch(probe, device)
        self.torch_came.emit()

    def set_theme(self, choice: str) -> None:
        """A theme by its name, or as the system has it; remembered."""
        self.settings.set("theme", choice)
        self._take_theme()

    def set_language(self, choice: str) -> None:
        """A language, or the system's; remembered, and spoken at once wherever words stand."""
        self.settings.set("language", choice)
        before = LANGUAGE.name
        self._forget()
        if LANGUAGE.speak(spoken(choice)):
            from nodegraph.ui.rewording import Again  # reads the catalogue: not at the start

            again = Again(before, LANGUAGE.name)
            for window in self.all:
                again.reword(window)
        self.language_changed.emit()

    def _chosen_theme(self) -> Theme:
        choice = self.settings.get("theme")
        if choice in THEMES:
            return THEMES[choice]
        scheme = QGuiApplication.styleHints().colorScheme()
        return LIGHT if scheme == Qt.ColorScheme.Light else DARK

    def _forget(self) -> None:
        """What is out of sight and soon made again is neither dressed nor worded anew."""
        for window in self.all:
            for page in window.pages:
                page.editor.inspector.forget()

    def _take_theme(self) -> None:
        self._forget()
        self.theme = self._chosen_theme()
        dress(_app(), self.theme)
        self.theme_changed.emit()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
