"""Who lies above whom in each layer, so that few wires cross.

A wire that passes layers has a bend in each; the wires of one output share theirs, so the cost
is nodes + layers × outputs in use. Where the bends lie follows from the order of the nodes
alone: a tidied drawing, tidied again, finds the same bends and so moves nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass

from nodegraph.document.tidy.net import Net

SWEEPS = 6
Rows = list[list[int]]  # for each layer its items, from the top
Edge = tuple[int, float, float]  # the other item, where on it, where on this one


@dataclass(frozen=True)
class Layered:
    """Nodes and behind them bends, as items; each edge joins neighbouring layers."""

    nodes: int  # how many items are nodes
    height: list[float]  # px; a bend has none
    source: list[int]  # a bend's is the node its wire leaves, a node's the node itself
    before: list[list[Edge]]
    after: list[list[Edge]]
    bends: Rows
    reached: list[list[int]]  # for each bend, the layers where its wire reaches nodes

    @staticmethod
    def of(net: Net, rank: list[int]) -> Layered:
        """With a bend in each layer that a wire passes."""
        count = len(net.ids)
        layered = Layered(
            count, [size.height for size in net.sizes], list(range(count)),
            [[] for _ in range(count)], [[] for _ in range(count)],
            [[] for _ in range(max(rank) + 1)], [],
        )  # fmt: skip
        far: dict[tuple[int, float], list[tuple[int, float]]] = {}
        for source, leaves, target, arrives in net.lines:
            if rank[target] == rank[source] + 1:
                layered._join(source, leaves, target, arrives)
            else:
                far.setdefault((source, leaves), []).append((target, arrives))
        for (source, leaves), targets in far.items():
            layered._pass(source, leaves, targets, rank)
        return layered

    def _join(self, source: int, leaves: float, target: int, arrives: float) -> None:
        self.after[source].append((target, arrives, leaves))
        self.before[target].append((source, leaves, arrives))

    def _pass(
        self, source: int, leaves: float, targets: list[tuple[int, float]], rank: list[int]
    ) -> None:
        reached = sorted({rank[target] for target, _ in targets})
        first, item, at = len(self.height), source, leaves
        for layer in range(rank[source] + 1, reached[-1]):
            bend = len(self.height)
            self.height.append(0.0)
            self.source.append(source)
            self.before.append([])
            self.after.append([])
            self.bends[layer].append(bend)
            self.reached.append(reached)
            self._join(item, at, bend, 0.5)
            item, at = bend, 0.5
        for target, arrives in targets:
            self._join(first + rank[target] - rank[source] - 2, 0.5, target, arrives)


def with_bends(layered: Layered, rows: Rows, step: Callable[[], None]) -> Rows:
    """The nodes in this order, and between them the bends where their wires cross least.

    `step` is called at each layer, and may raise to end it.
    """
    position = [0] * len(layered.height)
    full: Rows = []
    for layer, row in enumerate(rows):
        step()
        if layered.bends[layer]:
            row = _one_with_bends(layered, layer, row, position)
        for place, item in enumerate(row):
            position[item] = place
        full.append(row)
    return full


def _one_with_bends(layered: Layered, layer: int, row: list[int], position: list[int]) -> list[int]:
    before = layered.before
    arrivals = [sorted(position[a] + leaves for a, leaves, _ in before[node]) for node in row]
    gaps: list[list[tuple[float, int]]] = [[] for _ in range(len(row) + 1)]
    starting: list[tuple[float, int]] = []
    for bend in layered.bends[layer]:
        ((item, leaves, _),) = before[bend]
        key = position[item] + leaves
        if item < layered.nodes:
            starting.append((key, bend))
        else:
            insort(gaps[_best_gaps(key, arrivals)[0]], (key, bend))
    for key, bend in sorted(starting):
        # Above all that leaves the same node or below it: around the block, not through it.
        first, last = _best_gaps(key, arrivals)
        above, below = (_in_the_way(layered, layer, bend, gaps[gap]) for gap in (first, last))
        insort(gaps[last if below < above else first], (key, bend))
    full = [bend for _, bend in gaps[0]]
    for node, gap in zip(row, gaps[1:], strict=True):
        full.append(node)
        full.extend(bend for _, bend in gap)
    return full


def _best_gaps(key: float, arrivals: list[list[float]]) -> tuple[int, int]:
    """The first and the last gap between nodes where a wire from there crosses fewest."""
    least = cost = sum(bisect_left(keys, key) for keys in arrivals)
    first = last = 0
    for gap, keys in enumerate(arrivals, 1):
        cost += len(keys) - bisect_right(keys, key) - bisect_left(keys, key)
        if cost < least:
            least, first = cost, gap
        if cost == least:
            last = gap
    return first, last


def _in_the_way(layered: Layered, layer: int, bend: int, others: list[tuple[float, int]]) -> int:
    reached, nodes = layered.reached, layered.nodes
    end = reached[bend - nodes][-1]
    return sum(
        bisect_left(ends, end) - bisect_right(ends, layer)
        for _, other in others
        if (ends := reached[other - nodes])
    )


def crossings(layered: Layered, rows: Rows) -> int:
    """How many pairs of wires cross between neighbouring layers."""
    position = positions(layered, rows)
    total = 0
    for row in rows:
        arrivals: list[float] = []
        for item in row:
            edges = layered.before[item]
            if len(edges) == 1:
                arrivals.append(position[edges[0][0]] + edges[0][1])
            else:
                arrivals.extend(
                    key for _, key in sorted((own, position[a] + at) for a, at, own in edges)
                )
        if arrivals != (ordered := sorted(arrivals)):
            ordered = []
            for key in arrivals:
                total += len(ordered) - bisect_right(ordered, key)
                insort(ordered, key)
    return total


def untangled(layered: Layered, full: Rows, step: Callable[[], None]) -> Rows:
    """The order with the fewest crossings met in a few sweeps to the right and back."""
    best, fewest = full, crossings(layered, full)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        step()
        rows = _swept(layered, full, to_the_right=sweep % 2 == 0)
        full = with_bends(layered, rows, step)
        count = crossings(layered, full)
        if count < fewest:
            best, fewest = full, count
    return best


def _swept(layered: Layered, rows: Rows, to_the_right: bool) -> Rows:
    """The nodes of each layer by the mean height of what they are wired to on one side."""
    near = layered.before if to_the_right else layered.after
    position = positions(layered, rows)
    swept: Rows = [[] for _ in rows]
    layers = range(len(rows)) if to_the_right else range(len(rows) - 1, -1, -1)
    for layer in layers:
        row = rows[layer]
        if len(row) > 1:
            middle = {
                item: sum(position[a] + at - own for a, at, own in near[item]) / len(near[item])
                if near[item]
                else float(position[item])
                for item in row
            }
            row = sorted(row, key=middle.__getitem__)
            for place, item in enumerate(row):
                position[item] = place
        swept[layer] = [item for item in row if item < layered.nodes]
    return swept


def positions(layered: Layered, rows: Rows) -> list[int]:
    """Of every item: its place in its row, counted from the top."""
    position = [0] * len(layered.height)
    for row in rows:
        for place, item in enumerate(row):
            position[item] = place
    return position
