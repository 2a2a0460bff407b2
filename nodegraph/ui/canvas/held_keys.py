"""Keys that mean something as long as they are held: Space pans, Y cuts, W shows all wires.

Tapped, Space drops a dot on the wire that is being drawn, and W chooses which wires are shown.
Y and W are the keys of commands, wherever a person has put those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from nodegraph.ui.canvas.pointer import Pointer
    from nodegraph.ui.canvas.view import Canvas

TAP = 250  # ms that a tap lasts at most
KNIFE, WIRES = "edit.knife", "view.wires.next"
DEFAULTS: dict[str, int] = {KNIFE: Qt.Key.Key_Y, WIRES: Qt.Key.Key_W}


class HeldKeys(QObject):
    """Listens to a canvas's keys for those that are held."""

    def __init__(self, canvas: Canvas, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._canvas, self._pointer = canvas, pointer
        self._wires_key: int | None = None  # the key that was pressed for all wires
        self._knife_key: int | None = None
        self._held = QTimer(self)  # ends when it is no tap any more
        self._held.setSingleShot(True)
        self._held.setInterval(TAP)
        self._held.timeout.connect(lambda: canvas.wire_view.peek(True))

    @property
    def cuts(self) -> bool:
        """Whether the key of the knife is down."""
        return self._knife_key is not None

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is held here before it is the key of a command."""
        return self._canvas.hasFocus() and (self._is(event, KNIFE) or self._is(event, WIRES))

    def press(self, event: QKeyEvent) -> bool:
        """A key goes down; False where it means nothing here."""
        again = event.isAutoRepeat()
        if event.key() == Qt.Key.Key_Space:
            if not again:
                self._pointer.hold_space()
                self._canvas.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._is(event, KNIFE):
            if not again:
                self._knife_key, self._pointer.cuts = event.key(), True
                self._canvas.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif self._is(event, WIRES):
            if not again:
                self._wires_key = event.key()
                self._held.start()
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        """A key goes up."""
        if event.isAutoRepeat():
            return event.key() in (Qt.Key.Key_Space, self._knife_key, self._wires_key)
        if event.key() == Qt.Key.Key_Space:
            self._canvas.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self._pointer.let_go_of_space()
        elif event.key() == self._knife_key:
            self._knife_key, self._pointer.cuts = None, False
            self._canvas.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        elif event.key() == self._wires_key:
            self._wires_key = None
            if self._held.isActive():
                self._canvas.wire_view.next_wires()
            self._end_peek()
        else:
            return False
        return True

    def forget(self) -> None:
        """The keys go elsewhere: nothing is held any more."""
        self._pointer.pans = self._pointer.cuts = False
        self._knife_key = None
        if self._wires_key is not None:
            self._wires_key = None
            self._end_peek()

    def _end_peek(self) -> None:
        self._held.stop()
        self._canvas.wire_view.peek(False)

    def _is(self, event: QKeyEvent, name: str) -> bool:
        struck = QKeySequence(event.keyCombination())
        action = self._canvas.window().findChild(QAction, name)
        keys = action.shortcuts() if action is not None else [QKeySequence(DEFAULTS[name])]
        return struck in keys
