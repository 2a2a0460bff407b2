"""Another layer in a node's place, with everything of the old one that suits the new one.

Wires stay at ports of the same name; the others go to a port of their type. Settings of the same
name keep their value. A name that was only counted from the layer is counted anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from nodegraph.analysis.fits import made, misfit
from nodegraph.analysis.walk import changed
from nodegraph.document.drawing import Drawing
from nodegraph.graph import Graph, Names, Node, NodeId, Port, Start
from nodegraph.graph.start import must_fit
from nodegraph.layers import Layer, TensorType, Unknown
from nodegraph.setting import SettingError, settings_of

Types = Mapping[Port, TensorType]


def replaced(drawing: Drawing, types: Types, node_id: NodeId, layer: Layer) -> Drawing:
    """With another layer in a node."""
    graph = drawing.graph
    node = fitted(graph, types, node_id, layer)
    outputs = dict(_outputs(graph.nodes[node_id], node, types))
    nodes = {
        other.id: _refed(other, outputs)
        if any(source in outputs for _, source in other.feeds)
        else other
        for other in graph.nodes.values()
    }
    nodes[node_id] = replace(node, name=_name(graph, graph.nodes[node_id], layer))
    return replace(drawing, graph=replace(graph, nodes=nodes))


def fitted(graph: Graph, types: Types, node_id: NodeId, layer: Layer) -> Node:
    """The node as it would be with that layer: its settings, what feeds it, how it starts."""
    before = graph.nodes[node_id]
    layer = _with_settings(layer, before.layer)
    node = replace(before, layer=layer, inputs={}, shares=None, start=_start(before.start, layer))
    node = replace(node, inputs=_inputs(before, node, types), off=frozenset())
    return replace(node, off=before.off_among(node.feeds))


def _with_settings(layer: Layer, before: Layer) -> Layer:
    """The layer with the other's values for what it has under the same name and was not told."""
    known = _values(before)
    for setting in settings_of(type(layer)):
        if setting.name in known and getattr(layer, setting.name) == setting.default:
            layer = changed(layer, **{setting.name: known[setting.name]}) or layer
    return layer


def _values(layer: Layer) -> Mapping[str, Any]:
    if isinstance(layer, Unknown):
        return dict(json.loads(layer.raw))
    return {setting.name: getattr(layer, setting.name) for setting in settings_of(type(layer))}


def _start(start: Start | None, layer: Layer) -> Start | None:
    try:
        if start is not None:
            must_fit(layer.kind, start)
    except SettingError:
        return None
    return start


def _inputs(before: Node, node: Node, types: Types) -> dict[str, Port | tuple[Port, ...]]:
    names, feeds = node.layer.inputs, before.feeds
    if node.layer.variadic:
        return {names[0]: tuple(source for _, source in feeds)} if feeds else {}
    inputs: dict[str, Port | tuple[Port, ...]] = {}
    left = []
    # Of several into one, the first that is known to carry something stays.
    for name, source in sorted(feeds, key=lambda fed: fed in before.off or fed[1] not in types):
        if name in names and name not in inputs:
            inputs[name] = source
        else:
            left.append(source)
    for source in left:
        for name in names:
            tried = replace(node, inputs={**inputs, name: source})
            if name not in inputs and not misfit(tried, types):
                inputs[name] = source
                break
    return inputs


def _outputs(before: Node, after: Node, types: Types) -> Iterator[tuple[Port, Port | None]]:
    """For each output that is gone, the one of its type; None where there is none."""
    given = made(after, types)
    for name in before.layer.outputs:
        if name in after.layer.outputs:
            continue
        lost = Port(before.id, name)
        found = (Port(after.id, other) for other in after.layer.outputs)
        yield lost, next((port for port in found if _alike(types.get(lost), given.get(port))), None)


def _alike(one: TensorType | None, other: TensorType | None) -> bool:
    """Whether two types are equal as far as they are known."""
    return one is None or other is None or one == other


def _refed(node: Node, outputs: Mapping[Port, Port | None]) -> Node:
    inputs = node.fed_by(outputs.get(port, port) for _, port in node.feeds)
    off = {(name, outputs.get(port, port) or port) for name, port in node.off}
    return replace(node, inputs=inputs, off=frozenset(off))


def _name(graph: Graph, node: Node, layer: Layer) -> str:
    """A name that a person gave stays; one like conv1 becomes fc1 with a Linear."""
    if not re.fullmatch(re.escape(node.layer.stem) + r"\d+", node.title):
        return node.name
    others = {other: graph.nodes[other] for other in graph.nodes if other != node.id}
    name = Names(replace(graph, nodes=others)).new(layer.stem)
    return "" if name == node.id else name
