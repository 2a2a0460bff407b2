"""The history: sentences, where the drawing stands among them, and travel by click and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point, edits
from nodegraph.document.undo import LIMIT
from nodegraph.ui.panels.history import History
from nodegraph.ui.theme import DARK, LIGHT
from nodegraph.ui.workspace import Workspace
from tests.ui.conftest import shown

LEFT = Qt.MouseButton.LeftButton
TOLD, COLOUR = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ForegroundRole


@pytest.fixture
def history(workspace: Workspace, qtbot: QtBot) -> History:
    made = History(workspace, DARK)
    workspace.setParent(made)
    return shown(made, qtbot, 316, 400)


def draw(workspace: Workspace) -> None:
    """Three steps: a move, a setting, a deletion."""
    workspace.do("Moved conv1", edits.move(workspace.drawing, {"conv1": Point(0, 200)}))
    changed = edits.set_setting(workspace.drawing, ["conv2"], "out_channels", 16)
    workspace.do("Set conv2 out_channels to 16", changed)
    workspace.do("Deleted fc1", edits.delete(workspace.drawing, ["fc1"]))


def rows(history: History, role: int = Qt.ItemDataRole.DisplayRole) -> list:
    model = history.model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def click(history: History, row: int, qtbot: QtBot) -> None:
    where = history.visualRect(history.model().index(row, 0)).center()
    qtbot.mouseClick(history.viewport(), LEFT, pos=where)


def test_every_step_is_a_sentence_and_the_last_one_is_current(history, workspace) -> None:
    draw(workspace)
    labels = ["Opened", "Moved conv1", "Set conv2 out_channels to 16", "Deleted fc1"]
    assert rows(history) == labels
    assert history.currentIndex().row() == 3
    assert rows(history, TOLD)[3] == "Deleted fc1, step 4 of 4, current"


def test_a_click_travels_there_and_what_was_undone_stays_muted(history, workspace, qtbot) -> None:
    draw(workspace)
    click(history, 1, qtbot)
    assert workspace.document.at == 1
    assert "fc1" in workspace.drawing.graph.nodes
    assert len(rows(history)) == 4
    muted = [c is not None and c.name() == DARK.muted for c in rows(history, COLOUR)]
    assert muted == [False, False, True, True]
    assert rows(history, TOLD)[2].endswith(", undone")
    click(history, 3, qtbot)
    assert "fc1" not in workspace.drawing.graph.nodes


def test_arrows_and_enter_travel_too(history, workspace, qtbot) -> None:
    draw(workspace)
    history.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(history, key)
    assert workspace.document.at == 3, "looking along the list changes nothing"
    qtbot.keyClick(history, Qt.Key.Key_Return)
    assert workspace.document.at == 0


def test_travelling_selects_what_it_touched_and_says_where_it_went(history, workspace) -> None:
    draw(workspace)
    said: list[str] = []
    workspace.said.connect(said.append)
    workspace.go_to(2)
    assert workspace.selection >= {"fc1"}, "it is there again"
    workspace.go_to(1)
    assert workspace.selection == {"conv2"}
    workspace.go_to(3)
    workspace.go_to(0)
    workspace.go_to(1)
    assert workspace.selection == {"conv1"}
    assert said == [
        "Undid: Deleted fc1",
        "Undid: Set conv2 out_channels to 16",
        "Went to: Deleted fc1",
        "Went to: Opened",
        "Did again: Moved conv1",
    ]


def test_a_new_step_takes_the_place_of_what_was_undone(history, workspace) -> None:
    draw(workspace)
    workspace.go_to(1)
    workspace.do("Named it", edits.set_name(workspace.drawing, "Other"))
    assert rows(history) == ["Opened", "Moved conv1", "Named it"]
    assert history.currentIndex().row() == 2


def test_only_rows_that_came_or_went_are_told(history, workspace) -> None:
    draw(workspace)
    model = history.steps
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _p, a, b: told.append(("in", a, b)))
    model.rowsRemoved.connect(lambda _p, a, b: told.append(("out", a, b)))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))
    kept = QPersistentModelIndex(model.index(1, 0))
    workspace.go_to(2)
    assert told == []
    workspace.do("Named it", edits.set_name(workspace.drawing, "Other"))
    assert told == [("out", 3, 3), ("in", 3, 3)]
    assert kept.row() == 1


def test_a_preview_is_no_row(history, workspace) -> None:
    workspace.document.preview(edits.set_name(workspace.drawing, "Other"))
    assert rows(history) == ["Opened"]
    workspace.document.cancel()
    assert rows(history) == ["Opened"]


def test_while_hidden_it_does_nothing_and_then_lists_what_is(history, workspace) -> None:
    history.hide()
    draw(workspace)
    assert rows(history) == ["Opened"]
    history.show()
    assert len(rows(history)) == 4
    assert history.currentIndex().row() == 3


def test_dropped_steps_leave_the_list_at_its_top(history, workspace) -> None:
    for number in range(LIMIT + 3):
        moved = edits.move(workspace.drawing, {"conv1": Point(number, 1)})
        workspace.document.do(str(number), moved)
    shown = rows(history)
    assert (len(shown), shown[0], shown[-1]) == (LIMIT + 1, "2", str(LIMIT + 2))
    assert history.currentIndex().row() == LIMIT


def test_another_drawing_has_a_history_of_its_own(history, workspace) -> None:
    draw(workspace)
    workspace.open(Drawing())
    assert rows(history) == ["Opened"]
    assert history.model().index(0, 0, QModelIndex()).data(TOLD) == "Opened, step 1 of 1, current"


def test_it_takes_the_colours_of_a_theme(history, workspace) -> None:
    draw(workspace)
    workspace.go_to(0)
    history.set_theme(LIGHT)
    assert rows(history, COLOUR)[1].name() == LIGHT.muted
