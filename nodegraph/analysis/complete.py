"""What a half-built network lacks: wires, an input, an output, layers this version knows."""

from __future__ import annotations

from collections.abc import Container, Iterator

from nodegraph.analysis import fixes, modes
from nodegraph.analysis.report import Fix, Problem
from nodegraph.analysis.walk import Walk, fits
from nodegraph.graph import Graph, Node, NodeId, Port
from nodegraph.graph.streams import upstream
from nodegraph.layers import Unknown
from nodegraph.recipe import Recipe
from nodegraph.say import say

TRIED = 8  # outputs nobody uses, tried for an input that waits


def incomplete(walk: Walk, recipe: Recipe | None) -> list[Problem]:
    """Missing ends of the network, inputs that wait for a wire, and layers nobody knows."""
    return [*_ends(walk, recipe), *_unknown(walk.graph), *_unconnected(walk)]


def _ends(walk: Walk, recipe: Recipe | None) -> Iterator[Problem]:
    graph = walk.graph
    if not graph.of_kind("Input"):
        waiting = next(_waiting(graph), None)
        shape = recipe.dataset.shape if recipe else (1, 28, 28)
        yield Problem(
            None,
            say("There is no Input for a sample to enter"),
            needed=say("an Input"),
            came=say("none"),
            fixes=modes.instead_of_new(walk, "Input") or (fixes.add_input(shape, waiting),),
        )
    if not graph.of_kind("Output"):
        last = next(reversed(_ends_of(graph)), None)
        yield Problem(
            None,
            say("There is no Output for the answer to leave"),
            needed=say("an Output"),
            came=say("none"),
            fixes=modes.instead_of_new(walk, "Output") or (fixes.add_output(last),),
        )


def _unknown(graph: Graph) -> Iterator[Problem]:
    for node in graph.nodes.values():
        if isinstance(node.layer, Unknown):
            yield Problem(
                node.id,
                say("This version has no layer {0}", node.layer.kind),
                needed=say("a layer of the vocabulary"),
                came=node.layer.kind,
                fixes=(fixes.remove(node),),
            )


def _unconnected(walk: Walk) -> Iterator[Problem]:
    graph = walk.graph
    outputs = len(graph.of_kind("Output"))
    offers = _offers(walk)
    for port in _waiting(graph):
        node = graph.nodes[port.node]
        offered: tuple[Fix, ...] = ()
        if source := offers.get(port):
            label = say("Connect {0}", graph.nodes[source.node].title)
            offered = (fixes.connect(label, source, port),)
        if node.layer.kind != "Output" or outputs > 1:
            offered = (*offered, fixes.without(say("Remove {0}", node.title), (node.id,)))
        several = len(node.layer.inputs) > 1
        message: str = say("Nothing is connected to its input")
        if several:
            message = say("Nothing is connected to its input {0}", port.name)
        if off := modes.absent(walk, port):
            message, offered = off[0], (*off[1], *offered)
        yield Problem(
            node.id,
            message,
            port=port.name,
            needed=say("a wire into {0}", port.name),
            came=say("none"),
            fixes=offered,
        )


def _offers(walk: Walk) -> dict[Port, Port]:
    """For inputs that wait, an output that nothing uses and they could take."""
    loose = _loose(walk)
    found = {port: _source_for(walk, port, loose) for port in _waiting(walk.graph)}
    return {port: source for port, source in found.items() if source is not None}


def _waiting(graph: Graph) -> Iterator[Port]:
    for node in graph.nodes.values():
        if node.free and not isinstance(node.layer, Unknown):
            yield from (Port(node.id, name) for name in node.free)


def _loose(walk: Walk) -> list[Port]:
    """Outputs that nothing uses, the last first: those that are tried for what waits."""
    return [port for port in reversed(_ends_of(walk.graph)) if port in walk.types][:TRIED]


def _source_for(walk: Walk, target: Port, loose: list[Port]) -> Port | None:
    """The first of these outputs that the waiting input could take."""
    layer = walk.graph.nodes[target.node].layer
    several = len(layer.inputs) > 1 or layer.variadic
    for source in loose:
        fit = several or fits(layer, (walk.types[source],)) is not None
        if fit and not walk.drawn.leads_to(target.node, source.node):
            return source
    return None


def joinable(walk: Walk, node: Node) -> Iterator[Port]:
    """For a join with one wire: outputs that nothing uses and that go with what it has."""
    [(_, joined)] = node.feeds
    for source in _loose(walk) if joined in walk.types else ():
        fit = fits(node.layer, (walk.types[joined], walk.types[source]))
        if fit and not walk.drawn.leads_to(node.id, source.node):
            yield source


def _ends_of(graph: Graph) -> list[Port]:
    """The first output of each node whose outputs nothing uses, in order."""
    nodes = (graph.nodes[node_id] for node_id in graph.order if not graph.consumers[node_id])
    return [node.outputs[0] for node in nodes if node.outputs]


def dead_ends(walk: Walk, unused: Container[NodeId]) -> Iterator[Problem]:
    """Branches that end before any Output, once for each branch, at its last node.

    One that is still being drawn is not told twice: where it has a problem of its own, or an
    input waits that it could be connected to.
    """
    graph = walk.graph
    offered_elsewhere = set(_offers(walk).values())
    for node in graph.nodes.values():
        if node.layer.variadic and len(node.feeds) == 1:
            offered_elsewhere.update(joinable(walk, node))
    inputs = graph.of_kind("Input")
    waiting = [Port(node.id, "input") for node in graph.of_kind("Output") if node.free]
    for end in _ends_of(graph):
        if end.node not in unused or end not in walk.types or end in offered_elsewhere:
            continue
        branch = _only_for(graph, end.node)
        offered = [
            fixes.connect(say("Connect to {0}", graph.nodes[target.node].title), end, target)
            for target in waiting[:1]
        ]
        if any(node.id not in branch for node in inputs):  # without an Input there is no network
            label = (
                say("Remove it") if len(branch) == 1 else say("Remove its {0} nodes", len(branch))
            )
            offered.append(fixes.without(label, tuple(branch)))
        message = say("No Output depends on it")
        yield Problem(end.node, message, "hint", fixes=tuple(offered))


def _only_for(graph: Graph, end: NodeId) -> dict[NodeId, None]:
    """The nodes that nothing but this one depends on, and it."""
    found, waiting = {end: None}, [end]
    while waiting:
        for _, source in graph.nodes[waiting.pop()].feeds:
            consumers = graph.consumers[source.node]
            if source.node not in found and all(consumer in found for consumer in consumers):
                found[source.node] = None
                waiting.append(source.node)
    return found


def unused_nodes(graph: Graph) -> frozenset[NodeId]:
    """The nodes that no Output depends on; none while there is no Output."""
    outputs = [node.id for node in graph.of_kind("Output")]
    return frozenset(graph.nodes.keys() - upstream(graph, outputs)) if outputs else frozenset()
