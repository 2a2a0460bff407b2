"""Where the keys go while the hand is at the mouse: to the canvas, when the pointer is over it.

A click on a tab or a list beside the canvas takes the keys there, and the pointer brings them
back. A field that was clicked keeps what is typed; who came by Tab or F6 loses them to no mouse.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

TYPED = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)


class KeysFollow(QObject):
    """Gives the keys to a canvas that the pointer comes back to."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._clicked: QWidget | None = None  # what has the keys since a press of the mouse
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note)

    def pointed(self) -> None:
        """The pointer moves over the canvas."""
        held = self._clicked
        if held is None or held is not QApplication.focusWidget():
            return
        if isinstance(held, QPlainTextEdit) and held.textCursor().hasSelection():
            return  # it is to be copied
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self, _before: QWidget | None, now: QWidget | None) -> None:
        canvas = self._canvas
        if now is None or now is self._clicked or now.window() is not canvas.window():
            return  # a list that drops down has the keys for a while
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        typed = isinstance(now, TYPED) and not now.isReadOnly()
        stays = typed or now is canvas or canvas.isAncestorOf(now)
        self._clicked = now if pressed and not stays else None
