"""What the open window costs a run, and what a run costs the window.

    python -m tests.benchmarks.window [--turns 60] [--seconds 1] [--drag 20]

Trains R1b (flatten, 784-128-64-10, MSE against one-hot rows, SGD, batch 64) on MNIST, found
through NODEGRAPH_DATA, in the whole window with every view on and drawing. One run goes on while
turns alternate: the window lives, or its thread sleeps and nobody takes anything from the run's
own thread, which then does what the command line does. A pair of turns lies so close together
that what else the machine does meets both: their ratio is what being watched costs, and its
quartiles say how sure that is. Beside it stands the loop alone, before the window's run. Then,
while it trains, a node is dragged by mouse events and the time between two ticks of a 16 ms timer
is taken.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point
from nodegraph.recipe import SGD, MSELoss, Recipe
from nodegraph.training.events import Event, Progress
from nodegraph.ui.settings import Settings
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import r1b
from tests.ui.canvas.pointer import Hand

TICK = 16  # milliseconds
BORDER = 2  # reports at the beginning of a turn that tell of the one before
ALONE = 2.0  # seconds
RAW = argparse.RawDescriptionHelpFormatter
SHARE_BAR, TICK_BAR = 0.95, 33.0


def drawing() -> Drawing:
    """R1b as drawn, with epochs enough to outlast every measurement."""
    graph = r1b(activation="")
    places = {node: Point(180 * at, 0) for at, node in enumerate(graph.nodes)}
    recipe = Recipe(
        data="mnist", loss=MSELoss(), target="one_hot", optimizer=SGD(lr=0.01), epochs=10_000
    )
    return Drawing("MyModel", graph, places, recipe)


def speed(told: Sequence[Event]) -> float:
    """Steps a second while steps were taken: tests at the ends of epochs are left out.

    0 where too little was told.
    """
    steps, seconds = 0, 0.0
    for before, after in pairwise(told):
        if not isinstance(before, Progress) or not isinstance(after, Progress):
            continue
        if before.losses and after.losses:
            steps += after.step - before.step
            seconds += after.seconds - before.seconds
    return steps / seconds if seconds else 0.0


def alone(seconds: float, runs: Path) -> float:
    """Steps a second of the loop as the command line runs it, with nothing beside it.

    In a thread that ends, for the main thread of the command line is as fast, and here it has to
    stay free of OpenMP: libgomp gives each thread that asks a team of its own, and with two teams
    alive on two cores the waits of both turn from spinning to sleeping (1,690 to 990 steps/s).
    """
    told: list[Event] = []

    def listen() -> None:
        from nodegraph.training.run import start

        ends = 0.0
        for event in start(drawing(), runs=runs).events():
            told.append(event)
            if isinstance(event, Progress):
                ends = ends or time.monotonic() + seconds
                if time.monotonic() >= ends:
                    return

    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    return speed(told)


class Turn(NamedTuple):
    """A stretch of a run."""

    speed: float  # steps a second
    draws: float  # a second
    share: float  # of the time that the window's thread is at work


class Bench:
    """The whole window on R1b, and a run that goes on in it."""

    def __init__(self, runs: Path) -> None:
        settings = Settings(QSettings(str(runs / "settings.ini"), QSettings.Format.IniFormat))
        self.window = MainWindow(settings)
        self.window.runner.options = Options(runs=runs)
        self.window.workspace.open(drawing())
        self.window.files.opened.emit()
        self.window.show()
        self.told: list[Event] = []  # since a turn began
        self.window.runner.told.connect(self._hear)

    def _hear(self, events: tuple[Event, ...]) -> None:
        self.told += events

    def train(self) -> None:
        """Starts a run and waits until it takes steps."""
        self.told.clear()
        self.window.run_bar.train()
        while not any(isinstance(event, Progress) for event in self.told):
            self.live(0.05)
        self.live(1)

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

    def watched(self, seconds: float) -> Turn:
        """A turn in which the window lives."""
        self.told.clear()
        began, used = time.monotonic(), time.thread_time()
        draws = self.window.curves.pace.draws
        while not speed(self.told[BORDER:]):
            self.live(seconds)
        taken = time.monotonic() - began
        share = (time.thread_time() - used) / taken
        draws = self.window.curves.pace.draws - draws
        return Turn(speed(self.told[BORDER:]), draws / taken, share)

    def asleep(self, seconds: float) -> Turn:
        """A turn in which its thread sleeps; what was told meanwhile comes all at once."""
        self.told.clear()
        while not speed(self.told[BORDER:]):
            time.sleep(seconds)
            count = len(self.told)
            while len(self.told) == count:
                self.live(0.005)
        return Turn(speed(self.told[BORDER:]), 0.0, 0.0)

    def turns(self, count: int, seconds: float) -> Iterator[tuple[Turn, Turn]]:
        """Pairs of turns of one run: watched, and asleep."""
        self.train()
        for number in range(count):
            if number % 2:
                yield self.watched(seconds), self.asleep(seconds)
            else:
                asleep = self.asleep(seconds)
                yield self.watched(seconds), asleep
        self.stop()

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


def told(pairs: Sequence[tuple[Turn, Turn]]) -> None:
    """Prints the speed of both and their ratio."""
    watched, asleep = zip(*pairs, strict=True)
    speeds = [f"{statistics.median(turn.speed for turn in of):,.0f}" for of in (asleep, watched)]
    draws = statistics.median(turn.draws for turn in watched)
    share = 100 * statistics.median(turn.share for turn in watched)
    print(f"{speeds[0]} steps/s unwatched, {speeds[1]} watched", end=" ")
    print(f"({draws:.1f} draws/s, {share:.1f} % of the window's thread)")
    ratios = [turn.speed / other.speed for turn, other in pairs]
    low, middle, high = statistics.quantiles(ratios, n=4)
    print(f"ratio: median {middle:.3f}, quartiles {low:.3f} to {high:.3f}", end=" ")
    print(f"over {len(pairs)} pairs of turns, bar >= {SHARE_BAR}", flush=True)


def main() -> None:
    """Prints both figures with their bars."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=RAW)
    asked.add_argument("--turns", type=int, default=60, help="pairs of them, at least 2")
    asked.add_argument("--seconds", type=float, default=1.0, help="of one turn")
    asked.add_argument("--drag", type=float, default=20.0, help="seconds of dragging")
    options = asked.parse_args()
    if not os.environ.get("NODEGRAPH_DATA"):
        raise SystemExit("Set NODEGRAPH_DATA to the folder that holds MNIST.")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        alone(ALONE, Path(folder))  # warm
        before = alone(ALONE, Path(folder))
        print(f"{before:,.0f} steps/s of the loop alone, before the window", flush=True)
        bench = Bench(Path(folder))
        bench.live(1)
        told(list(bench.turns(options.turns, options.seconds)))
        gaps = sorted(bench.gaps(options.drag))
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
