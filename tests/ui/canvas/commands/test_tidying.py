"""Tidying on the canvas: one step; large drawings in a thread while the window goes on."""

from __future__ import annotations

import sys
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from nodegraph.document import arrange, edits, frames
from nodegraph.document.beside import Beside
from nodegraph.document.tidy import tidy
from nodegraph.ui.canvas.commands import tidying
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
    ticks, shares, start = [], [], large.view.x

    def busy():
        return large.tidying.busy and sys.getswitchinterval() == pytest.approx(tidying.TURN)

    timer = QTimer(large)
    timer.timeout.connect(lambda: ticks.append(busy()))
    timer.timeout.connect(lambda: large.scroll_by(3, 0))
    large.tidying.progressed.connect(shares.append)
    timer.start(2)
    large.tidying.tidy()
    assert large.tidying.busy
    with qtbot.waitSignal(large.tidying.ended, timeout=20_000):
        pass
    timer.stop()
    assert sum(ticks) >= 2
    assert large.view.x == start + 3 * len(ticks)  # one pans meanwhile, and only so
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


@pytest.fixture
def asked(monkeypatch):
    """What the thread hears each time it asks whether to go on, and its seconds until then."""
    heard: list[tuple[bool, float]] = []

    def noting(drawing, only, sizes, cancelled, told):
        def noted() -> bool:
            worked = time.thread_time()  # of this thread alone, whatever else goes on
            heard.append((cancelled(), worked))
            return heard[-1][0]

        return tidy(drawing, only, sizes, noted, told)

    monkeypatch.setattr(tidying, "tidy", noting)
    return heard


def test_the_thread_gives_way_every_few_ms(large, qtbot, asked, monkeypatch):
    """T-30"""
    gave_way = []

    def sleep(seconds):
        gave_way.append((seconds, time.thread_time()))

    monkeypatch.setattr(tidying.time, "sleep", sleep)
    large.tidying.tidy()
    with qtbot.waitSignal(large.tidying.ended, timeout=20_000):
        pass
    worked = sorted(later - before for (_, before), (_, later) in pairwise(gave_way))
    assert len(worked) > 8
    assert worked[len(worked) // 2] < 0.010  # s
    assert all(seconds > 0 for seconds, _ in gave_way)


def test_a_cancelled_thread_ends_where_it_next_asks(large, asked):
    """T-30"""
    large.tidying.tidy()
    Hand(large).key(Qt.Key.Key_Escape)
    large.tidying.close()
    assert [stop for stop, _ in asked][-1:] == [True]
    assert sum(stop for stop, _ in asked) <= 2
    worked = [later - before for (_, before), (_, later) in pairwise(asked)]
    assert max(worked, default=0) < 0.1  # s


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
