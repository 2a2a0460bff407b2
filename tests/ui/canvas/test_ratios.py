"""T-27: pixel ratios 1 to 2, every theme, every tier, probed where something must be seen.

Fonts differ between systems, so no picture is kept: what is painted is counted and measured, and
each ratio's picture is held against the one of ratio 2, made smaller.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from nodegraph.ui.theme import THEMES, Theme
from tests.ui.canvas.portrait import SIZE, ZOOMS, drawing
from tests.ui.test_theme import contrast

RATIOS = ("1", "1.25", "1.5", "2")
NEAR_COLOUR = 12  # of 255 in each channel: a colour mixed by an edge is farther off


class Portraits(NamedTuple):
    """The pictures of one pixel ratio, and where things lie in them."""

    folder: Path
    ratio: float

    def picture(self, theme: str, tier: str) -> np.ndarray:
        """Height × width × 3, 0 to 255."""
        return pixels(QImage(str(self.folder / f"{theme}-{tier}.png")))

    def where(self, tier: str) -> dict:
        return json.loads((self.folder / f"{tier}.json").read_text())

    def part(self, theme: str, tier: str, kind: str, node: str) -> np.ndarray:
        """The pixels of a node's body or title."""
        x, y, width, height = (self.ratio * v for v in self.where(tier)[kind][node])
        whole = self.picture(theme, tier)
        return whole[round(y) : round(y + height), round(x) : round(x + width)]


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])


def count(part: np.ndarray, colour: str) -> int:
    """How many pixels have that colour, nearly."""
    return int((np.abs(part - rgb(colour)).max(axis=2) <= NEAR_COLOUR).sum())


def named(colour: np.ndarray) -> str:
    return "#" + "".join(f"{int(value):02x}" for value in colour)


@pytest.fixture(scope="module", params=RATIOS)
def portraits(request, tmp_path_factory) -> Portraits:
    return painted(request.param, tmp_path_factory.mktemp(f"ratio{request.param}"))


@pytest.fixture(scope="module")
def finest(tmp_path_factory) -> Portraits:
    return painted("2", tmp_path_factory.mktemp("finest"))


def painted(ratio: str, folder: Path) -> Portraits:
    kept = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio}
    command = [sys.executable, "-m", "tests.ui.canvas.portrait", str(folder)]
    subprocess.run(command, env=kept, check=True, timeout=120)
    made = Portraits(folder, float(ratio))
    assert made.where("near")["ratio"] == float(ratio)
    return made


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_near_a_node_shows_body_mark_selection_and_mistake(
    portraits: Portraits, theme: Theme
) -> None:
    for node, kind in ((n.id, n.layer) for n in drawing().graph.nodes.values()):
        body = portraits.part(theme.name, "near", "bodies", node)
        assert count(body, theme.node) > 0.3 * body.shape[0] * body.shape[1]
        assert count(body, theme.group(kind.group)) >= 20 * portraits.ratio**2
    outline = 2 * portraits.ratio  # px of its width; half of it lies inside the body
    chosen = portraits.part(theme.name, "near", "bodies", "relu1")
    plain = portraits.part(theme.name, "near", "bodies", "conv1")
    wrong = portraits.part(theme.name, "near", "bodies", "conv3d")
    assert count(chosen, theme.accent) > outline / 4 * chosen.shape[1]
    assert count(wrong, theme.bad) > outline / 4 * wrong.shape[1]
    assert count(plain, theme.bad) == 0


@pytest.mark.parametrize("tier", ["near", "mid"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_name_as_it_is_painted_can_be_read(
    portraits: Portraits, theme: Theme, tier: str
) -> None:
    for node in drawing().graph.nodes:
        part = portraits.part(theme.name, tier, "titles" if tier == "near" else "bodies", node)
        ink = part.reshape(-1, 3)[np.abs(part - rgb(theme.node)).sum(axis=2).argmax()]
        if tier == "mid":
            assert count(part, theme.text) > 0
        else:
            assert contrast(named(ink), theme.node) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_from_the_middle_selection_and_mistake_are_outlined_as_wide_as_near(
    portraits: Portraits, theme: Theme
) -> None:
    for node, colour in (("relu1", theme.accent), ("conv3d", theme.bad)):
        body = portraits.part(theme.name, "mid", "bodies", node)
        rows = [count(body[row : row + 1], colour) for row in (0, 1, 2)]
        assert max(rows) > 0.7 * body.shape[1], "its upper edge is one whole line of the colour"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_far_a_node_is_a_rectangle_in_its_group_s_colour(
    portraits: Portraits, theme: Theme
) -> None:
    for node in drawing().graph.nodes.values():
        body = portraits.part(theme.name, "far", "bodies", node.id)
        assert count(body, theme.group(node.layer.group)) > 0.6 * body.shape[0] * body.shape[1]
    whole = portraits.picture(theme.name, "far")
    assert count(whole, theme.accent) > 0, "the selection is seen from afar"
    assert count(whole, theme.bad) > 0, "the mistake is seen from afar"


@pytest.mark.parametrize("tier", ZOOMS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_ratio_shows_the_same(
    portraits: Portraits, finest: Portraits, theme: str, tier: str
) -> None:
    assert portraits.picture(theme, tier).shape[:2] == (
        round(SIZE[1] * portraits.ratio),
        round(SIZE[0] * portraits.ratio),
    )
    here, there = (smaller(made, theme, tier) for made in (portraits, finest))
    away = np.abs(here - there).max(axis=2)
    assert away.mean() < 6, "of 255: edges and letters fall on other pixels, no more"
    assert (away > 96).mean() < 0.02


def smaller(made: Portraits, theme: str, tier: str) -> np.ndarray:
    """The picture at half the size it has at ratio 1, where hinting no longer tells."""
    image = QImage(str(made.folder / f"{theme}-{tier}.png"))
    image.setDevicePixelRatio(1)
    smooth = Qt.TransformationMode.SmoothTransformation
    size = (SIZE[0] // 2, SIZE[1] // 2)
    return pixels(image.scaled(*size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
