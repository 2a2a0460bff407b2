"""What a file holds and undo restores: the network, how it lies on the canvas, and the recipe.

Camera and selection are not in it: looking around changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from nodegraph.graph import Graph, NodeId, Port, Wire
from nodegraph.recipe import Recipe

GRID = 8  # px that nodes snap to


class Point(NamedTuple):
    """A node's upper left corner on the canvas, in pixels at 100 %."""

    x: float
    y: float


HALF = Point(75, 32)  # px from a node's corner to its middle, about


class Box(NamedTuple):
    """A rectangle on the canvas, in pixels at 100 %."""

    x: float
    y: float
    width: float
    height: float


class Size(NamedTuple):
    """What a node takes on the canvas, in px; ports as px from its top, in the layer's order.

    Without ports they are taken to be spread evenly.
    """

    width: float = 150.0
    height: float = 64.0
    inputs: tuple[float, ...] = ()
    outputs: tuple[float, ...] = ()


def fresh_key(taken: Collection[str], stem: str) -> str:
    """An id that no frame, note or dot has: "frame1", "frame2"."""
    return next(key for n in count(1) if (key := f"{stem}{n}") not in taken)


@dataclass(frozen=True)
class Frame:
    """A titled rectangle behind the nodes that belong to it; they move with it."""

    title: str
    box: Box
    nodes: frozenset[NodeId] = frozenset()
    colour: str = ""  # a group of layers, whose colour it takes; "": none
    folded: bool = False  # shown as its title alone


@dataclass(frozen=True)
class Note:
    """A text on the canvas, in Markdown."""

    text: str
    box: Box


class Dot(NamedTuple):
    """A way-point of wires that leave one output."""

    source: Port
    at: Point


class View(NamedTuple):
    """Where the camera stands: the point in the middle, and the zoom (1 is 100 %)."""

    x: float
    y: float
    zoom: float

    def is_near(self, other: View) -> bool:
        """Whether one would hardly tell them apart: less than 8 px of the screen between them."""
        apart = max(abs(self.x - other.x), abs(self.y - other.y)) * self.zoom
        return apart < 8 and 0.99 < self.zoom / other.zoom < 1.01


@dataclass(frozen=True, eq=False)
class Drawing:
    """A network as drawn. Edits return the next drawing and share what they left alone.

    What is told of a node or a wire that is gone is passed over by readers, and not written.
    """

    name: str = "Network"  # the class's name in the code
    graph: Graph = field(default_factory=Graph)
    places: Mapping[NodeId, Point] = field(default_factory=dict)
    recipe: Recipe = field(default_factory=Recipe)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    pins: frozenset[NodeId] = frozenset()  # stay where they are: tidy and drags pass them over
    folded: frozenset[NodeId] = frozenset()  # drawn as their title alone
    trimmed: frozenset[NodeId] = frozenset()  # drawn without ports that have no wire
    dots: Mapping[str, Dot] = field(default_factory=dict)
    routes: Mapping[Wire, tuple[str, ...]] = field(default_factory=dict)  # dots along a wire
    portals: frozenset[Wire] = frozenset()  # drawn as a named tag at both ends
    bookmarks: Mapping[int, View] = field(default_factory=dict)  # 1 to 9
