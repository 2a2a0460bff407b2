"""A list of ports that opens over a panel: type to narrow it, Enter to take one, Esc to leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from nodegraph.graph import Port
from nodegraph.ui.no_hit import NoHit
from nodegraph.ui.search_list import SearchField, SearchList
from nodegraph.ui.style import called

SIZE = (260, 280)  # px
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PortList(QFrame):
    """Offers ports by their words; gone when one is taken, or at a click beside it."""

    chosen = Signal(object)  # the Port

    def __init__(self, title: str, words: Sequence[str], ports: Sequence[Port], parent: QWidget):
        super().__init__(parent, Qt.WindowType.Popup)
        called(self, "port_list", title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ports = ports
        self.search = SearchField(self)
        called(self.search, "port_search", title)
        self.search.setPlaceholderText(title)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(QStringListModel(list(words), self))
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = SearchList(self)
        called(self.list, "port_rows", title)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setModel(self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.resize(*SIZE)
        self.search.textChanged.connect(self._narrow)
        self.search.pressed.connect(self._press)
        self.list.clicked.connect(self._take)
        self.no_hit = NoHit(self.list, self.search)
        self._narrow("")

    def open_at(self, at: QPoint) -> None:
        """Shows it with its upper left corner there, or where the screen has room."""
        room = self.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        y = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        self.list.go_to(0)

    def _press(self, key: int, _modifiers: Qt.KeyboardModifier) -> None:
        if self.list.walk(key):
            return
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in TAKES:
            self._take(self.list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            port = self._ports[self._found.mapToSource(index).row()]
            self.close()
            self.chosen.emit(port)
