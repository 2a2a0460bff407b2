"""Kinds of ports are told apart by their form, without colours: circle, diamond, square."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from nodegraph.layers import TensorType, find
from nodegraph.ui.theme import DARK
from tests.networks import layer, wired

CLOSE = 4.0  # zoom
CORNERS = {"circle": None, "diamond": QPointF(0, -6.4), "square": QPointF(-5.0, -5.0)}


@pytest.fixture
def loss(opened):
    """Two pictures that are joined, and how far that is from one of them: a single number."""
    graph = wired(Graph(), "one", layer("Input", shape=(4,)))
    graph = wired(graph, "two", layer("Input", shape=(4,)))
    graph = wired(graph, "sum", layer("Add"), "one", "two")
    graph = wired(graph, "far", find("MSELoss")(), "sum", "two")
    graph = wired(graph, "relu", layer("ReLU"), "sum")
    places = {node: Point(400 * at, 0) for at, node in enumerate(graph.nodes)}
    canvas = opened(Drawing("Loss", graph, places))
    canvas.graph_scene.nodes["far"].show_report((TensorType(()),), None, "")  # torch knows it
    canvas.zoom_at(QPointF(0, 0), CLOSE)
    return canvas


def form(canvas, node: str, name: str, output: bool) -> str:
    """Which form a port is painted in: the one whose corner has the port's colour."""
    item = canvas.graph_scene.nodes[node]
    middle = item.port_at(name, output)
    canvas.centerOn(middle)
    QApplication.processEvents()
    image = canvas.viewport().grab().toImage()
    sources = item.sources.get(name, item.colour)
    colour = QColor(DARK.group(item.colour if output else sources))
    for kind, corner in CORNERS.items():
        if corner is not None:
            seen = image.pixelColor(canvas.mapFromScene(middle + corner) + QPoint(0, 1))
            parts = zip(seen.getRgb(), colour.getRgb(), strict=True)
            if all(abs(one - other) < 24 for one, other in parts):
                return kind
    return "circle"


def test_a_tensor_is_a_circle_several_a_diamond_and_a_number_a_square(loss) -> None:
    assert loss.graph_scene.tier == "near"
    assert form(loss, "relu", "input", False) == "circle"
    assert form(loss, "relu", "output", True) == "circle"
    assert form(loss, "sum", "input", False) == "diamond"
    assert form(loss, "sum", "output", True) == "circle"
    assert form(loss, "far", "output", True) == "square"


def test_painting_makes_no_form_anew(loss, monkeypatch) -> None:
    from nodegraph.ui.canvas.nodes import shown

    loss.fit()
    made, make = [], shown.port_forms
    monkeypatch.setattr(shown, "port_forms", lambda *a: made.append(a) or make(*a))
    assert not loss.grab().isNull()
    assert made == []
