"""The Arrange menu by its keys: each command is one step for the whole selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from nodegraph.document import Point
from nodegraph.graph import Port
from nodegraph.ui.canvas.gestures.move import HandsFreeMove
from tests.ui.canvas.pointer import PLAIN, SHIFT, Hand, grip

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
THREE = {"conv1", "relu1", "pool1"}


def places(canvas):
    return dict(canvas.workspace.drawing.places)


@pytest.mark.parametrize(
    ("key", "modifiers", "chosen", "sentence"),
    [
        (Key.Key_Left, ALT | SHIFT, THREE, "Aligned 3 nodes at the left"),
        (Key.Key_Right, ALT | SHIFT, THREE, "Aligned 3 nodes at the right"),
        (Key.Key_Up, ALT | SHIFT, THREE, "Aligned 3 nodes at the top"),
        (Key.Key_Down, ALT | SHIFT, THREE, "Aligned 3 nodes at the bottom"),
        (Key.Key_H, ALT | SHIFT, THREE, "Spread 3 nodes evenly across"),
        (Key.Key_V, ALT | SHIFT, THREE, "Spread 3 nodes evenly down"),
        (Key.Key_Q, PLAIN, {"conv1", "relu1"}, "Straightened the wires of 2 nodes"),
        (Key.Key_Q, PLAIN, {"relu1"}, "Straightened the wires of relu1"),
        (Key.Key_H, PLAIN, THREE, "Collapsed 3 nodes"),
        (Key.Key_H, SHIFT, {"conv1"}, "Hid unused ports of conv1"),
    ],
)
def test_a_key_arranges_the_selection_in_one_step(
    canvas, hand, steps, qtbot, key, modifiers, chosen, sentence
):
    before = canvas.workspace.drawing
    canvas.workspace.select(chosen)
    with qtbot.waitSignal(canvas.workspace.said) as said:
        hand.key(key, modifiers)
    assert steps() == [sentence]
    assert said.args == [sentence]
    assert canvas.workspace.drawing.graph is before.graph
    canvas.workspace.document.undo()
    assert canvas.workspace.drawing is before


@pytest.mark.parametrize(
    ("key", "modifiers", "chosen", "sentence"),
    [
        (Key.Key_Left, ALT | SHIFT, {"conv1"}, "Select 2 nodes or more first"),
        (Key.Key_H, ALT | SHIFT, {"conv1", "relu1"}, "Select 3 nodes or more first"),
        (Key.Key_Q, PLAIN, set(), "Select a node first"),
        (Key.Key_G, PLAIN, set(), "Select a node first"),
        (Key.Key_Up, ALT | SHIFT, {"conv1", "relu1"}, "They are in line already"),
    ],
)
def test_where_nothing_can_be_arranged_it_is_said(
    canvas, hand, steps, qtbot, key, modifiers, chosen, sentence
):
    canvas.workspace.select(chosen)
    with qtbot.waitSignal(canvas.workspace.said) as said:
        hand.key(key, modifiers)
    assert said.args == [sentence]
    assert steps() == []


def test_a_level_wire_has_both_its_ports_at_one_height(canvas, hand):
    canvas.workspace.select({"conv1", "relu1"})
    hand.key(Key.Key_Q)
    nodes = canvas.graph_scene.nodes
    assert nodes["conv1"].port_at("output", True).y() == nodes["relu1"].port_at("input", False).y()


# G: moving without a button


def hands_free(canvas, hand, chosen=("conv1",)):
    canvas.workspace.select(set(chosen))
    start = grip(canvas, "conv1")
    hand.move(start)
    hand.key(Key.Key_G)
    assert isinstance(canvas.gesture, HandsFreeMove)
    hand.move(start + QPoint(0, 150))
    hand.move(start + QPoint(0, 296))
    return start + QPoint(0, 296)


@pytest.mark.parametrize("end", ["a click", "Enter", "G"])
def test_g_moves_with_the_pointer_until_a_click_or_enter(canvas, hand, steps, end):
    at = hands_free(canvas, hand)
    assert canvas.workspace.drawing.places["conv1"].y == 296  # seen before it is done
    assert canvas.workspace.document.undo_label is None
    if end == "a click":
        hand.click(at)
    else:
        hand.key({"Enter": Key.Key_Return, "G": Key.Key_G}[end])
    assert canvas.gesture is None
    assert steps() == ["Moved conv1"]
    assert canvas.workspace.selection == {"conv1"}
    hand.move(at + QPoint(40, 40))
    assert canvas.workspace.drawing.places["conv1"].y == 296


@pytest.mark.parametrize("by", ["Esc", "the right button"])
def test_escape_and_the_right_button_put_everything_back(canvas, hand, steps, by):
    before = canvas.workspace.drawing
    at = hands_free(canvas, hand)
    if by == "Esc":
        hand.key(Key.Key_Escape)
    else:
        hand.interrupt(at)
    assert canvas.gesture is None
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert canvas.workspace.selection == {"conv1"}


def test_g_and_enter_at_once_is_no_step(canvas, hand, steps):
    canvas.workspace.select({"conv1", "relu1"})
    hand.move(grip(canvas, "conv1"))
    hand.key(Key.Key_G)
    hand.key(Key.Key_Return)
    assert steps() == []
    assert canvas.workspace.selection == {"conv1", "relu1"}


# Alt at the press: copies


def test_alt_at_the_press_drags_copies_in_one_step(canvas, steps):
    before, hand, start = places(canvas), Hand(canvas), grip(canvas, "conv1")
    hand.hold(start, start + QPoint(0, 296), modifiers=ALT)
    assert len(canvas.graph_scene.nodes) == 7  # the copy is seen before the release
    assert canvas.workspace.document.undo_label is None
    hand.release(start + QPoint(0, 296), ALT)
    assert canvas.workspace.selection == {"conv2"}
    assert steps() == ["Duplicated conv2"]
    after = canvas.workspace.drawing
    assert {n: after.places[n] for n in before} == before
    assert after.places["conv2"] == Point(200, 296)
    assert after.graph.nodes["conv2"].layer == after.graph.nodes["conv1"].layer


def test_alt_drags_copies_of_the_whole_selection_with_their_wires(canvas, steps):
    canvas.workspace.select({"conv1", "relu1"})
    hand, start = Hand(canvas), grip(canvas, "conv1")
    hand.drag(start, start + QPoint(0, 296), modifiers=ALT)
    assert steps() == ["Duplicated 2 nodes"]
    nodes = canvas.workspace.drawing.graph.nodes
    assert nodes["relu2"].inputs["input"] == Port("conv2", "output")
    at = canvas.workspace.drawing.places
    assert at["relu2"].x - at["conv2"].x == at["relu1"].x - at["conv1"].x


@pytest.mark.parametrize("end", ["Esc", "where it began", "no move"])
def test_copies_that_are_not_dropped_leave_no_trace(canvas, steps, end):
    canvas.workspace.select({"relu1"})
    before, hand, start = canvas.workspace.drawing, Hand(canvas), grip(canvas, "conv1")
    if end == "no move":
        hand.click(start, modifiers=ALT)
        assert canvas.workspace.selection == {"conv1"}
    else:
        hand.hold(start, start + QPoint(0, 296), modifiers=ALT)
        if end == "Esc":
            hand.key(Key.Key_Escape)
        else:
            hand.move(start, ALT)
        hand.release(start, ALT)
        assert canvas.workspace.selection == {"relu1"}
    assert canvas.workspace.drawing is before
    assert set(canvas.graph_scene.nodes) == set(before.graph.nodes)
    assert steps() == []
