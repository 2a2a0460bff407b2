"""Another layer in a node's place: dropped on it from the palette, or searched for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point, edits
from nodegraph.document.writing import text_of
from nodegraph.graph import Graph, Port
from nodegraph.ui.canvas.adding.lost import LostWire
from nodegraph.ui.canvas.overlay import Said
from tests.networks import layer, wired
from tests.ui.canvas.pointer import LEFT, RIGHT, Hand, middle_of_wire

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def over(canvas):
    """The middle of a node, in px of the viewport."""
    return lambda node: canvas.node_rect(node).center()


def kind(canvas, node) -> str:
    return canvas.workspace.drawing.graph.nodes[node].layer.kind


def sayings(canvas) -> list[str]:
    marks = canvas.graph_scene.overlay.marks
    return [mark.text.text() for mark in marks if isinstance(mark, Said)]


def test_a_layer_dropped_on_a_node_of_another_kind_replaces_it_in_one_step(
    canvas, hand, steps, over
):
    before = canvas.workspace.drawing
    hand.drop(hand.carry("Tanh", over("relu1")), over("relu1"))
    graph = canvas.workspace.drawing.graph
    assert graph.nodes["relu1"].layer.kind == "Tanh"
    assert graph.nodes["relu1"].title == "tanh1"
    assert graph.wires == before.graph.wires
    assert canvas.workspace.drawing.places == before.places
    assert steps() == ["Replaced relu1 by Tanh"]
    assert canvas.workspace.selection == {"relu1"}
    canvas.workspace.go_to(0)
    assert canvas.workspace.drawing is before


def test_while_it_is_held_there_it_is_shown_as_it_would_be(canvas, hand, steps, over):
    hand.carry("AvgPool2d", over("pool1"))
    assert kind(canvas, "pool1") == "AvgPool2d"
    assert canvas.workspace.drawing.graph.nodes["pool1"].layer.kernel_size == 2  # kept
    assert sayings(canvas) == ["Replace pool1 by AvgPool2d"]
    assert steps() == []
    assert not canvas.workspace.document.dirty


def test_it_is_worked_out_once_for_a_node_however_far_the_pointer_moves(canvas, hand, over):
    changes = []
    canvas.workspace.changed.connect(lambda *drawings: changes.append(drawings))
    data = hand.carry("Tanh", over("relu1"))
    for way in range(1, 9):
        hand.carry_on(data, over("relu1") + QPointF(way, 0).toPoint())
    assert len(changes) == 1


def test_what_is_carried_away_leaves_the_node_as_it_was(canvas, hand, steps, over):
    """T-17"""
    before, text = canvas.workspace.drawing, text_of(canvas.workspace.drawing)
    hand.carry("Tanh", over("relu1"))
    hand.carry_away()
    assert canvas.workspace.drawing is before
    assert text_of(before) == text
    assert steps() == []
    assert not canvas.workspace.document.dirty
    assert not canvas.graph_scene.overlay.marks
    assert canvas.graph_scene.nodes["relu1"].node is before.graph.nodes["relu1"]


def test_beside_the_node_it_is_added_as_ever(canvas, hand, steps, over):
    data = hand.carry("Tanh", over("relu1"))
    free = canvas.node_rect("add").bottomRight() + QPointF(150, 150).toPoint()
    hand.drop(data, free)
    assert kind(canvas, "relu1") == "ReLU"
    assert steps() == ["Added tanh1"]


def test_what_is_shown_over_a_wire_after_a_node_is_what_is_dropped(opened):
    # Over `flat` a Dropout2d takes its place: from there a picture would come into the wire.
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(wired(graph, "flat", layer("Flatten"), "image"), "fc", layer("Linear"), "flat")
    places = {"image": Point(0, 0), "flat": Point(200, 0), "fc": Point(500, 0)}
    canvas = opened(Drawing("Small", graph, places))
    hand, at = Hand(canvas), middle_of_wire(canvas, "flat", "fc")
    data = hand.carry("Dropout2d", canvas.node_rect("flat").center())
    hand.carry_on(data, at)
    shown = canvas.workspace.drawing.places
    hand.drop(data, at)
    assert canvas.workspace.document.undo_label == "Added dropout1"
    assert {node: canvas.workspace.drawing.places[node] for node in places} == shown


def test_alt_adds_it_instead(canvas, hand, steps, over):
    data = hand.carry("Tanh", over("relu1"))
    hand.drop(data, over("relu1"), ALT)
    assert kind(canvas, "relu1") == "ReLU"
    assert steps() == ["Added tanh1"]


def test_what_the_node_gets_must_fit_and_the_reason_is_said(canvas, hand, steps, over):
    data = hand.carry("Conv3d", over("conv1"))
    assert kind(canvas, "conv1") == "Conv2d"
    [said] = sayings(canvas)
    assert said.startswith("Conv3d expects")
    hand.drop(data, over("conv1"))
    assert steps() == ["Added conv2"]


def test_wires_that_would_go_are_shown_dashed(canvas, hand, opened, over):
    drawing = canvas.workspace.drawing
    for source in ("image", "relu1"):
        drawing = edits.connect(drawing, Port(source, "output"), Port("add", "input"))
    other = opened(drawing)
    Hand(other).carry("Tanh", other.node_rect("add").center())
    lost = [m for m in other.graph_scene.overlay.marks if isinstance(m, LostWire)]
    assert len(lost) == 1
    assert len(other.workspace.drawing.graph.nodes["add"].feeds) == 1


# Searched for


@pytest.fixture
def search(page):
    """The search for what is to stand in place of relu1, opened from its menu."""
    canvas = page.canvas
    Hand(canvas).click(canvas.node_rect("relu1").center(), RIGHT)
    menu = canvas.menus.menu
    [action] = [a for a in menu.actions() if a.objectName() == "edit.replace"]
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()
    assert canvas.adding.is_open
    return canvas.adding.popup


def history(page) -> list[str]:
    return [step.label for step in page.workspace.document.steps][1:]


def test_the_menu_of_a_node_opens_the_search_and_enter_replaces_it(page, search):
    assert search.hint.text().startswith("Enter puts it in place of relu1")
    QTest.keyClicks(search.field, "gelu")
    assert kind(page.canvas, "relu1") == "GELU"  # shown before it is done
    assert history(page) == []
    QTest.keyClick(search.field, Key.Key_Return)
    assert kind(page.canvas, "relu1") == "GELU"
    assert history(page) == ["Replaced relu1 by GELU"]
    assert not page.canvas.adding.is_open
    assert page.workspace.report.ok


def test_settings_typed_behind_the_name_are_taken(page, search):
    QTest.keyClicks(search.field, "leaky 0.3")
    QTest.keyClick(search.field, Key.Key_Return)
    made = page.workspace.drawing.graph.nodes["relu1"].layer
    assert (made.kind, made.negative_slope) == ("LeakyReLU", 0.3)


def test_esc_leaves_the_node_as_it_was(page, search):
    """T-17"""
    before = page.workspace.document.settled
    QTest.keyClicks(search.field, "gelu")
    QTest.keyClick(search.field, Key.Key_Escape)
    assert page.workspace.drawing is before
    assert history(page) == []
    assert not page.workspace.document.dirty
    assert not page.canvas.graph_scene.overlay.marks


def test_only_layers_that_take_what_comes_and_are_of_another_kind_are_listed(page, search):
    QTest.keyClicks(search.field, "conv3d")
    assert "Conv3d" not in [row.text for row in search.choices.rows if row.kind == "layer"]
    search.field.clear()
    QTest.keyClicks(search.field, "relu")
    listed = [row.text for row in search.choices.rows if row.kind == "layer"]
    assert "ReLU" not in listed
    assert "LeakyReLU" in listed


def test_ctrl_enter_does_not_go_on_from_a_replacement(page, search):
    QTest.keyClicks(search.field, "gelu")
    QTest.keyClick(search.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert history(page) == ["Replaced relu1 by GELU"]
    assert not page.canvas.adding.is_open


def test_with_no_node_or_several_selected_it_is_said(page):
    said: list[str] = []
    page.workspace.said.connect(said.append)
    page.workspace.select(())
    page.actions_by_name["edit.replace"].trigger()
    page.workspace.select({"relu1", "relu2"})
    page.actions_by_name["edit.replace"].trigger()
    assert said == ["Not replaced: select one node"] * 2
    assert not page.canvas.adding.is_open
