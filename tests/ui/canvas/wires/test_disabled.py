"""Disabled wires: drawn, and nothing goes along them; by menu, by key, with the knife."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point, dots, edits
from nodegraph.document.file import loads
from nodegraph.document.writing import text_of
from nodegraph.graph import Graph, Port, Wire
from nodegraph.ui.canvas.gestures.knife import SwitchedWires
from nodegraph.ui.canvas.look import OFF
from nodegraph.ui.canvas.telling.tips import port_words, tip, wire_words
from tests.networks import layer, wired
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.pointer import CONTROL, PLAIN, RIGHT, SHIFT
from tests.ui.canvas.probe import PaintProbe

ALT = Qt.KeyboardModifier.AltModifier
M = Qt.Key.Key_M
NAMES = ("edit.wire.disable", "edit.wire.enable")


def wire(source, target):
    return Wire(Port(source, "output"), Port(target, "input"))


SKIP = wire("image", "add")
INTO = [SKIP, wire("relu1", "add"), wire("tanh1", "add")]


def skipping() -> Drawing:
    """A picture into two activations, and all three added."""
    graph = wired(Graph(), "image", layer("Input", shape=(4,)))
    graph = wired(graph, "relu1", layer("ReLU"), "image")
    graph = wired(graph, "tanh1", layer("Tanh"), "image")
    graph = wired(graph, "add", layer("Add"), "relu1", "image", "tanh1")
    graph = wired(graph, "out", layer("Output"), "add")
    places = {
        "image": Point(0, 0),
        "relu1": Point(220, 140),
        "tanh1": Point(220, -140),
        "add": Point(480, 0),
        "out": Point(700, 0),
    }
    return Drawing("Small", graph, places)


@pytest.fixture
def canvas(opened):
    return opened(skipping())


@pytest.fixture
def said(canvas) -> list[str]:
    found: list[str] = []
    canvas.workspace.said.connect(found.append)
    return found


def off(canvas) -> set[Wire]:
    graph = canvas.workspace.drawing.graph
    return {wire for wire in graph.wires if graph.is_off(wire)}


def middle(canvas, of=SKIP) -> QPoint:
    scene = canvas.graph_scene
    path = scene.wires.shapes[scene.slot_of(of)].path
    return canvas.mapFromScene(path.pointAtPercent(0.5))


def offered(canvas) -> list[str]:
    names = [canvas.menus.menu.actions()[at].objectName() for at in range(3)]
    return [name for name in names if name in NAMES]


def take(canvas, name: str) -> None:
    menu = canvas.menus.menu
    [action] = [a for a in menu.actions() if a.objectName() == name]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()


def test_the_menu_of_a_wire_disables_it_and_then_offers_to_enable_it(canvas, hand, steps, said):
    before = canvas.workspace.drawing
    hand.click(middle(canvas), RIGHT)
    assert offered(canvas) == ["edit.wire.disable"]
    take(canvas, "edit.wire.disable")
    assert off(canvas) == {SKIP}
    assert canvas.workspace.drawing.graph.wires == before.graph.wires
    hand.click(middle(canvas), RIGHT)
    assert offered(canvas) == ["edit.wire.enable"]
    take(canvas, "edit.wire.enable")
    assert off(canvas) == set()
    sentences = [
        "Disabled the wire from image to add",
        "Switched the wire from image to add on",
    ]
    assert steps() == said[:2] == sentences


def test_undo_brings_the_wire_back_to_what_it_carried(canvas, hand, steps):
    types = canvas.workspace.report.types
    canvas.graph_scene.wires.choose(canvas.graph_scene.slot_of(SKIP))
    canvas.modes.disable_wires()
    assert steps() == ["Disabled the wire from image to add"]
    canvas.workspace.document.undo()
    assert off(canvas) == set()
    assert canvas.workspace.report.types == types
    canvas.workspace.document.redo()
    assert off(canvas) == {SKIP}


def test_check_and_code_know_nothing_of_a_disabled_wire(canvas):
    workspace, before = canvas.workspace, canvas.workspace.source.text
    workspace.do("Away", edits.disconnect(workspace.drawing, SKIP))
    gone = workspace.source.text, workspace.report.problems, workspace.report.types
    workspace.document.undo()
    workspace.do("Off", edits.switch(workspace.drawing, [SKIP], on=False))
    assert (workspace.source.text, workspace.report.problems, workspace.report.types) == gone
    assert workspace.source.text != before


def test_shift_m_turns_the_selected_wires_over(canvas, hand, steps):
    hand.click(middle(canvas))
    hand.click(middle(canvas, INTO[1]), modifiers=SHIFT)
    QTest.keyClick(canvas, M, SHIFT)
    assert off(canvas) == {SKIP, INTO[1]}
    QTest.keyClick(canvas, M, SHIFT)
    assert off(canvas) == set()
    assert steps() == ["Disabled 2 wires", "Switched 2 wires on"]


def test_of_wires_selected_some_of_which_are_disabled_the_others_become_so(canvas, hand, steps):
    canvas.workspace.do("Off", edits.switch(canvas.workspace.drawing, [SKIP], on=False))
    for at, modifiers in ((SKIP, PLAIN), (INTO[1], SHIFT), (INTO[2], SHIFT)):
        hand.click(middle(canvas, at), modifiers=modifiers)
    QTest.keyClick(canvas, M, SHIFT)
    assert off(canvas) == set(INTO)
    assert steps()[1:] == ["Disabled 2 wires"]


def test_the_key_is_the_nodes_where_nodes_are_selected(canvas, hand):
    hand.click(middle(canvas))
    canvas.workspace.select({"relu1"})
    QTest.keyClick(canvas, M, SHIFT)
    assert off(canvas) == set()
    assert canvas.workspace.drawing.graph.nodes["relu1"].mode == "disabled"


@pytest.mark.parametrize("of", [SKIP, wire("image", "relu1")])
def test_a_wire_drawn_over_a_disabled_one_switches_it_on(canvas, hand, steps, of):
    before = canvas.workspace.drawing
    canvas.workspace.do("Off", edits.switch(before, [of], on=False))
    hand.drag(canvas.port_pos(of.source), canvas.input_pos(of.target))
    assert canvas.workspace.drawing.graph.wires == before.graph.wires
    assert off(canvas) == set()
    assert steps()[1:] == [f"Switched the wire from image to {of.target.node} on"]


def test_what_is_disabled_already_is_no_step(canvas, hand, steps):
    canvas.modes.disable_wires()
    hand.click(middle(canvas))
    canvas.modes.enable_wires()
    assert steps() == []


# With the knife


def stroke(canvas):
    """Over the three wires into the sum."""
    x = (canvas.node_rect("relu1").right() + canvas.node_rect("add").left()) // 2
    top, bottom = canvas.node_rect("tanh1").top(), canvas.node_rect("relu1").bottom()
    return QPoint(x, top - 30), QPoint(x, bottom + 30)


def marks(canvas):
    return [m for m in canvas.graph_scene.overlay.marks if isinstance(m, SwitchedWires)]


def test_a_stroke_with_alt_disables_what_it_crosses_in_one_step(canvas, hand, steps, said):
    hand.drag(*stroke(canvas), RIGHT, CONTROL | ALT)
    assert off(canvas) == set(INTO)
    assert set(INTO) <= set(canvas.workspace.drawing.graph.wires)
    assert steps() == ["Disabled 3 wires"]
    assert said[:1] == ["Disabled 3 wires"]
    assert not canvas.graph_scene.overlay.marks


def test_the_key_of_the_knife_takes_alt_too(canvas, hand, steps):
    hand.key(Qt.Key.Key_Y, release=False)
    hand.drag(*stroke(canvas), modifiers=ALT)
    QTest.keyRelease(canvas, Qt.Key.Key_Y)
    assert steps() == ["Disabled 3 wires"]


def test_where_all_that_is_crossed_is_disabled_it_carries_something_again(canvas, hand, steps):
    canvas.workspace.do("Off", edits.switch(canvas.workspace.drawing, INTO[:2], on=False))
    hand.drag(*stroke(canvas), RIGHT, CONTROL | ALT)
    assert off(canvas) == set(INTO)
    hand.drag(*stroke(canvas), RIGHT, CONTROL | ALT)
    assert off(canvas) == set()
    last = ["Disabled the wire from tanh1 to add", "Switched 3 wires on"]
    assert steps()[1:] == last


def test_what_would_be_disabled_is_seen_before_and_escape_leaves_it(canvas, hand, steps):
    before = canvas.workspace.drawing
    start, end = stroke(canvas)
    hand.hold(start, end, RIGHT, CONTROL | ALT)
    [seen] = marks(canvas)
    assert (len(seen.paths), seen.on) == (3, False)
    hand.move(end, CONTROL)
    assert not marks(canvas)
    hand.move(end, CONTROL | ALT)
    assert marks(canvas)
    hand.key(Qt.Key.Key_Escape)
    hand.release(end)
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.graph_scene.overlay.marks


# How it is shown


def test_a_disabled_wire_is_dashed_and_no_other_is(canvas):
    canvas.workspace.do("Off", edits.switch(canvas.workspace.drawing, [SKIP], on=False))
    look = canvas.look
    for shape in canvas.graph_scene.wires.shapes.values():
        assert shape.group.startswith(OFF) == (shape.wire == SKIP)
        for pen in (look.wire(shape.group), look.wire_far(shape.group)):
            assert bool(pen.dashPattern()) == (shape.wire == SKIP)
    canvas.workspace.document.undo()
    assert not any(s.group.startswith(OFF) for s in canvas.graph_scene.wires.shapes.values())


def test_no_shape_stands_on_a_wire_that_carries_none(canvas):
    canvas.workspace.do("Off", edits.switch(canvas.workspace.drawing, [SKIP], on=False))
    canvas.wire_view.show_shapes("always")
    told = {s.wire for s in canvas.graph_scene.wires.shapes.values() if s.label is not None}
    assert INTO[1] in told
    assert SKIP not in told


def test_the_tip_says_so(canvas, hand):
    assert wire_words(canvas, SKIP).startswith("image → add\nB×4 · float32")
    canvas.workspace.do("Off", edits.switch(canvas.workspace.drawing, [SKIP], on=False))
    assert tip(canvas, middle(canvas)) == "image → add\ndisabled: it carries nothing"
    assert "From image: disabled: it carries nothing" in port_words(canvas, SKIP.target, False)


def test_many_disabled_wires_are_painted_in_as_few_calls(opened, monkeypatch):
    """T-02, with every third wire disabled."""
    drawing = ladder(2_000)
    canvas = opened(edits.switch(drawing, drawing.graph.wires[::3], on=False))
    canvas.fit()
    probe = PaintProbe(monkeypatch)
    assert probe.frame(canvas).total() <= 6


# What it outlives


def test_a_wire_plugged_in_elsewhere_is_still_disabled(canvas, hand, steps):
    drawing = edits.switch(canvas.workspace.drawing, [SKIP], on=False)
    graph = wired(drawing.graph, "tanh2", layer("Tanh"), "image")
    places = {**drawing.places, "tanh2": Point(220, 260)}
    canvas.workspace.do("More", replace(drawing, graph=graph, places=places))
    path = canvas.graph_scene.wires.shapes[canvas.graph_scene.slot_of(SKIP)].path
    start = canvas.mapFromScene(path.pointAtPercent(path.percentAtLength(18)))
    hand.drag(start, canvas.port_pos(Port("tanh2", "output")))
    assert off(canvas) == {wire("tanh2", "add")}
    assert steps()[1:] == ["Connected tanh2 to add in place of image"]


def test_names_copies_dots_and_the_file_keep_it(canvas):
    drawing = edits.switch(canvas.workspace.drawing, [SKIP], on=False)
    drawing = edits.rename(drawing, "add", "total")
    drawing = dots.hide(dots.add(drawing, [SKIP], Point(240, 60))[0], [SKIP])
    canvas.workspace.do("Edited", drawing)
    assert off(canvas) == {SKIP}
    again = loads(text_of(canvas.workspace.drawing)).graph
    assert [w for w in again.wires if again.is_off(w)] == [SKIP]
