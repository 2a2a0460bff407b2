"""One wire as drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from nodegraph.graph import NodeId, Wire
from nodegraph.ui.canvas.geometry import chord
from nodegraph.ui.canvas.overlay import WireLabel
from nodegraph.ui.canvas.wires import tags

Slot = tuple[NodeId, int]  # the target node, and which of its feeds


class Route(NamedTuple):
    """The dots that a wire passes, and where they lie."""

    dots: tuple[str, ...] = ()
    points: tuple[QPointF, ...] = ()


STRAIGHT = Route()


@dataclass(slots=True)
class WireShape:
    """One wire as drawn: its path, and its straight lines for the view from afar."""

    wire: Wire
    group: str  # of its source
    path: QPainterPath
    route: Route = STRAIGHT
    ends: tags.Ends | None = None  # of a portal, which is drawn as these alone
    box: QRectF = field(init=False)
    line: QLineF = field(init=False)  # from end to end
    legs: list[QLineF] = field(init=False)
    label: WireLabel | None = field(init=False, default=None)  # what flows along it

    def __post_init__(self) -> None:
        self.run(self.path)

    def run(self, path: QPainterPath) -> None:
        """Takes this way from now on."""
        self.path = path
        self.box = path.controlPointRect().adjusted(-3, -3, 3, 3)
        self.line = chord(path)
        self.legs = [self.line]
        if self.ends is not None:
            self.legs = []
            for tag in self.ends:
                self.box = self.box.united(tag.box.adjusted(-3, -3, 3, 3))
        elif self.route.points:
            line = (self.line.p1(), *self.route.points, self.line.p2())
            self.legs = [QLineF(a, b) for a, b in pairwise(line)]

    def shift(self, by: QPointF) -> None:
        """Runs as before, that much off."""
        self.path = self.path.translated(by)
        self.box = self.box.translated(by)
        self.line = self.line.translated(by)
        self.legs = [self.line]

    def write(self, label: WireLabel | None) -> None:
        """Carries what flows along it, or nothing."""
        self.label = label
        if label is not None:
            self.box = self.box.united(label.box)
