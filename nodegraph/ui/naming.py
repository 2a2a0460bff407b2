"""Nodes, frames and notes in a sentence: "conv1", "3 nodes and frame Encoder"."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from nodegraph.document import Drawing
from nodegraph.document.beside import Beside
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


def _words(text: str) -> str:
    return QCoreApplication.translate("Naming", text)
