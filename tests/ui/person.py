"""Someone with a mouse and keys at the window, and a small drawing to work on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point
from nodegraph.graph import NodeId, Port, Wire
from nodegraph.ui.window import MainWindow
from tests.networks import chain, layer, wired
from tests.ui.canvas.pointer import Hand
from tests.ui.conftest import at_the_canvas, child

Key = Qt.Key


def drawing() -> Drawing:
    """A picture, a convolution, a ReLU and a pooling in a row; under them what is not wired."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=8, padding=1)),
        ("relu1", layer("ReLU")),
        ("pool1", layer("MaxPool2d", kernel_size=2)),
    )
    for node, kind in (("bn1", "BatchNorm2d"), ("add", "Add"), ("fc1", "Linear")):
        graph = wired(graph, node, layer(kind))
    across = (0, 220, 500, 720)
    places = {node: Point(x, 0) for node, x in zip(graph.nodes, across, strict=False)}
    places |= {"bn1": Point(0, 200), "add": Point(500, 200), "fc1": Point(720, 200)}
    return Drawing("Small", graph, places)


class Person:
    """Someone with a mouse and keys at the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.canvas, self.workspace = window, window.canvas, window.workspace
        self.hand = Hand(window.canvas)

    def out(self, node: NodeId) -> QPoint:
        return self.canvas.port_pos(Port(node, "output"))

    def into(self, node: NodeId) -> QPoint:
        return self.canvas.input_pos(Port(node, "input"))

    def grip(self, node: NodeId) -> QPoint:
        """Where neither a port nor the name nor a setting is."""
        return self.canvas.node_rect(node).bottomLeft() + QPoint(30, -5)

    def drag(self, node: NodeId, x: int, y: int) -> None:
        self.hand.drag(self.grip(node), self.grip(node) + QPoint(x, y))

    def wire_middle(self, source: NodeId, target: NodeId) -> QPoint:
        scene = self.canvas.graph_scene
        slot = scene.slot_of(Wire(Port(source, "output"), Port(target, "input")))
        return self.canvas.mapFromScene(scene.wires.shapes[slot].path.pointAtPercent(0.5))

    def key(self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, key, modifiers)

    def type(self, name: str, words: str, end: Key = Key.Key_Return) -> None:
        field = child(self.window, name, QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, end)


def sat_down(window: MainWindow, qtbot: QtBot, drawing: Drawing) -> Person:
    """A person at a window with this drawing open, its nodes at 100 %."""
    at_the_canvas(window, qtbot, drawing).centerOn(400, 100)
    return Person(window)


def labels(me: Person) -> list[str]:
    """The sentences of the steps that were done."""
    return [step.label for step in me.workspace.document.steps][1:]
