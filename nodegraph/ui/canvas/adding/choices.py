"""The rows of the add popup as a list, painted by a delegate: no widget for each layer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from nodegraph.ui.canvas.adding.rows import RECENT, Row
from nodegraph.ui.group_signs import group_sign
from nodegraph.ui.language import translated
from nodegraph.ui.search_list import Index, Listed, RowPainter
from nodegraph.ui.theme import Theme


class Choices(Listed[Row]):
    """What is listed now."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.shown, translated(row.note))))
        if role == Qt.ItemDataRole.ToolTipRole and not row.fits:
            return translated(row.note)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].text == RECENT:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ChoicePainter(RowPainter):
    """Paints a layer with its group's mark and its port, and heads in small capitals."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, 26, parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, Choices)
        row, area = model.rows[index.row()], QRect(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            self.paint_current(painter, area)
        if row.kind == "head":
            self._head(painter, row, area)
        else:
            self._choice(painter, row, area)
        painter.restore()

    def _head(self, painter: QPainter, row: Row, area: QRect) -> None:
        self.write_as_head(painter)
        sign = {None: "", True: "▾  ", False: "▸  "}[row.opened]
        level = Qt.AlignmentFlag.AlignVCenter
        inside = area.adjusted(12, 0, -10, 0)
        head = sign + row.shown.upper()
        painter.drawText(inside, level | Qt.AlignmentFlag.AlignLeft, head)
        painter.drawText(inside, level | Qt.AlignmentFlag.AlignRight, row.note)

    def _choice(self, painter: QPainter, row: Row, area: QRect) -> None:
        level = Qt.AlignmentFlag.AlignVCenter
        inside = area.adjusted(24, 0, -10, 0)
        if row.layer is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.group(row.group)))
            middle = QPointF(area.left() + 14.5, area.center().y() + 0.5)
            painter.drawPath(group_sign(row.group).translated(middle))
        painter.setPen(QColor(self.theme.text if row.fits and row.layer else self.theme.muted))
        painter.drawText(inside, level | Qt.AlignmentFlag.AlignLeft, row.shown)
        metrics = painter.fontMetrics()
        room = inside.width() - metrics.horizontalAdvance(row.shown) - 12
        note = metrics.elidedText(translated(row.note), Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(inside, level | Qt.AlignmentFlag.AlignRight, note)
