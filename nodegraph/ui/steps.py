"""Steps that begin in several places: one rule and one sentence, wherever a value is typed.

The inspector's form and the fields on the canvas make the same step of the same value, so a
history reads alike whichever of them was used.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from nodegraph.document import Drawing, edits
from nodegraph.document.undo import Step
from nodegraph.graph import NodeId
from nodegraph.layers import spelled
from nodegraph.setting import Setting, settings_of


def set_setting(drawing: Drawing, ids: Iterable[NodeId], name: str, value: Any) -> Step:
    """One setting changed in these nodes; raises SettingError when the value can't be."""
    chosen = tuple(ids)
    if len(chosen) == 1:
        title, shown = drawing.graph.nodes[chosen[0]].title, spelled(value)
        label = _words("Set {0} {1} to {2}").format(title, name, shown)
    else:
        label = _words("Set {0} of {1} nodes to {2}").format(name, len(chosen), spelled(value))
    return Step(label, edits.set_setting(drawing, chosen, name, value))


def rename(drawing: Drawing, node_id: NodeId, name: str) -> Step:
    """Another name for a node; raises ValueError for one that can't be, and says why."""
    must_be_identifier(name)
    for other in drawing.graph.nodes.values():
        if other.id != node_id and other.title == name:
            raise ValueError(_words("Another node is called {0} already.").format(name))
    label = _words("Rename {0} to {1}").format(drawing.graph.nodes[node_id].title, name)
    return Step(label, edits.rename(drawing, node_id, name))


def must_be_identifier(name: str) -> None:
    """Raises ValueError for what can't be a name in Python."""
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ValueError(
            _words(
                "A name is one word of letters, digits and _, not beginning with a digit, "
                "and none of Python's own."
            )
        )


def sharing(
    drawing: Drawing, selection: frozenset[NodeId], node_id: NodeId, setting: Setting
) -> tuple[NodeId, ...]:
    """The nodes that a change at one of them reaches: the selected ones with the same setting."""
    if node_id not in selection:
        return (node_id,)
    nodes = drawing.graph.nodes.values()
    return tuple(n.id for n in nodes if n.id in selection and setting in settings_of(type(n.layer)))


def _words(text: str) -> str:
    return QCoreApplication.translate("Steps", text)
