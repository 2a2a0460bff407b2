"""A list walked by the keys of the field over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nodegraph.ui.search_list import Index, Listed, RowPainter, SearchField, SearchList
from nodegraph.ui.theme import LIGHT

Key = Qt.Key
ROW = 20  # px


class Words(Listed[str]):
    """Words, of which heads in capitals can't be chosen."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.row(index) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if (self.row(index) or "").isupper():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Search(QWidget):
    def __init__(self, rows: list[str]) -> None:
        super().__init__()
        self.field, self.list, self.words = SearchField(self), SearchList(self), Words(self)
        self.list.setModel(self.words)
        self.list.setItemDelegate(RowPainter(LIGHT, ROW, self.list))
        self.words.show_rows(rows)
        self.list.setFixedHeight(5 * ROW)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.pressed.connect(lambda key, _modifiers: self.list.walk(key))

    def press(self, key: Key) -> str | None:
        QTest.keyClick(self.field, key)
        return self.words.row(self.list.currentIndex())


@pytest.fixture
def search(qtbot: QtBot) -> Search:
    made = Search(["HEAD", *"abc", "MORE", *"defghij"])
    qtbot.addWidget(made)
    made.show()
    made.list.go_to(0)
    return made


def test_it_begins_at_the_first_row_that_can_be_chosen(search: Search) -> None:
    assert search.words.row(search.list.currentIndex()) == "a"


@pytest.mark.parametrize(
    ("down", "up"), [(Key.Key_Down, Key.Key_Up), (Key.Key_Tab, Key.Key_Backtab)]
)
def test_keys_walk_over_what_cannot_be_chosen(search: Search, down: Key, up: Key) -> None:
    assert [search.press(down) for _ in range(3)] == ["b", "c", "d"]
    assert [search.press(up) for _ in range(3)] == ["c", "b", "a"]


def test_a_page_is_one_row_less_than_is_seen(search: Search) -> None:
    search.list.go_to(5)
    assert search.press(Key.Key_PageDown) == "h"
    assert search.press(Key.Key_PageUp) == "d"


def test_the_ends_hold(search: Search) -> None:
    assert search.press(Key.Key_Up) == "a"
    search.press(Key.Key_PageDown)
    search.press(Key.Key_PageDown)
    assert search.press(Key.Key_PageDown) == search.press(Key.Key_Down) == "j"


def test_an_empty_list_has_no_current_row(search: Search) -> None:
    search.words.show_rows([])
    assert search.press(Key.Key_Down) is None


def test_enter_and_escape_do_not_walk(search: Search) -> None:
    assert not search.list.walk(Key.Key_Return)
    assert not search.list.walk(Key.Key_Escape)
