"""From rows to pixels: straight blocks near to what they are wired to, and nothing overlaps.

A block takes the middle of what its items were fitted to, the heavier choosing first; what the
order demands of the others follows at once, so every choice leaves room for the rest.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import ceil, floor, inf

from nodegraph.document.drawing import GRID
from nodegraph.document.tidy.blocks import Blocks
from nodegraph.document.tidy.fit import Fit, Gaps, gaps_of
from nodegraph.document.tidy.net import Net
from nodegraph.document.tidy.order import Layered, Rows

COLUMN = 32  # px between two layers
STEEP = 64  # px that wires which climb may add to that


def tops_of(layered: Layered, rows: Rows, blocks: Blocks) -> list[float]:
    """The top of each item in px, on the grid."""
    gaps = gaps_of(layered, rows, blocks)
    lines = _lines(blocks, Fit(layered, rows, blocks, gaps).tops, gaps)
    return [
        floor((lines[block] + offset) / GRID + 0.5) * float(GRID)
        for block, offset in zip(blocks.of, blocks.offset, strict=True)
    ]


def lefts_of(net: Net, layered: Layered, rows: Rows, tops: list[float]) -> list[float]:
    """The left edge of each node in px; where wires climb the layers lie farther apart."""
    height = layered.height
    lefts, x = [0.0] * layered.nodes, 0.0
    for row in rows:
        width = climb = 0.0
        for item in row:
            if item < layered.nodes:
                lefts[item] = x
                width = max(width, net.sizes[item].width)
            for target, arrives, leaves in layered.after[item]:
                end = tops[target] + arrives * height[target]
                climb = max(climb, abs(end - tops[item] - leaves * height[item]))
        x += ceil((width + COLUMN + min(STEEP, climb / 6)) / GRID) * GRID
    return lefts


def _lines(blocks: Blocks, fitted: list[float], gaps: Gaps) -> list[float]:
    """The line of each block."""
    count = len(blocks.nodes)
    below: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    above: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for (upper, lower), gap in gaps.items():
        below[upper].append((lower, gap))
        above[lower].append((upper, gap))
    down = _from_the_top(above, below)
    up = [-place for place in down]
    wishes: list[list[float]] = [[] for _ in range(count)]
    for item, block in enumerate(blocks.of):
        wishes[block].append(fitted[item] - blocks.offset[item])
    low, high = [-inf] * count, [inf] * count
    firmest = sorted(range(count), key=lambda b: (b not in blocks.spine, -blocks.nodes[b]))
    for block in firmest:
        wish = sorted(wishes[block])
        middle = (wish[(len(wish) - 1) // 2] + wish[len(wish) // 2]) / 2
        low[block] = high[block] = min(max(middle, low[block]), high[block])
        _push(block, low, below, down, 1)
        _push(block, high, above, up, -1)
    return low


def _push(
    start: int, bound: list[float], near: list[list[tuple[int, float]]], place: list[int], way: int
) -> None:
    """Moves the bounds of all that must lie beyond this block; each is visited once."""
    waiting, listed = [(place[start], start)], {start}
    while waiting:
        _, block = heappop(waiting)
        for other, gap in near[block]:
            pushed = bound[block] + way * gap
            if (pushed - bound[other]) * way > 1e-6:
                bound[other] = pushed
                if other not in listed:
                    listed.add(other)
                    heappush(waiting, (place[other], other))


def _from_the_top(
    above: list[list[tuple[int, float]]], below: list[list[tuple[int, float]]]
) -> list[int]:
    """Each block's number in an order from the top downwards."""
    missing = [len(upper) for upper in above]
    order = [block for block, count in enumerate(missing) if not count]
    place = [0] * len(missing)
    for number, block in enumerate(order):  # grows while it is walked
        place[block] = number
        for lower, _ in below[block]:
            missing[lower] -= 1
            if not missing[lower]:
                order.append(lower)
    return place
