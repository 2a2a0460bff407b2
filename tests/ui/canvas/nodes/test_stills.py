"""What nodes share is painted once and then put on the canvas as a picture."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem

from nodegraph.ui.canvas.looking.last_frame import REST
from nodegraph.ui.canvas.stills import MOST, Stills
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.test_ratios import pixels

SIDE = 100  # pixels of a picture in these tests


def painted(canvas, node: str, zoom: float, widget) -> np.ndarray:
    """A node alone; with a widget it may be put down as a picture."""
    image = QImage(400, 250, QImage.Format.Format_RGB32)
    image.fill(canvas.look.canvas.color())
    painter = QPainter(image)
    painter.setRenderHints(canvas.renderHints())
    painter.translate(40, 40)
    painter.scale(zoom, zoom)
    canvas.graph_scene.nodes[node].paint(painter, QStyleOptionGraphicsItem(), widget)
    painter.end()
    return pixels(image)


class Counted(Stills):
    """Counts the pictures that are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def of(self, key, zoom, ratio, area, paint):
        def counted(painter: QPainter) -> None:
            self.painted += 1
            paint(painter)

        return super().of(key, zoom, ratio, area, counted)


@pytest.fixture
def counted(opened, qtbot):
    """A ladder of nodes of two kinds, and what it paints pictures with."""
    canvas = opened(ladder(200))
    qtbot.wait(2 * REST)  # until no scaled frame stands in for it
    canvas.look.stills = Counted()
    return canvas


def show_again(canvas) -> int:
    """Paints everything in view; answers how many pictures that took."""
    before = canvas.look.stills.painted
    canvas.viewport().update()
    QApplication.processEvents()
    return canvas.look.stills.painted - before


@pytest.mark.parametrize("zoom", [1.0, 1.37])
@pytest.mark.parametrize("state", ["plain", "chosen", "hovered", "fed", "missing"])
@pytest.mark.parametrize("node", ["conv1", "add", "image"])
def test_a_picture_shows_what_its_figures_would(canvas, node: str, state: str, zoom: float) -> None:
    item = canvas.graph_scene.nodes[node]
    item.show_chosen(state == "chosen")
    item.show_hovered(state == "hovered")
    if state == "fed":
        item.show_sources(dict.fromkeys(item.measures.inputs, "convolution"))
    elif state == "missing":
        item.show_sources({})
    figures = painted(canvas, node, zoom, None)
    for _ in range(2):  # painted, and kept
        away = np.abs(figures - painted(canvas, node, zoom, canvas.viewport()))
        assert away.max() <= 3, "of 255: colours over each other are rounded once more"
    assert (figures != figures[0, 0]).any()


def test_alike_nodes_share_one_picture(counted) -> None:
    assert len(counted.graph_scene.nodes_in(counted.visible_area())) >= 12
    assert 0 < show_again(counted) <= 5
    assert show_again(counted) == 0


def test_a_node_that_looks_different_has_its_own(counted) -> None:
    show_again(counted)
    item = counted.graph_scene.nodes_in(counted.visible_area())[3]
    item.show_hovered(True)
    assert show_again(counted) == 1
    item.show_hovered(False)
    assert show_again(counted) == 0


def test_another_zoom_is_painted_anew_and_sharp(counted) -> None:
    show_again(counted)
    counted.zoom_at(QPointF(500, 350), 1.25)
    assert 0 < show_again(counted) <= 5


def test_a_drawing_in_a_file_is_figures(canvas) -> None:
    canvas.look.stills = Counted()
    image = QImage(400, 250, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas.graph_scene.render(painter, QRectF(image.rect()), canvas.graph_scene.content())
    painter.end()
    assert canvas.look.stills.painted == 0


def test_no_more_than_64_mb_of_pictures_are_kept() -> None:
    stills, area = Counted(), QRectF(0, 0, SIDE, SIDE)
    number = MOST // SIDE**2 + 1
    for key in range(number + 1):
        stills.of(key, 1.0, 1.0, area, lambda painter: painter.eraseRect(area))
    assert stills.painted == number + 1
    stills.of(number, 1.0, 1.0, area, lambda painter: painter.eraseRect(area))
    assert stills.painted == number + 1, "the last one is still there"
    stills.of(0, 1.0, 1.0, area, lambda painter: painter.eraseRect(area))
    assert stills.painted == number + 2, "the first ones had to go"


def test_a_picture_begins_on_whole_pixels_of_the_device() -> None:
    still = Stills().of("a", 1.3, 1.5, QRectF(-9, -10, 50, 30), lambda painter: None)
    assert still.pixels.devicePixelRatio() == 1.5
    for way in (still.at.x(), still.at.y()):
        assert (way * 1.5).is_integer()
    assert still.pixels.toImage().pixelColor(0, 0).alpha() == 0
