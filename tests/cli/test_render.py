"""`nodegraph render`: a picture without a display."""

from __future__ import annotations

import os

import pytest
from PySide6.QtGui import QImage

from nodegraph.resources import demo

WITHOUT = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def test_a_png_shows_the_drawing(nodegraph, qapp, small, tmp_path):
    target = tmp_path / "net.png"
    said = nodegraph("render", small, "-o", target)
    assert (said.code, said.out) == (0, f"Wrote {target}.\n")
    image = QImage(str(target))
    assert image.width() > 2 * 900
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in (60, 80, 100, 120)}
    assert len(colours) > 8


def test_an_svg_holds_every_node_by_name(nodegraph, qapp, small, tmp_path):
    target = tmp_path / "net.svg"
    assert nodegraph("render", small, "-o", target).code == 0
    text = target.read_text()
    for word in ("image", "fc1", "act1", "Linear", "B×128"):
        assert word in text, word


@pytest.mark.skipif(os.name == "nt", reason="Windows has a display always")
def test_it_needs_no_display(program, tmp_path):
    target = tmp_path / "demo.png"
    said = program("render", demo(), "-o", target, env=WITHOUT)
    assert (said.code, said.err) == (0, "")
    assert target.stat().st_size > 10_000


def test_an_empty_drawing_has_a_picture_too(nodegraph, qapp, tmp_path):
    path, target = tmp_path / "empty.nodegraph", tmp_path / "empty.png"
    path.write_text('{"nodegraph": 1, "nodes": []}')
    assert nodegraph("render", path, "-o", target).code == 0
    assert not QImage(str(target)).isNull()
