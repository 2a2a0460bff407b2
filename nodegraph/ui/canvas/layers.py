"""All wires as one item, and all nodes seen from afar as another.

A view of 2,000 nodes costs two calls from Qt into Python instead of thousands; each layer finds
what is visible by its cells and paints lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nodegraph.graph import NodeId, Wire
from nodegraph.ui.canvas.cells import Cells
from nodegraph.ui.canvas.geometry import CORNER, chord, depends_on_others, distance
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.node_item import NodeItem

Tier = Literal["far", "middle", "near"]
Slot = tuple[NodeId, int]  # the target node, and which of its feeds


class Spanning(QGraphicsItem):
    """An item that spans the drawing and paints what is exposed of it."""

    def __init__(self, look: Look, z: float) -> None:
        super().__init__()
        self.look = look
        self.tier: Tier = "near"
        self._extent = QRectF()
        self.setZValue(z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return self._extent

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def set_extent(self, extent: QRectF) -> None:
        """Spans this part of the scene from now on."""
        self.prepareGeometryChange()
        self._extent = extent


@dataclass(slots=True)
class WireShape:
    """One wire as drawn: its path, and its straight line for the view from afar."""

    wire: Wire
    group: str  # of its source
    path: QPainterPath
    box: QRectF = field(init=False)
    line: QLineF = field(init=False)

    def __post_init__(self) -> None:
        self.box = self.path.controlPointRect().adjusted(-3, -3, 3, 3)
        self.line = chord(self.path)


class WireLayer(Spanning):
    """Every wire of the drawing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, -20)
        self.shapes: dict[Slot, WireShape] = {}
        self.hovered: Slot | None = None
        self.chosen: Slot | None = None
        self.hidden: Slot | None = None  # picked up by a gesture, which draws it
        self._cells: Cells[Slot] = Cells()
        self._bending: Cells[Slot] = Cells()  # of these, what nodes in the way can bend
        self._lines: dict[str, list[QLineF]] | None = None  # by group, until a wire changes

    def put(self, slot: Slot, shape: WireShape) -> None:
        """Draws this wire in its slot; nothing is painted again where it runs as before."""
        before = self.shapes.get(slot)
        if before is not None and before.path == shape.path and before.group == shape.group:
            before.wire = shape.wire
            return
        self.drop(slot)
        self.shapes[slot] = shape
        self._cells.put(slot, shape.box)
        if depends_on_others(shape.line.p1(), shape.line.p2()):
            self._bending.put(slot, shape.box)
        self.update(shape.box)

    def drop(self, slot: Slot) -> None:
        """Draws nothing in this slot any more."""
        shape = self.shapes.pop(slot, None)
        self._lines = None
        if shape is not None:
            self._cells.remove(slot)
            self._bending.remove(slot)
            self.update(shape.box)

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

    def passing(self, area: QRectF) -> list[Slot]:
        """The wires that a node in this area can bend."""
        return self._bending.near(area)

    def at(self, point: QPointF, reach: float) -> Slot | None:
        """The wire nearest to the point, no farther than `reach` px of the scene."""
        box = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = [(distance(point, self.shapes[slot].path), slot) for slot in self._cells.near(box)]
        best = min(near, default=None)
        return best[1] if best is not None and best[0] <= reach else None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self.tier == "far":
            self._paint_far(painter, option.exposedRect)
        else:
            self._paint_paths(painter, option.exposedRect)

    def _paint_far(self, painter: QPainter, exposed: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for group, lines in self._lines_in(exposed).items():
            painter.setPen(self.look.wire_far(group))
            painter.drawLines(lines)
        for slot in (self.hovered, self.chosen):
            if slot in self.shapes:
                painter.setPen(self.look.far_selected)
                painter.drawLine(self.shapes[slot].line)

    def _lines_in(self, exposed: QRectF) -> dict[str, list[QLineF]]:
        slots = self._cells.near(exposed)
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

    def _paint_paths(self, painter: QPainter, exposed: QRectF) -> None:
        look, shapes = self.look, self.shapes
        strong = {slot for slot in (self.hovered, self.chosen) if slot in shapes}
        pen_of = look.wire if self.hovered is None else look.wire_dimmed
        draw, set_pen = painter.drawPath, painter.setPen
        painter.setBrush(Qt.BrushStyle.NoBrush)
        group = ""
        for slot in self._cells.near(exposed):
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


class NodeLayer(Spanning):
    """Every node, as long as nodes are too small to read."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, -10)
        self.items: dict[NodeId, NodeItem] = {}
        self._cells: Cells[NodeId] = Cells()
        self._rects: dict[str, list[QRectF]] | None = None  # by group, until a node changes

    def put(self, item: NodeItem) -> None:
        """Enters an item, or notes where it is now."""
        self.drop(item.id)
        self.items[item.id] = item
        self._cells.put(item.id, item.bounds)
        self._touch(item.bounds)

    def drop(self, node_id: NodeId) -> None:
        """Forgets an item."""
        item = self.items.pop(node_id, None)
        if item is not None:
            self._cells.remove(node_id)
            self._touch(item.bounds)

    def near(self, box: QRectF) -> list[NodeItem]:
        """The items whose painted bounds touch the box, the topmost last."""
        items = self.items
        return [items[node_id] for node_id in self._cells.near(box)]

    def refresh(self, item: NodeItem) -> None:
        """Paints an item again that looks different now."""
        self._touch(item.bounds)

    def content(self) -> QRectF:
        """The smallest rectangle around everything painted."""
        return self._cells.around_all()

    def _touch(self, box: QRectF) -> None:
        self._rects = None
        if self.tier != "near":
            self.update(box)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self.tier == "far":
            self._paint_far(painter, option.exposedRect)
        elif self.tier == "middle":
            for item in self.near(option.exposedRect):
                self._paint_middle(painter, item)

    def _paint_far(self, painter: QPainter, exposed: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for group, rects in self._rects_in(exposed).items():
            painter.setBrush(self.look.group_brush(group))
            painter.drawRects(rects)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        marked = [item for item in self.items.values() if item.chosen or item.problem]
        for pen, rects in (
            (self.look.far_problem, [i.body for i in marked if i.at_fault]),
            (self.look.far_selected, [i.body for i in marked if i.chosen]),
        ):
            if rects:
                painter.setPen(pen)
                painter.drawRects(rects)

    def _rects_in(self, exposed: QRectF) -> dict[str, list[QRectF]]:
        ids = self._cells.near(exposed)
        if len(ids) < len(self.items):
            return self._by_group(ids)
        if self._rects is None:
            self._rects = self._by_group(self.items)
        return self._rects

    def _by_group(self, ids: Iterable[NodeId]) -> dict[str, list[QRectF]]:
        found: dict[str, list[QRectF]] = {}
        for node_id in ids:
            item = self.items[node_id]
            found.setdefault(item.colour, []).append(item.body)
        return found

    def _paint_middle(self, painter: QPainter, item: NodeItem) -> None:
        look, body = self.look, item.body
        painter.setBrush(look.node)
        painter.setPen(item.edge())
        painter.drawRoundedRect(body, CORNER, CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group_brush(item.colour))
        painter.drawRoundedRect(QRectF(body.left(), body.top() + 6, 7, body.height() - 12), 3, 3)
        painter.setPen(look.text)
        painter.setFont(look.fonts["far"])
        title, at = item.texts.far
        painter.drawStaticText(body.topLeft() + at, title)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group_brush(item.colour))
        painter.drawRects([tick.translated(body.topLeft()) for tick in item.texts.ticks])
        if item.signed:
            item.paint_sign(painter, body.topRight())
