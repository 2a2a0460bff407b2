"""What comes next in a drawing that is only begun: nobody who has drawn nothing made a mistake."""

from __future__ import annotations

from nodegraph.graph import Graph
from nodegraph.say import say

ENDS = ("Input", "Output")


def next_step(graph: Graph) -> str:
    """What to add first; "" once there is a wire, or a layer between the ends.

    `check` reports such a drawing as any other: it can't train.
    """
    if any(node.layer.kind not in ENDS or node.feeds for node in graph.nodes.values()):
        return ""
    if all(node.layer.kind != "Input" for node in graph.nodes.values()):
        return say("Next: an Input, where a sample enters")
    return say("Next: a layer behind the Input")
