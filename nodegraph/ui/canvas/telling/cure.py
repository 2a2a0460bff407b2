"""The drawing after a cure: what it puts between two nodes lies in line, with room made for it."""

from __future__ import annotations

from nodegraph.analysis import Fix
from nodegraph.document import Drawing, edits
from nodegraph.document.drawing import Size
from nodegraph.document.room import put_in_line
from nodegraph.graph import Graph, NodeId, Port, Wire
from nodegraph.ui.canvas.geometry import node_shape
from nodegraph.ui.canvas.sizes import NodeSizes, size_of
from nodegraph.ui.canvas.surface import Surface


def cured(canvas: Surface, drawing: Drawing, fix: Fix) -> Drawing:
    """After a fix of this drawing, as a canvas would show it."""
    graph, recipe = fix.apply(drawing.graph, drawing.recipe)
    after = edits.fixed(drawing, graph, recipe)
    new = graph.nodes.keys() - drawing.graph.nodes.keys()
    row = _row(graph, new)
    if not row:
        return after
    known: dict[NodeId, Size] = {**NodeSizes(canvas.graph_scene.nodes)}
    for node in (graph.nodes[one] for one in row):
        known[node.id] = size_of(node, node_shape(node.layer, node.title, canvas.look.measure))
    _, source = graph.nodes[row[0]].feeds[0]
    (target,) = graph.consumers[row[-1]]
    name = next(name for name, port in graph.nodes[target].feeds if port.node == row[-1])
    return put_in_line(after, row, Wire(source, Port(target, name)), known)


def _row(graph: Graph, new: set[NodeId]) -> list[NodeId]:
    """The new nodes in the order of their wires, where they lie between two old ones; else none."""
    heads = [node for node in new if {port.node for _, port in graph.nodes[node].feeds} - new]
    row = heads[:1]
    while row and len(graph.nodes[row[-1]].feeds) == 1 and len(graph.consumers[row[-1]]) == 1:
        (after,) = graph.consumers[row[-1]]
        if after not in new:
            return row if len(row) == len(new) else []
        row.append(after)
    return []
