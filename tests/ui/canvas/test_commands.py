"""What the canvas does by keys and menus: the window's own commands, on the real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nodegraph.document import Box, Drawing, Frame, Point
from nodegraph.document.beside import Beside
from nodegraph.graph import Graph, Port, Wire
from nodegraph.ui.window import MainWindow
from tests.networks import layer, wired
from tests.ui.canvas.pointer import RIGHT, Hand
from tests.ui.conftest import at_the_canvas

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def branches() -> Drawing:
    """A picture into two branches that an Add joins; a ReLU and a pooling lie free under them."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "top", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "low", layer("Conv2d", out_channels=8, padding=1), "image")
    graph = wired(graph, "add", layer("Add"), "top", "low")
    graph = wired(graph, "relu1", layer("ReLU"))
    graph = wired(graph, "pool1", layer("MaxPool2d"))
    spots = ((0, 100), (200, 40), (200, 160), (400, 100), (0, 300), (200, 300))
    places = {node: Point(*at) for node, at in zip(graph.nodes, spots, strict=True)}
    return Drawing("Small", graph, places)


@pytest.fixture
def canvas(window: MainWindow, qtbot: QtBot):
    """The canvas of the window, at 100 %, with the keys."""
    return at_the_canvas(window, qtbot, branches())


def press(canvas, key, modifiers=PLAIN):
    QTest.keyClick(canvas, key, modifiers)


def steps(canvas) -> list[str]:
    return [step.label for step in canvas.workspace.document.steps][1:]


def wires(canvas) -> set[tuple[str, str]]:
    return {(w.source.node, w.target.node) for w in canvas.workspace.drawing.graph.wires}


def wire_point(canvas, source, target) -> QPoint:
    slot = canvas.graph_scene.slot_of(Wire(Port(source, "output"), Port(target, "input")))
    return canvas.mapFromScene(canvas.graph_scene.wires.shapes[slot].path.pointAtPercent(0.5))


def offered(canvas) -> list[str]:
    return [a.objectName() for a in canvas.menus.menu.actions() if not a.isSeparator()]


def choose(canvas, name) -> None:
    menu = canvas.menus.menu
    [action] = [a for a in menu.actions() if a.objectName() == name]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.fixture(autouse=True)
def no_menu_stays_open(canvas):
    yield
    canvas.menus.menu.hide()
    QApplication.processEvents()


# Adding


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_Tab, PLAIN), (Key.Key_A, SHIFT)])
def test_a_key_opens_the_search_and_types_into_it(canvas, key, modifiers):
    press(canvas, key, modifiers)
    assert canvas.adding.is_open
    field = canvas.adding.popup.field
    assert field.hasFocus()
    QTest.keyClicks(field, "jl[")  # no command of the canvas while typing
    QTest.keyClick(field, Key.Key_Tab)
    assert field.text() == "jl["
    assert steps(canvas) == []
    QTest.keyClick(field, Key.Key_Escape)
    assert canvas.hasFocus()


def test_what_was_placed_is_remembered_for_the_next_start(canvas, window):
    canvas.workspace.select({"top"})
    press(canvas, Key.Key_Tab)
    QTest.keyClicks(canvas.adding.popup.field, "gelu")
    QTest.keyClick(canvas.adding.popup.field, Key.Key_Return, SHIFT)
    assert window.settings.get("layers.recent") == "GELU"
    assert window.settings.get("layers.pairs") == '{"Conv2d GELU": 1}'


# Structure


def test_dissolving_joins_what_a_node_stood_between(canvas):
    canvas.workspace.select({"top"})
    press(canvas, Key.Key_Delete, SHIFT)
    assert wires(canvas) == {("image", "add"), ("image", "low"), ("low", "add")}
    assert steps(canvas) == ["Deleted top and reconnected"]


def test_joining_wires_what_is_selected_from_left_to_right(canvas, said):
    canvas.workspace.select({"relu1", "pool1"})
    press(canvas, Key.Key_J)
    assert ("relu1", "pool1") in wires(canvas)
    assert steps(canvas) == said == ["Joined 2 nodes"]
    press(canvas, Key.Key_J)
    assert said[-1] == "Not joined: no input is free"
    assert len(steps(canvas)) == 1


def test_joining_one_node_says_what_to_do(canvas, said):
    canvas.workspace.select({"relu1"})
    press(canvas, Key.Key_J)
    assert said == ["Not joined: select two nodes or more"]
    assert steps(canvas) == []


def test_alt_and_a_click_take_a_wire_away(canvas):
    at = wire_point(canvas, "image", "low")
    hand = Hand(canvas)
    hand.press(at, modifiers=ALT)
    assert len(canvas.graph_scene.overlay.marks) == 1  # shown before
    hand.release(at, ALT)
    assert ("image", "low") not in wires(canvas)
    assert steps(canvas) == ["Disconnected image from low"]


def test_alt_and_a_click_on_a_port_take_all_its_wires_away(canvas):
    Hand(canvas).click(canvas.port_pos(Port("image", "output")), modifiers=ALT)
    assert wires(canvas) == {("top", "add"), ("low", "add")}
    assert steps(canvas) == ["Took away 2 wires"]


@pytest.mark.parametrize("how", ["escape", "drag"])
def test_a_wire_that_was_not_let_go_of_stays(canvas, how):
    at = wire_point(canvas, "image", "low")
    hand = Hand(canvas)
    hand.press(at, modifiers=ALT)
    if how == "escape":
        press(canvas, Key.Key_Escape)
    else:
        hand.move(at + QPoint(30, 0), ALT)
    hand.release(at, ALT)
    assert ("image", "low") in wires(canvas)
    assert steps(canvas) == []
    assert not canvas.graph_scene.overlay.marks


# The selection by keys


def test_arrows_go_along_wires_and_among_siblings(canvas):
    canvas.workspace.select({"image"})
    for key, there in (
        (Key.Key_Right, "top"),
        (Key.Key_Down, "low"),
        (Key.Key_Right, "add"),
        (Key.Key_Left, "top"),
        (Key.Key_Left, "image"),
        (Key.Key_Down, "low"),  # no sibling, but the nearest below
    ):
        press(canvas, key)
        assert canvas.workspace.selection == {there}
    assert steps(canvas) == []


def test_without_a_selection_an_arrow_begins_in_the_middle(canvas):
    canvas.workspace.select(())
    press(canvas, Key.Key_Right)
    assert len(canvas.workspace.selection) == 1


def test_shift_extends_the_selection(canvas):
    canvas.workspace.select({"image"})
    press(canvas, Key.Key_Right, SHIFT)
    press(canvas, Key.Key_Right, SHIFT)
    assert canvas.workspace.selection == {"image", "top", "add"}


def test_brackets_grow_the_selection_up_and_down_the_stream(canvas):
    canvas.workspace.select({"top"})
    press(canvas, Key.Key_BracketRight)
    assert canvas.workspace.selection == {"top", "add"}
    press(canvas, Key.Key_BracketLeft)
    assert canvas.workspace.selection == {"top", "add", "image", "low"}


def test_nudges_are_one_step_until_a_pause(canvas, qtbot):
    canvas.workspace.select({"top", "low"})
    press(canvas, Key.Key_Right, CONTROL)
    press(canvas, Key.Key_Right, CONTROL)
    press(canvas, Key.Key_Down, CONTROL | SHIFT)
    assert canvas.workspace.drawing.places["top"] == Point(216, 104)
    assert canvas.workspace.drawing.places["low"] == Point(216, 224)
    assert steps(canvas) == ["Moved 2 nodes"]
    canvas.nudge.pause = 0.01
    qtbot.wait(20)
    press(canvas, Key.Key_Left, CONTROL)
    assert steps(canvas) == ["Moved 2 nodes", "Moved 2 nodes"]


def test_a_nudge_passes_pinned_nodes_over(canvas, said):
    workspace = canvas.workspace
    workspace.open(replace(workspace.drawing, pins=frozenset({"top"})))
    workspace.select({"top", "relu1"})
    press(canvas, Key.Key_Down, CONTROL)
    assert steps(canvas) == ["Moved relu1, 1 pinned stayed"]
    workspace.select({"top"})
    press(canvas, Key.Key_Down, CONTROL)
    assert said[-1] == "top pinned: not moved"
    assert len(steps(canvas)) == 1


def test_a_nudge_moves_selected_frames_with_their_nodes(canvas):
    workspace = canvas.workspace
    frames = {"frame1": Frame("Stem", Box(-64, 240, 320, 200), frozenset({"relu1"}))}
    workspace.open(replace(workspace.drawing, frames=frames))
    workspace.select((), Beside(frozenset({"frame1"})))
    for _ in range(2):
        press(canvas, Key.Key_Down, CONTROL)
    assert steps(canvas) == ["Moved frame Stem"]
    assert workspace.drawing.frames["frame1"].box.y == 256
    assert workspace.drawing.places["relu1"].y == 316


def test_nudges_of_other_nodes_are_another_step(canvas):
    for node in ("top", "low"):
        canvas.workspace.select({node})
        press(canvas, Key.Key_Right, CONTROL)
    assert steps(canvas) == ["Moved top", "Moved low"]


def test_a_nudge_there_and_back_leaves_nothing_to_undo(canvas):
    before = canvas.workspace.drawing
    canvas.workspace.select({"top"})
    press(canvas, Key.Key_Right, CONTROL)
    press(canvas, Key.Key_Left, CONTROL)
    assert canvas.workspace.drawing is before
    assert canvas.workspace.document.undo_label is None


def test_without_a_selection_a_nudge_moves_the_camera(canvas):
    canvas.workspace.select(())
    before = canvas.node_rect("image")
    press(canvas, Key.Key_Right, CONTROL)
    assert canvas.node_rect("image").left() < before.left()
    assert steps(canvas) == []


def test_problems_are_stepped_through_both_ways(canvas, window):
    window.problems.show_next()
    nodes = [card.problem.node for card in window.problems.cards if card.problem.node]
    assert len(set(nodes)) > 1
    canvas.setFocus()
    canvas.workspace.select({nodes[0]})
    press(canvas, Key.Key_F8)
    assert canvas.workspace.selection == {nodes[1]}
    press(canvas, Key.Key_F8, SHIFT)
    assert canvas.workspace.selection == {nodes[0]}
    press(canvas, Key.Key_F8, SHIFT)
    assert canvas.workspace.selection == {nodes[-1]}


# Menus


def test_the_right_button_on_nothing_offers_to_add_there(canvas):
    at = QPoint(40, 40)
    Hand(canvas).click(at, RIGHT)
    assert canvas.menus.menu.isVisible()
    assert offered(canvas)[0] == "edit.add"
    choose(canvas, "edit.add")
    assert canvas.adding.is_open


def test_the_right_button_on_a_node_selects_it(canvas):
    canvas.workspace.select({"image"})
    Hand(canvas).click(canvas.node_rect("top").center() + QPoint(0, 12), RIGHT)
    assert canvas.workspace.selection == {"top"}
    assert "edit.rename" in offered(canvas)
    choose(canvas, "edit.dissolve")
    assert steps(canvas) == ["Deleted top and reconnected"]


def test_the_right_button_on_one_of_several_keeps_them(canvas):
    canvas.workspace.select({"relu1", "pool1"})
    Hand(canvas).click(canvas.node_rect("relu1").center(), RIGHT)
    assert canvas.workspace.selection == {"relu1", "pool1"}
    choose(canvas, "edit.join")
    assert ("relu1", "pool1") in wires(canvas)


def test_the_right_button_on_a_wire_offers_what_a_wire_can(canvas):
    Hand(canvas).click(wire_point(canvas, "image", "low"), RIGHT)
    assert offered(canvas)[0] == "edit.wire.insert"
    choose(canvas, "edit.wire.insert")
    assert canvas.adding.is_open
    QTest.keyClicks(canvas.adding.popup.field, "relu")
    QTest.keyClick(canvas.adding.popup.field, Key.Key_Return)
    assert {("image", "relu2"), ("relu2", "low")} <= wires(canvas)
    Hand(canvas).click(wire_point(canvas, "low", "add"), RIGHT)
    choose(canvas, "edit.delete")
    assert ("low", "add") not in wires(canvas)


def test_the_right_button_on_a_port_works_on_that_port(canvas, qtbot):
    Hand(canvas).click(canvas.port_pos(Port("image", "output")), RIGHT)
    assert offered(canvas) == ["edit.add_wired", "edit.wire.tensor", "edit.disconnect"]
    choose(canvas, "edit.disconnect")
    assert wires(canvas) == {("top", "add"), ("low", "add")}
    qtbot.waitUntil(lambda: canvas.structure.port is None)


def test_from_a_port_a_layer_is_added_and_connected(canvas):
    Hand(canvas).click(canvas.port_pos(Port("pool1", "output")), RIGHT)
    choose(canvas, "edit.add_wired")
    QTest.keyClicks(canvas.adding.popup.field, "gelu")
    QTest.keyClick(canvas.adding.popup.field, Key.Key_Return)
    assert ("pool1", "gelu1") in wires(canvas)
    canvas.glide.finish()  # the view follows what was added
    Hand(canvas).click(canvas.input_pos(Port("low", "input")), RIGHT)
    choose(canvas, "edit.add_wired")  # that input has a wire already: inside it
    QTest.keyClicks(canvas.adding.popup.field, "tanh")
    QTest.keyClick(canvas.adding.popup.field, Key.Key_Return)
    assert {("image", "tanh1"), ("tanh1", "low")} <= wires(canvas)


def test_dragged_away_the_right_button_opens_nothing(canvas):
    at = canvas.node_rect("top").center() + QPoint(0, 12)
    Hand(canvas).drag(at, at + QPoint(60, 60), RIGHT)
    assert not canvas.menus.menu.isVisible()
    assert steps(canvas) == []


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_Menu, PLAIN), (Key.Key_F10, SHIFT)])
def test_a_key_opens_the_menu_of_what_is_selected(canvas, key, modifiers):
    canvas.workspace.select({"top"})
    press(canvas, key, modifiers)
    assert canvas.menus.menu.isVisible()
    assert "edit.dissolve" in offered(canvas)


def test_every_entry_is_a_command_that_exists_and_shows_its_key(canvas, window):
    from nodegraph.ui.canvas import menus

    ways = (menus.WIRE, menus.DOTTED, menus.PORTAL, menus.DOT)
    for names in (menus.EMPTY, menus.NODE, menus.SEVERAL, *ways, menus.PORT):
        for name in filter(None, names):
            if name.startswith("menu_"):
                assert window.findChild(QMenu, name) is not None
                continue
            assert name in window.actions_by_name
            assert window.actions_by_name[name].isShortcutVisibleInContextMenu() or (
                window.actions_by_name[name].shortcut().isEmpty()
            )
