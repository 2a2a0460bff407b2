"""Nodes, frames and notes in a sentence, as "3 nodes and frame Encoder"."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from nodegraph.document import Drawing
from nodegraph.document.beside import NOTHING, Beside
from nodegraph.graph import NodeId


def named(drawing: Drawing, ids: Collection[NodeId], beside: Beside = NOTHING) -> str:
    """What a step is about: "conv1", "3 nodes", or "conv1 and a note"."""
    parts = []
    if len(ids) == 1:
        parts.append(drawing.graph.nodes[next(iter(ids))].title)
    elif ids:
        parts.append(_words("{0} nodes").format(len(ids)))
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
