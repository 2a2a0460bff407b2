"""T-15: 2,000 gestures in any order, all undone, all done again: always the drawing of that step.

Real events on the real window, chosen by a seeded die: it adds, wires, moves, cuts, types, pastes
and calls every command that edits. After each gesture what the canvas shows is held against the
document, and at the end nothing is left over: no item, no thread, no timer, no open popup.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing
from nodegraph.document.undo import Step
from nodegraph.ui.canvas.wires.routes import group_of
from nodegraph.ui.window import MainWindow
from tests.ui.die import Die, told

GESTURES = 2_000
SEED = int(os.environ.get("NODEGRAPH_SEED", "15"))


class Made:
    """What each drawing was when it was made. Holds them: an id is one drawing's only meanwhile."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._told: dict[int, tuple[Drawing, str]] = {}
        self.note(steps)

    def note(self, steps: Iterable[Step]) -> None:
        for step in steps:
            if id(step.drawing) not in self._told:
                self._told[id(step.drawing)] = step.drawing, told(step.drawing)

    def text_of(self, step: Step) -> str:
        return self._told[id(step.drawing)][1]


def must_show(window: MainWindow, drawing: Drawing) -> None:
    """What the canvas holds is the drawing: every node, place, wire and selection, no more."""
    scene = window.canvas.graph_scene
    assert scene.nodes.keys() == drawing.graph.nodes.keys()
    for node_id, item in scene.nodes.items():
        assert item.node is drawing.graph.nodes[node_id]
        place = drawing.places[node_id]
        assert abs(item.x() - place.x) <= 1e-6
        assert abs(item.y() - place.y) <= 1e-6
        assert item.chosen == (node_id in window.workspace.selection)
    shown = Counter(shape.wire for shape in scene.wires.shapes.values())
    assert shown == Counter(drawing.graph.wires)
    for shape in scene.wires.shapes.values():
        assert shape.group == group_of(drawing.graph, shape.wire)
    assert window.workspace.selection <= drawing.graph.nodes.keys()
    assert window.workspace.report.order == drawing.graph.active.order
    assert window.canvas.gesture is None


def items(window: MainWindow) -> Counter[str]:
    """How many items of each kind the canvas holds."""
    return Counter(type(item).__name__ for item in window.canvas.graph_scene.items())


def items_of(drawing: Drawing) -> Counter[str]:
    """How many there are for a drawing: one for a node, a frame, a note, and the layers."""
    kinds = Counter(
        NodeItem=len(drawing.graph.nodes),
        FrameItem=len(drawing.frames),
        NoteItem=len(drawing.notes),
        **dict.fromkeys(("Overlay", "NodeLayer", "WireLayer"), 1),
    )
    return +kinds


def test_any_order_of_gestures_can_be_undone_and_done_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    threads = threading.active_count()
    die = Die(window, SEED)
    document = window.workspace.document
    made = Made(document.steps)
    try:
        for _ in range(GESTURES):
            die.throw()
            made.note(document.steps[-9:])
            must_show(window, document.drawing)
            assert document.drawing is document.settled, "a ghost stayed"
    except BaseException as error:
        error.add_note(die.last())
        raise
    steps = document.steps
    assert len(steps) > GESTURES / 4, "most gestures did nothing"
    for at in (*range(len(steps) - 1, -1, -1), *range(len(steps))):
        window.workspace.go_to(at)
        assert told(document.drawing) == made.text_of(steps[at]), f"step {at}, {die.last()}"
        must_show(window, document.drawing)
    held = items(window)
    for kind in ("FrameTitles", "CoveredDots"):  # there while they show something
        held.pop(kind, None)
    assert held == items_of(document.drawing)
    assert threading.active_count() <= threads + 1  # the journal's
    assert QApplication.activePopupWidget() is None


def test_a_seed_gives_the_same_gestures_and_the_same_drawing_in_every_process(
    tmp_path: Path,
) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.ui.die", str(SEED), "120"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "XDG_CONFIG_HOME": str(tmp_path)},
        )
        for seed in ("1", "2")
    ]  # fmt: skip
    (one, errors), (other, _) = (process.communicate(timeout=200) for process in running)
    assert one.count("\n") > 120, errors
    assert one.splitlines() == other.splitlines()
