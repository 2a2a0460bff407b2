"""What the colours of the cost lens mean, and the totals, in a corner of the canvas.

It stands in the corner where it hides the fewest nodes when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nodegraph.ui.canvas.look import STEPS, Look
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme

APART = 14  # px between it and the corner of the canvas
PLACES = 4  # below left, below beside the minimap, above right, above left
WIDE, HIGH = 220, 10  # px of the strip of colours; wider where its legend is


class Strip(QWidget):
    """The steps of the colours, from nothing to the most."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "lens_strip", self.tr("Colours from nothing to the most"))
        self.look = look
        self.setMinimumWidth(WIDE)
        self.setFixedHeight(HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = self.width() / STEPS
        for step in range(STEPS):
            painter.setBrush(self.look.far_shade(step))
            painter.drawRect(QRectF(step * wide, 0, wide, self.height()))


class Legend(QFrame):
    """Title, strip of colours with its numbers, totals."""

    def __init__(self, look: Look, viewport: QWidget, beside: QWidget) -> None:
        super().__init__(viewport)
        self._viewport, self._beside = viewport, beside
        self._at = 0  # in which of its places it stands
        called(self, "lens_legend", self.tr("Cost lens"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.title, self.first, self.others = (
            self._label(name) for name in ("lens_title", "lens_total", "lens_lines")
        )
        self.strip = Strip(look, self)
        self.ticks = [self._label(f"lens_tick_{at}") for at in ("low", "middle", "high")]
        row = QHBoxLayout()
        row.addWidget(self.ticks[0])
        row.addStretch(1)
        row.addWidget(self.ticks[1])
        row.addStretch(1)
        row.addWidget(self.ticks[2])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        for part in (self.title, self.first, self.strip):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.others)
        self.set_look(look)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        called(label, name, self.tr("Cost lens"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def tell(self, title: str, ticks: tuple[str, str, str] | None, lines: tuple[str, ...]) -> None:
        """Shows totals, and what the low, middle and high colours stand for; None: no colours."""
        self.title.setText(title)
        self.first.setText(lines[0])
        self.others.setText("\n".join(lines[1:]))
        self.others.setVisible(len(lines) > 1)
        self.strip.setVisible(ticks is not None)
        for label, text in zip(self.ticks, ticks or ("", "", ""), strict=True):
            label.setText(text)
            label.setVisible(ticks is not None)
        self.setAccessibleDescription(f"{title}. {'. '.join(lines)}.")
        self.adjustSize()
        self.stand()

    def choose(self, covered: Callable[[QRect], int]) -> None:
        """Stands where it covers least, and stays in that corner: it follows no drawing around."""
        self._at = min(range(PLACES), key=lambda at: covered(QRect(self._place(at), self.size())))
        self.stand()

    def stand(self) -> None:
        """Takes its place; a viewport that scrolls takes its children along."""
        self.move(self._place(self._at))

    def _place(self, at: int) -> QPoint:
        room, beside = self._viewport, self._beside
        right, low = room.width() - APART - self.width(), room.height() - APART - self.height()
        taken = 0 if beside.isHidden() else beside.width() + APART
        return (
            QPoint(APART, low),
            QPoint(max(APART, right - taken), low),
            QPoint(right, APART),
            QPoint(APART, APART),
        )[at]

    def set_look(self, look: Look) -> None:
        """Takes the colours of a theme."""
        self.strip.look = look
        self.setStyleSheet(_sheet(look.theme))


def _sheet(t: Theme) -> str:
    return f"""
        #lens_legend {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: 9px; }}
        QLabel {{ color: {t.muted}; font-size: 11px; background: transparent; }}
        #lens_title {{ color: {t.muted}; font-size: 10px; font-weight: bold; }}
        #lens_total {{ color: {t.text}; font-size: 12px; font-weight: bold; }}
        #lens_lines {{ color: {t.text}; }}
    """
