"""What a cure puts between two nodes lies in line with them and on nobody."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Port
from nodegraph.ui.canvas.overlay import GhostNode
from tests.networks import chain, layer, wired
from tests.ui.canvas.pointer import Hand
from tests.ui.conftest import at_the_canvas, child

LEFT = Qt.MouseButton.LeftButton


def tight(gap: float = 40) -> Drawing:
    """A Linear behind pictures, everything as close as Tidy lays it."""
    graph = chain(
        ("image", layer("Input", shape=(1, 28, 28))),
        ("conv", layer("Conv2d")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )
    places = {node: Point(n * (150 + gap), 0) for n, node in enumerate(graph.nodes)}
    return Drawing("Tight", graph, places)


def covered(canvas) -> list[tuple[str, str]]:
    items = canvas.graph_scene.nodes
    pairs = combinations(items, 2)
    return [(a, b) for a, b in pairs if items[a].body.intersects(items[b].body)]


def is_level(canvas, source: str, target: str) -> bool:
    start, end = Port(source, "output"), Port(target, "input")
    return canvas.port_pos(start).y() == canvas.port_pos(end).y()


@pytest.mark.parametrize("gap", [40, 250])
def test_a_cure_makes_room_and_its_wires_run_level(opened, gap):
    canvas = opened(tight(gap))
    before = canvas.workspace.drawing
    button = child(canvas.advice.card, "fix_1", QPushButton)
    assert button.text() == "Insert Flatten"
    QTest.mouseClick(button, LEFT)
    canvas.slide.stop()
    assert covered(canvas) == []
    assert is_level(canvas, "conv", "flatten1")
    after = canvas.workspace.drawing.places
    assert after["conv"].x < after["flatten1"].x < after["fc"].x
    assert (after["fc"] == before.places["fc"]) == (gap == 250)
    canvas.workspace.document.undo()
    assert canvas.workspace.drawing is before


def test_where_a_node_is_in_the_way_it_lies_below(opened):
    drawing = tight(250)
    graph = wired(drawing.graph, "other", layer("ReLU"), "image")
    canvas = opened(Drawing("Tight", graph, {**drawing.places, "other": Point(600, 0)}))
    QTest.mouseClick(child(canvas.advice.card, "fix_1", QPushButton), LEFT)
    assert covered(canvas) == []
    assert canvas.workspace.drawing.places["other"] == Point(600, 0)


def test_what_a_refused_wire_is_offered_is_shown_where_it_will_lie(opened):
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "lstm", layer("LSTM"))
    canvas = opened(Drawing("Rows", graph, {"image": Point(0, 0), "lstm": Point(190, 0)}))
    ends = canvas.port_pos(Port("image", "output")), canvas.port_pos(Port("lstm", "input"))
    Hand(canvas).drag(*ends)
    marks = canvas.graph_scene.overlay.standing
    ghosts = {mark.title.text(): mark.at for mark in marks if isinstance(mark, GhostNode)}
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    canvas.slide.stop()
    places = canvas.workspace.drawing.places
    assert ghosts.keys() == {"squeeze1", "lstm"}
    assert all(Point(at.x(), at.y()) == places[node] for node, at in ghosts.items())
    assert covered(canvas) == []


def test_a_cure_in_the_list_of_problems_lays_it_out_as_well(window, qtbot):
    canvas = at_the_canvas(window, qtbot, tight())
    problems = window.editor.problems
    window.editor.tabs.setCurrentWidget(problems)
    QApplication.processEvents()
    QTest.mouseClick(child(problems.cards[0], "fix_0", QPushButton), LEFT)
    canvas.slide.stop()
    assert covered(canvas) == []
    assert is_level(canvas, "conv", "flatten1")
