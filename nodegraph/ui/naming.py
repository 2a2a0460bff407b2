"""Nodes, frames and notes in a sentence, as "3 nodes and frame Encoder"; steps on them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from nodegraph.document import Drawing, edits, frames
from nodegraph.document.beside import Beside, removed
from nodegraph.document.undo import Step
from nodegraph.graph import NodeId
from nodegraph.ui import steps


def named(drawing: Drawing, ids: Collection[NodeId], beside: Beside) -> str:
    """What a step is about, in words."""
    parts = [steps.named(drawing, ids)] if ids else []
    if len(beside.frames) == 1:
        (key,) = beside.frames
        parts.append(_words("frame {0}").format(drawing.frames[key].title))
    elif beside.frames:
        parts.append(_words("{0} frames").format(len(beside.frames)))
    if beside.notes:
        many = _words("{0} notes").format(len(beside.notes))
        parts.append(_words("a note") if len(beside.notes) == 1 else many)
    if len(parts) < 2:
        return "".join(parts)
    return _words("{0} and {1}").format(", ".join(parts[:-1]), parts[-1])


def delete(drawing: Drawing, ids: Collection[NodeId], beside: Beside) -> Step:
    """These away; what lay in the frames stays."""
    label = _words("Deleted {0}").format(named(drawing, ids, beside))
    after = removed(drawing, beside)
    return Step(label, edits.delete(after, ids) if ids else after)


def rename_frame(drawing: Drawing, key: str, title: str) -> Step:
    """Another title for a frame."""
    label = _words("Renamed {0} to {1}").format(drawing.frames[key].title, title)
    return Step(label, frames.rename(drawing, key, title))


def _words(text: str) -> str:
    return QCoreApplication.translate("Naming", text)
