"""All nodes seen from afar as one item.

A view of 2,000 nodes costs one call from Qt into Python instead of thousands: the layer finds
what is visible by its cells and paints lists.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nodegraph.graph import NodeId
from nodegraph.ui.canvas.cells import Cells, Edges
from nodegraph.ui.canvas.geometry import CORNER, ROOM
from nodegraph.ui.canvas.look import ASLEEP, FADED, Look
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.nodes.pin_sign import paint_pin
from nodegraph.ui.canvas.untouched import Untouched

Tier = Literal["far", "middle", "near"]
MOST = 0.3  # of the drawing


class Spanning(Untouched):
    """An item that spans the drawing and paints what is exposed of it."""

    def __init__(self, look: Look, z: float) -> None:
        super().__init__(look)
        self.tier: Tier = "near"
        self._extent = QRectF()
        self.setZValue(z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return self._extent

    def is_most(self, exposed: QRectF) -> bool:
        """Whether so much is exposed that painting all costs less than finding what is."""
        if self.tier != "far":
            return False
        whole = self._extent.width() * self._extent.height()
        return exposed.width() * exposed.height() > MOST * whole

    def set_extent(self, extent: QRectF) -> None:
        """Spans this part of the scene from now on."""
        self.prepareGeometryChange()
        self._extent = extent


class Afar(NamedTuple):
    """Nodes as rectangles."""

    groups: dict[str, list[QRectF]]
    at_fault: list[QRectF]
    chosen: list[QRectF]
    shades: dict[int, list[QRectF]]  # by what they cost, while the lens is on
    dimmed: list[QRectF]  # those that are not what is looked for
    pale: dict[str, list[QRectF]]  # by group: bypassed, or blocked by another
    disabled: list[QRectF]

    @classmethod
    def of(cls, items: Iterable[NodeItem]) -> Afar:
        """Those of these items."""
        seen = cls({}, [], [], {}, [], {}, [])
        for item in items:
            if item.dimmed:
                seen.dimmed.append(item.body)
            elif item.node.mode == "disabled":
                seen.disabled.append(item.body)
            elif item.node.mode == "bypassed" or (item.blocked and item.mark is None):
                seen.pale.setdefault(item.colour, []).append(item.body)
            elif item.mark is None:
                seen.groups.setdefault(item.colour, []).append(item.body)
            else:
                seen.shades.setdefault(item.mark.step, []).append(item.body)
            if item.problem is not None and item.at_fault:
                seen.at_fault.append(item.body)
            if item.chosen:
                seen.chosen.append(item.body)
        return seen


class NodeLayer(Spanning):
    """Every node, as long as nodes are too small to read."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, -10)
        self.items: dict[NodeId, NodeItem] = {}
        self.carried: Collection[NodeId] = ()  # drawn by the picture that a drag moves
        self._cells: Cells[NodeId] = Cells()
        self._afar: Afar | None = None  # of all nodes, until one changes

    def put(self, items: Iterable[NodeItem]) -> None:
        """Enters items, or notes where they are now."""
        cells, changed = self._cells, QRectF()
        paints = self.tier != "near"  # else the items paint themselves again
        for item in items:
            if paints and item.id in self.items:
                changed = changed.united(cells.box(item.id))
            if item.pill is not None:  # hidden in a folded frame
                self.items.pop(item.id, None)
                cells.remove(item.id)
                continue
            self.items[item.id] = item
            cells.put(item.id, item.bounds)
            if paints:
                changed = changed.united(item.bounds)
        self._touch(changed)

    def drop(self, node_id: NodeId) -> None:
        """Forgets an item."""
        item = self.items.pop(node_id, None)
        if item is not None:
            self._cells.remove(node_id)
            self._touch(item.bounds)

    def carry(self, ids: Collection[NodeId]) -> None:
        """Leaves these nodes to the picture that a drag moves; none: draws all again."""
        self.carried = ids
        self.update()

    def near(self, box: QRectF) -> list[NodeItem]:
        """The items whose painted bounds touch the box, the topmost last."""
        items = self.items
        return [items[node_id] for node_id in self._cells.near(box)]

    def bodies_in(self, left: float, top: float, right: float, bottom: float) -> list[Edges]:
        """The bodies that a rectangle overlaps; none where it is empty."""
        if right <= left or bottom <= top:
            return []
        room = ROOM
        found = []
        for x1, y1, x2, y2 in self._cells.edges_near((left, top, right, bottom)):
            body = x1 + room[0], y1 + room[1], x2 - room[2], y2 - room[3]
            if body[0] < right and body[2] > left and body[1] < bottom and body[3] > top:
                found.append(body)
        return found

    def reach(self) -> QRectF:
        """A rectangle outside which nothing is painted; it only grows."""
        return self._cells.reach()

    def refresh(self, item: NodeItem) -> None:
        """Paints an item again that looks different now."""
        self._touch(item.bounds)

    def content(self) -> QRectF:
        """The smallest rectangle around everything painted."""
        return self._cells.around_all()

    def _touch(self, box: QRectF) -> None:
        if box.isNull():
            return  # nothing changed; to Qt an update of no area is one of everything
        self._afar = None
        if self.tier != "near":
            self.update(box)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self.tier == "near":
            return
        exposed, carried = option.exposedRect, self.carried
        items = list(self.items.values()) if self.is_most(exposed) else self.near(exposed)
        if carried:
            items = [item for item in items if item.id not in carried]
        self._paint(painter, items)

    def paint_carried(self, painter: QPainter, area: QRectF) -> None:
        """Paints the carried nodes of an area, for their picture."""
        items = [item for item in self.near(area) if item.id in self.carried]
        if self.tier != "near":
            self._paint(painter, items)
            return
        option = QStyleOptionGraphicsItem()
        for item in items:
            painter.save()
            painter.translate(item.pos())
            item.paint(painter, option)
            painter.restore()

    def _paint(self, painter: QPainter, items: list[NodeItem]) -> None:
        if self.tier == "far":
            self._paint_far(painter, items)
        else:
            for item in items:
                painter.setOpacity(FADED if item.dimmed else 1.0)
                self._paint_middle(painter, item)
            painter.setOpacity(1.0)

    def _paint_far(self, painter: QPainter, items: list[NodeItem]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        seen = self._seen_from_afar(items)
        painter.setBrush(self.look.far_shade(0))
        painter.drawRects(seen.dimmed)
        for group, rects in seen.groups.items():
            painter.setBrush(self.look.group_brush(group))
            painter.drawRects(rects)
        for step, rects in seen.shades.items():
            painter.setBrush(self.look.far_shade(step))
            painter.drawRects(rects)
        for group, rects in seen.pale.items():
            painter.setBrush(self.look.asleep_brush(group))
            painter.drawRects(rects)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen, rects in (
            (self.look.disabled, seen.disabled),
            (self.look.far_problem, seen.at_fault),
            (self.look.far_selected, seen.chosen),
        ):
            if rects:
                painter.setPen(pen)
                painter.drawRects(rects)

    def _seen_from_afar(self, items: list[NodeItem]) -> Afar:
        if len(items) < len(self.items):
            return Afar.of(items)
        if self._afar is None:
            self._afar = Afar.of(items)
        return self._afar

    def _paint_middle(self, painter: QPainter, item: NodeItem) -> None:
        look, body = self.look, item.body
        painter.setBrush(item.fill())
        painter.setPen(item.edge(afar=True))
        painter.drawRoundedRect(body, CORNER, CORNER)
        if item.node.mode != "on":
            painter.translate(item.pos())
            item.paint_past(painter)
            painter.translate(-item.pos())
            painter.setOpacity(painter.opacity() * ASLEEP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group_brush(item.colour))
        painter.drawRoundedRect(QRectF(body.left(), body.top() + 6, 7, body.height() - 12), 3, 3)
        painter.setPen(look.muted if item.blocked else look.text)
        painter.setFont(look.fonts["far"])
        for text, at in (item.title_far,) if item.mark is None else item.mark.far:
            painter.drawStaticText(body.topLeft() + at, text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group_brush(item.colour))
        painter.drawRects([tick.translated(body.topLeft()) for tick in item.texts.ticks])
        if item.signed:
            item.paint_sign(painter, body.topRight())
        if item.pinned:
            paint_pin(painter, body.topLeft(), look)
