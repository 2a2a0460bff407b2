"""Every gesture of the program as a script: begun by real events, and what its release leaves.

Each class of gesture has an entry here; one that is new fails the tests until it has.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

import nodegraph.ui.canvas
from nodegraph.document import Box, Drawing, Frame, Note, Point, dots
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
from tests.ui.canvas.pointer import CONTROL, MIDDLE, RIGHT, SHIFT
from tests.ui.person import Person
from tests.ui.person import drawing as plain

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
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


class Script(NamedTuple):
    """A gesture that is begun and not yet released."""

    begin: Callable[[Person], None]
    steps: Sequence[str] | None  # that its release leaves; None: something is asked for first
    held: Qt.KeyboardModifier = NONE  # at the release


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


SCRIPTS: dict[tuple[type[Gesture], str], Script] = {
    (MoveGesture, "moved"): Script(hold(lambda me: me.grip("bn1")), ["Moved bn1"]),
    (MoveGesture, "on a wire"): Script(to_wire, ["Put bn1 between image and conv1"]),
    (MoveGesture, "copied"): Script(
        hold(lambda me: me.grip("bn1"), modifiers=ALT), ["Duplicated bn2"], ALT
    ),
    (MoveGesture, "shaken"): Script(shaken, ["Pulled pool1 out"]),
    (MoveGesture, "into a frame"): Script(
        hold(lambda me: me.grip("fc1"), QPoint(-200, 10)), ["Moved fc1"]
    ),
    (HandsFreeMove, "moved"): Script(hands_free, ["Moved bn1"]),
    (TitleGesture, "moved"): Script(second_click, ["Moved bn1"]),
    (ChipGesture, "scrubbed"): Script(
        hold(lambda me: chip_of(me, "conv1"), QPoint(60, 0)), ["Set conv1 out_channels to 23"]
    ),
    (ChipGesture, "moved"): Script(
        hold(lambda me: chip_of(me, "conv1"), QPoint(0, 60)), ["Moved conv1"]
    ),
    (MarqueeGesture, "nodes"): Script(hold(lambda me: FREE, QPoint(400, -440)), []),
    (MarqueeGesture, "wires"): Script(
        hold(lambda me: FREE, QPoint(400, -440), modifiers=ALT), [], ALT
    ),
    (MarqueeGesture, "added"): Script(
        hold(lambda me: FREE, QPoint(400, -440), modifiers=SHIFT), [], SHIFT
    ),
    (WireGesture, "new"): Script(hold(lambda me: me.out("pool1"), QPoint(40, 90)), None),
    (WireGesture, "on a port"): Script(
        lambda me: me.hand.hold(me.out("pool1"), me.into("add")), ["Connected pool1 to add"]
    ),
    (WireGesture, "picked up"): Script(
        hold(lambda me: me.into("conv1"), QPoint(-30, 60)), ["Disconnected image from conv1"]
    ),
    (WireGesture, "clicked"): Script(clicked_port, ["Connected pool1 to add"]),
    (WireGesture, "branched"): Script(
        hold(lambda me: me.into("conv1"), QPoint(-30, 60), modifiers=SHIFT), None
    ),
    (WireGesture, "all of a port"): Script(
        hold(lambda me: me.out("image"), QPoint(40, 90), modifiers=CONTROL), None
    ),
    (DotGesture, "moved"): Script(hold(dot), ["Moved a dot"]),
    (DragOutGesture, "dragged"): Script(
        hold(lambda me: me.wire_middle("image", "conv1"), QPoint(0, 60)), ["Added a dot"]
    ),
    (TagGesture, "dragged"): Script(hold(tag), []),
    (KnifeGesture, "by the right button"): Script(
        hold(
            lambda me: me.canvas.node_rect("image").topRight() + QPoint(20, -30),
            QPoint(0, 120),
            button=RIGHT,
            modifiers=CONTROL,
        ),
        ["Cut a wire"],
        CONTROL,
    ),
    (KnifeGesture, "disabling"): Script(
        hold(
            lambda me: me.canvas.node_rect("image").topRight() + QPoint(20, -30),
            QPoint(0, 120),
            button=RIGHT,
            modifiers=CONTROL | ALT,
        ),
        ["Disabled the wire from image to conv1"],
        CONTROL | ALT,
    ),
    (KnifeGesture, "by its key"): Script(knife_by_key, ["Cut a wire"]),
    (CutGesture, "held"): Script(
        lambda me: me.hand.press(me.wire_middle("image", "conv1"), modifiers=ALT),
        ["Disconnected image from conv1"],
        ALT,
    ),
    (FrameGesture, "drawn"): Script(new_frame, None),
    (BesideGesture, "moved"): Script(hold(frame_title), ["Moved frame Sum"]),
    (ResizeGesture, "wider"): Script(hold(frame_edge), ["Resized frame Sum"]),
    (PanGesture, "middle"): Script(hold(lambda me: FREE, button=MIDDLE), []),
    (PanGesture, "right"): Script(hold(lambda me: FREE, button=RIGHT), []),
    (MenuGesture, "held"): Script(lambda me: me.hand.press(me.grip("bn1"), RIGHT), None),
    (LinkMode, "begun"): Script(lambda me: QTest.keyClicks(me.canvas, ";"), None),
    (LinkMode, "half"): Script(half_linked, None),
}


def kinds(of: type[Gesture] = Gesture) -> Iterator[type[Gesture]]:
    """Every class of gesture in the program."""
    if of is Gesture:
        canvas = nodegraph.ui.canvas
        for module in pkgutil.walk_packages(canvas.__path__, canvas.__name__ + "."):
            import_module(module.name)
    for kind in of.__subclasses__():
        if kind.__module__.startswith("nodegraph."):
            yield kind
        yield from kinds(kind)


def script_id(key: tuple[type[Gesture], str]) -> str:
    """What a test of a script is called."""
    return f"{key[0].__name__}, {key[1]}"
