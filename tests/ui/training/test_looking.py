"""What flowed through a wire: in its tip, and as a view of its tensor, by real events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Port
from nodegraph.training.look import Look, figures
from nodegraph.ui.theme import DARK
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.training.tensor_view import TensorView
from nodegraph.ui.window import MainWindow
from tests.networks import chain, layer, moons, r0
from tests.real import ROOT, needs_mnist
from tests.training.conftest import one_thread  # noqa: F401 - torch trains in one here too
from tests.ui.canvas.pointer import RIGHT, Hand
from tests.ui.conftest import drawn

PATIENCE = 60_000  # ms
CONV = ("conv1", "relu1")
Open = Callable[..., MainWindow]


def small() -> Drawing:
    """A convolution on the 8×8 digits, with a join that has no module."""
    graph = chain(
        ("image", layer("Input", shape=(1, 8, 8))),
        ("conv1", layer("Conv2d", out_channels=4, padding=1)),
        ("relu1", layer("ReLU")),
        ("flat", layer("Flatten")),
        ("fc1", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )
    places = {node: Point(260 * at, 0) for at, node in enumerate(graph.nodes)}
    return replace(drawn(graph, "Small"), places=places)


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Open:
    """Opens a drawing at 100 %, ready to train."""

    def open_it(drawing: Drawing, root: Path | None = None, **recipe: object) -> MainWindow:
        wanted = {"data": "digits", "device": "cpu", "batch_size": 32, "epochs": 1, **recipe}
        window.runner.options = Options(root, tmp_path / "runs")
        window.workspace.open(replace(drawing, recipe=replace(drawing.recipe, **wanted)))
        window.files.opened.emit()
        window.canvas.fit()
        window.activateWindow()
        qtbot.waitActive(window)
        window.canvas.setFocus()
        return window

    return open_it


@pytest.fixture
def trained(opened: Open, qtbot: QtBot) -> MainWindow:
    """After a run of one epoch."""
    window = opened(small())
    train(window, qtbot)
    return window


def train(window: MainWindow, qtbot: QtBot) -> None:
    window.run_bar.train()
    qtbot.waitUntil(lambda: window.runner.state is State.IDLE, timeout=PATIENCE)


def middle(window: MainWindow, ends: tuple[str, str] = CONV) -> QPoint:
    """The middle of a wire, in px of the viewport."""
    shapes = window.canvas.graph_scene.wires.shapes.values()
    [path] = [s.path for s in shapes if (s.wire.source.node, s.wire.target.node) == ends]
    return window.canvas.mapFromScene(path.pointAtPercent(0.5))


def rest(window: MainWindow, at: QPoint) -> list[str]:
    """Has the pointer rest there; gives the tip."""
    viewport = window.canvas.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    return QToolTip.text().splitlines()


def shown(window: MainWindow, qtbot: QtBot) -> TensorView:
    """The view, once it shows what was seen."""
    looking = window.editor.looking
    assert looking.view is not None
    qtbot.waitUntil(lambda: looking.view.look is not None, timeout=PATIENCE)
    return looking.view


def choose_wire(window: MainWindow, ends: tuple[str, str] = CONV) -> None:
    Hand(window.canvas).click(middle(window, ends))


def key(window: MainWindow) -> None:
    QTest.keyClick(window.canvas, Qt.Key.Key_V)


def test_a_tip_tells_what_flowed_through_the_wire_in_the_run(trained: MainWindow, qtbot: QtBot):
    assert rest(trained, middle(trained, ("relu1", "flat")))[0] == "relu1 → flat"
    qtbot.waitUntil(lambda: len(QToolTip.text().splitlines()) == 4, timeout=PATIENCE)
    seen, figures = QToolTip.text().splitlines()[2:]
    assert seen == "16×4×8×8 of held-out samples, after step 47"
    assert figures.startswith("from 0 to ")
    assert figures.endswith(" zeros")
    QToolTip.hideText()


def test_the_tip_of_an_input_tells_what_came_into_it(trained: MainWindow, qtbot: QtBot):
    into = trained.canvas.port_pos(Port("flat", "input"))
    assert rest(trained, into)[0] == "flat · input"
    qtbot.waitUntil(lambda: len(QToolTip.text().splitlines()) == 4, timeout=PATIENCE)
    _, source, seen, figures = QToolTip.text().splitlines()
    assert source.startswith("From relu1: ")
    assert seen.startswith("16×4×8×8 of held-out samples")
    assert figures.endswith(" zeros")
    QToolTip.hideText()


def test_before_a_run_the_tip_tells_no_figures(opened: Open, qtbot: QtBot):
    window = opened(small())
    assert len(rest(window, middle(window))) == 2
    QToolTip.hideText()


def test_before_a_run_showing_a_tensor_says_what_to_do(opened: Open):
    window, said = opened(small()), []
    window.workspace.said.connect(said.append)
    choose_wire(window)
    key(window)
    assert said[-1].startswith("Train first: ")
    assert window.editor.looking.view is None
    window.workspace.select(())
    window.canvas.graph_scene.wires.choose(None)
    key(window)
    assert said[-1] == "Select a wire or a node first"


def test_the_menu_of_a_wire_shows_its_channels_and_the_sample(trained: MainWindow, qtbot: QtBot):
    Hand(trained.canvas).click(middle(trained), RIGHT)
    menu = trained.canvas.menus.menu
    assert isinstance(menu, QMenu)
    action = trained.findChild(QAction, "edit.wire.tensor")
    assert action in menu.actions()
    action.trigger()
    menu.close()
    view = shown(trained, qtbot)
    assert view.heading.text() == "conv1"
    assert len(view.pictures.pictures) == 4
    assert view.parts.currentWidget() is view.pictures
    assert view.picture.pixmap().width() == 132
    assert view.look is not None
    assert view.target.text() == f"Class {view.look.targets[0]}"


def test_arrow_keys_and_buttons_go_from_sample_to_sample_and_esc_closes(
    trained: MainWindow, qtbot: QtBot
):
    choose_wire(trained)
    key(trained)
    view = shown(trained, qtbot)
    qtbot.waitActive(view)
    first = view.pictures.pictures[0].toImage()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.counted.text() == "Sample 2 of 16"
    assert view.pictures.pictures[0].toImage() != first
    before = view.findChild(QPushButton, "tensor_before")
    for _ in range(2):
        QTest.mouseClick(before, Qt.MouseButton.LeftButton)
    assert view.counted.text() == "Sample 16 of 16"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_a_node_and_a_port_show_what_they_give(trained: MainWindow, qtbot: QtBot):
    trained.workspace.select({"fc1"})
    key(trained)
    view = shown(trained, qtbot)
    assert view.parts.currentWidget() is view.values  # ten values, ten bars
    assert view.values.title.name == "Value of each feature"
    view.reject()
    trained.canvas.zoom_reset()
    trained.canvas.show_node("flat")
    at = trained.canvas.input_pos(Port("flat", "input"))
    Hand(trained.canvas).click(at, RIGHT)
    trained.findChild(QAction, "edit.wire.tensor").trigger()
    trained.canvas.menus.menu.close()
    qtbot.waitUntil(lambda: view.look is not None and view.look.port.node == "relu1")


def test_whatever_the_tensor_and_the_sample_are_something_of_them_is_seen(
    opened: Open, qtbot: QtBot
):
    view = TensorView(DARK, opened(small()))
    numbers = np.random.default_rng(0).normal(size=(16, 240)).astype(np.float32)
    broken = np.full_like(numbers, np.nan)

    def seen(shape: tuple[int, ...], values: np.ndarray = numbers, apart: bool = True) -> str:
        values = values.reshape(shape)
        pictures = numbers[:, :192].reshape(16, 3, 8, 8)
        found = figures(values)
        view.show_look(Look(port, 1, shape, values, apart, found, pictures, [0.5] * 16))
        view.grab()
        return view.parts.currentWidget().objectName()

    port = Port("conv1", "output")
    view.begin(port, "conv1")
    assert seen((16, 6, 5, 8)) == "tensor_pictures"
    assert view.target.text() == "Value 0.5"
    assert seen((16, 10, 24)) == "tensor_pictures"  # one picture, a row a step
    assert len(view.pictures.pictures) == 1
    assert seen((16, 240)) == "tensor_values"
    assert seen((16, 2, 4, 5, 6)) == "tensor_values"
    assert view.values.title.name == "How often each value occurs"
    assert seen((4, 4, 240), apart=False) == "tensor_values"
    for shape in ((16, 6, 5, 8), (16, 240), (16, 2, 4, 5, 6)):
        seen(shape, broken)
        assert view.figures.text() == "100 % not numbers"
    view.deleteLater()


def test_a_sample_that_is_no_picture_is_told_in_numbers(opened: Open, qtbot: QtBot):
    window = opened(drawn(moons(), "Moons"), data="moons")
    train(window, qtbot)
    window.workspace.select({"fc1"})
    key(window)
    assert shown(window, qtbot).picture.text().count(", ") == 1
    window.workspace.open(small())
    window.workspace.do("Set data", replace(small(), recipe=replace(small().recipe, data="digits")))
    train(window, qtbot)
    window.workspace.select({"conv1"})
    key(window)
    view = window.editor.looking.view
    qtbot.waitUntil(lambda: view.look is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: view.picture.height() == 132)


def test_it_follows_the_run_from_epoch_to_epoch(opened: Open, qtbot: QtBot):
    window = opened(small(), epochs=2_000)
    window.run_bar.train()
    qtbot.waitUntil(lambda: window.runner.state is State.RUNNING, timeout=PATIENCE)
    choose_wire(window)
    key(window)
    view = shown(window, qtbot)
    first = view.look
    assert first is not None
    qtbot.waitUntil(lambda: view.look.step > first.step, timeout=PATIENCE)
    assert not np.array_equal(view.look.values, first.values)
    assert np.array_equal(view.look.inputs, first.inputs)
    window.runner.stop()
    qtbot.waitUntil(lambda: window.runner.state is State.IDLE, timeout=PATIENCE)
    run = window.runner.run
    qtbot.waitUntil(lambda: view.look.step == run.state.step, timeout=PATIENCE)


def test_a_run_that_is_watched_tells_the_same_losses(opened: Open, qtbot: QtBot):
    def losses(watched: bool) -> list[float]:
        window, told = opened(small(), epochs=30), []
        hear = lambda events: told.extend(events)  # noqa: E731
        window.runner.told.connect(hear)
        window.run_bar.train()
        qtbot.waitUntil(lambda: window.runner.state is State.RUNNING, timeout=PATIENCE)
        if watched:
            looks = 0
            while window.runner.state is not State.IDLE:
                looks += len(rest(window, middle(window))) > 0
                window.editor.looking._last = None  # so that each tip asks anew
                qtbot.wait(20)
            assert looks > 5
        qtbot.waitUntil(lambda: window.runner.state is State.IDLE, timeout=PATIENCE)
        window.runner.told.disconnect(hear)
        QToolTip.hideText()
        return [loss for event in told for loss in getattr(event, "losses", ())]

    assert losses(watched=True) == losses(watched=False)


def test_what_the_run_did_not_have_is_told_in_a_sentence(trained: MainWindow):
    said = []
    trained.workspace.said.connect(said.append)
    document = trained.workspace.document
    changed = edits.set_setting(document.settled, ["conv1"], "out_channels", 8)
    trained.workspace.do("Set out_channels to 8", changed)
    choose_wire(trained)
    key(trained)
    assert said[-1] == "conv1 is no part of the last run: train again to see it"
    assert len(rest(trained, middle(trained))) == 2
    QToolTip.hideText()


def test_it_is_said_in_another_language_and_dressed_in_another_theme(
    trained: MainWindow, qtbot: QtBot
):
    choose_wire(trained)
    key(trained)
    view = shown(trained, qtbot)
    dark = view.grab().toImage().pixelColor(3, 3)
    trained.windows.set_theme("light")
    assert view.grab().toImage().pixelColor(3, 3) != dark
    trained.windows.set_theme("dark")
    english = view.seen.text()
    trained.windows.set_language("zh_CN")
    assert view.seen.text() != english
    assert view.counted.text() != "Sample 1 of 16"
    trained.windows.set_language("en")
    assert view.seen.text() == english


@needs_mnist
def test_the_feature_maps_of_a_real_digit_are_seen(opened: Open, qtbot: QtBot):
    window = opened(drawn(r0(), "SimpleCnn"), ROOT, data="mnist", batch_size=64)
    window.run_bar.train()
    qtbot.waitUntil(lambda: window.runner.state is State.RUNNING, timeout=PATIENCE)
    window.workspace.select({"conv1"})
    key(window)
    view = shown(window, qtbot)
    assert view.look is not None
    assert view.target.text() == "Class 7"
    assert len(view.pictures.pictures) == view.look.shape[1] == 32
    # A trained eye is not needed: the maps differ where the digit is, and hardly elsewhere.
    maps = view.look.values[0]
    digit = view.look.inputs[0, 0] > 0.5
    assert maps[:, digit].std() > 2 * maps[:, :3].std()
    window.runner.stop()
    qtbot.waitUntil(lambda: window.runner.state is State.IDLE, timeout=PATIENCE)
