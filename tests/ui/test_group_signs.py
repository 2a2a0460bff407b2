"""Each group of layers has a sign of its own: colour is never all that tells them apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from nodegraph.layers import all_layers
from nodegraph.ui.group_signs import group_sign

SIDE = 12  # px
GROUPS = sorted({layer.group for layer in all_layers()})


def ink(group: str) -> list[bool]:
    """The sign as it is painted at 100 %, pixel by pixel."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawPath(group_sign(group).translated(QPointF(SIDE / 2, SIDE / 2)))
    painter.end()
    spots = ((x, y) for y in range(SIDE) for x in range(SIDE))
    return [QColor(image.pixel(x, y)).lightness() < 128 for x, y in spots]


@pytest.mark.parametrize("group", GROUPS)
def test_a_sign_is_seen_and_keeps_to_its_room(qapp, group) -> None:
    assert sum(ink(group)) >= 12
    assert QRectF(-5.4, -5.4, 10.8, 10.8).contains(group_sign(group).boundingRect())


@pytest.mark.parametrize(("one", "other"), [*combinations(GROUPS, 2)])
def test_no_two_groups_have_nearly_the_same_sign(qapp, one, other) -> None:
    differ = sum(a != b for a, b in zip(ink(one), ink(other), strict=True))
    assert differ >= 12, f"{one} and {other}"


def test_a_group_nobody_drew_a_sign_for_has_a_plain_one(qapp) -> None:
    assert sum(ink("Something new")) >= 12
