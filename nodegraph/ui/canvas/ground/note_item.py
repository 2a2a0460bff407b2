"""A note on the canvas: its Markdown, laid out once and painted as a small sheet of paper.

What the text names is never fetched: no picture is loaded, from the disk or from elsewhere, and
a link is words.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nodegraph.document import Note
from nodegraph.ui.canvas.geometry import CORNER
from nodegraph.ui.canvas.ground.item import GroundItem
from nodegraph.ui.canvas.look import Look, hairline, mixed

STANDS = -25  # over frames, under wires and nodes
INSIDE = 10.0  # px between the edge and the text


class Sheet(QTextDocument):
    """A text that loads nothing."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


class NoteItem(GroundItem):
    """One note."""

    def __init__(self, key: str, note: Note, look: Look) -> None:
        super().__init__(key, look)
        self.note = note
        self.setZValue(STANDS)
        self.lay_out()

    def show_note(self, note: Note) -> None:
        """Shows this note instead."""
        before, self.note = self.note, note
        if note.text != before.text or note.box.width != before.box.width:
            self.lay_out()
        elif note.box != before.box:
            self._stand()

    def show_chosen(self, chosen: bool) -> None:
        """Outlines it as selected."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def lay_out(self) -> None:
        """Lays the text out, in the look's colours."""
        look, theme = self.look, self.look.theme
        self.sheet = Sheet()
        self.sheet.setDocumentMargin(0)
        self.sheet.setDefaultFont(look.fonts["small"])
        self.sheet.setUndoRedoEnabled(False)
        self.sheet.setMarkdown(self.note.text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        _colour_links(self.sheet, QColor(theme.accent))
        self.sheet.setTextWidth(self.note.box.width - 2 * INSIDE)
        self._context = QAbstractTextDocumentLayout.PaintContext()
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        self._context.palette = colours
        self._layout = self.sheet.documentLayout()
        self.fill = QBrush(mixed(theme.warn, theme.panel, 0.14))
        self.edge = self.far_edge = hairline(mixed(theme.warn, theme.canvas, 0.55))
        self._stand()

    def _stand(self) -> None:
        self.prepareGeometryChange()
        self.area = QRectF(*self.note.box)
        self._inner = self.area.adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE)
        self._context.clip = QRectF(0, 0, self._inner.width(), self._inner.height())
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self.paint_area(painter, self.fill, self.chosen, CORNER - 3)
        if self.tier == "far":
            return
        painter.save()
        painter.setClipRect(self._inner, Qt.ClipOperation.IntersectClip)
        painter.translate(self._inner.topLeft())
        self._layout.draw(painter, self._context)
        painter.restore()


def _colour_links(sheet: QTextDocument, colour: QColor) -> None:
    """Gives links a colour of the theme: Markdown brings that of the desktop's palette."""
    found, block = [], sheet.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().isAnchor():
                found.append((part.fragment().position(), part.fragment().length()))
            part += 1
        block = block.next()
    form, cursor = QTextCharFormat(), QTextCursor(sheet)
    form.setForeground(colour)
    for start, length in found:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)
