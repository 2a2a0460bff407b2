"""The title of a plot: its name is whole in every width, the values have what room is left."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nodegraph.ui.style import TEXT_PX
from nodegraph.ui.theme import DARK
from nodegraph.ui.training.pace import Pace
from nodegraph.ui.training.plot import Title, Value


@pytest.mark.parametrize("width", [180, 220, 320])
@pytest.mark.parametrize(
    ("name", "one", "other"), [("准确率", "训练", "测试"), ("Accuracy", "train", "test")]
)
def test_the_name_of_a_plot_is_whole_and_its_last_value_in_sight(
    qtbot: QtBot, name: str, one: str, other: str, width: int
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    title = Title(name, Pace(), DARK, holder)
    title.resize(width, 20)
    named = title.grab().toImage()
    metrics = QFontMetrics(_bold(title.font()))
    ends = metrics.horizontalAdvance(name)
    title.show_values(
        Value(f"{one} 100.0 %", DARK.accent, "100.0 %"),
        Value(f"{other} 100.0 %", DARK.good, "100.0 %", dashed=True),
    )
    shown = title.grab().toImage()
    assert shown.copy(0, 0, ends, 20) == named.copy(0, 0, ends, 20)
    colours = {shown.pixelColor(x, 10).name() for x in range(ends, width)}
    assert DARK.good in colours


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(TEXT_PX)
    made.setBold(True)
    return made
