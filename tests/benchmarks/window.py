"""What the open window costs a run, and what a run costs the window.

    python -m tests.benchmarks.window [--seconds 20] [--rounds 8]

Trains R1b (flatten, 784-128-64-10, MSE against one-hot rows, SGD, batch 64) on MNIST, found
through NODEGRAPH_DATA. First the same run by turns without a look at the window and with the whole
window open, every view on and drawing: the ratio of the steps a second. Then, while it trains, a
node is dragged by mouse events and the time between two ticks of a 16 ms timer is taken.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point
from nodegraph.recipe import SGD, MSELoss, Recipe
from nodegraph.training.events import Progress
from nodegraph.ui.settings import Settings
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import r1b
from tests.ui.canvas.pointer import Hand

TICK = 16  # milliseconds
SHARE_BAR, TICK_BAR = 0.95, 33.0


def drawing() -> Drawing:
    """R1b as drawn, with epochs enough to outlast every measurement."""
    graph = r1b(activation="")
    places = {node: Point(180 * at, 0) for at, node in enumerate(graph.nodes)}
    recipe = Recipe(
        data="mnist", loss=MSELoss(), target="one_hot", optimizer=SGD(lr=0.01), epochs=10_000
    )
    return Drawing("MyModel", graph, places, recipe)


def bare(seconds: float, runs: Path) -> float:
    """Steps a second of the loop as the command line runs it, with nothing beside it.

    In a thread that ends, for the main thread of the command line is as fast, and here it has to
    stay free of OpenMP: libgomp gives each thread that asks a team of its own, and with two teams
    alive on two cores the waits of both turn from spinning to sleeping (1,690 to 990 steps/s).
    """
    found: list[float] = []
    thread = threading.Thread(target=lambda: found.append(_bare(seconds, runs)))
    thread.start()
    thread.join()
    return found[0]


def _bare(seconds: float, runs: Path) -> float:
    from nodegraph.training.run import start

    run = start(drawing(), runs=runs)
    began = first = 0.0
    for event in run.events():
        if isinstance(event, Progress):
            now = time.perf_counter()
            if not began:
                began, first = now, event.step
            elif now - began >= seconds:
                return (event.step - first) / (now - began)
    raise AssertionError("the run ended before it was measured")


class Bench:
    """The whole window on R1b, and a run that goes on in it."""

    def __init__(self, runs: Path) -> None:
        settings = Settings(QSettings(str(runs / "settings.ini"), QSettings.Format.IniFormat))
        self.window = MainWindow(settings)
        self.window.runner.options = Options(runs=runs)
        self.window.workspace.open(drawing())
        self.window.files.opened.emit()
        self.window.show()
        self.step = 0
        self.arrived = 0.0
        self.window.runner.told.connect(self._hear)

    def _hear(self, events: tuple[object, ...]) -> None:
        for event in events:
            if isinstance(event, Progress):
                self.step, self.arrived = event.step, time.perf_counter()

    def train(self) -> None:
        """Starts a run and waits until it takes steps."""
        self.step = 0
        self.window.run_bar.train()
        while not self.step:
            self.live(0.05)
        self.live(0.5)

    def stop(self) -> None:
        """Ends the run."""
        self.window.runner.stop()
        while self.window.runner.state is not State.IDLE:
            self.live(0.05)

    def live(self, seconds: float) -> None:
        """Lets the window live as it does for a person who only watches."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def watched(self, seconds: float) -> tuple[float, float, float]:
        """Steps and draws a second, and the window's share of the time, while it is open."""
        self.train()
        used = time.thread_time()
        step, arrived, draws = self.step, self.arrived, self.window.curves.pace.draws
        self.live(seconds)
        taken = self.arrived - arrived
        share = (time.thread_time() - used) / taken
        rate = (self.step - step) / taken
        drawn = (self.window.curves.pace.draws - draws) / taken
        self.stop()
        return rate, drawn, share

    def gaps(self, seconds: float) -> list[float]:
        """Milliseconds between ticks while a node is dragged and the run goes on."""
        self.train()
        ticks: list[float] = []
        moves = self._drag()

        def tick() -> None:
            ticks.append(time.perf_counter())
            next(moves)

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(tick)
        timer.start(TICK)
        self.live(seconds)
        timer.stop()
        moves.close()
        self.stop()
        return [1000 * (b - a) for a, b in pairwise(ticks)]

    def _drag(self) -> Iterator[None]:
        """A hand that takes fc2 and moves it in a square, a step each tick, for ever."""
        canvas = self.window.canvas
        hand = Hand(canvas)
        while True:
            start = canvas.node_rect("fc2").center()
            hand.press(start)
            for at in range(200):
                side, along = divmod(at, 50)
                x, y = [(along, 0), (50, along), (50 - along, 50), (0, 50 - along)][side]
                hand.move(start + QPoint(2 * x, 2 * y))
                yield
            hand.release(start)
            yield


def main() -> None:
    """Prints both figures with their bars."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=20)
    asked.add_argument("--rounds", type=int, default=8)
    options = asked.parse_args()
    if not os.environ.get("NODEGRAPH_DATA"):
        raise SystemExit("Set NODEGRAPH_DATA to the folder that holds MNIST.")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.live(1)
        bare(2, Path(folder))  # warm
        bench.watched(2)
        pairs = []
        for _ in range(options.rounds):
            plain = bare(options.seconds / 5, Path(folder))
            watched, draws, share = bench.watched(options.seconds / 5)
            pairs.append(watched / plain)
            print(
                f"{plain:8,.0f} steps/s bare {watched:8,.0f} with the window ({draws:.1f} draws/s,"
                f" {100 * share:.1f} % of its thread)  ratio {watched / plain:.3f}"
            )
        print(f"median ratio {statistics.median(pairs):.3f}, bar >= {SHARE_BAR}")
        gaps = sorted(bench.gaps(options.seconds))
        print(
            f"between two 16 ms ticks: median {statistics.median(gaps):.1f} ms, "
            f"p99 {gaps[int(0.99 * len(gaps))]:.1f} ms, bar <= {TICK_BAR:.0f}, "
            f"longest {gaps[-1]:.1f} ms, {len(gaps)} ticks"
        )
        bench.window.workspace.document.saved(bench.window.workspace.document.settled)
        bench.window.close()
    app.quit()


if __name__ == "__main__":
    main()
