"""The main job by hand: from an empty canvas to a trained MNIST network and its code.

Real mouse, key and drop events on the real window, the real MNIST, real torch.
"""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import nodegraph
from nodegraph.document import load
from nodegraph.graph import NodeId, Port
from nodegraph.training.events import EpochEnded, Event, Finished, Progress, Started
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.ui.canvas.pointer import Hand
from tests.ui.conftest import Answers, child

MNIST = Path(os.environ.get("NODEGRAPH_DATA", "nowhere"))
LEFT = Qt.MouseButton.LeftButton
WRITTEN = """\
from torch import nn


class SimpleNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.flatten1 = nn.Flatten()
        self.hidden = nn.Linear(784, 128)
        self.relu1 = nn.ReLU()
        self.fc2 = nn.Linear(128, 10)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)

    def forward(self, x):  # B×1×28×28
        x = self.flatten1(x)  # B×784
        x = self.hidden(x)  # B×128
        x = self.relu1(x)
        x = self.fc2(x)  # B×10
        return x
"""


class Person:
    """Someone at the window: finds widgets by what they are called, and uses mouse and keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.hand = Hand(window.canvas)
        self.told: list[Event] = []
        window.runner.told.connect(self.told.extend)

    def press(self, name: str) -> None:
        button = child(self.window, name, QPushButton)
        assert button.isEnabled(), f"{name} can't be pressed: {button.toolTip()}"
        QTest.mouseClick(button, LEFT)

    def type(self, name: str, words: str) -> None:
        field = child(self.window, name, QLineEdit)
        QTest.mouseClick(field, LEFT)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def choose(self, name: str, words: str) -> None:
        """Opens a list and picks an entry with the keyboard, as it can be without a mouse."""
        box = child(self.window, name, QComboBox)
        box.setFocus()
        wanted = box.findText(words)
        assert wanted >= 0, f"{name} has no {words}"
        while box.currentIndex() != wanted:
            down = wanted > box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def double_click_layer(self, kind: str) -> NodeId:
        """Takes a layer from the palette by searching for it."""
        before = set(self.window.workspace.drawing.graph.nodes)
        search = child(self.window, "palette_search", QLineEdit)
        search.clear()
        QTest.keyClicks(search, kind)
        rows = child(self.window, "palette_list", QListView)
        model = rows.model()
        at = next(
            model.index(row, 0)
            for row in range(model.rowCount())
            if model.index(row, 0).data() == kind
        )
        rows.scrollTo(at)
        where = rows.visualRect(at).center()
        QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
        QTest.mouseDClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
        search.clear()
        return self._new(before)

    def drop_layer(self, kind: str, at: QPoint) -> NodeId:
        before = set(self.window.workspace.drawing.graph.nodes)
        self.hand.drop(self.hand.carry(kind, at), at)
        return self._new(before)

    def wire(self, source: NodeId, target: NodeId) -> None:
        canvas, nodes = self.window.canvas, self.window.workspace.drawing.graph.nodes
        entry = Port(target, nodes[target].layer.inputs[0])
        self.hand.drag(canvas.port_pos(Port(source, "output")), canvas.input_pos(entry))

    def drag_node(self, node: NodeId, to: QPoint) -> None:
        grip = self.window.canvas.node_rect(node).topLeft() + QPoint(40, 12)
        self.hand.drag(grip, to)

    def click_node(self, node: NodeId) -> None:
        self.hand.click(self.window.canvas.node_rect(node).topLeft() + QPoint(40, 12))

    def losses(self) -> list[float]:
        return [loss for event in self.told if isinstance(event, Progress) for loss in event.losses]

    def heard(self, kind: type) -> list[Event]:
        return [event for event in self.told if isinstance(event, kind)]

    def _new(self, before: set[NodeId]) -> NodeId:
        (new,) = set(self.window.workspace.drawing.graph.nodes) - before
        return new


@pytest.mark.mnist
@pytest.mark.skipif(
    not (MNIST / "MNIST" / "raw").is_dir(),
    reason="NODEGRAPH_DATA names no folder with the real MNIST",
)
def test_a_person_draws_trains_and_takes_away_a_network(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    window.resize(1600, 1000)
    window.load_after_paint()
    window.runner.options = Options(MNIST, tmp_path / "runs")
    me = Person(window, qtbot)
    canvas, workspace = window.canvas, window.workspace

    # Draw: an empty canvas, layers from the palette, wires by hand.
    QTest.mouseClick(child(window, "start_new", QPushButton), LEFT)
    middle = canvas.viewport().rect().center()
    image = me.drop_layer("Input", QPoint(120, 120))
    assert canvas.node_rect(image).contains(QPoint(120, 120)), "dropped where the mouse is"
    others = [me.double_click_layer(k) for k in ("Flatten", "Linear", "ReLU", "Linear", "Output")]
    _, hidden, _, last, _ = others
    for number, node in enumerate((image, *others)):
        column, row = number % 3, number // 3
        me.drag_node(node, QPoint(100 + 260 * column, middle.y() - 120 + 160 * row))
    for source, target in zip((image, *others), others, strict=False):
        if not workspace.drawing.graph.nodes[target].inputs:
            me.wire(source, target)
    chain = [(w.source.node, w.target.node) for w in workspace.drawing.graph.wires]
    assert sorted(chain) == sorted(zip((image, *others), others, strict=False))

    # Shape it: settings by keys, the start of the weights by rule, the class's name.
    me.click_node(last)
    me.type("setting_out_features", "10")
    me.click_node(hidden)
    me.type("inspector_name", "hidden")
    me.choose("start_whose", "rule for every Linear")
    me.choose("start_weight", "xavier_uniform_")
    me.hand.click(QPoint(8, 8))
    me.type("inspector_name", "SimpleNet")
    assert child(window, "code_text", QPlainTextEdit).toPlainText().strip() == WRITTEN.strip()

    # The recipe of the article: SGD at 0.01, ten epochs.
    child(window, "views_tabs", QWidget).setCurrentIndex(0)
    me.choose("recipe_optimizer", "SGD")
    me.type("recipe_optimizer.lr", "0.01")
    me.type("recipe_epochs", "10")
    assert workspace.report.ok, workspace.report.problems

    # Train, pause within a batch, go on, stop.
    me.press("train")
    qtbot.waitUntil(lambda: len(me.losses()) > 100, timeout=60_000)
    (started,) = me.heard(Started)
    assert (started.train_samples, started.test_samples) == (60_000, 10_000)
    me.press("pause")
    qtbot.waitUntil(lambda: window.runner.state is State.PAUSED, timeout=5_000)
    qtbot.wait(1_000)  # the batch that is on its way ends, also on a busy machine
    paused = len(me.losses())
    qtbot.wait(300)
    assert len(me.losses()) == paused, "no step while paused"
    me.press("pause")
    qtbot.waitUntil(lambda: len(me.heard(EpochEnded)) >= 2, timeout=120_000)
    me.press("stop")
    qtbot.waitUntil(lambda: window.runner.state is State.IDLE, timeout=10_000)

    # It learned, and the curves show every step of it.
    (finished,) = me.heard(Finished)
    assert finished.reason == "stopped"
    ended = me.heard(EpochEnded)
    assert ended[1].test_accuracy > 0.85
    assert ended[1].train_loss < ended[0].train_loss
    assert window.curves.plots is not None
    loss, accuracy, weights = window.curves.plots
    qtbot.waitUntil(lambda: len(loss.losses) == len(me.losses()), timeout=5_000)
    assert [e.epoch for e in accuracy.epochs] == [e.epoch for e in ended]
    # The weights of the selected layer, as they are now.
    me.click_node(hidden)
    qtbot.waitUntil(lambda: "sd" in weights.title.text, timeout=5_000)

    # Take it away: the file, and the module that trained is the module that is written.
    answers.name(tmp_path / "mine.nodegraph")
    window.actions_by_name["file.save"].trigger()
    drawing = load(tmp_path / "mine.nodegraph")
    assert nodegraph.write(drawing).text == WRITTEN
    model = next((tmp_path / "runs").glob("*/model.py")).read_text(encoding="utf-8")
    assert ast.dump(ast.parse(model)) == ast.dump(ast.parse(WRITTEN))

    # And every step of the drawing can be taken back.
    window.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus, timeout=5_000)
    steps = 0
    while workspace.document.undo_label is not None:
        QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        steps += 1
        assert steps < 100
    assert not workspace.drawing.graph.nodes
