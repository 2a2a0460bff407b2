"""The view follows the keys: to a node they added or went to, the shortest way, if any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodegraph.graph import NodeId
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.looking.framing import MARGIN, way_into
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.pointer import PLAIN, SHIFT, Hand
from tests.ui.conftest import at_the_canvas

Key = Qt.Key
ROOM = QRectF(0, 0, 1000, 700)
CORNER = QRectF(820, 576, 166, 110)


@pytest.mark.parametrize(
    ("box", "way"),
    [
        ((300, 300, 150, 60), (0, 0)),
        ((0, 640, 150, 60), (0, 0)),  # in view, without a margin: nothing moves
        ((900, 300, 150, 60), (900 + 150 - (1000 - MARGIN), 0)),
        ((-10, 300, 150, 60), (-10 - MARGIN, 0)),
        ((300, -500, 150, 60), (0, -500 - MARGIN)),
        ((2000, 900, 150, 60), (2000 + 150 - (1000 - MARGIN), 900 + 60 - (576 - 8))),
        ((850, 600, 100, 60), (0, 600 + 60 - (576 - 8))),  # in view, but under the minimap
        ((-200, -200, 3000, 3000), (-200 - MARGIN, -200 - MARGIN)),
    ],
)
def test_the_way_is_the_shortest_that_shows_it_with_a_margin(box, way) -> None:
    assert way_into(QRectF(*box), ROOM, [CORNER]).toTuple() == way


def is_seen(canvas: Canvas, node: NodeId) -> bool:
    """Whether a node is in view whole, under nothing that stands over it."""
    at = QRectF(canvas.mapFromScene(canvas.graph_scene.nodes[node].bounds).boundingRect())
    room = QRectF(canvas.viewport().rect())
    return room.contains(at) and not any(map(at.intersects, canvas.covered))


@pytest.fixture
def still(canvas: Canvas) -> Canvas:
    """The canvas on two branches, with motion reduced."""
    canvas.motion.show("reduced")
    return canvas


def add(canvas: Canvas, words: str, modifiers=PLAIN) -> NodeId:
    """Searched and placed by keys alone."""
    QTest.keyClick(canvas, Key.Key_Tab)
    QTest.keyClicks(canvas.adding.popup.field, words)
    QTest.keyClick(canvas.adding.popup.field, Key.Key_Return, modifiers)
    (new,) = canvas.workspace.selection
    return new


def test_a_chain_added_by_keys_stays_in_view(still) -> None:
    still.workspace.select(["relu1"])
    zoom, height = still.zoom, still.view.y
    for _ in range(12):
        assert is_seen(still, add(still, "relu", SHIFT))
    assert still.zoom == zoom
    assert still.view.y == height  # to the right alone
    assert still.view.x > 1000


def test_what_is_in_view_already_moves_nothing(still) -> None:
    still.workspace.select(["relu1"])
    still.fit()
    view = still.view
    new = add(still, "relu", SHIFT)
    assert is_seen(still, new)
    QTest.keyClick(still, Key.Key_Left)
    assert still.workspace.selection == {"relu1"}
    assert still.view == view


def test_an_arrow_brings_the_node_it_goes_to_into_view_by_the_shortest_way(
    page, qtbot: QtBot
) -> None:
    canvas = at_the_canvas(page, qtbot, ladder(200))
    canvas.motion.show("reduced")
    canvas.minimap.hide()
    canvas.show_node(next(iter(canvas.workspace.drawing.graph.nodes)))
    seen = []
    for _ in range(20):
        before = canvas.view
        QTest.keyClick(canvas, Key.Key_Right)
        (node,) = canvas.workspace.selection
        assert is_seen(canvas, node)
        seen.append(canvas.view != before)
        if canvas.view.x != before.x:
            at = canvas.mapFromScene(canvas.graph_scene.nodes[node].bounds).boundingRect()
            nearest = min(at.left(), canvas.viewport().width() - at.right())
            assert abs(nearest - MARGIN) <= 2
    assert 0 < sum(seen) < len(seen)


@pytest.mark.parametrize("how", ["by keys", "a click on a row", "a double click, then Enter"])
def test_what_was_asked_for_by_keys_is_shown_and_the_mouse_moves_nothing(still, how) -> None:
    edge, view = QPoint(still.viewport().width() - 4, 300), still.view
    Hand(still).move(edge)
    if how == "a double click, then Enter":
        QTest.mouseDClick(still.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    else:
        QTest.keyClick(still, Key.Key_Tab)
    popup = still.adding.popup
    QTest.keyClicks(popup.field, "sigmoid")
    if how == "a click on a row":
        row = popup.list.visualRect(popup.list.currentIndex()).center()
        QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    else:
        QTest.keyClick(popup.field, Key.Key_Return)
    (new,) = still.workspace.selection
    assert is_seen(still, new) == (how == "by keys")
    assert (still.view == view) == (how != "by keys")


def test_where_the_search_goes_on_the_next_node_is_in_view_too(still) -> None:
    still.workspace.select(["relu1"])
    for _ in range(10):
        new = add(still, "relu", Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(still.adding.popup.field, "relu")
        (ghost,) = (mark for mark in still.graph_scene.overlay.marks if hasattr(mark, "measures"))
        body = ghost.measures.body.translated(ghost.at)
        assert is_seen(still, new)
        assert still.visible_area().contains(body)
        QTest.keyClick(still.adding.popup.field, Key.Key_Escape)


def test_a_layer_asked_for_by_name_comes_into_view(still) -> None:
    still.workspace.select(["relu1"])
    still.centerOn(-3000, 0)
    assert is_seen(still, still.add_layer("Sigmoid"))


def test_it_glides_there_and_a_key_finds_it_there(page, qtbot: QtBot) -> None:
    canvas = at_the_canvas(page, qtbot, page.workspace.drawing)
    canvas.motion.show("full")
    canvas.workspace.select(["relu1"])
    body = canvas.graph_scene.nodes["relu1"].body
    canvas.centerOn(body.right() - canvas.visible_area().width() / 2 + 8, body.center().y())
    start = canvas.view.x
    first = add(canvas, "relu", SHIFT)
    assert canvas.view.x == start
    assert not is_seen(canvas, first)
    ways: list[float] = []
    canvas.moved.connect(lambda: ways.append(canvas.view.x))
    qtbot.waitUntil(lambda: is_seen(canvas, first))
    qtbot.waitUntil(lambda: not canvas.glide.goes_on)
    assert ways == sorted(ways)
    assert len(ways) > 1
    second = add(canvas, "relu", SHIFT)
    assert not is_seen(canvas, second)
    QTest.keyClick(canvas, Key.Key_F2)
    assert is_seen(canvas, second)
    assert canvas.fields.field is not None  # F2 writes on the node, which must be in view


def test_the_hand_takes_over_while_it_glides(canvas) -> None:
    canvas.motion.show("full")
    canvas.workspace.select(["relu1"])
    new = add(canvas, "relu", SHIFT)
    for _ in range(4):
        new = add(canvas, "relu", SHIFT)
    assert canvas.glide.goes_on
    Hand(canvas).wheel(QPoint(300, 300), 120)
    assert not canvas.glide.goes_on
    view = canvas.view
    QTest.qWait(200)
    assert canvas.view == view
    assert canvas.graph_scene.nodes[new].bounds.intersects(canvas.visible_area())


def test_another_drawing_is_shown_as_it_fits(page, qtbot: QtBot) -> None:
    canvas = at_the_canvas(page, qtbot, ladder(40))
    canvas.motion.show("full")
    canvas.workspace.select([list(canvas.workspace.drawing.graph.nodes)[-1]])
    add(canvas, "relu")
    canvas.workspace.open(ladder(40))
    view = canvas.view
    QTest.qWait(200)
    assert canvas.view == view
