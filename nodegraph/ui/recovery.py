"""What a crash left: a line that offers, at the next start, what the journals hold.

Nothing is recovered unasked and nothing is taken away unasked. What is recovered comes as one
step of undo upon what the file holds, not saved yet, so both can be looked at.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nodegraph.document import Drawing, FileError, load
from nodegraph.document.journal import Found, discard, found, recover
from nodegraph.document.state import state_folder
from nodegraph.ui.language import moment
from nodegraph.ui.notice import Notice
from nodegraph.ui.pages import Pages
from nodegraph.ui.windows import Windows


class Recovery(Notice):
    """Shows, one after the other, the drawings that others left behind."""

    def __init__(self, pages: Pages, windows: Windows, parent: QWidget) -> None:
        super().__init__("recovery", _words("What can be recovered"), parent)
        self._pages, self._windows = pages, windows
        self.folder = state_folder("recovery")
        self._left: list[Found] = []
        self.offer("recover", self.tr("Recover"), self._recover, "primary")
        self._all = self.offer("all", self.tr("Recover all"), self._recover_all)
        self.offer("discard", self.tr("Discard"), self._discard)
        self.offer("later", self.tr("Later"), self.hide)

    def look(self) -> None:
        """Shows what was left behind, if there is anything."""
        self._left = list(found(self.folder))
        self._show_next()

    def _show_next(self) -> None:
        self.setVisible(bool(self._left))
        if self._left:
            one, more = self._left[0], len(self._left) - 1
            words = self.tr("nodegraph was closed unexpectedly. Recover {0} from {1}?")
            if more == 1:
                words += " " + self.tr("There is one more.")
            elif more:
                words += " " + self.tr("There are {0} more.").format(more)
            self.say(words.format(one.name, moment(one.when)))
            self.words.setToolTip(str(one.path or ""))
            self._all.setVisible(bool(more))

    def _recover_all(self) -> None:
        while self._left:
            self._recover()

    def _recover(self) -> None:
        one = self._left.pop(0)
        try:
            drawing = recover(one.file)
        except FileError as error:
            self._pages.front.files.tell(str(error))
        else:
            self._open(one, drawing)
        self._show_next()

    def _open(self, one: Found, drawing: Drawing) -> None:
        page = self._windows.page_of(one.path) if one.path else None
        if page is None:
            try:
                before, path = (load(one.path), one.path) if one.path else (Drawing(), None)
            except FileError:  # gone or damaged since: saving asks for a place
                before, path = Drawing(), None
            page = self._pages.fresh()
            page.workspace.open(before, path)
        label = self.tr("Recovered {0} from {1}").format(one.name, moment(one.when))
        page.workspace.do(label, drawing)
        page.files.opened.emit()
        if page.journal.flush():  # another journal holds it now
            discard(one.file)

    def _discard(self) -> None:
        discard(self._left.pop(0).file)
        self._show_next()


def _words(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
