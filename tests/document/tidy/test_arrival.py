"""A network that comes without places arrives tidy."""

from __future__ import annotations

import pytest

from nodegraph.document import Drawing
from nodegraph.document.clipboard import pasted
from nodegraph.document.tidy.arrival import WIDE, arrived
from nodegraph.document.writing import text_of
from nodegraph.graph import Graph
from tests import graphs, networks
from tests.document.test_tidy import astray, backward, overlaps
from tests.document.tidy.test_shelves import rows


def test_a_short_network_arrives_in_one_line() -> None:
    graph = graphs.chain(6)
    drawing = Drawing(graph=graph, places=arrived(graph))
    assert rows(drawing) == [[*graph.nodes]]
    assert not backward(drawing)


@pytest.mark.parametrize(
    "graph",
    [graphs.chain(30), graphs.resnet(4), graphs.inception(3), graphs.unet(4), graphs.star(9)],
    ids=["chain", "resnet", "inception", "unet", "star"],
)
def test_a_longer_one_arrives_forward_and_apart(graph: Graph) -> None:
    drawing = Drawing(graph=graph, places=arrived(graph))
    assert not list(overlaps(drawing))
    assert not astray(drawing, {})


def test_a_long_chain_arrives_in_rows_that_fit_a_screen() -> None:
    graph = graphs.chain(30)
    drawing = Drawing(graph=graph, places=arrived(graph))
    assert len(rows(drawing)) > 3
    assert max(place.x for place in drawing.places.values()) < WIDE
    assert min(place.x for place in drawing.places.values()) == 0


def test_a_file_without_places_and_a_paste_of_one_arrive_tidy() -> None:
    graph = networks.resnet()
    text = text_of(Drawing(graph=graph))
    assert '"places"' not in text or '"places": {}' in text
    drawing = pasted(Drawing(), text).drawing
    assert not list(overlaps(drawing))
    assert not astray(drawing, {})
