"""The outline's rows for frames and notes, below those of the nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from nodegraph.document import Drawing
from nodegraph.document.beside import Beside
from nodegraph.document.nesting import content_of, parents
from nodegraph.ui.panels.outline_model import COLUMNS, TOP, Tree
from nodegraph.ui.panels.outline_rows import Row
from nodegraph.ui.search_list import Index
from nodegraph.ui.theme import Theme

MARK = 2**62  # what Qt's indexes of these rows carry; no node's number comes near it
LONGEST = 60  # letters of a note that are told


class MarkRow(NamedTuple):
    """A frame or a note."""

    kind: str  # "frame" or "note"
    key: str
    text: str
    word: str  # what it is
    size: str  # how much lies in it
    told: str  # as a screen reader says it

    @property
    def beside(self) -> Beside:
        """It alone, as something selected."""
        return Beside.only(self.kind, self.key)


def marks_of(drawing: Drawing) -> tuple[MarkRow, ...]:
    """Frames, those in another behind it, and then notes."""
    return (*_frames(drawing), *_notes(drawing))


def _frames(drawing: Drawing) -> Iterator[MarkRow]:
    above, nodes = parents(drawing.frames), drawing.graph.nodes
    depth: dict[str, int] = {}
    for key in drawing.frames:
        depth[key], parent = 0, above[key]
        while parent is not None:
            depth[key], parent = depth[key] + 1, above[parent]
    for key, frame in drawing.frames.items():
        inside = [nodes[i].title for i in nodes if i in content_of(drawing, [key]).nodes]
        size = _words("{0} nodes").format(len(inside)) if len(inside) != 1 else _words("1 node")
        word = _words("folded frame") if frame.folded else _words("frame")
        told = ", ".join((frame.title, word, size, *inside[:8]))
        yield MarkRow("frame", key, "   " * depth[key] + frame.title, word, size, told)


def _notes(drawing: Drawing) -> Iterator[MarkRow]:
    for key, note in drawing.notes.items():
        first = note.text.strip().partition("\n")[0].lstrip("# ")[:LONGEST]
        told = ", ".join((_words("note"), note.text.strip()[:400]))
        yield MarkRow("note", key, first, _words("note"), "", told)


class MarkedTree(Tree):
    """Nodes, and below them frames and notes."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        self._marks: tuple[MarkRow, ...] = ()
        super().__init__(theme, parent)

    def show_marks(self, drawing: Drawing) -> None:
        """Brings these rows to a drawing."""
        marks, first = marks_of(drawing), super().rowCount()
        if marks == self._marks:
            return
        if [mark[:2] for mark in marks] == [mark[:2] for mark in self._marks]:
            self._marks = marks
            last = self.index(first + len(marks) - 1, COLUMNS - 1)
            self.dataChanged.emit(self.index(first, 0), last)
            return
        if self._marks:
            self.beginRemoveRows(TOP, first, first + len(self._marks) - 1)
            self._marks = ()
            self.endRemoveRows()
        if marks:
            self.beginInsertRows(TOP, first, first + len(marks) - 1)
            self._marks = marks
            self.endInsertRows()

    def mark_of(self, index: Index) -> MarkRow | None:
        """The frame or note of a row; None where it is a node's, a port's or a wire's."""
        if not index.isValid() or index.internalId() != MARK:
            return None
        at = index.row() - super().rowCount()
        return self._marks[at] if at < len(self._marks) else None

    def row_of(self, index: Index) -> Row | None:
        return None if index.internalId() == MARK else super().row_of(index)

    def rows_beside(self, beside: Beside) -> list[int]:
        """The rows of these frames and notes."""
        first = super().rowCount()
        return [first + at for at, mark in enumerate(self._marks) if not mark.beside - beside]

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        nodes = super().rowCount()
        if parent.isValid() or row < nodes:
            return super().index(row, column, parent)
        if row >= nodes + len(self._marks) or not 0 <= column < COLUMNS:
            return QModelIndex()
        return self.createIndex(row, column, MARK)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject's has none
        return QModelIndex() if index.internalId() == MARK else super().parent(index)

    def rowCount(self, parent: Index = TOP) -> int:
        if parent.isValid() and parent.internalId() == MARK:
            return 0
        return super().rowCount(parent) + (0 if parent.isValid() else len(self._marks))

    def hasChildren(self, parent: Index = TOP) -> bool:
        if parent.isValid() and parent.internalId() == MARK:
            return False
        return super().hasChildren(parent) or (not parent.isValid() and bool(self._marks))

    def flags(self, index: Index) -> Qt.ItemFlag:
        mark = self.mark_of(index)
        if mark is None:
            return super().flags(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        titled = mark.kind == "frame" and not index.column()
        return flags | Qt.ItemFlag.ItemIsEditable if titled else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mark = self.mark_of(index)
        if mark is None:
            return super().data(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return (mark.text, mark.word, mark.size)[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return mark.text.strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (mark.told, mark.word, mark.size)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return mark.told
        return (
            self._colours[""] if role == Qt.ItemDataRole.ForegroundRole and index.column() else None
        )


def _words(text: str) -> str:
    return QCoreApplication.translate("Outline", text)
