"""A run seen on the canvas: dots along its wires, few and seldom, and none where nothing runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits
from nodegraph.recipe import SGD
from nodegraph.training.events import Failed
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.theme import DARK
from nodegraph.ui.training import pulse
from nodegraph.ui.training.pulse import MOST, Pulse
from nodegraph.ui.training.runner import State
from tests.ui.canvas.pointer import Hand
from tests.ui.canvas.probe import PaintProbe
from tests.ui.training.conftest import Watched

WIDE = 260  # px from node to node


class Shown:
    """A canvas on the drawing of a run, with its pulse."""

    def __init__(self, run: Watched, qtbot: QtBot) -> None:
        self.run, self._qtbot = run, qtbot
        drawing = run.workspace.drawing
        nodes = drawing.graph.nodes
        places = {node: Point(WIDE * at, 0) for at, node in enumerate(nodes)}
        run.workspace.open(replace(drawing, places=places))
        self.canvas = Canvas(run.workspace, DARK)
        qtbot.addWidget(self.canvas)
        self.canvas.motion.show("full")
        self.canvas.resize(1000, 700)
        self.canvas.show()
        self.canvas.zoom_reset()
        self.canvas.fit()
        self.pulse = Pulse(run.runner, self.canvas, self.canvas)

    def train(self) -> None:
        """Starts the run and waits until it takes steps."""
        self.run.runner.start(self.run.workspace.drawing)
        self.run.until(lambda: bool(self.run.losses))

    def watch(self, seconds: float) -> set[tuple[str, str]]:
        """The wires, by the nodes at their ends, on which dots were seen meanwhile."""
        seen = set()
        shapes = self.canvas.graph_scene.wires.shapes.values
        for _ in range(int(seconds / 0.05)):
            self._qtbot.wait(50)
            assert len(self.pulse.dots) <= MOST
            for dot in self.pulse.dots:
                for shape in shapes():
                    if shape.box.contains(dot.at):
                        seen.add((shape.wire.source.node, shape.wire.target.node))
        return seen


@pytest.fixture
def shown(make: Callable[..., Watched], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """A canvas whose dots hop oftener than people see them."""
    monkeypatch.setattr(pulse, "EVERY", 0.1)
    return Shown(make(epochs=2_000), qtbot)


def test_a_run_moves_dots_along_all_its_wires_and_its_end_takes_them_away(shown: Shown):
    items = len(shown.canvas.graph_scene.items())
    assert not shown.pulse.dots
    shown.train()
    graph = shown.run.workspace.drawing.graph
    assert shown.watch(2.0) == {(w.source.node, w.target.node) for w in graph.wires}
    shown.run.runner.stop()
    shown.run.until_idle()
    assert not shown.pulse.dots
    assert len(shown.canvas.graph_scene.items()) == items


def test_a_running_canvas_is_painted_once_a_second_and_no_node_with_it(
    make: Callable[..., Watched], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    probe = PaintProbe(monkeypatch)
    shown = Shown(make(epochs=2_000), qtbot)
    shown.train()
    shown.watch(0.6)
    probe.calls.clear()
    began = time.monotonic()
    shown.watch(2.0)
    assert 1 <= probe.calls["WireLayer"] <= time.monotonic() - began + 1
    assert probe.calls["NodeItem"] == 0
    shown.run.runner.pause()
    shown.watch(0.5)
    probe.calls.clear()
    assert shown.watch(0.7)  # they stand still
    assert not probe.calls
    shown.run.runner.stop()
    shown.run.until_idle()
    shown.watch(0.1)
    probe.calls.clear()
    shown.watch(0.7)
    assert not probe.calls


@pytest.mark.parametrize("where", ["reduced", "far", "hidden", "gesture"])
def test_nothing_moves_where_nobody_wants_it_or_sees_it(shown: Shown, where: str):
    canvas = shown.canvas
    shown.train()
    shown.run.until(lambda: bool(shown.pulse.dots))
    match where:
        case "reduced":
            canvas.motion.show("reduced")
        case "far":
            canvas.zoom_at(QPointF(500, 350), 0.2)
        case "hidden":
            canvas.hide()
        case "gesture":
            Hand(canvas).press(canvas.node_rect("fc1").center())
            Hand(canvas).move(canvas.node_rect("fc1").center() + QPoint(40, 40))
    shown.watch(0.2)
    assert not shown.watch(0.6)


def test_what_is_no_part_of_the_run_does_not_pulse(shown: Shown):
    shown.train()
    workspace = shown.run.workspace
    changed = edits.set_setting(workspace.document.settled, ["fc1"], "out_features", 20)
    workspace.do("Set out_features to 20", changed)
    shown.watch(0.2)
    seen = shown.watch(1.5)
    assert seen
    assert not any("fc1" in ends for ends in seen)


def test_a_failure_ends_it(make: Callable[..., Watched], qtbot: QtBot):
    shown = Shown(make(epochs=2_000, optimizer=SGD(lr=1e18)), qtbot)
    shown.run.runner.start(shown.run.workspace.drawing)
    shown.run.until(lambda: bool(shown.run.of(Failed)))
    shown.run.until_idle()
    assert shown.run.runner.state is State.IDLE
    assert not shown.watch(0.3)
