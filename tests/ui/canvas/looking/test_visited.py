"""Back to where one looked before, and forward again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from nodegraph.ui.canvas.looking import visited
from tests.ui.canvas.ladder import ladder


@pytest.fixture
def large(opened, clock):
    return opened(ladder(400))


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is moved on."""

    class Clock:
        now = visited.monotonic()

        def rest(self):
            self.now += 1.0

    made = Clock()
    monkeypatch.setattr(visited, "monotonic", lambda: made.now)
    return made


def test_back_and_forward_restore_place_and_zoom(large, clock):
    first = large.view
    clock.rest()
    large.zoom_at(QPointF(100, 100), 0.5)
    large.scroll_by(700, 300)
    second = large.view
    assert large.visited.back()
    assert large.view.is_near(first)
    assert large.visited.forward()
    assert large.view.is_near(second)
    assert not large.visited.forward()


def test_where_a_command_left_from_is_visited_however_short_the_stay(large, clock):
    clock.rest()
    large.home()
    whole = large.view
    large.workspace.select(["n200"])
    large.frame_selection()
    near = large.view
    assert not near.is_near(whole)
    large.show_node("n399")
    assert not large.view.is_near(near)
    assert large.visited.back()
    assert large.view.is_near(near)
    assert large.visited.back()
    assert large.view.is_near(whole)


def test_what_the_camera_flew_over_is_not_visited(large, clock):
    first = large.view
    clock.rest()
    for _ in range(20):
        large.scroll_by(50, 0)
    clock.rest()
    for _ in range(20):
        large.scroll_by(50, 0)
    large.visited.back()
    large.visited.back()
    assert large.view.is_near(first)
    assert not large.visited.back()


def test_a_new_way_forgets_what_was_ahead(large, clock):
    clock.rest()
    large.scroll_by(500, 0)
    clock.rest()
    large.visited.back()
    clock.rest()
    large.scroll_by(0, 500)
    assert not large.visited.forward()


def test_home_shows_all_and_again_goes_back(large):
    large.scroll_by(333, 111)
    before = large.view
    large.home()
    assert large.visible_area().contains(large.graph_scene.content())
    large.home()
    assert large.view.is_near(before)


def test_home_with_nowhere_to_go_back_to_shows_all(large):
    large.fit()
    large.visited.forget()
    whole = large.view
    large.home()
    assert large.view.is_near(whole)


def test_looking_around_is_no_step_of_undo(large, clock):
    clock.rest()
    large.home()
    large.visited.back()
    assert large.workspace.document.undo_label is None
    assert not large.workspace.document.dirty
