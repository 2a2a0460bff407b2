"""Opening and saving as people do it: nothing is lost, and every trouble is a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits, load, save
from nodegraph.ui.canvas.picture import render
from nodegraph.ui.window import MainWindow
from tests.networks import r0
from tests.ui.conftest import Answers, child, drawn

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Button = QMessageBox.StandardButton


def change(window: MainWindow) -> None:
    """One edit that is not saved."""
    window.workspace.do("Delete flat", edits.delete(window.workspace.drawing, ["flat"]))


def test_save_asks_for_a_place_once_then_saves_there(
    editor: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    answers.name(tmp_path / "mine")  # the ending is ours to add
    qtbot.keyClick(editor, Qt.Key.Key_S, CTRL)
    file = tmp_path / "mine.nodegraph"
    assert load(file).graph.nodes.keys() == editor.workspace.drawing.graph.nodes.keys()
    change(editor)
    assert editor.workspace.document.dirty
    editor.actions_by_name["file.save"].trigger()
    assert not editor.workspace.document.dirty
    assert "flat" not in load(file).graph.nodes
    assert editor.windowTitle() == "mine – nodegraph"


def test_save_as_writes_another_file(
    editor: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    editor.files.save_to(tmp_path / "one.nodegraph")
    answers.name(tmp_path / "two.nodegraph")
    qtbot.keyClick(editor, Qt.Key.Key_S, CTRL | SHIFT)
    assert editor.workspace.path == tmp_path / "two.nodegraph"
    assert (tmp_path / "one.nodegraph").is_file()


def test_giving_up_the_file_dialog_changes_nothing(
    editor: MainWindow, qtbot: QtBot, answers: Answers
) -> None:
    answers.escape()
    qtbot.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert editor.workspace.path is None
    answers.escape()
    editor.actions_by_name["file.open"].trigger()
    assert "conv2" in editor.workspace.drawing.graph.nodes


@pytest.mark.parametrize("way", ["close_page", "close", "windows.quit"])
def test_unsaved_changes_are_guarded_on_every_way_out(
    editor: MainWindow, answers: Answers, way: str
) -> None:
    change(editor)
    kept = editor.workspace.drawing
    go: Callable[[], bool] = reduce(getattr, way.split("."), editor)
    answers.press(Button.Cancel)
    assert not go()
    assert editor.workspace.drawing is kept
    assert editor.isVisible()
    answers.press(Button.Discard)
    assert go()
    assert answers.asked == ["SimpleCnn has changes that are not saved. Save them first?"] * 2


def test_save_in_the_guard_saves_and_goes_on(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "mine.nodegraph"
    editor.files.save_to(file)
    change(editor)
    answers.press(Button.Save)
    assert editor.close_page()
    assert "flat" not in load(file).graph.nodes
    assert not editor.workspace.drawing.graph.nodes


def test_giving_up_the_save_in_the_guard_stays(editor: MainWindow, answers: Answers) -> None:
    change(editor)
    answers.press(Button.Save)
    answers.escape()  # the place to save
    assert not editor.close_page()
    assert editor.workspace.document.dirty


def test_nothing_is_asked_where_nothing_changed(editor: MainWindow) -> None:
    assert editor.close_page()


BAD = {
    "no json": ("{", "is not JSON"),
    "another format": ("[1, 2]", "nodegraph"),
    "wrong version": ('{"nodegraph": 99, "nodes": []}', "99"),
    "wire to nowhere": (
        '{"nodegraph": 1, "nodes": [{"id": "a", "layer": "ReLU", '
        '"inputs": {"input": ["b", "output"]}}]}',
        "b",
    ),
    "deep nesting": ("[" * 100_000, "nested"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_a_sentence_and_the_drawing_stays(
    editor: MainWindow, answers: Answers, tmp_path: Path, kind: str
) -> None:
    text, said = BAD[kind]
    file = tmp_path / "bad.nodegraph"
    file.write_text(text)
    before = editor.workspace.drawing
    answers.press(Button.Ok)
    assert not editor.opening.open_file(file)
    assert editor.workspace.drawing is before
    assert "bad.nodegraph" in answers.asked[0]
    assert said in answers.asked[0]
    assert "Traceback" not in answers.asked[0]
    assert editor.settings.recent == ()


def test_a_missing_file_is_a_sentence(editor: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.press(Button.Ok)
    assert not editor.opening.open_file(tmp_path / "gone.nodegraph")
    assert "can't be read: no such file" in answers.asked[0]


def test_a_folder_that_cannot_be_written_is_a_sentence_and_nothing_is_lost(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    change(editor)
    answers.press(Button.Ok)
    assert not editor.files.save_to(tmp_path / "no" / "such" / "mine.nodegraph")
    assert "can't be saved" in answers.asked[0]
    assert editor.workspace.document.dirty
    assert editor.workspace.path is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_file_whose_name_is_no_text_is_opened_edited_and_saved(
    editor: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Any other error than a sentence fails the test."""
    file = tmp_path / os.fsdecode(b"\xff\xfe.nodegraph")
    save(drawn(r0(), "Net"), file)
    editor.opening.open_file(file)
    drawing = editor.workspace.drawing
    editor.workspace.do("Moved", edits.move(drawing, dict.fromkeys(drawing.places, Point(8, 8))))
    assert editor.page.journal.flush()  # it could be recovered
    editor.actions_by_name["file.save"].trigger()
    assert load(file).places == editor.workspace.drawing.places


def test_a_file_dropped_on_the_window_opens(
    editor: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "dropped.nodegraph"
    save(drawn(r0(), "Dropped"), file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    middle, copy = QPointF(editor.rect().center()), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(middle.toPoint(), copy, data, left, none)
    QApplication.sendEvent(editor, over)
    assert over.isAccepted()
    QApplication.sendEvent(editor, QDropEvent(middle, copy, data, left, none))
    qtbot.waitUntil(lambda: editor.workspace.path == file)


def test_a_file_dropped_on_the_canvas_opens(
    editor: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "dropped.nodegraph"
    save(drawn(r0(), "Dropped"), file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    viewport = editor.canvas.viewport()
    middle, copy = QPointF(viewport.rect().center()), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(middle.toPoint(), copy, data, left, none)
    QApplication.sendEvent(viewport, over)
    assert over.isAccepted()
    QApplication.sendEvent(viewport, QDropEvent(middle, copy, data, left, none))
    qtbot.waitUntil(lambda: editor.workspace.path == file)


def drop(window: MainWindow, *files: Path) -> bool:
    """Drops files on the window; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    middle, copy = QPointF(window.rect().center()), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(middle.toPoint(), copy, data, left, none)
    QApplication.sendEvent(window, over)
    QApplication.sendEvent(window, QDropEvent(middle, copy, data, left, none))
    return over.isAccepted()


def test_of_several_files_dropped_each_opens_or_is_named(
    editor: MainWindow, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    good, other = tmp_path / "good.nodegraph", tmp_path / "other.json"
    save(drawn(r0(), "Good"), good)
    save(drawn(r0(), "Other"), other)
    (tmp_path / "evil.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    for name in ("net.onnx", "net.pt", "picture.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\xff")
    names = ["net.onnx", "good.nodegraph", "evil.py", "net.pt", "picture.png", "other.json"]
    answers.press(Button.Ok)
    assert drop(editor, *(tmp_path / name for name in names), tmp_path / "gone", tmp_path)
    qtbot.waitUntil(lambda: bool(answers.asked))
    assert {page.workspace.path for page in editor.pages} >= {good, other}
    told = answers.asked[0]
    for name, kind in (("net.onnx", "an ONNX model"), ("evil.py", "Python code")):
        assert f"{name}: is {kind}; importing one comes in a later version." in told
    assert "net.pt: is a PyTorch file" in told
    assert "picture.png" in told
    assert "gone: can't be read" in told
    assert f"{tmp_path}: can't be read" in told
    assert len(answers.asked) == 1
    assert not (tmp_path / "run").exists()


def test_what_lies_elsewhere_is_not_taken(editor: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/net.nodegraph")])
    none = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(
        editor.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
    )
    QApplication.sendEvent(editor, over)
    assert not over.isAccepted()


def test_recent_files_stand_in_the_menu(editor: MainWindow, tmp_path: Path) -> None:
    menu = child(editor, "menu_file_recent", QMenu)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["No files yet"]
    for name in ("one", "two"):
        editor.files.save_to(tmp_path / f"{name}.nodegraph")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["two.nodegraph", "one.nodegraph"]
    menu.actions()[1].trigger()
    assert editor.workspace.path == tmp_path / "one.nodegraph"


def test_the_module_is_exported_as_it_trains(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.name(tmp_path / "net.py")
    editor.actions_by_name["file.export.module"].trigger()
    assert editor.workspace.source is not None
    assert (tmp_path / "net.py").read_text("utf-8") == editor.workspace.source.text


def test_the_script_is_exported(editor: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.name(tmp_path / "train.py")
    editor.actions_by_name["file.export.script"].trigger()
    text = (tmp_path / "train.py").read_text("utf-8")
    compile(text, "train.py", "exec")
    assert "class SimpleCnn(nn.Module):" in text
    assert "nodegraph" not in text


def test_an_export_that_cannot_be_written_is_a_sentence(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.press(Button.Ok)
    editor.export.write(tmp_path / "missing" / "net.py", b"text")
    assert "can't be written: no such file or directory" in answers.asked[0]


def test_an_export_never_replaces_a_drawing(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "net.nodegraph"
    editor.files.save_to(file)
    before = file.read_bytes()
    answers.press(Button.Ok)
    editor.export.write(file, b"text")  # the dialog asks only whether the file may be replaced
    assert "can't be written: it holds a drawing" in answers.asked[-1]
    assert file.read_bytes() == before


def test_what_cannot_be_exported_is_not_offered(editor: MainWindow) -> None:
    assert editor.actions_by_name["file.export.module"].isEnabled()
    assert not editor.actions_by_name["file.export.weights"].isEnabled()
    drawing = edits.set_setting(editor.workspace.drawing, ["conv2"], "kernel_size", 31)
    editor.workspace.do("Set conv2 kernel_size to 31", drawing)
    assert not editor.actions_by_name["file.export.module"].isEnabled()
    assert not editor.actions_by_name["file.export.script"].isEnabled()


def test_a_picture_is_what_the_command_line_renders(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    for name in ("net.png", "net.svg"):
        answers.name(tmp_path / name)
        editor.actions_by_name["file.export.picture"].trigger()
        wanted = render(editor.workspace.drawing, editor.workspace.report, name[-3:], editor.theme)
        assert (tmp_path / name).read_bytes() == wanted
    assert QImage(str(tmp_path / "net.png")).width() > 1000


def test_a_picture_of_the_selection_holds_only_that(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    whole, part = tmp_path / "whole.svg", tmp_path / "part.svg"
    answers.name(whole)
    editor.actions_by_name["file.export.picture"].trigger()
    before = editor.workspace.drawing
    editor.workspace.select({"conv1", "pool1"})
    answers.name(part)
    editor.actions_by_name["file.export.selection"].trigger()
    assert editor.workspace.drawing is before
    for words in ("conv1", "B×32×28×28"):
        assert words in part.read_text("utf-8")
    assert "conv2" in whole.read_text("utf-8")
    assert "conv2" not in part.read_text("utf-8")


def test_a_picture_of_another_kind_is_a_sentence(
    editor: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.name(tmp_path / "net.bmp")
    answers.press(Button.Ok)
    editor.actions_by_name["file.export.picture"].trigger()
    assert answers.asked == ["net.bmp: a picture ends with .png or .svg."]
    assert not (tmp_path / "net.bmp").exists()
