"""How long tidying takes, and how long one waits after pressing Cancel.

    python -m tests.benchmarks.tidy

Each row is the fastest of five runs on nodes that lie anywhere, the longest time between two
looks at Cancel in any of them, and the same for a drawing that is tidy already, in
milliseconds on this machine. Leaves with 1 when a bar is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple

from nodegraph.document import Drawing
from nodegraph.document.tidy import tidy
from nodegraph.graph import Graph
from tests import graphs
from tests.document.test_tidy import scattered

BAR = 300.0  # ms for every network of the table
CANCEL_BAR = 100.0  # ms from pressing Cancel
LOOP_BAR = 10.0  # ms to know whether a wire would make a loop
RUNS = 5

NETWORKS: dict[str, Callable[[], Graph]] = {
    "ladder(2,000)": lambda: graphs.ladder(2_000),
    "resnet(250)": lambda: graphs.resnet(250),
    "transformer(44)": lambda: graphs.transformer(44),
    "dense(96)": lambda: graphs.dense(96),
    "chain(5,000)": lambda: graphs.chain(5_000),
    "big_classifier()": graphs.big_classifier,
    "star(1,000)": lambda: graphs.star(1_000),
    "random_dag(300)": lambda: graphs.random_dag(300, 1),
}


class Row(NamedTuple):
    """One line of the table, in milliseconds."""

    what: str
    nodes: int
    fastest: float
    unasked: float  # longest time between two looks at Cancel
    again: float


def timed(drawing: Drawing) -> tuple[float, float, Drawing]:
    """Milliseconds for one tidying, and the longest between two looks at Cancel."""
    start = last = perf_counter()
    longest = 0.0

    def cancelled() -> bool:
        nonlocal last, longest
        now = perf_counter()
        longest, last = max(longest, now - last), now
        return False

    tidied = tidy(drawing, cancelled=cancelled)
    cancelled()
    return 1e3 * (last - start), 1e3 * longest, tidied


def row(what: str, graph: Graph) -> Row:
    """Tidies one network several times."""
    runs = [timed(scattered(graph, seed)) for seed in range(RUNS)]
    again = min(timed(runs[0][2])[0] for _ in range(RUNS))
    return Row(
        what, len(graph.nodes), min(r[0] for r in runs), min(r[1] for r in runs), again
    )  # fmt: skip


def looped(graph: Graph) -> float:
    """Milliseconds to see that a wire from the last node to the first would make a loop."""
    first, *_, last = graph.order
    start = perf_counter()
    assert graph.leads_to(first, last)
    return 1e3 * (perf_counter() - start)


def main() -> int:
    """Prints the table; 1 when a bar is missed."""
    good = True
    print(f"{'':20}{'nodes':>7}{'tidy':>9}{'bar':>7}{'cancel':>9}{'bar':>7}{'again':>9}   ms")
    for what, make in NETWORKS.items():
        r = row(what, make())
        good &= r.fastest <= BAR and r.unasked <= CANCEL_BAR
        print(
            f"{r.what:20}{r.nodes:7,}{r.fastest:9.1f}{BAR:7.0f}"
            f"{r.unasked:9.1f}{CANCEL_BAR:7.0f}{r.again:9.1f}"
        )
    for what, graph in (
        ("ladder(2,000)", graphs.ladder(2_000)),
        ("dense(200)", graphs.dense(200)),
    ):
        taken = min(looped(graph) for _ in range(RUNS))
        good &= taken <= LOOP_BAR
        print(f"a loop in {what:22}{taken:6.2f}{LOOP_BAR:7.0f}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
