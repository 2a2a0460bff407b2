"""What tidy lays out: things with sizes, and the wires between them; then numbers for both.

A wire leaves and arrives at a share of its node's height, so one number says both where a port
lies among the ports of a layer and where it lies in pixels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nodegraph.document.drawing import Drawing, Size
from nodegraph.graph import NodeId


class Link(NamedTuple):
    """A wire between two things by id; `leaves` and `arrives` are shares of their heights."""

    source: str
    leaves: float
    target: str
    arrives: float


@dataclass(frozen=True)
class Web:
    """Nodes, or clusters of them that lie as one, in the order they were added."""

    sizes: Mapping[str, Size]
    into: Mapping[str, list[Link]]  # for each, its wires from others of the web
    led: frozenset[str] = frozenset()  # what wires from a shelf above lead to
    looped: bool = False  # whether wires that run back between clusters are left out

    @staticmethod
    def of(drawing: Drawing, chosen: Collection[NodeId], sizes: Mapping[NodeId, Size]) -> Web:
        """The chosen nodes of a drawing; wires to and from others are left out."""
        nodes, default = drawing.graph.nodes, Size()
        measures = {i: sizes.get(i, default) for i in nodes if i in chosen}
        into: dict[str, list[Link]] = {}
        for target, size in measures.items():
            node, links = nodes[target], list[Link]()
            for name, port in node.feeds:
                if port.node not in measures:
                    continue
                source = measures[port.node]
                outputs = nodes[port.node].layer.outputs
                leaves = _share(outputs, port.name, source.outputs, source.height)
                arrives = _share(node.layer.inputs, name, size.inputs, size.height)
                links.append(Link(port.node, leaves, target, arrives))
            into[target] = links
        return Web(measures, into)

    def of_these(self, ids: Collection[str]) -> Web:
        """These alone; wires to and from others are left out."""
        sizes = {i: self.sizes[i] for i in ids}
        into = {i: [k for k in self.into[i] if k.source in sizes] for i in sizes}
        return Web(sizes, into, frozenset(i for i in sizes if len(into[i]) < len(self.into[i])))

    def parts(self) -> Iterator[list[str]]:
        """What hangs together, each part in the order of the web."""
        near: dict[str, list[str]] = {i: [link.source for link in self.into[i]] for i in self.into}
        for links in self.into.values():
            for link in links:
                near[link.source].append(link.target)
        part: dict[str, int] = {}
        members: list[list[str]] = []
        for start in self.sizes:
            if start not in part:
                part[start] = len(members)
                waiting = [start]
                while waiting:
                    for other in near[waiting.pop()]:
                        if other not in part:
                            part[other] = len(members)
                            waiting.append(other)
                members.append([])
            members[part[start]].append(start)
        yield from members


class Line(NamedTuple):
    """A wire between two nodes by number; `leaves` and `arrives` are shares of their heights."""

    source: int
    leaves: float
    target: int
    arrives: float


@dataclass(frozen=True)
class Net:
    """One connected part of a web, by numbers."""

    ids: list[str]
    sizes: list[Size]
    lines: list[Line]
    feeds: list[list[int]]  # for each node, the nodes that feed it, without repeats
    fed: list[list[int]]  # for each node, the nodes it feeds, without repeats
    led: list[bool]  # for each node, whether a shelf above leads to it

    @staticmethod
    def of(web: Web, ids: list[str]) -> Net:
        """These of a web; wires to and from others are left out."""
        number = {node_id: i for i, node_id in enumerate(ids)}
        lines: list[Line] = []
        feeds: list[dict[int, None]] = [{} for _ in ids]
        fed: list[dict[int, None]] = [{} for _ in ids]
        for target, node_id in enumerate(ids):
            for link in web.into[node_id]:
                source = number.get(link.source)
                if source is None:
                    continue
                lines.append(Line(source, link.leaves, target, link.arrives))
                feeds[target][source] = None
                fed[source][target] = None
        measures = [web.sizes[node_id] for node_id in ids]
        led = [node_id in web.led for node_id in ids]
        return Net(ids, measures, lines, [*map(list, feeds)], [*map(list, fed)], led)


def _share(names: tuple[str, ...], name: str, heights: tuple[float, ...], height: float) -> float:
    at = names.index(name) if len(names) > 1 else 0
    return heights[at] / height if at < len(heights) else (at + 1) / (len(names) + 1)
