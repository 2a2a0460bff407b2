"""T-16: every gesture of the program, released, is exactly these steps with these sentences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from nodegraph.ui.canvas.commands.link_mode import LinkMode
from nodegraph.ui.canvas.gestures import (
    BesideGesture,
    ChipGesture,
    CutGesture,
    DotGesture,
    DragOutGesture,
    FrameGesture,
    KnifeGesture,
    MarqueeGesture,
    MenuGesture,
    MoveGesture,
    PanGesture,
    ResizeGesture,
    TagGesture,
    TitleGesture,
    WireGesture,
)
from nodegraph.ui.canvas.gestures.move import HandsFreeMove
from tests.ui.canvas.pointer import CONTROL, SHIFT
from tests.ui.test_cancelled import BEGUN, CASES, person  # noqa: F401  # the fixture
from tests.ui.test_steps_of_undo import Person, labels

ALT = Qt.KeyboardModifier.AltModifier
STEPS = {
    (MoveGesture, "moved"): ["Moved bn1"],
    (MoveGesture, "on a wire"): ["Put bn1 between image and conv1"],
    (MoveGesture, "copied"): ["Duplicated bn2"],
    (MoveGesture, "shaken"): ["Pulled pool1 out"],
    (MoveGesture, "into a frame"): ["Moved fc1"],
    (HandsFreeMove, "moved"): ["Moved bn1"],
    (TitleGesture, "moved"): ["Moved bn1"],
    (ChipGesture, "scrubbed"): ["Set conv1 out_channels to 23"],
    (ChipGesture, "moved"): ["Moved conv1"],
    (MarqueeGesture, "nodes"): [],
    (MarqueeGesture, "wires"): [],
    (MarqueeGesture, "added"): [],
    (WireGesture, "on a port"): ["Connected pool1 to add"],
    (WireGesture, "picked up"): ["Disconnected image from conv1"],
    (WireGesture, "clicked"): ["Connected pool1 to add"],
    (DotGesture, "moved"): ["Moved a dot"],
    (DragOutGesture, "dragged"): ["Added a dot"],
    (TagGesture, "dragged"): [],
    (KnifeGesture, "by the right button"): ["Cut a wire"],
    (KnifeGesture, "by its key"): ["Cut a wire"],
    (CutGesture, "held"): ["Disconnected image from conv1"],
    (BesideGesture, "moved"): ["Moved frame Sum"],
    (ResizeGesture, "wider"): ["Resized frame Sum"],
    (PanGesture, "middle"): [],
    (PanGesture, "right"): [],
}
# What these do at the release is asked for first: by a search, a menu, or a name to be typed.
ASKING = {
    (WireGesture, "new"),
    (WireGesture, "branched"),
    (WireGesture, "all of a port"),
    (FrameGesture, "drawn"),
    (MenuGesture, "held"),
    (LinkMode, "begun"),
    (LinkMode, "half"),
}
HELD = {"copied": ALT, "wires": ALT, "held": ALT, "added": SHIFT, "by the right button": CONTROL}


def test_every_gesture_is_released_here() -> None:
    assert STEPS.keys() | ASKING == set(CASES)


@pytest.mark.parametrize(
    ("kind", "name"), STEPS, ids=[f"{kind.__name__}, {name}" for kind, name in STEPS]
)
def test_a_released_gesture_is_exactly_these_steps(person: Person, kind, name) -> None:  # noqa: F811
    """T-16"""
    first = person.workspace.drawing
    BEGUN[kind][name](person)
    if person.hand.held != Qt.MouseButton.NoButton:
        at = person.canvas.pointer_at
        person.hand.release(at, HELD.get(name, Qt.KeyboardModifier.NoModifier))
    else:
        person.hand.click(person.canvas.pointer_at)
    assert person.canvas.gesture is None
    assert labels(person) == STEPS[kind, name]
    assert not person.canvas.graph_scene.overlay.marks
    last = person.workspace.drawing
    for _ in STEPS[kind, name]:
        person.workspace.document.undo()
    assert person.workspace.drawing is first
    assert not person.workspace.document.dirty
    for _ in STEPS[kind, name]:
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
    person: Person,  # noqa: F811
    command,
    sentence,
) -> None:
    """T-16"""
    person.workspace.select({"conv1", "fc1", "add"})
    person.window.actions_by_name[command].trigger()
    assert labels(person) == [sentence]
