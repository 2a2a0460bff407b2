"""A shake, or a command, takes a node out of its chain and joins its neighbours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from nodegraph.document import Drawing, Point
from nodegraph.document.splice import pull_out
from nodegraph.graph import Port
from nodegraph.ui.canvas.gestures import move
from nodegraph.ui.canvas.gestures.shake import Shake
from tests.networks import chain, layer, wired
from tests.ui.canvas.pointer import CONTROL, SHIFT, grip


def row():
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=8, padding=1)),
        ("relu1", layer("ReLU")),
        ("flat", layer("Flatten")),
        ("fc1", layer("Linear", out_features=4)),
    )
    graph = wired(graph, "conv3d", layer("Conv3d", out_channels=2))
    places = {node: Point(220 * at - 440, 0) for at, node in enumerate(graph.nodes)}
    return Drawing("Row", graph, places)


@pytest.fixture
def canvas(opened):
    return opened(row())


def shake(hand, start, monkeypatch, seconds=0.1):
    now = [100.0]
    monkeypatch.setattr(move, "monotonic", lambda: now[0])
    hand.press(start)
    for swing in (30, -30, 30, -30, 30):
        now[0] += seconds
        for part in (0.5, 1.0):
            hand.move(start + QPoint(round(swing * part), 60))


def fed(canvas, node, name="input"):
    return canvas.workspace.drawing.graph.nodes[node].inputs.get(name)


def test_a_shaken_node_leaves_its_chain_in_one_step(canvas, hand, steps, monkeypatch):
    start = grip(canvas, "relu1")
    shake(hand, start, monkeypatch)
    assert fed(canvas, "flat") == Port("conv1", "output")  # shown before the release
    assert canvas.workspace.document.undo_label is None
    hand.release(start + QPoint(30, 80))
    assert steps() == ["Pulled relu1 out"]
    assert fed(canvas, "flat") == Port("conv1", "output")
    assert fed(canvas, "relu1") is None
    canvas.workspace.document.undo()
    assert fed(canvas, "flat") == Port("relu1", "output")


def test_a_slow_to_and_fro_is_a_move(canvas, hand, steps, monkeypatch):
    start = grip(canvas, "relu1")
    shake(hand, start, monkeypatch, seconds=0.4)
    hand.release(start + QPoint(30, 60))
    assert steps() == ["Moved relu1"]


def test_escape_after_a_shake_leaves_no_trace(canvas, hand, steps, monkeypatch):
    before, start = canvas.workspace.drawing, grip(canvas, "relu1")
    shake(hand, start, monkeypatch)
    hand.key(Qt.Key.Key_Escape)
    hand.release(start)
    assert canvas.workspace.drawing is before
    assert steps() == []
    assert not canvas.graph_scene.overlay.marks


def test_the_key_pulls_the_selection_out(canvas, hand, steps):
    canvas.workspace.select({"conv1", "relu1"})
    hand.key(Qt.Key.Key_X, CONTROL | SHIFT)
    assert steps() == ["Pulled 2 nodes out"]
    assert fed(canvas, "flat") == Port("image", "output")
    assert fed(canvas, "relu1") == Port("conv1", "output")  # they stay together
    assert fed(canvas, "conv1") is None


def test_what_does_not_fit_is_not_joined(canvas):
    workspace = canvas.workspace
    graph = workspace.drawing.graph.connect(Port("image", "output"), Port("conv3d", "input"))
    linear = wired(graph, "conv2", layer("Conv2d", out_channels=2), "flat")
    after = pull_out(Drawing("X", linear), workspace.report.types, ["flat"])
    assert after.graph.nodes["fc1"].inputs["input"] == Port("relu1", "output")
    assert after.graph.nodes["flat"].inputs == {}
    rows = chain(
        ("row", layer("Input", shape=(8,))),
        ("shape1", layer("Unflatten", unflattened_size=(2, 2, 2))),
        ("conv1", layer("Conv2d", out_channels=2)),
    )
    from nodegraph.analysis import check

    types = check(rows).types
    alone = pull_out(Drawing("Y", rows), types, ["shape1"])
    assert alone.graph.nodes["conv1"].inputs == {}


def test_a_node_without_wires_says_that_it_is_in_no_chain(canvas, hand, steps, qtbot):
    canvas.workspace.select({"conv3d"})
    with qtbot.waitSignal(canvas.workspace.said) as said:
        hand.key(Qt.Key.Key_X, CONTROL | SHIFT)
    assert said.args == ["They are in no chain"]
    assert steps() == []


def test_a_trembling_hand_does_not_shake():
    shaken = Shake(QPoint(0, 0))
    assert not any(shaken.felt(QPoint(x, 0), 0.01 * at) for at, x in enumerate([11, -11] * 9))


def test_three_turns_within_600_ms_are_a_shake():
    shaken = Shake(QPoint(0, 0))
    ways = [(30, 0.0), (0, 0.2), (30, 0.4), (0, 0.6)]
    assert [shaken.felt(QPoint(0, y), now) for y, now in ways] == [False, False, False, True]
