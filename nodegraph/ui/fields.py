"""One field for each kind of setting: shows a value, reads what is typed, says what is wrong.

A field asks and shows; whether a value fits is the setting's own to say. A wrong value stays in
its field, red and with the reason, and the drawing is left as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from nodegraph.setting import Setting, SettingError
from nodegraph.ui.language import translated, worded
from nodegraph.ui.style import called, restyle

MIXED = object()  # the value of nodes that differ
MIXED_SIGN = "–"


def read(setting: Setting, text: str) -> Any:
    """The value that a text means: "3 × 5", "3,5" and "3x5" are two numbers.

    Raises SettingError when it means none that the setting takes.
    """
    words = text.strip()
    if words in setting.choices or setting.kind == "text":
        return setting.accept(words)
    if setting.optional and words.lower() in ("", "none", worded(None)):
        return None
    try:
        value = _value(setting, words)
    except ValueError:
        raise SettingError(setting.name, setting.needs(), words) from None
    return setting.accept(value)


def shown(value: Any) -> str:
    """A value as its field shows it; a number is never shortened to another one."""
    if value is MIXED:
        return MIXED_SIGN
    short = worded(value)
    return repr(value) if isinstance(value, float) and float(short) != value else short


def _value(setting: Setting, words: str) -> Any:
    if setting.kind == "float":
        return float(words)
    if setting.kind == "int":
        return int(words)
    numbers = tuple(int(part) for part in re.split(r"[\s×x,;()\[\]]+", words) if part)
    return numbers[0] if setting.kind == "size" and len(numbers) == 1 else numbers


class Field(QObject):
    """A widget for one setting; `edited` carries the value once it was read."""

    edited = Signal(object)
    refused = Signal(str)  # why what was typed is no value; empty when that is over

    def __init__(self, setting: Setting, widget: QWidget, show: Callable[[Any], None]) -> None:
        super().__init__(widget)
        self.setting, self.widget = setting, widget
        self.show_value = show  # shows a value, or the sign for several
        called(widget, f"setting_{setting.name}", setting.name)
        words = translated(setting.help)
        widget.setToolTip(words)
        widget.setAccessibleDescription(words)

    def commit(self) -> bool:
        """Takes what was typed so far; False where it is no value, which then stays in red."""
        return True  # a click is taken at once

    def refuse_setting(self, error: SettingError) -> None:
        """Turns red and says what would fit."""
        self.refuse(self.tr("Needs {0}.").format(translated(error.needed)))

    def refuse(self, reason: str) -> None:
        """Turns red and says why."""
        restyle(self.widget, wrong=True)
        self.refused.emit(translated(reason))

    def accept(self) -> None:
        """No longer red."""
        if self.widget.property("wrong"):
            restyle(self.widget, wrong=False)
            self.refused.emit("")


class Line(QLineEdit):
    """A line that is done at Enter or when it is left, goes back at Esc, and steps by arrows.

    Undo is about what is being typed; once that is done, about the drawing.
    """

    done = Signal()
    back = Signal()
    stepped = Signal(int)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            event.ignore()  # the form may take it as "done here"
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.text() == MIXED_SIGN:
            self.selectAll()  # what is typed takes its place

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.done.emit()


class LineField(Field):
    """Numbers, sizes, shapes and texts are typed."""

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        self.line = Line(parent)
        super().__init__(setting, self.line, self._show)
        self._shown = ""
        self.line.setPlaceholderText(worded(None) if setting.optional else "")
        self.line.done.connect(self._read)
        self.line.back.connect(self._back)
        self.line.stepped.connect(self._step)
        self.line.textEdited.connect(lambda _text: self.accept())

    def _show(self, value: Any) -> None:
        text = shown(value)
        if text == self._shown and self.line.text() != text and self.line.hasFocus():
            return  # what is being typed stays
        self._shown = text
        if self.line.text() != text:
            self.line.setText(text)
        self.accept()

    def commit(self) -> bool:
        self._read()
        return not self.line.property("wrong")

    def _read(self) -> None:
        if self.line.text() == self._shown:
            return
        try:
            value = read(self.setting, self.line.text())
        except SettingError as error:
            self.refuse_setting(error)
            return
        self._shown = shown(value)
        self.line.setText(self._shown)
        self.edited.emit(value)

    def _back(self) -> None:
        self.line.setText(self._shown)
        self.accept()

    def _step(self, by: int) -> None:
        if self.setting.kind != "int" or not self.line.text().lstrip("-").isdigit():
            return
        self.line.setText(str(int(self.line.text()) + by))
        self._read()


class FlagField(Field):
    """On or off by one click."""

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        self.button = QPushButton(parent)
        super().__init__(setting, self.button, self._show)
        self.button.setCheckable(True)
        self.button.setProperty("kind", "flag")
        self.button.clicked.connect(self._clicked)

    def _show(self, value: Any) -> None:
        self.button.setChecked(value is True)
        self.button.setText(shown(value))

    def _clicked(self, on: bool) -> None:
        self.edited.emit(on)


class Choices(QComboBox):
    """A list to choose from that leaves the wheel to the form it stands in, and takes its width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setIconSize(QSize(0, 0))  # there are none: it is as high as every other field

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of the words a setting lists."""

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        self.box = Choices(parent)
        super().__init__(setting, self.box, self._show)
        words = [*setting.choices, *([worded(None)] if setting.optional else [])]
        self.box.addItems(words)
        self.box.setPlaceholderText(MIXED_SIGN)
        self.box.activated.connect(self._chosen)

    def _show(self, value: Any) -> None:
        blocker = QSignalBlocker(self.box)
        self.box.setCurrentIndex(-1 if value is MIXED else self.box.findText(worded(value)))
        blocker.unblock()

    def _chosen(self, _index: int) -> None:
        self.edited.emit(read(self.setting, self.box.currentText()))


def field_for(setting: Setting, parent: QWidget) -> Field:
    """The field that suits a setting's kind."""
    if setting.kind == "bool":
        return FlagField(setting, parent)
    if setting.kind == "choice":
        return ChoiceField(setting, parent)
    return LineField(setting, parent)
