"""Networks that tests share: the reference networks and the kinds they stand for.

Each is a function, so that a test may break its own copy.
"""

from __future__ import annotations

from nodegraph.graph import Graph, Node, NodeId, Port
from nodegraph.layers import LAYERS, Layer


def layer(kind: str, **settings: object) -> Layer:
    """A layer by the name it has in the palette."""
    return LAYERS[kind](**settings)


def wired(graph: Graph, node_id: NodeId, made: Layer, *sources: str) -> Graph:
    """With a node fed by these, each "conv1" (its first output) or "lstm.h_n"."""
    graph = graph.put(Node(node_id, made))
    names = made.inputs * len(sources) if made.variadic else made.inputs
    for name, source in zip(names, sources, strict=False):
        graph = graph.connect(output(graph, source), Port(node_id, name))
    return graph


def output(graph: Graph, source: str) -> Port:
    """The port that "conv1" or "lstm.h_n" means."""
    node_id, _, name = source.partition(".")
    return Port(node_id, name or graph.nodes[node_id].layer.outputs[0])


def chain(*nodes: tuple[str, Layer], graph: Graph | None = None, after: str = "") -> Graph:
    """Nodes one after the other, alone or behind a node of a graph."""
    graph = graph or Graph()
    for node_id, made in nodes:
        graph = wired(graph, node_id, made, *([after] if after else []))
        after = node_id
    return graph


def perceptron(
    shape: tuple[int, ...], *sizes: int, flat: bool = True, activation: str = "ReLU"
) -> Graph:
    """Linear layers with an activation between each two; "" for none."""
    nodes = [("image", layer("Input", shape=shape))]
    if flat:
        nodes.append(("flat", layer("Flatten")))
    for number, size in enumerate(sizes, 1):
        nodes.append((f"fc{number}", layer("Linear", out_features=size)))
        if activation and number < len(sizes):
            nodes.append((f"act{number}", layer(activation)))
    return chain(*nodes, ("out", layer("Output")))


def r0() -> Graph:
    """SimpleCNN for MNIST."""
    return chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=32, padding=1)),
        ("pool1", layer("MaxPool2d")),
        ("relu1", layer("ReLU")),
        ("conv2", layer("Conv2d", out_channels=64, padding=1)),
        ("pool2", layer("MaxPool2d")),
        ("relu2", layer("ReLU")),
        ("flat", layer("Flatten")),
        ("fc1", layer("Linear", out_features=128)),
        ("relu3", layer("ReLU")),
        ("fc2", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )


def r1a(activation: str = "ReLU") -> Graph:
    """Two Linear layers on a vector of 10."""
    return perceptron((10,), 20, 10, flat=False, activation=activation)


def r1b(flat: bool = True, activation: str = "ReLU") -> Graph:
    """Three Linear layers for MNIST."""
    return perceptron((1, 28, 28), 128, 64, 10, flat=flat, activation=activation)


def r2(side: int = 32, classes: int = 10) -> Graph:
    """A LeNet for colour pictures of any side from 16."""
    return chain(
        ("image", layer("Input", shape=(3, side, side))),
        ("conv1", layer("Conv2d", out_channels=6, kernel_size=5)),
        ("relu1", layer("ReLU")),
        ("pool1", layer("MaxPool2d")),
        ("conv2", layer("Conv2d", out_channels=16, kernel_size=5)),
        ("relu2", layer("ReLU")),
        ("pool2", layer("MaxPool2d")),
        ("flat", layer("Flatten")),
        ("fc1", layer("Linear", out_features=120)),
        ("relu3", layer("ReLU")),
        ("fc2", layer("Linear", out_features=84)),
        ("relu4", layer("ReLU")),
        ("fc3", layer("Linear", out_features=classes)),
        ("out", layer("Output")),
    )


def r4a(flat: bool = True) -> Graph:
    """Two Linear layers for MNIST."""
    return perceptron((1, 28, 28), 128, 10, flat=flat)


def r4b(side: int = 32) -> Graph:
    """SimpleCNN for colour pictures."""
    return chain(
        ("image", layer("Input", shape=(3, side, side))),
        ("conv1", layer("Conv2d", out_channels=32, padding=1)),
        ("relu1", layer("ReLU")),
        ("pool1", layer("MaxPool2d")),
        ("conv2", layer("Conv2d", out_channels=64, padding=1)),
        ("relu2", layer("ReLU")),
        ("pool2", layer("MaxPool2d")),
        ("flat", layer("Flatten")),
        ("fc1", layer("Linear", out_features=128)),
        ("relu3", layer("ReLU")),
        ("fc2", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )


def residual(blocks: int, channels: int = 16) -> Graph:
    """A ResNet of equal blocks for MNIST: 7 nodes a block and 8 around them."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("stem", layer("Conv2d", out_channels=channels, padding=1, stride=2)),
        ("relu", layer("ReLU")),
    )
    last = "relu"
    for number in range(1, blocks + 1):
        conv = layer("Conv2d", out_channels=channels, padding=1, bias=False)
        graph = chain(
            (f"conv{number}a", conv),
            (f"bn{number}a", layer("BatchNorm2d")),
            (f"relu{number}a", layer("ReLU")),
            (f"conv{number}b", conv),
            (f"bn{number}b", layer("BatchNorm2d")),
            graph=graph,
            after=last,
        )
        graph = wired(graph, f"add{number}", layer("Add"), f"bn{number}b", last)
        last = f"relu{number}"
        graph = wired(graph, last, layer("ReLU"), f"add{number}")
    return chain(
        ("pool", layer("AdaptiveAvgPool2d", output_size=1)),
        ("flat", layer("Flatten")),
        ("dropout", layer("Dropout")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
        graph=graph,
        after=last,
    )


def resnet() -> Graph:
    """A residual block that halves the picture, its shortcut by a 1×1 convolution."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("stem", layer("Conv2d", out_channels=32, padding=1)),
        ("relu1", layer("ReLU")),
        ("conv1", layer("Conv2d", out_channels=64, stride=2, padding=1)),
        ("bn1", layer("BatchNorm2d")),
        ("relu2", layer("ReLU")),
        ("conv2", layer("Conv2d", out_channels=64, padding=1)),
    )
    graph = wired(graph, "skip", layer("Conv2d", out_channels=64, kernel_size=1, stride=2), "relu1")
    graph = wired(graph, "add", layer("Add"), "conv2", "skip")
    return chain(
        ("relu3", layer("ReLU")),
        ("pool", layer("AdaptiveAvgPool2d", output_size=1)),
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
        graph=graph,
        after="add",
    )


def inception() -> Graph:
    """Branches with kernels of 1, 3 and 5 and a pooled one, joined by their channels."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("stem", layer("Conv2d", out_channels=16, padding=1)),
        ("relu", layer("ReLU")),
    )
    for size in (1, 3, 5):
        conv = layer("Conv2d", out_channels=8, kernel_size=size, padding=size // 2)
        graph = wired(graph, f"branch{size}", conv, "relu")
    pool = layer("MaxPool2d", kernel_size=3, stride=1, padding=1)
    graph = wired(graph, "pooled", pool, "relu")
    branches = ("branch1", "branch3", "branch5", "pooled")
    graph = wired(graph, "joined", layer("Concatenate"), *branches)
    return chain(
        ("relu2", layer("ReLU")),
        ("pool", layer("AdaptiveAvgPool2d", output_size=1)),
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
        graph=graph,
        after="joined",
    )


def lstm() -> Graph:
    """An LSTM that reads a picture row by row; the last step decides."""
    return chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("rows", layer("Squeeze", dim=1)),
        ("lstm", layer("LSTM", hidden_size=64)),
        ("last", layer("Select", dim=1, index=-1)),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )


def autoencoder() -> Graph:
    """MNIST through 32 numbers and back; the target is the input."""
    return chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("flat", layer("Flatten")),
        ("encode", layer("Linear", out_features=32)),
        ("relu", layer("ReLU")),
        ("decode", layer("Linear", out_features=784)),
        ("picture", layer("Reshape", shape=(1, 28, 28))),
        ("out", layer("Output")),
    )


def moons() -> Graph:
    """Points in a plane, two classes."""
    return perceptron((2,), 32, 32, 2, flat=False)


GOOD = {
    made.__name__: made
    for made in (r0, r1a, r1b, r2, r4a, r4b, resnet, inception, lstm, autoencoder, moons)
}
