"""Networks of any size for the canvas, tidy and the benchmarks, by their shape.

Each is made of real layers and fits together, and is built at once: thousands of nodes in
milliseconds.
"""

from __future__ import annotations

from random import Random

from nodegraph.graph import Graph, Node, NodeId, Port
from nodegraph.layers import Layer
from tests.networks import layer


class Sketch:
    """Nodes noted down one after the other, each behind those before it."""

    def __init__(self, *shape: int) -> None:
        self._nodes: list[Node] = []
        self.image = self.add("image", layer("Input", shape=shape))

    def add(self, node_id: NodeId, made: Layer, *sources: str) -> NodeId:
        """Notes a node fed by these; "lstm.h_n" means that output, "lstm" the first."""
        ports = tuple(self._port(source) for source in sources)
        if made.variadic:
            inputs: dict[str, Port | tuple[Port, ...]] = {made.inputs[0]: ports}
        else:
            inputs = dict(zip(made.inputs, ports, strict=False))
        self._nodes.append(Node(node_id, made, inputs))
        return node_id

    def chain(self, last: NodeId, *nodes: tuple[str, Layer]) -> NodeId:
        """Notes nodes one behind the other; the last one's id."""
        for node_id, made in nodes:
            last = self.add(node_id, made, last)
        return last

    def graph(self, last: NodeId) -> Graph:
        """The network; behind `last` comes the output."""
        self.add("out", layer("Output"), last)
        return Graph.of(self._nodes)

    @staticmethod
    def _port(source: str) -> Port:
        node_id, _, name = source.partition(".")
        return Port(node_id, name or "output")


def conv(channels: int = 16, size: int = 3, **settings: object) -> Layer:
    """A convolution that keeps the picture's sides."""
    return layer("Conv2d", out_channels=channels, kernel_size=size, padding=size // 2, **settings)


def chain(nodes: int) -> Graph:
    """One node behind the other."""
    sketch = Sketch(16)
    last = sketch.image
    for number in range(1, nodes - 1):
        kind = layer("ReLU") if number % 2 else layer("Linear", out_features=16)
        last = sketch.add(f"n{number}", kind, last)
    return sketch.graph(last)


def ladder(nodes: int) -> Graph:
    """Rungs of two nodes; each doubles the ways through, so that 2,000 nodes have 2¹⁰⁰⁰."""
    sketch = Sketch(16)
    last = sketch.image
    for number in range(1, nodes // 2):
        relu = sketch.add(f"relu{number}", layer("ReLU"), last)
        last = sketch.add(f"add{number}", layer("Add"), relu, last)
    return sketch.graph(last)


def resnet(blocks: int) -> Graph:
    """Residual blocks of seven nodes; every fourth has a convolution in its shortcut."""
    sketch = Sketch(3, 32, 32)
    last = sketch.chain(sketch.image, ("stem", conv()), ("relu0", layer("ReLU")))
    for number in range(1, blocks + 1):
        last = _residual(sketch, f"_{number}", last, shortcut=number % 4 == 1)
    return sketch.graph(_head(sketch, last))


def _residual(
    sketch: Sketch, name: str, start: NodeId, shortcut: bool = False, attention: bool = False
) -> NodeId:
    plain = conv(bias=False)
    last = sketch.chain(
        start, (f"conv{name}a", plain), (f"bn{name}a", layer("BatchNorm2d")),
        (f"relu{name}a", layer("ReLU")), (f"conv{name}b", plain),
        (f"bn{name}b", layer("BatchNorm2d")),
    )  # fmt: skip
    if attention:
        gate = sketch.chain(
            last, (f"pool{name}", layer("AdaptiveAvgPool2d", output_size=1)),
            (f"squeeze{name}", conv(4, 1)), (f"relu{name}s", layer("ReLU")),
            (f"excite{name}", conv(16, 1)), (f"gate{name}", layer("Sigmoid")),
        )  # fmt: skip
        last = sketch.add(f"scale{name}", layer("Multiply"), last, gate)
    skip = start
    if shortcut:
        skip = sketch.chain(
            start, (f"skip{name}", conv(16, 1)), (f"bn{name}s", layer("BatchNorm2d"))
        )
    last = sketch.add(f"add{name}", layer("Add"), last, skip)
    return sketch.add(f"relu{name}", layer("ReLU"), last)


def _head(sketch: Sketch, last: NodeId) -> NodeId:
    return sketch.chain(
        last, ("pool", layer("AdaptiveAvgPool2d", output_size=1)), ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=10)),
    )  # fmt: skip


def transformer(layers: int) -> Graph:
    """An encoder whose attention is spelled out: three projections, two products, two skips."""
    sketch = Sketch(28, 32)
    last = sketch.image
    for number in range(1, layers + 1):
        last = encoder_layer(sketch, f"_{number}", last)
    return sketch.graph(last)


def encoder_layer(sketch: Sketch, name: str, start: NodeId) -> NodeId:
    """One layer of a transformer's encoder, normalised first; its last node's id."""
    normal = sketch.add(f"norm{name}a", layer("LayerNorm"), start)
    query, key, value = (
        sketch.add(f"{role}{name}", layer("Linear", out_features=32), normal)
        for role in ("query", "key", "value")
    )
    turned = sketch.add(f"turn{name}", layer("Permute", dims=(0, 2, 1)), key)
    scores = sketch.add(f"scores{name}", layer("MatMul"), query, turned)
    softmax = sketch.add(f"softmax{name}", layer("Softmax", dim=-1), scores)
    mixed = sketch.add(f"mixed{name}", layer("MatMul"), softmax, value)
    project = sketch.add(f"project{name}", layer("Linear", out_features=32), mixed)
    added = sketch.add(f"add{name}a", layer("Add"), project, start)
    last = sketch.chain(
        added, (f"norm{name}b", layer("LayerNorm")),
        (f"wide{name}", layer("Linear", out_features=128)), (f"gelu{name}", layer("GELU")),
        (f"narrow{name}", layer("Linear", out_features=32)),
    )  # fmt: skip
    return sketch.add(f"add{name}b", layer("Add"), last, added)


def dense(layers: int) -> Graph:
    """A DenseNet block: each convolution sees what every one before it made."""
    sketch = Sketch(3, 32, 32)
    made = [sketch.add("conv0", conv(8), sketch.image)]
    for number in range(1, layers):
        seen = made[0]
        if number > 1:
            seen = sketch.add(f"join{number}", layer("Concatenate"), *made)
        made.append(sketch.add(f"conv{number}", conv(8), seen))
    return sketch.graph(sketch.add("join", layer("Concatenate"), *made))


def star(leaves: int) -> Graph:
    """One node that feeds many, which one node joins."""
    sketch = Sketch(16)
    relus = [sketch.add(f"relu{n}", layer("ReLU"), sketch.image) for n in range(1, leaves + 1)]
    return sketch.graph(sketch.add("add", layer("Add"), *relus))


def inception(modules: int) -> Graph:
    """Modules of four branches, one node or two long, joined by their channels."""
    sketch = Sketch(3, 32, 32)
    last = sketch.chain(sketch.image, ("stem", conv()), ("relu", layer("ReLU")))
    for number in range(1, modules + 1):
        pool = layer("MaxPool2d", kernel_size=3, stride=1, padding=1)
        branches = [
            sketch.add(f"one_{number}", conv(8, 1), last),
            sketch.chain(last, (f"cut3_{number}", conv(8, 1)), (f"three_{number}", conv(8))),
            sketch.chain(last, (f"cut5_{number}", conv(8, 1)), (f"five_{number}", conv(8, 5))),
            sketch.chain(last, (f"pool_{number}", pool), (f"after_{number}", conv(8, 1))),
        ]
        last = sketch.add(f"join_{number}", layer("Concatenate"), *branches)
    return sketch.graph(_head(sketch, last))


def unet(depth: int) -> Graph:
    """Down and up again, each step up joined by what the same step down made."""
    sketch = Sketch(3, 64, 64)
    last, kept = sketch.image, []
    for step in range(depth):
        last = sketch.chain(last, (f"down{step}", conv()), (f"relu{step}", layer("ReLU")))
        kept.append(last)
        last = sketch.add(f"pool{step}", layer("MaxPool2d"), last)
    last = sketch.add("middle", conv(), last)
    for step in reversed(range(depth)):
        last = sketch.add(
            f"wider{step}", layer("ConvTranspose2d", out_channels=16, kernel_size=2, stride=2), last
        )
        last = sketch.add(f"join{step}", layer("Concatenate"), kept[step], last)
        last = sketch.add(f"up{step}", conv(), last)
    return sketch.graph(last)


def random_dag(nodes: int, seed: int) -> Graph:
    """Any network of adders and activations, each fed by up to three nodes before it."""
    random = Random(seed)
    sketch = Sketch(16)
    ids = [sketch.image]
    for number in range(1, nodes - 1):
        reach = ids if random.random() < 0.1 else ids[-30:]
        sources = random.sample(reach, min(len(reach), random.choice((1, 1, 1, 2, 2, 3))))
        kind = layer("ReLU") if len(sources) == 1 else layer("Add")
        ids.append(sketch.add(f"n{number}", kind, *sources))
    return sketch.graph(ids[-1])


def big_classifier() -> Graph:
    """1,633 nodes, as many as the largest of torchvision's classifiers has.

    Stages of residual blocks with attention over their channels.
    """
    sketch = Sketch(3, 32, 32)
    last = sketch.chain(
        sketch.image, ("stem", conv()), ("bn", layer("BatchNorm2d")), ("relu", layer("ReLU")),
        ("half", layer("MaxPool2d")),
    )  # fmt: skip
    for stage, blocks in enumerate((20, 30, 40, 34), 1):
        for number in range(1, blocks + 1):
            name = f"_{stage}_{number}"
            last = _residual(sketch, name, last, shortcut=number == 1, attention=True)
    last = sketch.chain(
        last, ("last", conv(64, 1)), ("bn_last", layer("BatchNorm2d")),
        ("relu_last", layer("ReLU")), ("dropout", layer("Dropout")),
    )  # fmt: skip
    return sketch.graph(_head(sketch, last))
