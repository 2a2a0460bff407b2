"""Moving nodes: a ghost before the release, one step after it."""

from PySide6.QtCore import QPoint, Qt

from nodegraph.document import Point
from tests.ui.canvas.pointer import CONTROL, SHIFT


def middle(canvas, node_id):
    # Beside the middle, where no port is.
    return canvas.node_rect(node_id).center()


def test_each_drag_is_one_step_of_undo(canvas, hand, steps):
    for _ in range(2):
        start = middle(canvas, "conv1")
        hand.drag(start, start + QPoint(40, 64))
    assert steps() == ["Moved conv1", "Moved conv1"]
    assert canvas.workspace.drawing.places["conv1"] == Point(280, 128)


def test_a_node_far_from_others_snaps_to_the_grid(canvas, hand):
    start = middle(canvas, "conv1")
    hand.drag(start, start + QPoint(13, -101))
    assert canvas.workspace.drawing.places["conv1"] == Point(216, -104)


def test_the_drawing_follows_before_the_release(canvas, hand):
    start = middle(canvas, "conv1")
    hand.hold(start, start + QPoint(40, 64))
    assert canvas.node_rect("conv1").center() == start + QPoint(40, 64)
    assert canvas.workspace.document.undo_label is None
    hand.release(start + QPoint(40, 64))


def test_a_press_that_hardly_moves_is_a_click(canvas, hand, steps):
    start = middle(canvas, "conv1")
    hand.drag(start, start + QPoint(3, 3))
    assert steps() == []
    assert canvas.workspace.selection == {"conv1"}


def test_escape_puts_everything_back(canvas, hand, steps):
    before = canvas.workspace.drawing
    start = middle(canvas, "conv1")
    hand.hold(start, start + QPoint(80, 80))
    hand.key(Qt.Key.Key_Escape)
    hand.release(start + QPoint(80, 80))
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.workspace.document.dirty
    assert canvas.workspace.selection == frozenset()


def test_the_right_button_cancels_too(canvas, hand, steps):
    before = canvas.workspace.drawing
    start = middle(canvas, "conv1")
    hand.hold(start, start + QPoint(80, 80))
    hand.interrupt(start)
    hand.release(start + QPoint(80, 80))
    assert canvas.workspace.drawing is before
    assert steps() == []


def test_the_selection_moves_together(canvas, hand, steps):
    canvas.workspace.select({"conv1", "relu1", "image"})
    start = middle(canvas, "relu1")
    hand.drag(start, start + QPoint(0, 80))
    assert steps() == ["Moved 3 nodes"]
    places = canvas.workspace.drawing.places
    assert [places[node].y for node in ("image", "conv1", "relu1", "add")] == [80, 80, 80, 200]


def test_moving_checks_nothing_again(canvas, hand, qtbot):
    report = canvas.workspace.report
    start = middle(canvas, "conv1")
    hand.drag(start, start + QPoint(40, 64))
    assert canvas.workspace.report is report


def test_a_click_selects_shift_adds_and_control_toggles(canvas, hand):
    selected = lambda: canvas.workspace.selection  # noqa: E731
    hand.click(middle(canvas, "conv1"))
    assert selected() == {"conv1"}
    hand.click(middle(canvas, "relu1"), modifiers=SHIFT)
    assert selected() == {"conv1", "relu1"}
    hand.click(middle(canvas, "conv1"), modifiers=CONTROL)
    assert selected() == {"relu1"}
    hand.click(middle(canvas, "image"))
    assert selected() == {"image"}


def test_a_drag_that_comes_back_is_no_step(canvas, hand, steps):
    before = canvas.workspace.drawing
    start = middle(canvas, "conv1")
    hand.hold(start, start + QPoint(40, 64))
    hand.drag(start + QPoint(40, 64), start)
    assert steps() == []
    assert canvas.workspace.drawing is before
