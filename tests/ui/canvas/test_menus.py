"""Menus where nothing is, and on the map: the window's own commands with their keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nodegraph.ui.window import MainWindow
from tests.ui.canvas.pointer import RIGHT, Hand

NOTHING = QPoint(30, 400)


@pytest.fixture
def menu(editor: MainWindow, qtbot: QtBot) -> QMenu:
    editor.resize(1500, 1000)
    editor.activateWindow()
    qtbot.waitActive(editor)
    editor.canvas.fit()
    return editor.canvas.menus.menu


def entries(menu: QMenu) -> list[str]:
    return [
        inner.objectName() if (inner := action.menu()) else action.objectName()
        for action in menu.actions()
        if not action.isSeparator()
    ]


def test_on_nothing_it_adds_pastes_tidies_selects_and_looks_around(
    editor: MainWindow, menu: QMenu
) -> None:
    Hand(editor.canvas).click(NOTHING, RIGHT)
    assert menu.isVisible()
    wanted = ["edit.add", "edit.paste", "edit.tidy", "view.fit", "menu_select", "menu_view"]
    assert [name for name in entries(menu) if name in wanted] == wanted
    [add] = [action for action in menu.actions() if action.objectName() == "edit.add"]
    assert add.shortcut().toString() == "Tab"
    menu.close()


def test_its_menu_select_is_the_one_of_the_menu_bar(editor: MainWindow, menu: QMenu) -> None:
    Hand(editor.canvas).click(NOTHING, RIGHT)
    [select] = [a.menu() for a in menu.actions() if a.menu() and "select" in a.menu().objectName()]
    [everything] = [a for a in select.actions() if a.objectName() == "edit.select_all"]
    everything.trigger()
    menu.close()
    nodes = editor.workspace.drawing.graph.nodes
    assert editor.workspace.selection == set(nodes)


def test_the_map_has_a_menu_that_looks_around_and_hides_it(
    editor: MainWindow, menu: QMenu, qtbot: QtBot
) -> None:
    minimap, before = editor.canvas.minimap, editor.canvas.view
    at = minimap.rect().center()
    assert minimap.isVisible()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, minimap.mapToGlobal(at))
    QTest.mousePress(minimap, RIGHT, pos=at)
    QApplication.sendEvent(minimap, event)
    QTest.mouseRelease(minimap, RIGHT, pos=at)
    assert menu.isVisible()
    assert editor.canvas.view == before
    assert entries(menu)[0] == "view.fit"
    [hide] = [action for action in menu.actions() if action.objectName() == "view.minimap"]
    while menu.activeAction() is not hide:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert not minimap.isVisible()
    editor.actions_by_name["view.minimap"].trigger()
    assert minimap.isVisible()
