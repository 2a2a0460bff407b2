"""What a tidied drawing looks like on the canvas: no wire runs behind a node."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPainterPath

import nodegraph
from nodegraph.document import Drawing, Point
from nodegraph.document.tidy import tidy
from nodegraph.graph import Graph
from nodegraph.ui.canvas.look import Look
from nodegraph.ui.canvas.scene import GraphScene
from nodegraph.ui.canvas.sizes import NodeSizes
from nodegraph.ui.canvas.wires.forms import FORMS, Form
from nodegraph.ui.theme import DARK
from tests import graphs
from tests.document.test_tidy import LARGE, scattered

ROOT = Path(__file__).parents[4]
EXAMPLES = sorted((ROOT / "examples").glob("*.nodegraph"))
DEEP = 2.0  # px; a wire may touch an edge


def behind(scene: GraphScene) -> list[object]:
    """Wires that run through a node's box, its own among them; told line by line."""
    bodies = [item.body for item in scene.nodes.values()]
    left, top, right, bottom = np.array(
        [(b.left() + DEEP, b.top() + DEEP, b.right() - DEEP, b.bottom() - DEEP) for b in bodies]
    ).T
    found: list[object] = []
    for shape in scene.wires.shapes.values():
        box = shape.path.boundingRect()
        near = (left < box.right()) & (right > box.left())
        near &= (top < box.bottom() + 1) & (bottom > box.top() - 1)
        if near.any():
            edges = [side[near] for side in (left, top, right, bottom)]
            if _crosses(shape.path, *edges):
                found.append(shape.wire)
    return found


def _crosses(
    path: QPainterPath, left: np.ndarray, top: np.ndarray, right: np.ndarray, bottom: np.ndarray
) -> bool:
    """Whether a part of a line's way across a box's width lies on its height."""
    for polygon in path.toSubpathPolygons():
        points = np.array([point.toTuple() for point in polygon.toList()])
        start, way = points[:-1], np.diff(points, axis=0)
        first, last = np.zeros((len(start), len(left))), np.ones((len(start), len(left)))
        for axis, low, high in ((0, left, right), (1, top, bottom)):
            at, go = start[:, axis, None], way[:, axis, None]
            with np.errstate(divide="ignore", invalid="ignore"):
                ends = np.sort(np.stack(((low - at) / go, (high - at) / go)), axis=0)
            inside = (at > low) & (at < high)
            enter = np.where(go == 0, np.where(inside, -np.inf, np.inf), ends[0])
            leave = np.where(go == 0, np.where(inside, np.inf, -np.inf), ends[1])
            first, last = np.maximum(first, enter), np.minimum(last, leave)
        if (first < last).any():
            return True
    return False


def shown(drawing: Drawing, form: Form) -> GraphScene:
    """The scene of a drawing after it was tidied there."""
    keeper = QObject()
    scene = GraphScene(Look(DARK), keeper)
    scene.keeper = keeper  # type: ignore[attr-defined]
    # Apart at first: ways through the heap are no part of what is looked at, and take long.
    apart = {node: Point(200 * at, 0) for at, node in enumerate(drawing.places)}
    scene.show_drawing(replace(drawing, places=apart))
    scene.show_form(form)
    scene.show_drawing(tidy(drawing, sizes=NodeSizes(scene.nodes)))
    return scene


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE)
def test_no_wire_of_a_large_network_runs_behind_a_node(qapp, make: Callable[[], Graph]) -> None:
    """T-14"""
    assert behind(shown(scattered(make()), FORMS["curved"])) == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_wire_of_an_example_runs_behind_a_node(qapp, path: Path, form: Form) -> None:
    """T-14"""
    assert behind(shown(nodegraph.load(path), form)) == []


@pytest.mark.parametrize("seed", range(4))
def test_no_wire_of_a_tangled_network_runs_behind_a_node(qapp, seed: int) -> None:
    """T-14"""
    drawing = scattered(graphs.random_dag(60, seed), seed)
    for form in FORMS.values():
        assert behind(shown(drawing, form)) == []
