"""A screen reader hears what the keys go to on the canvas, and what was done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from tests.ui.canvas.pointer import SHIFT


@pytest.fixture
def heard(monkeypatch, canvas):
    """What is announced, in words, while somebody listens."""
    words: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: words.append(event.message())
    )
    canvas.setFocus()
    return words


def test_each_step_of_the_arrows_names_the_node_its_layer_and_its_shape(
    canvas, hand, heard, qtbot
) -> None:
    canvas.workspace.select(["image"])
    qtbot.waitUntil(lambda: len(heard) == 1)
    hand.key(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] == "conv1, Conv2d, B×8×28×28"
    hand.key(Qt.Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard[2] == "2 nodes selected"
    hand.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard[3] == "Nothing selected"


def test_what_is_wrong_with_a_node_is_said_with_it(canvas, heard, qtbot) -> None:
    canvas.workspace.select(["conv3d"])
    qtbot.waitUntil(lambda: len(heard) == 1)
    problem = canvas.graph_scene.nodes["conv3d"].problem
    assert heard[0].startswith("conv3d, Conv3d")
    assert problem.message in heard[0]


def test_a_node_that_does_not_run_says_so_once(canvas, hand, heard, qtbot) -> None:
    canvas.workspace.select(["relu1"])
    canvas.modes.disable()
    canvas.workspace.select(["conv1"])
    canvas.workspace.select(["relu1"])
    qtbot.waitUntil(lambda: "relu1, ReLU, disabled" in heard)


def test_a_marquee_is_read_out_once(canvas, hand, heard, qtbot) -> None:
    hand.drag(QPoint(20, 40), QPoint(980, 690))
    qtbot.wait(150)
    assert heard == ["6 nodes selected"]


def test_a_step_is_said(canvas, hand, heard) -> None:
    at = canvas.node_rect("conv3d").bottomLeft() + QPoint(30, -5)
    hand.drag(at, at + QPoint(40, 48))
    assert "Moved conv3d" in heard


def test_where_nobody_listens_nothing_is_said(canvas, monkeypatch, qtbot) -> None:
    said: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    canvas.workspace.select(["conv1"])
    qtbot.wait(120)
    assert said == []


def test_another_part_of_the_window_has_the_keys(canvas, heard, qtbot) -> None:
    canvas.clearFocus()
    canvas.workspace.select(["conv1"])
    qtbot.wait(120)
    assert heard == []
