"""Paints one small canvas in every theme and tier: `python -m tests.ui.canvas.portrait FOLDER`.

A process of its own, because a screen's pixel ratio is fixed when the program starts; the ratio
is QT_SCALE_FACTOR. Writes a picture each, and where things lie in it, in pixels at ratio 1.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.theme import DARK, THEMES
from nodegraph.ui.workspace import Workspace
from tests.networks import chain, layer, wired

ZOOMS = {"near": 1.0, "mid": 0.5, "far": 0.2}
SIZE = (1100, 620)  # px


def drawing() -> Drawing:
    """A network in a row, its Linear a mistake: what feeds it is a picture."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv1", layer("Conv2d", out_channels=8, kernel_size=3)),
        ("relu1", layer("ReLU")),
    )
    graph = wired(graph, "cat1", layer("Concatenate", dim=1), "conv1", "relu1")
    graph = wired(graph, "conv3d", layer("Conv3d", out_channels=8), "relu1")
    places = {
        "image": Point(0, 40),
        "conv1": Point(200, 40),
        "relu1": Point(400, 40),
        "cat1": Point(600, 0),
        "conv3d": Point(600, 120),
    }
    return Drawing("Portrait", graph, places)


def main(folder: Path) -> None:
    app = QApplication([])
    workspace = Workspace(drawing())
    canvas = Canvas(workspace, DARK)
    canvas.resize(*SIZE)
    canvas.show()
    scene = canvas.graph_scene
    for tier, zoom in ZOOMS.items():
        canvas.zoom_reset()
        canvas.zoom_at(canvas.viewport().rect().center().toPointF(), zoom)
        canvas.centerOn(scene.content().center())
        for theme in THEMES.values():
            canvas.set_theme(theme)
            workspace.select({"relu1"})
            app.processEvents()
            canvas.grab().save(str(folder / f"{theme.name}-{tier}.png"))
        assert scene.tier == ("middle" if tier == "mid" else tier), scene.tier
        told = {node: _seen(canvas, item.body) for node, item in scene.nodes.items()}
        titles = {
            node: _seen(canvas, item.title_box) for node, item in scene.nodes.items()
        }  # fmt: skip
        where = {"ratio": canvas.devicePixelRatioF(), "bodies": told, "titles": titles}
        (folder / f"{tier}.json").write_text(json.dumps(where))


def _seen(canvas: Canvas, box: QRectF) -> list[float]:
    corner = canvas.viewportTransform().map(box.topLeft())
    return [corner.x(), corner.y(), box.width() * canvas.zoom, box.height() * canvas.zoom]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
