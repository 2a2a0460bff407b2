"""The outline: the drawing as a tree, for the keyboard and for screen readers.

Everything about nodes and wires can be done from it: renamed with F2, set with Enter, connected
with Enter on a port, taken away with Delete. It does nothing while it is not shown.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTreeView,
    QWidget,
)

from nodegraph.analysis.partners import partners
from nodegraph.document import Drawing
from nodegraph.document.beside import Beside
from nodegraph.graph import NodeId, Port, Wire
from nodegraph.ui import steps
from nodegraph.ui.panels.outline_edited import EditedTree, Wide
from nodegraph.ui.panels.outline_model import COLUMNS, runs
from nodegraph.ui.panels.outline_rows import Row
from nodegraph.ui.panels.port_list import PortList
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace

WIDTHS = (100, 100)  # px of the columns for layer and shape
ROOM = (12, 4, -12, -4)  # px around what an empty one says
CHANGES = QItemSelectionModel.SelectionFlag


class Outline(QTreeView):
    """The tree with a workspace's selection, and its keys."""

    settings_wanted = Signal()  # the form of the selected nodes is to take the keys
    shown = Signal(str)  # a node: bring it into view
    beside_shown = Signal(object)  # Beside: bring that into view

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "outline", self.tr("Outline"))
        self.workspace = workspace
        self.tree = EditedTree(workspace, theme, self)
        self._stale, self._following = True, False
        self.setModel(self.tree)
        self.setItemDelegate(Wide(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS, COLUMNS - len(WIDTHS)):
            self.setColumnWidth(column, width)
        workspace.checked.connect(self.refresh)
        workspace.selected.connect(self._show_selection)
        workspace.chose_beside.connect(self._show_selection)
        workspace.changed.connect(self._show_marks)

    def set_theme(self, theme: Theme) -> None:
        """Marks in the colours of another theme."""
        self.tree.take_theme(theme)
        self.viewport().update()

    def refresh(self) -> None:
        """Shows the drawing as it is now; while hidden, when it is shown again."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._following = True
        self.tree.show_graph(self.workspace.drawing.graph, self.workspace.report)
        self.tree.show_marks(self.workspace.drawing)
        self._following = False
        self._show_selection()

    def _show_marks(self, before: Drawing, after: Drawing) -> None:
        if before.frames is after.frames and before.notes is after.notes:
            return
        self._stale = self._stale or not self.isVisible()
        if not self._stale:
            self._following = True
            self.tree.show_marks(after)
            self._following = False
            self._show_selection()

    # What can be done with a row

    def delete(self) -> None:
        """Takes the selected nodes away; on the row of a wire, that wire."""
        row = self._row()
        if row is not None:
            self.disconnect_wire()
            return
        chosen, beside = self.workspace.selection, self.workspace.beside
        if chosen or beside:
            self.workspace.do(*steps.delete(self.workspace.document.settled, chosen, beside))

    def disconnect_wire(self) -> None:
        """Takes the wire of the current row away."""
        row = self._row()
        if row is not None and row.wire is not None:
            self.workspace.do(*steps.disconnect(self.workspace.document.settled, row.wire))

    def switch_wire(self) -> None:
        """Disables the wire of the current row, or lets it carry something again."""
        row, drawing = self._row(), self.workspace.document.settled
        if row is not None and row.wire is not None:
            is_off = drawing.graph.is_off(row.wire)
            self.workspace.do(*steps.switch(drawing, [row.wire], on=is_off))

    def connect_port(self) -> None:
        """Offers the ports that the current row's port can be wired to."""
        row = self._row()
        if row is None:
            return
        drawing, types = self.workspace.document.settled, self.workspace.report.types
        found = partners(drawing.graph, types, row.port, row.is_output)
        title = f"{drawing.graph.nodes[row.port.node].title}.{row.port.name}"
        if not found:
            self.workspace.said.emit(self.tr("Nothing fits {0}").format(title))
            return
        words = [f"{drawing.graph.nodes[port.node].title}.{port.name}" for port in found]
        if not row.is_output:
            words = [f"{w}  {types.get(p, '')}".rstrip() for w, p in zip(words, found, strict=True)]
        listed = PortList(self.tr("Connect {0}").format(title), words, found, self)
        listed.chosen.connect(partial(self._connect, row))
        below = self.visualRect(self.currentIndex()).bottomLeft()
        listed.open_at(self.viewport().mapToGlobal(below))

    def _connect(self, row: Row, port: Port) -> None:
        wire = Wire(row.port, port) if row.is_output else Wire(port, row.port)
        self.workspace.do(*steps.connect(self.workspace.document.settled, wire))

    def _row(self) -> Row | None:
        current = self.currentIndex()
        return self.tree.row_of(current) if current.isValid() else None

    # Keys

    def event(self, event: QEvent) -> bool:
        # F2 is a command of the window too; here it edits the name in place.
        own = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if taken := event.key() in own:
                event.accept()
            return taken
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if mark := self.tree.mark_of(self.currentIndex()):
                self.beside_shown.emit(mark.beside)
            elif self._row() is None:
                self.settings_wanted.emit()
            else:
                self.connect_port()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif event.key() == Qt.Key.Key_F2:
            self.edit(self._name_index())
        else:
            super().keyPressEvent(event)

    def _name_index(self) -> QModelIndex:
        current = self.currentIndex()
        if self.tree.mark_of(current) is not None:
            return self.tree.index(current.row(), 0)
        return self.tree.index_of(self.tree.node_of(current))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.currentIndex().isValid():
            return
        row, mark = self._row(), self.tree.mark_of(self.currentIndex())
        menu = QMenu(self)
        called(menu, "outline_menu", self.tr("Commands"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if mark is not None:
            menu.addAction(self.tr("Delete"), self.delete)
        elif row is not None:
            menu.addAction(self.tr("Connect…"), self.connect_port)
            cut = menu.addAction(self.tr("Disconnect"), self.disconnect_wire)
            cut.setEnabled(row.wire is not None)
            if row.wire is not None:
                off = self.workspace.drawing.graph.is_off(row.wire)
                menu.addAction(self.tr("Enable") if off else self.tr("Disable"), self.switch_wire)
        else:
            menu.addAction(self.tr("Settings"), self.settings_wanted.emit)
            menu.addAction(self.tr("Delete"), self.delete)
        if mark is None or mark.kind == "frame":
            menu.addAction(self.tr("Rename"), lambda: self.edit(self._name_index()))
        menu.addAction(self.tr("Show on the canvas"), self._show_current)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(here))

    def _show_current(self) -> None:
        current = self.currentIndex()
        if mark := self.tree.mark_of(current):
            self.beside_shown.emit(mark.beside)
        else:
            self.shown.emit(self.tree.node_of(current))

    # The selection

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._following:
            self.workspace.select(*self._chosen())

    def _chosen(self) -> tuple[frozenset[NodeId], Beside]:
        ids, beside = set[NodeId](), Beside()
        for index in self.selectionModel().selectedRows():
            mark = self.tree.mark_of(index)
            if mark is not None:
                beside |= mark.beside
            else:
                ids.add(self.tree.node_of(index))
        return frozenset(ids), beside

    def _show_selection(self) -> None:
        ids, beside = self.workspace.selection, self.workspace.beside
        if self._stale or self._chosen() == (ids, beside):
            return
        wanted = QItemSelection()
        known = map(self.tree.index_of, ids)
        rows = sorted(index.row() for index in known if index.isValid())
        rows += self.tree.rows_beside(beside)
        for first, last in runs(rows):
            wanted.select(self.tree.index(first, 0), self.tree.index(last, 0))
        self._following = True
        self.selectionModel().select(wanted, CHANGES.ClearAndSelect | CHANGES.Rows)
        self._following = False
        current = self.currentIndex()
        here = current.isValid() and self.selectionModel().isSelected(current)
        if rows and not here:
            at = self.tree.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(at, CHANGES.NoUpdate)
            self.scrollTo(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            room = self.viewport().rect().adjusted(*ROOM)
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = self.tr("Nothing drawn yet. Drop a layer on the canvas.")
            painter.drawText(room, Qt.TextFlag.TextWordWrap, words)
            painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        else:
            self._show_selection()
