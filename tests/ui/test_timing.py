"""Milliseconds under the cost lens: measured after a run, off the window's thread, once a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import moons
from tests.training.conftest import one_thread  # noqa: F401 - torch trains in one here too
from tests.ui.conftest import drawn

PATIENCE = 60_000  # ms


@pytest.fixture
def ready(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A small network on data that need no download, one short run ahead of it."""
    drawing = drawn(moons(), "Moons")
    recipe = replace(drawing.recipe, data="moons", device="cpu", epochs=1, batch_size=32)
    window.workspace.open(replace(drawing, recipe=recipe))
    window.files.opened.emit()
    window.runner.options = Options(runs=tmp_path / "runs")
    return window


@pytest.fixture
def trained(ready: MainWindow, qtbot: QtBot) -> MainWindow:
    """The same after its run."""
    ready.run_bar.train()
    qtbot.waitUntil(lambda: ready.runner.state is State.IDLE, timeout=PATIENCE)
    assert ready.runner.run is not None
    return ready


def said(window: MainWindow) -> str:
    legend = window.canvas.lens.legend
    assert legend is not None
    return f"{legend.first.text()}\n{legend.others.text()}"


def told(window: MainWindow) -> dict[str, str]:
    items = window.canvas.graph_scene.nodes.values()
    return {item.id: item.mark.words for item in items if item.mark and item.mark.words}


def choose(window: MainWindow, name: str) -> QAction:
    action = window.actions_by_name[f"view.lens.{name}"]
    action.trigger()
    return action


def test_the_menu_and_the_key_choose_the_lens(ready: MainWindow, qtbot: QtBot) -> None:
    assert choose(ready, "weights").isChecked()
    assert told(ready)["fc3"] == "66"
    assert not ready.actions_by_name["view.lens.off"].isChecked()
    ready.canvas.setFocus()
    qtbot.keyClick(ready.canvas, Qt.Key.Key_K)
    assert ready.canvas.lens.name == "multiply_adds"
    assert ready.actions_by_name["view.lens.multiply_adds"].isChecked()
    assert choose(ready, "off").isChecked()
    assert told(ready) == {}


def test_before_a_run_it_says_what_to_do(ready: MainWindow) -> None:
    choose(ready, "milliseconds")
    assert said(ready).startswith("Train the network first")
    assert told(ready) == {}


def test_after_a_run_every_layer_has_its_milliseconds(trained: MainWindow, qtbot: QtBot) -> None:
    choose(trained, "milliseconds")
    qtbot.waitUntil(lambda: "forwards" in said(trained), timeout=PATIENCE)
    assert "Measured on cpu with a batch of 32" in said(trained)
    found = told(trained)
    assert {"fc1", "act1", "fc2", "act2", "fc3"} <= found.keys()
    assert all(words.endswith(" ms") for words in found.values())
    choose(trained, "off")
    choose(trained, "milliseconds")
    assert told(trained) == found  # measured once


def test_the_key_comes_by_milliseconds_once_there_is_a_run(
    trained: MainWindow, qtbot: QtBot
) -> None:
    choose(trained, "memory")
    trained.canvas.lens.next()
    assert trained.canvas.lens.name == "milliseconds"
    trained.canvas.lens.next()
    assert trained.canvas.lens.name == "off"


def test_a_network_that_has_changed_has_no_times(trained: MainWindow, qtbot: QtBot) -> None:
    choose(trained, "milliseconds")
    qtbot.waitUntil(lambda: "forwards" in said(trained), timeout=PATIENCE)
    drawing = trained.workspace.drawing
    trained.workspace.do("Wider", edits.set_setting(drawing, ["fc1"], "out_features", 256))
    assert "has changed since the run" in said(trained)
    assert told(trained) == {}
    trained.page.undo()
    assert "forwards" in said(trained)


def test_nothing_is_measured_while_it_trains(ready: MainWindow, qtbot: QtBot) -> None:
    drawing = ready.workspace.drawing
    ready.workspace.do("Long", edits.set_recipe(drawing, replace(drawing.recipe, epochs=1000)))
    choose(ready, "milliseconds")
    ready.run_bar.train()
    qtbot.waitUntil(lambda: ready.runner.state is State.RUNNING, timeout=PATIENCE)
    assert said(ready).startswith("Measured when the run has ended")
    ready.runner.stop()
    qtbot.waitUntil(lambda: "forwards" in said(ready), timeout=PATIENCE)


def test_closing_the_window_gives_up_a_measurement(trained: MainWindow) -> None:
    choose(trained, "milliseconds")
    assert trained.close()  # no thread is left: see the fixture of all these tests
