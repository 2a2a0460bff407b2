"""The list of problems: each cause once, with its cure by one click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Port
from nodegraph.ui.panels.problems import Card, Problems
from nodegraph.ui.workspace import Workspace
from tests.networks import layer
from tests.ui.conftest import child, shown


@pytest.fixture
def problems(workspace: Workspace, qtbot: QtBot) -> Problems:
    return shown(Problems(workspace), qtbot, 316, 400)


def unflatten(workspace: Workspace) -> None:
    """Takes the Flatten away and wires past it: Linear gets pictures."""
    drawing = edits.delete(workspace.drawing, ["flat"])
    drawing = edits.connect(drawing, Port("relu2", "output"), Port("fc1", "input"))
    workspace.do("Delete flat", drawing)


def test_a_sound_network_has_none(problems: Problems) -> None:
    assert problems.cards == []
    note = child(problems, "problem_note", QLabel)
    assert note.text() == "No problems. It is ready to train."


def test_an_empty_drawing_says_what_to_do(problems: Problems, workspace: Workspace) -> None:
    workspace.open(Drawing())
    assert "Drop a layer" in child(problems, "problem_note", QLabel).text()


def test_a_problem_tells_its_node_needed_and_came(problems: Problems, workspace: Workspace) -> None:
    unflatten(workspace)
    card = problems.cards[0]
    texts = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "fc1" in texts
    assert card.problem.message in texts
    assert card.problem.needed in texts
    assert card.problem.came in texts


def test_one_click_cures_it_in_one_step(
    problems: Problems, workspace: Workspace, qtbot: QtBot
) -> None:
    unflatten(workspace)
    button = child(problems.cards[0], "fix_0", QPushButton)
    label = button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not any(p.severity == "error" for p in workspace.report.problems)
    assert workspace.document.undo_label == label.replace("Insert", "Inserted", 1)
    workspace.document.undo()
    assert any(p.severity == "error" for p in workspace.report.problems)


def test_a_click_on_a_problem_selects_and_shows_its_node(
    problems: Problems, workspace: Workspace, qtbot: QtBot
) -> None:
    unflatten(workspace)
    with qtbot.waitSignal(problems.shown) as shown:
        qtbot.mouseClick(problems.cards[0], Qt.MouseButton.LeftButton)
    assert shown.args == ["fc1"]
    assert workspace.selection == {"fc1"}


def test_a_problem_is_reached_by_the_keyboard(
    problems: Problems, workspace: Workspace, qtbot: QtBot
) -> None:
    unflatten(workspace)
    problems.cards[0].setFocus()
    with qtbot.waitSignal(problems.shown):
        qtbot.keyClick(problems.cards[0], Qt.Key.Key_Return)


def test_what_is_only_blocked_stands_under_its_cause_once(
    problems: Problems, workspace: Workspace
) -> None:
    drawing = edits.set_setting(workspace.drawing, ["conv2"], "kernel_size", 31)
    workspace.do("Set conv2 kernel_size to 31", drawing)
    assert [card.problem.node for card in problems.cards] == ["conv2"]
    waiting = child(problems, "problem_waiting", QLabel)
    assert waiting.text().startswith("○ Blocked by conv2: pool2, relu2, flat")


def test_a_problem_that_stays_keeps_its_card(problems: Problems, workspace: Workspace) -> None:
    unflatten(workspace)
    kept = problems.cards[0]
    drawing, node = edits.add(workspace.drawing, layer("Add"), Point(0, 400))
    workspace.do("Add another", drawing)
    assert kept in problems.cards
    assert {card.problem.node for card in problems.cards} >= {"fc1", node}
    shown = [problems.widget().layout().itemAt(at).widget() for at in range(len(problems.cards))]
    assert shown == problems.cards
    workspace.document.undo()
    assert problems.cards == [kept]


def test_the_list_is_left_alone_where_nothing_changed(
    problems: Problems, workspace: Workspace
) -> None:
    unflatten(workspace)
    cards = problems.cards
    workspace.do("Rename", edits.set_name(workspace.drawing, "Other"))
    assert problems.cards is cards


def test_cards_that_nobody_sees_are_not_made(problems: Problems, workspace: Workspace) -> None:
    problems.hide()
    unflatten(workspace)
    assert problems.findChildren(Card) == []
    problems.show()
    assert [card.problem.node for card in problems.findChildren(Card)] == ["fc1"]
    problems.hide()
    workspace.document.undo()
    assert problems.cards == []
