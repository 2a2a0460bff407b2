"""T-25: a LeNet with a skip connection by keys alone: drawn, wired, named, framed, trained.

No mouse event reaches the program; every key goes to whatever has the focus, as a keyboard's do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

import nodegraph
from nodegraph.graph import Graph, NodeId, Port
from nodegraph.training.events import EpochEnded, Event, Finished
from nodegraph.ui.canvas.commands.link_mode import LinkMode
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import layer, wired

Key = Qt.Key
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
CHAIN = (
    "input 1 28 28", "conv 6 5 p2", "relu", "conv 6 3 p1", "add", "maxpool 2",
    "conv 16 5", "relu", "maxpool 2", "flatten", "fc 120", "relu", "fc 84", "relu", "fc 10",
    "output",
)  # fmt: skip


def reference() -> Graph:
    """The same network in code."""
    graph = wired(Graph(), "input1", layer("Input", shape=(1, 28, 28)))
    rows = (
        ("conv1", layer("Conv2d", out_channels=6, kernel_size=5, padding=2), "input1"),
        ("relu1", layer("ReLU"), "conv1"),
        ("conv2", layer("Conv2d", out_channels=6, kernel_size=3, padding=1), "relu1"),
        ("add1", layer("Add"), "conv2", "relu1"),
        ("pool1", layer("MaxPool2d", kernel_size=2), "add1"),
        ("conv3", layer("Conv2d", out_channels=16, kernel_size=5), "pool1"),
        ("relu2", layer("ReLU"), "conv3"),
        ("pool2", layer("MaxPool2d", kernel_size=2), "relu2"),
        ("flatten1", layer("Flatten"), "pool2"),
        ("fc1", layer("Linear", out_features=120), "flatten1"),
        ("relu3", layer("ReLU"), "fc1"),
        ("fc2", layer("Linear", out_features=84), "relu3"),
        ("relu4", layer("ReLU"), "fc2"),
        ("classes", layer("Linear", out_features=10), "relu4"),
        ("out", layer("Output"), "classes"),
    )
    for node_id, kind, *sources in rows:
        graph = wired(graph, node_id, kind, *sources)
    return graph


class MouseTrap(QObject):
    """Notes every event that a mouse would make."""

    KINDS = (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    )

    def __init__(self) -> None:
        super().__init__()
        self.caught: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.KINDS:
            self.caught.append(event.type())
        return False


@pytest.fixture
def mouse_trap(qapp: QApplication) -> Iterator[MouseTrap]:
    trap = MouseTrap()
    qapp.installEventFilter(trap)
    yield trap
    qapp.removeEventFilter(trap)


class Keyboard:
    """Someone without a mouse."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keys"
        return widget

    def strike(self, key: Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focused(), key, modifiers)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focused(), words)
        QApplication.processEvents()

    def add(self, words: str, wired: bool) -> NodeId:
        before = set(self.graph.nodes)
        self.strike(Key.Key_Tab)
        self.type(words)
        self.strike(Key.Key_Return, SHIFT if wired else PLAIN)
        (new,) = set(self.graph.nodes) - before
        self.sees(new)
        return new

    def sees(self, node: NodeId) -> None:
        """A node is in view as soon as the camera rests, and nothing stands over it."""
        canvas = self.window.canvas
        canvas.glide.finish()
        at = canvas.mapFromScene(canvas.graph_scene.nodes[node].bounds).boundingRect()
        assert canvas.viewport().rect().contains(at), f"{node} is out of view"
        assert not any(cover.intersects(at) for cover in canvas.covered), f"{node} is covered"
        assert self.window.editor.beyond.isHidden()

    def link(self, source: Port, target: Port) -> None:
        """`;`, then the letters that stand at both ports, then Esc."""
        self.strike(Key.Key_Semicolon)
        for port in (source, target):
            mode = self.window.canvas.gesture
            assert isinstance(mode, LinkMode)
            (letters,) = [code for code, found in mode.ports.items() if found.port == port]
            self.type(letters)
        self.strike(Key.Key_Escape)

    def go_to(self, node: NodeId) -> None:
        """By Home and the arrows along the wires, to a node of the chain."""
        for way in (Key.Key_Left, Key.Key_Right):
            for _ in range(2 * len(self.graph.nodes)):
                if self.window.workspace.selection == {node}:
                    return
                self.strike(way)
                self.sees(*self.window.workspace.selection)
        assert self.window.workspace.selection == {node}, f"the arrows don't reach {node}"

    def rename(self, node: NodeId, name: str) -> None:
        self.go_to(node)
        self.strike(Key.Key_F2)
        self.strike(Key.Key_A, CONTROL)
        self.type(name)
        self.strike(Key.Key_Return)

    def choose(self, name: str, words: str) -> None:
        """Goes on by F6 and Tab until that list has the keys, and picks an entry."""
        box = self.window.findChild(QComboBox, name)
        assert box is not None
        for _ in range(6):
            if self.window.editor.views.isAncestorOf(self.focused()):
                break
            self.strike(Key.Key_F6)
        for _ in range(60):
            if self.focused() is box:
                break
            self.strike(Key.Key_Tab)
        assert self.focused() is box, f"Tab doesn't reach {name}"
        wanted = box.findText(words)
        for _ in range(box.count()):
            if box.currentIndex() == wanted:
                return
            down = wanted > box.currentIndex()
            self.strike(Key.Key_Down if down else Key.Key_Up)
        assert box.currentText() == words

    @property
    def graph(self) -> Graph:
        return self.window.workspace.drawing.graph


def test_a_lenet_is_drawn_named_framed_and_trained_by_keys_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, mouse_trap: MouseTrap
) -> None:
    window.resize(1600, 1000)
    window.load_after_paint()
    window.activateWindow()
    qtbot.waitActive(window)
    me = Keyboard(window)

    # Drawn: Tab, a few letters, Shift+Enter wires each layer to the one before.
    me.strike(Key.Key_N, CONTROL)
    made = [me.add(words, wired=number > 0) for number, words in enumerate(CHAIN)]
    assert len(me.graph.wires) == len(CHAIN) - 1

    # The skip connection: link mode, where every port has letters.
    me.strike(Key.Key_L)
    me.strike(Key.Key_Home)
    me.go_to(made[3])
    me.strike(Key.Key_F)
    me.link(Port(made[2], "output"), Port(made[4], "input"))
    assert me.graph.nodes[made[4]].inputs["input"] == (
        Port(made[3], "output"),
        Port(made[2], "output"),
    )
    assert window.workspace.report.ok

    # Named.
    me.rename(made[14], "classes")
    assert me.graph.nodes[made[14]].title == "classes"

    # Framed: the cone before the first pooling, with a title.
    me.go_to(made[4])
    for way in (Key.Key_Left, Key.Key_Left, Key.Key_Left):
        me.strike(way, SHIFT)
    chosen = window.workspace.selection
    assert len(chosen) >= 3
    me.strike(Key.Key_C)
    me.strike(Key.Key_A, CONTROL)
    me.type("Features")
    me.strike(Key.Key_Return)
    (frame,) = window.workspace.drawing.frames.values()
    assert (frame.title, frame.nodes) == ("Features", chosen)

    # Undone and done again: the same drawing.
    whole = window.workspace.drawing
    steps = window.workspace.document.at
    for _ in range(steps):
        me.strike(Key.Key_Z, CONTROL)
    assert not me.graph.nodes
    for _ in range(steps):
        me.strike(Key.Key_Z, CONTROL | SHIFT)
    assert window.workspace.drawing is whole

    ours = nodegraph.write(me.graph).text.splitlines()
    theirs = nodegraph.write(reference()).text.splitlines()
    assert ours == theirs

    # Trained, on data that need no download.
    told: list[Event] = []
    window.runner.told.connect(told.extend)
    window.runner.options = Options(runs=tmp_path / "runs")
    me.choose("recipe_data", "digits28")
    me.strike(Key.Key_F5)
    qtbot.waitUntil(lambda: any(isinstance(event, Finished) for event in told), timeout=120_000)
    ended = [event for event in told if isinstance(event, EpochEnded)]
    assert ended[-1].test_accuracy is not None
    assert ended[-1].test_accuracy > 0.5
    qtbot.waitUntil(lambda: window.runner.state is State.IDLE, timeout=10_000)
    assert not mouse_trap.caught, mouse_trap.caught
