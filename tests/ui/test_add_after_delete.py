"""A node that comes after others went takes over nothing of theirs.

Adding after deleting broke the graph: Fabrik.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nodegraph.graph import Port, Wire
from nodegraph.ui.window import MainWindow
from tests.ui.conftest import child
from tests.ui.person import Person, drawing, sat_down

Key = Qt.Key


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    return sat_down(window, qtbot, drawing())


def add(me: Person, name: str, at: QPoint) -> str:
    """By a double click on nothing; the answer is its id."""
    before = me.workspace.drawing.graph.nodes.keys()
    QTest.mouseDClick(me.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    field = child(me.window, "add_field", QLineEdit)
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Key.Key_Return)
    [new] = me.workspace.drawing.graph.nodes.keys() - before
    return new


@pytest.mark.parametrize("gone", ["conv1", "relu1", "image", "pool1"])
def test_a_node_added_after_another_was_deleted_has_no_wire_and_its_own_place(
    person: Person, gone: str
) -> None:
    workspace = person.workspace
    kind = workspace.drawing.graph.nodes[gone].layer.kind
    person.hand.click(person.grip(gone))
    person.key(Key.Key_Delete)
    left = workspace.drawing.graph
    at = QPoint(120, 480)
    new = add(person, kind, at)
    graph = workspace.drawing.graph
    assert not graph.nodes[new].feeds
    assert new not in {wire.source.node for wire in graph.wires}
    assert person.canvas.node_rect(new).contains(at)
    assert {n: graph.nodes[n] for n in left.nodes} == dict(left.nodes)
    assert set(person.canvas.graph_scene.nodes) == set(graph.nodes)


def test_deleted_and_added_by_turns_the_network_is_whole_again(person: Person) -> None:
    workspace = person.workspace
    for _ in range(5):
        person.hand.click(person.grip("relu1"))
        person.key(Key.Key_Delete)
        new = add(person, "ReLU", QPoint(500, 480))
        assert new == "relu1"
        for source, target in (("conv1", new), (new, "pool1")):
            person.hand.drag(person.out(source), person.into(target))
        wires = set(workspace.drawing.graph.wires)
        assert Wire(Port("conv1", "output"), Port("relu1", "input")) in wires
        assert Wire(Port("relu1", "output"), Port("pool1", "input")) in wires
    assert workspace.drawing.graph.order is not None
    workspace.go_to(0)
    assert workspace.drawing.graph.wires == drawing().graph.wires
