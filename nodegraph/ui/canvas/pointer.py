"""Turns presses, moves and releases into one gesture at a time.

What is under the press decides which gesture begins; from then on everything goes to it, until
the release ends it or Esc or the right button cancels it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent

from nodegraph.document import Drawing
from nodegraph.graph import Wire
from nodegraph.ui.canvas.gestures import (
    BesideGesture,
    ChipGesture,
    CutGesture,
    DotGesture,
    DragOutGesture,
    FrameGesture,
    Gesture,
    KnifeGesture,
    MarqueeGesture,
    MenuGesture,
    MoveGesture,
    PanGesture,
    ResizeGesture,
    TagGesture,
    TitleGesture,
)
from nodegraph.ui.canvas.gestures.wire import wire_from_end, wire_from_port
from nodegraph.ui.canvas.ground.ground import Grip
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.selected import Selected

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.layer import Slot

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
EDGE = 24  # px of the screen at each side where a drag moves the camera
FASTEST = 15  # px a frame
FRAME = 16  # ms


class Pointer(QObject):
    """The mouse over a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = canvas.graph_scene
        self.gesture: Gesture | None = None
        self._selected: Selected | None = None  # before the last press
        self._waits: Gesture | None = None  # held by no button, while the camera is moved
        self._started: Drawing | None = None  # what such a one started from
        self.pans = False  # Space is held: the left button pans
        self.cuts = False  # Y is held, or the next drag is to cut: the left button does
        self._tapped = False  # Space went down, and the pointer has not moved since
        self.over: QPoint | None = None  # where it is; None while it is elsewhere
        self._at = QPoint()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._edge_timer = QTimer(self)  # runs only while a drag is near an edge
        self._edge_timer.setInterval(FRAME)
        self._edge_timer.timeout.connect(self._pan_at_edge)
        canvas.moved.connect(self._camera_moved)
        canvas.workspace.changed.connect(self._drawing_changed)

    def press(self, event: QMouseEvent, awake: bool = True) -> None:
        """Begins a gesture; while one is under way, the right button cancels it.

        `awake` says whether the keys went to the canvas already.
        """
        self._note(event)
        if self.gesture is not None:
            if event.button() == Qt.MouseButton.RightButton:
                self.cancel()
            elif not self.gesture.held and self._pans_with(event.button()):
                self._waits = self.gesture
                self.gesture = PanGesture(self._canvas, self._at, event.button())
            elif not self.gesture.held and event.button() == LEFT:
                self.finish()
            return
        if event.button() == LEFT and self._canvas.advice.accept(self._canvas.mapToScene(self._at)):
            return
        self._selected = Selected.of(self._canvas)
        self._canvas.advice.withdraw()
        self._canvas.hover.leave()
        self.gesture = self._begun(event.button(), awake)

    def double_press(self, event: QMouseEvent) -> bool:
        """Opens the name of a node, asks for its settings, or adds one where nothing is.

        False where a double press means no more than two.
        """
        self._note(event)
        item = self._scene.node_at(self._canvas.mapToScene(self._at))
        if self.gesture is not None or event.button() != LEFT:
            return False
        if self._canvas.hover.port_at(self._at) or self._canvas.hover.chip_at(self._at):
            return False
        if item is None:
            opened = self._remove_dot() or self._open_beside()
            return opened or self._add_dot() or self._add_here()
        self._canvas.workspace.select({item.id})
        if self._on_title(item):
            self._canvas.fields.edit_name(item.id)
        else:
            self._canvas.settings_wanted.emit()
        return True

    def _open_beside(self) -> bool:
        """Folds or opens the frame whose title is there, or opens the note to be written."""
        grip = self._canvas.frames.grip_at(self._at, solid=True)
        if grip is None:
            return False
        self._canvas.workspace.select((), grip.beside)
        if grip.kind == "frame":
            self._canvas.frames.fold(grip.key)
        else:
            self._canvas.frames.edit_note(grip.key)
        return True

    def _remove_dot(self) -> bool:
        dot = self._canvas.dots.at(self._at)
        if dot is not None:
            self._canvas.dots.remove([dot])
        return dot is not None

    def _add_dot(self) -> bool:
        canvas, scene = self._canvas, self._scene
        slot = canvas.hover.wire_at(self._at)
        if slot is None or scene.wires.shapes[slot].ends is not None:
            return False
        canvas.dots.insert(scene.wires.shapes[slot].wire, canvas.mapToScene(self._at))
        return True

    def _add_here(self) -> bool:
        point = self._canvas.mapToScene(self._at)
        if self._canvas.hover.wire_at(self._at) is not None or self._scene.wires.tag_at(point):
            return False
        self._canvas.adding.at(self._at)
        return True

    def move(self, event: QMouseEvent) -> None:
        """Goes on with the gesture, or looks what is under the pointer."""
        before, self._tapped = self._at, False
        self._note(event)
        if self.gesture is None:
            self._canvas.hover.follow(self._at)
            return
        if self.pans and self.gesture.taps:
            way = before - self._at
            self._canvas.scroll_by(way.x(), way.y())
        self._drag()
        if self.gesture.pans_at_edges and self.gesture.dragging and self._past_edge():
            self._edge_timer.start()

    def release(self, event: QMouseEvent) -> None:
        """Ends the gesture."""
        self._note(event)
        gesture = self.gesture
        if gesture is not None and gesture.held and event.button() == gesture.button:
            self.finish()

    def hold_space(self) -> None:
        """The left button pans from now on; a gesture that dots can be dropped in waits for it."""
        self.pans = self._tapped = True

    def let_go_of_space(self) -> None:
        """No more; a tap drops a dot."""
        if self._tapped and self.gesture is not None and self.gesture.taps:
            self.gesture.tap(self._at)
            self._drag()
        self.pans = self._tapped = False

    def begin(self, gesture: Gesture) -> None:
        """A command begins a gesture that no button holds."""
        gesture.held, self._at = False, gesture.pressed
        self._selected = Selected.of(self._canvas)
        self._started = self._canvas.workspace.document.settled
        self._canvas.advice.withdraw()
        self._canvas.hover.leave()
        self.gesture = gesture

    def key(self, event: QKeyEvent) -> bool:
        """A key for the gesture under way; False where it means nothing to it."""
        if self.gesture is None:
            return False
        if not self.gesture.held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif self.gesture.key(event):
            self._modifiers = event.modifiers()
            if self.gesture is not None:
                self._drag()
        else:
            return False
        return True

    def finish(self) -> None:
        """Ends the gesture where the pointer is."""
        gesture = self.gesture
        if gesture is None:
            return
        self._edge_timer.stop()
        gesture.move(self._at, self._modifiers)
        self.gesture, self._waits = self._waits, None
        gesture.release(self._at, self._modifiers)
        if self.gesture is None:
            self._canvas.hover.follow(self._at)
        self._canvas.advice.show()

    def cancel(self) -> bool:
        """Cancels the gesture under way; False when there is none."""
        gesture, self.gesture, self._waits = self.gesture, self._waits, None
        self._edge_timer.stop()
        if gesture is None:
            return False
        gesture.cancel()
        if self.gesture is None and self._selected is not None:
            self._selected.restore(self._canvas)
        self._canvas.advice.show()
        return True

    def _camera_moved(self) -> None:
        """What the pointer leads without a button stays under it."""
        gesture = self.gesture
        if gesture is not None and not gesture.held and self.over is not None:
            gesture.move(self.over, self._modifiers)

    def _drawing_changed(self) -> None:
        """Someone else did a step: what was led without a button started from another drawing."""
        led = [g for g in (self.gesture, self._waits) if g and not (g.held or g.goes_on)]
        if led and self._canvas.workspace.document.settled is not self._started:
            while self.cancel():
                pass

    def _note(self, event: QMouseEvent) -> None:
        self._at, self._modifiers = event.position().toPoint(), event.modifiers()
        self.over = self._at

    def _begun(self, button: Qt.MouseButton, awake: bool) -> Gesture | None:
        canvas, at = self._canvas, self._at
        right = Qt.MouseButton.RightButton
        if self._pans_with(button):
            return PanGesture(canvas, at, button)
        if (self.cuts and button == LEFT) or (button == right and self._modifiers & CONTROL):
            self.cuts = canvas.held.cuts
            return KnifeGesture(canvas, at, button)
        item = self._scene.node_at(canvas.mapToScene(at))
        if button == right:
            free = item is None and canvas.frames.grip_at(at, solid=True) is None
            pans = canvas.mouse.pans(button, free)
            return PanGesture(canvas, at, button) if pans else MenuGesture(canvas, at)
        if button != LEFT:
            return None
        dot = canvas.dots.at(at) if item is None else None
        self._let_go_of_dots(item, dot)
        if self._modifiers & ALT and (wires := self._wires_at()):
            return CutGesture(canvas, at, wires)
        if found := canvas.hover.port_at(at):
            return wire_from_port(canvas, at, *found, self._modifiers)
        if item is not None:
            if self._modifiers & ALT:
                return MoveGesture(canvas, at, item.id, self._modifiers)
            if chip := canvas.hover.chip_at(at):
                return ChipGesture(canvas, at, item, chip[1].setting, self._modifiers)
            if awake and canvas.workspace.selection == {item.id} and self._on_title(item):
                return TitleGesture(canvas, at, item.id, self._modifiers)
            return MoveGesture(canvas, at, item.id, self._modifiers)
        if canvas.frames.armed:
            return FrameGesture(canvas, at)
        if dot is not None:
            return DotGesture(canvas, at, dot, self._modifiers)
        if grip := canvas.frames.grip_at(at, solid=True):
            return self._beside(grip)
        if tag := self._scene.wires.tag_at(canvas.mapToScene(at)):
            canvas.workspace.select(())
            self._scene.wires.choose(tag[0])
            return TagGesture(canvas, at, *tag)
        slot = canvas.hover.wire_at(at)
        self._pick_wire(slot)
        if slot is None:
            grip = canvas.frames.grip_at(at, solid=False)
            return self._beside(grip) if grip else MarqueeGesture(canvas, at)
        canvas.workspace.select(())
        if end := wire_from_end(canvas, at, slot):
            return end
        shape = self._scene.wires.shapes[slot]
        return DragOutGesture(canvas, at, shape.wire) if shape.ends is None else None

    def _let_go_of_dots(self, item: NodeItem | None, dot: str | None) -> None:
        """A plain press selects anew; on what is selected it begins to move all of that."""
        canvas = self._canvas
        kept = item is not None and item.id in canvas.workspace.selection
        if not kept and dot not in canvas.dots.chosen and not self._modifiers & (SHIFT | CONTROL):
            canvas.dots.select(())

    def _beside(self, grip: Grip) -> Gesture:
        self._scene.wires.choose(None)
        if grip.sides:
            return ResizeGesture(self._canvas, self._at, grip)
        return BesideGesture(self._canvas, self._at, grip, self._modifiers)

    def _pick_wire(self, slot: Slot | None) -> None:
        """A click selects a wire alone; Shift adds it, Ctrl turns it over."""
        wires = self._scene.wires
        if slot is None and self._modifiers & (SHIFT | CONTROL | ALT):
            return  # a marquee begins that may add to what is selected
        if slot is not None and self._modifiers & CONTROL:
            wires.pick(wires.picked ^ {slot})
        elif slot is not None and self._modifiers & SHIFT:
            wires.pick(wires.picked | {slot})
        else:
            wires.choose(slot)

    def _pans_with(self, button: Qt.MouseButton) -> bool:
        middle = button == Qt.MouseButton.MiddleButton and self._canvas.mouse.pans(button, True)
        return middle or (self.pans and button == LEFT)

    def _wires_at(self) -> list[Wire]:
        """The wires of the port under the pointer, or the wire there beside all nodes."""
        canvas, at = self._canvas, self._at
        if found := canvas.hover.port_at(at):
            return canvas.structure.wires_of(*found)
        if self._scene.node_at(canvas.mapToScene(at)) is not None:
            return []
        wire = self._scene.wire_at(canvas.hover.wire_at(at))
        return [wire] if wire is not None else []

    def _on_title(self, item: NodeItem) -> bool:
        near = self._scene.tier == "near"
        return near and item.title_box.contains(self._canvas.mapToScene(self._at))

    def _drag(self) -> None:
        assert self.gesture is not None
        was_dragging = self.gesture.dragging
        self.gesture.move(self._at, self._modifiers)
        if self.gesture.dragging and not was_dragging:
            self._canvas.advice.show()  # which is to say, hide it

    def _past_edge(self) -> QPoint | None:
        room = self._canvas.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        x = min(0, self._at.x() - room.left()) + max(0, self._at.x() - room.right())
        y = min(0, self._at.y() - room.top()) + max(0, self._at.y() - room.bottom())
        return QPoint(x, y) if x or y else None

    def _pan_at_edge(self) -> None:
        way = self._past_edge()
        if way is None or self.gesture is None:
            self._edge_timer.stop()
            return
        # The farther past the edge, the faster.
        speed = [round(FASTEST * max(-1, min(1, part / EDGE))) for part in (way.x(), way.y())]
        self._canvas.scroll_by(*speed)
        self._drag()
