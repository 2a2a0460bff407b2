"""The problems: each cause with its node, what was needed and came, and its cures."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nodegraph.analysis import Fix, Problem
from nodegraph.analysis.begun import next_step
from nodegraph.analysis.done import done
from nodegraph.document import Drawing, edits
from nodegraph.ui.language import translated
from nodegraph.ui.panels.flow import Flow
from nodegraph.ui.short import Short, ShortButton
from nodegraph.ui.style import called
from nodegraph.ui.tab_order import tab_through
from nodegraph.ui.workspace import Workspace

SHOWN = 100  # cards; a list longer than this is cured from its top
SIGNS = {"error": ("●", "bad"), "hint": ("▲", "warn")}
NEXT = ("○", "muted")


class Card(QFrame):
    """One problem: its sign, node, words, and a button for each fix.

    A quiet one is no mistake: the drawing is only begun.
    """

    pressed = Signal()

    def __init__(self, problem: Problem, title: str, quiet: bool, parent: QWidget) -> None:
        super().__init__(parent)
        message = translated(problem.message)
        called(self, f"problem_{problem.node or 'network'}", f"{title}: {message}", "card")
        self.key = (problem, title, quiet)
        self.problem = problem
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sign, kind = NEXT if quiet else SIGNS[problem.severity]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        for text, label_kind in ((sign, kind), (title, "strong")):
            label = Short(text, self)
            label.setProperty("kind", label_kind)
            head.addWidget(label)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self._words(message, ""))
        if problem.detail:
            column.addWidget(self._words(translated(problem.detail), "muted"))
        self.buttons = Flow(8)
        column.addLayout(self.buttons)

    def _words(self, text: str, kind: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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
    """Every problem of the drawing as a card; errors, then hints, then what they block.

    Its cards are made when they are seen or asked for: an edit does not wait for them.
    """

    shown = Signal(str)  # a node: bring it into view

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "problem_list", self.tr("Problems"))
        self.workspace = workspace
        self.cured: Callable[[Drawing, Fix], Drawing] = _fixed  # a canvas lays it out better
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cards: list[Card] = []
        self._notes: list[QLabel] = []
        self._listed: tuple[tuple[Problem, ...], bool] | None = None
        self._page = QWidget(self)
        self._page.setProperty("kind", "panel")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self._column.addStretch()
        self.setWidget(self._page)
        workspace.checked.connect(self.refresh)

    @property
    def cards(self) -> list[Card]:
        """The cards of what the last check found, from the top."""
        self._list()
        return self._cards

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list()

    def refresh(self) -> None:
        """Lists what the last check found, if it is seen."""
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        """The card of a problem that stays is left alone."""
        problems = self.workspace.report.problems
        quiet = bool(next_step(self.workspace.drawing.graph))
        if (problems, quiet) == self._listed:
            return
        self._listed = (problems, quiet)
        causes = [problem for problem in problems if problem.severity == "error"]
        causes += [problem for problem in problems if problem.severity == "hint"]
        known = {card.key: card for card in self._cards}
        keys = [(problem, self._title(problem), quiet) for problem in causes[:SHOWN]]
        self._cards = [known.pop(key) if key in known else self._card(*key) for key in keys]
        for gone in (*known.values(), *self._notes):
            self._take_away(gone)
        notes = [("problem_waiting", words) for words in self._waiting(problems)]
        if words := self._end(len(causes)):
            notes.append(("problem_note", words))
        self._notes = [self._note(*note) for note in notes]
        for at, shown in enumerate((*self._cards, *self._notes)):
            if self._column.indexOf(shown) != at:
                self._column.insertWidget(at, shown)
        stops = ((card, *card.findChildren(ShortButton)) for card in self._cards)
        tab_through((self, *chain.from_iterable(stops)))

    def _take_away(self, shown: QWidget) -> None:
        # Not at once: a press on a button of the card may be what made it go.
        held = QApplication.focusWidget()
        if held is not None and shown.isAncestorOf(held):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(shown)
        shown.setObjectName("")
        shown.setAccessibleName("")
        shown.hide()
        shown.deleteLater()

    def say_again(self, _again: object) -> None:
        """Lists them in another language."""
        for shown in (*self._cards, *self._notes):
            self._take_away(shown)
        self._cards, self._notes, self._listed = [], [], None
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

    def _note(self, name: str, words: str) -> QLabel:
        label = QLabel(words, self._page)
        called(label, name, words, "muted")
        label.setMargin(8)
        label.setIndent(4)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _title(self, problem: Problem) -> str:
        nodes = self.workspace.drawing.graph.nodes
        node = nodes.get(problem.node) if problem.node else None
        return node.title if node else self.tr("the network")

    def _card(self, problem: Problem, title: str, quiet: bool) -> Card:
        card = Card(problem, title, quiet, self._page)
        card.pressed.connect(lambda: self._show(problem))
        for number, fix in enumerate(problem.fixes):
            words = translated(fix.label)
            button = ShortButton(words, card)
            called(button, f"fix_{number}", words, "primary" if number == 0 and fix.urged else "")
            button.clicked.connect(lambda _=False, fix=fix: self._cure(fix))
            card.buttons.addWidget(button)
        return card

    def _show(self, problem: Problem) -> None:
        if problem.node is not None:
            self.workspace.select((problem.node,))
            self.shown.emit(problem.node)

    def _cure(self, fix: Fix) -> None:
        self.workspace.do(done(fix.label), self.cured(self.workspace.drawing, fix))


def _fixed(drawing: Drawing, fix: Fix) -> Drawing:
    return edits.fixed(drawing, *fix.apply(drawing.graph, drawing.recipe))
