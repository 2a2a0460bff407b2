"""The window around a run: closing asks, a failure is marked, the weights can be taken away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from nodegraph.training.events import Downloading, Failed
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import r1b
from tests.ui.conftest import Answers, drawn

PATIENCE = 60_000  # ms
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ready(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A small network on data that need no download, its runs in a folder of the test's own."""
    drawing = drawn(r1b(), "Mlp")
    recipe = replace(drawing.recipe, data="digits28", device="cpu", epochs=1000)
    window.workspace.open(replace(drawing, recipe=recipe))
    window.files.opened.emit()
    window.runner.options = Options(runs=tmp_path / "runs")
    return window


def test_closing_while_training_asks_and_stops_only_if_told_to(
    ready: MainWindow, qtbot: QtBot, answers: Answers
) -> None:
    qtbot.keyClick(ready, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: ready.runner.state is State.RUNNING, timeout=PATIENCE)
    assert not ready.actions_by_name["run.train"].isEnabled()
    answers.press(QMessageBox.StandardButton.Cancel)
    assert not ready.close()
    assert ready.runner.state is State.RUNNING
    answers.press(QMessageBox.StandardButton.Yes)
    assert ready.close()
    assert ready.runner.state is State.IDLE
    assert answers.asked[0].startswith("Mlp is still training.")


def test_a_run_is_paused_goes_on_and_leaves_weights_to_take_away(
    ready: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    qtbot.keyClick(ready, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: ready.runner.state is State.RUNNING, timeout=PATIENCE)
    qtbot.keyClick(ready, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert ready.runner.state is State.PAUSED
    assert ready.actions_by_name["run.pause"].text() == "Continue"
    qtbot.keyClick(ready, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert ready.runner.state is State.RUNNING
    qtbot.keyClick(ready, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: ready.runner.state is State.IDLE, timeout=PATIENCE)
    answers.name(tmp_path / "mlp.pt")
    ready.actions_by_name["file.export.weights"].trigger()
    import torch

    weights = torch.load(tmp_path / "mlp.pt", weights_only=True)
    assert weights["fc1.weight"].shape[1] == 784


def test_clicks_on_train_and_stop_leave_the_keys_to_the_canvas(
    ready: MainWindow, qtbot: QtBot
) -> None:
    """A button that is disabled while it has the focus hands it on, to the name of the drawing."""
    ready.canvas.setFocus()
    qtbot.mouseClick(ready.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready.runner.state is State.RUNNING, timeout=PATIENCE)
    assert ready.canvas.hasFocus()
    qtbot.mouseClick(ready.run_bar.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready.runner.state is State.IDLE, timeout=PATIENCE)
    assert ready.canvas.hasFocus()


def test_a_failed_run_marks_its_node(ready: MainWindow) -> None:
    ready.runner.told.emit((Failed("fc1 is not well", "fc1"),))
    failure = ready.canvas.graph_scene.failure
    assert failure is not None
    assert failure.node == "fc1"
    assert failure.message == "fc1 is not well"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_head_of_the_epochs_is_told_whole(
    editor: MainWindow, qtbot: QtBot, language: str
) -> None:
    editor.windows.set_language(language)
    try:
        log = editor.editor.views.run_log
        log.show()
        log.table.show()
        heads = log.table.horizontalHeader()
        qtbot.waitUntil(heads.isVisible)
        for column in range(heads.count()):
            words = heads.model().headerData(column, Qt.Orientation.Horizontal)
            assert heads.sectionSize(column) >= heads.fontMetrics().horizontalAdvance(words) + 11
        assert heads.length() <= log.table.viewport().width()
    finally:
        editor.windows.set_language("en")


def test_a_download_tells_its_amount_before_a_long_name(ready: MainWindow) -> None:
    runner, label = ready.runner, ready.run_bar.label
    name = "a-file-of-a-data-set-with-a-name-that-has-no-room.gz"
    runner.told.emit((Downloading(name, 3_200_000, 9_912_422),))
    assert label.text().startswith("3 of 10 MB")
    assert label.text().endswith("…")
    assert name in label.toolTip()
