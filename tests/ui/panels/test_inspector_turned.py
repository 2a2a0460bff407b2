"""The inspector's form turns to another node of the same layer: nothing of the first one stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.graph import Start
from nodegraph.graph.start import Init
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.workspace import Workspace
from tests.ui.conftest import child
from tests.ui.panels.inspected import channels, line, typed


@pytest.fixture
def inspector(inspector: Inspector, workspace: Workspace) -> Inspector:
    inspector.activateWindow()
    workspace.select(["conv2"])
    return inspector


def test_the_same_form_shows_another_node_of_the_layer(
    inspector: Inspector, workspace: Workspace
) -> None:
    form = inspector.form
    workspace.select(["conv1"])
    assert inspector.form is form
    assert line(inspector, "inspector_name").text() == "conv1"
    assert line(inspector, "setting_out_channels").text() == "32"
    assert child(inspector, "inferred_in_channels", QLabel).text() == "1 from the wire"
    assert child(inspector, "shape_output", QLabel).text() == "B×32×28×28"
    workspace.select(["fc1"])
    assert inspector.form is not form


def test_a_value_done_is_of_the_node_that_is_shown(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv1"])
    field = line(inspector, "setting_out_channels")
    typed(qtbot, field, "24")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (channels(workspace, "conv1"), channels(workspace, "conv2")) == (24, 64)


def test_a_name_done_is_of_the_node_that_is_shown(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["conv1"])
    field = line(inspector, "inspector_name")
    typed(qtbot, field, "first")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.drawing.graph.nodes["conv1"].title == "first"
    assert workspace.drawing.graph.nodes["conv2"].title == "conv2"


def test_what_is_being_typed_goes_to_its_own_node(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    typed(qtbot, line(inspector, "setting_out_channels"), "48")
    workspace.select(["conv1"])
    assert (channels(workspace, "conv1"), channels(workspace, "conv2")) == (32, 48)
    assert line(inspector, "setting_out_channels").text() == "32"


def test_a_wrong_value_does_not_stay(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    field = line(inspector, "setting_out_channels")
    typed(qtbot, field, "many")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    workspace.select(["conv1"])
    assert not field.property("wrong")
    assert field.text() == "32"
    assert not child(inspector, "wrong_out_channels", QLabel).isVisible()


def test_a_number_is_dragged_for_the_node_that_is_shown(
    inspector: Inspector, workspace: Workspace
) -> None:
    workspace.select(["conv1"])
    label = child(inspector, "label_out_channels", QLabel)
    QTest.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    for x in range(6, 80):
        QTest.mouseMove(label, QPoint(x, 5))
    QTest.mouseRelease(label, Qt.MouseButton.LeftButton, pos=QPoint(80, 5))
    assert channels(workspace, "conv1") > 32
    assert channels(workspace, "conv2") == 64


def test_its_mode_and_how_its_weights_start_are_shown(
    inspector: Inspector, workspace: Workspace
) -> None:
    drawing = edits.set_mode(workspace.drawing, ["conv1"], "disabled")
    drawing = edits.set_start(drawing, "conv1", Start(Init("zeros_")))
    workspace.do("Disabled conv1", drawing)
    workspace.select(["conv1"])
    assert child(inspector, "node_mode", QComboBox).currentData() == "disabled"
    assert child(inspector, "start_whose", QComboBox).currentText() == "this node's own"
    assert child(inspector, "start_weight", QComboBox).currentText() == "zeros_"
    workspace.select(["conv2"])
    assert child(inspector, "node_mode", QComboBox).currentData() == "on"
    assert child(inspector, "start_whose", QComboBox).currentText() == "torch's own"


def test_several_nodes_change_together_and_only_they(
    inspector: Inspector, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.select(["pool1", "relu1"])
    form = inspector.form
    workspace.select(["pool2", "relu2"])
    assert inspector.form is form
    assert form is not None
    assert set(form.ids) == {"pool2", "relu2"}
