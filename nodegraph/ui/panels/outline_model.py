"""The drawing as a tree for Qt's views: nodes in their order, and under each its ports and wires.

Only what differs is told to the views: nodes are compared by identity, and a node's rows are worked
out when it is first opened. So a setting among 2,000 nodes touches the rows it changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from nodegraph.analysis import Problem, Report
from nodegraph.graph import Graph, Node, NodeId
from nodegraph.ui.canvas.nodes.off import layer_told
from nodegraph.ui.canvas.telling.spoken import node_told
from nodegraph.ui.panels.outline_entry import Entry
from nodegraph.ui.panels.outline_rows import Row, Types, rows_of
from nodegraph.ui.search_list import Index
from nodegraph.ui.theme import Theme

COLUMNS = 3  # name, layer, shape
TOP = QModelIndex()


class Tree(QAbstractItemModel):
    """Rows equal to a drawing; `show_graph` brings them to the next one."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._graph = Graph()
        self._types: Types = {}
        self._entries: list[Entry] = []
        self._at: dict[NodeId, int] = {}
        self._by_number: dict[int, Entry] = {}
        self._last = 0
        self.take_theme(theme)

    def take_theme(self, theme: Theme) -> None:
        """Marks in the colours of this theme."""
        self._colours = {
            "error": QColor(theme.bad), "hint": QColor(theme.warn), "blocked": QColor(theme.muted),
            "": QColor(theme.muted),
        }  # fmt: skip

    # Which row is what

    def index_of(self, node_id: NodeId) -> QModelIndex:
        """The row of a node."""
        at = self._at.get(node_id)
        return QModelIndex() if at is None else self.index(at, 0)

    def node_of(self, index: Index) -> NodeId:
        """The node that a row is of, or stands under."""
        return self._entry(index).node.id

    def row_of(self, index: Index) -> Row | None:
        """The port or wire of a row; None where it is a node's."""
        if not index.internalId():
            return None
        rows = self._by_number[index.internalId()].rows
        return rows[index.row()] if rows else None

    def _entry(self, index: Index) -> Entry:
        number = index.internalId()
        return self._by_number[number] if number else self._entries[index.row()]

    # What is shown

    def show_graph(self, graph: Graph, report: Report) -> None:
        """Brings the rows to this graph, its types and its problems."""
        gone = [entry for entry in self._entries if entry.node.id not in graph.nodes]
        self._types, self._graph = report.types, graph
        if len(gone) == len(self._entries):
            self._begin_anew(graph)
        else:
            self._remove(gone)
            self._sort(graph.order)
            self._insert(graph.order)
        near = {source.node for entry in gone for _, source in entry.node.feeds}
        near |= self._show_nodes(graph, report.worst)
        for node_id in near:
            if node_id in self._at:
                self._show_rows(self._entries[self._at[node_id]])

    def say_again(self, _again: object) -> None:
        """Names ports and wires in another language."""
        for entry in self._entries:
            if entry.rows is not None:
                self._show_rows(entry)

    def _begin_anew(self, graph: Graph) -> None:
        self.beginResetModel()
        self._by_number.clear()
        self._take([self._made(graph.nodes[node_id]) for node_id in graph.order])
        self.endResetModel()

    def _made(self, node: Node) -> Entry:
        self._last += 1
        entry = self._by_number[self._last] = Entry(node, self._last)
        return entry

    def _take(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._at = {entry.node.id: row for row, entry in enumerate(entries)}

    def _remove(self, gone: Iterable[Entry]) -> None:
        rows = [self._at[entry.node.id] for entry in gone]
        for first, last in reversed(list(runs(rows))):
            self.beginRemoveRows(TOP, first, last)
            for entry in self._entries[first : last + 1]:
                del self._by_number[entry.number]
            self._take(self._entries[:first] + self._entries[last + 1 :])
            self.endRemoveRows()

    def _sort(self, order: Sequence[NodeId]) -> None:
        wanted = [self._entries[self._at[node_id]] for node_id in order if node_id in self._at]
        if wanted == self._entries:
            return
        self.layoutAboutToBeChanged.emit()
        held = [index for index in self.persistentIndexList() if not index.internalId()]
        entries = [self._entries[index.row()] for index in held]
        self._take(wanted)
        now = [
            self.createIndex(self._at[entry.node.id], index.column(), 0)
            for entry, index in zip(entries, held, strict=True)
        ]
        self.changePersistentIndexList(held, now)
        self.layoutChanged.emit()

    def _insert(self, order: Sequence[NodeId]) -> None:
        new = [row for row, node_id in enumerate(order) if node_id not in self._at]
        for first, last in runs(new):
            made = [self._made(self._graph.nodes[node_id]) for node_id in order[first : last + 1]]
            self.beginInsertRows(TOP, first, last)
            self._take(self._entries[:first] + made + self._entries[first:])
            self.endInsertRows()

    def _show_nodes(self, graph: Graph, problems: Mapping[NodeId, Problem]) -> set[NodeId]:
        """Tells the nodes that differ; the answer is those and their neighbours, old and new."""
        near = set[NodeId]()
        for row, entry in enumerate(self._entries):
            node = graph.nodes[entry.node.id]
            types = tuple(self._types.get(port) for port in node.outputs)
            problem = problems.get(node.id)
            if entry.node is node and entry.types == types and entry.problem == problem:
                continue
            near.add(node.id)
            near.update(source.node for _, source in (*entry.node.feeds, *node.feeds))
            near.update(graph.consumers[node.id])
            entry.node, entry.types, entry.problem = node, types, problem
            self.dataChanged.emit(self.index(row, 0), self.index(row, COLUMNS - 1))
        return near

    def _show_rows(self, entry: Entry) -> None:
        if entry.rows is None:
            return
        before, after = entry.rows, rows_of(self._graph, self._types, entry.node.id)
        parent = self.index_of(entry.node.id)
        head = _alike(before, after)
        tail = _alike(before[head:][::-1], after[head:][::-1])
        first, last = before[:head], before[len(before) - tail :]
        if head + tail < len(before):
            self.beginRemoveRows(parent, head, len(before) - tail - 1)
            entry.rows = first + last
            self.endRemoveRows()
        if head + tail < len(after):
            self.beginInsertRows(parent, head, len(after) - tail - 1)
            entry.rows = first + after[head : len(after) - tail] + last
            self.endInsertRows()
        entry.rows = after
        moved = len(after) - len(before)
        for row, shown in enumerate(after):
            old = row if row < head else row - moved if row >= len(after) - tail else None
            if old is not None and before[old] != shown:
                ends = (self.index(row, column, parent) for column in (0, COLUMNS - 1))
                self.dataChanged.emit(*ends)

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        number = self._entries[parent.row()].number if parent.isValid() else 0
        return self.createIndex(row, column, number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject's has none
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        entry = self._by_number.get(index.internalId())
        return self.index_of(entry.node.id) if entry else QModelIndex()

    def rowCount(self, parent: Index = TOP) -> int:
        if not parent.isValid():
            return len(self._entries)
        if parent.internalId() or parent.column():
            return 0
        entry = self._entries[parent.row()]
        if entry.rows is None:
            entry.rows = rows_of(self._graph, self._types, entry.node.id)
        return len(entry.rows)

    def hasChildren(self, parent: Index = TOP) -> bool:
        if not parent.isValid():
            return bool(self._entries)
        if parent.internalId() or parent.column():
            return False
        layer = self._entries[parent.row()].node.layer
        return bool(layer.inputs or layer.outputs)

    def columnCount(self, parent: Index = TOP) -> int:
        return COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.internalId() and not index.column():
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_of(index)
        if row is not None:
            return self._of_row(row, index.column(), role)
        return self._of_node(self._entries[index.row()], index.column(), role)

    def _of_node(self, entry: Entry, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return (entry.title, layer_told(entry.node), entry.shape)[column]
        if role == Qt.ItemDataRole.EditRole:
            return entry.node.title
        told = node_told(entry.node, entry.shape, entry.problem)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = entry.shape or self.tr("shape not known yet")
            return (told, layer_told(entry.node), spoken)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return told
        if role == Qt.ItemDataRole.ForegroundRole:
            if column:
                return self._colours[""]
            return self._colours[entry.problem.severity] if entry.problem else None
        return None

    def _of_row(self, row: Row, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.text, "", row.shape)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = self.tr("port") if row.other is None else self.tr("wire")
            return (row.told, kind, row.shape or self.tr("shape not known yet"))[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.told
        free = row.other is None and not row.is_output
        if role == Qt.ItemDataRole.ForegroundRole and (column or free):
            return self._colours[""]
        return None


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rising numbers as stretches without a gap: the first and the last of each."""
    first = last = -1
    for row in rows:
        if first >= 0 and row == last + 1:
            last = row
            continue
        if first >= 0:
            yield first, last
        first = last = row
    if first >= 0:
        yield first, last


def _alike(here: Sequence[Row], there: Sequence[Row]) -> int:
    """How many rows from the start are the same ones."""
    pairs = zip(here, there, strict=False)
    differ = (n for n, (one, other) in enumerate(pairs) if one.key != other.key)
    return next(differ, min(len(here), len(there)))
