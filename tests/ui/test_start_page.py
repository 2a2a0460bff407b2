"""The start page: new, open, recent files, and the examples as pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nodegraph.document import save
from nodegraph.resources import examples
from nodegraph.ui.start_page import Card
from nodegraph.ui.window import MainWindow
from tests.networks import r0
from tests.ui.conftest import Answers, child, drawn


def test_the_start_page_stands_first(window: MainWindow) -> None:
    assert window.start_page.isVisible()
    assert not window.toolbar.isVisible()
    assert window.windowTitle() == "nodegraph"


def test_every_example_is_a_card_with_a_picture_of_its_drawing(
    window: MainWindow, qtbot: QtBot
) -> None:
    cards = window.start_page.cards
    assert [card.path for card in cards] == list(examples())
    empty = cards[0].grab().toImage()
    window.load_after_paint()
    qtbot.waitUntil(lambda: all(card.drawing is not None for card in cards))
    assert cards[0].grab().toImage() != empty


def test_a_click_on_a_card_opens_a_copy_of_the_example(window: MainWindow, qtbot: QtBot) -> None:
    card: Card = window.start_page.cards[0]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.editor.isVisible()
    assert window.workspace.path is None  # saving must not write into the program's own folder
    assert window.workspace.drawing.graph.nodes


@pytest.mark.parametrize(("width", "columns"), [(1000, 3), (1120, 4), (1280, 4), (1600, 4)])
def test_as_much_room_is_left_at_both_sides_of_the_cards(
    window: MainWindow, width: int, columns: int
) -> None:
    window.resize(width, 700)
    QApplication.processEvents()
    page, cards = window.start_page, window.start_page.cards
    row = [card for card in cards if card.y() == cards[0].y()]
    assert len(row) == columns
    view = page.viewport()
    left = row[0].mapTo(view, QPoint()).x()
    right = view.width() - row[-1].mapTo(view, row[-1].rect().topRight()).x() - 1
    assert abs(left - right) <= 1


def test_examples_are_spelt_as_people_spell_them(window: MainWindow) -> None:
    titles = [card.text() for card in window.start_page.cards]
    assert {"LeNet", "ResNet", "MNIST CNN", "Simple CNN", "Two moons"} <= set(titles)
    assert all(title[0].isupper() for title in titles), "one has no title of its own"


def test_new_begins_an_empty_drawing(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(child(window, "start_new", QPushButton), Qt.MouseButton.LeftButton)
    assert window.canvas.isVisible()
    assert not window.workspace.drawing.graph.nodes


def test_open_asks_for_a_file(
    window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "mine.nodegraph"
    save(drawn(r0()), file)
    answers.name(file)
    qtbot.mouseClick(child(window, "start_open", QPushButton), Qt.MouseButton.LeftButton)
    assert window.workspace.path == file


def test_recent_files_are_offered_and_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "mine.nodegraph"
    save(drawn(r0()), file)
    window.opening.open_file(file)
    window.show_start_page()
    qtbot.mouseClick(child(window, "recent_mine", QPushButton), Qt.MouseButton.LeftButton)
    assert window.workspace.path == file
    assert window.canvas.isVisible()
