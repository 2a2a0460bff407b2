"""Help for one node, by F1."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nodegraph.ui.canvas.telling.node_help import torch_name

Key = Qt.Key


@pytest.fixture
def keyed(canvas, qtbot):
    with qtbot.waitActive(canvas):
        canvas.activateWindow()
    canvas.setFocus()
    return canvas


def test_f1_tells_what_the_selected_node_does(keyed) -> None:
    keyed.workspace.select({"conv1"})
    QTest.keyClick(keyed, Key.Key_F1)
    card = keyed.node_help.card
    assert card.isVisible()
    words = card.text.text()
    for expected in ("conv1", "torch.nn.Conv2d", "Slides learned filters", "kernel_size"):
        assert expected in words
    assert keyed.rect().contains(card.geometry())
    assert not card.geometry().intersects(keyed.node_rect("conv1"))


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F1, Key.Key_Delete])
def test_any_key_ends_it_and_does_nothing_else(keyed, key, steps) -> None:
    keyed.workspace.select({"conv1"})
    QTest.keyClick(keyed, Key.Key_F1)
    QTest.keyClick(keyed.node_help.card, key)
    assert not keyed.node_help.card.isVisible()
    assert keyed.hasFocus()
    assert steps() == []


def test_a_click_beside_it_ends_it(keyed, hand) -> None:
    keyed.workspace.select({"conv1"})
    QTest.keyClick(keyed, Key.Key_F1)
    hand.click(keyed.viewport().rect().bottomLeft())
    assert not keyed.node_help.card.isVisible()


def test_without_a_node_it_says_what_to_do(keyed) -> None:
    said: list[str] = []
    keyed.workspace.said.connect(said.append)
    QTest.keyClick(keyed, Key.Key_F1)
    assert said == ["Select a node first"]


def test_what_torch_has_no_module_for_keeps_its_own_name(canvas) -> None:
    nodes = canvas.workspace.drawing.graph.nodes
    assert torch_name(nodes["add"]) == "Add"
    assert torch_name(nodes["relu1"]) == "torch.nn.ReLU"
