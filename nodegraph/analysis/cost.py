"""What training a network takes of memory, layer by layer, before anything runs.

Torch keeps for the way back what each layer's gradient asks for: most layers their inputs, a few
their outputs, some numbers of their own, and a sum nothing at all. A tensor is kept once however
many ask for it, and is counted at the node that made it. So what stands at the nodes adds up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nodegraph.analysis.report import Report
from nodegraph.graph import Graph, Node, NodeId, Port
from nodegraph.layers import Layer, TensorType
from nodegraph.recipe import SGD, Part, Recipe, RMSprop

WEIGHT = 4  # bytes: weights, their gradients and what an optimizer notes are float32
BYTES = {"float64": 8, "int64": 8, "int32": 4, "float32": 4, "float16": 2, "bfloat16": 2, "bool": 1}
LARGEST = 1_000_000  # the largest batch that is looked at

# Their outputs are other views of their input's numbers.
VIEWS = frozenset((
    "Flatten", "Unflatten", "Reshape", "Permute", "Squeeze", "Unsqueeze", "Slice", "Select",
    "Chunk",
))  # fmt: skip
# Their gradient is worked out from what they answered.
KEEP_OUTPUT = frozenset((
    "ReLU", "Sigmoid", "Tanh", "Softmax", "Softmin", "LogSoftmax", "Softmax2d",
))  # fmt: skip
# Theirs asks for nothing that came or went, at most for what `_own` names.
KEEP_NEITHER = frozenset((
    "Input", "Output", "Add", "Subtract", "Concatenate", "Stack", "Mean", "Dropout", "Dropout1d",
    "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout", "Tanhshrink",
    "MultiheadAttention", "TransformerEncoderLayer",
))  # fmt: skip
# As many float32 of their own as their output has, times this: masks, noise, gates of each step.
OWN = {
    "Dropout": 1, "AlphaDropout": 1, "RReLU": 1, "LogSigmoid": 1, "Softsign": 1, "Tanhshrink": 1,
    "RMSNorm": 1, "RNN": 1, "GRU": 7, "LSTM": 17,
}  # fmt: skip


class Parts(NamedTuple):
    """Bytes that a node or a network takes while it trains."""

    activations: int  # kept until the way back has used them
    weights: int
    gradients: int
    optimizer: int
    passing: int = 0  # between two layers on the way back; of a network, at its widest place

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)


Sized = tuple[TensorType, ...]


class _Step(NamedTuple):
    """One node while the network only answers: what it makes, and what nobody needs after it."""

    made: Sized
    freed: Sized


@dataclass(frozen=True)
class Memory:
    """What a network takes of memory at any batch size.

    Counted: the tensors kept for the way back, weights, gradients, what the optimizer notes, and
    the gradients that pass between two layers. Not counted, because it depends on the machine:
    torch itself (some hundred MB on a GPU), the data set, scratch room of convolutions, copies
    made for another memory layout, and room lost between blocks.
    """

    kept: Mapping[NodeId, Sized]  # at the node that made them
    weights: Mapping[NodeId, int]  # how many numbers
    noted: int  # numbers that the optimizer notes for each weight
    _all: tuple[tuple[TensorType, int], ...]  # what is kept, equal types counted
    _passing: frozenset[Sized]
    _steps: tuple[_Step, ...]

    def of_node(self, node_id: NodeId, batch: int) -> Parts:
        """What one node takes while training."""
        kept = bytes_of(self.kept.get(node_id, ()), batch)
        return self._parts(kept, self.weights.get(node_id, 0))

    def training(self, batch: int) -> Parts:
        """What the whole network takes at most in one step of training."""
        kept = sum(bytes_of((x,), batch) * count for x, count in self._all)
        passing = max((bytes_of(types, batch) for types in self._passing), default=0)
        return self._parts(kept, sum(self.weights.values()))._replace(passing=passing)

    def inference(self, batch: int) -> int:
        """Bytes that it takes at most to answer: weights, and what is needed further on."""
        held = widest = 0
        for step in self._steps:
            held += bytes_of(step.made, batch)
            widest = max(widest, held)
            held -= bytes_of(step.freed, batch)
        return widest + WEIGHT * sum(self.weights.values())

    def largest_batch(self, room: int) -> int:
        """The largest batch whose training takes no more than `room` bytes; 0: not even one.

        An estimate, under what `Memory` counts and does not count: leave a tenth of the device
        free. More room never gives a smaller batch. At most `LARGEST`.
        """
        if self.training(LARGEST).total <= room:
            return LARGEST
        fits, fails = 0, LARGEST
        while fails - fits > 1:
            middle = (fits + fails) // 2
            if self.training(middle).total <= room:
                fits = middle
            else:
                fails = middle
        return fits

    def _parts(self, activations: int, weights: int) -> Parts:
        held = WEIGHT * weights
        return Parts(activations, held, held, self.noted * held)


def memory(graph: Graph, report: Report, recipe: Recipe) -> Memory:
    """The memory of the part of a network whose cost is known and that an output depends on."""
    nodes = [graph.active.nodes[node_id] for node_id in report.counted]
    walk = _Walk(report)
    for node in nodes:
        walk.visit(node)
    kept = walk.kept()
    return Memory(
        kept,
        {node.id: report.cost[node.id].weights for node in nodes},
        notes(recipe.optimizer),
        tuple(Counter(x for types in kept.values() for x in types).items()),
        frozenset(walk.passing),
        walk.steps(),
    )


def notes(optimizer: Part) -> int:
    """How many numbers an optimizer notes for each weight."""
    momentum = bool(getattr(optimizer, "momentum", 0))
    if isinstance(optimizer, SGD):
        return int(momentum)
    if isinstance(optimizer, RMSprop):
        return 1 + momentum
    return 2  # Adam and its kin: a mean of the gradient and of its square


class _Walk:
    """Goes through the nodes in order and notes which tensors are made, kept and passed on."""

    def __init__(self, report: Report) -> None:
        self._types, self._cost = report.types, report.cost
        self._root: dict[Port, Port] = {}  # output → the output whose numbers it shows
        self._learns: set[NodeId] = set()  # a gradient goes through them
        self._asked: dict[Port, None] = {}  # outputs kept as they are
        self._own: dict[NodeId, Sized] = {}
        self._uses: list[tuple[Node, tuple[Port, ...], tuple[Port, ...]]] = []
        self.passing: set[Sized] = set()  # of each node what came and what went

    def visit(self, node: Node) -> None:
        """One node more, after all that feed it."""
        sources = tuple(self._root[port] for _, port in node.feeds)
        outputs = node.outputs
        views = node.layer.kind in VIEWS
        self._root.update((port, sources[0] if views else port) for port in outputs)
        made = () if views else outputs
        self._uses.append((node, sources, made))
        weighs = self._cost[node.id].weights > 0 or node.shares is not None
        if not weighs and not any(port.node in self._learns for port in sources):
            return  # no gradient comes this way, so torch keeps nothing
        self._learns.add(node.id)
        if views:
            return
        self.passing.add(self._typed((*sources, *made)))
        self._keep(node, sources, made)

    def _keep(self, node: Node, sources: tuple[Port, ...], made: tuple[Port, ...]) -> None:
        layer = node.layer
        x, y = self._typed(port for _, port in node.feeds), self._typed(made)
        if layer.kind in KEEP_OUTPUT:
            self._asked.update(dict.fromkeys(made))
        elif layer.kind not in KEEP_NEITHER and not _is_mean(layer, y):
            self._asked.update(dict.fromkeys(sources))
        if own := _own(layer, x, y):
            self._own[node.id] = own

    def kept(self) -> dict[NodeId, Sized]:
        """What is kept for the way back, at the nodes that made it."""
        found: dict[NodeId, Sized] = dict(self._own)
        for port in self._asked:
            found[port.node] = (*found.get(port.node, ()), self._types[port])
        return found

    def steps(self) -> tuple[_Step, ...]:
        """The nodes as they answer, each tensor freed after its last use."""
        last: dict[Port, int] = {}
        for at, (node, sources, made) in enumerate(self._uses):
            # What is returned lives to the end.
            end = len(self._uses) if node.layer.kind == "Output" else at
            last.update(dict.fromkeys(made, at))
            last.update((port, max(end, last[port])) for port in sources)
        freed: dict[int, list[Port]] = {}
        for port, at in last.items():
            freed.setdefault(at, []).append(port)
        return tuple(
            _Step(self._typed(made), self._typed(freed.get(at, ())))
            for at, (_, _, made) in enumerate(self._uses)
        )

    def _typed(self, ports: Iterable[Port]) -> Sized:
        return tuple(self._types[port] for port in ports)


def _own(layer: Layer, x: Sized, y: Sized) -> Sized:
    """What a layer keeps that is neither its input nor its output, as types of that size.

    Measured on torch's own layers; those of attention and recurrence are sums over their parts.
    """
    kind = layer.kind
    if kind.startswith(("MaxPool", "AdaptiveMaxPool")):
        return (y[0]._replace(dtype="int64"),)  # where each largest value was
    if kind == "MultiheadAttention":
        looks = 3 if getattr(layer, "dropout", 0) else 1
        heads = getattr(layer, "num_heads", 1)
        return _times(x[0], 7), _times(y[1], looks * heads)
    if kind == "TransformerEncoderLayer":
        return _encoder(layer, x[0])
    if kind in ("RNN", "GRU", "LSTM"):
        return _recurrent(layer, y[0])
    return (_times(y[0], OWN[kind]),) if kind in OWN else ()


def _recurrent(layer: Layer, y: TensorType) -> Sized:
    layers, shortened = getattr(layer, "num_layers", 1), getattr(layer, "proj_size", 0)
    # What each layer hands to the next one, and what a dropout has left of it.
    between = _times(y, (layers - 1) * (1 + bool(getattr(layer, "dropout", 0))))
    if shortened:  # torch works it out in other steps, and keeps as much as for a GRU
        whole = y.with_dim(-1, (1 + getattr(layer, "bidirectional", 0)) * layer.hidden_size)  # type: ignore[attr-defined]
        return _times(whole, OWN["GRU"] * layers), between
    return _times(y, OWN[layer.kind] * layers), between


def _encoder(layer: Layer, x: TensorType) -> Sized:
    drops = bool(getattr(layer, "dropout", 0))
    steps = x.dims[1 if getattr(layer, "batch_first", True) else 0]
    heads, inside = getattr(layer, "nhead", 1), getattr(layer, "dim_feedforward", 0)
    looks = x.with_dim(-1, steps)
    hidden = x.with_dim(-1, inside)
    if drops:
        return _times(x, 12), _times(looks, 3 * heads), _times(hidden, 3)
    return _times(x, 8), hidden  # the attention is worked out again instead of kept


def _times(x: TensorType, count: int) -> TensorType:
    return TensorType((*x.dims, count))


def _is_mean(layer: Layer, y: Sized) -> bool:
    """Whether a pooling leaves one number of each channel: torch takes a mean, and keeps none."""
    return layer.kind.startswith("AdaptiveAvgPool") and all(dim == 1 for dim in y[0].dims[2:])


def bytes_of(types: Iterable[TensorType], batch: int) -> int:
    """What tensors of these types take with a batch of that many samples."""
    return sum(x.values(batch) * BYTES.get(x.dtype, WEIGHT) for x in types)
