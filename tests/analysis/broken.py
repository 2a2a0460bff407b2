"""What a broken network is, and the breaks that the tables of mistakes are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from nodegraph.graph import Graph, Node, Port
from nodegraph.layers import Unknown
from nodegraph.recipe import MSELoss, Recipe
from tests import networks
from tests.networks import chain, layer, output, wired

MNIST = Recipe()
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
