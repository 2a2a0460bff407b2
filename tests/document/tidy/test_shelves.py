"""A drawing in rows stays in rows; any other becomes one line."""

from __future__ import annotations

from pathlib import Path

import pytest

import nodegraph
from nodegraph.document import Drawing, Point
from nodegraph.document.edits import move
from nodegraph.document.tidy import tidy
from nodegraph.graph import Graph, NodeId
from tests import graphs, networks
from tests.document.test_tidy import astray, backward, overlaps

EXAMPLES = sorted(Path("examples").glob("*.nodegraph"))


def in_rows(graph: Graph, length: int) -> Drawing:
    """The nodes one behind the other, so many in a row, somewhat out of line."""
    places = {
        i: Point(190.0 * (n % length) + n % 3, 150.0 * (n // length) + 5 * (n % 2))
        for n, i in enumerate(graph.nodes)
    }
    return Drawing(graph=graph, places=places)


def rows(drawing: Drawing) -> list[list[NodeId]]:
    """The nodes at each height, from left to right."""
    found: dict[float, list[NodeId]] = {}
    for node, place in sorted(drawing.places.items(), key=lambda item: item[1]):
        found.setdefault(place.y, []).append(node)
    return [found[y] for y in sorted(found)]


def test_a_chain_in_rows_keeps_its_rows() -> None:
    drawing = in_rows(graphs.chain(30), 7)
    tidied = tidy(drawing)
    ids = [*drawing.graph.nodes]
    assert rows(tidied) == [ids[n : n + 7] for n in range(0, 30, 7)]
    assert len({tidied.places[row[0]].x for row in rows(tidied)}) == 1
    assert tidy(tidied) is tidied


def test_a_node_out_of_place_comes_back_to_its_row() -> None:
    drawing = in_rows(graphs.chain(20), 5)
    ids = [*drawing.graph.nodes]
    messy = move(drawing, {ids[7]: Point(900, 90), ids[12]: Point(150, 380)})
    assert rows(tidy(messy)) == [ids[n : n + 5] for n in range(0, 20, 5)]


def test_what_forks_behind_one_row_and_joins_before_the_next_stays_there() -> None:
    drawing = nodegraph.load("examples/resnet.nodegraph")
    first, second, third, last = rows(tidy(drawing))
    assert first == ["image", "stem", "relu1"]
    assert second == ["conv1", "bn1", "relu2", "conv2", "bn2"]
    assert third == ["skip"]
    assert last[0] == "add"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_hardly_changed(path: Path) -> None:
    """T-14"""
    drawing = nodegraph.load(path)
    tidied = tidy(drawing)
    assert not list(overlaps(tidied))
    assert not astray(tidied, {})
    assert tidy(tidied) is tidied
    moved = [abs(a - b) for i in drawing.places
             for a, b in zip(drawing.places[i], tidied.places[i], strict=True)]  # fmt: skip
    assert max(moved) <= 96


@pytest.mark.parametrize(
    "places",
    [
        [(0, 0), (0, 150), (0, 300), (0, 450), (0, 600)],  # from top to bottom
        [(0, 0), (200, 0), (-400, 150), (-200, 150), (0, 150)],  # only two in the first row
        [(0, 0), (200, 0), (400, 0), (400, 150), (200, 150)],  # to and fro
        [(800, 0), (0, 100), (600, 200), (0, 500), (900, 300)],  # anyhow
    ],
)
def test_any_other_drawing_becomes_one_line(places: list[tuple[float, float]]) -> None:
    graph = graphs.chain(5)
    lie = {i: Point(*place) for i, place in zip(graph.nodes, places, strict=True)}
    tidied = tidy(Drawing(graph=graph, places=lie))
    assert len(rows(tidied)) == 1


def test_rows_with_several_ways_between_them_become_one_line() -> None:
    graph = networks.wired(graphs.chain(12), "sum", networks.layer("Add"), "n3", "n9")
    drawing = in_rows(graph, 6)
    assert not backward(tidy(drawing))


def test_what_is_chosen_alone_keeps_its_rows_too() -> None:
    drawing = in_rows(graphs.chain(20), 5)
    chosen = [*drawing.graph.nodes][5:15]
    tidied = tidy(drawing, only=chosen)
    assert {i for i in drawing.places if drawing.places[i] != tidied.places[i]} <= {*chosen}
    assert len({tidied.places[i].y for i in chosen}) == 2
