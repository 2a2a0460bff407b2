"""The edits that cure problems, each a label and a function from graph and recipe to the next.

A fix names nodes by id and does its work on the graph it is given, so it can be kept with the
report and done later by a click.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from nodegraph.analysis.report import Fix
from nodegraph.graph import Graph, Node, NodeId, Port, fresh
from nodegraph.graph.active import live_places
from nodegraph.layers import LAYERS, Layer, spelled
from nodegraph.recipe import Recipe
from nodegraph.say import in_a_row, inside, say, together
from nodegraph.setting import settings_of

Edit = Callable[[Graph], Graph]


def made(kind: str, **settings: Any) -> Layer:
    """A layer of the vocabulary by its name."""
    return LAYERS[kind](**settings)


def on_graph(label: str, edit: Edit) -> Fix:
    """A fix that leaves the recipe alone."""
    return Fix(label, lambda graph, recipe: (edit(graph), recipe))


def with_node(label: str, node_id: NodeId, **fields: Any) -> Fix:
    """A fix that says something else of one node."""
    return on_graph(label, lambda graph: graph.put(replace(graph.nodes[node_id], **fields)))


def recipe_to(label: str, **parts: Any) -> Fix:
    """A fix that changes parts of the recipe."""
    return Fix(label, lambda graph, recipe: (graph, replace(recipe, **parts)))


def both(*fixes: Fix) -> Fix:
    """Several fixes as one step."""

    def apply(graph: Graph, recipe: Recipe) -> tuple[Graph, Recipe]:
        for fix in fixes:
            graph, recipe = fix.apply(graph, recipe)
        return graph, recipe

    first, *rest = (fix.label for fix in fixes)
    return Fix(in_a_row([first, *map(inside, rest)]), apply)


def set_to(node: Node, **settings: Any) -> Fix:
    """ "Set skip to out = 64": other settings for a node."""
    shorts = {s.name: s.short or s.name for s in settings_of(type(node.layer))}
    words = ", ".join(f"{shorts[name]} = {spelled(value)}" for name, value in settings.items())
    return on_graph(
        say("Set {0} to {1}", node.title, words),
        lambda graph: graph.replace(node.id, replace(graph.nodes[node.id].layer, **settings)),
    )


def out_setting(layer: Layer) -> str:
    """The setting that says how many numbers a layer gives; empty where none does."""
    return next((n for n in ("out_channels", "out_features") if hasattr(layer, n)), "")


def use(node: Node, layer: Layer) -> Fix:
    """ "Use BatchNorm1d": another layer in a node's place."""
    return on_graph(say("Use {0}", layer.kind), lambda graph: graph.replace(node.id, layer))


def insert(node: Node, place: int, *layers: Layer) -> Fix:
    """ "Insert Conv2d 1×1": layers, one after the other, on one of the wires into a node.

    `place` counts the node's wires, as its `feeds` lists them, that carry something.
    """

    def edit(graph: Graph) -> Graph:
        at = live_places(graph, node.id)[place]
        source = graph.nodes[node.id].feeds[at][1]
        for layer in layers:
            graph, source = added(graph, layer, source)
        return fed(graph, node.id, at, source)

    return on_graph(say("Insert {0}", together(map(worded, layers))), edit)


def worded(layer: Layer) -> str:
    """A layer in a label: "Conv2d 1×1", "Linear 10", "Flatten"."""
    size = getattr(layer, "kernel_size", None)
    if isinstance(size, int):
        digits = layer.kind[-2:-1]
        return f"{layer.kind} " + "×".join([str(size)] * (int(digits) if digits.isdigit() else 1))
    out = getattr(layer, "out_features", None)
    return f"{layer.kind} {out}" if out else layer.kind


def added(graph: Graph, layer: Layer, *sources: Port) -> tuple[Graph, Port]:
    """With a new node behind these outputs; and its own first output."""
    node_id = fresh(graph, layer.stem)
    graph = graph.put(Node(node_id, layer))
    for name, source in zip(layer.inputs, sources, strict=False):
        graph = graph.connect(source, Port(node_id, name))
    return graph, Port(node_id, next(iter(layer.outputs), ""))


def fed(graph: Graph, node_id: NodeId, place: int, source: Port) -> Graph:
    """With another output on one of the wires into a node."""
    node = graph.nodes[node_id]
    feed = node.feeds[place]
    off = node.off | {(feed[0], source)} if feed in node.off else node.off
    sources = (source if at == place else port for at, (_, port) in enumerate(node.feeds))
    return graph.put(replace(node, inputs=node.fed_by(sources), off=off))


def remove(node: Node) -> Fix:
    """ "Remove softmax1": what fed the node feeds what it fed."""

    def edit(graph: Graph) -> Graph:
        sources = [port for _, port in graph.nodes[node.id].feeds]
        if sources:
            graph = moved(graph, node.id, sources[0])
        return graph.remove([node.id])

    return on_graph(say("Remove {0}", node.title), edit)


def moved(graph: Graph, node_id: NodeId, source: Port) -> Graph:
    """With everything that a node feeds fed by another output."""
    for consumer in graph.consumers[node_id]:
        for place, (_, port) in enumerate(graph.nodes[consumer].feeds):
            if port.node == node_id:
                graph = fed(graph, consumer, place, source)
    return graph


def use_instead(node: Node, other: Node) -> Fix:
    """ "Use image instead": one node takes over what another feeds."""
    return on_graph(
        say("Use {0} instead", other.title),
        lambda graph: moved(graph, node.id, other.outputs[0]).remove([node.id]),
    )


def connect(label: str, source: Port, target: Port) -> Fix:
    """A wire to a waiting input."""
    return on_graph(label, lambda graph: graph.connect(source, target))


def without(label: str, ids: tuple[NodeId, ...]) -> Fix:
    """Nodes and their wires go."""
    return replace(on_graph(label, lambda graph: graph.remove(ids)), urged=False)


def add_input(shape: tuple[int, ...], target: Port | None) -> Fix:
    """ "Add Input": in front of an input that waits, if there is one."""

    def edit(graph: Graph) -> Graph:
        graph, source = added(graph, made("Input", shape=shape))
        return graph.connect(source, target) if target else graph

    return on_graph(say("Add Input"), edit)


def add_output(source: Port | None) -> Fix:
    """ "Add Output": behind an output that nothing uses, if there is one."""
    sources = (source,) if source else ()
    return on_graph(say("Add Output"), lambda graph: added(graph, made("Output"), *sources)[0])
