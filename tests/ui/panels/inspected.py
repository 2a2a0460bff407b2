"""What the tests of the inspector's forms look at and do."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.workspace import Workspace
from tests.ui.conftest import child


def line(inspector: Inspector, name: str) -> QLineEdit:
    """The line in which something is typed."""
    found = child(inspector, name, QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def typed(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Types over what stands there, and leaves it open."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def channels(workspace: Workspace, node: str) -> int:
    """The out_channels of a node of the drawing."""
    return int(vars(workspace.drawing.graph.nodes[node].layer)["out_channels"])
