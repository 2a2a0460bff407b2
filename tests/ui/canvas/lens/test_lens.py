"""The cost lens: colour and number on every node, totals in the corner, and nothing while off."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from nodegraph.analysis.cost import memory
from nodegraph.document import Drawing, Point, edits
from nodegraph.recipe import Recipe
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.lens.costs import count, duration, size
from nodegraph.ui.canvas.lens.legend import Legend
from nodegraph.ui.canvas.lens.lens import LENSES
from nodegraph.ui.canvas.look import STEPS
from nodegraph.ui.room import room
from nodegraph.ui.theme import DARK, LIGHT, THEMES
from tests.networks import r0
from tests.ui.canvas.conftest import Opener
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import PaintProbe, calls_of
from tests.ui.test_theme import contrast


def side_by_side(recipe: Recipe | None = None) -> Drawing:
    """SimpleCNN in a row."""
    graph = r0()
    places = {node: Point(200.0 * at, 0) for at, node in enumerate(graph.nodes)}
    return Drawing("SimpleCnn", graph, places, recipe=recipe or Recipe(device="cpu"))


@pytest.fixture
def simple(opened: Opener) -> Canvas:
    return opened(side_by_side())


def told(canvas: Canvas) -> dict[str, str]:
    """The number on each node that has one."""
    marks = {item.id: item.mark for item in canvas.graph_scene.nodes.values()}
    return {node: mark.words for node, mark in marks.items() if mark is not None and mark.words}


def steps(canvas: Canvas) -> dict[str, int]:
    marks = {item.id: item.mark for item in canvas.graph_scene.nodes.values()}
    return {node: mark.step for node, mark in marks.items() if mark is not None}


def totals(canvas: Canvas) -> str:
    legend = canvas.lens.legend
    assert legend is not None
    return f"{legend.first.text()}\n{legend.others.text()}"


def test_weights_stand_on_the_nodes_that_learn(simple: Canvas) -> None:
    simple.lens.show("weights")
    assert told(simple) == {"conv1": "320", "conv2": "18.5 k", "fc1": "402 k", "fc2": "1.3 k"}
    assert totals(simple) == "421,642 weights\n1.7 MB as float32"


def test_the_most_expensive_node_has_the_strongest_colour(simple: Canvas) -> None:
    simple.lens.show("weights")
    found = steps(simple)
    assert found["fc1"] == STEPS - 1
    assert 0 < found["conv1"] <= found["conv2"] < found["fc1"]
    assert found["relu1"] == 0


def test_multiply_adds_are_of_one_sample_and_the_total_of_a_batch_too(simple: Canvas) -> None:
    simple.lens.show("multiply_adds")
    assert told(simple)["conv2"] == "3.6 M"
    assert totals(simple) == "4.2 M forwards a sample\n271 M a batch of 64"


def test_memory_is_of_training_with_the_recipes_batch(simple: Canvas) -> None:
    simple.lens.show("memory")
    workspace = simple.workspace
    drawing = workspace.drawing
    found = memory(drawing.graph, workspace.report, drawing.recipe)
    assert told(simple)["conv1"] == size(found.of_node("conv1", 64).total)
    assert f"{size(found.training(64).total)} to train with a batch of 64" in totals(simple)
    workspace.do("Batch", replace(drawing, recipe=replace(drawing.recipe, batch_size=128)))
    assert told(simple)["conv1"] == size(found.of_node("conv1", 128).total)
    assert "a batch of 128" in totals(simple)


@pytest.mark.skipif(room("cpu") is None, reason="this system doesn't tell its memory")
def test_the_largest_batch_for_this_computer_is_told(simple: Canvas) -> None:
    simple.lens.show("memory")
    there = room("cpu")
    assert there is not None
    assert f"fit this computer's {size(there)}" in totals(simple)


def test_the_memory_of_a_gpu_is_asked_of_torch_only_when_it_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    assert room("cuda") is None
    assert "torch" not in sys.modules


def test_milliseconds_ask_for_a_run_first(simple: Canvas) -> None:
    simple.lens.show("milliseconds")
    assert told(simple) == {}


def test_an_edit_changes_the_numbers_at_once(simple: Canvas) -> None:
    simple.lens.show("weights")
    drawing = simple.workspace.drawing
    simple.workspace.do("More", edits.set_setting(drawing, ["conv1"], "out_channels", 64))
    assert told(simple)["conv1"] == "640"
    simple.workspace.document.undo()
    assert told(simple)["conv1"] == "320"


def test_the_key_goes_through_the_lenses_and_back_to_none(simple: Canvas) -> None:
    shown = []
    simple.lens.shown.connect(shown.append)
    for _ in range(5):
        simple.lens.next()
    assert shown == ["weights", "multiply_adds", "memory", "off", "weights"]


def test_nothing_of_it_stays_when_it_is_off(simple: Canvas) -> None:
    before = simple.grab().toImage()
    simple.lens.show("memory")
    assert simple.grab().toImage() != before
    simple.lens.show("off")
    QApplication.processEvents()
    assert all(item.mark is None for item in simple.graph_scene.nodes.values())
    assert simple.viewport().findChild(Legend) is None or simple.lens.legend is None
    assert simple.grab().toImage() == before


@pytest.mark.parametrize("name", LENSES)
def test_2000_nodes_are_painted_in_as_few_calls_with_the_lens(
    opened: Opener, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    canvas = opened(ladder(2000))
    canvas.fit()
    probe = PaintProbe(monkeypatch)
    canvas.lens.show(name)
    assert sum(probe.frame(canvas).values()) <= 6


def test_an_edit_asks_nothing_of_a_lens_that_is_off(simple: Canvas) -> None:
    assert calls_of(simple.lens.refresh) <= 4


def pixel(canvas: Canvas, node: str, right: int = 8) -> QColor:
    """The colour of a node near its lower right corner, where nothing is written."""
    box = canvas.node_rect(node)
    at = QPoint(box.right() - right, box.bottom() - 3)
    return canvas.viewport().grab().toImage().pixelColor(at)


@pytest.mark.parametrize("tier", ["near", "middle", "far"])
def test_the_colour_is_seen_from_near_and_afar(simple: Canvas, tier: str) -> None:
    simple.lens.show("weights")
    simple.show_node("fc1")
    simple.workspace.select(())
    while simple.graph_scene.tier != tier:
        simple.zoom_out()
    QApplication.processEvents()
    assert pixel(simple, "fc1") == QColor(DARK.cost)


def test_another_theme_has_its_own_colours(simple: Canvas) -> None:
    simple.lens.show("weights")
    simple.show_node("fc1")
    simple.workspace.select(())
    simple.set_theme(LIGHT)
    assert pixel(simple, "fc1") == QColor(LIGHT.cost)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_can_be_read_on_the_strongest_colour(theme) -> None:
    assert contrast(theme.text, theme.cost) >= 4.5


def test_the_legend_keeps_its_corner(simple: Canvas) -> None:
    simple.lens.show("memory")
    legend = simple.lens.legend
    assert legend is not None
    for act in (simple.zoom_in, lambda: simple.resize(1200, 500), simple.fit):
        act()
        QApplication.processEvents()
        assert legend.x() == 14
        assert simple.viewport().height() - legend.geometry().bottom() - 1 == 14


def test_the_legend_covers_no_node_where_it_can(simple: Canvas) -> None:
    drawing = simple.workspace.drawing
    low = simple.mapToScene(QPoint(120, simple.viewport().height() - 60))
    moved = edits.move(drawing, {"conv1": Point(low.x(), low.y())})
    simple.workspace.do("Move", moved)
    simple.lens.show("memory")
    legend = simple.lens.legend
    assert legend is not None
    assert not any(legend.geometry().intersects(simple.node_rect(n)) for n in drawing.graph.nodes)


def test_the_legend_is_read_aloud(simple: Canvas) -> None:
    simple.lens.show("weights")
    assert simple.lens.legend is not None
    assert "421,642 weights" in simple.lens.legend.accessibleDescription()


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (640, "640"), (999.7, "1.0 k"), (18_496, "18.5 k"), (4.2e9, "4.2 G")],
)
def test_counts_are_short(number: float, words: str) -> None:
    assert count(number) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [(0.001, "<0.01 ms"), (0.31, "0.31 ms"), (3.14, "3.1 ms"), (31.4, "31 ms")],
)
def test_milliseconds_have_two_digits(milliseconds: float, words: str) -> None:
    assert duration(milliseconds) == words
