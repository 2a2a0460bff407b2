"""The tree of the outline as its view has it: names are typed into it, words run on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from nodegraph.ui import steps
from nodegraph.ui.panels.outline_marked import MarkedTree, MarkRow
from nodegraph.ui.search_list import Index
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace


class EditedTree(MarkedTree):
    """The tree of a workspace: a name typed into it is a step."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._workspace = workspace

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        drawing, mark = self._workspace.document.settled, self.mark_of(index)
        try:
            if mark is not None:
                return self._entitle(mark, str(value).strip())
            step = steps.rename(drawing, self.node_of(index), str(value).strip())
        except ValueError as error:
            self._workspace.said.emit(str(error))
            return False
        self._workspace.do(*step)
        return True

    def _entitle(self, mark: MarkRow, title: str) -> bool:
        drawing = self._workspace.document.settled
        if not title or mark.key not in drawing.frames:
            return False
        self._workspace.do(*steps.rename_frame(drawing, mark.key, title))
        return True


class Wide(QStyledItemDelegate):
    """Lets the words of a port or a wire run on where a node tells its layer."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tree, under = self.parent(), index.parent().isValid()
        assert isinstance(tree, QTreeView)
        if under and index.column() == 1:
            return
        if under and index.column() == 0:
            option.rect.setWidth(option.rect.width() + tree.columnWidth(1))
        super().paint(painter, option, index)
