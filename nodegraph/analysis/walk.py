"""One walk over a graph: what type every output has, and where and why that can't be told.

Nodes are visited once, each after what feeds it, so a residual network with its many paths costs
no more than a chain. What a rule answered is remembered by layer and input types: after an edit
only what the edit touched is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from nodegraph.analysis.report import Answer, Cost, Probe
from nodegraph.graph import Graph, Node, NodeId, Port
from nodegraph.layers import Layer, Mismatch, TensorType, Unknown
from nodegraph.say import say
from nodegraph.setting import LARGEST

Types = Mapping[Port, TensorType]
Inputs = tuple[TensorType, ...]


@lru_cache(maxsize=16_384)  # eight graphs of 2,000 nodes; halves the time of a check
def _by_rule(layer: Layer, x: Inputs) -> tuple[Inputs, int | None, int] | None:
    made = layer.types(*x)
    if made is None:
        return None
    for y in made:
        if y.values() >= LARGEST:
            raise Mismatch(say("fewer than {0} numbers in a tensor", "2**63"), y)
    return made, layer.weights(*x), layer.multiply_adds(*x)


def fits(layer: Layer, x: Inputs) -> Inputs | None:
    """What the layer makes of these inputs by its rule; None when they do not fit, or no rule."""
    try:
        return layer.types(*x)
    except Mismatch:
        return None


def turned(came: TensorType, layers: Iterable[Layer]) -> Inputs | None:
    """What layers, one after the other, make of a tensor; None where one does not take it."""
    made: Inputs | None = (came,)
    for layer in layers:
        made = made and fits(layer, made)
    return made


@dataclass
class Walk:
    """What was found of a graph. A node is in exactly one of typed, `refused`, `stuck`.

    `graph` is what runs of the graph `drawn`: without the nodes that are bypassed or disabled.
    """

    drawn: Graph
    probe: Probe | None = None
    types: dict[Port, TensorType] = field(default_factory=dict)
    typed: dict[NodeId, Inputs] = field(default_factory=dict)  # what came into each such node
    cost: dict[NodeId, Cost] = field(default_factory=dict)
    refused: dict[NodeId, tuple[Inputs, Mismatch]] = field(default_factory=dict)
    # Without a type: the node at fault (itself, where its inputs are free or it is unknown), or
    # None where only torch could tell and there is no probe.
    stuck: dict[NodeId, NodeId | None] = field(default_factory=dict)
    _sharing: set[NodeId] | None = None
    graph: Graph = field(init=False)

    def __post_init__(self) -> None:
        self.graph = self.drawn.active

    @staticmethod
    def over(drawn: Graph, probe: Probe | None = None) -> Walk:
        """The walk over all nodes of a graph that run."""
        walk = Walk(drawn, probe)
        for node_id in walk.graph.order:
            walk._visit(walk.graph.nodes[node_id])
        return walk

    def _visit(self, node: Node) -> None:
        feeds = node.feeds
        x = tuple([self.types[port] for _, port in feeds if port in self.types])
        if isinstance(node.layer, Unknown) or node.free:
            self.stuck[node.id] = node.id
        elif len(x) < len(feeds):
            self.stuck[node.id] = self._cause(node)
        else:
            try:
                self._enter(node, x)
            except Mismatch as mismatch:
                self.refused[node.id] = (x, mismatch)

    def _enter(self, node: Node, x: Inputs) -> None:
        found = _by_rule(node.layer, x)
        if found is None or found[1] is None:
            answer = self.probe and self.probe(node.layer, x)
            if answer is None and found is None:
                self.stuck[node.id] = None
                return
            found = self._joined(found, answer)
        made, weights, multiply_adds = found
        self.typed[node.id] = x
        self.types.update(zip(node.outputs, made, strict=True))
        if weights is not None:
            self.cost[node.id] = Cost(weights, multiply_adds)

    def _joined(
        self, found: tuple[Inputs, int | None, int] | None, answer: Answer | None
    ) -> tuple[Inputs, int | None, int]:
        if answer is None:
            assert found is not None
            return found
        made = answer.types if found is None else found[0]
        return made, answer.weights, answer.multiply_adds

    def _cause(self, node: Node) -> NodeId | None:
        before = [port.node for _, port in node.feeds]
        for source in before:
            if source in self.refused:
                return source
        causes = [self.stuck[source] for source in before if source in self.stuck]
        return next((cause for cause in causes if cause is not None), None)

    def back(self, port: Port) -> Iterator[Node]:
        """The nodes from a port towards the input, as long as each has a single wire."""
        while True:
            node = self.graph.nodes[port.node]
            yield node
            if len(node.feeds) != 1:
                return
            port = node.feeds[0][1]

    def along(self, maker: Node, made: Inputs, port: Port) -> TensorType | None:
        """What a port would give if a node `back` from it gave these types; None: does not fit."""
        chain = list(takewhile(lambda node: node is not maker, self.back(port)))
        given: Mapping[str, TensorType] = dict(zip(maker.layer.outputs, made, strict=True))
        for node in reversed(chain):
            tried = self._tried(node.layer, (given[node.feeds[0][1].name],))
            if tried is None:
                return None
            given = dict(zip(node.layer.outputs, tried, strict=True))
        return given[port.name]

    def alone(self, node: Node) -> bool:
        """Whether no other node uses this one's weights, or it another's."""
        if self._sharing is None:
            nodes = self.drawn.nodes.values()
            pairs = [(other.id, other.shares) for other in nodes if other.shares is not None]
            self._sharing = {node_id for pair in pairs for node_id in pair}
        return node.id not in self._sharing

    def after(self, changed: Types, target: NodeId) -> Inputs | None:
        """What would come into the target if these outputs had these types.

        None where some node on the way would not take them.
        """
        types = dict(changed)
        touched = {port.node for port in types}
        for node_id in self._between(touched, target):
            node = self.graph.nodes[node_id]
            feeds = [port for _, port in node.feeds]
            x = tuple(
                types.get(port) or self.types[port] for port in feeds if self._known(port, types)
            )
            if len(x) < len(feeds):
                return None
            if node_id == target:
                return x
            made = self._tried(node.layer, x)
            if made is None:
                return None
            types.update(zip(node.outputs, made, strict=True))
        return None

    def _tried(self, layer: Layer, x: Inputs) -> Inputs | None:
        """What the layer makes of these inputs, by rule or by trial; None when they do not fit."""
        try:
            return layer.types(*x) or (self.probe and self.probe(layer, x).types)
        except Mismatch:
            return None

    def _known(self, port: Port, types: Types) -> bool:
        return port in types or port in self.types

    def _between(self, touched: set[NodeId], target: NodeId) -> Iterator[NodeId]:
        """The nodes behind the touched ones that the target depends on, in order, and it."""
        needed, waiting = {target}, [target]
        while waiting:
            for _, source in self.graph.nodes[waiting.pop()].feeds:
                if source.node not in needed and source.node not in touched:
                    needed.add(source.node)
                    waiting.append(source.node)
        reached = set(touched)
        for node_id in self.graph.order:
            if node_id in needed and any(
                port.node in reached for _, port in self.graph.nodes[node_id].feeds
            ):
                reached.add(node_id)
                yield node_id


def changed(layer: Layer, **settings: object) -> Layer | None:
    """The layer with other settings; None when it can't have them."""
    try:
        return replace(layer, **settings)
    except (ValueError, TypeError):
        return None
