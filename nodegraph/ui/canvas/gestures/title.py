"""The press on the name of the one selected node: a click renames, a drag moves."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from nodegraph.ui.canvas.gestures.move import CONTROL, SHIFT, MoveGesture


class TitleGesture(MoveGesture):
    """The slow second click: the first one selected the node, this one opens its name."""

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self.dragging or modifiers & (SHIFT | CONTROL):
            super().release(at, modifiers)
        else:
            self.canvas.fields.edit_name(self._node)
