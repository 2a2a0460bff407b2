"""The menu Select: what belongs together, by command and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from tests.networks import layer, wired

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("image", "top", "low", "deep", "sum", "relu", "pool")


@pytest.fixture
def canvas(window, qtbot):
    graph = wired(Graph(), "image", layer("Input", shape=(3, 8, 8)))
    graph = wired(graph, "top", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "low", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "deep", layer("Conv2d", out_channels=4, padding=1), "low")
    graph = wired(graph, "sum", layer("Add"), "top", "deep")
    graph = wired(graph, "relu", layer("ReLU"), "sum")
    graph = wired(graph, "pool", layer("MaxPool2d"))
    places = {node: Point(180 * at, 90 * (at % 2)) for at, node in enumerate(NAMES)}
    window.workspace.open(Drawing("Small", graph, places))
    window.files.opened.emit()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    return window.canvas


@pytest.mark.parametrize(
    ("name", "chosen", "found"),
    [
        ("same_type", {"deep"}, {"top", "low", "deep"}),
        ("same_settings", {"top"}, {"top", "low"}),
        ("between", {"low", "sum"}, {"low", "deep", "sum"}),
        ("unconnected", set(), {"relu", "pool"}),
        ("at_fault", {"deep"}, {"image", "sum", "pool"}),
    ],
)
def test_the_menu_selects_what_belongs_together(canvas, window, name, chosen, found) -> None:
    before = canvas.view
    canvas.workspace.select(chosen)
    window.actions_by_name[f"edit.select.{name}"].trigger()
    assert canvas.workspace.selection == found
    assert canvas.view == before
    assert canvas.workspace.document.undo_label is None


@pytest.mark.parametrize(
    ("key", "modifiers", "found"),
    [
        (Key.Key_A, CONTROL, set(NAMES)),
        (Key.Key_A, CONTROL | SHIFT, set()),
        (Key.Key_I, CONTROL, set(NAMES) - {"low"}),
        (Key.Key_BraceLeft, Qt.KeyboardModifier.NoModifier, {"low", "image"}),
        (Key.Key_BraceRight, Qt.KeyboardModifier.NoModifier, {"low", "deep", "sum", "relu"}),
    ],
)
def test_keys_select_too(canvas, key, modifiers, found) -> None:
    canvas.workspace.select({"low"})
    QTest.keyClick(canvas, key, modifiers)
    assert canvas.workspace.selection == found


@pytest.mark.parametrize(
    ("name", "words"),
    [("same_type", "Select a node first"), ("between", "Select 2 nodes or more first")],
)
def test_without_enough_selected_it_says_what_is_needed(canvas, window, name, words) -> None:
    said: list[str] = []
    canvas.workspace.said.connect(said.append)
    window.actions_by_name[f"edit.select.{name}"].trigger()
    assert said == [words]


def test_what_finds_nothing_says_so_and_changes_nothing(canvas, window) -> None:
    graph = wired(Graph(), "image", layer("Input", shape=(3, 8, 8)))
    graph = wired(graph, "out", layer("Output"), "image")
    window.workspace.open(Drawing("Whole", graph, {"image": Point(0, 0), "out": Point(200, 0)}))
    said: list[str] = []
    canvas.workspace.said.connect(said.append)
    canvas.workspace.select({"out"})
    window.actions_by_name["edit.select.unconnected"].trigger()
    assert said == ["Every node is connected"]
    assert canvas.workspace.selection == {"out"}
