"""What a crash left: a line that offers, at the next start, what the journals hold.

Nothing is recovered unasked and nothing is taken away unasked. What is recovered comes as one
step of undo upon what the file holds, not saved yet, so both can be looked at.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from nodegraph.document import Drawing, FileError, load
from nodegraph.document.journal import Found, discard, found, recover
from nodegraph.document.state import state_folder
from nodegraph.ui.page import Page
from nodegraph.ui.style import called


class Recovery(QFrame):
    """Shows, one after the other, the drawings that others left behind."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "recovery", self.tr("Recovery"))
        self.page = page
        self.folder = state_folder("recovery")
        self._left: list[Found] = []
        self._words = QLabel(self)
        called(self._words, "recovery_words", self.tr("What can be recovered"))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addStretch()
        for name, text, pressed, kind in (
            ("recovery_recover", self.tr("Recover"), self._recover, "primary"),
            ("recovery_discard", self.tr("Discard"), self._discard, ""),
            ("recovery_later", self.tr("Later"), self.hide, ""),
        ):
            button = QPushButton(text, self)
            called(button, name, text, kind)
            button.clicked.connect(pressed)
            row.addWidget(button)
        self.hide()

    def offer(self) -> None:
        """Shows what was left behind, if there is anything."""
        self._left = list(found(self.folder))
        self._show_next()

    def _show_next(self) -> None:
        self.setVisible(bool(self._left))
        if self._left:
            one = self._left[0]
            words = self.tr("nodegraph was closed unexpectedly. Recover {0} from {1}?")
            self._words.setText(words.format(one.name, _moment(one.when)))
            self._words.setToolTip(str(one.path or ""))

    def _recover(self) -> None:
        one = self._left[0]
        try:
            drawing = recover(one.file)
        except FileError as error:
            self.page.files.tell(str(error))
        else:
            if not self.page.files.may_leave():
                return
            self._open(one, drawing)
        del self._left[0]
        self._show_next()

    def _open(self, one: Found, drawing: Drawing) -> None:
        try:
            before, path = (load(one.path), one.path) if one.path else (Drawing(), None)
        except FileError:  # gone or damaged since: saving asks for a place
            before, path = Drawing(), None
        self.page.workspace.open(before, path)
        label = self.tr("Recovered {0} from {1}").format(one.name, _moment(one.when))
        self.page.workspace.do(label, drawing)
        self.page.files.opened.emit()
        if self.page.journal.flush():  # another journal holds it now
            discard(one.file)

    def _discard(self) -> None:
        discard(self._left.pop(0).file)
        self._show_next()


def _moment(when: float) -> str:
    """The time of today, or day and time, as people here write it."""
    then, short = QDateTime.fromSecsSinceEpoch(int(when)), QLocale.FormatType.ShortFormat
    today = then.date() == QDate.currentDate()
    return QLocale().toString(then.time() if today else then, short)
