"""The canvas's context menus: which commands are offered for what is under the pointer.

The commands are the window's own, so that each shows its key and is declared once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas
    from nodegraph.ui.canvas.wires.shape import Slot

LINE = ""
EMPTY = (
    "edit.add", "edit.frame", "edit.note", "edit.paste", "edit.tidy", LINE,
    "view.fit", "view.zoom_reset", LINE, "menu_select", "menu_view",
)  # fmt: skip
MAP = (
    "view.fit", "view.frame_selection", LINE, "view.zoom_in", "view.zoom_out", "view.zoom_reset",
    LINE, "view.back", "view.forward", LINE, "view.minimap",
)  # fmt: skip
TENSOR = "edit.wire.tensor"
ENDS = ("edit.disconnect", "edit.dissolve", "edit.delete")
MODES = ("edit.bypass", "edit.disable", "edit.collapse", "edit.pull_out")
NODE = (
    "edit.add_wired", "edit.replace", "edit.rename", LINE,
    "edit.cut", "edit.copy", "edit.duplicate", LINE,
    *MODES, "edit.pin", "edit.frame", LINE, "edit.grow.up", "edit.grow.down", LINE,
    TENSOR, LINE, *ENDS,
)  # fmt: skip
SEVERAL = (
    "edit.join", "edit.join_anew", "edit.tidy", "edit.straighten", LINE,
    "edit.cut", "edit.copy", "edit.duplicate", LINE,
    *MODES, "edit.pin", "edit.frame", LINE, "edit.grow.up", "edit.grow.down", LINE, *ENDS,
)  # fmt: skip
ALONG = (TENSOR, "edit.wire.source", "edit.wire.target", LINE, "edit.delete")
DISABLE, ENABLE = "edit.wire.disable", "edit.wire.enable"
WIRE = ("edit.wire.insert", "edit.wire.dot", DISABLE, "edit.wire.hide", LINE, *ALONG)
DOTTED = (*WIRE[:2], "edit.wire.straighten", *WIRE[2:])
PORTAL = ("edit.wire.insert", DISABLE, "edit.wire.show", LINE, *ALONG)
DOT = ("edit.wire.straighten", LINE, *ALONG)
PORT = ("edit.add_wired", TENSOR, "edit.disconnect")


FRAME = (
    "edit.frame.rename", "edit.frame.fold", "menu_arrange_frame_or_note_colour", LINE,
    "edit.frame.content", "edit.tidy", LINE, "edit.cut", "edit.copy", "edit.duplicate", LINE,
    "edit.delete", "edit.frame.delete_whole",
)  # fmt: skip
NOTE = ("edit.frame.rename", LINE, "edit.cut", "edit.copy", "edit.duplicate", LINE, "edit.delete")


class Menus(QObject):
    """Opens the menu for a place of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.menu = QMenu(canvas)
        self.menu.setObjectName("canvas_menu")
        self.menu.setAccessibleName(self.tr("Commands for what is under the pointer"))
        # An entry is triggered after its menu has hidden: only then the port is let go.
        self.menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._let_go))
        canvas.minimap.menu_wanted.connect(lambda at: self._popup(MAP, at))

    def open(self, at: QPoint) -> None:
        """For what is at a point of the viewport, which becomes the selection."""
        self._popup(self._aimed(at), at)

    def open_at_focus(self) -> None:
        """For what is selected, beside it."""
        canvas, chosen = self._canvas, self._canvas.workspace.selection
        focus = canvas.walk.focus
        if focus is not None:
            self._popup(SEVERAL if len(chosen) > 1 else NODE, canvas.node_rect(focus).center())
        elif (slot := canvas.graph_scene.wires.chosen) is not None:
            middle = canvas.graph_scene.wires.shapes[slot].path.pointAtPercent(0.5)
            self._popup(self._of_wire(slot), canvas.mapFromScene(middle))
        elif dots := canvas.dots.chosen:
            spots = canvas.graph_scene.wires.dots.spots
            self._popup(DOT, canvas.mapFromScene(spots[min(dots)].at))
        elif beside := canvas.workspace.beside:
            area = canvas.graph_scene.ground.area_of(beside)
            at = canvas.mapFromScene(area).boundingRect().center()
            self._popup(FRAME if beside.frames else NOTE, at)
        else:
            self._popup(EMPTY, canvas.viewport().rect().center())

    def _aimed(self, at: QPoint) -> tuple[str, ...]:
        canvas, workspace = self._canvas, self._canvas.workspace
        if found := canvas.hover.port_at(at):
            canvas.structure.port = found
            return PORT
        item = canvas.graph_scene.node_at(canvas.mapToScene(at))
        if item is not None and canvas.dots.over_at(at) is None:
            if item.id not in workspace.selection:
                workspace.select({item.id})
            return SEVERAL if len(workspace.selection) > 1 else NODE
        if dot := canvas.dots.at(at):
            if dot not in canvas.dots.chosen:
                workspace.select(())
                canvas.dots.select([dot])
            return DOT
        point = canvas.mapToScene(at)
        tag = canvas.graph_scene.wires.tag_at(point)
        slot = tag[0] if tag else canvas.hover.wire_at(at)
        grip = canvas.frames.grip_at(at, solid=True)
        if grip is None and slot is None:
            grip = canvas.frames.grip_at(at, solid=False)
        if grip is not None:
            if grip.beside - workspace.beside:
                workspace.select((), grip.beside)
            return FRAME if grip.kind == "frame" else NOTE
        if slot is not None:
            workspace.select(())
            canvas.dots.select(())
            canvas.graph_scene.wires.choose(slot)
            canvas.dots.spot = point
            return self._of_wire(slot)
        return EMPTY

    def _of_wire(self, slot: Slot) -> tuple[str, ...]:
        shape = self._canvas.graph_scene.wires.shapes[slot]
        offered: tuple[str, ...] = DOTTED if shape.route.dots else WIRE
        if shape.ends is not None:
            offered = PORTAL
        if self._canvas.workspace.drawing.graph.is_off(shape.wire):
            return tuple(ENABLE if name == DISABLE else name for name in offered)
        return offered

    def _popup(self, names: tuple[str, ...], at: QPoint) -> None:
        self.menu.clear()
        window = self._canvas.window()
        for name in names:
            if name.startswith("menu_") and (inner := window.findChild(QMenu, name)):
                self.menu.addMenu(inner)
                continue
            action = window.findChild(QAction, name) if name else None
            if action is not None:
                self.menu.addAction(action)
            elif not name:
                self.menu.addSeparator()
        self.menu.popup(self._canvas.viewport().mapToGlobal(at))

    def _let_go(self) -> None:
        self._canvas.structure.port = None
        self._canvas.dots.spot = None
