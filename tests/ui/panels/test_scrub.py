"""The inspector's numbers change by a drag on their names, and its rows stay within the panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from nodegraph.document import Point, edits
from nodegraph.layers import LAYERS
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.workspace import Workspace
from tests.ui.conftest import child

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
AT = QPoint(20, 8)


def hold(label: QLabel, way: int, modifiers=PLAIN) -> None:
    QTest.mousePress(label, LEFT, PLAIN, AT)
    for part in range(1, 5):
        move(label, AT + QPoint(way * part // 4, 0), modifiers)


def move(label: QLabel, at: QPoint, modifiers=PLAIN) -> None:
    where = QPointF(label.mapToGlobal(at))
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), where, Qt.MouseButton.NoButton, LEFT, modifiers
    )
    QApplication.sendEvent(label, event)


def drag(label: QLabel, way: int, modifiers=PLAIN) -> None:
    hold(label, way, modifiers)
    QTest.mouseRelease(label, LEFT, modifiers, AT + QPoint(way, 0))


def label_of(inspector: Inspector, name: str) -> QLabel:
    return child(inspector, f"label_{name}", QLabel)


def value(workspace: Workspace, node: str, setting: str) -> object:
    return getattr(workspace.drawing.graph.nodes[node].layer, setting)


def labels(workspace: Workspace) -> list[str]:
    return [step.label for step in workspace.document.steps][1:]


def test_a_drag_on_a_numbers_name_is_one_step(inspector, workspace) -> None:
    workspace.select(["conv2"])
    hold(label_of(inspector, "out_channels"), 40)
    assert value(workspace, "conv2", "out_channels") == 74  # seen before the release
    assert child(inspector, "setting_out_channels", QLineEdit).text() == "74"
    assert labels(workspace) == []
    QTest.mouseRelease(label_of(inspector, "out_channels"), LEFT, PLAIN, AT + QPoint(40, 0))
    assert labels(workspace) == ["Set conv2 out_channels to 74"]


def test_control_is_coarse_and_a_limit_holds(inspector, workspace) -> None:
    workspace.select(["conv2"])
    drag(label_of(inspector, "out_channels"), 40, CONTROL)
    assert value(workspace, "conv2", "out_channels") == 164
    drag(label_of(inspector, "out_channels"), -4000)
    assert value(workspace, "conv2", "out_channels") == 1


def test_equal_numbers_of_several_nodes_change_together(inspector, workspace) -> None:
    workspace.select(["conv1", "conv2"])
    drag(label_of(inspector, "kernel_size"), 8)
    assert value(workspace, "conv1", "kernel_size") == value(workspace, "conv2", "kernel_size") == 5
    assert labels(workspace) == ["Set kernel_size of 2 nodes to 5"]
    drag(label_of(inspector, "out_channels"), 40)  # they differ
    assert len(labels(workspace)) == 1


@pytest.mark.parametrize("by", ["Esc", "the right button"])
def test_a_cancelled_drag_leaves_no_trace(inspector, workspace, by) -> None:
    workspace.select(["conv2"])
    before, label = workspace.drawing, label_of(inspector, "out_channels")
    hold(label, 40)
    if by == "Esc":
        QTest.keyClick(label, Qt.Key.Key_Escape)
    else:
        QTest.mousePress(label, RIGHT, PLAIN, AT)
    QTest.mouseRelease(label, LEFT, PLAIN, AT)
    assert workspace.drawing is before
    assert not workspace.document.dirty
    assert labels(workspace) == []
    assert child(inspector, "setting_out_channels", QLineEdit).text() == "64"


def test_rows_that_come_and_go_wait_for_the_end_of_a_drag(inspector, workspace) -> None:
    workspace.select(["conv2"])
    form = inspector.form
    hold(label_of(inspector, "kernel_size"), 400)  # larger than the picture
    assert inspector.form is form
    QTest.mouseRelease(label_of(inspector, "kernel_size"), LEFT, PLAIN, AT + QPoint(400, 0))
    assert words_of(inspector, "shape_output") == "not known yet"


def words_of(inspector: Inspector, name: str) -> str:
    return child(inspector, name, QLabel).text()


def test_a_click_on_a_name_changes_nothing(inspector, workspace) -> None:
    workspace.select(["conv2"])
    before = workspace.drawing
    QTest.mouseClick(label_of(inspector, "out_channels"), LEFT, PLAIN, AT)
    assert workspace.drawing is before


def test_no_form_is_wider_than_the_panel(inspector, workspace, qtbot) -> None:
    drawing = workspace.drawing
    for number, kind in enumerate(LAYERS.values()):
        drawing, node = edits.add(drawing, kind(), Point(0, 100 * number))
        workspace.do("Added", drawing)
        workspace.select([node])
        assert inspector.form.minimumSizeHint().width() <= inspector.viewport().width(), kind
    workspace.select(workspace.drawing.graph.nodes)
    assert inspector.form.minimumSizeHint().width() <= inspector.viewport().width()


def test_the_title_of_several_nodes_is_read_whole(inspector, workspace) -> None:
    workspace.select(["conv1", "conv2", "pool1"])
    name = inspector.form.name
    assert name.text() == "3 nodes"
    inspector.form.layout().activate()
    assert name.width() >= name.fontMetrics().horizontalAdvance("3 nodes") + 12
    assert name.cursorPosition() == 0
