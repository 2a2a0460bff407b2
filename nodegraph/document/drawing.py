"""What a file holds and undo restores: the network, where its nodes lie, and the recipe.

Camera and selection are not in it: looking around changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from nodegraph.graph import Graph, NodeId
from nodegraph.recipe import Recipe


class Point(NamedTuple):
    """A node's upper left corner on the canvas, in pixels at 100 %."""

    x: float
    y: float


@dataclass(frozen=True, eq=False)
class Drawing:
    """A network as drawn. Edits return the next drawing and share what they left alone."""

    name: str = "Network"  # the class's name in the code
    graph: Graph = field(default_factory=Graph)
    places: Mapping[NodeId, Point] = field(default_factory=dict)
    recipe: Recipe = field(default_factory=Recipe)
