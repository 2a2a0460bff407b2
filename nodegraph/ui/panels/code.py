"""The code: the module as it will train and be exported, following the selection both ways."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from nodegraph.analysis.picking import at_fault
from nodegraph.graph import NodeId
from nodegraph.ui.language import translated
from nodegraph.ui.style import called, mono
from nodegraph.ui.theme import Theme
from nodegraph.ui.workspace import Workspace

if TYPE_CHECKING:
    from pygments.lexer import Lexer

MARGIN = 12  # px around the text
SURFACE = QTextFormat.Property.UserProperty  # a line's colour from edge to edge, under its text

COLOURS = {  # the start of a pygments token's name → the theme's colour for it
    "Token.Keyword": "accent",
    "Token.Name.Class": "good",
    "Token.Name.Function": "good",
    "Token.Literal.String": "warn",
    "Token.Literal.Number": "warn",
    "Token.Comment": "muted",
    "Token.Name.Builtin.Pseudo": "muted",
}


class Colours(QSyntaxHighlighter):
    """Python's words in the theme's colours, as pygments tells them apart."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self.theme = theme

    def highlightBlock(self, text: str) -> None:
        for at, length, colour in coloured(text):
            look = QTextCharFormat()
            look.setForeground(QColor(getattr(self.theme, colour)))
            self.setFormat(at, length, look)


@lru_cache(maxsize=20_000)  # an edit changes a line or two; the others are told apart already
def coloured(line: str) -> tuple[tuple[int, int, str], ...]:
    """Where each word that has a colour begins, how long it is, and the theme's name for it."""
    found, at = [], 0
    for kind, part in _lexer().get_tokens(line):
        length = _length(part)
        name = str(kind)
        colour = next((c for start, c in COLOURS.items() if name.startswith(start)), "")
        if colour:
            found.append((at, length, colour))
        at += length
    return tuple(found)


@cache
def _lexer() -> Lexer:
    # pygments costs its import only once there is code to colour
    from pygments.lexers.python import PythonLexer

    return PythonLexer(ensurenl=False, stripnl=False)


def _length(text: str) -> int:
    """How long Qt finds a text: it counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def changes(old: list[str], new: list[str]) -> list[tuple[int, int, list[str]]]:
    """Which lines of a text others take the place of, from the first up to the second number.

    As many lines as before are compared one by one; else all between what both begin and end
    with is another.
    """
    if len(old) == len(new):
        return [(at, at + 1, [new[at]]) for at in range(len(new)) if old[at] != new[at]]
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    pairs = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return [(start, len(old) - end, new[start : len(new) - end])]


class Text(QPlainTextEdit):
    """Read-only code; a click tells its line."""

    line_pressed = Signal(int)  # from 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self._lines = [""]

    def show_text(self, text: str) -> None:
        """Shows a text that ends with a line, or none; what stays is neither laid out nor coloured.

        The place scrolled to stays.
        """
        lines = text.split("\n")
        cursor, document = QTextCursor(self.document()), self.document()
        # From the end on, so that the numbers before stay; each by itself, for Qt takes all
        # between two changes made together as changed.
        for first, last, put in reversed(changes(self._lines, lines)):
            cursor.setPosition(document.findBlockByNumber(last).position())
            cursor.setPosition(
                document.findBlockByNumber(first).position(), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText("".join(f"{line}\n" for line in put))
        self._lines = lines

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for mark in self.extraSelections():
            line = self.blockBoundingGeometry(mark.cursor.block()).translated(self.contentOffset())
            whole = QRectF(0, line.top(), self.viewport().width(), line.height())
            painter.fillRect(whole, mark.format.property(SURFACE))
        painter.end()
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.cursorForPosition(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.line_pressed.emit(at.blockNumber() + 1)


class Code(QWidget):
    """The module's text, or why it can't be written yet."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "code", self.tr("Code"), "panel")
        self.workspace, self.theme = workspace, theme
        self.text = Text(self)
        called(self.text, "code_text", self.tr("The module's code"))
        self.text.setFont(mono())
        self.text.document().setDocumentMargin(MARGIN)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.colours = Colours(self.text.document(), theme)
        self.reason = QLabel(self)
        called(self.reason, "code_reason", self.tr("Why there is no code"), "muted")
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = QPushButton(self.tr("Copy"), self)
        called(self.copy, "code_copy", self.tr("Copy the code"), "link")
        self.copy.clicked.connect(self._copy)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 4, 4)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.text.line_pressed.connect(self._select_node_of)
        workspace.checked.connect(self.refresh)
        workspace.selected.connect(self._on_selection)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Colours the code by another theme."""
        self.theme = self.colours.theme = theme
        self.colours.rehighlight()
        self._mark()

    def say_again(self, _again: object) -> None:
        """Says in another language why there is no code."""
        self.refresh()

    def refresh(self) -> None:
        """Shows the code of the drawing as it is now; the place scrolled to stays."""
        source = self.workspace.source
        self.text.show_text(source.text if source else "")
        self.text.setVisible(source is not None)
        self.copy.setVisible(source is not None)
        refusal = self.workspace.refusal
        why = translated(refusal).rstrip(".。")
        self.reason.setText(self.tr("No code yet. {0}.").format(why) if why else "")
        self._mark()

    def _on_selection(self) -> None:
        self._mark()
        marked = list(self._lines_of(self.workspace.selection))
        if marked:
            self.text.setTextCursor(self._cursor(marked[0]))
            self.text.ensureCursorVisible()

    def _mark(self) -> None:
        """Lays a surface behind the selected nodes' lines, a red one behind those with problems."""
        marks = [(line, self.theme.accent) for line in self._lines_of(self.workspace.selection)]
        blamed = self._lines_of(at_fault(self.workspace.report))
        marks += [(line, self.theme.bad) for line in blamed]
        self.text.setExtraSelections([self._surface(line, colour) for line, colour in marks])

    def _lines_of(self, nodes: Container[NodeId]) -> Iterator[int]:
        source = self.workspace.source
        if source is not None:
            yield from (line for line, node in source.lines.items() if node in nodes)

    def _surface(self, line: int, colour: str) -> QTextEdit.ExtraSelection:
        surface = QTextEdit.ExtraSelection()
        back = QColor(colour)
        back.setAlpha(56)
        look = QTextCharFormat()
        look.setProperty(SURFACE, back)
        surface.format = look
        surface.cursor = self._cursor(line)
        return surface

    def _cursor(self, line: int) -> QTextCursor:
        return QTextCursor(self.text.document().findBlockByNumber(line - 1))

    def _select_node_of(self, line: int) -> None:
        source = self.workspace.source
        if source is not None and line in source.lines:
            self.workspace.select((source.lines[line],))

    def _copy(self) -> None:
        if self.workspace.source is not None:
            QGuiApplication.clipboard().setText(self.workspace.source.text)
            self.workspace.said.emit(self.tr("Copied the code"))
