"""Selecting by marquee and keys; selecting is never a step of undo."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.overlay import Marquee
from tests.ui.canvas.pointer import CONTROL, PLAIN, SHIFT, middle_of_wire

ALT = Qt.KeyboardModifier.AltModifier


def around(canvas, *ids):
    area = canvas.node_rect(ids[0])
    for node_id in ids:
        area = area.united(canvas.node_rect(node_id))
    return area.topLeft() - QPoint(8, 24), area.bottomRight() + QPoint(8, 8)


def test_a_marquee_selects_what_it_touches(canvas, hand, steps):
    start, end = around(canvas, "conv1", "relu1")
    hand.drag(start, end)
    assert canvas.workspace.selection == {"conv1", "relu1"}
    assert steps() == []


def test_the_marquee_and_its_selection_show_while_dragging(canvas, hand):
    start, end = around(canvas, "conv1", "relu1")
    hand.hold(start, end)
    [mark] = canvas.graph_scene.overlay.marks
    assert isinstance(mark, Marquee)
    assert canvas.workspace.selection == {"conv1", "relu1"}
    hand.release(end)
    assert not canvas.graph_scene.overlay.marks


def test_shift_adds_control_toggles_and_both_take_away(canvas, hand):
    canvas.workspace.select({"image", "conv1"})
    hand.drag(*around(canvas, "relu1"), modifiers=SHIFT)
    assert canvas.workspace.selection == {"image", "conv1", "relu1"}
    hand.drag(*around(canvas, "conv1", "relu1"), modifiers=CONTROL)
    assert canvas.workspace.selection == {"image"}
    hand.drag(*around(canvas, "image"), modifiers=CONTROL | SHIFT)
    assert canvas.workspace.selection == frozenset()


def test_escape_brings_the_selection_back(canvas, hand):
    canvas.workspace.select({"image"})
    start, end = around(canvas, "conv1", "relu1")
    hand.hold(start, end)
    hand.key(Qt.Key.Key_Escape)
    hand.release(end)
    assert canvas.workspace.selection == {"image"}
    assert not canvas.graph_scene.overlay.marks


def test_a_click_on_nothing_selects_nothing(canvas, hand):
    canvas.workspace.select({"image"})
    hand.click(QPoint(5, 5))
    assert canvas.workspace.selection == frozenset()


def test_control_a_selects_all_and_escape_nothing(canvas, hand):
    hand.key(Qt.Key.Key_A, CONTROL)
    assert canvas.workspace.selection == set(canvas.workspace.drawing.graph.nodes)
    hand.key(Qt.Key.Key_Escape)
    assert canvas.workspace.selection == frozenset()


def test_delete_takes_the_selected_nodes_in_one_step(canvas, hand, steps):
    canvas.workspace.select({"conv1", "relu1"})
    hand.key(Qt.Key.Key_Delete)
    assert set(canvas.workspace.drawing.graph.nodes) == {"image", "add", "pool1", "conv3d"}
    assert steps() == ["Deleted 2 nodes"]
    canvas.workspace.document.undo()
    assert len(canvas.graph_scene.nodes) == 6


def test_backspace_deletes_too(canvas, hand, steps):
    canvas.workspace.select({"conv1"})
    hand.key(Qt.Key.Key_Backspace)
    assert steps() == ["Deleted conv1"]


def test_delete_with_nothing_selected_does_nothing(canvas, hand, steps):
    hand.key(Qt.Key.Key_Delete)
    assert steps() == []


def test_a_key_that_means_nothing_here_is_passed_on(canvas, hand, steps):
    hand.key(Qt.Key.Key_F13)
    event = QKeyEvent(QEvent.Type.KeyPress, 0x4E2D, PLAIN, "中")
    QApplication.sendEvent(canvas, event)
    assert not event.isAccepted()
    assert steps() == []


def test_a_clicked_wire_is_deleted_alone(canvas, hand, steps):
    hand.click(middle_of_wire(canvas, "conv1", "relu1"))
    hand.key(Qt.Key.Key_Delete)
    assert len(canvas.workspace.drawing.graph.wires) == 1
    assert steps() == ["Disconnected conv1 from relu1"]


def test_no_command_of_the_window_takes_the_keys_of_a_gesture(canvas, hand, steps, qtbot):
    undo = QAction(canvas)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(canvas.workspace.document.undo)
    canvas.addAction(undo)
    canvas.setFocus()
    start = canvas.node_rect("conv1").center()
    hand.drag(start, start + QPoint(0, 40))
    hand.hold(start + QPoint(0, 40), start + QPoint(0, 80))
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    hand.release(start + QPoint(0, 80))
    assert len(steps()) == 2


def test_choosing_a_node_lets_go_of_the_wire(canvas, hand, steps):
    hand.click(middle_of_wire(canvas, "conv1", "relu1"))
    hand.click(canvas.node_rect("pool1").center())
    assert canvas.graph_scene.wires.chosen is None
    assert canvas.workspace.selection == {"pool1"}


# Wires


def chain(canvas):
    """The two wires of the row, by their slots."""
    slot = canvas.graph_scene.slot_of
    ends = (("image", "conv1"), ("conv1", "relu1"))
    return [slot(Wire(Port(a, "output"), Port(b, "input"))) for a, b in ends]


def across(canvas, source, target):
    middle = middle_of_wire(canvas, source, target)
    return middle + QPoint(-8, -40), middle + QPoint(8, 40)


def test_an_alt_marquee_selects_the_wires_it_touches_while_dragging(canvas, hand, steps):
    start, end = around(canvas, "image", "conv1", "relu1")
    hand.hold(start, end, modifiers=ALT)
    assert canvas.graph_scene.wires.picked == set(chain(canvas))
    assert canvas.workspace.selection == frozenset()
    hand.release(end, ALT)
    assert canvas.graph_scene.wires.picked == set(chain(canvas))
    assert steps() == []


def test_a_wire_whose_curve_only_frames_an_area_is_not_touched(canvas, hand):
    hand.drag(*around(canvas, "add"), modifiers=ALT)
    assert canvas.graph_scene.wires.picked == frozenset()


def test_alt_marquees_add_toggle_and_take_away_wires(canvas, hand):
    first, second = chain(canvas)
    wires = canvas.graph_scene.wires
    hand.drag(*across(canvas, "image", "conv1"), modifiers=ALT)
    assert wires.picked == {first}
    hand.drag(*across(canvas, "conv1", "relu1"), modifiers=ALT | SHIFT)
    assert wires.picked == {first, second}
    hand.drag(*across(canvas, "conv1", "relu1"), modifiers=ALT | CONTROL)
    assert wires.picked == {first}
    hand.drag(*across(canvas, "image", "conv1"), modifiers=ALT | SHIFT | CONTROL)
    assert wires.picked == frozenset()


def test_several_wires_are_deleted_in_one_step(canvas, hand, steps):
    hand.drag(*around(canvas, "image", "conv1", "relu1"), modifiers=ALT)
    hand.key(Qt.Key.Key_Delete)
    assert canvas.workspace.drawing.graph.wires == ()
    assert steps() == ["Took away 2 wires"]
    assert canvas.graph_scene.wires.picked == frozenset()


def test_escape_brings_selected_wires_back(canvas, hand):
    first, _ = chain(canvas)
    hand.click(middle_of_wire(canvas, "image", "conv1"))
    start, end = across(canvas, "conv1", "relu1")
    hand.hold(start, end, modifiers=ALT)
    hand.key(Qt.Key.Key_Escape)
    hand.release(end, ALT)
    assert canvas.graph_scene.wires.picked == {first}


def test_shift_click_adds_a_wire_and_control_click_turns_it_over(canvas, hand, steps):
    first, second = chain(canvas)
    hand.click(middle_of_wire(canvas, "image", "conv1"))
    hand.click(middle_of_wire(canvas, "conv1", "relu1"), modifiers=SHIFT)
    assert canvas.graph_scene.wires.picked == {first, second}
    hand.click(middle_of_wire(canvas, "image", "conv1"), modifiers=CONTROL)
    assert canvas.graph_scene.wires.picked == {second}
    assert canvas.graph_scene.wires.chosen == second
    hand.click(QPoint(5, 5))
    assert canvas.graph_scene.wires.picked == frozenset()
    assert steps() == []


def test_nodes_in_place_of_wires_when_alt_is_let_go(canvas, hand):
    start, end = around(canvas, "image", "conv1")
    hand.hold(start, end, modifiers=ALT)
    hand.move(end)
    assert canvas.graph_scene.wires.picked == frozenset()
    assert canvas.workspace.selection == {"image", "conv1"}
    hand.release(end)
