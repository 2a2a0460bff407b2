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

LINE = ""
EMPTY = (
    "edit.add", "edit.paste", LINE, "edit.select_all", "edit.tidy", LINE,
    "view.fit", "view.zoom_reset",
)  # fmt: skip
ENDS = ("edit.disconnect", "edit.dissolve", "edit.delete")
NODE = (
    "edit.add_wired", "edit.rename", LINE, "edit.cut", "edit.copy", "edit.duplicate", LINE,
    "edit.grow.up", "edit.grow.down", LINE, *ENDS,
)  # fmt: skip
SEVERAL = (
    "edit.join", "edit.tidy", "edit.straighten", LINE, "edit.cut", "edit.copy", "edit.duplicate",
    LINE, "edit.grow.up", "edit.grow.down", LINE, *ENDS,
)  # fmt: skip
WIRE = ("edit.wire.insert", LINE, "edit.wire.source", "edit.wire.target", LINE, "edit.delete")
PORT = ("edit.add_wired", "edit.disconnect")


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
            self._popup(WIRE, canvas.mapFromScene(middle))
        else:
            self._popup(EMPTY, canvas.viewport().rect().center())

    def _aimed(self, at: QPoint) -> tuple[str, ...]:
        canvas, workspace = self._canvas, self._canvas.workspace
        if found := canvas.hover.port_at(at):
            canvas.structure.port = found
            return PORT
        item = canvas.graph_scene.node_at(canvas.mapToScene(at))
        if item is not None:
            if item.id not in workspace.selection:
                workspace.select({item.id})
            return SEVERAL if len(workspace.selection) > 1 else NODE
        slot = canvas.hover.wire_at(at)
        if slot is not None:
            workspace.select(())
            canvas.graph_scene.wires.choose(slot)
            return WIRE
        return EMPTY

    def _popup(self, names: tuple[str, ...], at: QPoint) -> None:
        self.menu.clear()
        for name in names:
            action = self._canvas.window().findChild(QAction, name) if name else None
            if action is not None:
                self.menu.addAction(action)
            elif not name:
                self.menu.addSeparator()
        self.menu.popup(self._canvas.viewport().mapToGlobal(at))

    def _let_go(self) -> None:
        self._canvas.structure.port = None
