"""Every command in one list that is searched by a few letters: a popup over its window.

It ranks as the search for layers does. What can't be used now is listed dim, so that one finds
where it is, and does nothing. The commands asked for last come first.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nodegraph.ui.commands.keys import Keys
from nodegraph.ui.commands.rows import CommandRow, found, rows
from nodegraph.ui.no_hit import NoHit
from nodegraph.ui.search_list import Index, Listed, RowPainter, SearchField, SearchList
from nodegraph.ui.settings import Settings
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme

WIDE, HIGH, ROW, TOP = 600, 420, 28, 64  # px
RECENT = 8  # commands kept
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandPalette(QFrame):
    """Made anew each time it is opened: commands and their states are those of that moment."""

    def __init__(
        self,
        keys: Keys,
        actions: Mapping[str, QAction],
        settings: Settings,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        called(self, "command_palette", self.tr("Commands"))
        self._window, self._actions, self._settings = window, actions, settings
        self._rows = rows(actions, keys)
        self._recent = settings.get("commands.recent").split()
        self._before: QWidget | None = QApplication.focusWidget()
        self.field = SearchField(self)
        called(self.field, "command_field", self.tr("Search commands"))
        self.field.setPlaceholderText(self.tr("Search commands"))
        self.listed = Commands(self)
        self.list = SearchList(self)
        called(self.list, "command_list", self.tr("Commands found"))
        self.list.setModel(self.listed)
        self.list.setItemDelegate(CommandPainter(theme, ROW, self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._search)
        self.field.pressed.connect(self._press)
        self.field.abandoned.connect(self._leave)
        self.list.clicked.connect(self._run)
        self.no_hit = NoHit(self.list, self.field)
        self._search("")

    def open(self) -> None:
        """Shows it over its window, with the field focused."""
        room = self._window.rect()
        wide, high = min(WIDE, room.width() - 32), min(HIGH, room.height() - 2 * TOP)
        self.setGeometry((room.width() - wide) // 2, TOP, wide, high)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def row(self) -> CommandRow | None:
        """The current command."""
        return self.listed.row(self.list.currentIndex())

    def _search(self, query: str) -> None:
        self.listed.show_rows(found(query, self._rows, self._recent))
        self.list.go_to(0)
        self._tell_current()

    def _tell_current(self) -> None:
        # The field keeps the focus, so it is the field that a screen reader reads.
        row = self.row()
        self.field.setAccessibleDescription(_told(row) if row else "")

    def _press(self, key: int, _modifiers: Qt.KeyboardModifier) -> None:
        if self.list.walk(key):
            self._tell_current()
        elif key == Qt.Key.Key_Escape:
            self._close()
        elif key in ENTER:
            self._run()

    def _run(self) -> None:
        row = self.row()
        if row is None or not row.enabled:
            return
        name = row.command.name
        kept = [name, *(other for other in self._recent if other != name)][:RECENT]
        self._settings.set("commands.recent", " ".join(kept))
        self._close()
        self._actions[name].trigger()

    def _close(self) -> None:
        """Closes it, and whoever had the keys has them again: the command may be for them."""
        self.field.abandoned.disconnect(self._leave)
        self._leave()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _leave(self) -> None:
        self.hide()
        self.deleteLater()


class Commands(Listed[CommandRow]):
    """What is listed now."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _told(row)
        return None


class CommandPainter(RowPainter):
    """Paints a command, its menu, and its key in a box at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, Commands)
        row, theme = model.rows[index.row()], self.theme
        area = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            self.paint_current(painter, area, row.enabled)
        painter.setOpacity(1.0 if row.enabled else 0.45)
        level, metrics = Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics()
        inside = area.adjusted(14, 0, -10, 0)
        if row.key:
            wide = metrics.horizontalAdvance(row.key) + 14
            box = area.adjusted(area.width() - wide - 10, 3, -10, -3)
            painter.setPen(QColor(theme.line))
            painter.setBrush(QColor(theme.field))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(theme.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.key)
            inside.setRight(box.left() - 12)
        painter.setPen(QColor(theme.text))
        painter.drawText(inside, level | Qt.AlignmentFlag.AlignLeft, row.text)
        inside.setLeft(inside.left() + metrics.horizontalAdvance(row.text) + 16)
        painter.setPen(QColor(theme.muted))
        menu = metrics.elidedText(row.menu, Qt.TextElideMode.ElideRight, max(0, inside.width()))
        painter.drawText(inside, level | Qt.AlignmentFlag.AlignRight, menu)
        painter.restore()


def _told(row: CommandRow) -> str:
    """A row in one line, as a screen reader reads it."""
    return ", ".join(filter(None, (row.text, row.menu, row.key)))
