"""Undo outside the view: the camera stays, and a hint says which way it lies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits
from nodegraph.ui.canvas.looking.beyond import Beyond

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def beyond(canvas) -> Beyond:
    """The hint of the canvas on two branches, after one move of relu1."""
    made = Beyond(canvas.workspace, canvas)
    workspace = canvas.workspace
    workspace.do("Moved relu1", edits.move(workspace.drawing, {"relu1": Point(400, 40)}))
    return made


def camera(canvas) -> tuple[float, object]:
    return canvas.zoom, canvas.visible_area()


def test_what_is_in_view_needs_no_hint(canvas, beyond) -> None:
    canvas.workspace.go_to(0)
    assert beyond.isHidden()
    assert canvas.workspace.selection == {"relu1"}


@pytest.mark.parametrize(
    ("x", "y", "arrow"), [(5000, 0, "←"), (-5000, 0, "→"), (0, 5000, "↑"), (5000, -5000, "↙")]
)
def test_a_change_outside_is_pointed_at_and_the_camera_stays(canvas, beyond, x, y, arrow) -> None:
    canvas.centerOn(400 + x, 40 + y)
    before = camera(canvas)
    canvas.workspace.go_to(0)
    assert beyond.isVisible()
    assert beyond.words.text().startswith(arrow)
    assert camera(canvas) == before
    assert canvas.viewport().rect().contains(beyond.geometry())


def test_its_button_brings_the_change_into_view_at_the_same_zoom(
    canvas, beyond, qtbot: QtBot
) -> None:
    canvas.centerOn(5000, 5000)
    zoom = canvas.zoom
    canvas.workspace.go_to(0)
    qtbot.mouseClick(beyond.button, LEFT)
    assert canvas.visible_area().contains(canvas.graph_scene.nodes["relu1"].bounds)
    assert canvas.zoom == zoom
    assert beyond.isHidden()


def test_what_is_larger_than_the_view_is_shown_whole(canvas, beyond, qtbot: QtBot) -> None:
    workspace = canvas.workspace
    for y in (0, 90):
        far = {"image": Point(-9000, y), "relu1": Point(9000, y)}
        workspace.do("Moved 2 nodes", edits.move(workspace.drawing, far))
    canvas.centerOn(0, 5000)
    workspace.go_to(2)
    qtbot.mouseClick(beyond.button, LEFT)
    for node in far:
        assert canvas.visible_area().contains(canvas.graph_scene.nodes[node].bounds)


def test_the_place_of_a_node_that_is_gone_again_is_pointed_at(canvas, beyond) -> None:
    drawing, _ = edits.add(
        canvas.workspace.drawing,
        canvas.workspace.drawing.graph.nodes["relu1"].layer,
        Point(6000, 0),
    )
    canvas.workspace.do("Added relu2", drawing)
    canvas.workspace.go_to(1)
    assert beyond.isVisible()
    assert beyond.words.text().startswith("→")


def test_it_goes_when_the_place_comes_into_view_or_anything_changes(canvas, beyond) -> None:
    canvas.centerOn(5000, 5000)
    canvas.workspace.go_to(0)
    canvas.centerOn(400, 0)
    assert beyond.isHidden()
    canvas.centerOn(5000, 5000)
    canvas.workspace.go_to(1)
    assert beyond.isVisible()
    canvas.workspace.do("Named it", edits.set_name(canvas.workspace.drawing, "Other"))
    assert beyond.isHidden()


def test_a_change_of_the_recipe_lies_nowhere(canvas, beyond) -> None:
    canvas.workspace.do("Named it", edits.set_name(canvas.workspace.drawing, "Other"))
    canvas.centerOn(5000, 5000)
    canvas.workspace.go_to(1)
    assert beyond.isHidden()


def test_what_a_command_adds_out_of_view_is_pointed_at(canvas, beyond, qtbot: QtBot) -> None:
    canvas.centerOn(5000, 5000)
    before, drawing = camera(canvas), canvas.workspace.drawing
    kind = drawing.graph.nodes["relu1"].layer
    drawing, new = edits.add(drawing, kind, Point(6000, 9000))
    canvas.workspace.do("Added it", drawing)
    assert camera(canvas) == before
    assert beyond.isVisible()
    assert beyond.words.text() == "↓  Added outside the view"
    qtbot.mouseClick(beyond.button, LEFT)
    assert canvas.visible_area().contains(canvas.graph_scene.nodes[new].bounds)


def test_a_node_that_the_keys_add_needs_no_hint_the_view_follows_it(canvas, beyond) -> None:
    canvas.motion.show("full")
    canvas.workspace.select(["relu1"])
    canvas.centerOn(-400, 0)
    canvas.add_layer("ReLU")
    assert canvas.glide.goes_on
    assert beyond.isHidden()


def test_a_node_in_view_and_another_drawing_need_no_hint(canvas, beyond) -> None:
    canvas.add_layer("ReLU", canvas.viewport().rect().center())
    assert beyond.isHidden()
    canvas.centerOn(5000, 5000)
    canvas.workspace.open(canvas.workspace.drawing)
    assert beyond.isHidden()
