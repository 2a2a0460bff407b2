"""How far something is that takes a while, in the status bar, with a button that ends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from nodegraph.ui.style import called

WIDE, HIGH = 120, 6  # px of the bar


class Progress(QWidget):
    """Words, a bar and Cancel; hidden while nothing goes on."""

    def __init__(self, words: str, cancel: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "progress", words)
        self.bar = QProgressBar(self)
        called(self.bar, "progress_bar", words)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(WIDE, HIGH)
        self.button = QPushButton(self.tr("Cancel"), self)
        called(self.button, "progress_cancel", self.tr("Cancel"))
        self.button.setToolTip(self.tr("Cancel (Esc)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda: cancel())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(QLabel(words, self))
        row.addWidget(self.bar)
        row.addWidget(self.button)
        self.hide()

    def begin(self) -> None:
        """Shows it, at nothing done."""
        self.bar.setValue(0)
        self.show()

    def show_share(self, share: float) -> None:
        """Shows how far it is, from 0 to 1."""
        self.bar.setValue(round(100 * share))
