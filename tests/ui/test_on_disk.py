"""A file that another program writes or takes away while its drawing is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point, edits, load, save
from nodegraph.document.writing import text_of
from nodegraph.ui.on_disk import CALM
from nodegraph.ui.window import MainWindow
from tests.networks import r0
from tests.ui.conftest import Answers, child, drawn

Button = QMessageBox.StandardButton
LONG = 5 * CALM  # ms in which it would have been noticed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A drawing on disk."""
    made = tmp_path / "mine.nodegraph"
    save(drawn(r0(), "mine"), made)
    return made


@pytest.fixture
def opened(window: MainWindow, file: Path) -> MainWindow:
    """The window with that file open."""
    window.opening.open_file(file)
    return window


def theirs(file: Path, x: float = 77) -> Drawing:
    """Another program's edit, written as programs do: a new file in place of the old."""
    drawing = edits.move(load(file), {"conv1": Point(x, 7)})
    fresh = file.with_suffix(".new")
    fresh.write_text(text_of(drawing), encoding="utf-8")
    os.replace(fresh, file)
    return drawing


def mine(window: MainWindow) -> Drawing:
    """One edit here."""
    drawing = edits.move(window.workspace.drawing, {"conv2": Point(5, 5)})
    window.workspace.do("Moved conv2", drawing)
    return drawing


def words(window: MainWindow) -> str:
    """What the line over the canvas says; empty while there is none."""
    label = child(window.page, "on_disk_words", QLabel)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def press(window: MainWindow, name: str) -> None:
    """A click on a button of the line."""
    button = child(window.page, f"on_disk_{name}", QPushButton)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def noticed(qtbot: QtBot, window: MainWindow) -> None:
    """Waits for the line."""
    qtbot.waitUntil(lambda: bool(words(window)), timeout=10_000)


def test_the_keys_stay_with_the_canvas_when_the_line_goes(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.canvas.setFocus()
    theirs(file)
    noticed(qtbot, opened)
    press(opened, "reload")
    assert opened.canvas.hasFocus()


def test_a_change_is_noticed_and_reloaded_as_one_step(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    kept = mine(opened)
    wanted = theirs(file)
    noticed(qtbot, opened)
    assert words(opened) == "mine.nodegraph was changed on disk by another program."
    assert opened.workspace.drawing is kept  # nothing is read anew unasked
    assert QApplication.activeModalWidget() is None
    press(opened, "reload")
    assert text_of(opened.workspace.drawing) == text_of(wanted)
    assert not words(opened)
    assert not opened.workspace.document.dirty
    assert opened.workspace.document.undo_label == "Reloaded mine.nodegraph"
    opened.page.undo()
    assert opened.workspace.drawing is kept
    assert opened.workspace.document.dirty


def test_a_second_change_is_noticed_too(opened: MainWindow, qtbot: QtBot, file: Path) -> None:
    for x in (11, 22):
        theirs(file, x)
        noticed(qtbot, opened)
        press(opened, "reload")
        assert opened.workspace.drawing.places["conv1"] == Point(x, 7)


def test_keeping_mine_is_unsaved_and_saves_without_a_question(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    before = opened.workspace.drawing
    theirs(file)
    noticed(qtbot, opened)
    press(opened, "keep")
    assert not words(opened)
    assert opened.workspace.drawing is before
    assert opened.workspace.document.dirty
    assert opened.files.save()
    assert load(file).places["conv1"] == Point(180, 0)
    assert not opened.workspace.document.dirty


def test_our_own_saves_are_no_news(
    opened: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    mine(opened)
    opened.files.save()
    QTest.qWait(LONG)
    assert not words(opened)
    opened.files.save_to(tmp_path / "other.nodegraph")
    theirs(file)  # no longer ours
    QTest.qWait(LONG)
    assert not words(opened)


def test_a_touched_file_and_one_written_anew_as_it_was_are_no_news(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    os.utime(file, (1, 1))
    QTest.qWait(LONG)
    assert not words(opened)
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "\n\n", encoding="utf-8")
    QTest.qWait(LONG)
    assert not words(opened)
    assert not opened.workspace.document.dirty


def test_what_is_changed_back_takes_the_line_away(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    text = file.read_text(encoding="utf-8")
    theirs(file)
    noticed(qtbot, opened)
    file.write_text(text, encoding="utf-8")
    qtbot.waitUntil(lambda: not words(opened), timeout=10_000)
    assert not opened.workspace.document.dirty


def test_a_file_that_is_gone_makes_the_drawing_unsaved_and_is_saved_again(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    file.unlink()
    noticed(qtbot, opened)
    assert words(opened) == "mine.nodegraph is no longer on disk."
    assert opened.workspace.document.dirty
    assert opened.windowTitle() == "mine • – nodegraph"
    press(opened, "save")
    assert load(file).graph.nodes.keys() == opened.workspace.drawing.graph.nodes.keys()
    assert not opened.workspace.document.dirty
    assert not words(opened)


def test_a_pipe_in_the_place_of_a_file_is_not_read(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    """Reading it would make the window wait for whoever writes."""
    file.unlink()
    os.mkfifo(file)
    noticed(qtbot, opened)
    assert words(opened) == "mine.nodegraph is no longer on disk."
    file.unlink()


def test_a_file_that_comes_back_is_saved_as_before(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    away = file.with_suffix(".away")
    file.rename(away)
    noticed(qtbot, opened)
    away.rename(file)
    qtbot.waitUntil(lambda: not words(opened), timeout=10_000)
    assert not opened.workspace.document.dirty


def test_a_damaged_file_says_why_it_cannot_be_read(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    before = opened.workspace.drawing
    file.write_text("{", encoding="utf-8")
    noticed(qtbot, opened)
    assert "is not JSON" in words(opened)
    assert not child(opened.page, "on_disk_reload", QPushButton).isVisible()
    press(opened, "keep")
    assert opened.workspace.drawing is before
    assert opened.workspace.document.dirty


def test_saving_over_a_change_asks(opened: MainWindow, file: Path, answers: Answers) -> None:
    mine(opened)
    wanted = theirs(file)
    answers.press(Button.Cancel)
    assert not opened.files.save()  # at once: before the watcher has told
    assert text_of(load(file)) == text_of(wanted)
    assert opened.workspace.document.dirty
    answers.press(Button.Save)
    assert opened.files.save()
    assert load(file).places["conv2"] == Point(5, 5)
    assert answers.asked[0].startswith("mine.nodegraph was changed on disk by another program.")
    assert not words(opened)
    opened.files.go_back()
    assert text_of(opened.workspace.drawing) == text_of(wanted)


def test_a_window_that_becomes_active_looks_by_itself(
    opened: MainWindow, qtbot: QtBot, file: Path
) -> None:
    other = opened.new_window()
    qtbot.waitUntil(other.isActiveWindow)
    opened.page.on_disk._watcher.blockSignals(True)  # as on a disk that tells nothing
    theirs(file)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    assert words(opened)
    other.close()


def test_each_tab_has_its_own_line(opened: MainWindow, qtbot: QtBot, file: Path) -> None:
    page = opened.page
    opened.opening.new()
    theirs(file)
    qtbot.waitUntil(lambda: page.on_disk.differs, timeout=10_000)
    assert not words(opened)
    opened.pages.show_page(page)
    assert words(opened)
