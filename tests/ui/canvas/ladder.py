"""A drawing of any size, for tests and benchmarks of painting."""

from __future__ import annotations

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Node, Port
from tests.networks import layer

ACROSS = 50  # nodes in a row


def ladder(count: int) -> Drawing:
    """A long residual network in rows: convolution, normalization, ReLU, Add."""
    made = [
        layer("Conv2d", out_channels=8, padding=1),
        layer("BatchNorm2d"),
        layer("ReLU"),
        layer("Add"),
    ]
    nodes = [Node("n0", layer("Input", shape=(8, 28, 28)))]
    block = Port("n0", "output")
    for number in range(1, count):
        before = Port(f"n{number - 1}", "output")
        kind = made[(number - 1) % 4]
        fed = (before, block) if kind.variadic else before
        nodes.append(Node(f"n{number}", kind, {"input": fed}))
        if kind.variadic:
            block = Port(f"n{number}", "output")
    places = {
        node.id: Point(number % ACROSS * 200.0, number // ACROSS * 120.0)
        for number, node in enumerate(nodes)
    }
    return Drawing("Ladder", Graph.of(nodes), places)
