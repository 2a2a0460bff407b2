"""What Qt tells a canvas of pointer, keys and drops, handed to the part that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)

from nodegraph.ui.canvas.gestures import Gesture
from nodegraph.ui.canvas.surface import Surface

if TYPE_CHECKING:
    from nodegraph.ui.canvas.adding.adding import Adding
    from nodegraph.ui.canvas.commands.tidying import Tidying
    from nodegraph.ui.canvas.ground.frames import Frames
    from nodegraph.ui.canvas.held_keys import HeldKeys
    from nodegraph.ui.canvas.hover import Hover
    from nodegraph.ui.canvas.keys_follow import KeysFollow
    from nodegraph.ui.canvas.nodes.field_editor import FieldEditor
    from nodegraph.ui.canvas.placing import Placing
    from nodegraph.ui.canvas.pointer import Pointer
    from nodegraph.ui.canvas.telling.advice import Advice
    from nodegraph.ui.canvas.wires.dots import Dots

MIME = "application/x-nodegraph-layer"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVES = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Right,
    Qt.Key.Key_Left,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    *ENTER,
)


class Events(Surface):
    """A surface whose pointer and keys do something; the canvas makes the parts."""

    hover: Hover
    held: HeldKeys
    keys_follow: KeysFollow
    dots: Dots
    frames: Frames
    fields: FieldEditor
    advice: Advice
    adding: Adding
    placing: Placing
    tidying: Tidying
    _pointer: Pointer

    # The pointer

    @property
    def gesture(self) -> Gesture | None:
        """The gesture under way."""
        return self._pointer.gesture

    def finish(self) -> None:
        """Ends the gesture under way where the pointer is."""
        self._pointer.finish()

    def begin(self, gesture: Gesture) -> None:
        """Begins a gesture that no button holds: a click or Enter ends it."""
        self._pointer.begin(gesture)

    @property
    def cuts(self) -> bool:
        """Whether the left button cuts wires now."""
        return self._pointer.cuts

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.adding.close():
            return  # a click beside the popup only closes it
        if self._pointer.goes_elsewhere(event):
            return
        awake = self.hasFocus()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointer.press(event, awake)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.double_press(event):
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the release of the button opens it, and the key is a command

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.keys_follow.pointed()
        if not self.adding.is_open:
            self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_at = None
        if self.gesture is None:
            self.hover.leave()

    # The keys

    def focusNextPrevChild(self, next: bool) -> bool:
        return self.gesture is None and super().focusNextPrevChild(next)  # Tab is the gesture's

    def event(self, event: QEvent) -> bool:
        # While a gesture is under way no command may change the drawing it started from.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.fields.before_command(event)
            self.frames.words.before_command(event)
            inside = not self.hasFocus() and event.key() in MOVES  # they mean the field there
            accepts = self.advice.offers and event.key() in ENTER
            busy = self.gesture is not None and self.gesture.wants(event)
            if (
                busy
                or inside
                or self.held.wants(event)
                or accepts
                or event.key() == Qt.Key.Key_Escape
            ):
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.fields.field is not None or self.frames.words.widget is not None:
            event.ignore()  # what its field did not want means nothing here
            return
        if self._pointer.key(event) or (event.key() in ENTER and self.advice.accept()):
            return
        if self.held.press(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.held.release(event):
            super().keyReleaseEvent(event)

    def _escape(self) -> None:
        if self.frames.disarm() or self.tidying.cancel():
            return
        if not self.advice.withdraw() and not self._pointer.cancel():
            self._pointer.cuts = False
            self.graph_scene.wires.choose(None)
            self.dots.select(())
            self.workspace.select(())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.held.forget()

    # Layers from the palette

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._show_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._show_drop(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.placing.clear()

    def dropEvent(self, event: QDropEvent) -> None:
        alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        at = event.position().toPoint()
        if self.placing.place(_layer_name(event), at, alone) is not None:
            event.acceptProposedAction()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_drop(self, event: QDragMoveEvent) -> None:
        alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.placing.show(_layer_name(event), event.position().toPoint(), alone):
            event.acceptProposedAction()
        else:
            event.ignore()


def _layer_name(event: QDropEvent) -> str:
    data = event.mimeData()
    return bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else ""
