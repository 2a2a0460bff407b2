"""What of the view is painted again after an edit: what the edit changed, and no more."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from nodegraph.document import edits
from nodegraph.ui.canvas import Canvas
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import Repainted


def set_bias(canvas: Canvas, on: bool) -> None:
    drawing = edits.set_setting(canvas.workspace.drawing, ["n101"], "bias", on)
    canvas.workspace.do("Set bias of n101", drawing)
    QApplication.processEvents()


@pytest.mark.parametrize(("zoom", "tier"), [(1.0, "near"), (0.5, "middle"), (0.15, "far")])
def test_a_changed_setting_paints_the_surroundings_of_its_node(opened, zoom, tier):
    canvas = opened(ladder(200))
    canvas.scale(zoom / canvas.zoom, zoom / canvas.zoom)
    canvas.centerOn(canvas.graph_scene.nodes["n101"])
    canvas.graph_scene.show_tier(tier)
    QApplication.processEvents()
    set_bias(canvas, on=False)  # Qt paints all once more, with the first change after opening
    repainted = Repainted(canvas)
    repainted.clear()
    set_bias(canvas, on=True)
    whole = canvas.viewport().width() * canvas.viewport().height()
    assert 0 < repainted.area() < whole / 8
