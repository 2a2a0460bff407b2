"""What is wrong with a value, below its field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Wrong(QLabel):
    """The reason why a value was refused; not seen while there is none."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"wrong_{name}")
        self.setProperty("kind", "bad")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, why: str) -> None:
        """Shows a reason; none hides it."""
        self.setText(why)
        self.setVisible(bool(why))
