"""One connected part of a network as tidy sees it: numbers for nodes, ports as heights.

A wire leaves and arrives at a share of its node's height, so one number says both where a port
lies among the ports of a layer and where it lies in pixels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nodegraph.document.drawing import Drawing, Size
from nodegraph.graph import NodeId


class Line(NamedTuple):
    """A wire between two nodes by number; `leaves` and `arrives` are shares of their heights."""

    source: int
    leaves: float
    target: int
    arrives: float


@dataclass(frozen=True)
class Net:
    """Nodes in the order they were added, with the wires among them."""

    ids: list[NodeId]
    sizes: list[Size]
    lines: list[Line]
    feeds: list[list[int]]  # for each node, the nodes that feed it, without repeats
    fed: list[list[int]]  # for each node, the nodes it feeds, without repeats

    @staticmethod
    def of(drawing: Drawing, ids: list[NodeId], sizes: Mapping[NodeId, Size]) -> Net:
        """These nodes; wires to and from others are left out."""
        default = Size()
        number = {node_id: i for i, node_id in enumerate(ids)}
        measures = [sizes.get(node_id, default) for node_id in ids]
        lines: list[Line] = []
        feeds: list[dict[int, None]] = [{} for _ in ids]
        fed: list[dict[int, None]] = [{} for _ in ids]
        nodes = drawing.graph.nodes
        for target, node_id in enumerate(ids):
            node = nodes[node_id]
            for name, port in node.feeds:
                source = number.get(port.node)
                if source is None:
                    continue
                leaves = _share(
                    nodes[port.node].layer.outputs, port.name,
                    measures[source].outputs, measures[source].height,
                )  # fmt: skip
                size = measures[target]
                arrives = _share(node.layer.inputs, name, size.inputs, size.height)
                lines.append(Line(source, leaves, target, arrives))
                feeds[target][source] = None
                fed[source][target] = None
        return Net(ids, measures, lines, [*map(list, feeds)], [*map(list, fed)])


def parts(drawing: Drawing, chosen: Collection[NodeId]) -> Iterator[list[NodeId]]:
    """The chosen nodes by what hangs together, each part in the order its nodes were added."""
    nodes, consumers = drawing.graph.nodes, drawing.graph.consumers
    ids = [node_id for node_id in nodes if node_id in chosen]
    part: dict[NodeId, int] = {}
    count = 0
    for start in ids:
        if start in part:
            continue
        part[start] = count
        waiting = [start]
        while waiting:
            current = waiting.pop()
            near = [port.node for _, port in nodes[current].feeds]
            for other in (*near, *consumers[current]):
                if other not in part and other in chosen:
                    part[other] = count
                    waiting.append(other)
        count += 1
    members: list[list[NodeId]] = [[] for _ in range(count)]
    for node_id in ids:
        members[part[node_id]].append(node_id)
    yield from members


def _share(names: tuple[str, ...], name: str, heights: tuple[float, ...], height: float) -> float:
    at = names.index(name) if len(names) > 1 else 0
    return heights[at] / height if at < len(heights) else (at + 1) / (len(names) + 1)
