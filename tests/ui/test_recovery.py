"""A crash costs nothing: the next window offers what was not saved."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point, edits, load, save
from nodegraph.document.journal import Journal, found, recover
from nodegraph.document.state import state_folder
from nodegraph.document.undo import Document
from nodegraph.document.writing import text_of
from nodegraph.ui.window import MainWindow
from tests.networks import r0
from tests.ui.conftest import Answers, child, drawn

FOLDER = state_folder("recovery")


@pytest.fixture(autouse=True)
def nothing_is_left_to_recover() -> Iterator[None]:
    """Each test begins and ends with an empty folder."""
    yield
    left = list(FOLDER.glob("*"))
    for file in left:
        file.unlink()
    assert not left


def crashed(name: str = "mine", path: Path | None = None) -> Drawing:
    """What was not saved when a window went down."""
    document = Document(drawn(r0(), name))
    document.do("Moved", edits.move(document.settled, {"conv1": Point(5, 7)}))
    journal = Journal(FOLDER, pytest.fail)
    journal.note(document, path)
    journal.close(clean=False)
    return document.settled


def moved(window: MainWindow, x: float = 9) -> None:
    """One edit that is not saved."""
    drawing = edits.move(window.workspace.drawing, {"conv1": Point(x, 9)})
    window.workspace.do("Moved conv1", drawing)


def press(window: MainWindow, name: str) -> None:
    """A click on a button of the offer."""
    QTest.mouseClick(child(window, f"recovery_{name}", QPushButton), Qt.MouseButton.LeftButton)


def words(window: MainWindow) -> str:
    """What the offer says."""
    label = child(window, "recovery_words", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_nothing_is_offered_where_nothing_was_left(window: MainWindow) -> None:
    window.load_after_paint()
    assert not window.recovery.isVisible()


def test_what_was_left_is_offered_and_comes_back_unsaved(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "mine.nodegraph"
    save(drawn(r0(), "mine"), file)
    left = crashed(path=file)
    window.load_after_paint()
    assert window.recovery.isVisible()
    assert words(window).startswith("nodegraph was closed unexpectedly. Recover mine from ")
    press(window, "recover")
    assert not window.recovery.isVisible()
    assert text_of(window.workspace.drawing) == text_of(left)
    assert window.workspace.document.dirty
    assert window.windowTitle() == "mine • – nodegraph"
    assert load(file).places["conv1"] == Point(180, 0)  # nothing is saved unasked
    window.page.undo()
    assert window.workspace.drawing.places["conv1"] == Point(180, 0)
    window.page.redo()
    window.files.save()
    assert text_of(load(file)) == text_of(left)


def test_what_was_recovered_is_in_the_new_journal(window: MainWindow) -> None:
    left = crashed()
    window.load_after_paint()
    press(window, "recover")
    assert window.workspace.path is None
    [file] = FOLDER.glob("*.journal")
    assert text_of(recover(file)) == text_of(left)
    assert found(FOLDER) == ()


def test_a_file_that_is_gone_is_no_reason_not_to_recover(
    window: MainWindow, tmp_path: Path
) -> None:
    left = crashed(path=tmp_path / "gone.nodegraph")
    window.load_after_paint()
    press(window, "recover")
    assert text_of(window.workspace.drawing) == text_of(left)
    assert window.workspace.path is None


def test_discard_takes_it_away_and_later_leaves_it(window: MainWindow) -> None:
    crashed("one")
    crashed("two")
    window.load_after_paint()
    first = words(window)
    press(window, "discard")
    assert len(found(FOLDER)) == 1
    assert words(window) != first
    press(window, "later")
    assert not window.recovery.isVisible()
    window.recovery.look()
    press(window, "discard")
    assert found(FOLDER) == ()
    assert not window.recovery.isVisible()


def test_what_is_recovered_stands_beside_what_is_open(editor: MainWindow) -> None:
    left = crashed()
    editor.load_after_paint()
    moved(editor)
    kept = editor.page
    press(editor, "recover")
    assert len(editor.pages) == 2
    assert editor.page is not kept
    assert text_of(editor.workspace.drawing) == text_of(left)
    assert kept.workspace.drawing.places["conv1"] == Point(9, 9)


def test_what_is_recovered_is_a_step_where_its_file_is_open(
    window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "mine.nodegraph"
    save(drawn(r0(), "mine"), file)
    left = crashed(path=file)
    window.opening.open_file(file)
    window.load_after_paint()
    press(window, "recover")
    assert len(window.pages) == 1
    assert text_of(window.workspace.drawing) == text_of(left)
    window.page.undo()
    assert window.workspace.drawing.places["conv1"] == Point(180, 0)


def test_several_journals_come_back_at_once_each_in_its_tab(window: MainWindow) -> None:
    for name in ("one", "two", "three"):
        crashed(name)
    window.load_after_paint()
    assert "There are 2 more." in words(window)
    press(window, "all")
    assert not window.recovery.isVisible()
    assert {page.title for page in window.pages} == {"one •", "two •", "three •"}
    assert found(FOLDER) == ()
    assert len(list(FOLDER.glob("*.journal"))) == 3  # each page keeps its own


def test_one_more_is_told_as_one(window: MainWindow) -> None:
    for name in ("one", "two"):
        crashed(name)
    window.load_after_paint()
    assert words(window).endswith("There is one more.")
    press(window, "all")


def test_a_damaged_journal_is_a_sentence(editor: MainWindow, answers: Answers) -> None:
    crashed()
    editor.load_after_paint()
    [one] = found(FOLDER)
    one.file.write_bytes(one.file.read_bytes()[:300])
    before = editor.workspace.drawing
    answers.press(QMessageBox.StandardButton.Ok)
    press(editor, "recover")
    assert "holds no drawing that can be recovered" in answers.asked[0]
    assert editor.workspace.drawing is before
    editor.recovery.look()
    press(editor, "discard")


def test_edits_are_kept_and_a_save_or_closing_ends_that(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    journal = editor.page.journal

    def left() -> list[Path]:
        journal.flush()
        return list(FOLDER.glob("*.journal"))

    assert left() == []
    moved(editor)
    [file] = left()
    assert recover(file).places["conv1"] == Point(9, 9)
    editor.files.save_to(tmp_path / "mine.nodegraph")
    assert left() == []
    moved(editor, 10)
    assert len(left()) == 1
    answers.press(QMessageBox.StandardButton.Discard)
    editor.close_page()
    assert left() == []


def test_a_drag_is_kept_when_it_ends(editor: MainWindow, qtbot: QtBot) -> None:
    viewport, start = editor.canvas.viewport(), editor.canvas.node_rect("conv1").center()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        at = start + editor.canvas.node_rect("conv1").topLeft() * 0
        at.setY(start.y() + 8 * step)
        QTest.mouseMove(viewport, at)
    assert editor.workspace.document.drawing is not editor.workspace.document.settled
    editor.page.journal.flush()
    assert not list(FOLDER.glob("*.journal"))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)
    editor.page.journal.flush()
    [file] = FOLDER.glob("*.journal")
    assert text_of(recover(file)) == text_of(editor.workspace.document.settled)


def test_another_window_does_not_see_the_journal_of_this_one(
    editor: MainWindow, qtbot: QtBot, settings: object
) -> None:
    moved(editor)
    editor.page.journal.flush()
    editor.recovery.look()
    assert not editor.recovery.isVisible()
    other = MainWindow(editor.settings)
    qtbot.addWidget(other)
    other.show()
    other.load_after_paint()
    assert not other.recovery.isVisible()
    other.close()
    assert len(list(FOLDER.glob("*.journal"))) == 1


def test_trouble_with_the_disk_is_one_sentence_in_the_status_bar(
    editor: MainWindow, qtbot: QtBot
) -> None:
    FOLDER.parent.mkdir(parents=True, exist_ok=True)
    if FOLDER.exists():
        FOLDER.rmdir()
    FOLDER.write_text("a file where the folder should be")
    said: list[str] = []
    editor.workspace.said.connect(said.append)
    try:
        for x in range(3):
            moved(editor, x)
            editor.page.journal.flush()
            QTest.qWait(1)
    finally:
        FOLDER.unlink()
    told = [sentence for sentence in said if "could not be recovered" in sentence]
    assert len(told) == 1
    assert editor.workspace.drawing.places["conv1"] == Point(2, 9)


def test_the_version_before_the_last_save_comes_back_as_a_step(
    editor: MainWindow, tmp_path: Path
) -> None:
    go_back = editor.actions_by_name["file.go_back"]
    go_back.trigger()  # nothing was saved yet: a sentence, and no change
    assert editor.workspace.document.undo_label is None
    file = tmp_path / "mine.nodegraph"
    editor.files.save_to(file)
    moved(editor)
    editor.files.save()
    go_back.trigger()
    assert editor.workspace.drawing.places["conv1"] == Point(180, 0)
    assert editor.workspace.document.undo_label == "Went back before the last save"
    editor.page.undo()
    assert editor.workspace.drawing.places["conv1"] == Point(9, 9)
    assert load(file).places["conv1"] == Point(9, 9)


KILLED = """
import os, signal, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from nodegraph.document import Point, edits
from nodegraph.resources import demo
from nodegraph.ui.window import MainWindow
window = MainWindow()
window.show()
for x in range(int(sys.argv[1])):
    window.opening.open_example(demo())
    node = next(iter(window.workspace.drawing.places))
    moved = edits.move(window.workspace.drawing, {node: Point(-50 - x, 1)})
    window.workspace.do("Moved", moved)
    window.page.journal.flush()
print(node, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(tabs: int, config: Path) -> str:
    """A window with so many tabs that is killed; the node that was moved in each."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tabs)], capture_output=True, text=True, timeout=100,
        env={**os.environ, "XDG_CONFIG_HOME": str(config)},
    )  # fmt: skip
    assert done.returncode == -9, done.stderr
    return done.stdout.strip()


def test_a_window_that_was_killed_is_recovered_by_the_next(
    window: MainWindow, tmp_path: Path
) -> None:
    node = killed(1, tmp_path)
    window.load_after_paint()
    press(window, "recover")
    assert window.workspace.drawing.places[node] == Point(-50, 1)


def test_each_tab_of_a_window_that_was_killed_is_recovered(
    window: MainWindow, tmp_path: Path
) -> None:
    """T-19, with two tabs."""
    node = killed(2, tmp_path)
    window.load_after_paint()
    press(window, "all")
    lie = {page.workspace.drawing.places[node] for page in window.pages}
    assert lie == {Point(-50, 1), Point(-51, 1)}
    assert all(page.workspace.document.dirty for page in window.pages)
