"""What is laid out of a node is shared by all that look alike, but for their names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from nodegraph.document import Drawing, edits
from nodegraph.graph import Graph
from nodegraph.ui.canvas.look import FACES, Look
from nodegraph.ui.canvas.nodes.seen import WHOLE
from nodegraph.ui.canvas.nodes.texts import face_of, titles
from nodegraph.ui.theme import DARK
from tests.networks import layer, wired
from tests.ui.canvas.ladder import ladder
from tests.ui.canvas.probe import recorded


@pytest.fixture
def look(qapp):
    return Look(DARK)


def test_a_large_network_lays_out_each_layer_of_one_width_once(opened, monkeypatch):
    with recorded(monkeypatch, Look, "face") as asked:
        canvas = opened(ladder(200))
    items = canvas.graph_scene.nodes.values()
    assert len(asked) == 200
    kinds = {(item.node.layer, item.body.width()) for item in items}
    assert len({id(item.texts) for item in items}) == len(kinds) < 10


def test_another_setting_lays_out_its_node_alone(opened):
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "conv1", layer("Conv2d", out_channels=8), "image")
    graph = wired(graph, "conv2", layer("Conv2d", out_channels=8), "conv1")
    canvas = opened(Drawing("Two", graph, {}))
    one, two = (canvas.graph_scene.nodes[node] for node in ("conv1", "conv2"))
    assert one.texts is two.texts
    drawing = canvas.workspace.drawing
    canvas.workspace.do("Set", edits.set_setting(drawing, ["conv1"], "out_channels", 16))
    assert one.measures.chips[0].value == "16"
    assert two.measures.chips[0].value == "8"


@pytest.mark.parametrize("length", [1, 4, 8, 9, 10, 11, 12, 14, 20, 40])
@pytest.mark.parametrize("letter", ["i", "n", "W", "层"])
def test_a_name_is_cut_where_there_is_no_room_and_only_there(look, letter, length):
    conv, name = layer("Conv2d", out_channels=8), letter * length
    face = face_of(conv, name, WHOLE, look)
    (near, _), (far, _) = titles(name, face, look)
    end, room = Qt.TextElideMode.ElideRight, face.measures.width - 24
    assert far.text() == look.metrics("far").elidedText(name, end, room)
    room = face.measures.title_width + 1
    assert near.text() == look.metrics("title").elidedText(name, end, room)


def test_what_is_kept_to_be_shared_has_an_end(look):
    for number in range(FACES + 2):
        look.face(number, object)
    assert len(look._faces) <= FACES + 1
