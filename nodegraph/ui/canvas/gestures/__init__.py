"""One object for each drag of the mouse, from press to release or cancel."""

from nodegraph.ui.canvas.gestures.base import Gesture
from nodegraph.ui.canvas.gestures.chip import ChipGesture
from nodegraph.ui.canvas.gestures.click import CutGesture, MenuGesture
from nodegraph.ui.canvas.gestures.dot import DotGesture, DragOutGesture, TagGesture
from nodegraph.ui.canvas.gestures.frame import BesideGesture, FrameGesture, ResizeGesture
from nodegraph.ui.canvas.gestures.knife import KnifeGesture
from nodegraph.ui.canvas.gestures.marquee import MarqueeGesture
from nodegraph.ui.canvas.gestures.move import MoveGesture
from nodegraph.ui.canvas.gestures.pan import PanGesture
from nodegraph.ui.canvas.gestures.title import TitleGesture
from nodegraph.ui.canvas.gestures.wire import WireGesture

__all__ = [
    "BesideGesture",
    "ChipGesture",
    "CutGesture",
    "DotGesture",
    "DragOutGesture",
    "FrameGesture",
    "Gesture",
    "KnifeGesture",
    "MarqueeGesture",
    "MenuGesture",
    "MoveGesture",
    "PanGesture",
    "ResizeGesture",
    "TagGesture",
    "TitleGesture",
    "WireGesture",
]
