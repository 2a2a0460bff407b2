"""The popup that searches layers: a field, what it finds, and a card of what would be placed.

The field keeps the focus the whole time; its keys move through the list. It is a child of the
canvas and not a window, so that it opens at once and never loses the keyboard to a desktop.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from nodegraph.layers import all_layers
from nodegraph.layers.search import Habits
from nodegraph.ui.canvas.adding.choices import ChoicePainter, Choices
from nodegraph.ui.canvas.adding.preview import Preview
from nodegraph.ui.canvas.adding.rows import Row, listed
from nodegraph.ui.canvas.adding.spots import Spot
from nodegraph.ui.language import translated
from nodegraph.ui.no_hit import NoHit
from nodegraph.ui.search_list import SearchField, SearchList
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme

WIDE, HIGH, LIST = 580, 400, 310  # px
BESIDE = 16  # px by which the popup's corner is off the pointer
GHOST = QSize(176, 64)  # px around the pointer that the node to be placed may take


class AddPopup(QFrame):
    """Opens for a spot; says which row was chosen, and how."""

    chosen = Signal(object, object)  # the row, and the modifiers held with Enter; None: a click
    current = Signal(object)  # the row that Enter would place now, or None
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "add_popup", self.tr("Add a layer"))
        self.spot: Spot | None = None
        self._room = parent
        self._habits = Habits()
        self._opened: set[str] = set()
        self._everything = False
        self.field = SearchField(self)
        called(self.field, "add_field", self.tr("Search layers"))
        self.field.setPlaceholderText(self.tr("Search layers, or type: conv 64 3 s2"))
        self.choices = Choices(self)
        self.list = SearchList(self)
        called(self.list, "add_list", self.tr("Layers found"))
        self.painter = ChoicePainter(theme, self.list)
        self.preview = Preview(theme, self)
        self.hint = QLabel(self)
        called(self.hint, "add_hint", self.tr("Keys"), "muted")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.field)  # a click on the popup leaves the keys where they are
        self._make_list()
        self._arrange()
        self.set_theme(theme)
        self.field.textEdited.connect(self._search_anew)
        self.field.pressed.connect(self._press)
        self.field.abandoned.connect(self.close_popup)
        self.hide()

    def _make_list(self) -> None:
        self.list.setModel(self.choices)
        self.list.setItemDelegate(self.painter)
        self.list.setVerticalScrollMode(SearchList.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._click)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.no_hit = NoHit(self.list, self.field)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.preview, 1)
        self.list.setFixedWidth(LIST)
        column.addLayout(row, 1)
        column.addWidget(self.hint)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.painter.theme = self.preview.theme = theme
        self.setStyleSheet(
            f"#add_popup {{ background: {theme.panel}; border: 1px solid {theme.line};"
            f" border-radius: 9px; }} #add_list {{ background: transparent; border: none; }}"
            f" #add_preview {{ border-left: 1px solid {theme.line}; }}"
            f" #add_field {{ padding: 7px 10px; }}"
        )
        self._show_current()

    # Opening and closing

    def open_at(self, spot: Spot, at: QPoint, habits: Habits, hint: str) -> None:
        """Opens beside a point of the parent, with the field focused."""
        self.spot, self._habits = spot, habits
        self._opened, self._everything = set(), False
        self.hint.setText(hint)
        self.field.clear()
        self._stand_by(at)
        self._search()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_popup(self) -> None:
        """Closes it; nothing was chosen."""
        if self.spot is not None:
            self.spot = None
            self.hide()
            self.closed.emit()

    def _stand_by(self, at: QPoint) -> None:
        # Below, above, right or left of what would be placed there: the ghost stays in sight.
        room = self._room.rect().adjusted(8, 8, -8, -8)
        box = QRect(0, 0, min(WIDE, room.width()), min(HIGH, room.height()))
        left = max(room.left(), min(at.x() - BESIDE, room.right() - box.width()))
        top = max(room.top(), min(at.y() - BESIDE, room.bottom() - box.height()))
        corners = (
            QPoint(left, at.y() + GHOST.height()),
            QPoint(left, at.y() - GHOST.height() - box.height()),
            QPoint(at.x() + GHOST.width(), top),
            QPoint(at.x() - GHOST.width() - box.width(), top),
        )
        places = [box.translated(corner) for corner in corners]
        seen = (place for place in places if room.contains(place))
        self.setGeometry(next(seen, box.translated(left, top)))

    # What is listed

    def _search_anew(self) -> None:
        self._everything = False
        self._search()

    def _search(self, keep: int = 0) -> None:
        assert self.spot is not None
        query, layers = self.field.text(), all_layers()
        rows = listed(query, layers, self.spot, self._habits, self._opened, self._everything)
        self.choices.show_rows(rows)
        self.list.go_to(keep)
        if not rows:
            self._show_current()

    def row(self) -> Row | None:
        """The current row."""
        return self.choices.row(self.list.currentIndex())

    def _show_current(self) -> None:
        if self.spot is not None:
            row = self.row()
            # The field keeps the focus, so it is the field that a screen reader reads.
            words = f"{row.shown}, {translated(row.note)}" if row else ""
            self.field.setAccessibleDescription(words)
            self.preview.show_row(row, self.spot)
            self.current.emit(row)

    # Keys and clicks

    def _press(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        if self.list.walk(key):
            return
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._open_group(key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Escape:
            self.close_popup()
        else:
            self._choose(modifiers)

    def _click(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._choose(None)

    def _choose(self, modifiers: Qt.KeyboardModifier | None) -> None:
        row = self.row()
        if row is None:
            return
        if row.kind == "head":
            self._open_group(not row.opened)
        elif row.kind == "all":
            self._everything = True
            self._search(self.list.currentIndex().row())
        elif not row.told.wrong:
            self.chosen.emit(row, modifiers)

    def _open_group(self, wanted: bool) -> None:
        row = self.row()
        if row is None or not row.group:
            return
        (self._opened.add if wanted else self._opened.discard)(row.group)
        self._search()
        heads = [n for n, r in enumerate(self.choices.rows) if r.kind == "head"]
        at = next((n for n in heads if self.choices.rows[n].group == row.group), 0)
        self.list.go_to(at)
