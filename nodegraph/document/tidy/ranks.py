"""Which layer each node lies in, and which wires deserve to be straight.

A node lies right of all that feeds it. What only leads up to one place, such as a constant, is
pulled next to it. Where a wire forks or joins, the run follows the longest way; of ways about
equally long it follows none, and they lie evenly around. What all of the longest ways share is
the spine, however far they part in between.
"""

from __future__ import annotations

from nodegraph.document.tidy.net import Net

CLEARLY = 2  # nodes by which a way must be longer to be the main one


class Ranks:
    """The layer of each node, from 0, its favourites before and behind it, and the spine."""

    def __init__(self, net: Net) -> None:
        order = _sorted(net)
        self.depth = [0] * len(order)  # nodes on the longest way here
        self.tail = [0] * len(order)  # and from here on
        for node in order:
            for target in net.fed[node]:
                self.depth[target] = max(self.depth[target], self.depth[node] + 1)
        for node in reversed(order):
            for target in net.fed[node]:
                self.tail[node] = max(self.tail[node], self.tail[target] + 1)
        self.rank = _pulled(net, order, self.depth)
        everyone = range(len(order))
        self.next = [self._favourite(i, net.fed[i], net.feeds, self.tail) for i in everyone]
        self.spine = _shared(net, order, self.depth, self.tail)
        self.last = [self._favourite(i, net.feeds[i], net.fed, self.depth) for i in everyone]

    def _favourite(
        self, node: int, others: list[int], back: list[list[int]], length: list[int]
    ) -> int | None:
        if len(others) < 2:
            return others[0] if others else None
        rank, own = self.rank, self.rank[node]
        # A wire that passes over nodes to where others arrive (or from where others leave) is a
        # skip connection: it takes a lane and never stands in the way of the spine.
        ways = sorted(
            (-length[other], other)
            for other in others
            if abs(rank[other] - own) == 1 or len(back[other]) == 1
        )
        if not ways or (len(ways) > 1 and ways[1][0] - ways[0][0] < CLEARLY):
            return None
        return ways[0][1]


def _sorted(net: Net) -> list[int]:
    missing = [len(feeds) for feeds in net.feeds]
    order = [node for node, count in enumerate(missing) if not count]
    for node in order:  # grows while it is walked
        for target in net.fed[node]:
            missing[target] -= 1
            if not missing[target]:
                order.append(target)
    return order


def _pulled(net: Net, order: list[int], depth: list[int]) -> list[int]:
    loose = [False] * len(order)  # nothing but one tree of nodes leads here
    for node in order:
        alone = all(loose[feed] and len(net.fed[feed]) == 1 for feed in net.feeds[node])
        loose[node] = alone and not net.led[node]
    rank = list(depth)
    for node in reversed(order):
        if loose[node] and net.fed[node]:
            rank[node] = min(rank[target] for target in net.fed[node]) - 1
    return rank


def _shared(net: Net, order: list[int], depth: list[int], tail: list[int]) -> set[int]:
    """The nodes on every way from where long ways start to where they end."""
    longest = max(depth)
    starts = {i for i in order if not net.feeds[i] and tail[i] > longest - CLEARLY}
    ends = {i for i in order if not net.fed[i] and depth[i] > longest - CLEARLY}
    reached, leading = set(starts), set(ends)
    for node in order:
        if node in reached:
            reached.update(net.fed[node])
    for node in reversed(order):
        if node in leading:
            leading.update(net.feeds[node])
    ways = [node for node in order if node in reached and node in leading]
    place = {node: number for number, node in enumerate(ways)}
    first = max(place[node] for node in starts)
    last = min(place[node] for node in ends)
    shared, farthest = set[int](), 0  # how far the wires from before have come
    for number, node in enumerate(ways):
        if farthest <= number and first <= number <= last:
            shared.add(node)
        farthest = max([farthest, *(place[i] for i in net.fed[node] if i in place)])
    return shared
