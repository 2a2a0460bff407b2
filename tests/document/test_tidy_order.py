"""Tidy lets few wires cross, counted pair by pair."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodegraph.document import Drawing, Point
from nodegraph.document.tidy import tidy
from nodegraph.document.tidy.net import Net, Web
from nodegraph.document.tidy.order import Layered, crossings, with_bends
from nodegraph.document.tidy.ranks import Ranks
from nodegraph.graph import Graph
from tests import graphs
from tests.document.test_tidy import scattered


def step() -> None:
    """Goes on."""


def laid_out(drawing: Drawing) -> tuple[Layered, list[list[int]]]:
    """The layers of a tidied drawing from top to bottom, and the bends between its nodes."""
    net = Net.of(Web.of(drawing, drawing.graph.nodes, {}), list(drawing.graph.nodes))
    places = [drawing.places[node_id] for node_id in net.ids]
    columns = {x: number for number, x in enumerate(sorted({place.x for place in places}))}
    rows: list[list[int]] = [[] for _ in columns]
    for node in sorted(range(len(places)), key=lambda node: places[node].y):
        rows[columns[places[node].x]].append(node)
    layered = Layered.of(net, Ranks(net).rank)
    return layered, with_bends(layered, rows, step)


def crossings_by_pairs(layered: Layered, rows: list[list[int]]) -> int:
    """Two wires between the same layers cross when they lie the other way round at their ends."""
    total = 0
    for left, right in pairwise(rows):
        here = {item: place for place, item in enumerate(left)}
        ends = np.array(
            [
                (here[source] + leaves, place + arrives)
                for place, item in enumerate(right)
                for source, leaves, arrives in layered.before[item]
            ]
        )
        start, end = (np.sign(side[:, None] - side[None, :]) for side in ends.T)
        total += int((start * end < 0).sum()) // 2
    return total


RECORDED = {
    "ladder": (lambda: graphs.ladder(2_000), 0),
    "resnet": (lambda: graphs.resnet(250), 0),
    "transformer": (lambda: graphs.transformer(44), 0),
    "chain": (lambda: graphs.chain(5_000), 0),
    "classifier": (graphs.big_classifier, 0),
    "inception": (lambda: graphs.inception(20), 0),
    "unet": (lambda: graphs.unet(6), 0),
    "star": (lambda: graphs.star(300), 0),
    "dense": (lambda: graphs.dense(96), 70_312),
    "random": (lambda: graphs.random_dag(300, 1), 1_750),
}


@pytest.mark.parametrize(("make", "most"), RECORDED.values(), ids=RECORDED)
def test_no_more_wires_cross_than_recorded(make: Callable[[], Graph], most: int) -> None:
    layered, rows = laid_out(tidy(scattered(make())))
    assert crossings_by_pairs(layered, rows) <= most


@given(st.integers(2, 30), st.integers(0, 1_000))
def test_crossings_are_counted_as_pair_by_pair(nodes: int, seed: int) -> None:
    random = Random(seed)
    graph = graphs.random_dag(nodes, seed)
    # In one heap: nodes farther apart may be taken for rows, which are kept.
    places = {i: Point(random.randrange(200), random.randrange(2_000)) for i in graph.nodes}
    layered, rows = laid_out(tidy(Drawing(graph=graph, places=places)))
    assert crossings(layered, rows) == crossings_by_pairs(layered, rows)


def test_wires_of_one_output_share_their_bends() -> None:
    graph = graphs.dense(24)
    net = Net.of(Web.of(Drawing(graph=graph), graph.nodes, {}), list(graph.nodes))
    ranks = Ranks(net)
    layered = Layered.of(net, ranks.rank)
    long = sum(ranks.rank[t] - ranks.rank[s] - 1 for s, _, t, _ in net.lines)
    shared = len(layered.height) - layered.nodes
    assert shared == sum(max(ranks.rank) - ranks.rank[i] - 1 - 1 for i in range(len(net.ids))
                         if net.ids[i].startswith("conv"))  # fmt: skip
    assert shared < long / 6
