"""T-18: copied nodes are text: it comes back whole, elsewhere too, or it is a sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nodegraph.document import Drawing, FileError, Point, dots, edits
from nodegraph.document.clipboard import MOST, Pasted, copied, duplicated, pasted
from nodegraph.document.edits import free_shift
from nodegraph.document.file import loads
from nodegraph.document.writing import text_of
from nodegraph.graph import Graph, Port, Start
from nodegraph.graph.start import Init
from nodegraph.layers import Unknown
from tests import networks


def drawing(graph: Graph | None = None) -> Drawing:
    """A drawing of the SimpleCNN, or of another graph, its nodes side by side."""
    graph = graph or networks.r0()
    return Drawing("SimpleCnn", graph, {n: Point(184 * i, 0) for i, n in enumerate(graph.nodes)})


def covered(places: list[Point]) -> list[tuple[Point, Point]]:
    """The pairs of nodes that lie on each other."""
    return [
        (a, b)
        for at, a in enumerate(places)
        for b in places[:at]
        if abs(a.x - b.x) < 150 and abs(a.y - b.y) < 64
    ]


def test_all_of_a_drawing_pasted_into_an_empty_one_is_the_same_graph() -> None:
    before = drawing(networks.r4a())
    after = pasted(Drawing(before.name), copied(before, before.graph.nodes))
    assert after.lost == ()
    back = replace(after.drawing, places=before.places, recipe=before.recipe)
    assert text_of(back) == text_of(before)


def test_the_text_has_one_node_a_line_as_in_a_file() -> None:
    lines = copied(drawing(), ["conv1", "pool1"]).splitlines()
    assert lines[0] == '{"nodegraph": 1,'
    assert lines[1] == ' "copied": "SimpleCnn",'
    assert '{"id": "conv1", "layer": "Conv2d", ' in lines[3]
    assert '"inputs": {"input": ["image", "output"]}' in lines[3]
    assert lines[-1] == ' "places": {"conv1": [184, 0], "pool1": [368, 0]}}'


def test_new_nodes_have_ids_and_names_of_their_own_and_keep_their_wires() -> None:
    before = drawing()
    conv1 = replace(before.graph.nodes["conv1"], name="first")
    before = replace(before, graph=before.graph.put(conv1))
    after = pasted(before, copied(before, ["conv1", "pool1"]))
    assert after.ids == ("conv3", "pool3")
    nodes = after.drawing.graph.nodes
    assert nodes["conv3"].name == "first1"
    assert nodes["pool3"].inputs == {"input": Port("conv3", "output")}
    assert nodes["conv3"].inputs == {}  # a wire from outside is not wanted unless it is said
    assert nodes["conv3"].layer == nodes["conv1"].layer
    assert list(nodes)[: len(before.graph.nodes)] == list(before.graph.nodes)
    assert after.lost == ()


def test_a_copy_of_the_longest_name_comes_back_from_the_file() -> None:
    before = edits.rename(drawing(), "fc1", "n" * 200)
    after = duplicated(duplicated(before, ["fc1"]).drawing, ["fc1"]).drawing
    assert text_of(loads(text_of(after))) == text_of(after)
    assert len({node.title for node in after.graph.nodes.values()}) == len(after.graph.nodes)


def test_wires_from_outside_are_kept_on_wish_where_their_sources_are() -> None:
    before = drawing()
    text = copied(before, ["conv1", "conv2"])
    assert duplicated(before, ["conv1"], keep_wires=True).drawing.graph.nodes["conv3"].inputs == {
        "input": Port("image", "output")
    }
    other = Drawing(graph=networks.chain(("image", networks.layer("Input", shape=(3, 8, 8)))))
    there = pasted(other, text, keep_wires=True)
    assert there.drawing.graph.nodes["conv1"].inputs == {"input": Port("image", "output")}
    assert there.drawing.graph.nodes["conv2"].inputs == {}
    [sentence] = there.lost
    assert sentence.startswith("The wire from ")
    assert sentence.endswith(" to conv2 has no source here")


def test_a_source_without_that_output_is_no_source() -> None:
    graph = networks.chain(("image", networks.layer("Input", shape=(5, 8))))
    graph = networks.wired(graph, "lstm", networks.layer("LSTM", hidden_size=4), "image")
    graph = networks.wired(graph, "relu", networks.layer("ReLU"), "lstm.h_n")
    other = Drawing(graph=networks.chain(("lstm", networks.layer("ReLU"))))
    there = pasted(other, copied(Drawing(graph=graph), ["relu"]), keep_wires=True)
    assert there.drawing.graph.nodes["relu"].inputs == {}
    assert there.lost == ("The wire from lstm to relu has no source here",)


def test_of_joined_wires_those_from_outside_fall_away() -> None:
    graph = networks.chain(*((name, networks.layer("ReLU")) for name in ("a", "b")))
    graph = networks.wired(graph, "add", networks.layer("Add"), "a", "b", "a")
    after = duplicated(drawing(graph), ["b", "add"])
    nodes = after.drawing.graph.nodes
    b, add = after.ids
    assert nodes[add].inputs == {"input": (Port(b, "output"),)}
    kept = duplicated(drawing(graph), ["add"], keep_wires=True)
    assert kept.drawing.graph.nodes[kept.ids[0]].inputs == graph.nodes["add"].inputs


def test_shared_weights_stay_shared_where_their_owner_is() -> None:
    graph = networks.chain(*((f"fc{n}", networks.layer("Linear")) for n in (1, 2)))
    graph = graph.put(replace(graph.nodes["fc2"], shares="fc1"))
    both = duplicated(drawing(graph), ["fc1", "fc2"])
    assert both.drawing.graph.nodes["fc4"].shares == "fc3"
    one = duplicated(drawing(graph), ["fc2"], keep_wires=True)
    assert one.drawing.graph.nodes["fc3"].shares == "fc1"
    alone = pasted(Drawing(), copied(drawing(graph), ["fc2"]), keep_wires=True)
    assert alone.drawing.graph.nodes["fc2"].shares is None
    assert alone.lost[-1] == "fc2 has weights of its own now, not those of fc1"


def shown() -> Drawing:
    """Wires past dots, a portal, a disabled wire, and nodes of which less is seen."""
    before = drawing()
    first, second, third = before.graph.wires[:3]
    before, _ = dots.add(before, [first], Point(100, 90))
    before = dots.through(before, second, [Point(250, 90), Point(300, 120)])
    before = dots.hide(before, [third])
    before = edits.switch(before, [second], on=False)
    before = edits.set_mode(before, ["pool1"], "bypassed")
    return replace(before, folded=frozenset({"conv1"}), trimmed=frozenset({"pool1"}))


def test_nodes_and_wires_among_them_are_shown_as_they_were() -> None:
    before = shown()
    after = pasted(Drawing(before.name), copied(before, before.graph.nodes)).drawing
    by = {(after.places[n].x - p.x, after.places[n].y - p.y) for n, p in before.places.items()}
    [(dx, dy)] = by
    assert {k: (d.at.x - dx, d.at.y - dy) for k, d in after.dots.items()} == {
        k: tuple(d.at) for k, d in before.dots.items()
    }
    still = {"places", "dots"}
    told = [
        {f: getattr(d, f) for f in d.__dataclass_fields__ if f not in still | {"graph"}}
        for d in (before, after)
    ]
    assert told[0] == told[1]
    assert {n.id: (n.mode, n.off) for n in after.graph.nodes.values()} == {
        n.id: (n.mode, n.off) for n in before.graph.nodes.values()
    }


def test_a_copy_beside_its_original_has_dots_of_its_own() -> None:
    before = shown()
    after = duplicated(before, ["image", "conv1", "pool1"]).drawing
    assert {n for n in after.folded if n not in before.folded} == {"conv3"}
    assert {n for n in after.trimmed if n not in before.trimmed} == {"pool3"}
    [new] = after.routes.keys() - before.routes.keys() - {after.graph.wires[-1]}
    assert (new.source.node, new.target.node) == ("image1", "conv3")
    [dot] = after.routes[new]
    assert dot not in before.dots
    assert after.dots[dot].source == new.source
    by = after.places["conv3"].x - before.places["conv1"].x
    assert after.dots[dot].at.x == before.dots["dot1"].at.x + by
    assert {w for w in after.graph.wires if after.graph.is_off(w)} == {
        before.graph.wires[1],
        after.graph.wires[-1],
    }
    assert loads(text_of(after)).routes == after.routes


def test_what_is_of_wires_to_others_stays_behind() -> None:
    before = shown()
    told = json.loads(copied(before, ["conv1"]))
    assert {"dots", "routes", "portals"}.isdisjoint(told)
    assert told["folded"] == ["conv1"]
    after = pasted(before, json.dumps(told), keep_wires=True).drawing
    assert after.dots == before.dots


def test_starts_of_weights_come_along() -> None:
    start = Start(Init("xavier_uniform_", {"gain": 2.0}))
    graph = networks.r0()
    graph = graph.put(replace(graph.nodes["conv1"], start=start))
    after = duplicated(drawing(graph), ["conv1"])
    assert after.drawing.graph.nodes["conv3"].start == start


def test_an_unknown_layer_keeps_its_data_and_its_ports() -> None:
    before = loads(
        '{"nodegraph": 1, "nodes": [{"id": "a", "layer": "ReLU"}, {"id": "b", "layer": "Swish9",'
        ' "settings": {"beta": [1, {"c": null}]}, "inputs": {"left": ["a", "output"]}}]}'
    )
    after = duplicated(before, ["b"])
    layer = after.drawing.graph.nodes["b1"].layer
    assert layer == before.graph.nodes["b"].layer
    assert isinstance(layer, Unknown)
    assert layer.raw == '{"beta": [1, {"c": null}]}'
    assert layer.inputs == ("left",)


def test_a_duplicate_lies_beside_and_covers_nothing() -> None:
    before = drawing()
    after = duplicated(before, before.graph.nodes).drawing
    assert covered(list(after.places.values())) == []
    alone = duplicated(drawing(networks.chain(("a", networks.layer("ReLU")))), ["a"])
    assert alone.drawing.places["a1"].x == 32
    assert alone.drawing.places["a1"].y >= 72


def test_the_middle_of_what_is_pasted_lies_where_it_is_asked_for() -> None:
    before = drawing()
    text = copied(before, ["conv1", "pool1"])
    places = pasted(before, text, Point(1003, 1003)).drawing.places
    assert places["conv3"] == Point(840, 968)
    assert places["pool3"] == Point(1024, 968)
    twice = pasted(pasted(before, text, Point(1003, 1003)).drawing, text, Point(1003, 1003))
    assert covered(list(twice.drawing.places.values())) == []


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), max_size=12),
    st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), max_size=6),
)
def test_places_that_move_together_go_to_the_first_way_down_that_is_free(
    taken: list[tuple[int, int]], moved: list[tuple[int, int]]
) -> None:
    by = free_shift([Point(*p) for p in taken], [Point(*p) for p in moved], Point(32, 32))

    def free(y: float) -> bool:
        return not any(
            abs(a + 32 - c) < 158 and abs(b + y - d) < 72 for a, b in moved for c, d in taken
        )

    y = 32
    while not free(y):
        y += 24
    assert by == Point(32, y)


def test_a_whole_file_can_be_pasted_too() -> None:
    after = pasted(Drawing(), text_of(drawing()))
    assert after.drawing.graph.nodes.keys() == drawing().graph.nodes.keys()
    assert after.drawing.name == "Network"


TEXT = copied(drawing(), ["conv1", "pool1"])
REFUSED = {
    "nothing": ("", "holds no nodes; copy some first"),
    "words": ("A sentence from a mail.", "holds no nodes"),
    "HTML": ("<html><body><p>{}</p></body></html>", "holds no nodes"),
    "other JSON": ('{"name": "x", "nodes": []}', "holds no nodes"),
    "half of a copy": (TEXT[:-40], "is not JSON"),
    "a newer version": (TEXT.replace('"nodegraph": 1', '"nodegraph": 2'), "update nodegraph"),
    "no nodes": ('{"nodegraph": 1, "copied": ""}', "needs a list of nodes"),
    "a setting that can't be": (
        TEXT.replace('"out_channels": 32', '"out_channels": -1'),
        "line 4, node conv1, out_channels: needs a whole number from 1, got -1",
    ),
    "two equal ids": (TEXT.replace('"id": "pool1"', '"id": "conv1"'), "two nodes have this id"),
    "a loop": (
        TEXT.replace('["image", "output"]', '["pool1", "output"]'),
        "the wires make a loop",
    ),
    "an id that is a list": (TEXT.replace('"id": "conv1"', '"id": ["conv1"]'), "nodes, 1"),
    "brackets without end": ('{"nodegraph": ' + "[" * 200_000, "nested too deeply"),
    "too much": (TEXT + " " * MOST, "4 million letters"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_pasted_is_a_sentence(case: str) -> None:
    text, said = REFUSED[case]
    with pytest.raises(FileError) as refused:
        pasted(drawing(), text)
    assert str(refused.value).startswith("The clipboard")
    assert said in str(refused.value)
    assert len(str(refused.value)) < 300


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@settings(max_examples=100)
@given(
    st.sampled_from(["id", "name", "layer", "settings", "inputs", "shares", "init", "mode", "off"]),
    VALUES,
)
def test_any_damage_is_a_paste_or_a_sentence(field: str, value: object) -> None:
    content = json.loads(TEXT)
    content["nodes"][0][field] = value
    try:
        after = pasted(drawing(), json.dumps(content), keep_wires=True)
    except FileError:
        return  # said in a sentence: any other error fails the test
    assert loads(text_of(after.drawing)).graph.nodes.keys() == after.drawing.graph.nodes.keys()


def test_another_process_pastes_the_same_nodes() -> None:
    code = (
        "import sys\n"
        "from nodegraph.document import Drawing\n"
        "from nodegraph.document.clipboard import pasted\n"
        "from nodegraph.document.writing import text_of\n"
        "sys.stdout.write(text_of(pasted(Drawing(), sys.stdin.read()).drawing))"
    )
    before = drawing()
    edited = copied(before, before.graph.nodes).replace("\n", "\r\n")  # as an editor may leave it
    done = subprocess.run(
        [sys.executable, "-c", code], input=edited, capture_output=True, text=True, check=True
    )
    assert loads(done.stdout).graph.nodes.keys() == before.graph.nodes.keys()
    assert loads(done.stdout).graph.wires == before.graph.wires


def test_pasting_nothing_changes_nothing() -> None:
    before = drawing()
    after = pasted(before, copied(before, []), Point(5, 5))
    assert isinstance(after, Pasted)
    assert after.ids == ()
    assert text_of(after.drawing) == text_of(before)
