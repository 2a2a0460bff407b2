"""The rows of a form: names at the left, fields at their right, under them what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

LABEL_PX = 116
INDENT = 5  # px to where a field's words stand; margins are lost with a style before the first show


class Wrong(QLabel):
    """The reason why a value was refused; not seen while there is none."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
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


class Rows(QGridLayout):
    """A grid whose two columns stand where those of every other form do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(4)
        self.setColumnMinimumWidth(0, LABEL_PX)
        self.setColumnStretch(1, 1)

    def add(self, label: QLabel, widget: QWidget) -> None:
        """One more row, named by the label."""
        label.setBuddy(widget)
        label.setToolTip(widget.toolTip())
        label.setIndent(INDENT)
        row = self.rowCount()
        self.addWidget(label, row, 0)
        self.addWidget(widget, row, 1)

    def add_wrong(self, name: str) -> Wrong:
        """Room below the last row for why its value was refused."""
        wrong = Wrong(name, self.parentWidget())
        self.addWidget(wrong, self.rowCount(), 1)
        return wrong
