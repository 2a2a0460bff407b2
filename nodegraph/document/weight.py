"""What one step of the history holds in memory beyond the step before it.

Steps share every node and place that they left alone, so what a step costs is what differs:
the mapping that was copied, and the entries that are new. Sizes of entries are measured ones.
"""

from __future__ import annotations

from sys import getsizeof

from nodegraph.document.drawing import Drawing

NODE, PLACE, REST = 600, 112, 1_000  # bytes: a node with its layer and inputs, a point, all else


def weight(before: Drawing, after: Drawing) -> int:
    """Bytes that keeping `after` costs where `before` is kept already."""
    held = REST
    if before.graph.nodes is not after.graph.nodes:
        old, new = before.graph.nodes, after.graph.nodes
        held += getsizeof(new) + NODE * sum(old.get(key) is not new[key] for key in new)
    if before.places is not after.places:
        here, there = before.places, after.places
        held += getsizeof(there) + PLACE * sum(here.get(key) is not there[key] for key in there)
    return held
