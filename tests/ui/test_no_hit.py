"""A search without a hit says so and offers to clear it, in every list that is searched."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nodegraph.ui.commands.keys_dialog import KeysDialog
from nodegraph.ui.commands.palette import CommandPalette
from nodegraph.ui.no_hit import NoHit
from nodegraph.ui.window import MainWindow
from tests.ui.conftest import child

Searched = tuple[QLineEdit, NoHit]


def palette(window: MainWindow) -> Searched:
    found = window.palette_panel
    return found.search, found.no_hit


def popup(window: MainWindow) -> Searched:
    window.canvas.adding.here()
    found = window.canvas.adding.popup
    return found.field, found.no_hit


def commands(window: MainWindow) -> Searched:
    window.guide.open_palette()
    found = child(window, "command_palette", CommandPalette)
    return found.field, found.no_hit


def keys(window: MainWindow) -> Searched:
    window.guide.open_keys()
    found = child(window, "keys_dialog", KeysDialog)
    return found.search, found.no_hit


@pytest.mark.parametrize("search", [palette, popup, commands, keys])
def test_a_search_without_a_hit_says_so_and_is_cleared_by_a_click(
    editor: MainWindow, qtbot: QtBot, search: Callable[[MainWindow], Searched]
) -> None:
    field, no_hit = search(editor)
    field.setFocus()
    QTest.keyClicks(field, "zzqq")
    assert no_hit.isVisible()
    assert no_hit.words.text() == "Nothing is called “zzqq”"
    qtbot.mouseClick(no_hit.button, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not no_hit.isVisible()
    assert rows(no_hit) > 10
    assert field.window().focusWidget() is field
    dialog = field.window()
    if dialog is not editor:
        dialog.close()
    else:
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_words_follow_what_is_typed(editor: MainWindow) -> None:
    field, no_hit = palette(editor)
    QTest.keyClicks(field, "convq")
    assert no_hit.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert not no_hit.isVisible()
    QTest.keyClicks(field, "xx")
    assert no_hit.words.text() == "Nothing is called “convxx”"


def rows(no_hit: NoHit) -> int:
    view: QWidget = no_hit.parentWidget().parentWidget()
    return view.model().rowCount()  # type: ignore[attr-defined]
