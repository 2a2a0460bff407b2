"""Wires by letters: a source's, then a target's; refused ports say why; it stays until Esc."""

import pytest
from PySide6.QtCore import Qt

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph, Port
from nodegraph.ui.canvas.commands.link_mode import LETTERS, Letters, LinkMode, codes
from tests.networks import layer, wired
from tests.ui.canvas.pointer import CONTROL, MIDDLE, RIGHT, Hand

Key = Qt.Key


@pytest.fixture
def canvas(opened):
    """A picture, two layers that are not wired, an Add, and one that takes no picture."""
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "conv1", layer("Conv2d", out_channels=8, padding=1))
    graph = wired(graph, "relu1", layer("ReLU"))
    graph = wired(graph, "add", layer("Add"))
    graph = wired(graph, "conv3d", layer("Conv3d", out_channels=8))
    spots = ((0, 0), (220, 0), (440, 0), (660, 100), (440, 220))
    places = {node: Point(*spot) for node, spot in zip(graph.nodes, spots, strict=True)}
    made = opened(Drawing("Small", graph, places))
    made.centerOn(400, 120)
    made.setFocus()
    return made


def typed(hand, letters):
    for letter in letters:
        hand.key(Key[f"Key_{letter.upper()}"])


def code_of(canvas, node, name):
    [found] = [code for code, p in canvas.gesture.ports.items() if p.port == Port(node, name)]
    return found


def link(canvas, hand, source, target):
    typed(hand, code_of(canvas, source, "output"))
    typed(hand, code_of(canvas, target, "input"))


def sources(canvas, node):
    return [source.node for _, source in canvas.workspace.drawing.graph.nodes[node].feeds]


def plates(canvas):
    return [m for m in canvas.graph_scene.overlay.standing if isinstance(m, Letters)]


@pytest.mark.parametrize("count", [0, 1, 9, 10, 30, 81, 100, 800])
def test_codes_are_told_apart_while_they_are_typed(count):
    found = codes(count)
    assert len(set(found)) == count
    assert set("".join(found)) <= set(LETTERS)
    assert [len(code) for code in found] == sorted(len(code) for code in found)
    assert not any(b != a and b.startswith(a) for a in found for b in found)


def test_first_only_outputs_have_letters(canvas):
    canvas.structure.link()
    assert {lettered.port.name for lettered in canvas.gesture.ports.values()} == {"output"}
    assert len(canvas.gesture.ports) == 5
    assert plates(canvas)


def test_then_the_inputs_that_fit_come_first_and_all_others_are_faint(canvas, hand):
    canvas.structure.link()
    typed(hand, code_of(canvas, "image", "output"))
    ports = list(canvas.gesture.ports.values())
    assert [p.port.node for p in ports if not p.refusal] == ["conv1", "relu1", "add"]
    assert [p.port.node for p in ports if p.refusal] == ["conv3d"]
    items = canvas.graph_scene.nodes
    assert items["conv3d"].fits == frozenset()
    assert items["conv1"].fits == {"input"}


def test_a_chain_is_wired_without_a_mouse(canvas, hand, steps):
    """T-25"""
    canvas.structure.link()
    for source, target in (("image", "conv1"), ("conv1", "relu1"), ("relu1", "add")):
        link(canvas, hand, source, target)
    link(canvas, hand, "conv1", "add")
    hand.key(Key.Key_Escape)
    assert sources(canvas, "add") == ["relu1", "conv1"]
    assert steps() == [
        "Connected image to conv1",
        "Connected conv1 to relu1",
        "Connected relu1 to add",
        "Connected conv1 to add",
    ]
    assert canvas.gesture is None
    assert not canvas.graph_scene.overlay.standing
    assert {item.fits for item in canvas.graph_scene.nodes.values()} == {None}


def test_a_connected_target_is_replaced_in_one_step(canvas, hand, steps, said):
    canvas.structure.link()
    link(canvas, hand, "image", "relu1")
    link(canvas, hand, "conv1", "relu1")
    assert sources(canvas, "relu1") == ["conv1"]
    assert steps()[1:] == ["Connected conv1 to relu1 in place of image"] == said[-1:]
    link(canvas, hand, "conv1", "relu1")
    assert said[-1] == "conv1 feeds relu1 already"
    assert len(steps()) == 2
    hand.key(Key.Key_Escape)


def test_a_refused_port_says_why_and_asks_again(canvas, hand, steps, said):
    canvas.structure.link()
    link(canvas, hand, "image", "conv3d")
    assert said[-1] == (
        "Not connected: conv3d expects volumes (batch × channels × depth × height × width), "
        "got B×1×28×28"
    )
    assert steps() == []
    typed(hand, code_of(canvas, "conv1", "input"))
    assert sources(canvas, "conv1") == ["image"]
    hand.key(Key.Key_Escape)


def test_backspace_takes_a_letter_back_and_then_the_source(opened):
    graph, places = Graph(), {}
    for number in range(12):
        graph = wired(graph, f"relu{number}", layer("ReLU"))
        places[f"relu{number}"] = Point(200 * (number % 4), 100 * (number // 4))
    canvas = opened(Drawing("Twelve", graph, places))
    hand = Hand(canvas)
    canvas.structure.link()
    mode = canvas.gesture
    long = next(code for code in mode.ports if len(code) == 2)
    typed(hand, long[0])
    assert mode.typed == long[0]
    [mark] = plates(canvas)
    assert len(mark.plates) < 12
    hand.key(Key.Key_Backspace)
    assert mode.typed == ""
    typed(hand, long)
    assert mode.source == Port(mode.source.node, "output")
    hand.key(Key.Key_Backspace)
    assert mode.source is None
    assert {lettered.port.name for lettered in mode.ports.values()} == {"output"}
    hand.key(Key.Key_Escape)


@pytest.mark.parametrize("how", ["escape", "right click", "click", "enter", "semicolon"])
@pytest.mark.parametrize("stage", ["source", "target"])
def test_it_ends_without_a_trace(canvas, hand, how, stage):
    """T-17"""
    before = canvas.workspace.drawing
    canvas.structure.link()
    if stage == "target":
        typed(hand, code_of(canvas, "image", "output"))
    if "click" in how:
        hand.click(canvas.rect().center(), *[RIGHT] * (how == "right click"))
    else:
        name = {"escape": "Escape", "enter": "Return", "semicolon": "Semicolon"}[how]
        hand.key(Key[f"Key_{name}"])
    assert canvas.gesture is None
    assert canvas.workspace.drawing is before
    assert canvas.workspace.document.undo_label is None
    assert not canvas.workspace.document.dirty
    assert not canvas.graph_scene.overlay.standing
    assert {item.fits for item in canvas.graph_scene.nodes.values()} == {None}


def test_letters_follow_the_camera_and_the_drawing(canvas, hand):
    canvas.structure.link()
    middle = canvas.rect().center()
    hand.hold(middle, middle - canvas.rect().center() / 2, MIDDLE)
    hand.release(middle)
    assert isinstance(canvas.gesture, LinkMode)
    canvas.scroll_by(400, 0)
    assert {p.port.node for p in canvas.gesture.ports.values()} < set(canvas.graph_scene.nodes)
    canvas.scroll_by(-400, 0)
    canvas.add_layer("ReLU")
    assert len(canvas.gesture.ports) == 6
    canvas.zoom_at(canvas.rect().center().toPointF(), 0.5)
    assert canvas.graph_scene.tier != "near"
    assert not canvas.gesture.ports
    assert not canvas.graph_scene.overlay.standing
    hand.key(Key.Key_Escape)


def test_from_afar_it_only_says_what_to_do(canvas, said):
    canvas.zoom_at(canvas.rect().center().toPointF(), 0.3)
    canvas.structure.link()
    assert canvas.gesture is None
    assert said == ["Zoom in until names can be read, then link"]


def test_other_commands_keep_their_keys(canvas, hand):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    canvas.structure.link()

    def is_taken(key, modifiers=Qt.KeyboardModifier.NoModifier):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        canvas.event(event)
        return event.isAccepted()

    assert is_taken(Key.Key_L)
    assert is_taken(Key.Key_Backspace)
    assert is_taken(Key.Key_Escape)
    assert not is_taken(Key.Key_Z, CONTROL)
    assert not is_taken(Key.Key_F8)
    hand.key(Key.Key_Escape)
