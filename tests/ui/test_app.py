"""The editor as a program: what a start loads, and what becomes of a mistake of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from nodegraph.document import Point, edits
from nodegraph.graph import Port
from nodegraph.layers import find
from nodegraph.resources import demo
from nodegraph.ui.app import Told, TorchLoader, since_start
from nodegraph.ui.window import MainWindow
from tests.networks import r0
from tests.ui.conftest import child, drawn

HEAVY = ("torch", "numpy", "scipy", "sklearn", "pyqtgraph", "networkx", "qtawesome", "pygments")
PROGRAM = """
import sys
from pathlib import Path
from nodegraph.ui.app import main
code = main({path}, startup_time=True)
print([name for name in {heavy} if name in sys.modules], code)
"""


def run(path: str, tmp_path: Path) -> str:
    """What a start prints: milliseconds, then what it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(path=path, heavy=HEAVY)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("path", ["None", f"Path({str(demo())!r})"], ids=["start page", "file"])
def test_a_start_prints_its_time_loads_nothing_heavy_and_leaves_with_0(
    path: str, tmp_path: Path
) -> None:
    printed = run(path, tmp_path).split(maxsplit=1)
    assert int(printed[0]) > 0
    allowed = "['pygments']" if path != "None" else "[]"  # the code panel colours what it shows
    assert printed[1].strip() == f"{allowed} 0"


def test_the_time_counts_from_the_start_of_the_process() -> None:
    assert 0 < since_start() < 24 * 3600


def test_torch_comes_in_a_thread_and_brings_the_types_of_rarer_layers(
    editor: MainWindow, qtbot: QtBot
) -> None:
    kind = find("Identity")
    assert kind is not None
    drawing, node = edits.add(editor.workspace.drawing, kind(), Point(0, 200))
    drawing = edits.connect(drawing, Port("conv1", "output"), Port(node, "input"))
    editor.workspace.do("Add Identity", drawing)
    assert Port(node, "output") not in editor.workspace.report.types
    loader = TorchLoader(editor.windows)
    loader.loaded.connect(editor.windows.take_torch)
    with qtbot.waitSignal(loader.loaded, timeout=60_000):
        loader.start(QThread.Priority.LowPriority)
    assert loader.wait(10_000)
    assert str(editor.workspace.report.types[Port(node, "output")]) == "B×32×28×28"
    assert child(editor, "device").accessibleName().startswith("Computed on C")


def test_a_mistake_of_ours_is_a_sentence_and_the_editor_goes_on(
    editor: MainWindow, qtbot: QtBot
) -> None:
    told = Told(editor.windows)
    for _ in range(3):  # only one dialog at a time
        try:
            raise RuntimeError("the well is dry")
        except RuntimeError as error:
            told(type(error), error, error.__traceback__)
    boxes = editor.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "the well is dry" in boxes[0].informativeText()
    assert "Traceback" not in boxes[0].text() + boxes[0].informativeText()
    assert "Traceback" in boxes[0].detailedText()
    boxes[0].accept()
    qtbot.waitUntil(lambda: not editor.findChildren(QMessageBox))
    editor.workspace.open(drawn(r0()))
    assert editor.isVisible()


def test_a_mistake_without_words_is_told_by_its_kind(editor: MainWindow, qtbot: QtBot) -> None:
    told = Told(editor.windows)
    error = AssertionError()
    told(type(error), error, None)
    [box] = editor.findChildren(QMessageBox)
    assert box.informativeText().startswith("AssertionError. ")
    box.accept()
    qtbot.waitUntil(lambda: not editor.findChildren(QMessageBox))
