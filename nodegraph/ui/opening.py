"""Opening drawings: each in a tab of its own, a file that is open already brought to the front."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from nodegraph.document import FileError, load
from nodegraph.ui.files import ENDING
from nodegraph.ui.language import translated
from nodegraph.ui.pages import Pages
from nodegraph.ui.uncollected import uncollected
from nodegraph.ui.windows import Windows


class Opening(QObject):
    """A window's ways to another drawing; what can't be read is a sentence and changes nothing."""

    def __init__(self, pages: Pages, windows: Windows, window: QWidget) -> None:
        super().__init__(window)
        self._pages, self._windows, self._window = pages, windows, window
        self._settings = windows.settings

    def new(self) -> None:
        """An empty drawing."""
        self._pages.fresh().files.opened.emit()

    def open(self) -> bool:
        """Asks for files and opens them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open"),
            self._settings.get("last_folder"),
            self.tr("Drawings (*{0})").format(ENDING),
        )
        return bool(names) and self.open_files([Path(name) for name in names])

    def open_file(self, path: Path) -> bool:
        """Opens a file, or shows it where it is open; False when it can't be read."""
        return self.open_files([path])

    def open_files(self, paths: Iterable[Path]) -> bool:
        """Opens each that can be read, and says in one dialog why others can't be."""
        there = (path for path in paths if self._windows.page_of(path) is None)
        return self._tell([self._open(path, path, self.tr("Opened {0}")) for path in there])

    def open_example(self, path: Path) -> bool:
        """Opens a copy of an example: saving asks for a place of its own."""
        return self._tell([self._open(path, None, self.tr("Opened a copy of {0}"))])

    def fill_recent(self, menu: QMenu) -> None:
        """Puts the recent files into a menu that is about to open."""
        menu.clear()
        for path in self._settings.recent:
            action = QAction(path.name.replace("&", "&&"), menu)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_file(path))
            menu.addAction(action)
        if menu.isEmpty():
            none = QAction(self.tr("No files yet"), menu)
            none.setEnabled(False)
            menu.addAction(none)

    @uncollected()
    def _open(self, path: Path, home: Path | None, words: str) -> str:
        """Opens what a file holds, to be saved at `home`; the answer is why it can't be read."""
        try:
            drawing = load(path)
        except FileError as error:
            return translated(str(error))
        if home is not None:
            self._settings.remember(home)
        page = self._pages.fresh()
        page.workspace.open(drawing, home)
        page.workspace.said.emit(words.format(path.name if home else path.stem))
        page.files.opened.emit()
        return ""

    def _tell(self, answers: Iterable[str]) -> bool:
        """Says why files could not be read; True where all could."""
        refused = [answer for answer in answers if answer]
        if refused:
            self._pages.front.files.tell("\n\n".join(refused))
        return not refused


def dropped(data: QMimeData) -> list[Path]:
    """The files that are dragged; what lies elsewhere than on this machine is none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
