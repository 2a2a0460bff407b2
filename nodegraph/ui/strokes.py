"""What the hand on the mouse can do, declared once, and what a press with keys held means now.

A stroke with a name can be done in another way: with another button, with other keys held. Gestures
read the keys that were declared, so a press is read as if it had been done with those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt

from nodegraph.say import say
from nodegraph.ui.mouse import Mouse

CAMERA, SELECT = say("Camera"), say("Selecting")
WIRES, NODES, BESIDE = say("Wires"), say("Nodes"), say("Frames and notes")

# Where a press can be.
NODE, PORT, WIRE, GROUND, NOTHING = "node", "port", "wire", "ground", "nothing"
ANYWHERE = frozenset({NODE, PORT, WIRE, GROUND, NOTHING})

PLAIN = Qt.KeyboardModifier.NoModifier
MODIFIERS = {
    "Meta": Qt.KeyboardModifier.MetaModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
BUTTONS = {
    "left": Qt.MouseButton.LeftButton,
    "middle": Qt.MouseButton.MiddleButton,
    "right": Qt.MouseButton.RightButton,
    "back": Qt.MouseButton.BackButton,
    "forward": Qt.MouseButton.ForwardButton,
    "wheel": Qt.MouseButton.NoButton,
}


class Stroke(NamedTuple):
    """One thing to do with the mouse: in which group, how, what happens, and which gestures do it.

    `when` says for which choice of the wheel it holds. One with `ways` is done in any of them,
    "Alt+left; middle"; a `fixed` one is the hand itself and keeps its way.
    """

    group: str
    how: str  # "" where the ways tell
    what: str
    by: tuple[str, ...] = ()
    when: Callable[[Mouse], bool] = lambda _: True
    name: str = ""  # for settings
    ways: str = ""
    kind: str = "press"  # "drag" or "click" where the other of them is free, or "wheel"
    places: frozenset[str] = ANYWHERE
    fixed: bool = False

    def bars(self, other: Stroke) -> bool:
        """Whether the two can't be done in one way."""
        kinds = {self.kind, other.kind}
        together = kinds == {"drag", "click"} or (len(kinds) > 1 and "wheel" in kinds)
        return not together and bool(self.places & other.places)


HAND, PAN, PAN_FREE, MENU = "mouse.hand", "mouse.pan", "mouse.pan_free", "mouse.menu"
KNIFE, BACK, FORWARD = "mouse.knife", "mouse.back", "mouse.forward"
ZOOM, SIDEWAYS = "mouse.zoom", "mouse.sideways"
_SELECTED = ("MarqueeGesture", "MoveGesture")

STROKES = (
    Stroke(
        CAMERA,
        "",
        say("Pan over anything"),
        ("PanGesture",),
        name=PAN,
        ways="middle",
        kind="drag",
    ),
    Stroke(
        CAMERA,
        "",
        say("Pan from where nothing is"),
        ("PanGesture",),
        name=PAN_FREE,
        ways="right",
        kind="drag",
        places=frozenset({WIRE, NOTHING}),
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
    Stroke(CAMERA, "", say("Pan sideways"), name=SIDEWAYS, ways="Shift+wheel", kind="wheel"),
    Stroke(CAMERA, "", say("Zoom at the pointer"), name=ZOOM, ways="Ctrl+wheel", kind="wheel"),
    Stroke(CAMERA, say("Pinch"), say("Zoom at the pointer")),
    Stroke(
        CAMERA,
        say("One finger on nothing"),
        say("Pan; held still, it opens the menu"),
        ("PanGesture",),
    ),
    Stroke(CAMERA, "", say("View before"), name=BACK, ways="back"),
    Stroke(CAMERA, "", say("View after"), name=FORWARD, ways="forward"),
    Stroke(
        SELECT,
        "",
        say("Select, move or wire what is there"),
        ("MoveGesture",),
        name=HAND,
        ways="left",
        places=ANYWHERE - {NOTHING},
        fixed=True,
    ),
    Stroke(
        SELECT,
        "",
        say("Select with a rectangle"),
        ("MarqueeGesture",),
        name="mouse.marquee",
        ways="left",
        kind="drag",
        places=frozenset({NOTHING}),
    ),
    Stroke(
        SELECT,
        "",
        say("Select wires with a rectangle"),
        ("MarqueeGesture",),
        name="mouse.marquee_wires",
        ways="Alt+left",
        kind="drag",
        places=frozenset({NOTHING}),
    ),
    Stroke(
        SELECT,
        "",
        say("Add to what is selected"),
        _SELECTED,
        name="mouse.add",
        ways="Shift+left",
        places=ANYWHERE - {PORT},
    ),
    Stroke(
        SELECT,
        "",
        say("Select, or no longer"),
        _SELECTED,
        name="mouse.toggle",
        ways="Ctrl+left",
        places=ANYWHERE - {PORT},
    ),
    Stroke(
        SELECT,
        "",
        say("Take out of what is selected"),
        ("MarqueeGesture",),
        name="mouse.remove",
        ways="Ctrl+Shift+left",
        kind="drag",
        places=frozenset({NOTHING}),
    ),
    Stroke(
        SELECT,
        "",
        say("Menu for what is there"),
        ("MenuGesture",),
        name=MENU,
        ways="right",
        kind="click",
    ),
    Stroke(NODES, say("Drag"), say("Move; Shift: along an axis, Ctrl: freely"), ("MoveGesture",)),
    Stroke(NODES, say("Drag onto a wire"), say("Insert; Alt: do not"), ("MoveGesture",)),
    Stroke(NODES, say("Shake"), say("Pull out of the chain"), ("MoveGesture",)),
    Stroke(
        NODES,
        "",
        say("Move a copy"),
        ("MoveGesture",),
        name="mouse.copy",
        ways="Alt+left",
        kind="drag",
        places=frozenset({NODE}),
    ),
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
    Stroke(WIRES, say("Drag or click from a port"), say("Wire"), ("WireGesture",)),
    Stroke(
        WIRES,
        "",
        say("Wire from a port that has one"),
        ("WireGesture",),
        name="mouse.branch",
        ways="Shift+left",
        places=frozenset({PORT}),
    ),
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
    Stroke(
        WIRES,
        "",
        say("Move all wires of a port"),
        ("WireGesture",),
        name="mouse.take_all",
        ways="Ctrl+left",
        places=frozenset({PORT}),
    ),
    Stroke(WIRES, say("Drag near a wire's end"), say("Plug it in elsewhere"), ("WireGesture",)),
    Stroke(WIRES, say("Drag a wire's middle"), say("Add a dot"), ("DragOutGesture",)),
    Stroke(WIRES, say("Drag a dot"), say("Move it"), ("DotGesture",)),
    Stroke(WIRES, say("Double click a wire, a dot"), say("Add a dot, take it away")),
    Stroke(WIRES, say("Click a tag"), say("Go to the other end"), ("TagGesture",)),
    Stroke(
        WIRES,
        "",
        say("Take wires away"),
        ("CutGesture",),
        name="mouse.cut",
        ways="Alt+left",
        kind="click",
        places=frozenset({PORT, WIRE}),
    ),
    Stroke(
        WIRES,
        "",
        say("Cut wires; Shift: add dots, Alt: disable"),
        ("KnifeGesture",),
        name=KNIFE,
        ways="Ctrl+right",
        kind="drag",
    ),
    Stroke(WIRES, say("Link by letters"), say("Type the letters of two ports"), ("LinkMode",)),
    Stroke(BESIDE, say("Drag a title"), say("Move it with its content"), ("BesideGesture",)),
    Stroke(BESIDE, say("Drag an edge"), say("Resize"), ("ResizeGesture",)),
    Stroke(BESIDE, say("Frame, then drag"), say("Draw a new frame"), ("FrameGesture",)),
    Stroke(BESIDE, say("Double click a title"), say("Fold or open it")),
)
NAMED = {stroke.name: stroke for stroke in STROKES if stroke.name}


def strokes(mouse: Mouse) -> Iterator[Stroke]:
    """Those that hold for a choice of the wheel."""
    return (stroke for stroke in STROKES if stroke.when(mouse))
