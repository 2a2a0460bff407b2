"""A field over a list: what is typed narrows the list, and the keys of the field walk it.

The search for layers and that for commands are made of these. The field keeps the keyboard the
whole time, so the list is walked, chosen from and left without a change of focus.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nodegraph.ui.sheet import HEAD_PX
from nodegraph.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class SearchField(QLineEdit):
    """Where the query is typed; keys that mean the list are told."""

    pressed = Signal(int, object)  # a key and its modifiers
    abandoned = Signal()  # the keyboard went elsewhere
    STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
    MOVES = (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
    )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # while typing, no key means a command of the window
                return True
            sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.text()
            if event.type() == QEvent.Type.KeyPress and (event.key() in self.MOVES or sideways):
                self.pressed.emit(event.key(), event.modifiers())
                return True
        return bool(super().event(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in self.STAYS:
            self.abandoned.emit()


class Listed(QAbstractListModel, Generic[Row]):
    """What is listed now; what is told of a row is the subclass's to say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Lists exactly these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The row at an index; None for the index of none."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)


class RowPainter(QStyledItemDelegate):
    """Rows of one height in a theme's colours; what stands in them is the subclass's to paint."""

    def __init__(self, theme: Theme, high: int, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self.high = theme, high  # px

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.high)

    def paint_current(self, painter: QPainter, area: QRect, takes: bool = True) -> None:
        """The ground of the current row, with a bar at its left where Enter takes it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.raised))
        painter.drawRoundedRect(area, 6, 6)
        if takes:
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(area.left(), area.top() + 5, 3, area.height() - 10, 1, 1)

    def write_as_head(self, painter: QPainter) -> None:
        """What is written from now on is a head's: small, bold and muted."""
        font = QFont(painter.font())
        font.setPixelSize(HEAD_PX)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))


class SearchList(QListView):
    """What was found, walked by the keys of the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def go_to(self, at: int, way: int = 1) -> None:
        """Makes a row current, or the next one that way which can be."""
        model = self.model()
        while 0 <= at < model.rowCount():
            index = model.index(at, 0)
            if model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return
            at += way

    def walk(self, key: int) -> bool:
        """Goes where a key leads; False for a key that leads nowhere."""
        page = max(1, self.height() // max(1, self.sizeHintForRow(0)) - 1)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        last = self.model().rowCount() - 1
        self.go_to(max(0, min(self.currentIndex().row() + step, last)), 1 if step > 0 else -1)
        return True
