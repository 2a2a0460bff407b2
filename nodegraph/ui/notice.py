"""A line over the drawing that says what happened and offers what can be done; it never stops
anyone's hand, as a dialog would.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from nodegraph.ui.style import called


class Notice(QFrame):
    """One sentence and its buttons; hidden until there is something to say."""

    def __init__(self, name: str, accessible: str, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, name, accessible, "notice")
        self.words = QLabel(self)
        called(self.words, f"{name}_words", accessible)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self.words, 1)
        self.hide()

    def offer(
        self, name: str, text: str, pressed: Callable[[], object], kind: str = ""
    ) -> QPushButton:
        """One more button at the right."""
        button = QPushButton(text, self)
        called(button, f"{self.objectName()}_{name}", text, kind)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        button.clicked.connect(lambda: pressed())
        self._row.addWidget(button)
        return button

    def say(self, sentence: str) -> None:
        """Shows the line with this sentence."""
        self.words.setText(sentence)
        self.words.setToolTip(sentence)
        self.show()
