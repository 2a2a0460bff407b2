"""T-22: every output against every input of the whole vocabulary, and every kind that flows.

What is refused is told by the full check of the graph with that wire; the gesture's verdict, its
sentence, and what is dimmed while the wire is held have to agree with it.
"""

from __future__ import annotations

from math import ceil, sqrt

import pytest
from PySide6.QtCore import QPoint, Qt

from nodegraph.analysis.fits import refusal
from nodegraph.analysis.walk import Walk
from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Node, Port, WireError
from nodegraph.layers import all_layers
from nodegraph.ui.canvas.gestures.loose import NewWire
from nodegraph.ui.canvas.gestures.wire import WireGesture
from nodegraph.ui.canvas.overlay import Said
from tests.networks import layer, wired
from tests.ui.canvas.pointer import Hand

# What flows: features, sequences, pictures, volumes, a single number, and whole numbers.
KINDS = {
    "features": ((16,), "float32"),
    "sequence": ((10, 16), "float32"),
    "picture": ((3, 32, 32), "float32"),
    "volume": ((2, 8, 8, 8), "float32"),
    "number": ((1,), "float32"),
    "words": ((10,), "int64"),
}
APART = Point(350, 190)


def vocabulary() -> Drawing:
    """One node of every layer, none of them wired; what flows; and a short chain with a join."""
    graph = Graph()
    for name, (shape, dtype) in KINDS.items():
        graph = wired(graph, name, layer("Input", shape=shape, dtype=dtype))
    graph = wired(graph, "first", layer("Conv2d", out_channels=4), "picture")
    graph = wired(graph, "second", layer("ReLU"), "first")
    graph = wired(graph, "begun", layer("Add"), "picture")
    for declared in all_layers():
        graph = graph.put(Node(f"any_{declared.__name__.lower()}", declared()))
    across = ceil(sqrt(len(graph.nodes)))
    places = {
        node: Point(APART.x * (at % across), APART.y * (at // across))
        for at, node in enumerate(graph.nodes)
    }
    return Drawing("Vocabulary", graph, places)


@pytest.fixture
def canvas(opened):
    """All of it in view, near enough for ports to be hit."""
    made = opened(vocabulary())
    made.resize(3200, 2000)
    made.fit()
    assert made.graph_scene.tier != "far"
    seen = made.graph_scene.nodes_in(made.visible_area())
    assert len(seen) == len(made.workspace.drawing.graph.nodes) > 100
    return made


def inputs_of(graph: Graph) -> list[Port]:
    return [Port(n.id, name) for n in graph.nodes.values() for name in n.layer.inputs]


def outputs_of(graph: Graph) -> list[Port]:
    return [Port(n.id, name) for n in graph.nodes.values() for name in n.layer.outputs]


def is_refused(graph: Graph, source: Port, target: Port) -> bool:
    """Whether the whole graph, checked with that wire, has a layer there that refuses it."""
    try:
        after = graph.connect(source, target)
    except WireError:
        return True
    node = after.nodes[target.node]
    waits = node.layer.variadic and len(node.feeds) == 1  # a join that is only begun
    return target.node in Walk.over(after).refused and not waits


def kinds_and_chain(graph: Graph) -> list[Port]:
    return [Port(name, "output") for name in (*KINDS, "first", "second", "begun")]


def test_what_the_gesture_refuses_is_what_the_check_refuses(canvas):
    """T-22"""
    drawing = canvas.workspace.document.settled
    wrong = []
    for source in kinds_and_chain(drawing.graph):
        gesture = WireGesture(canvas, QPoint(), NewWire(drawing, source, True))
        for target in inputs_of(drawing.graph):
            verdict = gesture.verdict(target)
            if bool(verdict) != is_refused(drawing.graph, source, target):
                wrong.append((source, target, verdict))
    assert wrong == []


@pytest.mark.parametrize("from_output", [True, False], ids=["from outputs", "from inputs"])
def test_every_pair_has_the_verdict_and_the_sentence_of_the_rule(canvas, from_output):
    """T-22"""
    drawing, types = canvas.workspace.document.settled, canvas.workspace.report.types
    outputs, inputs = outputs_of(drawing.graph), inputs_of(drawing.graph)
    held, others = (outputs, inputs) if from_output else (inputs, outputs)
    pairs = refused = 0
    for port in held[:: 1 if from_output else 5]:
        gesture = WireGesture(canvas, QPoint(), NewWire(drawing, port, from_output))
        for other in others:
            ends = (port, other) if from_output else (other, port)
            reason = refusal(drawing.graph, types, *ends)
            feeds = drawing.graph.nodes[ends[1].node].inputs.get(ends[1].name)
            if feeds != ends[0]:  # dropping a wire where it is changes nothing
                assert gesture.verdict(other) == reason, ends
            pairs, refused = pairs + 1, refused + bool(reason)
    assert 0 < refused < pairs


@pytest.mark.parametrize("source", [*KINDS, "first", "second", "begun"])
def test_what_is_dimmed_while_a_wire_is_held_is_what_is_refused(canvas, source):
    """T-22"""
    graph, types = canvas.workspace.drawing.graph, canvas.workspace.report.types
    port, hand = Port(source, "output"), Hand(canvas)
    start = canvas.port_pos(port)
    hand.hold(start, start + QPoint(0, 40))
    assert canvas.gesture.loose.fixed == (port,)
    for item in canvas.graph_scene.nodes.values():
        inputs = item.ports(False)
        dimmed = {p for p in inputs if item.fits is not None and p.name not in item.fits}
        refused = {p for p in inputs if refusal(graph, types, port, p)}
        refused -= {p for p in inputs if graph.nodes[item.id].inputs.get(p.name) == port}
        assert dimmed == refused, item.id
    hand.key(Qt.Key.Key_Escape)
    assert {item.fits for item in canvas.graph_scene.nodes.values()} == {None}


@pytest.mark.parametrize("source", KINDS)
def test_a_drag_onto_a_port_does_what_the_verdict_says(canvas, source):
    """T-22"""
    workspace, said = canvas.workspace, []
    workspace.said.connect(said.append)
    graph, types = workspace.drawing.graph, workspace.report.types
    port, before, hand = Port(source, "output"), workspace.drawing, Hand(canvas)
    by_reason = {}  # one port for each sentence, apart from the node's name
    for target in inputs_of(graph):
        reason = refusal(graph, types, port, target)
        fed = graph.nodes[target.node].inputs.get(target.name)
        if fed != port:
            by_reason.setdefault(reason.partition(" ")[2], (target, reason))
    assert len(by_reason) > 2
    for target, reason in by_reason.values():
        hand.hold(canvas.port_pos(port), canvas.input_pos(target))
        assert canvas.gesture.landing.port == target
        assert canvas.gesture.refusal == reason
        told = [m.text.text() for m in canvas.graph_scene.overlay.marks if isinstance(m, Said)]
        assert told == [reason] * bool(reason)
        hand.release(canvas.input_pos(target))
        if reason:
            assert said[-1] == f"Not connected: {reason}"
            assert workspace.drawing is before
        else:
            assert port in [s for _, s in workspace.drawing.graph.nodes[target.node].feeds]
            workspace.document.undo()
        hand.key(Qt.Key.Key_Escape)
    assert workspace.drawing is before
