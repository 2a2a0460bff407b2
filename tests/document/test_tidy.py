"""Tidy draws what a person would have drawn, and moves nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nodegraph.document import Drawing, Point
from nodegraph.document.edits import move
from nodegraph.document.tidy import Size, straighten, tidy
from nodegraph.graph import Graph, Node, NodeId, Port, Wire
from tests import graphs, networks
from tests.networks import layer

LARGE = {
    "ladder": lambda: graphs.ladder(2_000),
    "resnet": lambda: graphs.resnet(250),
    "transformer": lambda: graphs.transformer(44),
    "dense": lambda: graphs.dense(96),
    "chain": lambda: graphs.chain(5_000),
    "classifier": graphs.big_classifier,
    "star": lambda: graphs.star(300),
    "inception": lambda: graphs.inception(20),
    "unet": lambda: graphs.unet(6),
    "random": lambda: graphs.random_dag(300, 1),
}


def boxes(
    drawing: Drawing, sizes: dict[NodeId, Size] | None = None
) -> dict[NodeId, tuple[float, float, float, float]]:
    """Each node's left, top, right and bottom."""
    measures = {i: (sizes or {}).get(i, Size()) for i in drawing.graph.nodes}
    return {
        i: (x, y, x + measures[i].width, y + measures[i].height)
        for i, (x, y) in drawing.places.items()
    }


def overlaps(drawing: Drawing, sizes: dict[NodeId, Size] | None = None) -> Iterator[object]:
    """Pairs of nodes that cover each other."""
    live: list[tuple[float, float, float, float, NodeId]] = []
    for node, box in sorted(boxes(drawing, sizes).items(), key=lambda item: item[1]):
        live = [other for other in live if other[2] > box[0]]
        yield from ((other[4], node) for other in live if other[1] < box[3] and box[1] < other[3])
        live.append((*box, node))


def backward(drawing: Drawing, sizes: dict[NodeId, Size] | None = None) -> list[Wire]:
    """Wires that do not run from a right edge to a left edge farther right."""
    box = boxes(drawing, sizes)
    return [
        wire for wire in drawing.graph.wires if box[wire.source.node][2] >= box[wire.target.node][0]
    ]


def astray(drawing: Drawing, sizes: dict[NodeId, Size]) -> list[Wire]:
    """Wires that run neither to the right nor down to the next shelf."""
    box = boxes(drawing, sizes)
    return [
        wire
        for wire in backward(drawing, sizes)
        if box[wire.source.node][3] >= box[wire.target.node][1]
    ]


def scattered(graph: Graph, seed: int = 0) -> Drawing:
    """The graph with its nodes anywhere."""
    random = Random(seed)
    places = {i: Point(random.randrange(4_000), random.randrange(2_000)) for i in graph.nodes}
    return Drawing(graph=graph, places=places)


def middle(drawing: Drawing, node: NodeId) -> float:
    return drawing.places[node].y + Size().height / 2


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE)
def test_large_networks_lie_forward_apart_on_the_grid_and_stay(make: Callable[[], Graph]) -> None:
    drawing = scattered(make())
    tidied = tidy(drawing)
    assert not list(overlaps(tidied))
    assert not backward(tidied)
    xs, ys = zip(*tidied.places.values(), strict=True)
    assert all((x - xs[0]) % 8 == 0 for x in xs)
    assert all((y - ys[0]) % 8 == 0 for y in ys)
    assert tidy(tidied) is tidied
    assert tidy(drawing).places == tidied.places


def test_a_long_chain_is_one_straight_row() -> None:
    tidied = tidy(scattered(graphs.chain(300)))
    assert len({place.y for place in tidied.places.values()}) == 1
    xs = sorted(place.x for place in tidied.places.values())
    assert {b - a for a, b in pairwise(xs)} == {184}


@pytest.mark.parametrize("blocks", [1, 9])
def test_the_spine_of_a_resnet_is_straight_and_its_shortcuts_lie_outside(blocks: int) -> None:
    tidied = tidy(scattered(graphs.resnet(blocks)))
    beside = {i for i in tidied.places if i.startswith("skip") or i.endswith("s")}
    spine = {middle(tidied, i) for i in tidied.places if i not in beside}
    assert len(spine) == 1
    assert all(abs(middle(tidied, i) - min(spine)) >= 64 for i in beside)
    assert middle(tidied, "skip_1") == middle(tidied, "bn_1s")


def test_branches_about_equally_long_lie_evenly_around_what_they_leave_and_join() -> None:
    tidied = tidy(scattered(graphs.inception(3)))
    (line,) = {middle(tidied, i) for i in ("image", "stem", "relu", "join_1", "join_3", "out")}
    for module in (1, 2, 3):
        rows = sorted(middle(tidied, f"{i}_{module}") for i in ("one", "cut3", "cut5", "pool"))
        assert [row - line for row in rows] == [-168, -56, 56, 168]
        assert middle(tidied, f"cut3_{module}") == middle(tidied, f"three_{module}")


def test_a_transformer_runs_along_one_line_however_its_attention_parts() -> None:
    tidied = tidy(scattered(graphs.transformer(6)))
    along = ("norm", "key", "softmax", "add", "wide", "project")
    heights = [middle(tidied, i) for i in tidied.places if i.startswith(along)]
    # A wire that stays level enters a product by its upper port, 11 px above its middle.
    assert max(heights) - min(heights) <= 16
    for number in range(1, 7):
        low, key, high = sorted(middle(tidied, f"{i}_{number}") for i in ("query", "key", "value"))
        assert (key - low, high - key) == (112, 112)


def test_straight_wires_are_straight_whatever_the_heights_of_their_nodes() -> None:
    graph = networks.r0()
    sizes = {i: Size(height=46 if n.layer.kind == "ReLU" else 62) for i, n in graph.nodes.items()}
    tidied = tidy(Drawing(graph=graph), sizes=sizes)
    assert len({place.y + sizes[i].height / 2 for i, place in tidied.places.items()}) == 1


def test_a_port_is_level_with_what_feeds_it() -> None:
    graph = networks.chain(
        ("image", layer("Input", shape=(4, 8))),
        ("lstm", layer("LSTM", hidden_size=8)),
        ("out", layer("Output")),
    )
    sizes = {"lstm": Size(170, 96, inputs=(40, 60, 80), outputs=(40, 60, 80))}
    tidied = tidy(Drawing(graph=graph), sizes=sizes)
    assert abs(middle(tidied, "image") - (tidied.places["lstm"].y + 40)) <= 4
    assert tidied.places["image"].y == tidied.places["out"].y


def test_what_only_leads_up_to_one_place_lies_next_to_it() -> None:
    graph = networks.r0()
    graph = networks.wired(graph, "shift", layer("Input", shape=(128,)))
    graph = networks.wired(graph, "scaled", layer("Tanh"), "shift")
    graph = networks.wired(graph, "sum", layer("Add"), "relu3", "scaled")
    tidied = tidy(Drawing(graph=graph))
    assert tidied.places["scaled"].x == tidied.places["relu3"].x
    assert tidied.places["shift"].x == tidied.places["fc1"].x


def test_todays_order_is_kept_where_nothing_crosses() -> None:
    graph = networks.resnet()
    below = tidy(Drawing(graph=graph, places={"skip": Point(400, 300)}))
    above = tidy(Drawing(graph=graph, places={"skip": Point(400, -300)}))
    assert below.places["skip"].y > below.places["conv1"].y
    assert above.places["skip"].y < above.places["conv1"].y


def test_the_upper_left_node_stays_or_the_first_of_those_named() -> None:
    drawing = scattered(networks.resnet())
    stays = min(drawing.places, key=drawing.places.__getitem__)
    assert tidy(drawing).places[stays] == drawing.places[stays]
    named = tidy(drawing, only=["add", *drawing.places])
    assert named.places["add"] == drawing.places["add"]


def test_only_the_chosen_move_and_cover_no_other() -> None:
    drawing = tidy(Drawing(graph=networks.resnet()))
    chosen = {"conv1", "bn1", "relu2", "conv2"}
    messy = move(drawing, {i: Point(600 + 10 * n, -20 * n) for n, i in enumerate(sorted(chosen))})
    tidied = tidy(messy, only=chosen)
    assert {i for i in messy.places if tidied.places[i] != messy.places[i]} <= chosen
    assert len({tidied.places[i].y for i in chosen}) == 1
    assert not list(overlaps(tidied))
    assert tidy(tidied, only=chosen) is tidied


def test_separate_networks_lie_one_below_the_other_and_lone_nodes_in_rows() -> None:
    first, second = graphs.chain(4), networks.resnet()
    renamed = [
        replace(node, id=f"z_{node.id}", inputs={k: _renamed(f) for k, f in node.inputs.items()})
        for node in second.nodes.values()
    ]
    lone = [Node(f"lone{n}", layer("ReLU")) for n in range(10)]
    graph = Graph.of([*first.nodes.values(), *renamed, *lone])
    tidied = tidy(scattered(graph, 3))
    assert not list(overlaps(tidied))
    assert not backward(tidied)
    assert len({tidied.places[f"lone{n}"].y for n in range(10)}) == 2
    assert tidy(tidied) is tidied


def _renamed(fed: Port | tuple[Port, ...]) -> Port | tuple[Port, ...]:
    if isinstance(fed, Port):
        return Port(f"z_{fed.node}", fed.name)
    return tuple(Port(f"z_{port.node}", port.name) for port in fed)


def test_an_empty_drawing_and_a_choice_of_nothing_stay_as_they_are() -> None:
    empty = Drawing()
    assert tidy(empty) is empty
    drawing = scattered(networks.r0())
    assert tidy(drawing, only=()) is drawing
    assert tidy(drawing, only={"fc1"}) is drawing


def test_cancelling_at_any_time_leaves_the_drawing_as_it_was() -> None:
    drawing = scattered(graphs.random_dag(60, 2))
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    tidy(drawing, cancelled=count)
    assert asked > 20
    for last in (1, 2, asked // 2, asked):
        left = iter(range(last - 1))
        assert tidy(drawing, cancelled=lambda left=left: next(left, None) is None) is drawing


@st.composite
def networks_anywhere(draw: st.DrawFn) -> tuple[Drawing, dict[NodeId, Size]]:
    count = draw(st.integers(1, 16))
    nodes = [Node("n0", layer("Input", shape=(4,)))]
    for number in range(1, count):
        feeds = draw(st.lists(st.integers(0, number - 1), max_size=3))
        ports = tuple(Port(f"n{feed}", "output") for feed in feeds)
        nodes.append(Node(f"n{number}", layer("Add"), {"input": ports} if ports else {}))
    edge = st.integers(-20_000, 20_000).map(lambda tenths: tenths / 10)
    places = {node.id: Point(draw(edge), draw(edge)) for node in nodes if draw(st.booleans())}
    size = st.sampled_from([Size(w, h) for w in (150, 203) for h in (46, 62, 64, 111)])
    sizes = {node.id: draw(size) for node in nodes if draw(st.booleans())}
    return Drawing(graph=Graph.of(nodes), places=places), sizes


@settings(max_examples=60)
@given(networks_anywhere())
def test_any_network_lies_forward_and_apart_and_stays(
    drawn: tuple[Drawing, dict[NodeId, Size]],
) -> None:
    drawing, sizes = drawn
    tidied = tidy(drawing, sizes=sizes)
    assert tidied.graph is drawing.graph
    assert tidied.places.keys() == drawing.graph.nodes.keys()
    assert not list(overlaps(tidied, sizes))
    assert not astray(tidied, sizes)
    assert tidy(tidied, sizes=sizes) is tidied


@settings(max_examples=60)
@given(networks_anywhere(), st.data())
def test_any_choice_of_nodes_is_tidied_beside_the_others(
    drawn: tuple[Drawing, dict[NodeId, Size]], data: st.DataObject
) -> None:
    drawing, sizes = drawn
    drawing = tidy(drawing, sizes=sizes)
    chosen = data.draw(st.sets(st.sampled_from([*drawing.places])))
    random = Random(data.draw(st.integers(0, 9)))
    drawing = move(
        drawing,
        {i: Point(random.uniform(-900, 900), random.uniform(-900, 900)) for i in sorted(chosen)},
    )
    tidied = tidy(drawing, chosen, sizes)
    assert all(tidied.places[i] == drawing.places[i] for i in drawing.places if i not in chosen)
    assert tidy(tidied, chosen, sizes) is tidied
    if len(chosen) > 1:
        assert not list(overlaps(tidied, sizes))


def test_straightening_levels_wires_and_moves_nothing_sideways() -> None:
    graph = networks.r0()
    places = {i: Point(190 * n, 13 * (n % 5)) for n, i in enumerate(graph.nodes)}
    drawing = Drawing(graph=graph, places=places)
    level = straighten(drawing)
    assert {place.y for place in level.places.values()} == {0}
    assert [place.x for place in level.places.values()] == [place.x for place in places.values()]
    assert straighten(level) is level


def test_straightening_a_choice_leaves_the_others_and_covers_none() -> None:
    graph = networks.r0()
    places = {i: Point(190 * n, 13 * (n % 5)) for n, i in enumerate(graph.nodes)}
    drawing = Drawing(graph=graph, places={**places, "fc2": Point(190 * 2 + 20, 40)})
    level = straighten(drawing, ["image", "conv1", "pool1", "relu1"])
    assert level.places["conv1"].y == level.places["image"].y
    assert level.places["pool1"] == drawing.places["pool1"]  # fc2 is in the way
    assert level.places["relu1"].y == level.places["pool1"].y
    assert {i for i in places if level.places[i] != drawing.places[i]} <= {"conv1", "relu1"}
