"""Small squares of colour beside the commands that give a frame its colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from nodegraph.ui.theme import GROUPS, Theme

SIDE = 14  # px


def follow(menu: QMenu, theme: Callable[[], Theme]) -> None:
    """Shows the colours of the theme whenever the menu opens."""

    def paint() -> None:
        for action in menu.actions():
            group = action.objectName().rpartition(".")[2]
            colour = theme().group(group) if group in GROUPS else theme().muted
            action.setIcon(_swatch(colour))

    menu.aboutToShow.connect(paint)


def _swatch(colour: str) -> QIcon:
    made = QPixmap(SIDE, SIDE)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 1, SIDE - 2, SIDE - 2, 3, 3)
    painter.end()
    return QIcon(made)
