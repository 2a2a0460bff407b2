"""The window's commands for looking around, each by its key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from nodegraph.ui.canvas.looking import visited
from nodegraph.ui.settings import Settings
from nodegraph.ui.window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_the_minimap_is_hidden_by_its_key_and_stays_so(
    editor: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    editor.resize(1600, 1000)
    minimap = editor.canvas.minimap
    assert minimap.isVisible()
    qtbot.keyClick(editor.canvas, Qt.Key.Key_M, CONTROL_SHIFT)
    assert not minimap.isVisible()
    other = MainWindow(settings)
    qtbot.addWidget(other)
    assert not other.canvas.minimap.wanted
    qtbot.keyClick(editor.canvas, Qt.Key.Key_M, CONTROL_SHIFT)
    assert minimap.isVisible()
    assert settings.get("minimap") == "shown"


def test_alt_with_an_arrow_goes_to_the_view_before_and_after(
    editor: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    canvas, start = editor.canvas, visited.monotonic()
    first = canvas.view
    monkeypatch.setattr(visited, "monotonic", lambda: start + 10)
    canvas.zoom_at(QPointF(100, 100), 2)
    second = canvas.view
    qtbot.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert canvas.view.is_near(first)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert canvas.view.is_near(second)


def test_the_buttons_of_the_mouse_go_there_too(
    editor: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    canvas, start = editor.canvas, visited.monotonic()
    first = canvas.view
    monkeypatch.setattr(visited, "monotonic", lambda: start + 10)
    canvas.scroll_by(400, 0)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.BackButton)
    assert canvas.view.is_near(first)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.ForwardButton)
    assert not canvas.view.is_near(first)


def test_home_shows_all_and_again_the_view_before(editor: MainWindow, qtbot: QtBot) -> None:
    canvas = editor.canvas
    canvas.zoom_at(QPointF(100, 100), 2)
    before = canvas.view
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.visible_area().contains(canvas.graph_scene.content())
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.view.is_near(before)


def test_another_drawing_has_no_view_before(editor: MainWindow) -> None:
    editor.canvas.visited.leave()
    editor.canvas.scroll_by(500, 0)
    editor.workspace.open(editor.workspace.drawing)
    assert not editor.canvas.visited.back()
