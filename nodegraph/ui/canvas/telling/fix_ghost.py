"""A fix that is offered, as ghosts: the nodes it would add, and the wires it would make.

A node that a new wire leads to, and that would give way for it, is a ghost where it would lie.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from nodegraph.document import Drawing
from nodegraph.graph import NodeId, Port, Wire
from nodegraph.ui.canvas import geometry
from nodegraph.ui.canvas.overlay import GhostNode, GhostWire, Mark
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.canvas.wires.forms import bowed

Ghosts = Mapping[NodeId, GhostNode]


class FixGhost(NamedTuple):
    """What to paint, and where a click means that it is wanted."""

    marks: tuple[Mark, ...]
    boxes: tuple[QRectF, ...]


def fix_ghost(canvas: Surface, after: Drawing) -> FixGhost:
    """The ghosts of a drawing that would stand in the place of the one shown."""
    scene, shown = canvas.graph_scene, canvas.workspace.drawing
    known = set(shown.graph.wires)
    wires = [wire for wire in after.graph.wires if wire not in known]
    new = after.graph.nodes.keys() - scene.nodes.keys()
    ends = {port.node for wire in wires for port in wire} - new
    nodes: dict[NodeId, GhostNode] = {}
    for node_id in new | {end for end in ends if after.places[end] != shown.places[end]}:
        node = after.graph.nodes[node_id]
        measures = geometry.node_shape(node.layer, node.title, canvas.look.measure)
        title = canvas.look.written(node.title, "title")
        at = QPointF(*after.places[node_id])
        nodes[node_id] = GhostNode(node.layer.group, title, measures, at)
    marks: list[Mark] = []
    for wire in wires:
        path = _path(canvas, nodes, wire)
        group = after.graph.nodes[wire.source.node].layer.group
        marks.append(GhostWire(path, path.currentPosition(), group, refused=False))
    marks += nodes.values()
    boxes = tuple(nodes[one].measures.body.translated(nodes[one].at) for one in new)
    return FixGhost(tuple(marks), boxes)


def _path(canvas: Surface, ghosts: Ghosts, wire: Wire) -> QPainterPath:
    scene, (source, target) = canvas.graph_scene, wire
    start, end = _ghost_end(ghosts, source, True), _ghost_end(ghosts, target, False)
    if start is None and end is None:
        return scene.path(wire)
    if start is None:
        assert end is not None
        return scene.loose_path(source, True, end)
    return bowed(start, end) if end else scene.loose_path(target, False, start)


def _ghost_end(ghosts: Ghosts, port: Port, is_output: bool) -> QPointF | None:
    ghost = ghosts.get(port.node)
    if ghost is None:
        return None
    ports = ghost.measures.outputs if is_output else ghost.measures.inputs
    return ghost.at + ports[port.name]
