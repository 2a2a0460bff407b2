"""The one live editor of a frame's title or a note's text, over the place where it is painted.

Enter takes a title, Ctrl+Enter a note's text, and so does leaving; Esc goes back to before, also
to before there was a frame or a note at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from nodegraph.document import Drawing
from nodegraph.ui.canvas.look import ROLES
from nodegraph.ui.style import called

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

LEAST_TITLE, LEAST_NOTE = QSize(120, 24), QSize(160, 80)  # px of the editors
LONGEST = 200  # letters of a title


@dataclass
class Words:
    """A text to be edited, and the step that takes it."""

    text: str
    step: Callable[[str], tuple[str, Drawing]]
    area: Callable[[], QRectF | None]  # of the scene; None where it is not seen
    many_lines: bool = False


class WordsEditor(QObject):
    """Opens and closes the editor of a canvas's titles and notes."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace
        self._words: Words | None = None
        self._shown: Drawing | None = None  # the drawing it was opened on
        self.widget: QLineEdit | QPlainTextEdit | None = None
        canvas.moved.connect(self.leave)
        self._workspace.changed.connect(self._follow)
        self._workspace.opened.connect(self._close)

    def open(self, words: Words) -> None:
        """Opens a text."""
        self.leave(but=words)
        self._canvas.fields.leave()
        self._come_into_view(words)
        self._words, self._shown = words, self._workspace.drawing
        parent = self._canvas.viewport()
        if words.many_lines:
            sheet = QPlainTextEdit(words.text, parent)
            called(sheet, "canvas_note", self.tr("Text of the note, in Markdown"), "chip")
            sheet.setPlaceholderText(self.tr("Markdown; Ctrl+Enter to finish"))
            sheet.selectAll()
            self.widget = sheet
        else:
            line = QLineEdit(words.text, parent)
            called(line, "canvas_title", self.tr("Title of the frame"), "chip")
            line.setMaxLength(LONGEST)
            line.selectAll()
            self.widget = line
        self.widget.installEventFilter(self)
        self._place()
        self.widget.show()
        self.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self, *, but: Words | None = None) -> None:
        """Takes what was typed and closes."""
        words, widget = self._words, self.widget
        if words is None or widget is None or words is but:
            return
        text = widget.text().strip() if isinstance(widget, QLineEdit) else widget.toPlainText()
        if not text.strip():
            self.cancel()  # a frame has a title, and an empty note says nothing
            return
        shown, settled = self._shown, self._workspace.document.settled
        self._close()
        label, drawing = words.step(text)
        if text != words.text or shown is not settled:
            self._workspace.do(label, drawing)

    def cancel(self) -> None:
        """Closes, and the drawing is as before."""
        if self._words is not None:
            self._close()
            self._workspace.document.cancel()

    def before_command(self, event: QKeyEvent) -> None:
        """Takes what was typed before a command's keys do what they do."""
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        only = (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta)
        if self._words is not None and held and event.key() not in only:
            self.leave()

    def _follow(self, _before: Drawing, after: Drawing) -> None:
        if self._words is not None and after is not self._shown:
            self._close()  # something else was done meanwhile

    def _close(self) -> None:
        widget, self.widget = self.widget, None
        self._words = self._shown = None
        if widget is None:
            return
        widget.removeEventFilter(self)
        if widget.hasFocus():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.hide()
        widget.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.widget is None or watched is not self.widget:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._lose(event.reason())
        return False

    def _lose(self, reason: Qt.FocusReason) -> None:
        if reason != Qt.FocusReason.PopupFocusReason:  # a menu of the field itself
            self.leave()

    def _key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(self.widget, QPlainTextEdit) and not control:
                return False
            self.leave()
        else:
            return False
        return True

    def _place(self) -> None:
        assert self._words is not None
        assert self.widget is not None
        area = self._words.area() or self._canvas.visible_area()
        many = self._words.many_lines
        font = self.widget.font()
        font.setBold(not many)
        role = "small" if many else "title"
        font.setPixelSize(max(11, round(ROLES[role] * min(self._canvas.zoom, 2))))
        self.widget.setFont(font)
        room = self._canvas.viewport().rect().adjusted(4, 4, -4, -4)
        box = self._canvas.mapFromScene(area).boundingRect()
        if room.intersects(box):
            box = room.intersected(box)
        least = LEAST_NOTE if many else LEAST_TITLE
        box.setSize(box.size().expandedTo(least).boundedTo(room.size()))
        if not many:
            box.setHeight(least.height())
        box.moveLeft(max(room.left(), min(box.left(), room.right() + 1 - box.width())))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() + 1 - box.height())))
        self.widget.setGeometry(box)

    def _come_into_view(self, words: Words) -> None:
        """Shows what is to be written on, where too little of it is seen to stand there."""
        area = words.area()
        if area is None:
            return
        whole = self._canvas.mapFromScene(area).boundingRect().size()
        least = (LEAST_NOTE if words.many_lines else LEAST_TITLE).boundedTo(whole)
        seen = self._canvas.mapFromScene(area & self._canvas.visible_area()).boundingRect().size()
        if seen.width() < least.width() or seen.height() < least.height():
            self._canvas.ensureVisible(area)
