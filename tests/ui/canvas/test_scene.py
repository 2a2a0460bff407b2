"""The items always equal the drawing, whatever was done to it."""

import random

import pytest
from PySide6.QtCore import QRectF

from nodegraph.document import Drawing, Point, edits
from nodegraph.graph import Graph, Port, WireError
from nodegraph.layers import LAYERS
from tests.networks import layer, wired
from tests.ui.canvas.conftest import two_branches

KINDS = ("Linear", "ReLU", "Conv2d", "Add", "Concatenate", "LSTM", "Input", "Output")


def audit(canvas):
    """Fails where an item says something else than the drawing or the report."""
    drawing, scene = canvas.workspace.drawing, canvas.graph_scene
    assert scene.nodes.keys() == drawing.graph.nodes.keys() == scene.layer.items.keys()
    for node_id, item in scene.nodes.items():
        assert item.node is drawing.graph.nodes[node_id]
        assert (item.pos().x(), item.pos().y()) == drawing.places[node_id]
        assert item.scene() is scene
        fed = {name: drawing.graph.nodes[p.node].layer.group for name, p in item.node.feeds}
        assert item.sources == fed
        types = tuple(canvas.workspace.report.types.get(p) for p in item.ports(outputs=True))
        assert item.types == types
    drawn = sorted(shape.wire for shape in scene.wires.shapes.values())
    assert drawn == sorted(drawing.graph.wires)
    for shape in scene.wires.shapes.values():
        start = scene.nodes[shape.wire.source.node].port_at(shape.wire.source.name, True)
        end = scene.nodes[shape.wire.target.node].port_at(shape.wire.target.name, False)
        assert shape.line.p1() == start
        assert shape.line.p2() == end
    assert len(scene.items()) == len(scene.nodes) + 3
    assert all(scene.sceneRect().contains(item.bounds) for item in scene.nodes.values())


def edited(drawing, chance):
    """The drawing after one random edit; the same one when the edit can't be."""
    nodes = list(drawing.graph.nodes)
    kind = chance.choice(["add", "add", "connect", "connect", "move", "delete", "cut", "rename"])
    if kind == "add" or not nodes:
        at = Point(chance.randrange(-2000, 2000), chance.randrange(-2000, 2000))
        return edits.add(drawing, LAYERS[chance.choice(KINDS)](), at)[0]
    some = chance.sample(nodes, min(len(nodes), chance.randrange(1, 4)))
    if kind == "move":
        spot = lambda: Point(chance.randrange(-900, 900), chance.randrange(-900, 900))  # noqa: E731
        return edits.move(drawing, {node: spot() for node in some})
    if kind == "delete":
        return edits.delete(drawing, some)
    if kind == "cut" and drawing.graph.wires:
        return edits.disconnect(drawing, chance.choice(drawing.graph.wires))
    if kind == "rename":
        return edits.rename(drawing, some[0], f"name{chance.randrange(99999)}")
    return connected(drawing, chance, nodes)


def connected(drawing, chance, nodes):
    source, target = chance.choice(nodes), chance.choice(nodes)
    outputs = drawing.graph.nodes[source].layer.outputs
    inputs = drawing.graph.nodes[target].layer.inputs
    if not outputs or not inputs:
        return drawing
    try:
        return edits.connect(
            drawing, Port(source, chance.choice(outputs)), Port(target, chance.choice(inputs))
        )
    except WireError:
        return drawing


@pytest.mark.parametrize("seed", [1, 2])
def test_the_scene_equals_the_drawing_after_every_edit_undo_and_redo(opened, seed):
    chance = random.Random(seed)
    canvas = opened(two_branches())
    document = canvas.workspace.document
    for number in range(120):
        canvas.workspace.do(f"Edit {number}", edited(canvas.workspace.drawing, chance))
        audit(canvas)
    count = 0
    while document.undo():
        count += 1
        audit(canvas)
    assert count > 60
    while document.redo():
        audit(canvas)


def test_an_edit_touches_only_its_own_items(canvas):
    scene = canvas.graph_scene
    before = dict(scene.wires.shapes)
    drawing = canvas.workspace.drawing
    canvas.workspace.do("Moved", edits.move(drawing, {"pool1": Point(400, 400)}))
    assert all(scene.wires.shapes[slot] is shape for slot, shape in before.items())


def test_another_drawing_in_its_place(canvas):
    graph = wired(Graph(), "image", layer("Input"))
    canvas.workspace.open(Drawing("Other", graph, {"image": Point(5000, 5000)}))
    audit(canvas)
    assert canvas.viewport().rect().contains(canvas.node_rect("image"))


def test_a_wire_runs_around_the_node_in_its_way(opened):
    graph = wired(Graph(), "image", layer("Input", shape=(8, 28, 28)))
    graph = wired(graph, "relu1", layer("ReLU"), "image")
    graph = wired(graph, "add", layer("Add"), "relu1", "image")
    places = {"image": Point(0, 0), "relu1": Point(200, 0), "add": Point(400, 0)}
    canvas = opened(Drawing("Skip", graph, places))
    scene = canvas.graph_scene

    def crosses():
        path = scene.wires.shapes["add", 1].path
        body: QRectF = scene.nodes["relu1"].body
        return any(body.contains(path.pointAtPercent(part / 40)) for part in range(41))

    assert not crosses()
    for y in (-60, -24, 10, 30):
        moved = edits.move(canvas.workspace.drawing, {"relu1": Point(200, y)})
        canvas.workspace.do("Moved", moved)
        assert not crosses()
