"""What stands along the wires: dots, the tags of portals, and what flows."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from nodegraph.graph import Port
from nodegraph.layers import TensorType
from nodegraph.ui.canvas.cells import Cells
from nodegraph.ui.canvas.layers import Spanning
from nodegraph.ui.canvas.look import OFF, Look
from nodegraph.ui.canvas.overlay import WireLabel
from nodegraph.ui.canvas.wires import tags
from nodegraph.ui.canvas.wires.dot_marks import DotMarks, Spot
from nodegraph.ui.canvas.wires.shape import Slot, WireShape

ROOM = 24.0  # px of a wire that a label must leave free


class MarkedWires(Spanning):
    """Wires by slot, and the marks along them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, -20)
        self.shapes: dict[Slot, WireShape] = {}
        self.lit: frozenset[Slot] = frozenset()  # shown strong, and all others dimmed
        self.picked: frozenset[Slot] = frozenset()  # the selection
        self.only: Collection[Slot] | None = None  # those shown at all; None: every one
        self.dots = DotMarks()
        self._cells: Cells[Slot] = Cells()
        self._portals: dict[Slot, None] = {}
        self._types: Mapping[Port, TensorType] | None = None  # to be told on each wire

    def show_dots(self, spots: Mapping[str, Spot]) -> None:
        """Paints exactly these dots."""
        self.update(self.dots.show(spots))

    def choose_dots(self, keys: frozenset[str]) -> None:
        """Shows exactly these dots as selected."""
        changed = self.dots.box(keys ^ self.dots.chosen)
        self.dots.chosen = keys
        self.update(changed)

    def point_at(self, key: str | None) -> None:
        """Lights the dot that is pointed at; None: none."""
        if key != self.dots.pointed:
            changed = self.dots.box([dot for dot in (self.dots.pointed, key) if dot is not None])
            self.dots.pointed = key
            self.update(changed)

    def tell(self, types: Mapping[Port, TensorType] | None) -> None:
        """Writes on every wire what flows along it; None: on none."""
        if types is None and self._types is None:
            return
        self._types = types
        for slot, shape in self.shapes.items():
            self._write(shape)
            if slot in self._cells:
                self._cells.put(slot, shape.box)
        self.update()

    def _write(self, shape: WireShape) -> None:
        kind = self._types.get(shape.wire.source) if self._types is not None else None
        label = None
        if kind is not None and shape.ends is None and not shape.group.startswith(OFF):
            part = 0.75 if shape.route.points else 0.5  # wires that share dots part behind them
            label = WireLabel(str(kind), shape.path, self.look, part)
            if abs(shape.line.dx()) < label.area.width() + ROOM:
                label = None
        shape.write(label)

    def tag_at(self, point: QPointF) -> tuple[Slot, bool] | None:
        """The portal whose tag lies at a point, and whether it is the one at its source."""
        if not self._portals or self.tier == "far":
            return None
        for slot in self._cells.near(QRectF(point.x(), point.y(), 0.01, 0.01)):
            ends = self.shapes[slot].ends
            shown = self.only is None or slot in self.only
            for tag in ends or ():
                if shown and tag.box.contains(point):
                    return slot, ends is not None and tag is ends.source
        return None

    def _paint_labels(self, painter: QPainter, slots: list[Slot]) -> None:
        if self._types is None or self.tier != "near":
            return
        for slot in slots:
            label = self.shapes[slot].label
            if label is not None:
                label.paint(painter, self.look)

    def _paint_tags(self, painter: QPainter, slots: list[Slot]) -> None:
        if not self._portals:
            return
        named = self.tier == "near"
        for slot in slots:
            shape = self.shapes[slot]
            if shape.ends is not None:
                chosen = slot in self.picked or slot in self.lit
                tags.paint(painter, self.look, shape.ends, shape.group, chosen, named)
