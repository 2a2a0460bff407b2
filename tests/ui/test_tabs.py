"""Several drawings in tabs, each with a history, a selection, a view and a run of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox, QTabBar
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits, save
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import r0, r1b
from tests.ui.conftest import Answers, child, drawn

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Button = QMessageBox.StandardButton
PATIENCE = 60_000  # ms


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three drawings on disk."""
    made = [tmp_path / f"{name}.nodegraph" for name in ("one", "two", "three")]
    for file in made:
        save(drawn(r0(), file.stem), file)
    return made


@pytest.fixture
def three(window: MainWindow, files: list[Path]) -> MainWindow:
    """A window with the three opened, the last in front."""
    for file in files:
        window.opening.open_file(file)
    return window


def titles(window: MainWindow) -> list[str]:
    """What the tabs say, from left to right."""
    return [window.pages.tabs.tabText(at) for at in range(window.pages.tabs.count())]


def click(window: MainWindow, at: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """A click on a tab."""
    QTest.mouseClick(window.pages.tabs, button, pos=window.pages.tabs.tabRect(at).center())


def move(window: MainWindow, x: float = 9) -> None:
    """One edit in the drawing in front."""
    drawing = edits.move(window.workspace.drawing, {"conv1": Point(x, 9)})
    window.workspace.do("Moved conv1", drawing)


def close_button(tabs: QTabBar, at: int) -> QAbstractButton:
    """The button in a tab that closes it."""
    for side in (QTabBar.ButtonPosition.RightSide, QTabBar.ButtonPosition.LeftSide):
        found = tabs.tabButton(at, side)
        if isinstance(found, QAbstractButton):
            return found
    raise AssertionError("no close button")


def test_the_start_page_stands_without_tabs(window: MainWindow) -> None:
    assert not window.pages.strip.isVisible()
    assert len(window.pages) == 1  # only one page is made at the start


def test_a_file_opens_in_place_of_an_empty_drawing_and_the_next_in_a_tab(
    three: MainWindow, files: list[Path]
) -> None:
    assert titles(three) == ["one", "two", "three"]
    assert three.workspace.path == files[2]
    assert three.windowTitle() == "three – nodegraph"


def test_new_is_a_tab_unless_an_empty_one_is_there(three: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(three, Qt.Key.Key_N, CTRL)
    assert len(three.pages) == 4
    click(three, 0)
    qtbot.keyClick(three, Qt.Key.Key_N, CTRL)
    assert len(three.pages) == 4
    assert three.page is three.pages[3]


def test_a_file_that_is_open_already_comes_to_the_front(
    three: MainWindow, files: list[Path]
) -> None:
    move(three)
    three.opening.open_file(files[0])
    assert len(three.pages) == 3
    assert three.workspace.path == files[0]


def test_a_click_shows_the_drawing_and_each_keeps_history_selection_and_view(
    three: MainWindow, qtbot: QtBot
) -> None:
    third = three.page
    move(three)
    three.workspace.select({"conv2"})
    three.canvas.zoom_reset()
    click(three, 0)
    assert three.page is three.pages[0]
    assert not three.actions_by_name["edit.undo"].isEnabled()
    assert three.workspace.selection == frozenset()
    assert child(three.page, "status_zoom").text() != "100 %"
    qtbot.keyClick(three, Qt.Key.Key_Z, CTRL)
    assert third.workspace.drawing.places["conv1"] == Point(9, 9)
    click(three, 2)
    assert three.page is third
    assert three.actions_by_name["edit.undo"].text() == "Undo: Moved conv1"
    assert three.workspace.selection == {"conv2"}
    assert three.canvas.zoom == 1
    assert three.canvas.hasFocus()
    qtbot.keyClick(three, Qt.Key.Key_Z, CTRL)
    assert three.workspace.drawing.places["conv1"] == Point(180, 0)


def test_ctrl_tab_goes_round(three: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(three, Qt.Key.Key_Tab, CTRL)
    assert three.page is three.pages[0]
    qtbot.keyClick(three, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert three.page is three.pages[2]
    qtbot.keyClick(three, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert three.page is three.pages[1]


def test_a_dot_says_that_it_is_not_saved(three: MainWindow) -> None:
    move(three)
    assert titles(three) == ["one", "two", "three •"]
    assert three.pages.tabs.accessibleTabName(2) == "three · not saved"
    click(three, 0)
    assert titles(three) == ["one", "two", "three •"]
    three.pages[2].undo()
    assert titles(three) == ["one", "two", "three"]


def test_ctrl_w_closes_and_the_last_leaves_the_start_page(three: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(three, Qt.Key.Key_W, CTRL)
    assert titles(three) == ["one", "two"]
    assert three.page is three.pages[1]
    qtbot.keyClick(three, Qt.Key.Key_W, CTRL)
    qtbot.keyClick(three, Qt.Key.Key_W, CTRL)
    assert three.start_page.isVisible()
    assert not three.pages.strip.isVisible()
    assert len(three.pages) == 1
    assert three.page.untouched
    qtbot.keyClick(three, Qt.Key.Key_W, CTRL)
    assert three.start_page.isVisible()


def test_the_middle_button_and_the_cross_close_a_tab_behind(three: MainWindow) -> None:
    front = three.page
    click(three, 1, Qt.MouseButton.MiddleButton)
    assert titles(three) == ["one", "three"]
    assert three.page is front
    QTest.mouseClick(close_button(three.pages.tabs, 0), Qt.MouseButton.LeftButton)
    assert titles(three) == ["three"]
    assert three.page is front


def test_closing_asks_for_what_is_not_saved_and_shows_it(
    three: MainWindow, answers: Answers
) -> None:
    move(three)
    unsaved = three.page
    click(three, 0)
    answers.press(Button.Cancel)
    click(three, 2, Qt.MouseButton.MiddleButton)
    assert three.page is unsaved
    assert len(three.pages) == 3
    answers.press(Button.Discard)
    click(three, 2, Qt.MouseButton.MiddleButton)
    assert titles(three) == ["one", "two"]
    assert answers.asked == ["three has changes that are not saved. Save them first?"] * 2


def test_closing_the_window_asks_for_each_and_one_refusal_keeps_all(
    three: MainWindow, answers: Answers
) -> None:
    for at in (0, 2):
        click(three, at)
        move(three)
    answers.press(Button.Discard)
    answers.press(Button.Cancel)
    assert not three.close()
    assert len(three.pages) == 3
    assert titles(three) == ["one •", "two", "three •"]
    answers.press(Button.Save)
    answers.press(Button.Discard)
    assert three.close()
    assert [told.partition(" has")[0] for told in answers.asked] == ["one", "three"] * 2


def test_tabs_are_dragged_into_another_order(three: MainWindow, qtbot: QtBot) -> None:
    tabs, front = three.pages.tabs, three.page
    start, end = tabs.tabRect(2).center(), tabs.tabRect(0).center() - QPoint(8, 0)
    QTest.mousePress(tabs, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 21):
        QTest.mouseMove(tabs, start + (end - start) * step / 20)
        QTest.qWait(1)
    QTest.mouseRelease(tabs, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: titles(three) == ["three", "one", "two"])
    assert three.page is front is three.pages[0]
    click(three, 2)
    assert three.workspace.path is not None
    assert three.workspace.path.stem == "two"


def test_a_click_on_the_tab_comes_back_from_the_start_page(three: MainWindow) -> None:
    three.show_start_page()
    assert not three.toolbar.isVisible()
    assert three.pages.strip.isVisible()
    click(three, 2)
    assert three.canvas.isVisible()
    assert three.windowTitle() == "three – nodegraph"


def test_copies_go_from_one_tab_to_another(three: MainWindow, qtbot: QtBot) -> None:
    three.canvas.setFocus()
    three.workspace.select({"conv1", "pool1"})
    qtbot.keyClick(three.canvas, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(three, Qt.Key.Key_N, CTRL)
    qtbot.keyClick(three.canvas, Qt.Key.Key_V, CTRL)
    assert three.workspace.drawing.graph.nodes.keys() == {"conv1", "pool1"}
    assert three.pages[2].workspace.document.undo_label is None


def test_the_parts_keep_their_room_from_tab_to_tab(three: MainWindow) -> None:
    three.editor.columns.setSizes([300, 900, 400])
    wide = three.editor.columns.sizes()
    click(three, 0)
    assert three.editor.columns.sizes() == wide


def test_the_context_menu_of_a_tab_is_for_that_tab(three: MainWindow, qtbot: QtBot) -> None:
    at = three.pages.tabs.tabRect(1).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, three.pages.tabs.mapToGlobal(at))
    QApplication.sendEvent(three.pages.tabs, event)
    assert three.page is three.pages[1]
    menu = child(three, "tab_menu", QMenu)
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == ["file.save", "file.close", "window.move"]
    menu.close()
    qtbot.waitUntil(lambda: three.findChild(QMenu, "tab_menu") is None)


def test_several_files_dropped_open_in_tabs(
    window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle, copy = QPointF(window.rect().center()), Qt.DropAction.CopyAction
    over = QDragEnterEvent(middle.toPoint(), copy, data, left, none)
    QApplication.sendEvent(window, over)
    assert over.isAccepted()
    QApplication.sendEvent(window, QDropEvent(middle, copy, data, left, none))
    qtbot.waitUntil(lambda: titles(window) == ["one", "two", "three"])


def test_each_tab_trains_by_itself_and_says_so(
    three: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    drawing = drawn(r1b(), "Mlp")
    recipe = replace(drawing.recipe, data="digits28", device="cpu", epochs=1000)
    three.opening.new()
    three.workspace.open(replace(drawing, recipe=recipe))
    three.files.opened.emit()
    three.runner.options = Options(runs=tmp_path / "runs")
    training = three.page
    qtbot.keyClick(three, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: training.runner.state is State.RUNNING, timeout=PATIENCE)
    assert titles(three)[3] == "▶ Mlp"
    bar = three.run_bar
    click(three, 0)
    assert titles(three)[3] == "▶ Mlp"
    assert three.run_bar is not bar
    assert three.run_bar.isVisible()
    assert not bar.isVisible()
    assert three.actions_by_name["run.train"].isEnabled()
    answers.press(Button.Cancel)
    click(three, 3, Qt.MouseButton.MiddleButton)
    assert three.page is training
    assert bar.isVisible()
    answers.press(Button.Yes)
    click(three, 3, Qt.MouseButton.MiddleButton)
    assert titles(three) == ["one", "two", "three"]
    assert training.runner.state is State.IDLE
    assert answers.asked[0].startswith("Mlp is still training.")
