"""What the open window costs a run, and what a run costs the window.

    python -m tests.benchmarks.window [--rounds 4] [--turns 10] [--seconds 4] [--drag 20]

R1b (flatten, 784-128-64-10, MSE against one-hot rows, SGD, batch 64) trains on MNIST, found through
NODEGRAPH_DATA, twice at the same time: by `nodegraph train --json`, and in the whole window with
every view on and drawing. Each is a process of its own, as it is for people, and one of the two is
always stopped by a signal (so this part needs Linux or macOS). They take turns of seconds, so that
what else the machine does meets both; the ratio of their steps in as much time is what the window
costs, and the quartiles over pairs of turns say how sure that is. Two processes of the very same
command differ by some 2 %, by where their memory lies, so each round has new ones. A window that
goes on after a stop catches up with all that was due, which no window of a person has to: that
half second is left out, and the turns are long beside it. Then, while it trains, a node is dragged
by mouse events and the time between two ticks of a 16 ms timer is taken.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

import nodegraph
from nodegraph.document import Drawing, Point
from nodegraph.recipe import SGD, MSELoss, Recipe
from nodegraph.training.events import Event, as_json
from nodegraph.ui.settings import Settings
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests.networks import r1b
from tests.ui.canvas.pointer import Hand

TICK = 16  # milliseconds
SETTLE = 0.5  # seconds at the beginning of a turn in which a window catches up with what was due
WARM = 3.0  # seconds that each trains before the first turn
RAW = argparse.RawDescriptionHelpFormatter
SHARE_BAR, TICK_BAR = 0.95, 33.0
Line = dict[str, Any]  # an event as JSON has it, from the window with what its thread has spent


def drawing() -> Drawing:
    """R1b as drawn, with epochs enough to outlast every measurement."""
    graph = r1b(activation="")
    places = {node: Point(180 * at, 0) for at, node in enumerate(graph.nodes)}
    recipe = Recipe(
        data="mnist", loss=MSELoss(), target="one_hot", optimizer=SGD(lr=0.01), epochs=10_000
    )
    return Drawing("MyModel", graph, places, recipe)


class Bench:
    """The whole window on R1b, and a run that goes on in it."""

    def __init__(self, runs: Path) -> None:
        settings = Settings(QSettings(str(runs / "settings.ini"), QSettings.Format.IniFormat))
        self.window = MainWindow(settings)
        self.window.runner.options = Options(runs=runs)
        self.window.workspace.open(drawing())
        self.window.files.opened.emit()
        self.window.show()
        self.live(1)

    def train(self) -> None:
        """Starts a run and waits until it takes steps."""
        self.window.run_bar.train()
        while self.window.runner.state is not State.RUNNING:
            self.live(0.05)
        self.live(1)

    def close(self) -> None:
        """Ends the run and the window."""
        self.window.runner.stop()
        while self.window.runner.state is not State.IDLE:
            self.live(0.05)
        self.window.workspace.document.saved(self.window.workspace.document.settled)
        self.window.close()

    def live(self, seconds: float) -> None:
        """Lets the window live as it does for a person who only watches."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def tell(self) -> None:
        """Trains for ever and prints every event, as the command line does."""

        def hear(events: Sequence[Event]) -> None:
            spent = {"draws": self.window.curves.pace.draws, "busy": time.thread_time()}
            for event in events:
                print(json.dumps({**as_json(event), **spent}), flush=True)

        self.window.runner.told.connect(hear)
        self.window.run_bar.train()
        QEventLoop().exec()

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
        return [1000 * (b - a) for a, b in pairwise(ticks)]

    def _drag(self) -> Generator[None]:
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


class Turn(NamedTuple):
    """A stretch of a run."""

    steps: int  # 0 where too little was told
    seconds: float  # that they took
    draws: float  # of the views, a second
    share: float  # of the time that the window's thread is at work

    @property
    def speed(self) -> float:
        """Steps a second."""
        return self.steps / self.seconds


class Trainer:
    """A process that trains, tells its events as JSON lines, and stands still but for its turns."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._lines: list[Line] = []
        threading.Thread(target=self._listen, daemon=True).start()
        while not any("losses" in line for line in self._lines):
            time.sleep(0.05)
            if self._process.poll() is not None:
                raise SystemExit(f"{' '.join(arguments)} ended before it trained")
        time.sleep(WARM)
        self._process.send_signal(signal.SIGSTOP)

    def turn(self, seconds: float) -> Turn:
        """Goes on for so long."""
        self._process.send_signal(signal.SIGCONT)
        time.sleep(SETTLE)
        self._lines.clear()
        time.sleep(seconds)
        lines = list(self._lines)
        self._process.send_signal(signal.SIGSTOP)
        return measured(lines)

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self._process.kill()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(json.loads(line))


def measured(lines: Sequence[Line]) -> Turn:
    """What the events of a turn say; the tests at the ends of epochs are left out."""
    steps, seconds = 0, 0.0
    for before, after in pairwise(lines):
        if before.get("losses") and after.get("losses"):
            steps += after["step"] - before["step"]
            seconds += after["seconds"] - before["seconds"]
    if not steps:
        return Turn(0, 0.0, 0.0, 0.0)
    first, last = lines[0], lines[-1]
    draws, busy = (last.get(key, 0) - first.get(key, 0) for key in ("draws", "busy"))
    return Turn(steps, seconds, draws / seconds, busy / seconds)


def turns(count: int, seconds: float, runs: Path) -> Iterator[tuple[Turn, Turn]]:
    """Pairs of turns of two new processes: the window, and the command line."""
    file = runs / "r1b.nodegraph"
    nodegraph.save(drawing(), file)
    command = Trainer("nodegraph", "train", str(file), "--runs", str(runs), "--json")
    window = Trainer("tests.benchmarks.window", "--tell", str(runs))
    for number in range(count):
        first, second = (window, command) if number % 2 else (command, window)
        told = {trainer: trainer.turn(seconds) for trainer in (first, second)}
        if told[window].steps and told[command].steps:
            yield told[window], told[command]
    command.end()
    window.end()


def ratio(pairs: Sequence[tuple[Turn, Turn]]) -> float:
    """The window's steps in a second to those of the command line, over all turns."""
    steps, seconds = (
        [sum(getattr(turn, key) for turn in of) for of in zip(*pairs, strict=True)]
        for key in ("steps", "seconds")
    )
    both: float = (steps[0] / seconds[0]) / (steps[1] / seconds[1])
    return both


def show(rounds: Sequence[Sequence[tuple[Turn, Turn]]]) -> None:
    """Prints the speed of both and their ratio."""
    pairs = [pair for pairs in rounds for pair in pairs]
    window, command = zip(*pairs, strict=True)
    speeds = [f"{statistics.median(turn.speed for turn in of):,.0f}" for of in (command, window)]
    draws = statistics.median(turn.draws for turn in window)
    share = 100 * statistics.median(turn.share for turn in window)
    print(f"{speeds[0]} steps/s by the command line, {speeds[1]} in the window", end=" ")
    print(f"({draws:.1f} draws/s, {share:.1f} % of the window's thread)")
    single = [turn.speed / other.speed for turn, other in pairs]
    low, _, high = statistics.quantiles(single, n=4)
    print(f"ratio: {ratio(pairs):.3f}, quartiles {low:.3f} to {high:.3f}", end=" ")
    print(f"over {len(pairs)} pairs of turns, rounds", end=" ")
    print(", ".join(f"{ratio(pairs):.3f}" for pairs in rounds), end=f"; bar >= {SHARE_BAR}\n")
    sys.stdout.flush()


def main() -> None:
    """Prints both figures with their bars."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=RAW)
    asked.add_argument("--rounds", type=int, default=4, help="each with new processes")
    asked.add_argument("--turns", type=int, default=10, help="pairs of them a round, at least 2")
    asked.add_argument("--seconds", type=float, default=4.0, help="of one turn")
    asked.add_argument("--drag", type=float, default=20.0, help="seconds of dragging")
    asked.add_argument("--tell", type=Path, help="only train in the window, with runs kept here")
    options = asked.parse_args()
    if not os.environ.get("NODEGRAPH_DATA"):
        raise SystemExit("Set NODEGRAPH_DATA to the folder that holds MNIST.")
    app = QApplication([])
    if options.tell:
        Bench(options.tell).tell()
    with tempfile.TemporaryDirectory() as folder:
        runs = Path(folder)
        each = [options.turns, options.seconds, runs]
        show([list(turns(*each)) for _ in range(options.rounds)])
        bench = Bench(runs)
        gaps = sorted(bench.gaps(options.drag))
        print(
            f"between two 16 ms ticks: median {statistics.median(gaps):.1f} ms, "
            f"p99 {gaps[int(0.99 * len(gaps))]:.1f} ms, bar <= {TICK_BAR:.0f}, "
            f"longest {gaps[-1]:.1f} ms, {len(gaps)} ticks"
        )
        bench.close()
    app.quit()


if __name__ == "__main__":
    main()
