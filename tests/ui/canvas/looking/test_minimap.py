"""The map in the corner shows the whole drawing and moves the camera."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from nodegraph.document import Box, Drawing, Frame, Point, edits
from nodegraph.ui.canvas.looking.minimap import LARGEST, Minimap
from nodegraph.ui.theme import DARK, LIGHT
from tests.ui.canvas.conftest import two_branches
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import recorded

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def large(opened):
    canvas = opened(ladder(400))
    canvas.minimap.grab()
    return canvas


def mouse(minimap, kind, at, button=LEFT):
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    where = QPointF(minimap.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(minimap, QMouseEvent(kind, at, where, button, held, PLAIN))


def drag(minimap, start, end):
    mouse(minimap, QEvent.Type.MouseButtonPress, start)
    mouse(minimap, QEvent.Type.MouseMove, end, NONE)
    mouse(minimap, QEvent.Type.MouseButtonRelease, end)


def middle(canvas):
    return canvas.visible_area().center()


def apart(one, other):
    return (one - other).manhattanLength()


def test_a_click_centres_the_view_there(large):
    spot = large.graph_scene.nodes["n395"].body.center()
    at = large.minimap.to_map(large.graph_scene.nodes["n395"].body).center()
    drag(large.minimap, at, at)
    assert apart(middle(large), spot) < 3


def test_the_rectangle_is_dragged_where_it_is_held(large):
    shown = large.minimap.view_rect()
    before = middle(large)
    held = shown.center() + QPointF(shown.width() / 4, 0)
    drag(large.minimap, held, held + QPointF(20, 0))
    way = large.minimap.to_scene(QPointF(20, 0)) - large.minimap.to_scene(QPointF(0, 0))
    assert apart(middle(large), before + way) < 3
    assert large.zoom == 1


def test_the_wheel_zooms_and_keeps_the_middle(large):
    before = middle(large)
    event = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -120), NONE, PLAIN,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(large.minimap, event)
    assert large.zoom == pytest.approx(1 / 1.2, 0.01)
    assert apart(middle(large), before) < 3


def test_every_node_has_its_colour_on_the_map(canvas):
    image = canvas.minimap.grab().toImage()
    for item in canvas.graph_scene.nodes.values():
        at = canvas.minimap.to_map(item.body)
        inside = QPointF(at.left() + 2, at.center().y()).toPoint()
        shown, wanted = image.pixelColor(inside), DARK.group(item.colour)
        assert shown.name() == wanted or canvas.minimap.view_rect().contains(QPointF(inside))


def test_the_rectangle_stays_on_the_map_wherever_one_looks(large):
    for spot in ((-90_000, 0), (90_000, 90_000), (0, 0)):
        large.centerOn(*spot)
        shown = large.minimap.view_rect()
        assert large.minimap.rect().contains(shown.toAlignedRect())
        assert shown.width() >= 4


def test_it_keeps_its_corner_when_the_canvas_scrolls_or_grows(large):
    place = large.minimap.pos()
    large.scroll_by(300, 200)
    assert large.minimap.pos() == place
    large.resize(1200, 900)
    assert large.minimap.pos() == place + QPoint(200, 200)


def test_it_hides_where_there_is_no_room_and_nothing_to_show(opened):
    canvas = opened(Drawing())
    assert not canvas.minimap.isVisible()
    canvas.add_layer("ReLU")
    assert canvas.minimap.isVisible()
    canvas.resize(300, 240)
    assert not canvas.minimap.isVisible()


def test_what_is_not_wanted_stays_hidden(canvas):
    canvas.minimap.want(False)
    canvas.add_layer("ReLU")
    assert not canvas.minimap.isVisible()
    canvas.minimap.want(True)
    assert canvas.minimap.isVisible()


def test_many_changes_paint_the_drawing_once(large, monkeypatch, qtbot):
    workspace, again = large.workspace, large.minimap.findChild(QTimer)
    again.setInterval(60_000)  # however slow the machine is, all changes come before it ends
    with recorded(monkeypatch, Minimap, "_painted") as painted:
        for number in range(20):
            moved = edits.move(workspace.drawing, {"n1": Point(200, 8.0 * number)})
            workspace.document.preview(moved)
            large.scroll_by(1, 0)
            QApplication.processEvents()
        assert len(painted) == 0
        assert again.isActive()
        again.start(0)
        qtbot.waitUntil(lambda: len(painted) > 0)
        assert len(painted) == 1
    workspace.document.cancel()


def test_the_camera_alone_paints_no_node_of_it(large, monkeypatch):
    with recorded(monkeypatch, Minimap, "_nodes") as painted:
        for _ in range(5):
            large.scroll_by(40, 10)
            large.zoom_in()
            QApplication.processEvents()
    assert painted == []


def test_a_theme_paints_it_anew(canvas):
    before = canvas.minimap.grab().toImage()
    canvas.set_theme(LIGHT)
    corner = QPoint(12, 4)
    assert canvas.minimap.grab().toImage().pixelColor(corner) != before.pixelColor(corner)


def test_it_says_its_name(canvas):
    assert canvas.minimap.accessibleName() == "Minimap"


def scaled(minimap) -> float:
    """Px of the map for one of the drawing."""
    return minimap.to_map(QRectF(0, 0, 100, 100)).width() / 100


def test_a_single_node_does_not_fill_the_map(opened):
    canvas = opened(Drawing())
    canvas.add_layer("ReLU")
    canvas.minimap.grab()
    assert scaled(canvas.minimap) == LARGEST
    [node] = canvas.graph_scene.nodes.values()
    at = canvas.minimap.to_map(node.body)
    assert at.width() == node.body.width() / 8
    assert apart(at.center(), QRectF(canvas.minimap.rect()).center()) < 4
    before, held = middle(canvas), canvas.minimap.view_rect().center()
    drag(canvas.minimap, held, held + QPointF(10, 0))
    assert apart(middle(canvas), before + QPointF(80, 0)) < 3


def framed(drawing, *frames: Frame):
    return replace(drawing, frames={f"frame{n}": frame for n, frame in enumerate(frames, 1)})


def test_frames_lie_behind_their_nodes_in_their_colours(opened):
    box, inner = Box(-60, -120, 480, 500), Box(340, 120, 400, 200)
    outer = Frame("All", box, colour="Convolution")
    canvas = opened(framed(two_branches(), outer, Frame("In", inner)))
    canvas.centerOn(9000, 9000)  # nothing of it is in view, so all is alike in the shade
    minimap, items = canvas.minimap, canvas.graph_scene.ground.frames
    made = minimap._painted(canvas.look).toImage()
    ratio = made.devicePixelRatio()

    def colour(x: float, y: float) -> str:
        at = minimap.to_map(QRectF(x, y, 1, 1)).topLeft() * ratio
        return made.pixelColor(at.toPoint()).name()

    assert colour(180, 150) == items["frame1"].fill.color().name()
    assert colour(570, 160) == items["frame2"].fill.color().name()
    assert colour(60, 30) == DARK.group(canvas.graph_scene.nodes["image"].colour)


def test_a_folded_frame_is_its_title_and_hides_its_nodes(opened):
    nodes = frozenset({"image", "conv1"})
    frame = Frame("Stem", Box(-40, -80, 440, 200), nodes, folded=True)
    canvas = opened(framed(two_branches(), frame))
    canvas.minimap.grab()
    seen = canvas.minimap._nodes()
    assert sum(map(len, seen.on.values())) == len(canvas.graph_scene.nodes) - 2


def test_nodes_that_do_not_run_are_dim_and_disabled_ones_hollow(opened):
    drawing = edits.set_mode(two_branches(), ["relu1"], "bypassed")
    canvas = opened(edits.set_mode(drawing, ["pool1"], "disabled"))
    canvas.minimap.grab()
    seen = canvas.minimap._nodes()
    assert sum(map(len, seen.bypassed.values())) == len(seen.disabled) == 1
    made = canvas.minimap._painted(canvas.look).toImage()
    ratio = made.devicePixelRatio()

    def colour(node: str) -> str:
        at = canvas.minimap.to_map(canvas.graph_scene.nodes[node].body).center() * ratio
        return made.pixelColor(at.toPoint()).name()

    groups = {node: canvas.graph_scene.nodes[node].colour for node in ("conv1", "relu1")}
    assert colour("conv1") == DARK.group(groups["conv1"])
    assert colour("relu1") == canvas.look.asleep_brush(groups["relu1"]).color().name()
    assert colour("pool1") == DARK.panel


def test_a_change_of_mode_or_frame_is_seen_on_the_map(canvas, monkeypatch, qtbot):
    canvas.minimap.grab()
    drawing = canvas.workspace.drawing
    for after in (
        edits.set_mode(drawing, ["relu1"], "disabled"),
        framed(drawing, Frame("All", Box(-60, -120, 480, 500))),
    ):
        before = canvas.minimap.grab().toImage()
        with recorded(monkeypatch, Minimap, "_painted") as painted:
            canvas.workspace.do("Edited", after)
            qtbot.waitUntil(lambda painted=painted: len(painted) > 0)
        assert canvas.minimap.grab().toImage() != before
