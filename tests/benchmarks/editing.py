"""How long an edit takes until all that follows from it is known.

    python -m tests.benchmarks.editing

Each row is the fastest, the median and the slowest of many edits, in milliseconds on this machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from nodegraph.analysis import check
from nodegraph.codegen.module import write
from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from nodegraph.recipe import Recipe
from nodegraph.ui.settings import Settings
from nodegraph.ui.window import MainWindow
from tests.networks import residual


class Row(NamedTuple):
    """One line of the table: times in milliseconds, `bar` the most the median may be."""

    what: str
    fastest: float
    middle: float
    slowest: float
    bar: float


def edited(graph: Graph, times: int) -> Iterator[Graph]:
    """Graphs in which the filters of the convolution in the middle differ, by turns.

    Two convolutions of one block change together, so every type behind them stays right.
    """
    convolutions = [i for i in graph.order if graph.nodes[i].layer.kind == "Conv2d"]
    node_id = next(i for i in convolutions[len(convolutions) // 2 :] if i.endswith("a"))
    for turn in range(times):
        layer = replace(graph.nodes[node_id].layer, out_channels=17 + turn)
        yield graph.replace(node_id, layer)


def backwards(graph: Graph) -> Graph:
    """The same network with its nodes added in the opposite order."""
    return Graph(dict(reversed(graph.nodes.items())), graph.starts)


def timed(what: str, bar: float, work: Callable[[Graph], object], graphs: Iterator[Graph]) -> Row:
    """Runs the work once for each graph."""
    taken = []
    for graph in graphs:
        start = perf_counter()
        work(graph)
        taken.append(1e3 * (perf_counter() - start))
    return Row(what, min(taken), median(taken), max(taken), bar)


def checks() -> Iterator[Row]:
    """The checker on residual networks, with the recipe, after an edit and from nothing."""
    recipe = Recipe()
    for blocks, bar in ((27, 3.0), (232, 50.0)):
        graph = residual(blocks)
        nodes = len(graph.nodes)
        assert check(graph, recipe).ok
        yield timed(
            f"check of {nodes} nodes after an edit in the middle",
            bar,
            lambda graph: check(graph, recipe),
            edited(graph, 50),
        )
        yield timed(
            "the same, drawn from the output on (sorted anew)",
            bar,
            lambda graph: check(graph, recipe),
            (backwards(changed) for changed in edited(graph, 20)),
        )


def writes() -> Iterator[Row]:
    """The writer on a thousand nodes, checked already."""
    graphs = list(edited(residual(142), 20))
    reports = {id(graph): check(graph) for graph in graphs}
    yield timed(
        f"write of {len(graphs[0].nodes)} nodes",
        30.0,
        lambda graph: write(graph, reports[id(graph)], "Residual"),
        iter(graphs),
    )


def screens() -> Iterator[Row]:
    """The whole window: from an edit until shapes, problems and code are painted."""
    app = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as folder:
        ini = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
        window = MainWindow(Settings(ini))
        window.resize(1600, 1000)
        graph = residual(14)
        places = {
            node: Point(180 * (n % 12), 120 * (n // 12)) for n, node in enumerate(graph.order)
        }
        window.workspace.open(Drawing("Residual", graph, places))
        window.show_editor()
        window.show()
        window.load_after_paint()
        app.processEvents()

        def edit(graph: Graph) -> None:
            drawing = window.workspace.drawing
            window.workspace.do("Set out_channels", replace(drawing, graph=graph))
            app.processEvents()  # paints what has changed

        name = f"a setting changed in the window, {len(graph.nodes)} nodes"
        yield timed(name, 30.0, edit, edited(graph, 50))
        window.workspace.document.saved(window.workspace.document.settled)
        window.close()


def main() -> None:
    """Prints the table."""
    print(f"{'ms':58}{'fastest':>9}{'median':>9}{'slowest':>9}{'bar':>9}")
    for what, *times, bar in (*checks(), *writes(), *screens()):
        print(f"{what:58}" + "".join(f"{time:9.2f}" for time in times) + f"{bar:9.1f}")


if __name__ == "__main__":
    main()
