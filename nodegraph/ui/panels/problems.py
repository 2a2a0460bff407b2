"""The problems: each cause with its node, what was needed and came, and its cures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nodegraph.analysis import Fix, Problem
from nodegraph.analysis.done import done
from nodegraph.document import edits
from nodegraph.ui.language import translated
from nodegraph.ui.panels.flow import Flow
from nodegraph.ui.style import called
from nodegraph.ui.workspace import Workspace

SHOWN = 100  # cards; a list longer than this is cured from its top
SIGNS = {"error": ("●", "bad"), "hint": ("▲", "warn")}


class Card(QFrame):
    """One problem: its sign, node, words, and a button for each fix."""

    pressed = Signal()

    def __init__(self, problem: Problem, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        message = translated(problem.message)
        called(self, f"problem_{problem.node or 'network'}", f"{title}: {message}", "card")
        self.problem = problem
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sign, kind = SIGNS[problem.severity]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        for text, label_kind in ((sign, kind), (title, "strong")):
            label = QLabel(text, self)
            label.setProperty("kind", label_kind)
            head.addWidget(label)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self._words(message, ""))
        if problem.needed:
            words = self.tr("needed {0}, came {1}").format(
                translated(problem.needed), translated(problem.came) or "–"
            )
            column.addWidget(self._words(words, "muted"))
        self.buttons = Flow(8)
        column.addLayout(self.buttons)

    def _words(self, text: str, kind: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", kind)
        return label

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class Problems(QScrollArea):
    """Every problem of the drawing as a card; errors, then hints, then what they block."""

    shown = Signal(str)  # a node: bring it into view

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "problem_list", self.tr("Problems"))
        self.workspace = workspace
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards: list[Card] = []
        self._listed: tuple[Problem, ...] | None = None
        workspace.checked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Lists what the last check found; nothing is touched where that is what stands here."""
        problems = self.workspace.report.problems
        if problems == self._listed:
            return
        self._listed = problems
        page = QWidget(self)
        page.setProperty("kind", "panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        causes = [problem for problem in problems if problem.severity == "error"]
        causes += [problem for problem in problems if problem.severity == "hint"]
        self.cards = [self._card(problem, page) for problem in causes[:SHOWN]]
        for card in self.cards:
            column.addWidget(card)
        for words in self._waiting(problems):
            column.addWidget(self._note("problem_waiting", words, page))
        if words := self._end(len(causes)):
            column.addWidget(self._note("problem_note", words, page))
        column.addStretch()
        self.setWidget(page)

    def say_again(self, _again: object) -> None:
        """Lists them in another language."""
        self._listed = None
        self.refresh()

    def show_next(self, step: int = 1) -> None:
        """Shows the node of the problem after the one whose node is selected, or before it (-1)."""
        nodes = [card.problem for card in self.cards if card.problem.node is not None]
        at = [n for n, p in enumerate(nodes) if p.node in self.workspace.selection]
        if nodes:
            self._show(nodes[(at[-1] + step) % len(nodes) if at else min(step, 0)])

    def _end(self, count: int) -> str:
        if count > SHOWN:
            return self.tr("and {0} more").format(count - SHOWN)
        if not self.workspace.drawing.graph.nodes:
            return self.tr("Nothing drawn yet. Drop a layer on the canvas.")
        return "" if count else self.tr("No problems. It is ready to train.")

    def _waiting(self, problems: tuple[Problem, ...]) -> list[str]:
        """One line for each cause, with the nodes that only wait for it."""
        nodes = self.workspace.drawing.graph.nodes
        waiting: dict[str, list[str]] = {}
        for problem in problems:
            if problem.severity == "blocked" and problem.blocked_by and problem.node:
                names = waiting.setdefault(nodes[problem.blocked_by].title, [])
                names.append(nodes[problem.node].title)
        return [
            self.tr("○ Blocked by {0}: {1}").format(cause, ", ".join(names))
            for cause, names in waiting.items()
        ]

    def _note(self, name: str, words: str, page: QWidget) -> QLabel:
        label = QLabel(words, page)
        called(label, name, words, "muted")
        label.setContentsMargins(12, 8, 12, 8)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _card(self, problem: Problem, page: QWidget) -> Card:
        nodes = self.workspace.drawing.graph.nodes
        node = nodes.get(problem.node) if problem.node else None
        card = Card(problem, node.title if node else self.tr("the network"), page)
        card.pressed.connect(lambda: self._show(problem))
        for number, fix in enumerate(problem.fixes):
            words = translated(fix.label)
            button = QPushButton(words, card)
            called(button, f"fix_{number}", words, "primary" if number == 0 else "")
            button.clicked.connect(lambda _=False, fix=fix: self._cure(fix))
            card.buttons.addWidget(button)
        return card

    def _show(self, problem: Problem) -> None:
        if problem.node is not None:
            self.workspace.select((problem.node,))
            self.shown.emit(problem.node)

    def _cure(self, fix: Fix) -> None:
        drawing = self.workspace.drawing
        cured = edits.fixed(drawing, *fix.apply(drawing.graph, drawing.recipe))
        self.workspace.do(done(fix.label), cured)
