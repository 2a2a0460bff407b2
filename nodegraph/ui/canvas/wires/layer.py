"""All wires as one item: it finds what is visible by its cells and paints lists.

A wire that a drag moves is out of the cells meanwhile: entering it anew for each frame would
cost more than painting it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nodegraph.ui.canvas.cells import Cells
from nodegraph.ui.canvas.geometry import distance
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.wires.marks import MarkedWires
from nodegraph.ui.canvas.wires.shape import Slot, WireShape
from nodegraph.ui.canvas.wires.ways import depends_on_others


class WireLayer(MarkedWires):
    """Every wire of the drawing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.hovered: Slot | None = None  # the one under the pointer
        self.faded = False  # dimmed altogether
        self.hidden: Slot | None = None  # picked up by a gesture, which draws it
        self.carried: Collection[Slot] = ()  # drawn by the picture that a drag moves
        self.parts: Sequence[QRectF] = ()  # of what is exposed; none: all of it is one
        # Those that a drag moves, in no cell: how they ran before.
        self._loose: dict[Slot, QPainterPath] = {}
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
            and before.ends == shape.ends
        ):
            before.wire, before.route = shape.wire, shape.route
            return
        changed = shape.box if before is None else shape.box.united(before.box)
        self._loose.pop(slot, None)
        self._lines = None
        self.shapes[slot] = shape
        self._write(shape)
        self._cells.put(slot, shape.box)
        self._portals.pop(slot, None)
        if shape.ends is not None:
            self._portals[slot] = None
        bends = not shape.route.points and shape.ends is None
        if bends and depends_on_others(shape.line):
            self._bending.put(slot, shape.box)
        else:
            self._bending.remove(slot)
        self.update(changed)

    def shift(self, slots: Iterable[Slot], by: QPointF) -> None:
        """Draws wires that pass no dots as before, that much off."""
        shapes, cells, bending, changed = self.shapes, self._cells, self._bending, QRectF()
        self._lines = None
        for slot in slots:
            shape = shapes[slot]
            changed |= shape.box
            shape.shift(by)
            if self._types is not None:
                self._write(shape)
            cells.put(slot, shape.box)
            if slot in bending:
                bending.put(slot, shape.box)
        if not changed.isNull():  # to Qt an update of no area is one of everything
            self.update(changed | changed.translated(by))

    def draft(self, slot: Slot, path: QPainterPath) -> None:
        """Draws a wire that is out of view so, until it is put again."""
        shape = self.shapes[slot]
        shape.run(path)
        self._write(shape)
        self._loose.pop(slot, None)
        self._lines = None
        self._cells.put(slot, shape.box)
        if self.tier == "far":
            self.update(shape.box)

    def drop(self, slot: Slot) -> None:
        """Draws nothing in this slot any more."""
        shape = self.shapes.pop(slot, None)
        self._lines = None
        if shape is not None:
            self._take_out(slot)
            self._loose.pop(slot, None)
            self._portals.pop(slot, None)
            self.update(shape.box)

    def follow(self, paths: Mapping[Slot, QPainterPath]) -> None:
        """Draws these wires so while a drag moves them, each until it is put again."""
        changed = QRectF()
        for slot, path in paths.items():
            shape = self.shapes[slot]
            if slot not in self._loose:
                self._take_out(slot)
                self._loose[slot] = shape.path
            changed = changed.united(shape.box)
            shape.run(path)
            shape.label = None
            changed = changed.united(shape.box)
        self._lines = None
        self.update(changed)

    def before_drag(self, slot: Slot) -> QPainterPath | None:
        """How a wire ran that a drag moves and that was not put since; None: none does."""
        return self._loose.get(slot)

    def _take_out(self, slot: Slot) -> None:
        self._cells.remove(slot)
        self._bending.remove(slot)

    def carry(self, slots: Collection[Slot], dots: Collection[str]) -> None:
        """Leaves these wires and dots to the picture that a drag moves; none: draws all again."""
        self.carried, self.dots.carried = slots, dots
        self.update()

    def show_only(self, slots: Collection[Slot] | None) -> None:
        """Shows no other wires than these; None: all."""
        if slots == self.only:
            return
        self.only, self.dots.only = slots, None
        if slots is not None:
            self.dots.only = {
                d for s in slots if s in self.shapes for d in self.shapes[s].route.dots
            }
        self.update()

    def leave_out(self, slot: Slot | None) -> None:
        """Leaves this wire to the gesture that holds it; None: leaves none."""
        self.hidden = self._changed(self.hidden, slot)

    def fade(self, faded: bool) -> None:
        """Dims every wire, while only what was found is to be seen."""
        if faded != self.faded:
            self.faded = faded
            self.update()

    def hover(self, slot: Slot | None, others: Collection[Slot] = ()) -> None:
        """Shows this wire and those others strong and the rest dimmed; none: all alike."""
        self.hovered = slot
        lit = frozenset(others) if slot is None else frozenset((slot, *others))
        if lit != self.lit:
            self.lit = lit
            self.update()

    def choose(self, slot: Slot | None) -> None:
        """Shows this wire as selected; None: none."""
        self.pick(() if slot is None else (slot,))

    def pick(self, slots: Iterable[Slot]) -> None:
        """Shows exactly these wires as selected."""
        before, self.picked = self.picked, frozenset(slots)
        for slot in before ^ self.picked:
            if slot in self.shapes:
                self.update(self.shapes[slot].box)

    @property
    def chosen(self) -> Slot | None:
        """The one selected wire; None while there is none, or more."""
        return next(iter(self.picked)) if len(self.picked) == 1 else None

    def _changed(self, before: Slot | None, now: Slot | None) -> Slot | None:
        if before != now:
            for slot in (before, now):
                if slot in self.shapes:
                    self.update(self.shapes[slot].box)
        return now

    def passing(self, bodies: Iterable[QRectF], room: float) -> set[Slot]:
        """The wires no farther than `room` px from bodies that can bend them."""
        return self._bending.near_any(bodies, room)

    def reach(self) -> QRectF:
        """A rectangle outside which no wire in its place runs; it only grows."""
        return self._cells.reach()

    def at(self, point: QPointF, reach: float) -> Slot | None:
        """The wire nearest to the point, no farther than `reach` px of the scene."""
        box = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = [(distance(point, self.shapes[slot].path), slot) for slot in self._near(box)]
        best = min(near, default=None)
        return best[1] if best is not None and best[0] <= reach else None

    def running_in(self, area: QRectF) -> list[Slot]:
        """The wires that may run through an area, shown or not."""
        found = self._cells.near(area)
        if self._loose:
            found += [slot for slot in self._loose if self.shapes[slot].box.intersects(area)]
        return found

    def _near(self, area: QRectF) -> list[Slot]:
        found = self.running_in(area)
        return found if self.only is None else [slot for slot in found if slot in self.only]

    def _near_any(self, areas: Sequence[QRectF]) -> list[Slot]:
        if len(areas) == 1:
            return self._near(areas[0])
        return list(dict.fromkeys(slot for area in areas for slot in self._near(area)))

    def near(self, area: QRectF) -> list[Slot]:
        """The wires drawn from end to end that an area may touch."""
        return [slot for slot in self._near(area) if slot not in self._portals]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        exposed, carried = option.exposedRect, self.carried
        whole = self.only is None and self.is_most(exposed)
        found = list(self.shapes) if whole else self._near_any(self.parts or (exposed,))
        if carried:
            found = [slot for slot in found if slot not in carried]
        self._paint(painter, found)
        if self.tier != "far":
            self._paint_tags(painter, found)
            self.dots.paint(painter, self.look, exposed)

    def paint_carried(self, painter: QPainter, area: QRectF) -> None:
        """Paints the carried wires of an area, for their picture."""
        slots = [slot for slot in self._near(area) if slot in self.carried]
        self._paint(painter, slots)
        if self.tier != "far":
            self._paint_tags(painter, slots)
            self.dots.paint_carried(painter, self.look, area)

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
        for slot in (*self.lit, *self.picked):
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
            found.setdefault(shape.group, []).extend(shape.legs)
        return found

    def _paint_paths(self, painter: QPainter, slots: list[Slot]) -> None:
        look, shapes = self.look, self.shapes
        strong = {slot for slot in (*self.lit, *self.picked) if slot in shapes}
        plain = not self.lit and not self.faded
        pen_of = look.wire if plain else look.wire_dimmed
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
        self._paint_labels(painter, slots)
