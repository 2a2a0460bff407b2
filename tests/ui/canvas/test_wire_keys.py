"""Wiring by the keys of the window: joins, letters, Tab and Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Port
from nodegraph.ui.canvas.commands.link_mode import LinkMode
from nodegraph.ui.window import MainWindow
from tests.networks import layer, wired
from tests.ui.canvas.pointer import CONTROL, Hand
from tests.ui.conftest import at_the_canvas

Key = Qt.Key
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(window: MainWindow, qtbot: QtBot):
    """The canvas of the window: two pictures, of which one feeds a ReLU; a pooling, a flat one."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "other", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "relu", layer("ReLU"), "image")
    graph = wired(graph, "pool", layer("MaxPool2d"))
    graph = wired(graph, "flat", layer("Flatten"), "image")
    graph = wired(graph, "fc", layer("Linear"), "flat")
    graph = wired(graph, "attention", layer("MultiheadAttention", num_heads=2))
    spots = ((0, 0), (0, 150), (220, 0), (430, 0), (220, 150), (430, 150), (220, 300))
    places = {node: Point(*at) for node, at in zip(graph.nodes, spots, strict=True)}
    made = at_the_canvas(window, qtbot, Drawing("Small", graph, places))
    made.centerOn(300, 180)
    return made


def press(canvas, *keys, modifiers=PLAIN):
    for key in keys:
        QTest.keyClick(canvas, key, modifiers)


def steps(canvas) -> list[str]:
    return [step.label for step in canvas.workspace.document.steps][1:]


def source_of(canvas, node, name="input") -> str:
    return canvas.workspace.drawing.graph.nodes[node].inputs[name].node


def test_shift_j_takes_the_place_of_the_wires_that_are_there(canvas, said):
    canvas.workspace.select(["other", "relu", "pool"])
    press(canvas, Key.Key_J, modifiers=SHIFT)
    assert source_of(canvas, "relu") == "other"
    assert source_of(canvas, "pool") == "relu"
    assert steps(canvas) == ["Joined 3 nodes in place of other wires"] == said
    canvas.workspace.document.undo()
    assert source_of(canvas, "relu") == "image"


def test_shift_j_says_why_it_joins_nothing(canvas, said):
    canvas.workspace.select(["image", "relu"])
    press(canvas, Key.Key_J, modifiers=SHIFT)
    assert steps(canvas) == []
    assert said == ["Not joined: they are joined already"]


def letters(canvas, node, name) -> list[Key]:
    ports = canvas.gesture.ports
    [code] = [code for code, found in ports.items() if found.port == Port(node, name)]
    return [Key[f"Key_{letter.upper()}"] for letter in code]


def test_while_letters_are_shown_their_keys_are_no_commands(canvas):
    view = canvas.view
    press(canvas, Key.Key_Semicolon)
    assert isinstance(canvas.gesture, LinkMode)
    ends = ("relu", "output"), ("pool", "input")
    for node, name in ends:
        press(canvas, *letters(canvas, node, name))
    assert source_of(canvas, "pool") == "relu"
    for node, name in (("other", "output"), ("relu", "input")):
        press(canvas, *letters(canvas, node, name))
    assert source_of(canvas, "relu") == "other"
    press(canvas, *letters(canvas, "other", "output"), Key.Key_Backspace)
    assert steps(canvas) == ["Connected relu to pool", "Connected other to relu in place of image"]
    assert len(canvas.workspace.drawing.graph.nodes) == 7
    assert canvas.view == view
    press(canvas, Key.Key_Z, modifiers=CONTROL)  # a command that letters leave alone
    assert isinstance(canvas.gesture, LinkMode)
    assert source_of(canvas, "relu") == "image"
    press(canvas, Key.Key_Escape)
    assert canvas.gesture is None


def test_tab_over_a_body_changes_the_port_and_opens_no_search(canvas):
    hand = Hand(canvas)
    body = canvas.node_rect("attention").center()
    hand.hold(canvas.port_pos(Port("pool", "output")), body)
    assert canvas.gesture.landing.port.name == "query"
    press(canvas, Key.Key_Tab)
    assert canvas.gesture.landing.port.name == "key"
    press(canvas, Key.Key_Tab, modifiers=SHIFT)
    assert canvas.gesture.landing.port.name == "query"
    assert canvas.hasFocus()
    assert not canvas.adding.is_open
    hand.release(body)
    assert source_of(canvas, "attention", "query") == "pool"


def test_enter_accepts_the_cure_and_not_the_settings_of_what_is_selected(canvas):
    canvas.workspace.select({"fc"})
    into = canvas.input_pos(Port("pool", "input"))
    Hand(canvas).drag(canvas.port_pos(Port("flat", "output")), into)
    assert canvas.advice.offers
    press(canvas, Key.Key_Return)
    assert source_of(canvas, "pool") == "unflatten1"
    assert canvas.hasFocus()
