"""A panel shown by itself, as tall as it stands in the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.workspace import Workspace
from tests.ui.conftest import shown


@pytest.fixture
def inspector(workspace: Workspace, qtbot: QtBot) -> Inspector:
    """The inspector of a workspace on the SimpleCNN."""
    return shown(Inspector(workspace), qtbot)
