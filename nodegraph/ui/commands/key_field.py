"""The field that a key is pressed into, to be another key for a command.

Or a stroke of the mouse is done in it, to be another way of doing something.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nodegraph.ui.ways import way_of

MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
TAKEN = (Qt.Key.Key_Escape, Qt.Key.Key_Space)  # they cancel and pan, whatever else is chosen


def key_of(event: QKeyEvent) -> str:
    """The key that was pressed, as Qt spells it; "" for a modifier alone, or one that is taken."""
    key, held = Qt.Key(event.key()), event.modifiers()
    if key in MODIFIERS or key in TAKEN or key == Qt.Key.Key_unknown:
        return ""
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    shift = Qt.KeyboardModifier.ShiftModifier
    sign = event.text()
    if held & shift and len(sign) == 1 and sign.isprintable() and not sign.isalpha():
        held &= ~shift  # it is in the sign already: "?", not "Shift+?"
    return QKeySequence(key | (held & ~Qt.KeyboardModifier.KeypadModifier)).toString()


PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class KeyField(QLineEdit):
    """Takes the next key that is pressed, whatever it means elsewhere.

    Where it `wants` the "mouse" or the "wheel", it takes what is done with that in it.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.wants = "key"

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self.wants == "mouse":
            if event.type() in PRESSES:
                self._take(way_of(event.button(), event.modifiers()))
            return True
        if isinstance(event, QWheelEvent) and self.wants == "wheel":
            self._take(way_of(Qt.MouseButton.NoButton, event.modifiers()))
            return True
        if isinstance(event, QKeyEvent) and self.wants == "key":
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() not in TAKEN:
                self._take(key_of(event))
                return True
        return bool(super().event(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the right button is one to choose, too

    def _take(self, key: str) -> None:
        if key:
            self.taken.emit(key)
