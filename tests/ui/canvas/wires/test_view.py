"""How wires are shown: their form, which of them, and the shapes on them; by menu, key and hold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas import Canvas, menus
from nodegraph.ui.theme import DARK
from nodegraph.ui.window import MainWindow
from tests.ui.canvas.conftest import two_branches
from tests.ui.conftest import at_the_canvas

W, S, Y = Qt.Key.Key_W, Qt.Key.Key_S, Qt.Key.Key_Y


@pytest.fixture
def canvas(window: MainWindow, qtbot: QtBot):
    """The canvas of the window, with the keys."""
    return at_the_canvas(window, qtbot, two_branches())


def slot(canvas, source, target):
    return canvas.graph_scene.slot_of(Wire(Port(source, "output"), Port(target, "input")))


def checked(window, kind):
    start = f"view.wires.{kind}."
    actions = window.actions_by_name
    return [
        n.removeprefix(start) for n, a in actions.items() if n.startswith(start) and a.isChecked()
    ]


def test_w_shows_all_wires_then_those_of_the_selection_then_none(canvas, window):
    wires = canvas.graph_scene.wires
    said: list[str] = []
    canvas.workspace.said.connect(said.append)
    canvas.workspace.select({"image"})
    QTest.keyClick(canvas, W)
    assert wires.only == {slot(canvas, "image", "conv1")}
    assert checked(window, "shown") == ["chosen"]
    canvas.workspace.select({"relu1"})
    assert wires.only == {slot(canvas, "conv1", "relu1")}
    QTest.keyClick(canvas, W)
    assert wires.only == set()
    QTest.keyClick(canvas, W)
    assert wires.only is None
    assert len(said) == 3
    assert canvas.workspace.document.undo_label is None


def test_holding_w_shows_all_wires_meanwhile(canvas, qtbot):
    wires = canvas.graph_scene.wires
    canvas.wire_view.show_wires("none")
    QTest.keyPress(canvas, W)
    qtbot.waitUntil(lambda: wires.only is None)
    QTest.keyRelease(canvas, W)
    assert wires.only == set()
    assert canvas.wire_view.shown == "none"


def test_a_wire_that_is_not_shown_is_not_pointed_at(canvas):
    path = canvas.graph_scene.wires.shapes[slot(canvas, "conv1", "relu1")].path
    at = canvas.mapFromScene(path.pointAtPercent(0.5))
    assert canvas.hover.wire_at(at) is not None
    canvas.wire_view.show_wires("none")
    assert canvas.hover.wire_at(at) is None


def test_the_wires_of_the_node_under_the_pointer_are_shown(canvas):
    canvas.wire_view.show_wires("chosen")
    assert canvas.graph_scene.wires.only == set()
    canvas.hover.follow(canvas.node_rect("conv1").center())
    assert canvas.graph_scene.wires.only == {
        slot(canvas, "image", "conv1"),
        slot(canvas, "conv1", "relu1"),
    }


def test_s_writes_shapes_on_wires_always_or_never(canvas, window, qtbot):
    label = lambda: canvas.graph_scene.wires.shapes[slot(canvas, "conv1", "relu1")].label  # noqa: E731
    moved = canvas.workspace.drawing
    assert label() is None
    QTest.keyClick(canvas, S)
    assert checked(window, "shapes") == ["always"]
    assert label() is None  # there is no room between the two
    canvas.workspace.do("Moved", edits.move(moved, {"relu1": Point(600, 0)}))
    assert label().text.text() == "B×8×28×28"
    QTest.keyClick(canvas, S)
    assert label() is None
    at = canvas.graph_scene.wires.shapes[slot(canvas, "conv1", "relu1")].path.pointAtPercent(0.5)
    canvas.hover.follow(canvas.mapFromScene(at))
    qtbot.waitUntil(lambda: canvas.graph_scene.wires.hovered is not None)
    names = [type(mark).__name__ for mark in canvas.graph_scene.overlay.marks]
    assert "WireLabel" not in names


def test_form_and_shapes_are_remembered(canvas, window, qtbot):
    window.actions_by_name["view.wires.form.square"].trigger()
    window.actions_by_name["view.wires.shapes.always"].trigger()
    assert window.settings.get("wires.form") == "square"
    assert window.settings.get("wires.shapes") == "always"
    assert checked(window, "form") == ["square"]
    again = Canvas(canvas.workspace, DARK)
    qtbot.addWidget(again)
    again.wire_view.restore(window.settings)
    assert (again.wire_view.form, again.wire_view.shapes) == ("square", "always")
    assert again.wire_view.shown == "all"


def test_square_wires_are_drawn_at_once_and_are_no_step(canvas):
    path = lambda: canvas.graph_scene.wires.shapes[slot(canvas, "conv1", "relu1")].path  # noqa: E731
    before = path()
    canvas.wire_view.show_form("square")
    assert path() != before
    assert canvas.workspace.document.undo_label is None
    canvas.wire_view.show_form("curved")
    assert path() == before


def test_y_held_cuts_although_it_is_the_key_of_a_command(canvas):
    path = canvas.graph_scene.wires.shapes[slot(canvas, "conv1", "relu1")].path
    at = canvas.mapFromScene(path.pointAtPercent(0.5))
    QTest.keyPress(canvas, Y)
    assert canvas.cuts
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(0, 40))
    QTest.mouseMove(canvas.viewport(), at + QPoint(0, 40))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(0, 40))
    QTest.keyRelease(canvas, Y)
    assert not canvas.cuts
    assert canvas.workspace.document.undo_label == "Cut a wire"


def test_the_menu_of_a_wire_fits_what_it_is(canvas):
    scene = canvas.graph_scene
    line = slot(canvas, "image", "conv1")
    canvas.workspace.select(())
    scene.wires.choose(line)
    assert canvas.menus._of_wire(line) == menus.WIRE
    canvas.dots.add()
    assert canvas.menus._of_wire(line) == menus.DOTTED
    scene.wires.choose(line)
    canvas.dots.straighten()
    scene.wires.choose(line)
    canvas.dots.hide()
    assert canvas.menus._of_wire(line) == menus.PORTAL
