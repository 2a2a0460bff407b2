"""The field that a key is pressed into, to be another key for a command."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

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


class KeyField(QLineEdit):
    """Takes the next key that is pressed, whatever it means elsewhere."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() not in TAKEN:
                if key := key_of(event):
                    self.taken.emit(key)
                return True
        return bool(super().event(event))
