"""Saving as a person does it: dialogs, the guard for unsaved changes, the file as others leave it.

Nothing is lost: whatever would close a changed drawing asks first, saving over what another
program has written asks, and a file that can't be read or written is a sentence.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nodegraph.document import FileError, load
from nodegraph.document.file import previous
from nodegraph.ui.asking import Button, Icon, answer, message
from nodegraph.ui.language import translated
from nodegraph.ui.on_disk import OnDisk
from nodegraph.ui.settings import Settings
from nodegraph.ui.workspace import Workspace

ENDING = ".nodegraph"


class Files(QObject):
    """The workspace's way to its file."""

    opened = Signal()  # a drawing, new or from a file, is ready to be worked on

    def __init__(
        self, workspace: Workspace, on_disk: OnDisk, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self.workspace, self.settings, self.window = workspace, settings, window
        self._on_disk = on_disk

    @property
    def title(self) -> str:
        """What the drawing is called: its file, or its own name while it has none."""
        path = self.workspace.path
        return path.stem if path else self.workspace.drawing.name

    def save(self) -> bool:
        """Saves where the drawing came from; asks for a place when it has none."""
        path = self.workspace.path
        return self.save_to(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Asks for a place and saves there."""
        folder = Path(self.settings.get("last_folder") or Path.home())
        begin = self.workspace.path or folder / f"{self.workspace.drawing.name.lower()}{ENDING}"
        name, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("Save as"), str(begin), self.tr("Drawings (*{0})").format(ENDING)
        )
        if not name:
            return False
        path = Path(name)
        return self.save_to(path if path.suffix else path.with_suffix(ENDING))

    def save_to(self, path: Path) -> bool:
        """Saves to a file; False, and a sentence, when that is not possible."""
        if path == self.workspace.path and not self._may_overwrite(path):
            return False
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
        box = message(
            self.window,
            "unsaved",
            self.tr("{0} has changes that are not saved.").format(self.title),
            self.tr("Unsaved changes"),
            self.tr("Save them first?"),
            Icon.Question,
        )
        pressed = answer(box, Button.Save | Button.Discard | Button.Cancel, Button.Save)
        if pressed == Button.Save:
            return self.save()
        return pressed == Button.Discard

    def _may_overwrite(self, path: Path) -> bool:
        """Whether what another program wrote there may go; nothing was, mostly."""
        self._on_disk.look()
        if not self._on_disk.differs:
            return True
        box = message(
            self.window,
            "changed_on_disk",
            self.tr("{0} was changed on disk by another program.").format(path.name),
            self.tr("Changed on disk"),
            self.tr("Save over it? What it holds is kept: Go back before the last save brings it."),
            Icon.Question,
        )
        return answer(box, Button.Save | Button.Cancel, Button.Cancel) == Button.Save

    def tell(self, sentence: str) -> None:
        """Says in a dialog what could not be done, and why."""
        answer(message(self.window, "told", translated(sentence)), Button.Ok, Button.Ok)
