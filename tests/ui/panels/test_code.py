"""The code panel follows the drawing, and the selection both ways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.document import edits
from nodegraph.graph import Port
from nodegraph.ui.panels import code as panel
from nodegraph.ui.panels.code import Code, Text
from nodegraph.ui.theme import DARK, LIGHT
from nodegraph.ui.workspace import Workspace
from tests.ui.canvas.probe import recorded
from tests.ui.conftest import child, shown


@pytest.fixture
def code(workspace: Workspace, qtbot: QtBot) -> Code:
    return shown(Code(workspace, DARK), qtbot, 500, 600)


def marked(code: Code) -> list[str]:
    """The text of the lines with a surface behind them."""
    return [mark.cursor.block().text().strip() for mark in code.text.extraSelections()]


def test_the_text_is_the_module_that_trains(code: Code, workspace: Workspace) -> None:
    assert workspace.source is not None
    assert code.text.toPlainText() == workspace.source.text
    assert code.text.isReadOnly()


def test_a_change_of_the_drawing_is_a_change_of_the_code(code: Code, workspace: Workspace) -> None:
    drawing = edits.set_setting(workspace.drawing, ["fc1"], "out_features", 77)
    workspace.do("Set fc1 out_features to 77", drawing)
    assert "self.fc1 = nn.Linear(3136, 77)" in code.text.toPlainText()


def test_selecting_a_node_marks_its_lines(code: Code, workspace: Workspace) -> None:
    workspace.select(["conv2"])
    assert len(marked(code)) == 2
    assert marked(code)[0] == "self.conv2 = nn.Conv2d(32, 64, 3, padding=1)"


def test_clicking_a_line_selects_its_node(code: Code, workspace: Workspace, qtbot: QtBot) -> None:
    at = code.text.toPlainText().index("self.pool2 =")
    cursor = QTextCursor(code.text.document())
    cursor.setPosition(at + 3)
    place = code.text.cursorRect(cursor).center()
    qtbot.mouseClick(code.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workspace.selection == {"pool2"}


def test_a_line_of_no_node_selects_nothing(code: Code, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.select(["conv2"])
    top = code.text.cursorRect(QTextCursor(code.text.document())).center()
    qtbot.mouseClick(code.text.viewport(), Qt.MouseButton.LeftButton, pos=top)
    assert workspace.selection == {"conv2"}


def test_without_code_it_says_why_and_at_which_node(code: Code, workspace: Workspace) -> None:
    wire = next(w for w in workspace.drawing.graph.wires if w.target == Port("fc1", "input"))
    workspace.do("Disconnect", edits.disconnect(workspace.drawing, wire))
    assert not code.text.isVisible()
    reason = child(code, "code_reason", QLabel)
    assert reason.isVisible()
    assert reason.text().startswith("No code yet. ")
    assert "fc1" in reason.text()


def test_copy_puts_the_code_on_the_clipboard(
    code: Code, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(child(code, "code_copy", QPushButton), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == code.text.toPlainText()


def test_words_are_coloured_by_the_theme(code: Code) -> None:
    def colours() -> set[str]:
        block = code.text.document().firstBlock()
        return {form.format.foreground().color().name() for form in block.layout().formats()}

    assert DARK.accent in colours()  # from, import
    code.set_theme(LIGHT)
    assert LIGHT.accent in colours()


def test_only_lines_that_differ_are_coloured_again(
    code: Code, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with recorded(monkeypatch, panel, "coloured") as found:
        drawing = edits.set_setting(workspace.drawing, ["fc1"], "out_features", 77)
        workspace.do("Set fc1 out_features to 77", drawing)
    assert "        self.fc1 = nn.Linear(3136, 77)" in found
    assert not [line for line in found if "conv" in line]
    assert len(found) < 8


def test_the_text_is_the_module_after_any_edit(code: Code, workspace: Workspace) -> None:
    before = workspace.drawing
    wire = next(w for w in before.graph.wires if w.target == Port("relu1", "input"))
    for drawing in (
        edits.set_mode(before, ["relu1"], "bypassed"),
        edits.set_mode(before, ["relu1", "relu2"], "bypassed"),
        edits.set_setting(before, ["conv1"], "out_channels", 24),
        edits.disconnect(before, wire),
        before,
    ):
        workspace.do("Something", drawing)
        assert code.text.toPlainText() == (workspace.source.text if workspace.source else "")


def test_the_place_scrolled_to_stays_while_lines_change(code: Code, workspace: Workspace) -> None:
    code.resize(500, 200)
    bar = code.text.verticalScrollBar()
    bar.setValue(5)
    assert bar.value() == 5
    drawing = edits.set_setting(workspace.drawing, ["conv1"], "out_channels", 24)
    workspace.do("Set conv1 out_channels to 24", drawing)
    assert bar.value() == 5


@pytest.mark.parametrize(
    ("old", "new"),
    [("", "a\nb\n"), ("a\nb\n", ""), ("a\na\n", "a\n"), ("a\n", "a\na\n"), ("a\nb\nc\n", "c\n")],
)
def test_lines_come_and_go_anywhere(qtbot: QtBot, old: str, new: str) -> None:
    text = Text()
    qtbot.addWidget(text)
    text.show_text(old)
    text.show_text(new)
    assert text.toPlainText() == new


def test_the_surface_of_a_line_goes_from_edge_to_edge(code: Code, workspace: Workspace) -> None:
    workspace.select(["conv1"])
    text = code.text
    (mark, *_others) = text.extraSelections()
    line = text.blockBoundingGeometry(mark.cursor.block())
    middle = round(line.translated(text.contentOffset()).center().y())
    drawn = text.viewport().grab().toImage()
    shown = {drawn.pixelColor(x, middle).name() for x in (0, 3, 8, drawn.width() - 1)}
    assert len(shown) == 1
    assert shown != {drawn.pixelColor(0, drawn.height() - 1).name()}
