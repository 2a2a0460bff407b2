"""A drawing's file as another program leaves it: changed or gone, and what to do about it.

What counts is what the file says: one that was only touched, or written anew as it was, is no
news. Nothing is read anew unasked, and what was read anew is one step of undo: nothing is lost.
"""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nodegraph.document import Drawing, FileError, load
from nodegraph.document.writing import text_of
from nodegraph.ui.language import translated
from nodegraph.ui.notice import Notice
from nodegraph.ui.workspace import Workspace

CALM = 150  # ms from the first sign to a look: who writes a file anew may take it away first


class OnDisk(Notice):
    """Watches the file of one workspace and says, in a line over the canvas, what became of it."""

    save_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("on_disk", _words("The file on disk"), parent)
        self._workspace = workspace
        self._known: Drawing | None = None  # what the file held when it was last read or written
        self._stamp: tuple[int, ...] | None = None  # of the file then; None: there is none
        self._theirs: Drawing | None = None  # what another program left, while it is asked about
        self._watcher: QFileSystemWatcher | None = None  # made for the first drawing with a file
        self._soon = QTimer(self)
        self._soon.setObjectName("on_disk_soon")
        self._soon.setSingleShot(True)
        self._soon.setInterval(CALM)
        self._soon.timeout.connect(self.look)
        self._reload = self.offer("reload", self.tr("Reload"), self.reload, "primary")
        self._keep = self.offer("keep", self.tr("Keep mine"), self.keep)
        self._save = self.offer("save", self.tr("Save it again"), self.save_wanted.emit, "primary")
        workspace.opened.connect(self._know)
        workspace.written.connect(self._know)

    @property
    def differs(self) -> bool:
        """Whether another program has written what nobody has decided upon yet."""
        return self._theirs is not None

    def look(self) -> None:
        """Looks whether another program has been at the file."""
        path = self._workspace.path
        if path is None or (stamp := _stamp(path)) == self._stamp:
            return
        self._stamp = stamp
        self._watch(path)
        if stamp is None:
            self._theirs = None
            self._workspace.document.saved(Drawing())  # no file holds what is on the screen
            self._tell(self.tr("{0} is no longer on disk.").format(path.name), self._save)
            return
        try:
            theirs = load(path)
        except FileError as error:
            words = self.tr("{0} was changed on disk by another program. {1}")
            self._theirs = Drawing()
            self._tell(words.format(path.name, translated(str(error))), self._keep)
        else:
            self._compare(path, theirs)

    def reload(self) -> None:
        """What the file holds now, as one step of undo."""
        path = self._workspace.path
        self._stamp = None
        self.look()  # it may have changed once more
        if path is not None and self._theirs is not None:
            self._known, self._theirs = self._theirs, None
            self._workspace.do(self.tr("Reloaded {0}").format(path.name), self._known)
            self._workspace.document.saved(self._known)
            self.hide()

    def keep(self) -> None:
        """The drawing on the screen stays; it is not what the file holds, so it is not saved."""
        if self._theirs is not None:
            self._known, self._theirs = self._theirs, None
            self._workspace.document.saved(self._known)
        self.hide()

    def end(self) -> None:
        """The drawing is closed."""
        self._soon.stop()
        self._watch(None)

    def _compare(self, path: Path, theirs: Drawing) -> None:
        document, text = self._workspace.document, text_of(theirs)
        if self._known is not None and text == text_of(self._known):
            same: Drawing | None = self._known
        else:
            same = document.settled if text == text_of(document.settled) else None
        if same is not None:
            self._known, self._theirs = same, None
            document.saved(same)
            self.hide()
        else:
            self._theirs = theirs
            words = self.tr("{0} was changed on disk by another program.")
            self._tell(words.format(path.name), self._reload, self._keep)

    def _know(self) -> None:
        """The file was read or written by us just now."""
        path = self._workspace.path
        self._known, self._theirs = self._workspace.document.settled, None
        self._stamp = _stamp(path) if path is not None else None
        self._watch(path)
        self.hide()

    def _watch(self, path: Path | None) -> None:
        """Has the system tell of the file, or of its folder while there is no such file."""
        if path is None and self._watcher is None:
            return
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._look_soon)
            self._watcher.directoryChanged.connect(self._look_soon)
        watched = [*self._watcher.files(), *self._watcher.directories()]
        wanted = [str(place) for place in (path, path and path.parent) if place and place.exists()]
        if watched:
            self._watcher.removePaths(watched)
        if wanted:
            self._watcher.addPath(wanted[0])

    def _look_soon(self) -> None:
        self._soon.start()

    def _tell(self, sentence: str, *offered: QPushButton) -> None:
        for button in (self._reload, self._keep, self._save):
            button.setVisible(button in offered)
        self.say(sentence)


def _stamp(path: Path) -> tuple[int, ...] | None:
    """Time, size and number of a file: while they are equal, nobody has written it."""
    try:
        found = path.stat()
    except OSError:
        return None
    if not S_ISREG(found.st_mode):  # a pipe would make whoever reads it wait
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _words(text: str) -> str:
    return QCoreApplication.translate("OnDisk", text)
