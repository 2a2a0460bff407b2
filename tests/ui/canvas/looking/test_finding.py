"""Finding by words: what is not meant is dimmed, and the camera waits to be asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from nodegraph.document import Point, edits
from tests.networks import layer
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import PaintProbe
from tests.ui.conftest import child

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(canvas, qtbot):
    with qtbot.waitActive(canvas):
        canvas.activateWindow()
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_F, CONTROL)
    return canvas.finding.bar.field


def dimmed(canvas) -> set[str]:
    return {node for node, item in canvas.graph_scene.nodes.items() if item.dimmed}


def count(canvas) -> str:
    return canvas.finding.bar.count.text()


def test_what_is_not_meant_is_dimmed_while_one_types(canvas, field, steps) -> None:
    assert field.hasFocus()
    before = canvas.view
    QTest.keyClicks(field, "conv")
    assert dimmed(canvas) == {"image", "relu1", "add", "pool1"}
    assert canvas.graph_scene.wires.faded
    assert count(canvas) == "2 found"
    QTest.keyClicks(field, " out>99")
    assert count(canvas) == "Nothing is found"
    assert canvas.view == before
    assert canvas.workspace.selection == frozenset()
    assert steps() == []


def test_enter_goes_round_and_the_camera_moves_only_then(canvas, field) -> None:
    QTest.keyClicks(field, "conv")
    canvas.scroll_by(3000, 0)
    went = []
    for key, modifiers in (
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, SHIFT),
        (Key.Key_Return, SHIFT),
    ):
        QTest.keyClick(field, key, modifiers)
        [node] = canvas.workspace.selection
        went.append(node)
        assert canvas.viewport().rect().contains(canvas.node_rect(node))
    first, second = went[:2]
    assert {first, second} == {"conv1", "conv3d"}
    assert went == [first, second, first, second, first]
    assert count(canvas) == "1 of 2"


@pytest.mark.parametrize("how", ["key", "button"])
def test_all_that_is_found_is_selected_to_be_changed_together(canvas, field, said, how) -> None:
    before = canvas.view
    QTest.keyClicks(field, "conv")
    if how == "key":
        QTest.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    else:
        button = child(canvas.finding.bar, "find_all", QToolButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert canvas.workspace.selection == {"conv1", "conv3d"}
    assert said[-1] == "Selected 2 nodes"
    assert not canvas.finding.is_open
    assert dimmed(canvas) == set()
    assert canvas.hasFocus()
    assert canvas.view == before


@pytest.mark.parametrize("typed", ["", "nowhere"])
def test_where_nothing_is_found_the_selection_stays(canvas, field, typed) -> None:
    canvas.workspace.select(["relu1"])
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert canvas.workspace.selection == {"relu1"}
    assert canvas.finding.is_open


def test_one_comes_back_to_the_view_before(canvas, field) -> None:
    canvas.scroll_by(3000, 0)
    before = canvas.view
    QTest.keyClicks(field, "conv1")
    QTest.keyClick(field, Key.Key_Return)
    assert not canvas.view.is_near(before)
    QTest.keyClick(field, Key.Key_Escape)
    QTest.keyClick(canvas, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert canvas.view.is_near(before)


@pytest.mark.parametrize("how", ["escape", "button"])
def test_the_end_leaves_everything_as_bright_as_it_was(canvas, field, how) -> None:
    QTest.keyClicks(field, "conv")
    if how == "escape":
        QTest.keyClick(field, Key.Key_Escape)
    else:
        close = child(canvas, "find_close", QToolButton)
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert dimmed(canvas) == set()
    assert not canvas.graph_scene.wires.faded
    assert not canvas.finding.is_open
    assert canvas.hasFocus()


def test_f3_goes_on_with_what_was_looked_for_last(canvas, field) -> None:
    QTest.keyClicks(field, "add")
    QTest.keyClick(field, Key.Key_Escape)
    QTest.keyClick(canvas, Key.Key_F3)
    assert canvas.workspace.selection == {"add"}
    assert dimmed(canvas)


def test_what_cannot_be_read_is_told_and_dims_nothing(canvas, field) -> None:
    QTest.keyClicks(field, "colour:red")
    assert "colour" in count(canvas)
    assert canvas.finding.bar.count.property("kind") == "bad"
    assert dimmed(canvas) == set()


def test_the_keys_of_the_canvas_are_letters_in_the_bar(canvas, field, steps) -> None:
    QTest.keyClicks(field, "jl[1")
    QTest.keyClick(field, Key.Key_Left)
    QTest.keyClick(field, Key.Key_Backspace)
    assert field.text() == "jl1"
    assert canvas.workspace.selection == frozenset()
    assert steps() == []


def test_a_node_added_meanwhile_is_looked_at_too(canvas, field) -> None:
    QTest.keyClicks(field, "conv")
    workspace = canvas.workspace
    for kind in ("ReLU", "Conv2d"):
        drawing, node = edits.add(workspace.document.settled, layer(kind), Point(0, 400))
        workspace.do(f"Added {node}", drawing)
        assert (node in dimmed(canvas)) == (kind == "ReLU")
    assert count(canvas) == "3 found"


def test_another_drawing_ends_it(canvas, field) -> None:
    QTest.keyClicks(field, "conv")
    canvas.workspace.open(ladder(20))
    assert not canvas.finding.is_open
    assert dimmed(canvas) == set()


def test_the_bar_stays_over_the_canvas(canvas, field) -> None:
    canvas.resize(600, 500)
    bar = canvas.finding.bar
    assert abs(bar.geometry().center().x() - canvas.rect().center().x()) <= 1
    assert canvas.rect().contains(bar.geometry())


@pytest.mark.parametrize("zoom", [0.1, 0.45, 1.0])
def test_dimming_costs_no_paint_call(opened, monkeypatch, zoom) -> None:
    canvas = opened(ladder(400))
    canvas.zoom_at(canvas.rect().center().toPointF(), zoom)
    probe = PaintProbe(monkeypatch)
    before = probe.frame(canvas)
    canvas.finding.open()
    canvas.finding.bar.field.setText("conv")
    assert probe.frame(canvas) == before
