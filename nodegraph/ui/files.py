"""Opening and saving as a person does it: dialogs, the guard for unsaved changes, recent files.

Nothing is lost: whatever would replace or close a changed drawing asks first, and a file that
can't be read or written is a sentence while the drawing on the screen stays as it is.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from nodegraph.document import Drawing, FileError, load
from nodegraph.document.file import previous
from nodegraph.ui.settings import Settings
from nodegraph.ui.workspace import Workspace

ENDING = ".nodegraph"
FILTER = f"Drawings (*{ENDING})"


class Files(QObject):
    """The workspace's way to and from files."""

    opened = Signal()  # a drawing, new or from a file, is ready to be worked on

    def __init__(self, workspace: Workspace, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.settings, self.window = workspace, settings, window

    @property
    def title(self) -> str:
        """What the drawing is called: its file, or its own name while it has none."""
        path = self.workspace.path
        return path.stem if path else self.workspace.drawing.name

    def new(self) -> bool:
        """An empty drawing; False when the person would rather keep this one."""
        if not self.may_leave():
            return False
        self.workspace.open(Drawing())
        self.opened.emit()
        return True

    def open(self) -> bool:
        """Asks for a file and opens it."""
        name, _ = QFileDialog.getOpenFileName(
            self.window, self.tr("Open"), self.settings.get("last_folder"), self.tr(FILTER)
        )
        return bool(name) and self.open_file(Path(name))

    def open_file(self, path: Path) -> bool:
        """Opens a file in place of the drawing; False when it can't be or was not wanted."""
        if not self.may_leave():
            return False
        try:
            drawing = load(path)
        except FileError as error:
            self.tell(str(error))
            return False
        self.workspace.open(drawing, path)
        self.settings.remember(path)
        self.workspace.said.emit(self.tr("Opened {0}").format(path.name))
        self.opened.emit()
        return True

    def open_example(self, path: Path) -> bool:
        """Opens a copy of an example: saving asks for a place of its own."""
        if not self.may_leave():
            return False
        try:
            drawing = load(path)
        except FileError as error:
            self.tell(str(error))
            return False
        self.workspace.open(drawing)
        self.workspace.said.emit(self.tr("Opened a copy of {0}").format(path.stem))
        self.opened.emit()
        return True

    def save(self) -> bool:
        """Saves where the drawing came from; asks for a place when it has none."""
        path = self.workspace.path
        return self.save_to(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Asks for a place and saves there."""
        folder = Path(self.settings.get("last_folder") or Path.home())
        begin = self.workspace.path or folder / f"{self.workspace.drawing.name.lower()}{ENDING}"
        name, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("Save as"), str(begin), self.tr(FILTER)
        )
        if not name:
            return False
        path = Path(name)
        return self.save_to(path if path.suffix else path.with_suffix(ENDING))

    def save_to(self, path: Path) -> bool:
        """Saves to a file; False, and a sentence, when that is not possible."""
        try:
            self.workspace.save(path)
        except FileError as error:
            self.tell(str(error))
            return False
        self.settings.remember(path)
        self.workspace.said.emit(self.tr("Saved {0}").format(path.name))
        return True

    def go_back(self) -> bool:
        """The drawing as it was before the last save that changed the file, as a step of undo."""
        path = self.workspace.path
        kept = previous(path) if path else None
        if kept is None:
            self.workspace.said.emit(self.tr("No version before the last save is kept"))
            return False
        try:
            drawing = load(kept)
        except FileError as error:
            self.tell(str(error))
            return False
        self.workspace.do(self.tr("Went back before the last save"), drawing)
        return True

    def may_leave(self) -> bool:
        """Whether the drawing may go: it is saved, or the person says so."""
        if not self.workspace.document.dirty:
            return True
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self.window)
        box.setObjectName("unsaved")
        box.setAccessibleName(self.tr("Unsaved changes"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("{0} has changes that are not saved.").format(self.title))
        box.setInformativeText(self.tr("Save them first?"))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        box.deleteLater()
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def fill_recent(self, menu: QMenu) -> None:
        """Puts the recent files into a menu that is about to open."""
        menu.clear()
        for path in self.settings.recent:
            action = QAction(path.name, menu)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_file(path))
            menu.addAction(action)
        if menu.isEmpty():
            none = QAction(self.tr("No files yet"), menu)
            none.setEnabled(False)
            menu.addAction(none)

    def tell(self, sentence: str) -> None:
        """Says in a dialog what could not be done, and why."""
        box = QMessageBox(self.window)
        box.setObjectName("told")
        box.setAccessibleName(sentence)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("nodegraph")
        box.setText(sentence)
        box.exec()
        box.deleteLater()
