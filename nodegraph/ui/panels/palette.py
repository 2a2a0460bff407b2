"""The palette: every layer by group, searchable, to drag onto the canvas or add by a double-click.

The rows are painted by a delegate: a widget for each of some two hundred layers would cost more
than the whole rest of the window before its first paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nodegraph.layers import LAYERS, Layer
from nodegraph.layers.search import found
from nodegraph.say import say
from nodegraph.ui.canvas import MIME
from nodegraph.ui.group_signs import group_sign
from nodegraph.ui.language import help_of, translated
from nodegraph.ui.no_hit import NoHit
from nodegraph.ui.search_list import Index, Listed, RowPainter
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme

MORE = say("More of torch.nn")


class Row(NamedTuple):
    """A head of a group, or a layer in it."""

    text: str
    group: str
    layer: type[Layer] | None = None  # None: a head

    @property
    def closes(self) -> bool:
        """Whether a click on it shows or hides what follows."""
        return self.layer is None and self.group == MORE


def grouped(layers: dict[str, type[Layer]]) -> list[Row]:
    """The layers under a head for each group, in the order they are declared."""
    groups: dict[str, list[Row]] = {}
    for name, layer in layers.items():
        groups.setdefault(layer.group, []).append(Row(name, layer.group, layer))
    return [row for name, rows in groups.items() for row in (Row(name, name), *rows)]


class Rows(Listed[Row]):
    """What the palette lists now: groups, or what was searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers: dict[str, type[Layer]] = dict(LAYERS)
        self._more: dict[str, type[Layer]] = {}
        self._open = False
        self._query = ""
        self._refresh()

    def add_more(self, more: dict[str, type[Layer]]) -> None:
        """The rest of torch.nn, under its own head."""
        self._more = more
        self._refresh()

    def search(self, query: str) -> None:
        """Lists only what the query means; everything when it is empty."""
        self._query = query
        self._refresh()

    def toggle(self) -> None:
        """Shows or hides the rest of torch.nn."""
        self._open = not self._open
        self._refresh()

    def _refresh(self) -> None:
        if self._query.strip():
            hits = found(self._query, {**self._layers, **self._more}.values())
            self.show_rows([Row(layer.__name__, layer.group, layer) for layer in hits])
            return
        rows = grouped(self._layers)
        if self._more:
            sign = "▾" if self._open else "▸"
            rows.append(Row(say("{0} {1}  {2}", sign, MORE, len(self._more)), MORE))
            if self._open:
                rows += [Row(name, kind.group, kind) for name, kind in self._more.items()]
        self.show_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return translated(row.text) if row.layer is None else row.text
        if role == Qt.ItemDataRole.ToolTipRole and row.layer is not None:
            return help_of(row.layer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            group = translated(row.group)
            return translated(row.text) if row.layer is None else f"{row.text}, {group}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.rows[index.row()]
        if row.layer is None:
            return Qt.ItemFlag.ItemIsEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(MIME, self.rows[indexes[0].row()].text.encode())
        return data


class LayerPainter(RowPainter):
    """Paints a head in small capitals, and a layer with the mark of its group."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, 28, parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, Rows)
        return QSize(120, 26 if model.rows[index.row()].layer is None else self.high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, Rows)
        row = model.rows[index.row()]
        area = QRect(option.rect)
        state = option.state
        painter.save()
        if row.layer is None:
            self._head(painter, row, area)
        else:
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            self._layer(painter, row, area, over, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _head(self, painter: QPainter, row: Row, area: QRect) -> None:
        self.write_as_head(painter)
        text = translated(row.text)
        text = text if row.closes else text.upper()
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area.adjusted(4, 0, 0, -6), bottom, text)

    def _layer(self, painter: QPainter, row: Row, area: QRect, over: bool, chosen: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = area.adjusted(0, 1, 0, -1)
        painter.setPen(QColor(self.theme.accent if chosen else self.theme.raised))
        if over and not chosen:
            painter.setPen(QColor(self.theme.line))
        painter.setBrush(QColor(self.theme.raised))
        painter.drawRoundedRect(back, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.group(row.group)))
        sign = QPointF(back.left() + 12.5, back.center().y() + 0.5)
        painter.drawPath(group_sign(row.group).translated(sign))
        painter.setPen(QColor(self.theme.text))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = back.adjusted(24, 0, -4, 0)
        cut, metrics = Qt.TextElideMode.ElideMiddle, painter.fontMetrics()  # names differ at ends
        painter.drawText(room, middle, metrics.elidedText(row.text, cut, int(room.width())))


class List(QListView):
    """The rows; Enter adds the current one."""

    entered_row = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Palette(QWidget):
    """The search field over the list of layers."""

    chosen = Signal(str)  # a layer's name: add it

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "palette", self.tr("Layers"), "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit(self)
        called(self.search, "palette_search", self.tr("Search layers"))
        self.search.setPlaceholderText(self.tr("Search layers"))
        self.search.setClearButtonEnabled(True)
        self.model = Rows(self)
        self.list = List(self)
        called(self.list, "palette_list", self.tr("Layers"))
        self.painter = LayerPainter(theme, self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.painter)
        self.list.setMouseTracking(True)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 2, 4)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 10, 0)  # the width of the list's scroll bar
        row.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self.list)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._add_first)
        self.list.doubleClicked.connect(self._add)
        self.list.entered_row.connect(self._add)
        self.list.clicked.connect(self._toggle)
        self.no_hit = NoHit(self.list, self.search)

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme from now on."""
        self.painter.theme = theme
        self.list.viewport().update()

    def say_again(self, _again: object) -> None:
        """Names the groups in another language."""
        self.list.viewport().update()

    def add_more(self, more: dict[str, type[Layer]]) -> None:
        """Offers the rest of torch.nn under its own head, closed."""
        self.model.add_more(more)

    def _search(self, query: str) -> None:
        self.model.search(query)
        if query.strip() and self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))

    def _add_first(self) -> None:
        if self.search.text().strip() and self.model.rows:
            self._add(self.model.index(0))

    def _add(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.rows[index.row()].layer is not None:
            self.chosen.emit(self.model.rows[index.row()].text)

    def _toggle(self, index: QModelIndex) -> None:
        if self.model.rows[index.row()].closes:
            self.model.toggle()
