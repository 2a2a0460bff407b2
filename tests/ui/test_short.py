"""Long names and long sentences: what has no room is cut with "…", and nothing grows or hides."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nodegraph.document import edits, save
from nodegraph.ui.short import Short, ShortButton
from nodegraph.ui.start_page import CARD
from nodegraph.ui.window import MainWindow
from tests.networks import r0
from tests.ui.conftest import child, drawn

LONG = "a_name_that_goes_on_and_on_until_it_is_longer_than_the_panel_is_wide"


def test_a_short_button_is_cut_in_its_middle_and_its_tip_tells_all(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    button = ShortButton(f"Set {LONG} to out = 32", around)
    button.resize(160, 26)
    around.show()
    qtbot.waitUntil(lambda: button.toolTip() == button.text())
    assert button.minimumSizeHint().width() < 160 < button.sizeHint().width()


def test_a_button_with_room_has_no_tip(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    button = ShortButton("Add Input", around)
    button.resize(button.sizeHint())
    around.show()
    qtbot.waitExposed(around)
    assert not button.grab().isNull()
    assert not button.toolTip()


def test_a_long_sentence_of_the_status_line_widens_no_window(
    editor: MainWindow, qtbot: QtBot
) -> None:
    least = editor.minimumSizeHint().width()
    editor.resize(least, 700)
    editor.workspace.said.emit(f"Renamed conv1 to {LONG}, and then {LONG} once more")
    last = child(editor, "status_last", Short)
    qtbot.waitUntil(lambda: last.toolTip() == last.text())
    assert editor.minimumSizeHint().width() == least
    assert editor.width() == least


def test_a_long_name_makes_no_problem_wider_than_its_panel(
    editor: MainWindow, qtbot: QtBot
) -> None:
    drawing = edits.rename(drawn(r0()), "fc2", LONG)
    editor.workspace.open(edits.set_setting(drawing, ["fc2"], "out_features", 7))
    editor.show_editor()
    editor.editor.show_problems()
    panel = editor.problems
    qtbot.waitUntil(lambda: bool(panel.cards) and panel.cards[0].width() > 0)
    qtbot.waitUntil(lambda: panel.widget().width() <= panel.viewport().width())
    buttons = panel.findChildren(QPushButton)
    assert any(LONG in button.text() for button in buttons)
    for button in buttons:
        assert button.mapTo(panel, button.rect().bottomRight()).x() < panel.width()


def test_a_long_name_of_a_file_is_cut_in_its_tab_as_bold_as_it_is_there(
    editor: MainWindow, tmp_path: Path
) -> None:
    tabs = editor.pages.tabs
    path = tmp_path / f"{LONG} & more.nodegraph"
    save(editor.workspace.drawing, path)
    assert editor.opening.open_file(path)
    at = tabs.currentIndex()
    shown = tabs.tabText(at).replace("&&", "&")
    bold = QFont(tabs.font())
    bold.setBold(True)
    cross = tabs.tabButton(at, tabs.ButtonPosition.RightSide)
    assert "…" in shown
    assert shown.endswith("& more")
    assert QFontMetrics(bold).horizontalAdvance(shown) < tabs.tabRect(at).width() - cross.width()
    assert tabs.tabToolTip(at) == str(path)


@pytest.mark.parametrize("width", [700, 1000, 1600])
def test_the_start_page_is_never_wider_than_its_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, width: int
) -> None:
    path = tmp_path / f"{LONG} & {LONG}.nodegraph"
    save(drawn(r0()), path)
    window.settings.remember(path)
    window.show_start_page()
    window.start_page.setFixedSize(QSize(width, 700))
    recent = child(window, f"recent_{path.stem}", ShortButton)
    qtbot.waitUntil(lambda: recent.width() <= width)
    assert not window.start_page.horizontalScrollBar().isVisible()
    assert "&&" in recent.text()  # a sign of the name, not the letter that is pressed
    across = {card.x() for card in window.start_page.cards}
    assert len(across) == min(4, (width - 2 * 48 + 12 - 10) // (CARD.width() + 12))


def test_a_long_name_is_shown_from_its_start_after_every_step(editor: MainWindow) -> None:
    workspace = editor.workspace
    workspace.do("Renamed", edits.rename(workspace.drawing, "conv1", LONG))
    workspace.select(["conv1"])
    workspace.do("Set", edits.set_setting(workspace.drawing, ["conv1"], "out_channels", 8))
    assert child(editor, "inspector_name", QLineEdit).cursorPosition() == 0


def test_what_comes_from_the_wire_is_told_whole(editor: MainWindow, qtbot: QtBot) -> None:
    editor.workspace.select(["relu3"])
    told = child(editor, "inferred_input", QLabel)
    editor.inspector.resize(230, 600)
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))
    assert told.wordWrap()
    assert told.text().endswith("from the wire")
    assert told.alignment() & Qt.AlignmentFlag.AlignLeft
