"""A press of the left button: what is under it decides which gesture begins.

And what a double press there opens, or adds where nothing is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from nodegraph.graph import Wire
from nodegraph.ui.canvas.gestures import (
    BesideGesture,
    ChipGesture,
    CutGesture,
    DotGesture,
    DragOutGesture,
    FrameGesture,
    Gesture,
    MarqueeGesture,
    MoveGesture,
    PanGesture,
    ResizeGesture,
    TagGesture,
    TitleGesture,
)
from nodegraph.ui.canvas.gestures.wire import wire_from_end, wire_from_port
from nodegraph.ui.canvas.ground.ground import Grip
from nodegraph.ui.canvas.nodes.item import NodeItem
from nodegraph.ui.canvas.touch import WIDER
from nodegraph.ui.strokes import GROUND, NODE, NOTHING, PORT, WIRE

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.shape import Slot

ALT = Qt.KeyboardModifier.AltModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Press:
    """A press at a point of a canvas's viewport."""

    def __init__(
        self,
        canvas: Canvas,
        at: QPoint,
        modifiers: Qt.KeyboardModifier,
        finger: bool = False,
    ) -> None:
        self._canvas, self._scene = canvas, canvas.graph_scene
        self._at, self._modifiers, self._finger = at, modifiers, finger
        self._wider = WIDER if finger else 1.0
        self._point = canvas.mapToScene(at)
        covered = canvas.dots.over_at(at) is not None
        self._item = None if covered else self._scene.node_at(self._point)

    @property
    def place(self) -> str:
        """What is there, as strokes tell places apart."""
        canvas, at = self._canvas, self._at
        if canvas.hover.port_at(at, self._wider):
            return PORT
        if self._item is not None:
            return NODE
        if canvas.dots.at(at) is not None:
            return WIRE
        if canvas.frames.grip_at(at, solid=True):
            return GROUND
        if self._scene.wires.tag_at(self._point) or canvas.hover.wire_at(at, self._wider):
            return WIRE
        return GROUND if canvas.frames.grip_at(at, solid=False) else NOTHING

    # What it begins

    def begins(self, awake: bool) -> Gesture | None:
        """The gesture; `awake` says whether the keys went to the canvas already."""
        canvas, at, item = self._canvas, self._at, self._item
        dot = canvas.dots.at(at) if item is None else None
        self._let_go_of_dots(dot)
        if self._modifiers & ALT and (wires := self._wires()):
            return CutGesture(canvas, at, wires)
        if found := canvas.hover.port_at(at, self._wider):
            return wire_from_port(canvas, at, *found, self._modifiers)
        if item is not None:
            return self._on_node(item, awake)
        if canvas.frames.armed:
            return FrameGesture(canvas, at)
        if dot is not None:
            return DotGesture(canvas, at, dot, self._modifiers)
        if grip := canvas.frames.grip_at(at, solid=True):
            return self._beside(grip)
        if tag := self._scene.wires.tag_at(self._point):
            canvas.workspace.select(())
            self._scene.wires.choose(tag[0])
            return TagGesture(canvas, at, *tag)
        slot = canvas.hover.wire_at(at, self._wider)
        self._pick_wire(slot)
        if slot is not None:
            return self._on_wire(slot)
        grip = canvas.frames.grip_at(at, solid=False)
        if grip:
            return self._beside(grip)
        if self._finger:
            return PanGesture(canvas, at, clears=True)
        return MarqueeGesture(canvas, at)

    def _on_node(self, item: NodeItem, awake: bool) -> Gesture:
        canvas, at = self._canvas, self._at
        if not self._modifiers & ALT:
            if chip := canvas.hover.chip_at(at):
                return ChipGesture(canvas, at, item, chip[1].setting, self._modifiers)
            if awake and canvas.workspace.selection == {item.id} and self._is_on_title(item):
                return TitleGesture(canvas, at, item.id, self._modifiers)
        return MoveGesture(canvas, at, item.id, self._modifiers)

    def _on_wire(self, slot: Slot) -> Gesture | None:
        self._canvas.workspace.select(())
        if end := wire_from_end(self._canvas, self._at, slot):
            return end
        shape = self._scene.wires.shapes[slot]
        return DragOutGesture(self._canvas, self._at, shape.wire) if shape.ends is None else None

    def _beside(self, grip: Grip) -> Gesture:
        self._scene.wires.choose(None)
        if grip.sides:
            return ResizeGesture(self._canvas, self._at, grip)
        return BesideGesture(self._canvas, self._at, grip, self._modifiers)

    def _let_go_of_dots(self, dot: str | None) -> None:
        """A plain press selects anew; on what is selected it begins to move all of that."""
        canvas, item = self._canvas, self._item
        kept = item is not None and item.id in canvas.workspace.selection
        if not kept and dot not in canvas.dots.chosen and not self._modifiers & (SHIFT | CONTROL):
            canvas.dots.select(())

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

    def _wires(self) -> list[Wire]:
        """The wires of the port that is there, or the wire there beside all nodes."""
        canvas, at = self._canvas, self._at
        if found := canvas.hover.port_at(at):
            return canvas.structure.wires_of(*found)
        if self._item is not None:
            return []
        wire = self._scene.wire_at(canvas.hover.wire_at(at))
        return [wire] if wire is not None else []

    def _is_on_title(self, item: NodeItem) -> bool:
        return self._scene.tier == "near" and item.title_box.contains(self._point)

    # What it opens when it is the second

    def opens(self) -> bool:
        """Opens a name, settings, a frame or a note, or adds a dot or a node; False: nothing."""
        canvas, item = self._canvas, self._item
        if canvas.hover.port_at(self._at):
            return False
        if item is not None and canvas.hover.chip_at(self._at):
            return False
        if item is None:
            opened = self._remove_dot() or self._open_beside()
            return opened or self._add_dot() or self._add_node()
        canvas.workspace.select({item.id})
        if self._is_on_title(item):
            canvas.fields.edit_name(item.id)
        else:
            canvas.settings_wanted.emit()
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
        slot = self._canvas.hover.wire_at(self._at)
        if slot is None or self._scene.wires.shapes[slot].ends is not None:
            return False
        self._canvas.dots.insert(self._scene.wires.shapes[slot].wire, self._point)
        return True

    def _add_node(self) -> bool:
        wire = self._canvas.hover.wire_at(self._at)
        if wire is not None or self._scene.wires.tag_at(self._point):
            return False
        self._canvas.adding.at(self._at)
        return True
