"""Zoom is never NaN and the camera never nowhere, whatever a device, a hand or a file tells.

PEERS: the zoom became NaN and the nodes collapsed.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf, isfinite, nan

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication

from nodegraph.document import Point, View, load, save
from nodegraph.ui.canvas.looking.camera import CLOSEST, FARTHEST
from tests.ui.canvas.conftest import two_branches
from tests.ui.canvas.pointer import CONTROL, MIDDLE, PLAIN, SHIFT

AT = QPoint(300, 200)


def is_somewhere(canvas) -> bool:
    """Whether it shows a part of the scene, and every node lies where the drawing says."""
    QApplication.processEvents()
    canvas.grab()
    view, area = canvas.view, canvas.visible_area().getRect()
    nodes, places = canvas.graph_scene.nodes, canvas.workspace.drawing.places
    return (
        FARTHEST <= view.zoom <= CLOSEST
        and all(map(isfinite, (*view, *area)))
        and all(nodes[n].pos() == QPointF(*place) for n, place in places.items())
    )


@pytest.mark.parametrize("held", [PLAIN, SHIFT, CONTROL])
@pytest.mark.parametrize("delta", [0, 1, -1, 10**6, -(10**6), 2**31 - 1, -(2**31) + 1])
def test_no_turn_of_the_wheel_leads_nowhere(canvas, hand, delta, held) -> None:
    hand.wheel(AT, delta, held)
    assert is_somewhere(canvas)


def test_a_turn_of_nothing_changes_nothing(canvas, hand) -> None:
    before = canvas.view
    for held in (PLAIN, SHIFT, CONTROL):
        hand.wheel(AT, 0, held)
    assert canvas.view == before


@pytest.mark.parametrize("factor", [nan, inf, -inf, 0.0, -1.0])
def test_what_is_no_factor_does_not_zoom(canvas, factor) -> None:
    before = canvas.view
    canvas.zoom_at(QPointF(AT), factor)
    assert canvas.view == before


@pytest.mark.parametrize("factor", [1e308, 1e-308, 5e-324])
def test_a_factor_out_of_measure_stops_at_the_end(canvas, factor) -> None:
    canvas.zoom_at(QPointF(AT), factor)
    assert canvas.zoom == (CLOSEST if factor > 1 else FARTHEST)
    assert is_somewhere(canvas)


@pytest.mark.parametrize("at", [QPointF(nan, 0), QPointF(0, inf)])
def test_a_pointer_that_is_nowhere_does_not_zoom(canvas, at) -> None:
    before = canvas.view
    canvas.zoom_at(at, 1.2)
    assert canvas.view == before


@pytest.mark.parametrize(
    "view",
    [
        View(nan, 0, 1),
        View(0, inf, 1),
        View(0, 0, nan),
        View(0, 0, 0),
        View(0, 0, -1),
        View(0, 0, 1e300),
        View(1e300, -1e300, 1),
        View(1e9, 1e9, 4),
    ],
)
def test_a_view_that_was_kept_never_leads_nowhere(canvas, view) -> None:
    canvas.show_view(view)
    assert is_somewhere(canvas)


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (3, 700), (1000, 2)])
def test_a_view_of_no_size_frames_and_zooms_and_comes_back(canvas, hand, size) -> None:
    canvas.resize(*size)
    for act in (canvas.fit, canvas.zoom_in, canvas.frame_selection, canvas.home, canvas.home):
        act()
    hand.wheel(QPoint(0, 0), 120)
    canvas.resize(1000, 700)
    canvas.fit()
    assert is_somewhere(canvas)
    seen = canvas.visible_area()
    assert all(seen.contains(item.bounds) for item in canvas.graph_scene.nodes.values())


@pytest.mark.parametrize("far", [2e5, 1e6, 1e8, 9e8])
def test_a_node_is_reached_wherever_a_file_put_it(canvas, hand, tmp_path, far) -> None:
    drawing = two_branches()
    save(replace(drawing, places={**drawing.places, "pool1": Point(far, -far)}), tmp_path / "far")
    canvas.workspace.open(load(tmp_path / "far"), tmp_path / "far")
    assert is_somewhere(canvas)
    canvas.show_node("pool1")
    canvas.zoom_reset()
    canvas.show_node("pool1")
    assert canvas.visible_area().contains(canvas.graph_scene.nodes["pool1"].bounds)
    start = canvas.node_rect("pool1").bottomLeft() + QPoint(30, -5)
    hand.drag(start, start + QPoint(0, 80))
    assert canvas.workspace.drawing.places["pool1"].y == pytest.approx(-far + 80, abs=8)
    canvas.show_node("conv1")
    assert is_somewhere(canvas)


@pytest.mark.parametrize("way", [QPoint(10**6, 0), QPoint(-(10**6), 10**6)])
def test_a_drag_far_out_of_the_window_is_one_that_undo_takes_back(canvas, hand, way) -> None:
    before = canvas.workspace.drawing.places["conv1"]
    start = canvas.node_rect("conv1").bottomLeft() + QPoint(30, -5)
    hand.drag(start, start + way)
    assert is_somewhere(canvas)
    canvas.workspace.document.undo()
    assert canvas.workspace.drawing.places["conv1"] == before


def test_the_camera_dragged_to_the_end_of_the_world_comes_back_by_home(canvas, hand) -> None:
    for _ in range(3):
        hand.drag(AT, AT + QPoint(10**7, -(10**7)), MIDDLE)
    assert is_somewhere(canvas)
    canvas.home()
    assert canvas.visible_area().contains(canvas.graph_scene.nodes["conv1"].bounds)


@pytest.mark.parametrize("way", [QPoint(60, 0), QPoint(0, 60), QPoint(60, 40)])
@pytest.mark.parametrize("zoom", [1.0, 0.3])
def test_a_rectangle_as_thin_as_a_line_selects_what_it_touches(canvas, hand, way, zoom) -> None:
    canvas.zoom_at(QPointF(AT), zoom)
    middle = canvas.node_rect("pool1").center()
    aside = QPoint(canvas.node_rect("pool1").width() if way.x() else 0, 0)
    start = middle - QPoint(way.x() and aside.x() // 2 + 14, way.y() and 40)
    hand.drag(start, start + way)
    assert "pool1" in canvas.workspace.selection


def test_a_rectangle_of_nothing_at_all_selects_nothing(canvas, hand) -> None:
    hand.drag(QPoint(20, 600), QPoint(20, 600))
    assert canvas.workspace.selection == frozenset()
    assert is_somewhere(canvas)
