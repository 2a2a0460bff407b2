"""The one live editor of a frame's title or a note's text, over the place where it is painted.

Enter takes a title, Ctrl+Enter a note's text, and so does leaving; Esc goes back to before, also
to before there was a frame or a note at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from nodegraph.document import Drawing
from nodegraph.ui.canvas.ground.note_item import INSIDE
from nodegraph.ui.canvas.live_editor import LiveEditor
from nodegraph.ui.canvas.look import ROLES
from nodegraph.ui.canvas.nodes.field_editor import FieldEditor
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.style import called

LEAST_TITLE, LEAST_NOTE = QSize(120, 24), QSize(160, 80)  # px of the editors
LONGEST = 200  # letters of a title


@dataclass
class Words:
    """A text to be edited, and the step that takes it."""

    text: str
    step: Callable[[str], tuple[str, Drawing]]
    area: Callable[[], QRectF | None]  # of the scene; None where it is not seen
    many_lines: bool = False


class WordsEditor(LiveEditor):
    """Opens and closes the editor of a canvas's titles and notes."""

    def __init__(self, canvas: Surface, fields: FieldEditor) -> None:
        super().__init__(canvas)
        self._fields = fields
        self._words: Words | None = None
        self._shown: Drawing | None = None  # the drawing it was opened on
        self._typed: Callable[[], str] = str
        self._workspace.opened.connect(self._close)

    def open(self, words: Words) -> None:
        """Opens a text."""
        self.leave(but=words)
        self._fields.leave()
        self._come_into_view(words)
        self._words, self._shown = words, self._workspace.drawing
        parent = self._canvas.viewport()
        if words.many_lines:
            sheet = QPlainTextEdit(words.text, parent)
            called(sheet, "canvas_note", self.tr("Text of the note, in Markdown"), "chip")
            sheet.setPlaceholderText(self.tr("Markdown; Ctrl+Enter to finish"))
            sheet.selectAll()
            self._typed = sheet.toPlainText
            self._show(sheet)
        else:
            line = QLineEdit(words.text, parent)
            called(line, "canvas_title", self.tr("Title of the frame"), "chip")
            line.setMaxLength(LONGEST)
            line.selectAll()
            self._typed = line.text
            self._show(line)

    def leave(self, *, but: Words | None = None) -> None:
        """Takes what was typed and closes."""
        words = self._words
        if words is None or words is but:
            return
        text = self._typed() if words.many_lines else self._typed().strip()
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

    def _follow(self, _before: Drawing, after: Drawing) -> None:
        if self._words is not None and after is not self._shown:
            self._close()  # something else was done meanwhile

    def _close(self) -> None:
        self._words = self._shown = None
        self._remove()

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
        if isinstance(self.widget, QPlainTextEdit):  # its words stand where they are painted
            self.widget.document().setDocumentMargin(INSIDE * min(self._canvas.zoom, 2) - 1)
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
