"""T-17: Esc and the right button in the middle of every gesture leave no trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from nodegraph.document.writing import text_of
from nodegraph.ui.canvas.gestures import FrameGesture, MarqueeGesture, PanGesture, TitleGesture
from nodegraph.ui.canvas.gestures.move import HandsFreeMove
from nodegraph.ui.window import MainWindow
from tests.ui.gestures import FREE, SCRIPTS, drawing, kinds, script_id
from tests.ui.person import Person, sat_down

Key = Qt.Key


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    return sat_down(window, qtbot, drawing())


def test_every_gesture_of_the_program_has_a_script() -> None:
    assert set(kinds()) == {kind for kind, _ in SCRIPTS}


def state(me: Person) -> dict[str, object]:
    """All that a gesture may touch, or show while it lasts."""
    canvas, workspace, document = me.canvas, me.workspace, me.workspace.document
    scene = canvas.graph_scene
    return {
        "drawing": workspace.drawing,
        "text": text_of(workspace.drawing),
        "steps": len(document.steps),
        "at": document.at,
        "dirty": document.dirty,
        "title": me.window.windowTitle(),
        "nodes": workspace.selection,
        "beside": workspace.beside,
        "wires": scene.wires.picked,
        "dots": canvas.dots.chosen,
        "ghosts": tuple(scene.overlay.marks),
        "held back": (scene.wires.hidden, tuple(scene.wires.carried), tuple(scene.layer.carried)),
        "items": len(scene.items()),
        "dimmed": [item.id for item in scene.nodes.values() if item.fits is not None],
        "places": {node: item.place for node, item in scene.nodes.items()},
        "seen": canvas.visible_area(),
    }


@pytest.mark.parametrize("by", ["Esc", "the right button"])
@pytest.mark.parametrize("key", SCRIPTS, ids=script_id)
def test_a_cancelled_gesture_leaves_no_trace(person: Person, key, by) -> None:
    """T-17"""
    kind, _ = key
    person.workspace.select({"fc1"} if kind is not FrameGesture else ())
    if kind in (HandsFreeMove, TitleGesture):
        person.workspace.select({"bn1"})
    if kind is MarqueeGesture:
        person.canvas.dots.select(["dot1"])
    elif kind is PanGesture:
        person.workspace.select(())
        person.canvas.graph_scene.wires.pick({("conv1", 0), ("relu1", 0)})
    before = state(person)
    SCRIPTS[key].begin(person)
    assert type(person.canvas.gesture) is kind
    if by == "Esc":
        person.hand.key(Key.Key_Escape)
    else:
        person.hand.interrupt(FREE)
    if person.hand.held != Qt.MouseButton.NoButton:
        person.hand.release(FREE)
    if person.canvas.gesture is not None:  # link mode goes back a step at a time
        person.hand.key(Key.Key_Escape)
    assert person.canvas.gesture is None
    assert state(person) == before
    person.hand.move(FREE + QPoint(9, 9))
    assert person.workspace.drawing is before["drawing"]
