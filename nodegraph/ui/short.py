"""Words that are cut with "…" where there is no room for all of them; the tip tells the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

LEAST = 32  # px that are always shown
SHORT_BUTTON = 132  # px, with its edges


class Short(QLabel):
    """A label that is cut at its end."""

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), LEAST), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip("" if words == self.text() else self.text())
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawItemText(
            painter, room, int(self.alignment()), option.palette, self.isEnabled(), words,
            self.foregroundRole(),
        )  # fmt: skip


class ShortButton(QPushButton):
    """A button that is cut in its middle: what it does and to which value stay in sight."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return size.boundedTo(QSize(SHORT_BUTTON, size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(contents, option, self).width()
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
        cut = option.text != self.text()
        if cut and not self.toolTip():
            self.setToolTip(self.text().replace("&&", "&"))
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
