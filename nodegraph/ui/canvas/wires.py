"""All wires as one item: it finds what is visible by its cells and paints lists.

A wire that a drag moves is out of the cells meanwhile: entering it anew for each frame would
cost more than painting it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nodegraph.graph import NodeId, Wire
from nodegraph.ui.canvas.cells import Cells
from nodegraph.ui.canvas.geometry import chord, depends_on_others, distance
from nodegraph.ui.canvas.layers import Spanning
from nodegraph.ui.canvas.look import Look

Slot = tuple[NodeId, int]  # the target node, and which of its feeds


@dataclass(slots=True)
class WireShape:
    """One wire as drawn: its path, and its straight line for the view from afar."""

    wire: Wire
    group: str  # of its source
    path: QPainterPath
    box: QRectF = field(init=False)
    line: QLineF = field(init=False)

    def __post_init__(self) -> None:
        self.run(self.path)

    def run(self, path: QPainterPath) -> None:
        """Takes this way from now on."""
        self.path = path
        self.box = path.controlPointRect().adjusted(-3, -3, 3, 3)
        self.line = chord(path)


class WireLayer(Spanning):
    """Every wire of the drawing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, -20)
        self.shapes: dict[Slot, WireShape] = {}
        self.hovered: Slot | None = None
        self.chosen: Slot | None = None
        self.hidden: Slot | None = None  # picked up by a gesture, which draws it
        self.carried: Collection[Slot] = ()  # drawn by the picture that a drag moves
        self._loose: dict[Slot, None] = {}  # those that a drag moves, in no cell
        self._cells: Cells[Slot] = Cells()
        self._bending: Cells[Slot] = Cells()  # of these, what nodes in the way can bend
        self._lines: dict[str, list[QLineF]] | None = None  # by group, until a wire changes

    def put(self, slot: Slot, shape: WireShape) -> None:
        """Draws this wire in its slot; nothing is painted again where it runs as before."""
        before = self.shapes.get(slot)
        if (
            before is not None
            and slot not in self._loose
            and before.path == shape.path
            and before.group == shape.group
        ):
            before.wire = shape.wire
            return
        changed = shape.box if before is None else shape.box.united(before.box)
        self._loose.pop(slot, None)
        self._lines = None
        self.shapes[slot] = shape
        self._cells.put(slot, shape.box)
        if depends_on_others(shape.line.p1(), shape.line.p2()):
            self._bending.put(slot, shape.box)
        else:
            self._bending.remove(slot)
        self.update(changed)

    def drop(self, slot: Slot) -> None:
        """Draws nothing in this slot any more."""
        shape = self.shapes.pop(slot, None)
        self._lines = None
        if shape is not None:
            self._take_out(slot)
            self._loose.pop(slot, None)
            self.update(shape.box)

    def follow(self, paths: Mapping[Slot, QPainterPath]) -> None:
        """Draws these wires so while a drag moves them, each until it is put again."""
        changed = QRectF()
        for slot, path in paths.items():
            shape = self.shapes[slot]
            if slot not in self._loose:
                self._take_out(slot)
                self._loose[slot] = None
            changed = changed.united(shape.box)
            shape.run(path)
            changed = changed.united(shape.box)
        self._lines = None
        self.update(changed)

    def _take_out(self, slot: Slot) -> None:
        self._cells.remove(slot)
        self._bending.remove(slot)

    def carry(self, slots: Collection[Slot]) -> None:
        """Leaves these wires to the picture that a drag moves; none: draws all again."""
        self.carried = slots
        self.update()

    def leave_out(self, slot: Slot | None) -> None:
        """Leaves this wire to the gesture that holds it; None: leaves none."""
        self.hidden = self._changed(self.hidden, slot)

    def hover(self, slot: Slot | None) -> None:
        """Shows this wire strong and all others dimmed; None: all alike."""
        if slot != self.hovered:
            self.hovered = slot
            self.update()

    def choose(self, slot: Slot | None) -> None:
        """Shows this wire as selected; None: none."""
        self.chosen = self._changed(self.chosen, slot)

    def _changed(self, before: Slot | None, now: Slot | None) -> Slot | None:
        if before != now:
            for slot in (before, now):
                if slot in self.shapes:
                    self.update(self.shapes[slot].box)
        return now

    def passing(self, areas: Iterable[QRectF]) -> set[Slot]:
        """The wires that nodes in these areas can bend."""
        return self._bending.near_any(areas)

    def at(self, point: QPointF, reach: float) -> Slot | None:
        """The wire nearest to the point, no farther than `reach` px of the scene."""
        box = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = [(distance(point, self.shapes[slot].path), slot) for slot in self._near(box)]
        best = min(near, default=None)
        return best[1] if best is not None and best[0] <= reach else None

    def _near(self, area: QRectF) -> list[Slot]:
        found = self._cells.near(area)
        if self._loose:
            found += [slot for slot in self._loose if self.shapes[slot].box.intersects(area)]
        return found

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        exposed, carried = option.exposedRect, self.carried
        found = list(self.shapes) if self.is_most(exposed) else self._near(exposed)
        if carried:
            found = [slot for slot in found if slot not in carried]
        self._paint(painter, found)

    def paint_carried(self, painter: QPainter, area: QRectF) -> None:
        """Paints the carried wires of an area, for their picture."""
        self._paint(painter, [slot for slot in self._near(area) if slot in self.carried])

    def _paint(self, painter: QPainter, slots: list[Slot]) -> None:
        if self.tier == "far":
            self._paint_far(painter, slots)
        else:
            self._paint_paths(painter, slots)

    def _paint_far(self, painter: QPainter, slots: list[Slot]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for group, lines in self._lines_of(slots).items():
            painter.setPen(self.look.wire_far(group))
            painter.drawLines(lines)
        for slot in (self.hovered, self.chosen):
            if slot in self.shapes:
                painter.setPen(self.look.far_selected)
                painter.drawLine(self.shapes[slot].line)

    def _lines_of(self, slots: list[Slot]) -> dict[str, list[QLineF]]:
        if len(slots) < len(self.shapes):
            return self._by_group(slots)
        if self._lines is None:
            self._lines = self._by_group(self.shapes)
        return self._lines

    def _by_group(self, slots: Iterable[Slot]) -> dict[str, list[QLineF]]:
        found: dict[str, list[QLineF]] = {}
        for slot in slots:
            shape = self.shapes[slot]
            found.setdefault(shape.group, []).append(shape.line)
        return found

    def _paint_paths(self, painter: QPainter, slots: list[Slot]) -> None:
        look, shapes = self.look, self.shapes
        strong = {slot for slot in (self.hovered, self.chosen) if slot in shapes}
        pen_of = look.wire if self.hovered is None else look.wire_dimmed
        draw, set_pen = painter.drawPath, painter.setPen
        painter.setBrush(Qt.BrushStyle.NoBrush)
        group = ""
        for slot in slots:
            shape = shapes[slot]
            if slot in strong or slot == self.hidden:
                continue
            if shape.group != group:
                group = shape.group
                set_pen(pen_of(group))
            draw(shape.path)
        for slot in strong:
            set_pen(look.wire_strong(shapes[slot].group))
            draw(shapes[slot].path)
