"""A canvas on a small network, and a hand to draw with."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.commands import COMMANDS, actions
from nodegraph.ui.theme import DARK
from nodegraph.ui.window import MainWindow
from nodegraph.ui.workspace import Workspace
from tests.networks import layer, wired
from tests.ui.canvas.pointer import Hand

Opener = Callable[[Drawing], Canvas]


def two_branches() -> Drawing:
    """A picture, a convolution and a ReLU; a free Linear, Add and Output to wire."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "conv1", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "relu1", layer("ReLU"), "conv1")
    graph = wired(graph, "add", layer("Add"))
    graph = wired(graph, "pool1", layer("MaxPool2d", kernel_size=2))
    graph = wired(graph, "conv3d", layer("Conv3d", out_channels=8))
    places = {
        "image": Point(0, 0),
        "conv1": Point(200, 0),
        "relu1": Point(400, 0),
        "add": Point(600, 200),
        "pool1": Point(400, 200),
        "conv3d": Point(200, 200),
    }
    return Drawing("Small", graph, places)


def give_keys(canvas: Canvas) -> None:
    """The commands that a canvas can do by itself, by their keys, as its window gives them."""
    root = SimpleNamespace(canvas=canvas)
    for command in COMMANDS:
        if command.slot.startswith("canvas."):
            canvas.addAction(actions.action(command, root, canvas))


@pytest.fixture
def opened(qtbot) -> Opener:
    """Opens a canvas on a drawing, at 100 %."""

    def open_canvas(drawing: Drawing) -> Canvas:
        workspace = Workspace(drawing)
        canvas = Canvas(workspace, DARK)
        workspace.setParent(canvas)
        qtbot.addWidget(canvas)
        give_keys(canvas)
        canvas.resize(1000, 700)
        canvas.show()
        canvas.activateWindow()
        canvas.setFocus()
        canvas.zoom_reset()
        return canvas

    return open_canvas


@pytest.fixture
def canvas(opened: Opener) -> Canvas:
    """The canvas on two branches."""
    return opened(two_branches())


@pytest.fixture
def hand(canvas: Canvas) -> Hand:
    """A hand over that canvas."""
    return Hand(canvas)


@pytest.fixture
def steps(canvas: Canvas) -> Callable[[], list[str]]:
    """The labels of all steps of undo, the oldest first; leaves the drawing as it was."""

    def labels() -> list[str]:
        document, found = canvas.workspace.document, []
        while document.undo_label is not None:
            found.append(document.undo_label)
            document.undo()
        for _ in found:
            document.redo()
        return found[::-1]

    return labels


@pytest.fixture
def said(canvas: Canvas) -> list[str]:
    """What the status bar is told, the oldest first."""
    heard: list[str] = []
    canvas.workspace.said.connect(heard.append)
    return heard


@pytest.fixture
def page(editor: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on the SimpleCNN, its canvas with the keys."""
    editor.activateWindow()
    qtbot.waitActive(editor)
    editor.canvas.setFocus()
    return editor
