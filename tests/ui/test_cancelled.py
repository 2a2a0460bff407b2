"""T-17: Esc and the right button in the middle of every gesture leave no trace.

Each class of gesture must have an entry here: one that is new fails the test until it has.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import nodegraph.ui.canvas
from nodegraph.document import Box, Drawing, Frame, Note, Point, dots
from nodegraph.document.writing import text_of
from nodegraph.graph import Port, Wire
from nodegraph.ui.canvas.commands.link_mode import LinkMode
from nodegraph.ui.canvas.gestures import (
    BesideGesture,
    ChipGesture,
    CutGesture,
    DotGesture,
    DragOutGesture,
    FrameGesture,
    Gesture,
    KnifeGesture,
    MarqueeGesture,
    MenuGesture,
    MoveGesture,
    PanGesture,
    ResizeGesture,
    TagGesture,
    TitleGesture,
    WireGesture,
)
from nodegraph.ui.canvas.gestures.move import HandsFreeMove
from nodegraph.ui.window import MainWindow
from tests.ui.canvas.pointer import CONTROL, MIDDLE, RIGHT, SHIFT
from tests.ui.test_steps_of_undo import Person
from tests.ui.test_steps_of_undo import drawing as plain

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
FREE = QPoint(30, 560)  # on the screen, where nothing lies
WAY = QPoint(64, 64)
PORTAL = Wire(Port("conv1", "output"), Port("relu1", "input"))
DOTTED = Wire(Port("relu1", "output"), Port("pool1", "input"))


def drawing() -> Drawing:
    """Nodes in a row and loose ones, a dot, a portal, a frame and a note."""
    made = dots.add(plain(), [DOTTED], Point(680, -60))[0]
    made = dots.hide(made, [PORTAL])
    box = Box(460, 170, 220, 120)
    frames = {"frame1": Frame("Sum", box, frozenset({"add"}))}
    return replace(made, frames=frames, notes={"note1": Note("Why", Box(460, 330, 150, 60))})


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    window.workspace.open(drawing())
    window.files.opened.emit()
    window.activateWindow()
    qtbot.waitActive(window)
    window.canvas.zoom_reset()
    window.canvas.centerOn(400, 100)
    return Person(window)


# Where to press


def title_of(me: Person, node: str) -> QPoint:
    return me.canvas.mapFromScene(me.canvas.graph_scene.nodes[node].title_box.center())


def chip_of(me: Person, node: str) -> QPoint:
    item = me.canvas.graph_scene.nodes[node]
    return me.canvas.mapFromScene(item.measures.chips[0].box.center() + item.pos())


def dot(me: Person) -> QPoint:
    [spot] = me.workspace.drawing.dots.values()
    return me.canvas.mapFromScene(*spot.at)


def tag(me: Person) -> QPoint:
    scene = me.canvas.graph_scene
    ends = scene.wires.shapes[scene.slot_of(PORTAL)].ends
    return me.canvas.mapFromScene(ends.source.box.center())


def frame_title(me: Person) -> QPoint:
    return me.canvas.mapFromScene(me.canvas.graph_scene.ground.frames["frame1"].words.center())


def frame_edge(me: Person) -> QPoint:
    area = me.canvas.graph_scene.ground.frames["frame1"].area
    return me.canvas.mapFromScene(area.right(), area.center().y() + 20)


def hold(at: Callable[[Person], QPoint], way: QPoint = WAY, **how) -> Callable[[Person], None]:
    """A press at a place, and a drag from there."""

    def begin(me: Person) -> None:
        start = at(me)
        me.hand.hold(start, start + way, **how)

    return begin


def to_wire(me: Person) -> None:
    middle = me.canvas.mapFromScene(
        me.canvas.graph_scene.wires.shapes["conv1", 0].path.pointAtPercent(0.5)
    )
    start = me.grip("bn1")
    me.hand.hold(start, start + (middle - me.canvas.node_rect("bn1").center()))
    assert me.canvas.graph_scene.overlay.marks


def shaken(me: Person) -> None:
    start = me.grip("pool1")
    me.hand.press(start)
    for swing in (30, -30, 30, -30, 30):
        me.hand.move(start + QPoint(swing, 60))


def hands_free(me: Person) -> None:
    me.workspace.select({"bn1"})
    me.hand.move(me.grip("bn1"))
    me.key(Key.Key_G)
    me.hand.move(me.grip("bn1") + WAY / 2)
    me.hand.move(me.grip("bn1") + WAY)


def second_click(me: Person) -> None:
    me.workspace.select({"bn1"})
    me.canvas.setFocus()
    hold(lambda me: title_of(me, "bn1"))(me)


def clicked_port(me: Person) -> None:
    me.hand.click(me.out("pool1"))
    me.hand.move(me.into("add"))


def new_frame(me: Person) -> None:
    me.workspace.select(())
    me.key(Key.Key_C)
    hold(lambda me: FREE)(me)


def knife_by_key(me: Person) -> None:
    QTest.keyPress(me.canvas, Key.Key_Y)
    hold(lambda me: me.canvas.node_rect("image").topRight() + QPoint(20, -30), QPoint(0, 120))(me)


def half_linked(me: Person) -> None:
    QTest.keyClicks(me.canvas, ";")
    QTest.keyClicks(me.canvas, "a")


BEGUN: dict[type[Gesture], dict[str, Callable[[Person], None]]] = {
    MoveGesture: {
        "moved": hold(lambda me: me.grip("bn1")),
        "on a wire": to_wire,
        "copied": hold(lambda me: me.grip("bn1"), modifiers=ALT),
        "shaken": shaken,
        "into a frame": hold(lambda me: me.grip("fc1"), QPoint(-200, 10)),
    },
    HandsFreeMove: {"moved": hands_free},
    TitleGesture: {"moved": second_click},
    ChipGesture: {
        "scrubbed": hold(lambda me: chip_of(me, "conv1"), QPoint(60, 0)),
        "moved": hold(lambda me: chip_of(me, "conv1"), QPoint(0, 60)),
    },
    MarqueeGesture: {
        "nodes": hold(lambda me: FREE, QPoint(400, -440)),
        "wires": hold(lambda me: FREE, QPoint(400, -440), modifiers=ALT),
        "added": hold(lambda me: FREE, QPoint(400, -440), modifiers=SHIFT),
    },
    WireGesture: {
        "new": hold(lambda me: me.out("pool1"), QPoint(40, 90)),
        "on a port": lambda me: me.hand.hold(me.out("pool1"), me.into("add")),
        "picked up": hold(lambda me: me.into("conv1"), QPoint(-30, 60)),
        "clicked": clicked_port,
        "branched": hold(lambda me: me.into("conv1"), QPoint(-30, 60), modifiers=SHIFT),
        "all of a port": hold(lambda me: me.out("image"), QPoint(40, 90), modifiers=CONTROL),
    },
    DotGesture: {"moved": hold(dot)},
    DragOutGesture: {"dragged": hold(lambda me: me.wire_middle("image", "conv1"), QPoint(0, 60))},
    TagGesture: {"dragged": hold(tag)},
    KnifeGesture: {
        "by the right button": hold(
            lambda me: me.canvas.node_rect("image").topRight() + QPoint(20, -30),
            QPoint(0, 120),
            button=RIGHT,
            modifiers=CONTROL,
        ),
        "by its key": knife_by_key,
    },
    CutGesture: {"held": lambda me: me.hand.press(me.wire_middle("image", "conv1"), modifiers=ALT)},
    FrameGesture: {"drawn": new_frame},
    BesideGesture: {"moved": hold(frame_title)},
    ResizeGesture: {"wider": hold(frame_edge)},
    PanGesture: {
        "middle": hold(lambda me: FREE, button=MIDDLE),
        "right": hold(lambda me: FREE, button=RIGHT),
    },
    MenuGesture: {"held": lambda me: me.hand.press(me.grip("bn1"), RIGHT)},
    LinkMode: {"begun": lambda me: QTest.keyClicks(me.canvas, ";"), "half": half_linked},
}


def kinds(of: type[Gesture] = Gesture) -> Iterator[type[Gesture]]:
    """Every class of gesture in the program."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("nodegraph."):
            yield kind
        yield from kinds(kind)


def test_every_gesture_of_the_program_is_cancelled_here() -> None:
    canvas = nodegraph.ui.canvas
    for module in pkgutil.walk_packages(canvas.__path__, canvas.__name__ + "."):
        import_module(module.name)
    assert set(kinds()) == set(BEGUN)


def state(me: Person) -> dict[str, object]:
    """All that a gesture may touch, or show while it lasts."""
    canvas, workspace, document = me.canvas, me.workspace, me.workspace.document
    scene = canvas.graph_scene
    return {
        "drawing": workspace.drawing,
        "text": text_of(workspace.drawing),
        "steps": len(document.steps),
        "at": document.at,
        "dirty": document.dirty,
        "title": me.window.windowTitle(),
        "nodes": workspace.selection,
        "beside": workspace.beside,
        "wires": scene.wires.picked,
        "dots": canvas.dots.chosen,
        "ghosts": tuple(scene.overlay.marks),
        "held back": (scene.wires.hidden, tuple(scene.wires.carried), tuple(scene.layer.carried)),
        "items": len(scene.items()),
        "dimmed": [item.id for item in scene.nodes.values() if item.fits is not None],
        "places": {node: item.place for node, item in scene.nodes.items()},
        "seen": canvas.visible_area(),
    }


CASES = [(kind, name) for kind, begun in BEGUN.items() for name in begun]


@pytest.mark.parametrize("by", ["Esc", "the right button"])
@pytest.mark.parametrize(
    ("kind", "name"), CASES, ids=[f"{kind.__name__}, {name}" for kind, name in CASES]
)
def test_a_cancelled_gesture_leaves_no_trace(person: Person, kind, name, by) -> None:
    """T-17"""
    person.workspace.select({"fc1"} if kind is not FrameGesture else ())
    if kind in (HandsFreeMove, TitleGesture):
        person.workspace.select({"bn1"})
    if kind is MarqueeGesture:
        person.canvas.dots.select(["dot1"])
    elif kind is PanGesture:
        person.workspace.select(())
        person.canvas.graph_scene.wires.pick({("conv1", 0), ("relu1", 0)})
    before = state(person)
    BEGUN[kind][name](person)
    assert type(person.canvas.gesture) is kind
    if by == "Esc":
        person.hand.key(Key.Key_Escape)
    else:
        person.hand.interrupt(FREE)
    if person.hand.held != Qt.MouseButton.NoButton:
        person.hand.release(FREE)
    if person.canvas.gesture is not None:  # link mode goes back a step at a time
        person.hand.key(Key.Key_Escape)
    assert person.canvas.gesture is None
    assert state(person) == before
    person.hand.move(FREE + QPoint(9, 9))
    assert person.workspace.drawing is before["drawing"]
