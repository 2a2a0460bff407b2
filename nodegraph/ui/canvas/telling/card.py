"""A problem beside its node: what is wrong, what was needed, what came, and buttons that cure it.

The buttons are real ones, so that the keyboard and a screen reader find them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nodegraph.analysis import Fix, Problem
from nodegraph.ui.language import translated
from nodegraph.ui.short import ShortButton
from nodegraph.ui.style import restyle
from nodegraph.ui.theme import Theme

NARROWEST, WIDEST, WIDE_BUTTONS = 220, 340, 460  # px
BUTTONS = 2
BELOW, ABOVE, FURTHER = 22, 12, 48  # px between the card and its node
OWN = 9  # other nodes may be hidden rather than its own
EDGE = 6  # px between the card and the edge of what is seen


class ProblemCard(QFrame):
    """Shows one problem; hidden when there is none."""

    chosen = Signal(object)  # the Fix whose button was pressed

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problem_card")
        self.setAccessibleName(self.tr("Problem"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.problem: Problem | None = None
        self._node, self._asks = "", False
        self._beside = QPoint()  # its corner, from that of its node
        self._title = QLabel(self)
        self._title.setObjectName("problem_title")
        self._detail = QLabel(self)
        self._detail.setObjectName("problem_detail")
        self._keys = QLabel(self.tr("Enter accepts, Esc connects nothing"), self)
        self._keys.setObjectName("problem_keys")
        for label in (self._title, self._detail, self._keys):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = [ShortButton("", self) for _ in range(BUTTONS)]
        self._fixes: tuple[Fix, ...] = ()
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, button in enumerate(self._buttons):
            button.setObjectName(f"fix_{number + 1}")
            button.clicked.connect(lambda _=False, n=number: self.chosen.emit(self._fixes[n]))
            row.addWidget(button)
        row.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 11)
        column.setSpacing(5)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(4)
        column.addLayout(row)
        column.addWidget(self._keys)
        self.set_theme(theme)
        self.hide()

    def show_problem(self, title: str, problem: Problem, asks: bool = False) -> None:
        """Fills the card; `title` is the node's name. `asks`: Enter would do the first fix."""
        same = (problem, title, asks) == (self.problem, self._node, self._asks)
        self.problem, self._node, self._asks = problem, title, asks
        self._fixes = problem.fixes[:BUTTONS]  # what an equal problem was cured by may be old
        if not same:
            self._fill(problem, title)

    def say_again(self, _again: object) -> None:
        """The language is another one now."""
        if self.problem is not None:
            self._fill(self.problem, self._node)

    def _fill(self, problem: Problem, title: str) -> None:
        said = translated(problem.message)
        self._title.setText(f"{title}: {said}" if title else said)
        self._detail.setText(translated(problem.detail))
        self._detail.setVisible(bool(problem.detail))
        self._keys.setVisible(self._asks)
        for number, button in enumerate(self._buttons):
            shown = number < len(self._fixes)
            button.setVisible(shown)
            if shown:
                words = translated(self._fixes[number].label)
                button.setText(words)
                button.setAccessibleName(words)
                restyle(button, urged=number == 0 and self._fixes[number].urged)
        self.setAccessibleDescription(f"{self._title.text()}. {self._detail.text()}")
        restyle(self, hint=problem.severity == "hint")
        self.resize(self._wanted())

    def _wanted(self) -> QSize:
        # What the longest line and the buttons ask for, and then as high as the lines wrap.
        self.ensurePolished()
        self._column.activate()  # else the row of buttons is as high as it was
        lines = [self._title, self._detail]
        text = max(line.fontMetrics().horizontalAdvance(line.text()) for line in lines) + 34
        buttons = sum(b.sizeHint().width() + 8 for b in self._buttons[: len(self._fixes)]) + 26
        width = max(NARROWEST, min(text, WIDEST), min(buttons, WIDE_BUTTONS))
        return QSize(width, self._column.totalHeightForWidth(width))

    def stand_by(self, node: QRect, others: list[QRect], room: QRect) -> None:
        """Stands beside a node, in the room, where it covers least of it and of the others.

        Beside one that is out of the room it is out of it too.
        """
        room = room.adjusted(EDGE, EDGE, -EDGE, -EDGE) if room.intersects(node) else QRect()

        def covered(corner: QPoint) -> int:
            place = QRect(corner, self.size())
            hidden = place.width() * place.height() - _area(place & room)
            others_hidden = sum(_area(place & other) for other in others)
            return hidden + others_hidden + OWN * _area(place & node)

        self._beside = min(self._corners(node, room), key=covered) - node.topLeft()
        self.follow(node)

    def follow(self, node: QRect) -> None:
        """Keeps its place beside a node that is elsewhere on the screen now."""
        self.move(node.topLeft() + self._beside)

    def _corners(self, node: QRect, room: QRect) -> Iterator[QPoint]:
        """Where it may stand, the best first, each moved into the room if there is one."""
        flush, level = node.right() - self.width(), node.center().y() - self.height() // 2
        below, above = node.bottom() + BELOW, node.top() - ABOVE - self.height()
        beside = (node.right() + BELOW, level), (node.left() - BELOW - self.width(), level)
        rows = ((x, y) for y in (below, above, below + FURTHER) for x in (node.left(), flush))
        for x, y in chain(rows, beside):
            if room.isValid():
                x = max(room.left(), min(x, room.right() - self.width()))
                y = max(room.top(), min(y, room.bottom() - self.height()))
            yield QPoint(x, y)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        t = theme
        self.setStyleSheet(f"""
            #problem_card {{ background: {t.raised}; border: 1px solid {t.line};
                border-left: 3px solid {t.bad}; border-top-left-radius: 2px;
                border-bottom-left-radius: 2px; border-top-right-radius: 9px;
                border-bottom-right-radius: 9px; }}
            #problem_card[hint="true"] {{ border-left-color: {t.warn}; }}
            #problem_title {{ color: {t.text}; font-weight: bold; font-size: 12px; }}
            #problem_detail, #problem_keys {{ color: {t.muted}; font-size: 11px; }}
            QPushButton {{ background: {t.field}; color: {t.text}; border: 1px solid {t.line};
                border-radius: 6px; padding: 5px 10px; font-size: 11px; }}
            QPushButton:hover, QPushButton:focus {{ border-color: {t.accent}; }}
            QPushButton[urged="true"] {{ background: {t.fill}; color: {t.on_accent};
                border-color: {t.fill}; font-weight: bold; }}
            QPushButton[urged="true"]:hover {{ border-color: {t.text}; }}
            QPushButton[urged="true"]:focus {{ border-color: {t.text}; }}
        """)


def _area(box: QRect) -> int:
    return box.width() * box.height() if box.isValid() else 0
