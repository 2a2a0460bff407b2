"""What a step or a drag moves aside, on its way: the drawing has it there already.

The slide goes on while the hand moves; only what is painted comes after what is so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from nodegraph.document import Box, Drawing, Frame, Note, Point
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.moment import Curve, moment
from nodegraph.ui.canvas.motion import Motion
from nodegraph.ui.canvas.surface import Surface

LASTS = 120  # ms
MANY = 200  # nodes: more would take longer than a frame
Boxed = TypeVar("Boxed", Frame, Note)
Ways = dict[str, tuple[Box, Box]]


class Slide(QObject):
    """Slides nodes to where the drawing to be shown next has them, where motion is not reduced.

    Frames and notes go along.
    """

    moved = Signal()  # what slides is shown elsewhere

    def __init__(self, canvas: Surface, motion: Motion) -> None:
        super().__init__(canvas)
        self._canvas, self._motion = canvas, motion
        self._ways: dict[NodeId, tuple[Point, Point]] = {}  # of the nodes that are on theirs
        self._frames: Ways = {}
        self._notes: Ways = {}
        self._clock = moment(self, LASTS, Curve.OutCubic, self._show, self._end)
        canvas.workspace.changed.connect(self._follow)

    @property
    def goes_on(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._ways)

    def lead(self, to: Drawing, but: Collection[NodeId] = ()) -> None:
        """All nodes that lie elsewhere in the drawing shown next slide there, but those held."""
        scene, shown = self._canvas.graph_scene, self._canvas.workspace.drawing
        moved = [node for node in scene.moved_in(to) if node not in but and node in to.places]
        if not moved:
            return
        if self._motion.reduced or not self._canvas.isVisible() or len(moved) > MANY:
            self.stop()
            return
        here = {node: scene.nodes[node].place or to.places[node] for node in moved}
        self._ways = {node: (here[node], to.places[node]) for node in moved}
        self._frames, self._notes = _ways(shown.frames, to.frames), _ways(shown.notes, to.notes)
        self._clock.stop()
        self._clock.start()

    def stop(self) -> None:
        """The next drawing is shown as it is."""
        self._ways, self._frames, self._notes = {}, {}, {}
        self._clock.stop()

    def _follow(self, _before: Drawing, after: Drawing) -> None:
        """Another drawing is shown: what lies where it slides to goes on, the rest is there."""
        if not self._ways:
            return
        self._ways = {n: way for n, way in self._ways.items() if after.places.get(n) == way[1]}
        if self._ways:
            self._show(self._clock.currentValue())
        else:
            self.stop()

    def _show(self, part: float) -> None:
        if not self._ways:
            return
        drawing = self._canvas.workspace.drawing
        places = dict(drawing.places)
        for node, (here, there) in self._ways.items():
            places[node] = Point(*_between(here, there, part))
        frames, notes = (
            _along(drawing.frames, self._frames, part),
            _along(drawing.notes, self._notes, part),
        )
        shown = replace(drawing, places=places, frames=frames, notes=notes)
        self._canvas.graph_scene.show_moving(shown)
        self.moved.emit()

    def _end(self) -> None:
        if self._ways:
            self.stop()
            self._canvas.graph_scene.show_drawing(self._canvas.workspace.drawing)
            self.moved.emit()


def _ways(before: Mapping[str, Boxed], after: Mapping[str, Boxed]) -> Ways:
    return {
        key: (before[key].box, one.box)
        for key, one in after.items()
        if key in before and before[key].box != one.box
    }


def _along(there: Mapping[str, Boxed], ways: Ways, part: float) -> Mapping[str, Boxed]:
    """What lies where it slides to, that far on its way."""
    going = {key: way for key, way in ways.items() if key in there and there[key].box == way[1]}
    if not going:
        return there
    boxes = {key: Box(*_between(*way, part)) for key, way in going.items()}
    return {key: replace(one, box=boxes.get(key, one.box)) for key, one in there.items()}


def _between(here: Point | Box, there: Point | Box, part: float) -> list[float]:
    return [a + (b - a) * part for a, b in zip(here, there, strict=True)]
