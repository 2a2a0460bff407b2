"""What gives way to a node put into a wire, on its way: the drawing has it there already.

The slide goes on while the hand moves; only what is painted comes after what is so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from nodegraph.document import Drawing, Point
from nodegraph.graph import NodeId

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

LASTS = 120  # ms
MANY = 200  # nodes: more would take longer than a frame


class Slide(QObject):
    """Slides nodes to where the drawing to be shown next has them, where motion is not reduced."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._ways: dict[NodeId, tuple[Point, Point]] = {}  # of the nodes that are on theirs
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(LASTS)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self._show)
        self._clock.finished.connect(self._end)
        canvas.workspace.changed.connect(self._follow)

    @property
    def goes_on(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._ways)

    def lead(self, to: Drawing, but: Collection[NodeId] = ()) -> None:
        """All nodes that lie elsewhere in the drawing shown next slide there, but those held."""
        scene = self._canvas.graph_scene
        moved = [node for node in scene.moved_in(to) if node not in but and node in to.places]
        if not moved:
            return
        if self._canvas.motion.reduced or not self._canvas.isVisible() or len(moved) > MANY:
            self.stop()
            return
        here = {node: scene.nodes[node].place or to.places[node] for node in moved}
        self._ways = {node: (here[node], to.places[node]) for node in moved}
        self._clock.stop()
        self._clock.start()

    def stop(self) -> None:
        """The next drawing is shown as it is."""
        self._ways = {}
        self._clock.stop()

    def _follow(self, _before: Drawing, after: Drawing) -> None:
        """Another drawing is shown: what lies where it slides to goes on, the rest is there."""
        if not self._ways:
            return
        self._ways = {n: way for n, way in self._ways.items() if after.places.get(n) == way[1]}
        if self._ways:
            self._show(self._clock.currentValue())
        else:
            self._clock.stop()

    def _show(self, part: float) -> None:
        if not self._ways:
            return
        drawing = self._canvas.workspace.drawing
        places = dict(drawing.places)
        for node, (here, there) in self._ways.items():
            x, y = (a + (b - a) * part for a, b in zip(here, there, strict=True))
            places[node] = Point(x, y)
        self._canvas.graph_scene.show_moving(replace(drawing, places=places))

    def _end(self) -> None:
        if self._ways:
            self._ways = {}
            self._canvas.graph_scene.show_drawing(self._canvas.workspace.drawing)
