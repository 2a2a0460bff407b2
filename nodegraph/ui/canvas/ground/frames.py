"""Commands on frames, notes and pins, and how frames keep around their nodes.

Frames and notes are selected along with nodes: `workspace.beside` is the other half of the one
selection, so who selects nodes alone lets go of them.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QPoint, QRectF, Qt

from nodegraph.document import Box, Drawing, Point, arrange, dots, edits, nesting
from nodegraph.document import beside as beside_edits
from nodegraph.document import frames as edit
from nodegraph.document.beside import Beside
from nodegraph.document.drawing import Size
from nodegraph.graph import Node, NodeId
from nodegraph.ui import steps
from nodegraph.ui.canvas.geometry import node_shape, snapped
from nodegraph.ui.canvas.ground.ground import Grip
from nodegraph.ui.canvas.ground.words_editor import Words, WordsEditor
from nodegraph.ui.canvas.nodes.field_editor import FieldEditor
from nodegraph.ui.canvas.sizes import NodeSizes
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.canvas.wires.dots import Dots
from nodegraph.ui.naming import named

NOTE = (200.0, 120.0)  # px of a new note
CURSORS = {
    "l": Qt.CursorShape.SizeHorCursor, "r": Qt.CursorShape.SizeHorCursor,
    "t": Qt.CursorShape.SizeVerCursor, "b": Qt.CursorShape.SizeVerCursor,
    "lt": Qt.CursorShape.SizeFDiagCursor, "rb": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor, "lb": Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip


class Frames(QObject):
    """The frames, notes and pins of a canvas."""

    def __init__(self, canvas: Surface, held: Dots, fields: FieldEditor) -> None:
        super().__init__(canvas)
        self._canvas, self._dots = canvas, held
        self._workspace = canvas.workspace
        self._ground = canvas.graph_scene.ground
        self.sizes = NodeSizes(canvas.graph_scene.nodes)
        self.words = WordsEditor(canvas, fields)
        self.armed = False  # the next drag on empty canvas draws a frame
        self._workspace.keep = self.kept
        self._workspace.chose_beside.connect(self._ground.show_chosen)
        self._workspace.opened.connect(self.disarm)

    # What lies where

    def grip_at(self, at: QPoint, solid: bool) -> Grip | None:
        """The frame or note under a point of the viewport: what stands before wires, or behind."""
        point, zoom = self._canvas.mapToScene(at), self._canvas.zoom
        return (self._ground.solid_at if solid else self._ground.loose_at)(point, zoom)

    def cursor_at(self, at: QPoint) -> Qt.CursorShape | None:
        """What the pointer looks like there; None where no edge is."""
        if self.armed:
            return Qt.CursorShape.CrossCursor
        grip = self.grip_at(at, solid=True) or self.grip_at(at, solid=False)
        return CURSORS.get(grip.sides) if grip is not None and grip.sides else None

    def show(self, beside: Beside) -> None:
        """Selects frames and notes and brings them into view."""
        self._workspace.select((), beside)
        area = self._ground.area_of(beside)
        if not self._canvas.visible_area().contains(area):
            self._canvas.centerOn(area.center())

    # What follows from moves

    def carried(
        self, drawing: Drawing, ids: Collection[NodeId], dx: float, dy: float, apart: bool = False
    ) -> Drawing:
        """With these nodes, and the selected frames and notes, moved by one way and dropped
        there; the frame that takes nodes in is lit. `apart`: none joins a frame.
        """
        chosen, held = self._workspace.beside, self._dots.chosen
        if chosen:
            after = beside_edits.moved(drawing, chosen, ids, dx, dy, self.sizes, apart)
            return dots.carry(drawing, after, Point(dx, dy), held)
        places = drawing.places
        to = {node: Point(places[node].x + dx, places[node].y + dy) for node in ids}
        after = edit.settled(edits.move(drawing, to), ids, self.sizes, apart)
        joined = (key for key, f in after.frames.items() if f.nodes - drawing.frames[key].nodes)
        self._ground.show_wanted(None if apart else next(joined, None))
        return dots.carry(drawing, after, Point(dx, dy), held)

    def put_down(self) -> None:
        """Nothing is dragged any more: no frame is lit."""
        self._ground.show_wanted(None)

    def kept(self, before: Drawing, after: Drawing) -> Drawing:
        """With new nodes in the frames they lie on, and every frame around its nodes."""
        same = before.places is after.places and before.frames is after.frames
        if not after.frames or (same and before.graph is after.graph):
            return after
        new = after.graph.nodes.keys() - before.graph.nodes.keys()
        framed = frozenset[NodeId]().union(*(frame.nodes for frame in after.frames.values()))
        asked = (framed | new) & after.graph.nodes.keys()
        sizes = {node_id: self._size(after.graph.nodes[node_id]) for node_id in asked}
        free = new - framed
        if free:
            after = edit.settled(after, free & after.places.keys(), sizes)
        return edit.fitted(after, sizes)

    def _size(self, node: Node) -> Size:
        """How large a node is drawn, or will be."""
        if node.id in self._canvas.graph_scene.nodes:
            return self.sizes[node.id]
        shape = node_shape(node.layer, node.title, self._canvas.look.measure)
        return Size(shape.width, shape.height)

    # Commands on frames

    def frame(self) -> None:
        """A frame around the selected nodes; without any, the next drag draws one."""
        chosen = self._workspace.selection
        if not chosen:
            self.armed = True
            self._canvas.viewport().setCursor(Qt.CursorShape.CrossCursor)
            self._workspace.said.emit(self.tr("Drag where the frame is to be, Esc to leave it"))
            return
        settled = self._workspace.document.settled
        drawing, key = edit.frame_around(settled, chosen, self.tr("Frame"), self.sizes)
        self.name_new(drawing, key)

    def name_new(self, drawing: Drawing, key: str) -> None:
        """Shows a drawing with a new frame and asks for its title; that is one step."""
        count = len(drawing.frames[key].nodes)
        inside = nesting.content_of(drawing, [key])
        about = named(drawing, inside.nodes, Beside(inside.frames)) if count else ""

        def step(title: str) -> tuple[str, Drawing]:
            words = self.tr("Framed {0} as {1}").format(about, title)
            if not about:
                words = self.tr("Drew frame {0}").format(title)
            return words, edit.rename(drawing, key, title)

        self._workspace.document.preview(drawing)
        self._workspace.select((), Beside(frozenset({key})))
        self.words.open(Words(drawing.frames[key].title, step, lambda: self._title_area(key)))

    def disarm(self) -> bool:
        """The next drag draws no frame; False when it would not have."""
        was, self.armed = self.armed, False
        if was:
            self._canvas.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        return was

    def rename(self) -> bool:
        """Opens the title of the one selected frame, or the text of the one selected note."""
        chosen = self._workspace.beside
        if len(chosen.frames) + len(chosen.notes) != 1 or self._workspace.selection:
            return False
        for key in chosen.frames:
            self.edit_title(key)
        for key in chosen.notes:
            self.edit_note(key)
        return True

    def edit_title(self, key: str) -> None:
        """Opens a frame's title in its place."""
        drawing = self._workspace.document.settled

        def step(title: str) -> tuple[str, Drawing]:
            return steps.rename_frame(drawing, key, title)

        self.words.open(Words(drawing.frames[key].title, step, lambda: self._title_area(key)))

    def _title_area(self, key: str) -> QRectF | None:
        item = self._ground.frames.get(key)
        return item.strip if item is not None and item.isVisible() else None

    def fold(self, key: str = "") -> None:
        """Folds the selected frames, or that one, to their titles; opens folded ones."""
        drawing = self._workspace.document.settled
        keys = frozenset({key}) if key else self._chosen_frames()
        if not keys:
            return
        shut = not all(drawing.frames[k].folded for k in keys)
        words = self.tr("Folded {0}") if shut else self.tr("Opened {0}")
        label = words.format(named(drawing, (), Beside(keys)))
        self._workspace.do(label, edit.fold(drawing, keys, shut, self.sizes))

    def colour(self, group: str = "") -> None:
        """Gives the selected frames the colour of a group of layers; "": none."""
        drawing, keys = self._workspace.document.settled, self._chosen_frames()
        if keys:
            label = self.tr("Coloured {0}").format(named(drawing, (), Beside(keys)))
            self._workspace.do(label, edit.colour(drawing, keys, group))

    def _chosen_frames(self) -> frozenset[str]:
        keys = self._workspace.beside.frames & self._workspace.document.settled.frames.keys()
        if not keys:
            self._workspace.said.emit(self.tr("No frame is selected"))
        return keys

    def select_around(self) -> None:
        """Selects the frame around what is selected; again: the frame around that."""
        drawing, chosen = self._workspace.document.settled, self._workspace.selection
        above = nesting.parents(drawing.frames)
        if self._workspace.beside.frames:
            found = {above[key] for key in self._workspace.beside.frames} - {None}
        else:
            found = {k for k, frame in drawing.frames.items() if frame.nodes & chosen}
        if found:
            self._workspace.select((), Beside(frozenset(k for k in found if k)))
        else:
            self._workspace.said.emit(self.tr("No frame lies around what is selected"))

    def select_content(self) -> None:
        """Selects the nodes in the selected frames."""
        keys = self._chosen_frames()
        if keys:
            self._workspace.select(nesting.content_of(self._workspace.drawing, keys).nodes)

    # Deleting

    def delete(self) -> None:
        """Takes the selected frames, notes and nodes away; what lay in the frames stays."""
        drawing, chosen = self._workspace.document.settled, self._workspace.selection
        self._workspace.do(*steps.delete(drawing, chosen, self._workspace.beside.of(drawing)))

    def delete_whole(self) -> None:
        """Takes the selected frames away with all that lies in them."""
        drawing, keys = self._workspace.document.settled, self._chosen_frames()
        if keys:
            inside = nesting.content_of(drawing, keys)
            frames = named(drawing, (), Beside(keys))
            count = len(inside.nodes)
            label = self.tr("Deleted {0} with {1} nodes").format(frames, count)
            self._workspace.do(label, beside_edits.removed_whole(drawing, Beside(keys)))

    # Notes and pins

    def note(self) -> None:
        """A new note at the pointer, or in the middle of the view, ready to be written."""
        at = self._canvas.pointer_at or self._canvas.viewport().rect().center()
        place, room = self._canvas.mapToScene(at), self._canvas.visible_area()
        # All of it in view, where that has the room.
        x = max(room.left(), min(place.x(), room.right() - NOTE[0]))
        y = max(room.top(), min(place.y(), room.bottom() - NOTE[1]))
        box = Box(snapped(x), snapped(y), *NOTE)
        drawing, key = beside_edits.add_note(self._workspace.document.settled, "", box)
        self._workspace.document.preview(drawing)
        self._workspace.select((), Beside(notes=frozenset({key})))
        self._write_note(drawing, key)

    def edit_note(self, key: str) -> None:
        """Opens a note's text in its place."""
        self._write_note(self._workspace.document.settled, key)

    def _write_note(self, drawing: Drawing, key: str) -> None:
        def step(text: str) -> tuple[str, Drawing]:
            return self.tr("Wrote a note"), beside_edits.write_note(drawing, key, text)

        text = drawing.notes[key].text
        self.words.open(Words(text, step, lambda: self._note_area(key), many_lines=True))

    def _note_area(self, key: str) -> QRectF | None:
        item = self._ground.notes.get(key)
        return item.area if item is not None and item.isVisible() else None

    def pin(self) -> None:
        """Pins the selected nodes where they lie; lets them go when all are pinned."""
        drawing, chosen = self._workspace.document.settled, self._workspace.selection
        if not chosen:
            self._workspace.said.emit(self.tr("Nothing is selected"))
            return
        words = self.tr("Unpinned {0}") if chosen <= drawing.pins else self.tr("Pinned {0}")
        label = words.format(named(drawing, chosen, Beside()))
        self._workspace.do(label, arrange.pin(drawing, chosen))
