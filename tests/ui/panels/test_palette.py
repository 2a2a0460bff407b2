"""The palette lists every layer, finds it by any of its words, and hands it over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from nodegraph.layers import LAYERS, find
from nodegraph.ui.panels.palette import MIME, Palette
from nodegraph.ui.theme import DARK, LIGHT
from tests.ui.conftest import shown


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    return shown(Palette(DARK), qtbot, 230)


def listed(palette: Palette) -> list[str]:
    return [row.text for row in palette.model.rows if row.layer is not None]


def where(palette: Palette, name: str) -> QPoint:
    rows = [at for at, row in enumerate(palette.model.rows) if row.text == name]
    index = palette.model.index(rows[-1])  # the group Linear has a head of that name
    palette.list.scrollTo(index)
    return palette.list.visualRect(index).center()


def test_every_layer_stands_under_the_head_of_its_group(palette: Palette) -> None:
    assert sorted(listed(palette)) == sorted(LAYERS)
    head = ""
    for row in palette.model.rows:
        head = row.text if row.layer is None else head
        assert row.group == head


@pytest.mark.parametrize(
    ("query", "first"),
    [("conv2d", "Conv2d"), ("fc", "Linear"), ("dense", "Linear"), ("maxp", "MaxPool2d")],
)
def test_search_finds_by_name_and_by_other_words(
    palette: Palette, qtbot: QtBot, query: str, first: str
) -> None:
    qtbot.keyClicks(palette.search, query)
    assert listed(palette)[0] == first


def test_search_for_nonsense_lists_nothing_and_clearing_it_lists_all(
    palette: Palette, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.search, "qqq")
    assert listed(palette) == []
    palette.search.clear()
    assert len(listed(palette)) == len(LAYERS)


def test_enter_in_the_search_adds_the_best_match(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.search, "relu")
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert chosen.args == ["ReLU"]


def test_a_double_click_adds(palette: Palette, qtbot: QtBot) -> None:
    at = where(palette, "Conv2d")
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseDClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == ["Conv2d"]


def test_enter_adds_the_current_layer(palette: Palette, qtbot: QtBot) -> None:
    qtbot.mouseClick(
        palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where(palette, "Linear")
    )
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.list, Qt.Key.Key_Return)
    assert chosen.args == ["Linear"]


def test_a_dragged_row_carries_its_layers_name(palette: Palette) -> None:
    row = next(at for at, row in enumerate(palette.model.rows) if row.text == "Conv2d")
    data = palette.model.mimeData([palette.model.index(row)])
    assert bytes(data.data(MIME).data()) == b"Conv2d"


def test_the_rest_of_torch_is_closed_until_clicked_but_always_found(
    palette: Palette, qtbot: QtBot
) -> None:
    cosine = find("CosineSimilarity")
    assert cosine is not None
    palette.add_more({"CosineSimilarity": cosine})
    assert "CosineSimilarity" not in listed(palette)
    head = palette.model.rows[-1].text
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where(palette, head))
    assert listed(palette)[-1] == "CosineSimilarity"
    qtbot.keyClicks(palette.search, "cosine")
    assert listed(palette) == ["CosineSimilarity"]


def test_rows_are_painted_in_either_theme(palette: Palette) -> None:
    dark = palette.grab().toImage()
    palette.set_theme(LIGHT)
    assert palette.grab().toImage() != dark
