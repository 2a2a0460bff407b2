"""Tidying on the canvas: one step; large drawings in a thread while the window goes on."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from nodegraph.document import arrange, edits, frames
from nodegraph.document.beside import Beside
from tests import graphs
from tests.document.test_tidy import backward, scattered
from tests.ui.canvas.pointer import Hand


@pytest.fixture
def large(opened):
    """A canvas on a chain long enough for a thread."""
    canvas = opened(scattered(graphs.chain(1_600)))
    yield canvas
    canvas.tidying.close()


def test_tidying_is_one_step_and_the_camera_stays(canvas, steps):
    before = canvas.view
    canvas.tidying.tidy()
    assert canvas.view == before
    assert steps() == ["Tidied the drawing"]


def test_what_is_tidy_already_is_said_and_no_step(canvas, steps, qtbot):
    canvas.tidying.tidy()
    with qtbot.waitSignal(canvas.workspace.said) as said:
        canvas.tidying.tidy()
    assert said.args == ["Nothing had to move"]
    assert steps() == ["Tidied the drawing"]


def test_a_selection_is_tidied_alone_and_so_are_the_nodes_of_a_selected_frame(canvas, steps):
    canvas.workspace.select({"image", "conv1", "relu1"})
    settled = canvas.workspace.document.settled
    canvas.tidying.tidy()
    assert canvas.workspace.drawing.places["add"] == settled.places["add"]
    drawing, key = frames.frame_around(canvas.workspace.drawing, ["conv1", "conv3d"], "F", {})
    canvas.workspace.do("Framed 2 nodes as F", drawing)
    canvas.workspace.select((), Beside(frozenset({key})))
    canvas.tidying.tidy()
    assert steps()[0] == "Tidied 3 nodes"
    assert canvas.workspace.drawing.frames[key].nodes == {"conv1", "conv3d"}


def test_pinned_nodes_stay_and_that_is_said(canvas, steps):
    drawing = arrange.pin(canvas.workspace.drawing, ["add"])
    canvas.workspace.do("Pinned add", drawing)
    canvas.tidying.tidy()
    assert canvas.workspace.drawing.places["add"] == drawing.places["add"]
    assert steps()[-1] == "Tidied the drawing, 1 pinned stayed"


def test_nodes_glide_to_their_places_unless_motion_is_reduced(canvas, qtbot):
    canvas.motion.show("reduced")
    canvas.tidying.tidy()
    places = canvas.workspace.drawing.places
    items = canvas.graph_scene.nodes
    assert all(items[i].place == place for i, place in places.items())
    canvas.workspace.go_to(0)
    canvas.workspace.select(())
    canvas.motion.show("full")
    canvas.tidying.tidy()
    assert canvas.workspace.drawing.places == places
    shown = lambda: all(items[i].place == place for i, place in places.items())  # noqa: E731
    qtbot.waitUntil(lambda: not shown(), timeout=1_000)
    qtbot.waitUntil(shown, timeout=2_000)


def test_a_change_while_nodes_glide_is_shown_at_once(canvas):
    canvas.motion.show("full")
    canvas.tidying.tidy()
    canvas.workspace.go_to(0)
    places = canvas.workspace.drawing.places
    items = canvas.graph_scene.nodes
    assert all(items[i].place == place for i, place in places.items())


def test_a_large_drawing_is_tidied_in_a_thread_while_the_window_goes_on(large, qtbot):
    """T-30"""
    ticks, shares = [], []
    timer = QTimer(large)
    timer.timeout.connect(lambda: ticks.append(large.tidying.busy))
    large.tidying.progressed.connect(shares.append)
    timer.start(2)
    large.tidying.tidy()
    assert large.tidying.busy
    with qtbot.waitSignal(large.tidying.ended, timeout=20_000):
        pass
    timer.stop()
    assert sum(ticks) >= 5
    assert shares == sorted(shares)
    assert large.workspace.document.undo_label == "Tidied the drawing"
    assert large.workspace.document.at == 1
    assert not backward(large.workspace.drawing, large.frames.sizes)
    assert sys.getswitchinterval() == pytest.approx(0.005)


def test_escape_cancels_the_thread_at_once(large):
    """T-30"""
    document = large.workspace.document
    large.tidying.tidy()
    Hand(large).key(Qt.Key.Key_Escape)
    assert not large.tidying.busy
    large.tidying.close()
    QApplication.processEvents()
    assert (document.at, document.dirty) == (0, False)
    assert sys.getswitchinterval() == pytest.approx(0.005)


def test_what_was_tidied_is_dropped_where_the_drawing_is_another_by_then(large, qtbot):
    said = []
    large.workspace.said.connect(lambda words: said.append(str(words)))
    large.tidying.tidy()
    moved = edits.move(large.workspace.drawing, {"image": large.workspace.drawing.places["out"]})
    large.workspace.do("Moved image", moved)
    with qtbot.waitSignal(large.tidying.ended, timeout=20_000):
        pass
    assert large.workspace.document.settled is moved
    assert said[-1].startswith("Not tidied")


def test_the_status_bar_shows_how_far_it_is_and_cancels(window, qtbot):
    window.workspace.open(scattered(graphs.chain(1_600)))
    window.show_editor()
    progress = window.page.progress
    window.actions_by_name["edit.tidy"].trigger()
    assert progress.isVisible()
    progress.button.click()
    assert not progress.isVisible()
    assert window.workspace.document.at == 0
    window.canvas.tidying.close()
