"""How long the canvas takes to show and change 2,000 nodes.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.canvas [NODES]

Each row is the fastest and the median of many frames, in milliseconds of processor time on this
machine, beside the most the median may be for 2,000 nodes in a window of 1600×1000.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from itertools import count, cycle
from statistics import median
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication

from nodegraph.document import Point, edits
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.theme import DARK
from nodegraph.ui.workspace import Workspace
from tests.ui.canvas.ladder import ladder

FRAMES = 30
MIDDLE = QPointF(800, 500)


def timed(act: Callable[[], object], frames: int = FRAMES) -> list[float]:
    """Milliseconds for the act and the frame that shows it."""
    found = []
    for _ in range(frames):
        start = process_time()
        act()
        QApplication.processEvents()
        found.append((process_time() - start) * 1e3)
    return found


def dragged(canvas: Canvas, number: int) -> Callable[[], None]:
    """An act that moves that many of the visible nodes a little."""
    document = canvas.workspace.document
    start, steps = document.settled, count(1)
    seen = canvas.graph_scene.layer.near(canvas.visible_area())
    others = canvas.graph_scene.nodes
    ids = list(dict.fromkeys([*(item.id for item in seen), *others]))[:number]

    def act() -> None:
        way = 8.0 * (next(steps) % 8)
        to = {i: Point(start.places[i].x + way, start.places[i].y + way) for i in ids}
        document.preview(edits.move(start, to))

    return act


def rows(nodes: int) -> Iterator[tuple[str, list[float], float]]:
    """What was done, how long each time took, and the bar."""
    workspace = Workspace(ladder(nodes))
    made: list[Canvas] = []
    yield "open", timed(lambda: made.append(Canvas(workspace, DARK)), 1), 1000
    [canvas] = made
    canvas.resize(1600, 1000)
    canvas.show()
    QApplication.processEvents()
    yield "repaint, all in view", timed(canvas.viewport().update), 12
    factors = cycle((1.2, 1 / 1.2))
    yield "zoom step, all in view", timed(lambda: canvas.zoom_at(MIDDLE, next(factors))), 16
    canvas.zoom_reset()
    QApplication.processEvents()
    ways = cycle((10, -10))
    yield "pan 10 px at 100 %", timed(lambda: canvas.scroll_by(next(ways), 0)), 2
    points = cycle(QPoint(x, 300) for x in range(100, 1500, 7))
    yield "hover", timed(lambda: canvas.hover.follow(next(points)), 200), 0.5
    for number, bar in ((1, 3), (200, 20)):
        yield f"drag {number}", timed(dragged(canvas, number)), bar
        workspace.document.cancel()
    canvas.close()


def main() -> None:
    """Prints the table."""
    app = QApplication(sys.argv[:1])
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print(f"{nodes} nodes{'':18}fastest    median       bar")
    for what, found, bar in rows(nodes):
        print(f"{what:25}{min(found):10.2f}{median(found):10.2f}{bar:10.1f}")
    app.quit()


if __name__ == "__main__":
    main()
