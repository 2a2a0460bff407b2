"""A network as a value: nodes, each naming what feeds it.

A graph never changes; an edit returns the next one, sharing every node it left alone.
Keeping the old graph is undo, comparing nodes by identity is redraw, and a run started
on a graph cannot have it pulled from under it. A graph never holds a loop or a wire to
nowhere: `connect` and `Graph.of` refuse them, so nothing behind them need look again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from nodegraph.graph.active import running
from nodegraph.graph.node import Node, NodeId, Port, Wire
from nodegraph.graph.order import find_loop, sort
from nodegraph.graph.start import Start
from nodegraph.layers import Layer
from nodegraph.say import say

EMPTY: Mapping[str, Start] = MappingProxyType({})
_DERIVED = ("order", "consumers", "wires")


class WireError(ValueError):
    """A wire that can't be: the message says why."""


@dataclass(frozen=True, eq=False)
class Graph:
    """The nodes, by id, in the order they were added, and how weights start by layer type."""

    nodes: Mapping[NodeId, Node] = field(default_factory=dict)
    starts: Mapping[str, Start] = field(default_factory=lambda: EMPTY)  # by layer type

    @staticmethod
    def of(nodes: Iterable[Node], starts: Mapping[str, Start] = EMPTY) -> Graph:
        """A graph of nodes made elsewhere; raises WireError for wires to nowhere and loops."""
        graph = Graph({node.id: node for node in nodes}, starts)
        for node in graph.nodes.values():
            graph._must_be_fed_by_outputs(node)
        if loop := graph.loop:
            raise WireError(say("the wires make a loop: {0}", " → ".join((*loop, loop[0]))))
        return graph

    @cached_property
    def wires(self) -> tuple[Wire, ...]:
        """Every wire, derived from what feeds each node."""
        return tuple(
            Wire(source, Port(node.id, name))
            for node in self.nodes.values()
            for name, source in node.feeds
        )

    @cached_property
    def consumers(self) -> Mapping[NodeId, tuple[NodeId, ...]]:
        """For each node, which nodes it feeds, without repeats, in the nodes' order."""
        fed: dict[NodeId, dict[NodeId, None]] = {node_id: {} for node_id in self.nodes}
        for node in self.nodes.values():
            for _, source in node.feeds:
                fed[source.node][node.id] = None
        return {node_id: tuple(targets) for node_id, targets in fed.items()}

    @property
    def active(self) -> Graph:
        """What of it runs: without what is bypassed or disabled, each node passed by."""
        return self if self._reduced is None else self._reduced

    @cached_property
    def _reduced(self) -> Graph | None:
        nodes = running(self)
        if nodes is None:
            return None
        made = replace(self, nodes=nodes)
        # What runs has an order among itself already; it is not sorted a second time.
        made.__dict__["order"] = tuple(node_id for node_id in self.order if node_id in nodes)
        return made

    @cached_property
    def order(self) -> tuple[NodeId, ...]:
        """The nodes so that each comes after what feeds it; ties in the order they were added."""
        return sort(self.nodes)

    @cached_property
    def loop(self) -> tuple[NodeId, ...]:
        """A loop as the nodes along it; empty in every graph made by `of` and the edits."""
        return find_loop(self.nodes)

    def of_kind(self, kind: str) -> list[Node]:
        """The nodes whose layer is of this type, in the order they were added."""
        return [node for node in self.nodes.values() if node.layer.kind == kind]

    def put(self, node: Node) -> Graph:
        """With this node added, or in place of the one with its id.

        Raises WireError where it is fed by an output that is not there, or by what it feeds.
        """
        before = self.nodes.get(node.id)
        graph = replace(self, nodes={**self.nodes, node.id: node})
        if before is None or before.inputs is not node.inputs:
            graph._must_be_fed_by_outputs(node)
            for _, source in node.feeds:
                if graph.leads_to(node.id, source.node):
                    raise WireError(say("this would make a loop through {0}", node.title))
        elif before is not None:
            graph._keep_order(self)
        return graph

    def remove(self, ids: Iterable[NodeId]) -> Graph:
        """Without these nodes, and without their wires and shared weights."""
        gone = set(ids)
        kept = {}
        for node in self.nodes.values():
            if node.id in gone:
                continue
            if node.shares in gone:
                node = replace(node, shares=None)
            if any(source.node in gone for _, source in node.feeds):
                node = replace(node, inputs=_without(node, lambda port: port.node in gone))
            kept[node.id] = node
        return replace(self, nodes=kept)

    def connect(self, source: Port, target: Port) -> Graph:
        """With a wire from an output to an input; a single input gives up the wire it had.

        One that is there and off is on again. Raises WireError when either end is missing or the
        wire would make a loop.
        """
        self._must_be_output(source)
        node = self.nodes.get(target.node)
        if node is None:
            raise WireError(say("there is no node {0}", target.node))
        if target.name not in node.layer.inputs:
            raise WireError(say("{0} has no input {1}", node.title, target.name))
        if self.leads_to(target.node, source.node):
            raise WireError(
                say("this would make a loop through {0}", self.nodes[source.node].title)
            )
        if (target.name, source) in node.off:
            return self.switch([Wire(source, target)], on=True)
        fed: Port | tuple[Port, ...] = source
        if node.layer.variadic:
            before = node.inputs.get(target.name, ())
            assert isinstance(before, tuple)
            fed = (*before, source)
        node = replace(node, inputs={**node.inputs, target.name: fed})
        return replace(self, nodes={**self.nodes, node.id: node})

    def disconnect(self, wire: Wire) -> Graph:
        """Without this wire; of equal wires into a joined input, the last goes."""
        node = self.nodes[wire.target.node]
        fed = node.inputs.get(wire.target.name, ())
        inputs = dict(node.inputs)
        if isinstance(fed, Port) or len(fed) == 1:
            inputs.pop(wire.target.name, None)
        elif wire.source in fed:
            last = len(fed) - 1 - fed[::-1].index(wire.source)
            inputs[wire.target.name] = fed[:last] + fed[last + 1 :]
        return replace(self, nodes={**self.nodes, node.id: replace(node, inputs=inputs)})

    def is_off(self, wire: Wire) -> bool:
        """Whether a wire is drawn and carries nothing."""
        return (wire.target.name, wire.source) in self.nodes[wire.target.node].off

    def switch(self, wires: Iterable[Wire], on: bool) -> Graph:
        """With these wires on or off."""
        graph = self
        for source, target in wires:
            node, feed = graph.nodes[target.node], {(target.name, source)}
            off = node.off - feed if on else node.off | feed
            graph = graph if off == node.off else graph.put(replace(node, off=off))
        return graph

    def replace(self, node_id: NodeId, layer: Layer) -> Graph:
        """With another layer, or other settings, in a node; wires its ports still have stay."""
        node = self.nodes[node_id]
        if _ports(layer) == _ports(node.layer):
            return self.put(replace(node, layer=layer))
        inputs: dict[str, Port | tuple[Port, ...]] = {}
        sources = [port for _, port in node.feeds]
        if layer.variadic:
            inputs = {layer.inputs[0]: tuple(sources)} if sources else {}
        else:
            inputs = dict(zip(layer.inputs, sources, strict=False))
        lost = {Port(node_id, name) for name in node.layer.outputs if name not in layer.outputs}
        nodes = {
            n.id: replace(n, inputs=_without(n, lost.__contains__))
            if any(port in lost for _, port in n.feeds)
            else n
            for n in self.nodes.values()
        }
        made = replace(node, layer=layer, inputs=inputs, off=frozenset())
        nodes[node_id] = replace(made, off=node.off_among(made.feeds))
        return replace(self, nodes=nodes)

    def leads_to(self, start: NodeId, end: NodeId) -> bool:
        """Whether `end` depends on `start`, or is it; each node is visited once."""
        waiting, seen = [end], {end}
        while waiting:
            current = waiting.pop()
            if current == start:
                return True
            for _, source in self.nodes[current].feeds:
                if source.node not in seen:
                    seen.add(source.node)
                    waiting.append(source.node)
        return False

    def has_order_of(self, other: Graph) -> bool:
        """Whether both hold the same order, or wires: one came from the other by no wire."""
        here, there = self.__dict__, other.__dict__
        return any(name in here and here[name] is there.get(name) for name in _DERIVED)

    def forget_derived(self) -> None:
        """Lets go of what is worked out again when asked for.

        An old graph is kept for undo; all its wires, kept too, would be ten times as much.
        """
        for name in (*_DERIVED, "_reduced"):
            self.__dict__.pop(name, None)

    def _keep_order(self, before: Graph) -> None:
        # The same wires have the same order: a changed setting sorts nothing again.
        for name in _DERIVED:
            if name in before.__dict__:
                self.__dict__[name] = before.__dict__[name]

    def _must_be_output(self, port: Port) -> None:
        node = self.nodes.get(port.node)
        if node is None:
            raise WireError(say("there is no node {0}", port.node))
        if port.name not in node.layer.outputs:
            raise WireError(say("{0} has no output {1}", node.title, port.name))

    def _must_be_fed_by_outputs(self, node: Node) -> None:
        for name in node.inputs:
            if name not in node.layer.inputs:
                raise WireError(say("{0} has no input {1}", node.title, name))
        for _, source in node.feeds:
            self._must_be_output(source)


def _ports(layer: Layer) -> tuple[object, ...]:
    return layer.inputs, layer.outputs, layer.variadic


def _without(node: Node, gone: Callable[[Port], bool]) -> Mapping[str, Port | tuple[Port, ...]]:
    return node.fed_by(None if gone(port) else port for _, port in node.feeds)
