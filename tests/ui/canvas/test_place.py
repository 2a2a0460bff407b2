"""New nodes: dropped where the mouse is, or placed by name."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing
from nodegraph.ui.canvas.overlay import GhostNode
from tests.ui.canvas.pointer import LEFT, PLAIN, Hand


def test_a_layer_is_dropped_where_the_mouse_is(canvas, hand, steps):
    """A node dropped elsewhere than the mouse: Fabrik."""
    at = QPoint(700, 560)
    hand.drop(hand.carry("Linear", at), at)
    [new] = canvas.workspace.selection
    away = canvas.node_rect(new).center() - at
    assert max(abs(away.x()), abs(away.y())) <= 5  # half a line of the grid
    assert steps() == ["Added fc1"]


def test_a_ghost_shows_the_very_place(canvas, hand):
    at = QPoint(700, 560)
    data = hand.carry("Linear", at)
    [ghost] = canvas.graph_scene.overlay.marks
    assert isinstance(ghost, GhostNode)
    hand.drop(data, at)
    place = canvas.workspace.drawing.places["fc1"]
    assert (ghost.at.x(), ghost.at.y()) == place
    assert not canvas.graph_scene.overlay.marks


def test_what_is_carried_away_leaves_no_trace(canvas, hand, steps):
    hand.carry("Linear", QPoint(700, 560))
    hand.carry_away()
    assert steps() == []
    assert not canvas.graph_scene.overlay.marks


def test_over_a_node_of_its_own_kind_the_next_free_place_below_is_taken(canvas, hand):
    at = canvas.node_rect("conv1").center()
    hand.drop(hand.carry("Conv2d", at), at)
    [new] = canvas.workspace.selection
    scene = canvas.graph_scene
    assert not any(
        scene.nodes[new].body.intersects(item.body)
        for item in scene.nodes.values()
        if item.id != new
    )


def test_what_is_no_layer_is_not_taken(canvas):
    data = QMimeData()
    data.setText("Linear")
    event = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, PLAIN)
    QApplication.sendEvent(canvas.viewport(), event)
    assert not event.isAccepted()


def test_a_double_click_in_the_palette_places_behind_the_selected_node(canvas, steps):
    canvas.workspace.select({"relu1"})
    new = canvas.add_layer("Dropout")
    assert canvas.node_rect(new).left() > canvas.node_rect("relu1").right()
    assert abs(canvas.node_rect(new).center().y() - canvas.node_rect("relu1").center().y()) <= 8
    assert canvas.workspace.selection == {new}
    assert steps() == ["Added dropout1"]


def test_an_unknown_layer_is_not_added(canvas, steps):
    assert canvas.add_layer("Nonsense") is None
    assert steps() == []


def test_an_empty_canvas_says_what_to_do(opened):
    canvas = opened(Drawing())
    label = canvas.findChild(type(canvas._empty), "canvas_empty")
    assert label.isVisible()
    assert label.text() == "Drop a layer here, or press Tab"
    canvas.scroll_by(120, 80)
    assert label.geometry() == canvas.viewport().rect()
    hand = Hand(canvas)
    at = QPoint(500, 350)
    hand.drop(hand.carry("Input", at), at)
    assert not label.isVisible()
    assert canvas.node_rect("input").contains(at)
