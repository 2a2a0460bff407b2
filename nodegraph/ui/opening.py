"""Opening drawings: each in a tab of its own, a file that is open already brought to the front."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from nodegraph.document import Drawing, FileError, load
from nodegraph.ui.files import ENDING
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
        opened = [self.open_file(Path(name)) for name in names]
        return bool(opened) and all(opened)

    @uncollected()
    def open_file(self, path: Path) -> bool:
        """Opens a file, or shows it where it is open; False when it can't be read."""
        if self._windows.page_of(path) is not None:
            return True
        drawing = self._load(path)
        if drawing is None:
            return False
        self._settings.remember(path)
        self._begin(drawing, path, self.tr("Opened {0}").format(path.name))
        return True

    @uncollected()
    def open_example(self, path: Path) -> bool:
        """Opens a copy of an example: saving asks for a place of its own."""
        drawing = self._load(path)
        if drawing is None:
            return False
        self._begin(drawing, None, self.tr("Opened a copy of {0}").format(path.stem))
        return True

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

    def _load(self, path: Path) -> Drawing | None:
        try:
            return load(path)
        except FileError as error:
            self._pages.front.files.tell(str(error))
            return None

    def _begin(self, drawing: Drawing, path: Path | None, sentence: str) -> None:
        page = self._pages.fresh()
        page.workspace.open(drawing, path)
        page.workspace.said.emit(sentence)
        page.files.opened.emit()


def dropped(data: QMimeData) -> list[Path]:
    """The drawings that are dragged; none when something else is among them."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    fits = len(paths) == len(urls) and all(path.suffix == ENDING for path in paths)
    return paths if fits else []
