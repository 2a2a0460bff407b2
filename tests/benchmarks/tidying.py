"""How the window answers while a large drawing is tidied in its thread (T-30).

    python -m tests.benchmarks.tidying

A chain, a ladder and a residual network of about 5,000 nodes are tidied while the view pans at
100 %. Told are the gaps between ticks of a timer of 10 ms, the same without a thread, how long
the thread takes, how long Cancel takes and how long the thread works on then, in milliseconds on
this machine. Leaves with 1 when a bar is missed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import pairwise
from random import Random
from time import perf_counter
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point
from nodegraph.document.tidy import tidy
from nodegraph.graph import Graph
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.theme import DARK
from nodegraph.ui.workspace import Workspace
from tests import graphs

GAP_BAR = 25.0  # ms, of 95 % of the gaps
CANCEL_BAR = 100.0  # ms
TICK = 10  # ms
ALONE = 1.0  # s that is measured without a thread

NETWORKS: dict[str, Callable[[], Graph]] = {
    "chain(5,000)": lambda: graphs.chain(5_000),
    "ladder(5,000)": lambda: graphs.ladder(5_000),
    "resnet(665)": lambda: graphs.resnet(665),
}


class Row(NamedTuple):
    """One line of the table, in milliseconds."""

    what: str
    nodes: int
    alone: float  # 95 % of the gaps, without a thread
    beside: float  # and while it tidies
    longest: float
    whole: float
    cancel: float  # until the window is as before
    over: float  # until the thread has ended


def row(app: QApplication, what: str, graph: Graph) -> Row:
    """Tidies one network while the view pans, and once more to cancel it."""
    canvas = Canvas(Workspace(untidy(graph)), DARK)
    canvas.resize(1600, 1000)
    canvas.show()
    canvas.zoom_reset()
    app.processEvents()
    ticks: list[float] = []
    timer = QTimer(canvas)
    timer.setTimerType(Qt.TimerType.PreciseTimer)

    def tick() -> None:
        ticks.append(perf_counter())
        canvas.scroll_by(7, 3)

    timer.timeout.connect(tick)
    timer.start(TICK)
    start = perf_counter()
    while perf_counter() - start < ALONE:
        app.processEvents()
    alone = gaps(ticks)
    ticks.clear()
    ended: list[float] = []
    canvas.tidying.ended.connect(lambda: ended.append(perf_counter()))
    start = perf_counter()
    canvas.tidying.tidy()
    while canvas.tidying.busy:
        app.processEvents()
    whole = ended[0] - start
    beside = gaps([tick for tick in ticks if tick < ended[0]])
    timer.stop()
    canvas.workspace.go_to(0)
    canvas.workspace.select(())
    canvas.tidying.tidy()
    start = perf_counter()
    while perf_counter() - start < whole / 2:
        app.processEvents()
    start = perf_counter()
    canvas.tidying.cancel()
    app.processEvents()
    cancel = perf_counter() - start
    canvas.tidying.close()
    over = perf_counter() - start
    canvas.close()
    at = int(0.95 * len(beside))
    return Row(
        what, len(graph.nodes), 1e3 * alone[int(0.95 * len(alone))], 1e3 * beside[at],
        1e3 * beside[-1], 1e3 * whole, 1e3 * cancel,
        1e3 * over,
    )  # fmt: skip


def untidy(graph: Graph) -> Drawing:
    """The network as someone might have left it: each node near where it belongs."""
    drawing, random = tidy(Drawing(graph=graph)), Random(0)
    places = {
        node: Point(place.x + random.uniform(-90, 90), place.y + random.uniform(-90, 90))
        for node, place in drawing.places.items()
    }
    return Drawing(graph=graph, places=places)


def gaps(ticks: list[float]) -> list[float]:
    """The seconds between ticks, the longest last."""
    return sorted(after - before for before, after in pairwise(ticks))


def main() -> int:
    """Prints the table; 1 when a bar is missed."""
    app, good = QApplication([]), True
    names = f"{'nodes':>7}{'alone':>8}{'p95':>8}{'bar':>6}{'longest':>9}{'whole':>9}"
    names += f"{'cancel':>9}{'over':>8}"
    print(f"{'':16}{names}   ms")
    for what, make in NETWORKS.items():
        r = row(app, what, make())
        good &= r.beside <= GAP_BAR and r.cancel <= CANCEL_BAR
        print(
            f"{r.what:16}{r.nodes:7,}{r.alone:8.1f}{r.beside:8.1f}{GAP_BAR:6.0f}"
            f"{r.longest:9.1f}{r.whole:9.1f}{r.cancel:9.1f}{r.over:8.1f}"
        )
    sys.stdout.flush()
    os._exit(0 if good else 1)


if __name__ == "__main__":
    sys.exit(main())
