"""A file opens where it was left: the camera is remembered on this machine, not in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from nodegraph.document import Point, View, edits, load, save
from nodegraph.ui.last_views import MOST, LastViews
from nodegraph.ui.settings import Settings
from nodegraph.ui.window import MainWindow
from tests.networks import r0
from tests.ui.conftest import drawn


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "one.nodegraph"
    save(drawn(r0(), "One"), made)
    return made


def look_at_a_corner(window: MainWindow) -> View:
    """Goes near to the first nodes; where that is."""
    window.canvas.zoom_at(window.canvas.viewport().rect().topLeft().toPointF(), 1.7)
    window.canvas.scroll_by(40, -25)
    return window.canvas.view


def test_a_file_that_was_closed_opens_where_it_was_left(window: MainWindow, file: Path) -> None:
    window.opening.open_file(file)
    text, whole = file.read_bytes(), window.canvas.view
    left = look_at_a_corner(window)
    assert not left.is_near(whole)
    window.close_page()
    window.opening.open_file(file)
    assert window.canvas.view.is_near(left)
    assert file.read_bytes() == text
    assert not window.workspace.document.dirty
    assert not window.canvas.visited.back(), "nowhere else has one been in it"


def test_another_file_opens_with_everything_in_view(window: MainWindow, file: Path) -> None:
    window.opening.open_file(file)
    whole = window.canvas.view
    look_at_a_corner(window)
    window.close_page()
    other = file.with_name("two.nodegraph")
    save(drawn(r0(), "Two"), other)
    window.opening.open_file(other)
    assert window.canvas.view.is_near(whole)


def test_it_is_remembered_at_the_next_start(
    window: MainWindow, settings: Settings, file: Path
) -> None:
    window.opening.open_file(file)
    left = look_at_a_corner(window)
    window.close()
    assert LastViews(settings).of(file).is_near(left)


def test_a_view_in_which_nothing_lies_any_more_shows_everything(
    window: MainWindow, file: Path
) -> None:
    window.opening.open_file(file)
    look_at_a_corner(window)
    window.close_page()
    drawing = load(file)
    places = {node: Point(x + 90_000, y) for node, (x, y) in drawing.places.items()}
    save(edits.move(drawing, places), file)
    window.opening.open_file(file)
    content = window.canvas.graph_scene.content()
    assert window.canvas.visible_area().contains(content)


def test_the_files_left_last_are_kept(settings: Settings, tmp_path: Path) -> None:
    views = LastViews(settings)
    for number in range(MOST + 1):
        views.note(tmp_path / f"{number}", View(number, 0, 1))
    views.note(tmp_path / "1", View(-1, 0, 1))
    assert views.of(tmp_path / "0") is None
    assert views.of(tmp_path / "1") == (-1, 0, 1)
    assert views.of(tmp_path / f"{MOST}") == (MOST, 0, 1)
    assert views.of(None) is None


@pytest.mark.parametrize(
    "damaged", ["", "[]", '{"a": 1}', '{"a": [1, 2]}', '{"a": [1, 2, 0]}', '{"a": [1, NaN, 1]}']
)
def test_damage_is_as_good_as_nothing(settings: Settings, damaged: str) -> None:
    settings._store.setValue("views", damaged)
    assert LastViews(settings).of(Path("/a")) is None
