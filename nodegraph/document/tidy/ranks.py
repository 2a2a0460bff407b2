"""Which layer each node lies in, and which wires deserve to be straight.

A node lies right of all that feeds it. What only leads up to one place, such as a constant, is
pulled next to it. The spine follows the longest way where a wire forks or joins; of ways about
equally long none is the spine, and they lie evenly around it.
"""

from __future__ import annotations

from nodegraph.document.tidy.net import Net


class Ranks:
    """The layer of each node, from 0, and its favourite among those before and behind it."""

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
        if not ways or (len(ways) > 1 and ways[1][0] - ways[0][0] < 2):
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
        loose[node] = all(loose[feed] and len(net.fed[feed]) == 1 for feed in net.feeds[node])
    rank = list(depth)
    for node in reversed(order):
        if loose[node] and net.fed[node]:
            rank[node] = min(rank[target] for target in net.fed[node]) - 1
    return rank
