"""Fits each layer to its neighbours: every item as level as can be with what it is wired to.

The spine lies on the line 0. What continues a straight run hardly gives way, a wire that only
passes gives way at once. What is wired alike, such as the branches of a fork, comes to lie evenly
about the fork.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil, inf

from nodegraph.document.drawing import GRID
from nodegraph.document.tidy.blocks import Blocks
from nodegraph.document.tidy.order import Edge, Layered, Rows

BETWEEN = 48  # px between two nodes: a shape's text under the upper one, and air
OVER, UNDER = 18, 32  # px of a passing wire above a node, and below one, where its text stands
LANE = 16  # px between two passing wires
SPINE, FIRM = 1e9, 1e3  # how hard it is to push the spine, a node of a run,
PLAIN, SOFT, LIGHT = 1.0, 1e-1, 1e-2  # another node, a run of bends and another bend

Gaps = dict[tuple[int, int], float]


def gaps_of(layered: Layered, rows: Rows, blocks: Blocks) -> Gaps:
    """How far a block's line must lie below that of the one above it, in any layer, in px."""
    gaps: Gaps = {}
    of, offset = blocks.of, blocks.offset
    for row in rows:
        for upper, lower in pairwise(row):
            gap = _apart(layered, upper, lower) + offset[upper] - offset[lower]
            pair = of[upper], of[lower]
            gaps[pair] = max(gap, gaps.get(pair, -inf))
    return gaps


def _apart(layered: Layered, upper: int, lower: int) -> float:
    above, below = layered.height[upper], layered.height[lower]
    if upper < layered.nodes and lower < layered.nodes:
        middles, step = (above + below) / 2 + BETWEEN, 2 * GRID
    elif upper >= layered.nodes and lower >= layered.nodes:
        middles, step = LANE, GRID
    else:
        middles, step = (above + below) / 2 + (UNDER if upper < layered.nodes else OVER), GRID
    # Whole steps between the middles: rows lie evenly about a node, and on the grid.
    return ceil(middles / step) * step + (above - below) / 2


class Fit:
    """The top of each item in px, fitted to what feeds it; what nothing feeds, to what it feeds."""

    def __init__(self, layered: Layered, rows: Rows, blocks: Blocks, gaps: Gaps) -> None:
        self._layered, self._blocks, self._gaps = layered, blocks, gaps
        self.tops = [-height / 2 for height in layered.height]
        for row in rows:
            self._row(row, layered.before)
        for row in reversed(rows):
            self._row(row, layered.after, to_the_left=True)

    def _row(self, row: list[int], near: list[list[Edge]], to_the_left: bool = False) -> None:
        wanted = [self._wanted(item, near[item], to_the_left) for item in row]
        if len(row) == 1:
            self.tops[row[0]] = wanted[0][0]
            return
        of, offset = self._blocks.of, self._blocks.offset
        shifts = [0.0]
        for above, item in pairwise(row):
            gap = self._gaps[of[above], of[item]] + offset[item] - offset[above]
            shifts.append(shifts[-1] + gap)
        for item, place in zip(row, _pooled(wanted, shifts), strict=True):
            self.tops[item] = place

    def _wanted(self, item: int, edges: list[Edge], to_the_left: bool) -> tuple[float, float]:
        """Where an item wants its top, and how much."""
        of, offset = self._blocks.of, self._blocks.offset
        tops, height = self.tops, self._layered.height
        block, nodes = of[item], self._blocks.nodes[of[item]]
        if block in self._blocks.spine:
            return offset[item], SPINE
        if to_the_left and block not in self._blocks.unfed:
            return tops[item], FIRM
        for other, _, _ in edges:
            if of[other] == block:
                return tops[other] + offset[item] - offset[other], FIRM * nodes + SOFT
        if not edges:
            return tops[item], LIGHT
        reach = sum(tops[o] + at * height[o] - own * height[item] for o, at, own in edges)
        return reach / len(edges), PLAIN if nodes else LIGHT


def _pooled(wanted: list[tuple[float, float]], shifts: list[float]) -> list[float]:
    """The places nearest to the wanted ones by weighted squares, each its shift below the first.

    Neighbours that come too near are pooled and lie about the mean of their wishes.
    """
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for (want, weight), shift in zip(wanted, shifts, strict=True):
        mean, heft, many = want - shift, weight, 1
        while pools and pools[-1][0] >= mean:
            other, other_heft, count = pools.pop()
            mean = (mean * heft + other * other_heft) / (heft + other_heft)
            heft += other_heft
            many += count
        pools.append((mean, heft, many))
    means = (mean for mean, _, many in pools for _ in range(many))
    return [mean + shift for mean, shift in zip(means, shifts, strict=True)]
