"""The line over the canvas in which one types what to find, with how many nodes it means."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from nodegraph.ui.style import called, restyle

WIDE, COUNT = 260, 96  # px
TOP = 12  # px between it and the edge of the canvas
EXAMPLE = "conv  type:norm  out>256  error:"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """A field, the count, and buttons for the next, the one before, all, and the end."""

    edited = Signal(str)
    wanted = Signal(int)  # 1: the next of what was found; -1: the one before
    all_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "find_bar", self.tr("Find"))
        self._room = parent
        self.field = QLineEdit(self)
        called(self.field, "find_field", self.tr("Find nodes"))
        self.field.setPlaceholderText(EXAMPLE)
        self.field.setToolTip(
            self.tr(
                "A word of the name or the layer, name: or type: and a part of it,\n"
                "out>256 or another setting, weights>1M, shape:*x512, error: or hint:"
            )
        )
        self.field.setFixedWidth(WIDE)
        self.field.setClearButtonEnabled(True)
        self.count = QLabel(self)
        called(self.count, "find_count", self.tr("How many nodes are found"), "muted")
        self.count.setMinimumWidth(COUNT)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self.count)
        for name, sign, words, act in (
            ("find_previous", "‹", self.tr("The one before"), lambda: self.wanted.emit(-1)),
            ("find_next", "›", self.tr("The next"), lambda: self.wanted.emit(1)),
            ("find_all", self.tr("All"), self.tr("Selects all of them"), self.all_wanted.emit),
            ("find_close", "×", self.tr("Ends finding"), self.closed.emit),
        ):
            button = self._button(name, sign, words)
            button.clicked.connect(act)
            row.addWidget(button)
        self.field.textChanged.connect(self.edited)
        self.setFocusProxy(self.field)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def tell(self, words: str, wrong: bool = False) -> None:
        """Says what was found, or why nothing can be."""
        self.count.setText(words)
        self.count.setAccessibleDescription(words)
        restyle(self.count, kind="bad" if wrong else "muted")
        self.stand()

    def stand(self) -> None:
        """Takes its place at the top of the canvas, in the middle."""
        self.adjustSize()
        self.move(QPoint(max(0, (self._room.width() - self.width()) // 2), TOP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.all_wanted.emit()
        elif event.key() in ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.wanted.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        # What the field did not want means nothing to the canvas behind it.

    def _button(self, name: str, sign: str, words: str) -> QToolButton:
        button = QToolButton(self)
        called(button, name, words)
        button.setText(sign)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
