"""Frames and notes together: what is chosen of them, moved with nodes, or taken away at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from nodegraph.document import edits, frames
from nodegraph.document.drawing import Box, Drawing, Note, Point, fresh_key
from nodegraph.document.frames import Sizes
from nodegraph.document.marks import LONGEST
from nodegraph.document.nesting import content_of, lies_in, shifted
from nodegraph.graph import NodeId


class Beside(NamedTuple):
    """Frames and notes by their ids."""

    frames: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.frames or self.notes)

    @staticmethod
    def only(kind: str, key: str) -> Beside:
        """One "frame", or one "note"."""
        alone = frozenset({key})
        return Beside(frames=alone) if kind == "frame" else Beside(notes=alone)

    def of(self, drawing: Drawing) -> Beside:
        """Those that the drawing has."""
        return Beside(
            self.frames.intersection(drawing.frames), self.notes.intersection(drawing.notes)
        )

    def __or__(self, other: Beside) -> Beside:
        return Beside(self.frames | other.frames, self.notes | other.notes)

    def __sub__(self, other: Beside) -> Beside:
        return Beside(self.frames - other.frames, self.notes - other.notes)

    def __xor__(self, other: Beside) -> Beside:
        return Beside(self.frames ^ other.frames, self.notes ^ other.notes)


NOTHING = Beside()


def touched(before: Drawing, after: Drawing) -> Beside:
    """The frames and notes of the one after that are others than before, or new."""
    found = (
        frozenset(key for key, one in there.items() if here.get(key) is not one)
        for here, there in ((before.frames, after.frames), (before.notes, after.notes))
    )
    return Beside(*found)


def everything(drawing: Drawing) -> Beside:
    """All frames and notes of a drawing."""
    return Beside(frozenset(drawing.frames), frozenset(drawing.notes))


def inside(drawing: Drawing, area: Box) -> Beside:
    """The frames and notes that lie fully in an area."""
    found = frozenset(k for k, f in drawing.frames.items() if lies_in(f.box, area))
    notes = frozenset(k for k, note in drawing.notes.items() if lies_in(note.box, area))
    return Beside(found, notes)


def moved(
    drawing: Drawing,
    chosen: Beside,
    ids: Collection[NodeId],
    dx: float,
    dy: float,
    sizes: Sizes,
    apart: bool = False,
) -> Drawing:
    """With frames, all that lies in them, notes and nodes shifted by one way.

    Pinned nodes stay. A frame dropped on another, by its middle, lies in it: that one grows.
    `apart`: none does, and no node joins a frame.
    """
    within = content_of(drawing, chosen.frames)
    nodes = (within.nodes | frozenset(ids)) - drawing.pins
    held = within.frames | chosen.frames
    noted = within.notes | chosen.notes
    to = {i: Point(drawing.places[i].x + dx, drawing.places[i].y + dy) for i in nodes}
    boxes = {
        key: replace(frame, box=shifted(frame.box, dx, dy)) if key in held else frame
        for key, frame in drawing.frames.items()
    }
    notes = {
        key: replace(note, box=shifted(note.box, dx, dy)) if key in noted else note
        for key, note in drawing.notes.items()
    }
    after = edits.move(replace(drawing, frames=boxes, notes=notes), to)
    if not apart:
        after = frames.dropped_on(after, chosen.frames, held)
    alone = frozenset(ids) - within.nodes - drawing.pins
    left = within.nodes & drawing.pins  # they stayed where they lie
    return frames.settled(after, alone | left, sizes, apart)


def removed(drawing: Drawing, chosen: Beside) -> Drawing:
    """Without these frames and notes; what lay in the frames stays."""
    after = frames.remove(drawing, chosen.frames) if chosen.frames else drawing
    if chosen.notes:
        after = without_notes(after, chosen.notes)
    return after


def removed_whole(drawing: Drawing, chosen: Beside) -> Drawing:
    """Without these frames and notes, and without what lies in the frames."""
    within = content_of(drawing, chosen.frames)
    after = edits.delete(drawing, within.nodes)
    kept = {k: f for k, f in after.frames.items() if k not in chosen.frames | within.frames}
    return without_notes(replace(after, frames=kept), chosen.notes | within.notes)


def without_notes(drawing: Drawing, keys: Iterable[str]) -> Drawing:
    """Without these notes."""
    gone = set(keys)
    return replace(drawing, notes={k: n for k, n in drawing.notes.items() if k not in gone})


# Notes

LEAST_WIDE, LEAST_HIGH = 80.0, 40.0  # px of a note


def add_note(drawing: Drawing, text: str, box: Box) -> tuple[Drawing, str]:
    """With a new note; and its id."""
    key = fresh_key(drawing.notes, "note")
    return replace(drawing, notes={**drawing.notes, key: Note(text, box)}), key


def write_note(drawing: Drawing, key: str, text: str) -> Drawing:
    """With another text in a note, as far as a file can tell it."""
    note, text = drawing.notes[key], text[:LONGEST]
    if note.text == text:
        return drawing
    return replace(drawing, notes={**drawing.notes, key: replace(note, text=text)})


def resize_note(drawing: Drawing, key: str, box: Box) -> Drawing:
    """With a note in another box."""
    box = Box(box.x, box.y, max(LEAST_WIDE, box.width), max(LEAST_HIGH, box.height))
    return replace(drawing, notes={**drawing.notes, key: replace(drawing.notes[key], box=box)})
