"""What is closed is gone: items, objects and memory, measured in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import gc, json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.window import MainWindow

def rss():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])

window = MainWindow()
window.resize(1600, 1000)
window.show()
QTest.qWaitForWindowExposed(window)

def settle():
    for _ in range(3):
        QTest.qWait(20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

def once():
    window.opening.open_file(Path(sys.argv[1]))
    assert len(window.canvas.graph_scene.nodes) == 2000
    window.grab()
    assert window.close_page()
    settle()

def counts():
    alive = gc.get_objects()
    return {
        "items": sum(isinstance(each, NodeItem) for each in alive),
        "objects": len(window.findChildren(QObject)),
        "widgets": len(QApplication.allWidgets()),
        "tops": len(QApplication.topLevelWidgets()),
    }

for _ in range(int(sys.argv[2])):
    once()
base, weight = counts(), rss()
for _ in range(20):
    once()
print(json.dumps({"base": base, "after": counts(), "rss": [weight, rss()]}))
window.close()
"""
WARM = 3  # times it is opened and closed before the first look: caches fill


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_opening_and_closing_leaves_nothing_behind(tmp_path: Path) -> None:
    """T-28: a document of 2,000 nodes, opened and closed 20 times."""
    from nodegraph.document import save
    from tests.ui.canvas.ladder import ladder

    file = tmp_path / "large.nodegraph"
    save(ladder(2000), file)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file), str(WARM)],
        capture_output=True, text=True, timeout=220,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["after"] == told["base"]
    first, last = told["rss"]
    assert last < 1.05 * first, f"{first} kB grew to {last} kB"
