"""Where a network lies that comes without places: tidy, and in rows that fit a screen.

How wide its nodes will be drawn is not known here; it is guessed from their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nodegraph.document.drawing import Drawing, Point, Size
from nodegraph.document.tidy.arrange import tidy
from nodegraph.graph import Graph, Node, NodeId

WIDE = 1_400.0  # px of a row
MOST = 300  # nodes; a larger network is looked at from afar, and lies in one line
LEAST, WIDEST = 160.0, 320.0  # px of a node
LETTER = 7.0  # px, about
ROW, ROWS, PORTS = 20.0, 62.0, 240.0  # px: a named port, what is above them, and the width

Places = Mapping[NodeId, Point]


def arrived(graph: Graph) -> Places:
    """A place for each node."""
    sizes = {node.id: _guessed(node) for node in graph.nodes.values()}
    origin = dict.fromkeys(graph.nodes, Point(0.0, 0.0))
    line = tidy(Drawing(graph=graph, places=origin), sizes=sizes)
    if len(graph.nodes) > MOST:
        return line.places
    return tidy(replace(line, places=_in_rows(graph, line.places, sizes)), sizes=sizes).places


def _guessed(node: Node) -> Size:
    ports = max(len(node.layer.inputs), len(node.layer.outputs))
    letters = len(node.title) + len(node.layer.kind)
    width = min(max(LEAST, 48 + LETTER * letters, PORTS if ports > 1 else 0.0), WIDEST)
    return Size(width, ROWS + (ROW * ports if ports > 1 else 0.0))


def _in_rows(graph: Graph, line: Places, sizes: Mapping[NodeId, Size]) -> Places:
    """A line broken where it gets too long, and one wire alone leads on."""
    lefts = sorted({place.x for place in line.values()})
    starts, clean = [lefts[0]] if lefts else [], None
    for x in lefts[1:]:
        ends = max(p.x + sizes[i].width for i, p in line.items() if p.x <= x)
        if ends - starts[-1] > WIDE and clean is not None:
            starts.append(clean)
            clean = None
        if x - starts[-1] > WIDE / 3 and _leads_on_alone(graph, line, x):
            clean = x
    down = sum(size.height for size in sizes.values())  # the rows are apart in any case
    rows = {i: max((n for n, x in enumerate(starts) if x <= p.x), default=0)
            for i, p in line.items()}  # fmt: skip
    return {i: Point(p.x - starts[rows[i]], p.y + down * rows[i]) for i, p in line.items()}


def _leads_on_alone(graph: Graph, line: Places, x: float) -> bool:
    return sum(line[w.source.node].x < x <= line[w.target.node].x for w in graph.wires) == 1
