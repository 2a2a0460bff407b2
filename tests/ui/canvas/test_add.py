"""Adding by search: the popup opens where the hand is, and what it shows is what it places."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Port
from nodegraph.ui.canvas.adding import rows
from nodegraph.ui.canvas.adding.spots import Behind
from nodegraph.ui.canvas.overlay import GhostNode, GhostWire
from tests.networks import layer, wired
from tests.ui.canvas.pointer import CONTROL, SHIFT
from tests.ui.canvas.probe import recorded

FREE = QPoint(700, 120)
GHOST = 5  # times that its place, its wire and what it would be ask
Key = Qt.Key


def popup(canvas):
    return canvas.adding.popup


def write(canvas, text):
    QTest.keyClicks(popup(canvas).field, text)


def press(canvas, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(popup(canvas).field, key, modifiers)


def listed(canvas):
    return [row.text for row in popup(canvas).choices.rows if row.kind == "layer"]


def double_click(canvas, hand, at):
    hand.click(at)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def open_popup(canvas, hand):
    """The popup, opened by a double click on nothing."""
    double_click(canvas, hand, FREE)
    assert canvas.adding.is_open
    return popup(canvas)


@pytest.fixture
def wired_popup(canvas, hand):
    """The popup, opened by a wire from conv1 that ends in the void."""
    start = canvas.port_pos(Port("conv1", "output"))
    hand.drag(start, start + QPoint(40, -150))
    assert canvas.adding.is_open
    return popup(canvas)


def test_a_double_click_on_nothing_opens_it_beside_the_pointer_with_the_field_ready(
    canvas, open_popup
):
    assert open_popup.isVisible()
    assert open_popup.field.hasFocus()
    assert canvas.rect().contains(open_popup.geometry())
    assert not open_popup.geometry().contains(FREE)  # the ghost stays in sight


def test_enter_places_what_comes_first_with_its_middle_at_the_pointer(canvas, open_popup, steps):
    write(canvas, "bn")
    press(canvas, Key.Key_Return)
    [new] = canvas.workspace.selection
    away = canvas.node_rect(new).center() - FREE
    assert max(abs(away.x()), abs(away.y())) <= 5  # half a line of the grid
    assert steps() == ["Added bn1"]
    assert not canvas.adding.is_open
    assert canvas.hasFocus()


def test_settings_typed_behind_the_name_are_placed(canvas, open_popup):
    write(canvas, "conv 64 3 s2")
    press(canvas, Key.Key_Return)
    [new] = canvas.workspace.selection
    made = canvas.workspace.drawing.graph.nodes[new].layer
    assert made == layer("Conv2d", out_channels=64, kernel_size=3, stride=2)


def test_the_card_shows_the_values_read_and_what_can_not_be(canvas, open_popup, steps):
    write(canvas, "conv 64")
    assert open_popup.preview.name.text() == "Conv2d"
    assert "<b>64</b>" in open_popup.preview.settings.text()
    write(canvas, " s0")
    assert open_popup.preview.wrong.text().startswith("stride needs")
    press(canvas, Key.Key_Return)
    assert canvas.adding.is_open
    assert steps() == []


def test_a_closed_group_shows_what_it_holds(canvas, open_popup):
    preview = open_popup.preview
    while open_popup.row().group != "Convolution":
        press(canvas, Key.Key_Down)
    assert preview.name.text() == "Convolution"
    assert "Conv2d" in preview.ports.text().splitlines()
    assert preview.help.text()
    press(canvas, Key.Key_Right)
    assert open_popup.row().opened
    assert not preview.help.text()


def test_the_ghost_is_where_the_node_comes_to_lie(canvas, open_popup):
    write(canvas, "fc")
    [ghost] = canvas.graph_scene.overlay.marks
    assert isinstance(ghost, GhostNode)
    press(canvas, Key.Key_Return)
    assert canvas.workspace.drawing.places["fc1"] == Point(ghost.at.x(), ghost.at.y())
    assert not canvas.graph_scene.overlay.marks


def test_escape_leaves_no_trace(canvas, wired_popup, steps):
    before = canvas.workspace.drawing
    write(canvas, "relu")
    press(canvas, Key.Key_Escape)
    assert not canvas.adding.is_open
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.workspace.document.dirty
    assert not canvas.graph_scene.overlay.marks
    assert canvas.hasFocus()


def test_a_click_beside_it_only_closes_it(canvas, hand, open_popup, steps):
    canvas.workspace.select({"conv1"})
    hand.click(QPoint(20, 650))
    assert not canvas.adding.is_open
    assert canvas.workspace.selection == {"conv1"}
    assert steps() == []


def test_a_new_wire_in_the_void_lists_only_what_takes_it(canvas, wired_popup):
    write(canvas, "conv")
    assert "Conv2d" in listed(canvas)
    assert "Conv3d" not in listed(canvas)
    last = wired_popup.choices.rows[-1]
    assert last.kind == "all"
    assert "B×8×28×28" in last.note
    assert wired_popup.choices.rows[0].note == "input"


def test_a_key_asks_each_layer_once_whether_it_takes_the_wire(canvas, wired_popup, monkeypatch):
    """T-24: a key may take 30 ms among 2,000 nodes; `tests.benchmarks.canvas` times it."""
    with (
        recorded(monkeypatch, rows, "_row") as made,
        recorded(monkeypatch, Behind, "entry") as asked,
    ):
        write(canvas, "l")
    assert len(made) > 20
    assert len(asked) == len(made) + GHOST


def test_show_all_lists_the_rest_with_the_reason(canvas, wired_popup):
    write(canvas, "conv3d")
    press(canvas, Key.Key_Return)  # on "Show all", the only row
    row = wired_popup.row()
    assert row.text == "Conv3d"
    assert row.note.startswith("Conv3d expects volumes")
    press(canvas, Key.Key_Return)
    assert canvas.workspace.document.undo_label.startswith("Added conv2, not connected: Conv3d")


def test_a_wire_from_the_void_ends_in_the_new_node(canvas, wired_popup, steps):
    at = canvas.port_pos(Port("conv1", "output")) + QPoint(40, -150)
    write(canvas, "bn")
    assert [type(mark) for mark in canvas.graph_scene.overlay.marks] == [GhostWire, GhostNode]
    press(canvas, Key.Key_Return)
    node = canvas.workspace.drawing.graph.nodes["bn1"]
    assert node.feeds == (("input", Port("conv1", "output")),)
    away = canvas.port_pos(Port("bn1", "input")) - at
    assert max(abs(away.x()), abs(away.y())) <= 5
    assert steps() == ["Added bn1 behind conv1"]


def test_a_wire_drawn_backwards_starts_in_the_new_node(canvas, hand, steps):
    start = canvas.port_pos(Port("pool1", "input"))
    hand.drag(start, start + QPoint(-60, 120))
    write(canvas, "relu")
    press(canvas, Key.Key_Return)
    assert canvas.workspace.drawing.graph.nodes["pool1"].feeds == (
        ("input", Port("relu2", "output")),
    )
    assert steps() == ["Added relu2 in front of pool1"]


def test_shift_enter_wires_it_behind_the_selected_node(canvas, steps):
    canvas.workspace.select({"pool1"})
    canvas.adding.here()
    write(canvas, "relu")
    press(canvas, Key.Key_Return, SHIFT)
    assert canvas.workspace.drawing.graph.nodes["relu2"].feeds == (
        ("input", Port("pool1", "output")),
    )
    assert steps() == ["Added relu2 behind pool1"]


def test_behind_a_node_that_it_does_not_take_its_cure_is_offered_and_enter_accepts(canvas, hand):
    canvas.workspace.select({"image"})
    hand.key(Key.Key_Tab)
    write(canvas, "lstm")
    press(canvas, Key.Key_Return, SHIFT)
    assert canvas.workspace.document.undo_label.startswith("Added lstm1, not connected")
    assert canvas.advice.offers
    hand.key(Key.Key_Return)
    nodes = canvas.workspace.drawing.graph.nodes
    assert nodes["lstm1"].inputs["input"] == Port("squeeze1", "output")
    assert nodes["squeeze1"].inputs["input"] == Port("image", "output")
    canvas.workspace.document.undo()
    canvas.workspace.document.undo()
    assert canvas.workspace.document.undo_label is None


def test_control_enter_goes_on_behind_what_was_placed(canvas, wired_popup, steps):
    for word in ("bn", "relu", "pool"):
        write(canvas, word)
        press(canvas, Key.Key_Return, CONTROL)
        assert canvas.adding.is_open
        assert popup(canvas).field.text() == ""
    press(canvas, Key.Key_Escape)
    graph = canvas.workspace.drawing.graph
    assert graph.nodes["pool2"].feeds == (("input", Port("relu2", "output")),)
    assert graph.nodes["relu2"].feeds == (("input", Port("bn1", "output")),)
    assert len(steps()) == 3
    new = [canvas.graph_scene.nodes[node].body for node in ("bn1", "relu2", "pool2")]
    assert not any(a.intersects(b) for a in new for b in new if a is not b)


def test_inside_a_wire_only_what_fits_both_ends_is_listed_and_room_is_made(canvas, steps):
    wire = next(w for w in canvas.workspace.drawing.graph.wires if w.target.node == "relu1")
    canvas.adding.into(wire, QPoint(500, 350))
    write(canvas, "flatten")
    assert listed(canvas)[0] == "Flatten"  # a ReLU takes any shape
    for _ in range(7):
        press(canvas, Key.Key_Backspace)
    write(canvas, "bn")
    press(canvas, Key.Key_Return)
    graph = canvas.workspace.drawing.graph
    assert graph.nodes["relu1"].feeds == (("input", Port("bn1", "output")),)
    assert graph.nodes["bn1"].feeds == (("input", Port("conv1", "output")),)
    assert steps() == ["Added bn1 between conv1 and relu1"]
    boxes = [canvas.node_rect(node) for node in ("conv1", "bn1", "relu1")]
    assert boxes[0].right() < boxes[1].left()
    assert boxes[1].right() < boxes[2].left()


def test_what_does_not_fit_a_wire_is_placed_beside_it(canvas):
    wire = next(w for w in canvas.workspace.drawing.graph.wires if w.target.node == "relu1")
    canvas.adding.into(wire, canvas.node_rect("relu1").center())
    write(canvas, "conv3d")
    press(canvas, Key.Key_Return)
    press(canvas, Key.Key_Return)
    assert "not connected" in canvas.workspace.document.undo_label
    boxes = [item.body for item in canvas.graph_scene.nodes.values()]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_an_empty_query_offers_groups_that_open_and_close_by_keys(canvas, open_popup):
    assert listed(canvas) == []
    heads = [row.text for row in open_popup.choices.rows]
    assert heads[0] == "Input and output"
    press(canvas, Key.Key_Right)
    assert listed(canvas) == ["Input", "Output"]
    press(canvas, Key.Key_Down)
    assert open_popup.row().text == "Input"
    press(canvas, Key.Key_Left)
    assert listed(canvas) == []
    assert open_popup.row().text == "Input and output"


def test_what_was_placed_is_offered_first_the_next_time(canvas, hand, open_popup):
    write(canvas, "gelu")
    press(canvas, Key.Key_Return)
    double_click(canvas, hand, QPoint(700, 600))
    assert listed(canvas) == ["GELU"]
    press(canvas, Key.Key_Return)
    assert canvas.workspace.document.undo_label == "Added gelu2"


def test_what_often_follows_a_layer_wins_among_equals(canvas):
    for _ in range(2):
        canvas.adding.used.note("AvgPool2d", "Conv2d")
    canvas.workspace.select({"conv1"})
    canvas.adding.here()
    write(canvas, "pool")
    assert listed(canvas)[0] == "AvgPool2d"


def test_a_click_on_a_row_places_it(canvas, open_popup, steps):
    write(canvas, "dropout")
    index = open_popup.choices.index(1)
    name = open_popup.choices.rows[1].text
    where = open_popup.list.visualRect(index).center()
    QTest.mouseClick(open_popup.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    [new] = canvas.workspace.selection
    assert canvas.workspace.drawing.graph.nodes[new].layer.kind == name
    assert len(steps()) == 1


def test_over_a_node_the_nearest_free_place_is_taken(opened):
    graph = wired(Graph(), "image", layer("Input"))
    canvas = opened(Drawing("Small", graph, {"image": Point(0, 0)}))
    canvas.adding.at(canvas.node_rect("image").center())
    write(canvas, "relu")
    press(canvas, Key.Key_Return)
    first, second = (canvas.graph_scene.nodes[node].body for node in ("image", "relu1"))
    assert not first.intersects(second)
    assert second.top() - first.bottom() < 40
    assert second.left() % 8 == 0
    assert second.top() % 8 == 0


def test_a_screen_reader_is_told_the_current_row(canvas, wired_popup):
    write(canvas, "bn")
    assert wired_popup.field.accessibleDescription() == "BatchNorm2d, input"


def test_another_drawing_closes_it(canvas, wired_popup):
    canvas.workspace.open(Drawing())
    assert not canvas.adding.is_open
    assert not canvas.graph_scene.overlay.marks


@pytest.mark.parametrize(
    "at", [QPoint(60, 60), QPoint(940, 60), QPoint(500, 350), QPoint(980, 690)]
)
def test_it_stands_inside_the_canvas_and_beside_the_place_meant(canvas, at):
    canvas.adding.at(at)
    box = popup(canvas).geometry()
    assert canvas.rect().contains(box)


def test_nothing_can_be_chosen_where_nothing_is_found(canvas, open_popup, steps):
    write(canvas, "qqq")
    press(canvas, Key.Key_Return)
    assert canvas.adding.is_open
    assert steps() == []
    assert not canvas.graph_scene.overlay.marks
