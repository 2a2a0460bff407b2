"""Other ways to wire: by clicks, several at once, by a wire's end, with Tab over a body."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Graph, Port, Wire
from nodegraph.ui.canvas.gestures import PanGesture, WireGesture
from nodegraph.ui.canvas.overlay import FadingWire, GhostWire
from tests.networks import layer, wired
from tests.ui.canvas.pointer import CONTROL, MIDDLE, RIGHT, SHIFT, Hand
from tests.ui.canvas.probe import calls_of

Key = Qt.Key


@pytest.fixture
def canvas(opened):
    """Two pictures; one feeds two layers; two that join, an attention, and a free ReLU."""
    graph = wired(Graph(), "image", layer("Input", shape=(4, 16)))
    graph = wired(graph, "other", layer("Input", shape=(4, 16)))
    graph = wired(graph, "relu1", layer("ReLU"), "image")
    graph = wired(graph, "relu2", layer("ReLU"), "image")
    graph = wired(graph, "add", layer("Add"), "relu1", "relu2")
    graph = wired(graph, "joined", layer("Concatenate"))
    graph = wired(graph, "attention", layer("MultiheadAttention", num_heads=2))
    graph = wired(graph, "free", layer("ReLU"))
    spots = ((0, 0), (0, 300), (250, 0), (250, 130), (500, 60), (500, 280), (750, 100), (250, 300))
    places = {node: Point(*spot) for node, spot in zip(graph.nodes, spots, strict=True)}
    made = opened(Drawing("Ways", graph, places))
    made.centerOn(450, 200)
    return made


def out(canvas, node, name="output"):
    return canvas.port_pos(Port(node, name))


def into(canvas, node, name="input"):
    return canvas.input_pos(Port(node, name))


def sources(canvas, node):
    return [source.node for _, source in canvas.workspace.drawing.graph.nodes[node].feeds]


def ghosts(canvas):
    return [mark for mark in canvas.graph_scene.overlay.marks if isinstance(mark, GhostWire)]


def untouched(canvas, before):
    scene = canvas.graph_scene
    return (
        canvas.workspace.drawing is before
        and canvas.workspace.document.undo_label is None
        and not canvas.workspace.document.dirty
        and not scene.overlay.marks
        and not scene.overlay.standing
        and scene.wires.hidden is None
        and {item.fits for item in scene.nodes.values()} == {None}
        and canvas.gesture is None
    )


# A click on a port, then on another


def test_two_clicks_wire_as_a_drag_does(canvas, hand, steps):
    hand.click(out(canvas, "other"))
    assert ghosts(canvas)  # before the pointer has moved
    hand.move(into(canvas, "free"))
    assert canvas.gesture.landing.port == Port("free", "input")
    assert sources(canvas, "free") == []
    hand.click(into(canvas, "free"))
    assert sources(canvas, "free") == ["other"]
    assert steps() == ["Connected other to free"]
    assert canvas.gesture is None
    assert not canvas.graph_scene.overlay.marks


def test_enter_is_the_second_click(canvas, hand, steps):
    hand.click(out(canvas, "other"))
    hand.move(into(canvas, "free"))
    hand.key(Key.Key_Return)
    assert steps() == ["Connected other to free"]


@pytest.mark.parametrize("how", ["escape", "right click", "same port", "undo elsewhere"])
def test_a_wire_taken_by_a_click_is_let_go_without_a_trace(canvas, hand, how):
    """T-17"""
    before = canvas.workspace.drawing
    hand.click(out(canvas, "other"))
    hand.move(into(canvas, "free") + QPoint(-60, 60))
    if how == "escape":
        hand.key(Key.Key_Escape)
    elif how == "right click":
        hand.click(into(canvas, "free"), RIGHT)
    elif how == "same port":
        hand.click(out(canvas, "other"))
    else:
        moved = edits.move(before, {"free": Point(0, 0)})
        canvas.workspace.do("Moved free", moved)
        assert canvas.gesture is None
        canvas.workspace.document.undo()
        canvas.workspace.document.saved(canvas.workspace.drawing)
    assert untouched(canvas, before)


def test_a_double_click_on_a_port_is_no_wire(canvas, hand):
    before = canvas.workspace.drawing
    hand.click(out(canvas, "other"))
    hand.click(out(canvas, "other"))
    assert untouched(canvas, before)
    assert not canvas.adding.is_open


def test_the_camera_can_be_moved_between_the_clicks(canvas, hand, steps):
    hand.click(out(canvas, "other"))
    middle = QPoint(400, 400)
    hand.move(middle)
    hand.hold(middle, middle + QPoint(40, 20), MIDDLE)
    assert isinstance(canvas.gesture, PanGesture)
    hand.release(middle + QPoint(40, 20))
    assert isinstance(canvas.gesture, WireGesture)
    zoom = canvas.zoom
    hand.wheel(middle, 120)
    assert canvas.zoom > zoom
    end = ghosts(canvas)[0].end
    assert (canvas.mapFromScene(end) - (middle + QPoint(40, 20))).manhattanLength() <= 2
    hand.click(into(canvas, "free"))
    assert steps() == ["Connected other to free"]


def test_space_and_the_left_button_pan_between_the_clicks(canvas, hand, steps):
    hand.click(out(canvas, "other"))
    hand.key(Key.Key_Space, release=False)
    hand.drag(QPoint(400, 400), QPoint(430, 380))
    QApplication.sendEvent(canvas, _space_up())
    hand.click(into(canvas, "free"))
    assert steps() == ["Connected other to free"]


def _space_up():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyRelease, Key.Key_Space, Qt.KeyboardModifier.NoModifier)


def test_near_the_edge_a_wire_without_a_button_does_not_move_the_camera(canvas, hand):
    hand.click(out(canvas, "other"))
    before = canvas.view
    hand.move(QPoint(2, 300))
    assert not canvas._pointer._edge_timer.isActive()
    assert canvas.view == before
    hand.key(Key.Key_Escape)


# Branches, bundles, ends


def test_shift_leaves_a_wire_and_draws_another_from_its_source(canvas, hand, steps):
    hand.hold(into(canvas, "relu1"), into(canvas, "free"), modifiers=SHIFT)
    assert canvas.graph_scene.wires.hidden is None
    hand.release(into(canvas, "free"), SHIFT)
    assert sources(canvas, "relu1") == sources(canvas, "free") == ["image"]
    assert steps() == ["Connected image to free"]


def test_control_moves_all_wires_of_an_output_in_one_step(canvas, hand, steps):
    hand.hold(out(canvas, "image"), out(canvas, "other"), modifiers=CONTROL)
    assert len(ghosts(canvas)) == 2
    assert sum(isinstance(m, FadingWire) for m in canvas.graph_scene.overlay.marks) == 2
    assert sources(canvas, "relu1") == ["image"]
    hand.release(out(canvas, "other"), CONTROL)
    assert sources(canvas, "relu1") == sources(canvas, "relu2") == ["other"]
    assert steps() == ["Moved 2 wires from image to other"]


def test_control_moves_all_wires_of_an_input_in_their_order(canvas, hand, steps):
    hand.drag(into(canvas, "add"), into(canvas, "joined"), modifiers=CONTROL)
    assert sources(canvas, "add") == []
    assert sources(canvas, "joined") == ["relu1", "relu2"]
    assert steps() == ["Moved 2 wires from add to joined"]


def test_several_wires_are_refused_where_one_goes(canvas, hand, steps):
    hand.hold(into(canvas, "add"), into(canvas, "free"), modifiers=CONTROL)
    assert canvas.gesture.refusal == "free takes one wire at input, not 2"
    hand.release(into(canvas, "free"), CONTROL)
    assert steps() == []


@pytest.mark.parametrize("how", ["escape", "void", "back"])
def test_all_wires_stay_where_they_are_unless_dropped_on_a_port(canvas, hand, how):
    """T-17"""
    before = canvas.workspace.drawing
    void = out(canvas, "image") + QPoint(60, 200)
    hand.hold(out(canvas, "image"), void, modifiers=CONTROL)
    assert canvas.graph_scene.overlay.marks
    if how == "escape":
        hand.key(Key.Key_Escape)
    hand.release(void if how != "back" else out(canvas, "image"), CONTROL)
    assert untouched(canvas, before)


def wire_point(canvas, source, target, part):
    slot = canvas.graph_scene.slot_of(Wire(Port(source, "output"), Port(target, "input")))
    path = canvas.graph_scene.wires.shapes[slot].path
    return canvas.mapFromScene(path.pointAtPercent(part))


def test_near_its_end_a_wire_gives_that_end(canvas, hand, steps):
    hand.drag(wire_point(canvas, "image", "relu2", 0.84), into(canvas, "free"))
    assert sources(canvas, "relu2") == []
    assert sources(canvas, "free") == ["image"]
    assert steps() == ["Connected image to free"]


def test_near_its_start_a_wire_gives_its_source(canvas, hand, steps):
    hand.drag(wire_point(canvas, "relu1", "add", 0.16), out(canvas, "other"))
    assert sources(canvas, "add") == ["other", "relu2"]  # in its place
    assert steps() == ["Connected other to add in place of relu1"]


def test_an_end_dropped_in_the_void_disconnects(canvas, hand, steps):
    start = wire_point(canvas, "image", "relu2", 0.16)
    hand.drag(start, start + QPoint(-20, 130))
    assert sources(canvas, "relu2") == []
    assert steps() == ["Disconnected image from relu2"]


def test_a_click_near_an_end_only_selects_the_wire(canvas, hand, steps):
    hand.click(wire_point(canvas, "image", "relu2", 0.84))
    assert canvas.gesture is None
    assert canvas.graph_scene.wire_at(canvas.graph_scene.wires.chosen).target.node == "relu2"
    assert steps() == []


@pytest.mark.parametrize("part", [0.16, 0.84])
def test_escape_gives_an_end_back(canvas, hand, part):
    """T-17"""
    before = canvas.workspace.drawing
    start = wire_point(canvas, "image", "relu2", part)
    hand.hold(start, start + QPoint(0, 90))
    assert ghosts(canvas)
    hand.key(Key.Key_Escape)
    hand.release(start)
    assert untouched(canvas, before)


# Over a body


def test_tab_goes_through_the_ports_of_the_node_under_the_pointer(canvas, hand, steps):
    body = canvas.node_rect("attention").center()
    hand.hold(out(canvas, "relu2"), body)
    assert canvas.gesture.landing.port.name == "query"
    hand.key(Key.Key_Tab)
    assert canvas.gesture.landing.port.name == "key"
    hand.key(Key.Key_Tab)
    hand.key(Key.Key_Tab)
    assert canvas.gesture.landing.port.name == "query"
    hand.key(Key.Key_Backtab, SHIFT)
    assert canvas.gesture.landing.port.name == "value"
    hand.move(body + QPoint(2, 2))
    assert canvas.gesture.landing.port.name == "value"
    hand.release(body + QPoint(2, 2))
    node = canvas.workspace.drawing.graph.nodes["attention"]
    assert dict(node.feeds) == {"value": Port("relu2", "output")}
    assert steps() == ["Connected relu2 to attention"]


def test_what_tab_chose_is_forgotten_at_another_node(canvas, hand):
    body = canvas.node_rect("attention").center()
    hand.hold(out(canvas, "relu2"), body)
    hand.key(Key.Key_Tab)
    hand.move(into(canvas, "free"))
    assert canvas.gesture.landing.port == Port("free", "input")
    hand.move(body)
    assert canvas.gesture.landing.port.name == "query"
    hand.key(Key.Key_Escape)


def test_tab_leaves_the_keys_to_the_canvas(canvas, hand, qtbot):
    canvas.setFocus()
    hand.hold(out(canvas, "relu2"), canvas.node_rect("attention").center())
    for key in (Key.Key_Tab, Key.Key_Backtab):
        hand.key(key)
    assert canvas.hasFocus()
    hand.key(Key.Key_Escape)


# From several nodes


def test_selected_nodes_go_together_into_an_input_that_joins(canvas, hand, steps):
    canvas.workspace.select(["relu2", "other", "relu1"])
    hand.hold(out(canvas, "relu2"), into(canvas, "joined"))
    assert len(ghosts(canvas)) == 3
    assert sources(canvas, "joined") == []
    hand.release(into(canvas, "joined"))
    assert sources(canvas, "joined") == ["relu1", "relu2", "other"]  # from top to bottom
    assert steps() == ["Connected 3 nodes to joined"]


def test_what_feeds_it_already_is_not_joined_twice(canvas, hand, steps):
    canvas.workspace.select(["relu1", "other", "add"])
    hand.drag(out(canvas, "other"), into(canvas, "add"))
    assert sources(canvas, "add") == ["relu1", "relu2", "other"]
    assert steps() == ["Connected other to add"]


def test_into_a_single_input_goes_only_the_wire_that_is_drawn(canvas, hand, steps):
    canvas.workspace.select(["relu1", "other"])
    hand.drag(out(canvas, "other"), into(canvas, "free"))
    assert sources(canvas, "free") == ["other"]
    assert steps() == ["Connected other to free"]


def test_all_of_them_are_refused_when_one_does_not_fit(canvas, hand, steps):
    workspace = canvas.workspace
    shape = workspace.drawing.graph.nodes["other"].layer
    wide = edits.set_setting(workspace.drawing, ["other"], "shape", (4, 9))
    assert wide.graph.nodes["other"].layer != shape
    workspace.open(Drawing("Wide", wide.graph, wide.places))
    canvas.zoom_reset()
    canvas.centerOn(450, 200)
    workspace.select(["relu1", "relu2", "other"])
    hand.hold(out(canvas, "relu1"), into(canvas, "joined"))
    assert canvas.gesture.refusal.startswith("joined expects")
    hand.release(into(canvas, "joined"))
    assert steps() == []


def star(leaves):
    """A picture that feeds so many layers, and another that feeds none."""
    graph = wired(Graph(), "image", layer("Input", shape=(4, 16)))
    graph = wired(graph, "other", layer("Input", shape=(4, 16)))
    places = {"image": Point(0, 0), "other": Point(0, 120)}
    for number in range(leaves):
        graph = wired(graph, f"leaf{number}", layer("ReLU"), "image")
        places[f"leaf{number}"] = Point(260, 70 * number)
    return Drawing("Star", graph, places)


def test_what_moving_all_wires_costs_grows_with_their_number_alone(opened):
    calls = []
    for leaves in (20, 200):
        canvas = opened(star(leaves))
        canvas.centerOn(200, 100)
        hand = Hand(canvas)
        hand.hold(out(canvas, "image"), out(canvas, "image") + QPoint(0, 40), modifiers=CONTROL)
        calls.append(calls_of(lambda h=hand, c=canvas: h.move(out(c, "other"), CONTROL)))
        assert len(ghosts(canvas)) == leaves
        hand.release(out(canvas, "other"), CONTROL)
        assert canvas.workspace.document.undo_label == f"Moved {leaves} wires from image to other"
    assert calls[1] < 13 * calls[0]
