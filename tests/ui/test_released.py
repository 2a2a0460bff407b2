"""T-16: every gesture of the program, released, is exactly these steps with these sentences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nodegraph.ui.window import MainWindow
from tests.ui.gestures import SCRIPTS, drawing, script_id
from tests.ui.person import Person, labels, sat_down

DONE = {key: script for key, script in SCRIPTS.items() if script.steps is not None}


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    return sat_down(window, qtbot, drawing())


@pytest.mark.parametrize("key", DONE, ids=script_id)
def test_a_released_gesture_is_exactly_these_steps(person: Person, key) -> None:
    """T-16"""
    first, script = person.workspace.drawing, DONE[key]
    script.begin(person)
    if person.hand.held != Qt.MouseButton.NoButton:
        person.hand.release(person.canvas.pointer_at, script.held)
    else:
        person.hand.click(person.canvas.pointer_at)
    assert person.canvas.gesture is None
    assert labels(person) == script.steps
    assert not person.canvas.graph_scene.overlay.marks
    last = person.workspace.drawing
    for _ in script.steps:
        person.workspace.document.undo()
    assert person.workspace.drawing is first
    assert not person.workspace.document.dirty
    for _ in script.steps:
        person.workspace.document.redo()
    assert person.workspace.drawing is last


COMMANDS = {
    "edit.align.left": "Aligned 3 nodes at the left",
    "edit.align.right": "Aligned 3 nodes at the right",
    "edit.align.up": "Aligned 3 nodes at the top",
    "edit.align.down": "Aligned 3 nodes at the bottom",
    "edit.distribute.across": "Spread 3 nodes evenly across",
    "edit.distribute.down": "Spread 3 nodes evenly down",
    "edit.pull_out": "Pulled 3 nodes out",
    "edit.collapse": "Collapsed 3 nodes",
    "edit.trim": "Hid unused ports of 3 nodes",
}


@pytest.mark.parametrize(("command", "sentence"), COMMANDS.items(), ids=COMMANDS)
def test_a_command_is_one_step_for_the_whole_selection(
    person: Person,
    command,
    sentence,
) -> None:
    """T-16"""
    person.workspace.select({"conv1", "fc1", "add"})
    person.window.actions_by_name[command].trigger()
    assert labels(person) == [sentence]
