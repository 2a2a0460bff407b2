"""Cut, copy, paste and duplicate, through the system's clipboard.

The nodes lie there twice: under a type of our own, and as plain text that a text editor, a chat
and another window of the program take as well.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QCursor, QGuiApplication

from nodegraph.document import FileError, Point, edits
from nodegraph.document.clipboard import Pasted, copied, duplicated, pasted
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.language import translated
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
            words = self.canvas.named(self.workspace.selection)
            self.workspace.said.emit(self.tr("Copied {0}").format(words))

    def cut(self) -> None:
        """Takes the selected nodes along and out of the drawing."""
        if self._take():
            gone = self.workspace.selection
            label = self.tr("Cut {0}").format(self.canvas.named(gone))
            self.workspace.do(label, edits.delete(self.workspace.document.settled, gone))

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

    def _take(self) -> bool:
        selection = self.workspace.selection
        if not selection:
            self.workspace.said.emit(self.tr("Nothing is selected"))
            return False
        text = copied(self.workspace.document.settled, selection)
        data = QMimeData()
        data.setText(text)
        data.setData(MIME, QByteArray(text.encode()))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _paste(self, keep_wires: bool) -> None:
        data = QGuiApplication.clipboard().mimeData()
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
        if self.workspace.selection:
            settled = self.workspace.document.settled
            done = duplicated(settled, self.workspace.selection, keep_wires)
            self._show(self.tr("Duplicated {0}"), done)
        else:
            self.workspace.said.emit(self.tr("Nothing is selected"))

    def _show(self, label: str, done: Pasted) -> None:
        if not done.ids:
            self.workspace.said.emit(self.tr("The clipboard holds no nodes"))
            return
        nodes = done.drawing.graph.nodes
        words = self.tr("{0} nodes").format(len(done.ids))
        if len(done.ids) == 1:
            words = nodes[done.ids[0]].title
        label = label.format(words)
        self.workspace.do(label, done.drawing)
        self.workspace.select(done.ids)
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
