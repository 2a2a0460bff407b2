"""What lies on the canvas beside nodes and wires: frames and notes, kept equal to the drawing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from nodegraph.document import Drawing, nesting
from nodegraph.document.beside import NOTHING, Beside
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.ground.frame_item import FrameItem, FrameTitles
from nodegraph.ui.canvas.ground.note_item import NoteItem
from nodegraph.ui.canvas.layers import Tier
from nodegraph.ui.canvas.look import Look

REACH = 6.0  # px of the screen to each side of an edge that count as on it


class Grip(NamedTuple):
    """A part of a frame or a note under the pointer."""

    kind: str  # "frame" or "note"
    key: str
    sides: str = ""  # of the edges that it resizes: "l", "t", "rb"; empty: it moves the whole

    @property
    def beside(self) -> Beside:
        """The frame or note alone."""
        return Beside.only(self.kind, self.key)


class Ground:
    """The frames and notes of a scene."""

    def __init__(self, scene: QGraphicsScene, look: Look) -> None:
        self._scene = scene
        self.look = look
        self.frames: dict[str, FrameItem] = {}
        self.notes: dict[str, NoteItem] = {}
        self.titles = FrameTitles(look, self.frames)
        self.pills: dict[NodeId, QRectF] = {}  # for each node in a folded frame, its pill
        self._shown: Drawing | None = None
        self._chosen = NOTHING
        self._wanted: str | None = None
        self._tier: Tier = "near"

    def show(self, drawing: Drawing) -> bool:
        """Brings frames and notes to this drawing; tells whether any is another now."""
        before, self._shown = self._shown, drawing
        if before is not None:
            if before.frames is drawing.frames and before.notes is drawing.notes:
                return False
        elif not drawing.frames and not drawing.notes:
            return False
        self._show_frames(drawing)
        self._show_notes(drawing)
        unseen = nesting.hidden(drawing)
        for key, item in self.frames.items():
            item.setVisible(key not in unseen.frames)
        for key, note in self.notes.items():
            note.setVisible(key not in unseen.notes)
        folded = nesting.folded_in(drawing)
        self.pills = {node: self.frames[key].area for node, key in folded.items()}
        self.show_chosen(self._chosen)
        self.titles.lay_out(self._tier != "near")
        return True

    def _show_frames(self, drawing: Drawing) -> None:
        for key in [key for key in self.frames if key not in drawing.frames]:
            self._scene.removeItem(self.frames.pop(key))
        for key, frame in drawing.frames.items():
            if key in self.frames:
                self.frames[key].show_frame(frame)
            else:
                item = self.frames[key] = FrameItem(key, frame, self.look)
                item.tier = self._tier
                self._scene.addItem(item)
        if bool(self.frames) != (self.titles.scene() is not None):
            (self._scene.addItem if self.frames else self._scene.removeItem)(self.titles)
        order = sorted(self.frames.values(), key=lambda i: -i.area.width() * i.area.height())
        # A frame in another stands over it.
        for at, item in enumerate(order):
            if not item.frame.folded:
                item.setZValue(-30 + at / (len(order) + 1))

    def _show_notes(self, drawing: Drawing) -> None:
        for key in [key for key in self.notes if key not in drawing.notes]:
            self._scene.removeItem(self.notes.pop(key))
        for key, note in drawing.notes.items():
            if key in self.notes:
                self.notes[key].show_note(note)
            else:
                item = self.notes[key] = NoteItem(key, note, self.look)
                item.tier = self._tier
                self._scene.addItem(item)

    def over_wires(self) -> list[QRectF]:
        """Where the pills lie, which stand over wires."""
        frames = self.frames.values()
        return [item.area for item in frames if item.frame.folded and item.isVisible()]

    # How it is seen

    def show_chosen(self, chosen: Beside) -> None:
        """Outlines exactly these."""
        self._chosen = chosen
        for key, item in self.frames.items():
            item.show_state(key in chosen.frames, key == self._wanted)
        for key, note in self.notes.items():
            note.show_chosen(key in chosen.notes)
        if self._tier != "near":
            self.titles.lay_out(True)

    def show_wanted(self, key: str | None) -> None:
        """Lights the frame that would take in what is dragged; None: none."""
        if key != self._wanted:
            self._wanted = key
            self.show_chosen(self._chosen)

    def show_look(self, look: Look) -> None:
        """Paints all of it with this look."""
        self.look = self.titles.look = look
        items: tuple[Mapping[str, FrameItem | NoteItem], ...] = (self.frames, self.notes)
        for kind in items:
            for item in kind.values():
                item.look = look
                item.lay_out()
        self.titles.lay_out(self._tier != "near")

    def show_zoom(self, zoom: float, tier: Tier) -> None:
        """Shows titles as they can be read at this zoom."""
        if tier != self._tier:
            self._tier = tier
            for frame in self.frames.values():
                frame.tier = tier
            for note in self.notes.values():
                note.tier = tier
        if self.frames:
            self.titles.show_at(zoom, tier != "near")

    def area_of(self, beside: Beside) -> QRectF:
        """The smallest rectangle around these frames and notes."""
        found = QRectF()
        for key in beside.frames & self.frames.keys():
            found = found.united(self.frames[key].area)
        for key in beside.notes & self.notes.keys():
            found = found.united(self.notes[key].area)
        return found

    def area(self) -> QRectF:
        """The smallest rectangle around all that is seen of it."""
        found = QRectF()
        for item in (*self.frames.values(), *self.notes.values()):
            if item.isVisible():
                found = found.united(item.boundingRect())
        return found

    # What lies under the pointer

    def solid_at(self, point: QPointF, zoom: float) -> Grip | None:
        """The note, pill or title's strip at a point of the scene: what stands before wires."""
        for key, note in reversed(self.notes.items()):
            if note.isVisible() and note.area.contains(point):
                return Grip("note", key, _sides(note.area, point, REACH / zoom, inside=True))
        for key, item in self._inward():
            if item.words.contains(point) or (item.frame.folded and item.area.contains(point)):
                return Grip("frame", key)
            if item.strip.contains(point) and not _sides(item.area, point, REACH / zoom):
                return Grip("frame", key)
            if self._tier != "near" and item.plate(zoom).contains(point):
                return Grip("frame", key)
        return None

    def loose_at(self, point: QPointF, zoom: float) -> Grip | None:
        """The edge under a point of the scene: what stands behind wires."""
        reach = REACH / zoom
        for key, item in self._inward():
            if not item.frame.folded and (sides := _sides(item.area, point, reach)):
                return Grip("frame", key, sides)
        for key, note in reversed(self.notes.items()):
            if note.isVisible() and (sides := _sides(note.area, point, reach)):
                return Grip("note", key, sides)
        return None

    def frame_of(self, grip: Grip) -> QRectF:
        """The area of a grip's frame or note."""
        item = (self.frames if grip.kind == "frame" else self.notes)[grip.key]
        return item.area

    def _inward(self) -> list[tuple[str, FrameItem]]:
        seen = [(key, item) for key, item in self.frames.items() if item.isVisible()]
        return sorted(seen, key=lambda one: one[1].area.width() * one[1].area.height())


def _sides(area: QRectF, point: QPointF, reach: float, inside: bool = False) -> str:
    """Which edges a point lies on: "", "l", "rb" and so on."""
    out = 0.0 if inside else reach
    if not area.adjusted(-out, -out, out, out).contains(point):
        return ""
    inner = min(reach, area.width() / 4, area.height() / 4)
    found = "l" if point.x() < area.left() + inner else ""
    found += "r" if point.x() > area.right() - inner else ""
    found += "t" if point.y() < area.top() + inner else ""
    found += "b" if point.y() > area.bottom() - inner else ""
    return found
