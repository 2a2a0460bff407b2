"""What shall lie straight: items joined from layer to layer into blocks that move as one.

A run of the spine is one block, each branch another, each lane of a skip connection another.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from nodegraph.document.tidy.order import Layered, Rows, positions
from nodegraph.document.tidy.ranks import Ranks


@dataclass(frozen=True)
class Blocks:
    """Each item's block, and how far below the block's line its top lies, in px."""

    of: list[int]
    offset: list[float]
    nodes: list[int]  # how many each block has; a passing wire's has none
    unfed: set[int]  # blocks that start with a node which nothing feeds
    spine: set[int]  # blocks of the spine, which all lie on one line


def blocks_of(layered: Layered, rows: Rows, ranks: Ranks) -> Blocks:
    """The straight runs through these rows; no two cross."""
    position = positions(layered, rows)
    of, offset, nodes = [-1] * len(position), [0.0] * len(position), list[int]()
    for row in rows:
        for item in row:
            if of[item] < 0:
                of[item] = len(nodes)
                nodes.append(0)
                offset[item] = -_port(layered, item) * layered.height[item]
            nodes[of[item]] += item < layered.nodes
        for item, after in _straight(layered, row, ranks, position):
            of[after] = of[item]
            offset[after] = offset[item] + _drop(layered, item, after)
    unfed = {of[item] for row in rows for item in row if not layered.before[item]}
    return Blocks(of, offset, nodes, unfed, {of[node] for node in ranks.spine})


def _port(layered: Layered, item: int) -> float:
    """Where on its height the line of a block meets its first item."""
    ports = sorted(own for _, _, own in layered.after[item] or layered.before[item])
    return ports[len(ports) // 2]


def _straight(
    layered: Layered, row: list[int], ranks: Ranks, position: list[int]
) -> list[tuple[int, int]]:
    """Pairs of a layer's items with items of the next that shall lie level, and do not cross."""
    wanted = []
    for item in row:
        after = _continued(layered, item, ranks)
        if after is not None:
            bends = (item >= layered.nodes) + (after >= layered.nodes)
            wanted.append(((0, 2, 1)[bends], position[item], position[after], item, after))
    if len(wanted) > 1:
        wanted.sort()  # nodes first, then long wires, then where one becomes the other
    kept: list[tuple[int, int, int, int]] = []
    for _, here, there, item, after in wanted:
        place = bisect_left(kept, (here, there))
        fits_left = place == 0 or kept[place - 1][1] < there
        if fits_left and (place == len(kept) or kept[place][1] > there):
            kept.insert(place, (here, there, item, after))
    return [(item, after) for _, _, item, after in kept]


def _continued(layered: Layered, item: int, ranks: Ranks) -> int | None:
    edges = layered.after[item]
    source = layered.source[item]
    if item < layered.nodes:
        favourite = ranks.next[item]
        if favourite is None:
            return None
        short = ranks.rank[favourite] == ranks.rank[item] + 1
        ways = [a for a, _, _ in edges if (a == favourite if short else a >= layered.nodes)]
    else:
        ways = [a for a, _, _ in edges if a >= layered.nodes] or [a for a, _, _ in edges]
    if not ways or any(way != ways[0] for way in ways):
        return None
    after = ways[0]
    return after if after >= layered.nodes or ranks.last[after] == source else None


def _drop(layered: Layered, item: int, after: int) -> float:
    """How far below an item's top the next one's lies when the wire between them is level."""
    ports = sorted((own, other) for a, other, own in layered.after[item] if a == after)
    leaves, arrives = ports[len(ports) // 2]
    return leaves * layered.height[item] - arrives * layered.height[after]
