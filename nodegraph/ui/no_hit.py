"""What stands in a list that is searched when nothing is found: that it is so, and a way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nodegraph.ui.style import called

EDGE = 12  # px


class NoHit(QWidget):
    """Lies over an empty list as long as its field holds a query."""

    def __init__(self, view: QAbstractItemView, field: QLineEdit) -> None:
        super().__init__(view.viewport())
        name = view.objectName()
        called(self, f"{name}_no_hit", self.tr("Nothing is found"))
        self._view, self._field = view, field
        self.words = QLabel(self)
        called(self.words, f"{name}_no_hit_words", self.tr("Nothing is found"), "muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.button = QPushButton(self.tr("Clear the search"), self)
        called(self.button, f"{name}_no_hit_clear", self.tr("Clear the search"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the field
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        model = view.model()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self.look)
        field.textChanged.connect(self.look)
        view.viewport().installEventFilter(self)
        self.hide()

    def look(self, *_told: object) -> None:
        """Shows itself when there is a query and no row."""
        query = self._field.text().strip()
        if wanted := bool(query) and self._view.model().rowCount() == 0:
            self.words.setText(self.tr("Nothing is called “{0}”").format(query))
            self.resize(self._view.viewport().size())
        self.setVisible(wanted)

    def say_again(self, _again: object) -> None:
        """Tells it in another language."""
        self.look()

    def _clear(self) -> None:
        # As a person would: so it can be undone there, and everyone hears of it.
        self._field.selectAll()
        self._field.del_()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.resize(self._view.viewport().size())
        return False
