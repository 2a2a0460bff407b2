"""A panel shown by itself, as tall as it stands in the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.workspace import Workspace


@pytest.fixture
def inspector(workspace: Workspace, qtbot: QtBot) -> Inspector:
    """The inspector of a workspace on the SimpleCNN."""
    made = Inspector(workspace)
    qtbot.addWidget(made)
    made.resize(316, 700)
    made.show()
    qtbot.waitExposed(made)
    return made
