"""How long an edit takes until all that follows from it is known.

    python -m tests.benchmarks.editing

Each row is the fastest, the median and the slowest of many edits, in milliseconds on this machine.
Beside them stands a piece of work that is always the same: as far as its median is above its
fastest, the machine did something else, and so it was for the other rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nodegraph.analysis import check
from nodegraph.codegen.module import write
from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, NodeId
from nodegraph.recipe import Recipe
from nodegraph.ui.settings import Settings
from nodegraph.ui.window import MainWindow
from tests.networks import residual

WARM = 3  # edits before those that are timed
T = TypeVar("T")


class Row(NamedTuple):
    """One line of the table: times in milliseconds, `bar` the most the median may be; 0: none."""

    what: str
    fastest: float
    middle: float
    slowest: float
    bar: float


def middle(graph: Graph) -> NodeId:
    """The first convolution of the block in the middle: any number of filters fits the second."""
    convolutions = [i for i in graph.order if graph.nodes[i].layer.kind == "Conv2d"]
    return next(i for i in convolutions[len(convolutions) // 2 :] if i.endswith("a"))


def edited(graph: Graph, times: int) -> Iterator[Graph]:
    """Graphs in which the filters of the convolution in the middle differ, by turns."""
    node_id = middle(graph)
    for turn in range(times):
        layer = replace(graph.nodes[node_id].layer, out_channels=17 + turn)
        yield graph.replace(node_id, layer)


def backwards(graph: Graph) -> Graph:
    """The same network with its nodes added in the opposite order."""
    return Graph(dict(reversed(graph.nodes.items())), graph.starts)


def timed(what: str, bar: float, work: Callable[[T], object], edits: Iterable[T]) -> Row:
    """Does the work once for each edit; what an edit needs before is not in it."""
    taken = []
    for edit in edits:
        start = perf_counter()
        work(edit)
        taken.append(1e3 * (perf_counter() - start))
    taken = taken[WARM:]
    return Row(what, min(taken), median(taken), max(taken), bar)


def the_same(_turn: int) -> int:
    """Some milliseconds of plain Python: objects, names and numbers, as in the rows below."""
    kept = {str(number % 500): (number, number * number) for number in range(20_000)}
    return sum(square for _, square in kept.values())


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


def typing(line: QLineEdit, times: int) -> Iterator[int]:
    """Puts one number after the other into a field, up to its Enter."""
    for value in range(17, 17 + times):
        line.selectAll()
        QTest.keyClicks(line, str(value))
        yield value


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

        window.workspace.select((middle(graph),))
        app.processEvents()
        assert window.editor.inspector.form is not None
        (line,) = window.editor.inspector.form.findChildren(QLineEdit, "setting_out_channels")
        line.setFocus()

        def enter(value: int) -> None:
            QTest.keyClick(line, Qt.Key.Key_Return)
            app.processEvents()
            layer = window.workspace.drawing.graph.nodes[middle(graph)].layer
            assert vars(layer)["out_channels"] == value

        yield timed("the same, from Enter in the inspector", 30.0, enter, typing(line, 50))
        window.workspace.document.saved(window.workspace.document.settled)
        window.close()


def main() -> None:
    """Prints the table."""
    print(f"{'ms':58}{'fastest':>9}{'median':>9}{'slowest':>9}{'bar':>9}")
    unrest = timed("always the same work, for the machine's unrest", 0.0, the_same, range(100))
    for what, *times, bar in (unrest, *checks(), *writes(), *screens()):
        shown = f"{bar:9.1f}" if bar else ""
        print(f"{what:58}" + "".join(f"{time:9.2f}" for time in times) + shown)


if __name__ == "__main__":
    main()
