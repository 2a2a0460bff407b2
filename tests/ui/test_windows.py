"""Several windows of one program: what they share, and what each has for itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits, save
from nodegraph.ui.theme import DARK, LIGHT
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import r0, r1b
from tests.ui.conftest import Answers, child, drawn

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Button = QMessageBox.StandardButton
PATIENCE = 60_000  # ms


def move(window: MainWindow) -> None:
    """One edit in the drawing in front."""
    drawing = edits.move(window.workspace.drawing, {"conv1": Point(9, 9)})
    window.workspace.do("Moved conv1", drawing)


def another(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window that opens by its key."""
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    other = window.windows.front
    assert other is not None
    assert other is not window
    qtbot.waitExposed(other)
    qtbot.waitUntil(other.isActiveWindow)
    return other


def test_a_new_window_has_its_own_drawings_and_closes_alone(
    editor: MainWindow, qtbot: QtBot
) -> None:
    other = another(editor, qtbot)
    assert other.start_page.isVisible()
    other.opening.new()
    assert editor.workspace.drawing.graph.nodes
    assert not other.workspace.drawing.graph.nodes
    assert other.close()
    assert editor.isVisible()
    assert editor.windows.all == [editor]
    qtbot.waitUntil(lambda: not shiboken6.isValid(other))


def test_a_drawing_moves_to_a_new_window_with_all_that_is_its_own(
    editor: MainWindow, qtbot: QtBot
) -> None:
    move(editor)
    editor.workspace.select({"conv2"})
    editor.canvas.zoom_reset()
    page = editor.page
    assert not editor.actions_by_name["window.move"].isEnabled()  # alone it is in a window already
    editor.opening.new()
    editor.pages.show_page(page)
    editor.actions_by_name["window.move"].trigger()
    other = editor.windows.front
    assert other is not None
    assert other.page is page
    assert list(editor.pages) == [editor.page]
    assert page not in list(editor.pages)
    qtbot.waitUntil(other.isActiveWindow)
    assert other.run_bar.isVisible()
    assert other.workspace.selection == {"conv2"}
    assert other.canvas.zoom == 1
    other.canvas.setFocus()
    qtbot.keyClick(other.canvas, Qt.Key.Key_Delete)
    assert "conv2" not in page.workspace.drawing.graph.nodes
    qtbot.keyClick(other, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(other, Qt.Key.Key_Z, CTRL)
    assert page.workspace.drawing.places["conv1"] == Point(180, 0)
    assert editor.windowTitle() == "Network – nodegraph"
    assert other.windowTitle() == "SimpleCnn – nodegraph"
    other.close()


def test_a_run_goes_on_in_the_new_window(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drawing = drawn(r1b(), "Mlp")
    recipe = replace(drawing.recipe, data="digits28", device="cpu", epochs=1000)
    window.workspace.open(replace(drawing, recipe=recipe))
    window.files.opened.emit()
    window.runner.options = Options(runs=tmp_path / "runs")
    page = window.page
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.runner.state is State.RUNNING, timeout=PATIENCE)
    window.opening.new()
    window.pages.show_page(page)
    window.move_to_new_window()
    other = window.windows.front
    assert other is not None
    assert window.actions_by_name["run.stop"].isEnabled() is False
    assert other.actions_by_name["run.stop"].isEnabled()
    other.actions_by_name["run.stop"].trigger()
    qtbot.waitUntil(lambda: page.runner.state is State.IDLE, timeout=PATIENCE)
    other.close()


def test_copies_go_from_one_window_to_another(editor: MainWindow, qtbot: QtBot) -> None:
    editor.canvas.setFocus()
    editor.workspace.select({"conv1", "pool1"})
    qtbot.keyClick(editor.canvas, Qt.Key.Key_C, CTRL)
    other = another(editor, qtbot)
    other.opening.new()
    QTest.keyClick(other.canvas, Qt.Key.Key_V, CTRL)
    assert other.workspace.drawing.graph.nodes.keys() == {"conv1", "pool1"}
    assert editor.workspace.document.undo_label is None
    other.workspace.document.saved(other.workspace.document.settled)
    other.close()


def test_a_file_open_in_another_window_comes_to_the_front_there(
    editor: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "mine.nodegraph"
    save(drawn(r0(), "mine"), file)
    editor.opening.open_file(file)
    other = another(editor, qtbot)
    assert other.opening.open_file(file)
    assert other.page.untouched
    qtbot.waitUntil(editor.isActiveWindow)
    assert editor.workspace.path == file
    other.close()


def test_a_theme_is_for_every_window(editor: MainWindow, qtbot: QtBot) -> None:
    other = another(editor, qtbot)
    for choice, theme in (("light", LIGHT), ("dark", DARK)):
        editor.actions_by_name[f"view.theme.{choice}"].trigger()
        assert other.theme is theme
        assert other.canvas.look.theme is theme
        assert other.actions_by_name[f"view.theme.{choice}"].isChecked()
    other.close()


def test_quitting_asks_for_each_drawing_of_each_window_and_one_refusal_keeps_all(
    editor: MainWindow, qtbot: QtBot, answers: Answers
) -> None:
    move(editor)
    other = another(editor, qtbot)
    other.workspace.open(drawn(r0(), "Other"))
    other.files.opened.emit()
    move(other)
    answers.press(Button.Discard)
    answers.press(Button.Cancel)
    qtbot.keyClick(other, Qt.Key.Key_Q, CTRL)
    assert editor.isVisible()
    assert other.isVisible()
    answers.press(Button.Discard)
    answers.press(Button.Discard)
    other.actions_by_name["file.quit"].trigger()
    assert not editor.isVisible()
    assert editor.windows.all == []
    asked = [told.partition(" has")[0] for told in answers.asked]
    assert asked[:2] == ["Other", "SimpleCnn"]
    assert sorted(asked[2:]) == ["Other", "SimpleCnn"]


def test_a_window_opens_without_a_mistake_after_torch_has_loaded(
    editor: MainWindow, qtbot: QtBot
) -> None:
    editor.windows.take_torch(lambda *_: None, "cpu")
    other = another(editor, qtbot)  # an exception in a slot fails the test
    assert other.start_page.isVisible()
    other.opening.new()
    assert child(other, "device").accessibleName().startswith("Computed on CPU")


def test_a_window_beside_one_that_fills_the_screen_ends_on_the_screen(
    editor: MainWindow, qtbot: QtBot
) -> None:
    room = editor.screen().availableGeometry()
    editor.move(room.topLeft())
    editor.resize(editor.width(), room.height())
    other = another(editor, qtbot)
    assert other.geometry().bottom() <= room.bottom()
