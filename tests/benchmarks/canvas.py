"""How long the canvas takes to show and change networks of 200 to 10,000 nodes.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.canvas [NODES ...] [--out FILE]
        [--compare [FILE]] [--leak]

Medians of many frames, the least of three tries, in milliseconds of processor time on this
machine, in a window of 1600×1000; beside them the most that 2,000 nodes may take. `open` is from
the file to the first paint; `zoom through tiers` are quick steps, of which over many nodes most
scale a frame; `wires after it` are those that wait for the frame of the undo; `key in the search`
is a letter typed to find a layer for a wire's end, until what is found and the ghost are painted.
The run is written as JSON, each time also as a ratio to a fixed piece of work done in the same
run; `--compare` holds those against the kept run, `canvas.json` beside this file, and ends with 1
when one is more than 1.25 times as much. A new kept run is `--out` to that file, on a machine that
does nothing else. `--leak` is what 20 drawings of 2,000 nodes, opened and closed, leave in memory.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, cycle
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.document import Point, edits, load, save
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.theme import DARK
from nodegraph.ui.uncollected import uncollected
from nodegraph.ui.workspace import Workspace
from tests.benchmarks.baseline import KEPT, calibration, read, told, worse, write
from tests.ui.canvas.ladder import ladder

RAW = argparse.RawDescriptionHelpFormatter
FRAMES = 25
TRIES = 3  # of each size
SIZES = (200, 1_000, 2_000, 5_000, 10_000)
MIDDLE = QPointF(800, 500)
BARS = {
    "open": 1000, "fit": 12, "zoom": 16, "zoom through tiers": 16, "pan": 2, "hover": 0.5,
    "drag 1": 3, "drag 200": 20, "drag 500": 33, "undo of 200 moved": 20, "wires after it": 20,
    "key in the search": 30,
}  # fmt: skip
LEAK = 5.0  # % of memory


def timed(act: Callable[[], object], frames: int = FRAMES) -> float:
    """Milliseconds for the act and the frame that shows it; the median of many."""
    found = []
    for _ in range(frames):
        start = process_time()
        act()
        QApplication.processEvents()
        found.append((process_time() - start) * 1e3)
    return median(found)


def after(before: Callable[[], object], act: Callable[[], object]) -> float:
    """The same for an act that follows another and its frame."""
    found = []
    for _ in range(10):
        before()
        QApplication.processEvents()
        found.append(timed(act, 1))
    return median(found)


def opened(path: Path) -> Canvas:
    """A canvas on the drawing in a file, shown; opened as the program opens it."""
    with uncollected():
        workspace = Workspace(load(path))
        canvas = Canvas(workspace, DARK)
    workspace.setParent(canvas)
    canvas.resize(1600, 1000)
    canvas.show()
    return canvas


def dragged(canvas: Canvas, number: int) -> Callable[[], None]:
    """An act that moves that many of the nodes a little, the visible ones first."""
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


def undone(canvas: Canvas) -> Callable[[], object]:
    """An act that takes a move of 200 nodes back, and brings it again the next time."""
    document = canvas.workspace.document
    dragged(canvas, 200)()
    document.do("Moved 200 nodes", document.drawing)
    QApplication.processEvents()
    ways = cycle((document.undo, document.redo))
    return lambda: next(ways)()


def typed(canvas: Canvas) -> Callable[[], object]:
    """An act that types the next letter of some names, behind a node in view."""
    [item, *_] = canvas.graph_scene.nodes_in(canvas.visible_area())
    port = item.ports(outputs=True)[0]
    canvas.adding.behind(port, canvas.port_pos(port) + QPoint(60, 0))
    QApplication.processEvents()
    field = canvas.adding.popup.field
    letters = cycle("conv2d relu linear max")

    def act() -> None:
        letter = next(letters)
        if letter == " ":
            field.selectAll()
            letter = next(letters)
        QTest.keyClick(field, letter)

    return act


def rows(nodes: int) -> Iterator[tuple[str, float]]:
    """What was done, and how long it took."""
    made: list[Canvas] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ladder.ngraph"
        save(ladder(nodes), path)
        yield "open", timed(lambda: made.append(opened(path)), 1)
    [canvas] = made
    yield "fit", timed(canvas.viewport().update)
    yield "zoom", timed(zooming(canvas, 1.2))
    yield "zoom through tiers", timed(zooming(canvas, *[1.2] * 12))
    canvas.zoom_reset()
    QApplication.processEvents()
    ways = cycle((10, -10))
    yield "pan", timed(lambda: canvas.scroll_by(next(ways), 0))
    points = cycle(QPoint(x, 300) for x in range(100, 1500, 7))
    yield "hover", timed(lambda: canvas.hover.follow(next(points)), 200)
    for number in (1, 200, 500):
        if number <= nodes:
            yield f"drag {number}", timed(dragged(canvas, number))
            canvas.workspace.document.cancel()
    back = undone(canvas)
    yield "undo of 200 moved", timed(back, 10)
    yield "wires after it", after(back, canvas.graph_scene.settle)
    yield "key in the search", timed(typed(canvas), 22)
    canvas.close()
    shiboken6.delete(canvas)


def zooming(canvas: Canvas, *factors: float) -> Callable[[], None]:
    """An act that zooms by the next factor, and back once they are through."""
    steps = cycle((*factors, *(1 / factor for factor in reversed(factors))))
    return lambda: canvas.zoom_at(MIDDLE, next(steps))


def leak(times: int) -> float:
    """By how much memory grows, in %, while drawings of 2,000 nodes are opened and closed."""
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ladder.ngraph"
        save(ladder(2_000), path)
        for _ in range(times + 2):
            canvas = opened(path)
            QApplication.processEvents()
            canvas.close()
            shiboken6.delete(canvas)
            del canvas
            gc.collect()
            sizes.append(resident())
    # The first two fill caches that live as long as the program.
    return 100 * (sizes[-1] / sizes[1] - 1)


def resident() -> int:
    """The memory of this process, in pages."""
    return int(Path("/proc/self/statm").read_text().split()[1])


def measured(nodes: int) -> tuple[dict[str, float], float]:
    """What each act takes, and what the fixed work takes around it."""
    before = calibration()
    times = dict(rows(nodes))
    return times, (before + calibration()) / 2


def run(sizes: Sequence[int]) -> dict[str, Any]:
    """A run as it is written. Noise only ever adds, so of several tries the least counts."""
    found, units = {}, {}
    for size in sizes:
        tries = [measured(size) for _ in range(TRIES)]
        acts = tries[0][0]
        found[size] = {act: min(times[act] for times, _ in tries) for act in acts}
        units[size] = min(unit for _, unit in tries)
    return told(found, units, BARS)


def show(now: Mapping[str, Any]) -> None:
    """Prints the table, with the budgets beside it."""
    sizes = list(now["nodes"])
    print(f"{'ms':20}" + "".join(f"{int(size):>9,}" for size in sizes) + f"{'bar':>9}")
    for what, bar in BARS.items():
        entries = (now["nodes"][size].get(what) for size in sizes)
        line = "".join(f"{format(e['ms'], '.2f') if e else '':>9}" for e in entries)
        print(f"{what:20}{line}{bar:9.1f}")
    units = "".join(f"{unit:9.2f}" for unit in now["calibration_ms"].values())
    print(f"{'the fixed work':20}{units}")


def main(words: Sequence[str] | None = None) -> int:
    """Prints and writes a run; 1 when it is compared and something became slower."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=RAW)
    parser.add_argument("nodes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--out", type=Path, default=Path("canvas-frames.json"))
    parser.add_argument("--compare", type=Path, nargs="?", const=KEPT)
    parser.add_argument("--leak", action="store_true", help="also what closed drawings leave")
    asked = parser.parse_args(words)
    kept = read(asked.compare) if asked.compare is not None else None
    now = run(asked.nodes)
    show(now)
    write(asked.out, now)
    slower = worse(now, kept) if kept is not None else []
    for sentence in slower:
        print(sentence)
    if asked.leak:
        print(f"leak {leak(20):.1f} % (at most {LEAK:.0f})")
    app.processEvents()
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
