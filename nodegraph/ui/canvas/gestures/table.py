"""What the hand on the mouse can do, declared once for whoever wants to read it.

A test holds the table to what exists: every gesture of this package is told of here, and nothing
else is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from nodegraph.say import say
from nodegraph.ui.mouse import Mouse

CAMERA, SELECT = say("Camera"), say("Selecting")
WIRES, NODES, BESIDE = say("Wires"), say("Nodes"), say("Frames and notes")


class Stroke(NamedTuple):
    """One thing to do with the mouse: in which group, how, what happens, and which gestures do it.

    `when` says for which choice of wheel and buttons it holds.
    """

    group: str
    how: str
    what: str
    by: tuple[str, ...] = ()
    when: Callable[[Mouse], bool] = lambda _: True


STROKES = (
    Stroke(
        CAMERA, say("Middle drag"), say("Pan"), ("PanGesture",), lambda mouse: mouse.pan != "right"
    ),
    Stroke(
        CAMERA,
        say("Right drag on nothing"),
        say("Pan"),
        ("PanGesture",),
        lambda mouse: mouse.pan != "middle",
    ),
    Stroke(CAMERA, say("Space and drag"), say("Pan over anything"), ("PanGesture",)),
    Stroke(
        CAMERA,
        say("Wheel"),
        say("Zoom at the pointer; two fingers pan"),
        when=lambda mouse: mouse.wheel == "auto",
    ),
    Stroke(CAMERA, say("Wheel"), say("Zoom"), when=lambda mouse: mouse.wheel == "zoom"),
    Stroke(CAMERA, say("Wheel"), say("Pan"), when=lambda mouse: mouse.wheel == "pan"),
    Stroke(CAMERA, say("Ctrl and wheel, pinch"), say("Zoom at the pointer")),
    Stroke(CAMERA, say("Shift and wheel"), say("Pan sideways")),
    Stroke(
        CAMERA,
        say("One finger on nothing"),
        say("Pan; held still, it opens the menu"),
        ("PanGesture",),
    ),
    Stroke(CAMERA, say("Mouse buttons 4 and 5"), say("View before and after")),
    Stroke(SELECT, say("Click"), say("Select; Shift adds, Ctrl toggles"), ("MoveGesture",)),
    Stroke(
        SELECT,
        say("Drag on nothing"),
        say("Select what it touches; Alt: wires"),
        ("MarqueeGesture",),
    ),
    Stroke(SELECT, say("Right click"), say("Menu for what is there"), ("MenuGesture",)),
    Stroke(NODES, say("Drag"), say("Move; Shift: along an axis, Ctrl: freely"), ("MoveGesture",)),
    Stroke(NODES, say("Drag onto a wire"), say("Insert; Alt: do not"), ("MoveGesture",)),
    Stroke(NODES, say("Shake"), say("Pull out of the chain"), ("MoveGesture",)),
    Stroke(NODES, say("Alt and drag"), say("Move a copy"), ("MoveGesture",)),
    Stroke(
        NODES,
        say("Move without a button"),
        say("Click puts down, right click cancels"),
        ("HandsFreeMove",),
    ),
    Stroke(NODES, say("Double click on nothing"), say("Add a layer")),
    Stroke(NODES, say("Double click"), say("Its settings")),
    Stroke(NODES, say("Second click on a name"), say("Rename"), ("TitleGesture",)),
    Stroke(
        NODES,
        say("Click or drag on a value"),
        say("Type or change it; Shift: fine, Ctrl: coarse"),
        ("ChipGesture",),
    ),
    Stroke(WIRES, say("Drag or click from a port"), say("Wire; Shift: branch"), ("WireGesture",)),
    Stroke(
        WIRES,
        say("Let a wire go"),
        say("Search what fits; Shift: a menu of it"),
        ("WireGesture",),
        lambda mouse: mouse.offer == "search",
    ),
    Stroke(
        WIRES,
        say("Let a wire go"),
        say("A menu of what fits; Shift: search it"),
        ("WireGesture",),
        lambda mouse: mouse.offer == "menu",
    ),
    Stroke(
        WIRES,
        say("Shift, let a wire go"),
        say("Search what fits"),
        ("WireGesture",),
        lambda mouse: mouse.offer == "nothing",
    ),
    Stroke(WIRES, say("Ctrl and drag from a port"), say("Move all its wires"), ("WireGesture",)),
    Stroke(WIRES, say("Drag near a wire's end"), say("Plug it in elsewhere"), ("WireGesture",)),
    Stroke(WIRES, say("Drag a wire's middle"), say("Add a dot"), ("DragOutGesture",)),
    Stroke(WIRES, say("Drag a dot"), say("Move it"), ("DotGesture",)),
    Stroke(WIRES, say("Double click a wire, a dot"), say("Add a dot, take it away")),
    Stroke(WIRES, say("Click a tag"), say("Go to the other end"), ("TagGesture",)),
    Stroke(WIRES, say("Alt and click"), say("Take wires away"), ("CutGesture",)),
    Stroke(
        WIRES,
        say("Ctrl and right drag"),
        say("Cut what is crossed; Shift: add dots, Alt: disable"),
        ("KnifeGesture",),
    ),
    Stroke(WIRES, say("Link by letters"), say("Type the letters of two ports"), ("LinkMode",)),
    Stroke(BESIDE, say("Drag a title"), say("Move it with its content"), ("BesideGesture",)),
    Stroke(BESIDE, say("Drag an edge"), say("Resize"), ("ResizeGesture",)),
    Stroke(BESIDE, say("Frame, then drag"), say("Draw a new frame"), ("FrameGesture",)),
    Stroke(BESIDE, say("Double click a title"), say("Fold or open it")),
)


def strokes(mouse: Mouse) -> Iterator[Stroke]:
    """Those that hold for a choice of wheel and buttons."""
    return (stroke for stroke in STROKES if stroke.when(mouse))
