"""Nodes on their way to where a step has put them: shown for a moment, known at once.

The drawing is the new one already; only what is painted comes after it, and any other change
finds it there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from nodegraph.document import Box, Drawing, Frame, Note, Point
from nodegraph.ui.canvas.motion import LONGEST

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

Boxed = TypeVar("Boxed", Frame, Note)
MANY = 200  # nodes: more would take longer than a frame


class Glide(QObject):
    """Moves what a step moved, where motion is not reduced."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._ends: tuple[Drawing, Drawing] | None = None
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(LONGEST)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self._go_on)
        self._clock.finished.connect(self._arrive)
        canvas.workspace.changed.connect(self._arrive)

    def show(self, before: Drawing, after: Drawing) -> None:
        """Goes from one drawing to the next, which is the one to be seen in the end."""
        moved = [i for i, p in after.places.items() if before.places.get(i) != p]
        if not moved or len(moved) > MANY or before.graph is not after.graph:
            return
        if self._canvas.motion.reduced or not self._canvas.isVisible():
            return
        self._ends = (before, after)
        self._clock.start()

    def _go_on(self, part: float) -> None:
        if self._ends is not None:
            self._canvas.graph_scene.show_moving(_between(*self._ends, part))

    def _arrive(self) -> None:
        ends, self._ends = self._ends, None
        self._clock.stop()
        if ends is not None:
            self._canvas.graph_scene.show_drawing(self._canvas.workspace.drawing)


def _between(before: Drawing, after: Drawing, part: float) -> Drawing:
    places = dict(after.places)
    for node_id, there in after.places.items():
        here = before.places.get(node_id, there)
        if here != there:
            x, y = (a + (b - a) * part for a, b in zip(here, there, strict=True))
            places[node_id] = Point(x, y)
    frames = {}
    for key, frame in after.frames.items():
        frames[key] = _box_between(before.frames.get(key, frame), frame, part)
    notes = {}
    for key, note in after.notes.items():
        notes[key] = _box_between(before.notes.get(key, note), note, part)
    return replace(after, places=places, frames=frames, notes=notes)


def _box_between(before: Boxed, after: Boxed, part: float) -> Boxed:
    if before.box == after.box:
        return after
    box = Box(*(a + (b - a) * part for a, b in zip(before.box, after.box, strict=True)))
    return replace(after, box=box)
