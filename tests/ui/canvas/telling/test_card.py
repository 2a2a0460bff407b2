"""A problem is told beside its node, and a button cures it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from nodegraph.analysis import Fix, Problem
from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from nodegraph.ui.canvas.telling.card import ProblemCard
from nodegraph.ui.theme import LIGHT
from tests.networks import layer, wired
from tests.ui.canvas.pointer import Hand


@pytest.fixture
def mismatched(opened):
    """Two branches of 64 and 32 channels into an Add, and a ReLU that this blocks."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "wide", layer("Conv2d", out_channels=64, padding=1), "image")
    graph = wired(graph, "skip", layer("Conv2d", out_channels=32, kernel_size=1), "image")
    graph = wired(graph, "add", layer("Add"), "wide", "skip")
    graph = wired(graph, "relu", layer("ReLU"), "add")
    graph = wired(graph, "out", layer("Output"), "relu")
    spots = ((0, 100), (200, 40), (200, 160), (400, 100), (600, 100), (800, 100))
    places = {node: Point(*spot) for node, spot in zip(graph.nodes, spots, strict=True)}
    return opened(Drawing("Small", graph, places))


def buttons(canvas):
    return [b for b in canvas.advice.card.findChildren(QPushButton) if b.isVisible()]


def test_the_first_error_is_told_with_needed_and_came(mismatched):
    card = mismatched.advice.card
    assert card.isVisible()
    assert card.problem.node == "add"
    texts = [label.text() for label in (card._title, card._detail)]
    assert texts[0].startswith("add: ")
    assert texts[1].startswith("needed ")
    assert ", came " in texts[1]
    assert 1 <= len(buttons(mismatched)) <= 2


def test_the_card_stands_beside_its_node_and_covers_none(mismatched):
    place = mismatched.advice.card.geometry()
    for node_id in mismatched.graph_scene.nodes:
        assert not place.intersects(mismatched.node_rect(node_id))
    assert mismatched.viewport().rect().contains(place)


def test_a_button_cures_the_problem_in_one_step(mismatched, qtbot):
    before = mismatched.workspace.drawing
    [first, *_] = buttons(mismatched)
    label = first.text()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert mismatched.workspace.document.undo_label == label.replace("Insert", "Inserted", 1)
    assert "add" not in mismatched.graph_scene.problems
    mismatched.workspace.document.undo()
    assert mismatched.workspace.drawing is before


def test_the_card_follows_its_node(mismatched):
    def offset():
        return mismatched.advice.card.pos() - mismatched.node_rect("add").topLeft()

    before = offset()
    mismatched.scroll_by(40, -30)
    assert offset() == before


def test_the_card_is_away_while_something_is_dragged(mismatched):
    hand = Hand(mismatched)
    start = mismatched.node_rect("image").center()
    hand.hold(start, start + QPoint(0, 40))
    assert not mismatched.advice.card.isVisible()
    hand.release(start + QPoint(0, 40))
    assert mismatched.advice.card.isVisible()


def test_what_is_blocked_is_muted_and_named(mismatched):
    item = mismatched.graph_scene.nodes["relu"]
    assert item.note == "blocked by add"
    assert not item.at_fault
    assert mismatched.graph_scene.nodes["add"].at_fault


def test_a_node_that_only_waits_is_no_error(canvas, hand):
    item = canvas.graph_scene.nodes["pool1"]
    assert item.waits
    assert not item.at_fault
    assert not canvas.advice.card.isVisible() or canvas.advice.card.problem.node != "pool1"
    hand.click(canvas.node_rect("pool1").center())
    assert canvas.advice.card.isVisible()
    assert canvas.advice.card.problem.node == "pool1"


def colour(button) -> str:
    return button.grab().toImage().pixelColor(8, button.height() // 2).name()


def test_a_cure_stands_out_and_giving_up_what_was_drawn_does_not(mismatched, canvas, hand):
    [first, *_] = buttons(mismatched)
    assert colour(first) == mismatched.look.theme.fill
    hand.click(canvas.node_rect("conv3d").center())
    [remove] = buttons(canvas)
    assert remove.text() == "Remove conv3d"
    assert colour(remove) == canvas.look.theme.field


def test_a_failed_run_marks_its_node(canvas):
    canvas.set_failed("conv1", "The loss became NaN here")
    assert canvas.graph_scene.nodes["conv1"].at_fault
    assert canvas.advice.card.isVisible()
    assert canvas.advice.card._title.text() == "conv1: The loss became NaN here"
    canvas.set_failed(None)
    assert not canvas.graph_scene.nodes["conv1"].at_fault


def test_another_theme_changes_no_place(mismatched):
    before = mismatched.advice.card.geometry()
    mismatched.set_theme(LIGHT)
    assert mismatched.advice.card.geometry() == before
    assert mismatched.look.theme is LIGHT


def test_the_card_of_a_node_out_of_view_is_out_of_view_until_the_node_comes(mismatched):
    card, view = mismatched.advice.card, mismatched.viewport().rect()
    mismatched.scroll_by(0, -3 * view.height())
    mismatched.workspace.checked.emit()
    assert not view.intersects(card.geometry())
    mismatched.scroll_by(0, 3 * view.height())
    assert view.contains(card.geometry())


def test_a_card_is_as_high_as_its_words_whatever_it_showed_before(mismatched, qtbot):
    card = mismatched.advice.card
    failed = Problem("conv1", "The loss is not a number. " * 3)
    fresh = ProblemCard(mismatched.look.theme, mismatched.viewport())
    fresh.show_problem("conv1", failed)
    card.show_problem("conv1", failed)
    assert card.size() == fresh.size()
    fresh.show()
    fresh.show_problem("again", failed)
    fresh.show_problem("conv1", failed)
    assert card.size() == fresh.size()


def test_a_problem_found_again_is_cured_by_what_was_found_last(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    card = ProblemCard(LIGHT, parent)
    first, again = (Fix("Insert Flatten", lambda graph, recipe: (graph, recipe)) for _ in "12")
    chosen = []
    card.chosen.connect(chosen.append)
    for fix in (first, again):
        card.show_problem("fc1", Problem("fc1", "needs a vector", fixes=(fix,)))
    card.findChild(QPushButton, "fix_1").click()
    assert len(chosen) == 1
    assert chosen[0] is again
