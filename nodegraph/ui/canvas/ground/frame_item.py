"""A frame on the canvas: a titled rectangle behind its nodes, or its title alone when folded.

From afar a layer of its own paints the titles of all frames, as large at every zoom, so that a
map of thousands of nodes stays readable.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nodegraph.document import Frame
from nodegraph.document.nesting import EDGE, TITLE
from nodegraph.ui.canvas.geometry import CORNER
from nodegraph.ui.canvas.ground.item import GroundItem
from nodegraph.ui.canvas.look import Look, hairline, mixed
from nodegraph.ui.canvas.untouched import Passing

BEHIND, PILL = -30, -15  # where a frame stands, and a pill: over wires, which end at it
TITLES = 30  # where titles from afar stand: over nodes
LEFT = 14.0  # px before the title
PILL_HIGH, PILL_WIDE = 34.0, 120.0  # px of a pill, at least so wide
PLATE_HIGH, PLATE_ROOM = 20.0, 7.0  # px of the screen of a title from afar, and beside its words
LONGEST = 260.0  # px of the screen that a title from afar takes at most


class FrameItem(GroundItem):
    """One frame."""

    def __init__(self, key: str, frame: Frame, look: Look) -> None:
        super().__init__(key, look)
        self.frame = frame
        self.wanted = False  # what is dragged would join it
        self.lay_out()

    def show_frame(self, frame: Frame) -> None:
        """Shows this frame instead."""
        if frame != self.frame:
            self.frame = frame
            self.lay_out()

    def lay_out(self) -> None:
        """Works out all that painting needs."""
        self.prepareGeometryChange()
        look, theme, frame = self.look, self.look.theme, self.frame
        self.colour = theme.group(frame.colour) if frame.colour else theme.muted
        count = len(frame.nodes)
        note = _words("{0} nodes").format(count) if count != 1 else _words("1 node")
        self._note = look.written(note if frame.folded else "", "small")
        noted = look.measure(note, "small") if frame.folded else 0.0
        x, y, width, height = frame.box
        if frame.folded:
            wide = LEFT + look.measure(frame.title, "title") + 12 + noted + LEFT
            width, height = max(PILL_WIDE, min(wide, 400.0)), PILL_HIGH
        self.area = QRectF(x, y, width, height)
        high = PILL_HIGH if frame.folded else TITLE
        self.strip = QRectF(x, y, width, high)
        room = width - 2 * LEFT - (noted + 12 if frame.folded else 0)
        end = Qt.TextElideMode.ElideRight
        self.shown = look.metrics("title").elidedText(frame.title, end, max(0.0, room) + 1)
        self._title = look.written(self.shown, "title")
        wide = look.measure(self.shown, "title")
        self.words = QRectF(x + LEFT - 4, y, wide + 8, high)  # where the title is written
        part = 0.22 if frame.folded else 0.1
        self.fill = QBrush(mixed(self.colour, theme.canvas, part))
        self._fill_wanted = QBrush(mixed(theme.accent, theme.canvas, 0.22))
        self.edge = hairline(mixed(self.colour, theme.canvas, 0.6))
        self.far_edge = hairline(self.colour)
        top = y + (high - look.metrics("title").height()) / 2
        self._title_at = QPointF(x + LEFT, top)
        base = look.metrics("title").ascent() - look.metrics("small").ascent()
        self._note_at = QPointF(x + width - LEFT - noted, top + base)
        self.setZValue(PILL if frame.folded else BEHIND)
        self.update()

    def show_state(self, chosen: bool, wanted: bool) -> None:
        """Outlines it as selected, or as what would take in what is dragged."""
        if (chosen, wanted) != (self.chosen, self.wanted):
            self.chosen, self.wanted = chosen, wanted
            self.update()

    def plate(self, zoom: float) -> QRectF:
        """Where its title stands from afar, in the scene: as large at every zoom."""
        width = min(self.look.measure(self.frame.title, "title"), LONGEST) + 2 * PLATE_ROOM
        # It ends where the nodes begin, and so covers none of them.
        bottom = self.area.top() + (PILL_HIGH if self.frame.folded else TITLE + EDGE - 4)
        high = PLATE_HIGH / zoom
        top = bottom - high if self.strip.height() < high else self.area.top() + 3
        return QRectF(self.area.left() + 4 / zoom, top, width / zoom, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        fill = self._fill_wanted if self.wanted else self.fill
        corner = PILL_HIGH / 2 if self.frame.folded else CORNER + 3
        self.paint_area(painter, fill, self.chosen or self.wanted, corner)
        if self.tier != "near":
            return
        painter.setPen(self.look.text)
        painter.setFont(self.look.fonts["title"])
        painter.drawStaticText(self._title_at, self._title)
        if self.frame.folded:
            painter.setPen(self.look.muted)
            painter.setFont(self.look.fonts["small"])
            painter.drawStaticText(self._note_at, self._note)


class FrameTitles(Passing):
    """The titles of all frames, while the titles in the frames are too small to read."""

    def __init__(self, look: Look, items: Mapping[str, FrameItem]) -> None:
        super().__init__(look, TITLES)
        self._items = items
        self._zoom = 1.0
        self._plates: list[tuple[QRectF, QStaticText, QPen, bool]] = []

    def show_at(self, zoom: float, far: bool) -> None:
        """Shows them at this zoom; or none, where they can be read in the frames."""
        if far or self._plates:
            self._zoom = zoom
            self.lay_out(far)

    def lay_out(self, far: bool) -> None:
        """Works out where each stands."""
        self._plates = []
        end = Qt.TextElideMode.ElideRight
        for item in self._items.values() if far else ():
            if item.isVisible() and item.frame.title:
                box = item.plate(self._zoom)
                shown = self.look.metrics("title").elidedText(item.frame.title, end, LONGEST)
                text = self.look.written(shown, "title")
                self._plates.append((box, text, item.far_edge, item.chosen))
        self.span([plate[0] for plate in self._plates])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look, zoom, exposed = self.look, self._zoom, option.exposedRect
        painter.setBrush(look.node)
        painter.setFont(look.fonts["title"])
        for box, text, pen, chosen in self._plates:
            if not box.intersects(exposed):
                continue
            painter.save()
            painter.translate(box.topLeft())
            painter.scale(1 / zoom, 1 / zoom)
            painter.setPen(look.far_selected if chosen else pen)
            painter.drawRoundedRect(0, 0, round(box.width() * zoom), round(PLATE_HIGH), 5, 5)
            painter.setPen(look.text)
            painter.drawStaticText(round(PLATE_ROOM), 2, text)
            painter.restore()


def _words(text: str) -> str:
    return QCoreApplication.translate("Frames", text)
