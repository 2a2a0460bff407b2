"""From rows to pixels: straight blocks near to what they are wired to, and nothing overlaps.

Each layer is first fitted to its neighbours, the heavier giving way less. A block then takes the
middle of what its items got, the heavier choosing first; what the order demands of the others
follows at once, so every choice leaves room for the rest.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import ceil, floor, inf

from nodegraph.document.tidy.blocks import Blocks
from nodegraph.document.tidy.net import Net
from nodegraph.document.tidy.order import Layered, Rows

GRID = 8  # px
BETWEEN = 48  # px between two nodes: a shape's text under the upper one, and air
OVER, UNDER = 18, 32  # px of a passing wire above a node, and below one, where its text stands
LANE = 16  # px between two passing wires
COLUMN = 32  # px between two layers
STEEP = 64  # px that wires which climb may add to that
FIRM, LIGHT = 1e3, 1e-2  # how hard a straight run and a passing wire are to push


def across(
    net: Net, rank: list[int], layered: Layered, rows: Rows, tops: list[float]
) -> list[float]:
    """The left edge of each node, in px from the first layer's; steep wires get more room."""
    height = layered.height
    lefts, x = [], 0.0
    for row in rows:
        lefts.append(x)
        climb = 0.0
        for item in row:
            for target, arrives, leaves in layered.after[item]:
                end = tops[target] + arrives * height[target]
                climb = max(climb, abs(end - tops[item] - leaves * height[item]))
        width = max(net.sizes[node].width for node in row if node < layered.nodes)
        x += ceil((width + COLUMN + min(STEEP, climb / 6)) / GRID) * GRID
    return [lefts[layer] for layer in rank]


def tops_of(layered: Layered, rows: Rows, straight: Blocks) -> list[float]:
    """The top of each item in px, on the grid for nodes."""
    fitted = _fitted(layered, rows, straight)
    lines = _settled(layered, rows, straight, fitted)
    return [
        floor((lines[block] + offset) / GRID + 0.5) * float(GRID)
        for block, offset in zip(straight.of, straight.offset, strict=True)
    ]


def apart(layered: Layered, upper: int, lower: int) -> float:
    """How far the top of an item must at least lie below that of the one above it, in px."""
    above, below = layered.height[upper], layered.height[lower]
    if upper < layered.nodes and lower < layered.nodes:
        middles, step = (above + below) / 2 + BETWEEN, 2 * GRID
    elif upper >= layered.nodes and lower >= layered.nodes:
        middles, step = LANE, GRID
    else:
        middles, step = (above + below) / 2 + (UNDER if upper < layered.nodes else OVER), GRID
    # Whole steps between the middles: rows lie evenly about a node, and on the grid.
    return ceil(middles / step) * step + (above - below) / 2


def _fitted(layered: Layered, rows: Rows, straight: Blocks) -> list[float]:
    tops = [0.0] * len(layered.height)
    for row in rows:
        _fit_row(layered, row, straight, layered.before, tops, first=True)
    for row in reversed(rows):
        _fit_row(layered, row, straight, layered.after, tops, first=False)
    return tops


def _fit_row(
    layered: Layered, row: list[int], straight: Blocks,
    near: list[list[tuple[int, float, float]]], tops: list[float], first: bool,
) -> None:  # fmt: skip
    height, of, offset = layered.height, straight.of, straight.offset
    wanted: list[tuple[float, float]] = []
    for item in row:
        edges, block = near[item], of[item]
        node = item < layered.nodes
        level = next((other for other, _, _ in edges if of[other] == block), None)
        if level is not None:
            want = tops[level] + offset[item] - offset[level]
            wanted.append((want, FIRM * straight.weight[block] + 10 * LIGHT))
        elif edges:
            reach = sum(tops[o] + at * height[o] - own * height[item] for o, at, own in edges)
            wanted.append((reach / len(edges), 1.0 if node else LIGHT))
        else:
            want = tops[item]
            if first:
                want = wanted[-1][0] if wanted else -height[item] / 2
            wanted.append((want, LIGHT))
    if len(row) == 1:
        tops[row[0]] = wanted[0][0]
    else:
        _fit(layered, row, wanted, tops)


def _fit(
    layered: Layered, row: list[int], wanted: list[tuple[float, float]], tops: list[float]
) -> None:
    """The tops nearest to the wanted ones, by weighted squares: neighbours too near are pooled."""
    shifts, shift = [], 0.0
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for place, (item, (want, weight)) in enumerate(zip(row, wanted, strict=True)):
        if place:
            shift += apart(layered, row[place - 1], item)
        shifts.append(shift)
        mean, many = want - shift, 1
        while pools and pools[-1][0] >= mean:
            other, heft, count = pools.pop()
            mean = (mean * weight + other * heft) / (weight + heft)
            weight += heft
            many += count
        pools.append((mean, weight, many))
    place = 0
    for mean, _, many in pools:
        for _ in range(many):
            tops[row[place]] = mean + shifts[place]
            place += 1


def _settled(layered: Layered, rows: Rows, straight: Blocks, fitted: list[float]) -> list[float]:
    """The line of each block."""
    count = len(straight.weight)
    gaps = _gaps(layered, rows, straight)
    below: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    above: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for (upper, lower), gap in gaps.items():
        below[upper].append((lower, gap))
        above[lower].append((upper, gap))
    place = _from_the_top(above, below)
    back = [-p for p in place]
    wishes: list[list[float]] = [[] for _ in range(count)]
    for item, block in enumerate(straight.of):
        wishes[block].append(fitted[item] - straight.offset[item])
    low, high = [-inf] * count, [inf] * count
    for block in sorted(range(count), key=lambda b: -straight.weight[b]):
        wish = sorted(wishes[block])
        middle = (wish[(len(wish) - 1) // 2] + wish[len(wish) // 2]) / 2
        low[block] = high[block] = min(max(middle, low[block]), high[block])
        _push(block, low, below, place, 1)
        _push(block, high, above, back, -1)
    return low


def _gaps(layered: Layered, rows: Rows, straight: Blocks) -> dict[tuple[int, int], float]:
    gaps: dict[tuple[int, int], float] = {}
    of, offset = straight.of, straight.offset
    for row in rows:
        for upper, lower in zip(row, row[1:], strict=False):
            gap = apart(layered, upper, lower) + offset[upper] - offset[lower]
            pair = of[upper], of[lower]
            gaps[pair] = max(gap, gaps.get(pair, -inf))
    return gaps


def _push(
    start: int, bound: list[float], near: list[list[tuple[int, float]]], place: list[int], way: int
) -> None:
    """Moves the bound of whatever must lie beyond this block; each is visited once."""
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
