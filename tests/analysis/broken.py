"""Networks with one mistake each, as people make them: where it is found, and what cures it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from nodegraph.graph import Graph, Node, Port
from nodegraph.layers import Unknown
from nodegraph.recipe import (
    BCEWithLogitsLoss,
    L1Loss,
    MSELoss,
    NLLLoss,
    Recipe,
)
from tests import networks
from tests.networks import chain, layer, output, wired

MNIST = Recipe()
CIFAR = Recipe(data="cifar10")
DIABETES = Recipe(data="diabetes", loss=MSELoss(), target="values")
COPY = Recipe(loss=MSELoss(), target="input")


class Broken(NamedTuple):
    """A graph with a mistake, the recipe, and the problem that must be found."""

    graph: Graph
    recipe: Recipe | None
    node: str | None
    words: str  # part of the message
    labels: tuple[str, ...]  # of the fixes, in order
    severity: str = "error"


def set_to(graph: Graph, node_id: str, **settings: object) -> Graph:
    """With other settings in a node."""
    return graph.replace(node_id, replace(graph.nodes[node_id].layer, **settings))


def cut(graph: Graph, node_id: str, name: str = "input") -> Graph:
    """Without the wires into one input."""
    node = graph.nodes[node_id]
    kept = {port: fed for port, fed in node.inputs.items() if port != name}
    return graph.put(replace(node, inputs=kept))


def before_output(graph: Graph, node_id: str, made: object, source: str) -> Graph:
    """With a node between the last layer and the Output."""
    graph = wired(cut(graph, "out"), node_id, made, source)
    return graph.connect(output(graph, node_id), Port("out", "input"))


def two_inputs() -> Graph:
    graph = wired(networks.moons(), "other", layer("Input", shape=(2,)))
    graph = wired(graph, "add", layer("Add"), "fc3", "other")
    return wired(cut(graph, "out"), "out", layer("Output"), "add")


def two_outputs() -> Graph:
    return wired(networks.moons(), "second", layer("Output"), "fc2")


def shared(**settings: object) -> Graph:
    graph = set_to(networks.moons(), "fc1", out_features=2)
    graph = set_to(graph, "fc2", **{"out_features": 2, **settings})
    return graph.put(replace(graph.nodes["fc2"], shares="fc1"))


def shared_unused() -> Graph:
    graph = set_to(networks.moons(), "fc1", out_features=2)
    graph = chain(("spare", graph.nodes["fc1"].layer), graph=graph, after="image")
    return graph.put(replace(graph.nodes["fc1"], shares="spare"))


def dense_branch() -> Graph:
    """A picture and features into one Concatenate."""
    graph = chain(
        ("image", layer("Input")), ("conv", layer("Conv2d", out_channels=4)), graph=Graph()
    )
    graph = chain(
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=8)),
        graph=graph,
        after="image",
    )
    graph = wired(graph, "both", layer("Concatenate"), "fc", "conv")
    return chain(
        ("relu", layer("ReLU")),
        ("last", layer("Linear", out_features=10)),
        ("out", layer("Output")),
        graph=graph,
        after="both",
    )


def features_meet(made: str) -> Graph:
    """Two vectors of different lengths into one node."""
    graph = chain(("image", layer("Input", shape=(10,))))
    for name, number in (("left", 20), ("right", 30)):
        graph = wired(graph, name, layer("Linear", out_features=number), "image")
        graph = wired(graph, f"{name}_relu", layer("ReLU"), name)
    graph = wired(graph, "meet", layer(made), "left_relu", "right_relu")
    return wired(graph, "out", layer("Output"), "meet")


def scores() -> Graph:
    """Queries and keys of a sequence multiplied, one of them not turned round."""
    graph = chain(("steps", layer("Input", shape=(12, 8))))
    for name in ("query", "key"):
        graph = wired(graph, name, layer("Linear", out_features=16), "steps")
    graph = wired(graph, "scores", layer("MatMul"), "query", "key")
    return wired(graph, "out", layer("Output"), "scores")


def after_flatten(made: object) -> Graph:
    """A layer for pictures behind a Flatten."""
    return chain(
        ("image", layer("Input")),
        ("flat", layer("Flatten")),
        ("late", made),
        ("out", layer("Output")),
    )


def with_unknown() -> Graph:
    graph = cut(networks.moons(), "fc2")
    graph = graph.put(Node("odd", Unknown(name="Odd")))
    graph = graph.connect(Port("act1", "output"), Port("odd", "input"))
    return graph.connect(Port("odd", "output"), Port("fc2", "input"))


BROKEN: dict[str, Broken] = {
    "an empty canvas": Broken(Graph(), None, None, "no Input", ("Add Input",)),
    "no output": Broken(networks.r4a().remove(["out"]), None, None, "no Output", ("Add Output",)),
    "no input": Broken(networks.r4a().remove(["image"]), MNIST, None, "no Input", ("Add Input",)),
    "an unconnected input": Broken(
        cut(networks.r4a(), "act1"),
        MNIST,
        "act1",
        "Nothing is connected",
        ("Connect fc1", "Remove act1"),
    ),
    "an unconnected input of several": Broken(
        cut(features_meet("Subtract"), "meet", "other"),
        None,
        "meet",
        "its input other",
        ("Connect right_relu", "Remove meet"),
    ),
    "an unused branch": Broken(
        chain(
            ("spare", layer("Linear")),
            ("spare2", layer("ReLU")),
            graph=networks.r4a(),
            after="flat",
        ),
        MNIST,
        "spare2",
        "No Output depends on it",
        ("Remove its 2 nodes",),
        "hint",
    ),
    "an unused Input": Broken(
        networks.moons().put(Node("spare", layer("Input"))),
        None,
        "spare",
        "No Output depends on it",
        ("Remove it",),
        "hint",
    ),
    "an unknown layer": Broken(with_unknown(), None, "odd", "no layer Odd", ("Remove odd",)),
    "one wire into an Add": Broken(
        chain(
            ("image", layer("Input", shape=(2,))),
            ("fc", layer("Linear", out_features=2)),
            ("add", layer("Add")),
            ("out", layer("Output")),
        ),
        None,
        "add",
        "two wires or more",
        ("Remove add",),
    ),
    "shared weights, other settings": Broken(
        shared(bias=False),
        None,
        "fc2",
        "settings differ",
        ("Set fc2 as fc1", "Give fc2 its own weights"),
    ),
    "shared weights, other shape": Broken(
        set_to(shared(out_features=3), "fc1", out_features=3),
        None,
        "fc2",
        "gets another shape",
        ("Give fc2 its own weights",),
    ),
    "shared weights of an unused node": Broken(
        shared_unused(),
        None,
        "fc1",
        "It shares the weights of spare, which no Output depends on",
        ("Give fc1 its own weights",),
    ),
    "a kernel larger than its picture": Broken(
        networks.r2(8),
        None,
        "conv2",
        "Its kernel of 5 is larger than the 2×2 from pool1",
        ("Set conv2 to k = 2", "Set conv2 to pad = 2"),
    ),
    "a convolution behind a Flatten": Broken(
        after_flatten(layer("Conv2d")),
        None,
        "late",
        "It can't take B×784 from flat",
        ("Remove flat", "Insert Unflatten"),
    ),
    "BatchNorm2d on features": Broken(
        after_flatten(layer("BatchNorm2d")),
        None,
        "late",
        "It can't take B×784 from flat",
        ("Use BatchNorm1d", "Remove flat", "Insert Unflatten"),
    ),
    "groups that do not divide": Broken(
        set_to(networks.r0(), "conv2", groups=5),
        MNIST,
        "conv2",
        "It can't take B×32×14×14 from relu1",
        ("Set conv2 to groups = 4",),
    ),
    "words from pictures": Broken(
        chain(
            ("image", layer("Input", shape=(12,))),
            ("words", layer("Embedding")),
            ("out", layer("Output")),
        ),
        None,
        "words",
        "It can't take B×12 from image",
        ("Set image to dtype = int64", "Use Linear"),
    ),
    "words from data that holds decimals": Broken(
        chain(
            ("image", layer("Input", shape=(2,))),
            ("words", layer("Embedding", embedding_dim=2)),
            ("out", layer("Output")),
        ),
        Recipe(data="moons"),
        "words",
        "It can't take B×2 from image",
        ("Use Linear",),
    ),
    "channels before an Add": Broken(
        set_to(networks.resnet(), "skip", out_channels=32),
        MNIST,
        "add",
        "different channels: conv2 64, skip 32",
        ("Set skip to out = 64", "Insert Conv2d 1×1", "Set conv2 to out = 32"),
    ),
    "sizes before an Add": Broken(
        set_to(networks.resnet(), "skip", stride=1),
        MNIST,
        "add",
        "different sizes: conv2 14×14, skip 28×28",
        ("Set skip to stride = 2", "Insert Conv2d 1×1"),
    ),
    "an identity shortcut that should halve": Broken(
        wired(
            cut(networks.resnet(), "add").remove(["skip"]), "add", layer("Add"), "conv2", "relu1"
        ).connect(Port("add", "output"), Port("relu3", "input")),
        MNIST,
        "add",
        "different shapes",
        ("Insert Conv2d 1×1",),
    ),
    "a branch without padding": Broken(
        set_to(networks.inception(), "branch3", padding=0),
        MNIST,
        "joined",
        "different sizes: branch1 28×28, branch3 26×26",
        ("Set branch3 to pad = 1",),
    ),
    "a picture beside features": Broken(
        dense_branch(), MNIST, "both", "different numbers of dimensions", ("Insert Flatten",)
    ),
    "features before an Add": Broken(
        features_meet("Add"),
        None,
        "meet",
        "different features: left_relu 20, right_relu 30",
        ("Set left to out = 30", "Insert Linear 30", "Set right to out = 20"),
    ),
    "features before a MatMul": Broken(
        scores(),
        None,
        "scores",
        "",
        ("Insert Permute after key", "Insert Permute after query", "Insert Linear 12 after query"),
    ),
    "no Flatten before a Linear": Broken(
        networks.r4a(flat=False),
        MNIST,
        "fc1",
        "only the last dimension of the picture B×1×28×28",
        ("Insert Flatten",),
    ),
    "no Flatten, unknown use": Broken(
        networks.r4a(flat=False),
        None,
        "fc1",
        "only the last dimension",
        ("Insert Flatten",),
        "hint",
    ),
    "pictures of another size": Broken(
        networks.r4b(32),
        MNIST,
        "image",
        "MNIST has samples of 1×28×28, and image takes 3×32×32",
        ("Set image to 1×28×28", "Train on CIFAR10"),
    ),
    "whole numbers from decimal data": Broken(
        chain(
            ("image", layer("Input", shape=(2,), dtype="int64")),
            ("words", layer("Embedding", embedding_dim=2)),
            ("pick", layer("Select")),
            ("out", layer("Output")),
        ),
        Recipe(data="moons"),
        "image",
        "Moons has decimal numbers",
        ("Set image to dtype = float32",),
    ),
    "another number of classes": Broken(
        set_to(networks.r4a(), "fc2", out_features=12),
        MNIST,
        "fc2",
        "MNIST has 10 classes, and fc2 gives 12",
        ("Set fc2 to out = 10",),
    ),
    "another number of classes behind a pool": Broken(
        chain(
            ("image", layer("Input")),
            ("conv", layer("Conv2d", out_channels=8)),
            ("pool", layer("AdaptiveAvgPool2d", output_size=1)),
            ("flat", layer("Flatten")),
            ("out", layer("Output")),
        ),
        MNIST,
        "conv",
        "MNIST has 10 classes, and conv gives 8",
        ("Set conv to out = 10",),
    ),
    "a picture as the answer": Broken(
        chain(("image", layer("Input")), ("conv", layer("Conv2d")), ("out", layer("Output"))),
        MNIST,
        "out",
        "CrossEntropyLoss needs B×10, and B×32×26×26 came",
        ("Insert Flatten and Linear 10",),
    ),
    "every step as the answer": Broken(
        wired(
            networks.lstm().remove(["last"]), "fc", layer("Linear", out_features=10), "lstm"
        ).connect(Port("fc", "output"), Port("out", "input")),
        MNIST,
        "out",
        "B×28×10 came",
        ("Insert Select", "Insert Mean", "Insert Select and Linear 10"),
    ),
    "one number without a dimension of its own": Broken(
        before_output(
            set_to(networks.r1a(), "fc2", out_features=1), "squeeze", layer("Squeeze"), "fc2"
        ),
        DIABETES,
        "out",
        "MSELoss needs B×1, and B came",
        ("Insert Unsqueeze", "Insert Unsqueeze and Linear 1"),
    ),
    "squares against class numbers": Broken(
        networks.r1b(),
        Recipe(loss=MSELoss()),
        "out",
        "MSELoss compares numbers, and the targets are class numbers",
        ("Compare with one-hot targets", "Use cross-entropy"),
    ),
    "differences against class numbers": Broken(
        networks.r1b(),
        Recipe(loss=L1Loss()),
        "out",
        "L1Loss compares numbers",
        ("Compare with one-hot targets", "Use cross-entropy"),
    ),
    "log probabilities against one-hot": Broken(
        networks.r1b(),
        Recipe(loss=NLLLoss(), target="one_hot"),
        "out",
        "NLLLoss compares class numbers",
        ("Compare with class numbers", "Use cross-entropy"),
    ),
    "classes from data without": Broken(
        set_to(networks.r1a(), "fc2", out_features=1),
        Recipe(data="diabetes"),
        "out",
        "Diabetes has no classes",
        ("Compare with values by MSELoss",),
    ),
    "values from data with classes": Broken(
        networks.r4a(),
        Recipe(loss=MSELoss(), target="values"),
        "out",
        "MNIST has classes, not values",
        ("Compare with one-hot targets",),
    ),
    "classes against the input": Broken(
        networks.autoencoder(),
        Recipe(target="input"),
        "out",
        "the target is the input itself",
        ("Use MSELoss", "Compare with class numbers"),
    ),
    "several values for one": Broken(
        networks.r1a(),
        DIABETES,
        "fc2",
        "Diabetes has 1 value a sample, and fc2 gives 10",
        ("Set fc2 to out = 1",),
    ),
    "an autoencoder's answer left flat": Broken(
        wired(networks.autoencoder().remove(["picture", "out"]), "out", layer("Output"), "decode"),
        COPY,
        "out",
        "needs B×1×28×28, and B×784 came",
        ("Insert Reshape", "Insert Linear 784 and Reshape"),
    ),
    "an autoencoder's answer too short": Broken(
        wired(networks.autoencoder().remove(["picture", "out"]), "out", layer("Output"), "relu"),
        COPY,
        "out",
        "needs B×1×28×28, and B×32 came",
        ("Insert Linear 784 and Reshape",),
    ),
    "two inputs to train": Broken(
        two_inputs(),
        Recipe(data="moons"),
        "other",
        "Training takes one Input, and image is one already",
        ("Use image instead",),
    ),
    "two outputs to train": Broken(
        two_outputs(),
        Recipe(data="moons"),
        "second",
        "Training takes one Output, and out is one already",
        ("Remove second",),
    ),
    "nothing to train": Broken(
        chain(
            ("image", layer("Input", shape=(2,))),
            ("relu", layer("ReLU")),
            ("out", layer("Output")),
        ),
        Recipe(data="moons"),
        None,
        "No layer has weights",
        ("Insert Linear 2",),
    ),
    "two Linear and nothing between": Broken(
        networks.r1a(activation=""),
        None,
        "fc2",
        "fc1 and fc2 have nothing between them, so together they are one Linear",
        ("Insert ReLU",),
        "hint",
    ),
    "two convolutions and nothing between": Broken(
        chain(
            ("image", layer("Input")),
            ("conv1", layer("Conv2d")),
            ("dropout", layer("Dropout")),
            ("conv2", layer("Conv2d")),
            ("out", layer("Output")),
        ),
        None,
        "conv2",
        "together they are one convolution",
        ("Insert ReLU",),
        "hint",
    ),
    "softmax before cross-entropy": Broken(
        before_output(networks.r4a(), "softmax", layer("Softmax"), "fc2"),
        MNIST,
        "softmax",
        "CrossEntropyLoss applies softmax itself",
        ("Remove softmax",),
        "hint",
    ),
    "log-softmax before cross-entropy": Broken(
        before_output(networks.r4a(), "log", layer("LogSoftmax"), "fc2"),
        MNIST,
        "log",
        "CrossEntropyLoss applies softmax itself",
        ("Remove log", "Use NLLLoss"),
        "hint",
    ),
    "raw scores before NLL": Broken(
        networks.r4a(),
        Recipe(loss=NLLLoss()),
        "out",
        "NLLLoss takes log probabilities",
        ("Insert LogSoftmax", "Use cross-entropy"),
        "hint",
    ),
    "softmax before NLL": Broken(
        before_output(networks.r4a(), "softmax", layer("Softmax"), "fc2"),
        Recipe(loss=NLLLoss()),
        "softmax",
        "Softmax gives probabilities",
        ("Use LogSoftmax",),
        "hint",
    ),
    "sigmoid before BCE with logits": Broken(
        before_output(networks.r4a(), "sigmoid", layer("Sigmoid"), "fc2"),
        Recipe(loss=BCEWithLogitsLoss(), target="one_hot"),
        "sigmoid",
        "BCEWithLogitsLoss applies sigmoid itself",
        ("Remove sigmoid",),
        "hint",
    ),
    "BCE against normalised pictures": Broken(
        networks.autoencoder(),
        Recipe(loss=BCEWithLogitsLoss(), target="input"),
        "out",
        "needs targets from 0 to 1",
        ("Use MSELoss",),
        "hint",
    ),
}
