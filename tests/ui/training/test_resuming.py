"""A run that was stopped goes on in the window, bit for bit as if it never had been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.training.events import EpochEnded, Failed, Progress
from nodegraph.training.run import start
from nodegraph.ui.training.resuming import Choice
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.ui.training.conftest import SECONDS, drawing

Losses = list[float]


@pytest.fixture
def ready(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A small network for 4 epochs; its runs in a folder of the test's own."""
    window.workspace.open(drawing(epochs=4, device="cpu"))
    window.files.opened.emit()
    window.runner.options = Options(runs=tmp_path / "runs")
    return window


@pytest.fixture
def left(ready: MainWindow) -> Path:
    """A run of it that was left in its third epoch."""
    going = start(ready.workspace.drawing, runs=ready.runner.options.runs, due=lambda: True)
    epochs = 0
    for event in (events := going.events()):
        epochs += isinstance(event, EpochEnded)
        if epochs == 2 and isinstance(event, Progress):
            events.close()  # type: ignore[attr-defined]  # it is a generator
    return going.folder.path


def plain(window: MainWindow, tmp_path: Path, **changes: object) -> Iterator[object]:
    """The same run, never interrupted."""
    return start(window.workspace.drawing, runs=tmp_path / "plain", **changes).events()


def choice(window: MainWindow, qtbot: QtBot) -> Choice:
    """The list of runs, as the menu opens it."""
    window.actions_by_name["run.resume"].trigger()
    qtbot.waitUntil(lambda: len(window.findChildren(Choice)) == 1)
    [dialog] = window.findChildren(Choice)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus)
    return dialog


def heard(window: MainWindow) -> list[object]:
    """Everything the run tells from now on."""
    events: list[object] = []
    window.runner.told.connect(events.extend)
    return events


def until_idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.state is not State.IDLE)
    qtbot.waitUntil(lambda: window.runner.state is State.IDLE, timeout=SECONDS)


def losses(events: Iterator[object]) -> Losses:
    return [loss for event in events if isinstance(event, Progress) for loss in event.losses]


def test_a_run_goes_on_as_if_it_had_never_stopped(
    ready: MainWindow, left: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(ready)
    dialog = choice(ready, qtbot)
    assert dialog.list.count() == 1
    assert "epoch 2 done" in dialog.list.item(0).text()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    until_idle(ready, qtbot)
    assert ready.runner.run.folder.path == left
    whole = list(plain(ready, tmp_path))
    assert losses(events) == losses(whole), "the curves show all of it"
    ended = [event[:-1] for event in whole if isinstance(event, EpochEnded)]
    assert [event[:-1] for event in events if isinstance(event, EpochEnded)] == ended
    assert ready.editor.views.run_log.table.rowCount() == 4
    assert len(list((tmp_path / "runs").iterdir())) == 1


def test_a_run_stopped_here_is_offered_and_goes_on_for_more_epochs(
    ready: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClick(ready, Qt.Key.Key_F5)
    assert not ready.actions_by_name["run.resume"].isEnabled()
    until_idle(ready, qtbot)
    dialog = choice(ready, qtbot)
    assert not dialog.resume.isEnabled(), "all four epochs are done"
    assert "more than 4" in dialog.done_already.text()
    dialog.reject()
    drawn = ready.workspace.drawing
    more = replace(drawn, recipe=replace(drawn.recipe, epochs=5))
    ready.workspace.do("Changed epochs", more)
    events = heard(ready)
    choice(ready, qtbot).resume.click()
    until_idle(ready, qtbot)
    assert losses(events) == losses(plain(ready, tmp_path))


def test_a_recipe_that_would_make_it_another_run_is_said(
    ready: MainWindow, left: Path, qtbot: QtBot
) -> None:
    before = (left / "metrics.jsonl").read_bytes()
    drawn = ready.workspace.drawing
    ready.workspace.do("Changed", replace(drawn, recipe=replace(drawn.recipe, batch_size=64)))
    events = heard(ready)
    choice(ready, qtbot).resume.click()
    until_idle(ready, qtbot)
    [failed] = events
    assert isinstance(failed, Failed)
    assert "its batch_size is 32" in failed.message
    assert (left / "metrics.jsonl").read_bytes() == before


def test_no_run_of_another_network_is_offered(ready: MainWindow, left: Path, qtbot: QtBot) -> None:
    said: list[str] = []
    ready.workspace.said.connect(said.append)
    layer = next(n.id for n in ready.workspace.drawing.graph.nodes.values() if n.title == "fc1")
    changed = edits.set_setting(ready.workspace.drawing, [layer], "out_features", 17)
    ready.workspace.do("Changed", changed)
    ready.actions_by_name["run.resume"].trigger()
    assert ready.findChild(Choice) is None
    assert "No run of this network" in said[-1]


def test_escape_starts_nothing(ready: MainWindow, left: Path, qtbot: QtBot) -> None:
    dialog = choice(ready, qtbot)
    assert dialog.findChild(QDialogButtonBox, "resume_buttons") is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert ready.runner.state is State.IDLE


def test_resume_is_the_button_that_stands_out(ready: MainWindow, left: Path, qtbot: QtBot) -> None:
    dialog = choice(ready, qtbot)
    qtbot.waitUntil(dialog.resume.isVisible)
    button = dialog.resume.grab().toImage()
    fill = QColor(ready.windows.theme.fill)
    assert button.pixelColor(button.width() // 2, 4) == fill
    dialog.reject()
