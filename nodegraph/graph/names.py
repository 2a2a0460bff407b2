"""The names new nodes get: stem1, stem2, ..., for whoever adds nodes, a person or a fix."""

from __future__ import annotations

from nodegraph.graph.graph import Graph
from nodegraph.graph.node import NodeId

LONGEST = 200  # letters of an id or a name; a file with a longer one is not read


class Names:
    """Gives names to nodes that come to a graph; none that a node has as its id or name."""

    def __init__(self, graph: Graph) -> None:
        self._taken = set(graph.nodes) | {node.name for node in graph.nodes.values()}
        self._last: dict[str, int] = {}  # by stem: where the search for the next name goes on

    def new(self, stem: str) -> str:
        """The first of stem1, stem2, ... that is free."""
        stem = stem[: LONGEST - 10]
        if stem not in self._taken and stem in ("input", "output"):
            return self._take(stem)
        number = self._last.get(stem, 0) + 1
        while f"{stem}{number}" in self._taken:
            number += 1
        self._last[stem] = number
        return self._take(f"{stem}{number}")

    def like(self, name: str) -> str:
        """This name where it is free; else the next of its kind, as conv3 for conv1."""
        return self.new(name.rstrip("0123456789")) if name in self._taken else self._take(name)

    def _take(self, name: str) -> str:
        self._taken.add(name)
        return name


def fresh(graph: Graph, stem: str) -> NodeId:
    """The name one new node gets: the first of stem1, stem2, ... that is free."""
    return Names(graph).new(stem)
