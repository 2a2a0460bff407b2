"""Cut, copy, paste and duplicate, through the system's clipboard.

The nodes lie there twice: under a type of our own, and as plain text that a text editor, a chat
and another window of the program take as well.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QCursor, QGuiApplication

from nodegraph.document import FileError, Point, edits
from nodegraph.document.beside import removed_whole
from nodegraph.document.clipboard import Pasted, copied, duplicated, pasted
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.language import translated
from nodegraph.ui.naming import named
from nodegraph.ui.workspace import Workspace

MIME = "application/x-nodegraph"


class Clipboard(QObject):
    """The nodes of one canvas on their way to the clipboard and back; each a step of undo."""

    def __init__(self, workspace: Workspace, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace, self.canvas = workspace, canvas

    def copy(self) -> None:
        """Takes the selected nodes along; the drawing stays as it is."""
        if self._take():
            self.workspace.said.emit(self.tr("Copied {0}").format(self._words()))

    def cut(self) -> None:
        """Takes the selected nodes along and out of the drawing."""
        if self._take():
            drawing, beside = self.workspace.document.settled, self.workspace.beside
            label = self.tr("Cut {0}").format(self._words())
            after = edits.delete(drawing, self.workspace.selection)
            self.workspace.do(label, removed_whole(after, beside) if beside else after)

    def paste(self) -> None:
        """Puts the nodes of the clipboard under the pointer, or into the middle of the view."""
        self._paste(keep_wires=False)

    def paste_wired(self) -> None:
        """The same, with the wires that came from nodes which are here too."""
        self._paste(keep_wires=True)

    def duplicate(self) -> None:
        """The selected nodes once more, beside where they lie."""
        self._duplicate(keep_wires=False)

    def duplicate_wired(self) -> None:
        """The same, fed by what feeds the originals."""
        self._duplicate(keep_wires=True)

    def _words(self) -> str:
        workspace = self.workspace
        return named(workspace.document.settled, workspace.selection, workspace.beside)

    def _take(self) -> bool:
        selection, beside = self.workspace.selection, self.workspace.beside
        if not selection and not beside:
            self.workspace.said.emit(self.tr("Nothing is selected"))
            return False
        text = copied(self.workspace.document.settled, selection, beside)
        data = QMimeData()
        data.setText(text)
        data.setData(MIME, QByteArray(text.encode()))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _paste(self, keep_wires: bool) -> None:
        # Qt has none where nothing was ever copied.
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        own = bytes(data.data(MIME).data()).decode("utf-8", "replace")
        try:
            done = pasted(
                self.workspace.document.settled, own or data.text(), self._point(), keep_wires
            )
        except FileError as error:
            self.workspace.said.emit(str(error))
            return
        self._show(self.tr("Pasted {0}"), done)

    def _duplicate(self, keep_wires: bool) -> None:
        chosen, beside = self.workspace.selection, self.workspace.beside
        if chosen or beside:
            settled = self.workspace.document.settled
            done = duplicated(settled, chosen, keep_wires, beside)
            self._show(self.tr("Duplicated {0}"), done)
        else:
            self.workspace.said.emit(self.tr("Nothing is selected"))

    def _show(self, label: str, done: Pasted) -> None:
        if not done.ids and not done.beside:
            self.workspace.said.emit(self.tr("The clipboard holds no nodes"))
            return
        label = label.format(named(done.drawing, done.ids, done.beside))
        self.workspace.do(label, done.drawing)
        self.workspace.select(done.ids, done.beside)
        if done.lost:
            more = len(done.lost) - 1
            rest = self.tr(", and {0} more").format(more) if more else ""
            self.workspace.said.emit(f"{label}. {translated(done.lost[0])}{rest}")

    def _point(self) -> Point:
        """Where the pointer is; the middle of the view when it is elsewhere, as on a menu."""
        viewport = self.canvas.viewport()
        at = viewport.mapFromGlobal(QCursor.pos())
        if not (viewport.underMouse() and viewport.rect().contains(at)):
            at = viewport.rect().center()
        place = self.canvas.mapToScene(at)
        return Point(place.x(), place.y())
