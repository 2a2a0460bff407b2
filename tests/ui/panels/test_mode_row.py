"""Whether nodes run is a field of the inspector too, for one node and for several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from nodegraph.document import edits
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.workspace import Workspace
from tests.ui.conftest import child


def box(inspector: Inspector) -> QComboBox:
    return child(inspector, "node_mode", QComboBox)


def choose(inspector: Inspector, word: str) -> None:
    """By the arrow keys, each of which is a choice; where several differ by its letters."""
    words = ["on", "bypassed", "disabled"]
    found = box(inspector)
    if found.currentIndex() < 0:
        QTest.keyClicks(found, word)
        return
    step = words.index(word) - found.currentIndex()
    for _ in range(abs(step)):
        QTest.keyClick(found, Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)


def modes(workspace: Workspace) -> dict[str, str]:
    return {n.id: n.mode for n in workspace.drawing.graph.nodes.values() if n.mode != "on"}


def test_a_node_is_switched_off_and_on_each_in_one_step(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["relu1"])
    assert box(inspector).currentText() == "on"
    choose(inspector, "bypassed")
    assert modes(workspace) == {"relu1": "bypassed"}
    assert workspace.document.undo_label == "Bypassed relu1"
    choose(inspector, "disabled")
    assert workspace.document.undo_label == "Disabled relu1"
    workspace.go_to(0)
    assert modes(workspace) == {}
    assert box(inspector).currentText() == "on"


def test_several_that_differ_show_the_sign_and_are_set_together(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.do("Disabled relu1", edits.set_mode(workspace.drawing, ["relu1"], "disabled"))
    workspace.select(["relu1", "relu2"])
    assert box(inspector).currentIndex() == -1
    assert box(inspector).placeholderText() == "–"
    choose(inspector, "bypassed")
    assert modes(workspace) == {"relu1": "bypassed", "relu2": "bypassed"}
    assert workspace.document.at == 2
    assert box(inspector).currentText() == "bypassed"


def test_what_can_not_be_bypassed_says_why_and_stays(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["conv1"])
    choose(inspector, "bypassed")
    assert modes(workspace) == {}
    wrong = child(inspector, "wrong_mode", QLabel)
    assert wrong.isVisible()
    assert "conv1 turns" in wrong.text()
    assert box(inspector).currentText() == "on"
    workspace.select(["relu1"])
    assert not child(inspector, "wrong_mode", QLabel).isVisible()


def test_it_follows_what_is_done_elsewhere(inspector: Inspector, workspace: Workspace) -> None:
    workspace.select(["relu1"])
    workspace.do("Bypassed relu1", edits.set_mode(workspace.drawing, ["relu1"], "bypassed"))
    assert box(inspector).currentText() == "bypassed"
    workspace.go_to(0)
    assert box(inspector).currentText() == "on"


def test_the_mode_already_there_is_no_step(inspector: Inspector, workspace: Workspace) -> None:
    workspace.select(["relu1"])
    QTest.keyClick(box(inspector), Qt.Key.Key_Home)
    box(inspector).activated.emit(0)
    assert workspace.document.at == 0
