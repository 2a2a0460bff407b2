"""A real widget on the canvas while somebody types: what was painted there stands still below it.

Leaving it, by a click elsewhere or by moving the camera, takes what was typed, and so do a
command's keys before the command does what it does.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from nodegraph.document import Drawing
from nodegraph.ui.canvas.surface import Surface

COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class LiveEditor(QObject):
    """What opens such a widget and closes it again."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace
        self.widget: QWidget | None = None  # what stands there; None while nothing is edited
        canvas.moved.connect(self.leave)
        canvas.workspace.changed.connect(self._follow)

    @abstractmethod
    def leave(self) -> None:
        """Takes what was typed and closes."""

    @abstractmethod
    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key was the editor's own."""

    @abstractmethod
    def _follow(self, before: Drawing, after: Drawing) -> None:
        """The drawing became another."""

    @abstractmethod
    def _place(self) -> None:
        """Puts the widget where it belongs."""

    def before_command(self, event: QKeyEvent) -> None:
        """Takes what was typed before a command's keys do what they do."""
        key, held = Qt.Key(event.key()), event.modifiers() & COMMANDING
        if (held and key not in HELD) or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.widget is None or watched is not self.widget:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        menu = Qt.FocusReason.PopupFocusReason  # of the field itself
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != menu:
            self.leave()
        return False

    def _show(self, widget: QWidget) -> None:
        self.widget = widget
        widget.installEventFilter(self)
        self._place()
        widget.show()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        widget, self.widget = self.widget, None
        if widget is None:
            return
        widget.removeEventFilter(self)
        if widget.hasFocus():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.hide()
        widget.deleteLater()
