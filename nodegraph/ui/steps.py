"""Steps that begin in several places: one rule and one sentence, wherever a value is typed.

The inspector's form and the fields on the canvas make the same step of the same value, so a
history reads alike whichever of them was used.
"""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from nodegraph.document import Drawing, edits, frames, rewiring
from nodegraph.document.beside import NOTHING, Beside, removed
from nodegraph.document.undo import Step
from nodegraph.graph import Mode, NodeId, Port, Wire
from nodegraph.graph.names import LONGEST
from nodegraph.setting import Setting, settings_of
from nodegraph.ui.language import worded
from nodegraph.ui.naming import named


def set_setting(drawing: Drawing, ids: Iterable[NodeId], name: str, value: Any) -> Step:
    """One setting changed in these nodes; raises SettingError when the value can't be."""
    chosen = tuple(ids)
    if len(chosen) == 1:
        title, shown = drawing.graph.nodes[chosen[0]].title, worded(value)
        label = _words("Set {0} {1} to {2}").format(title, name, shown)
    else:
        label = _words("Set {0} of {1} nodes to {2}").format(name, len(chosen), worded(value))
    return Step(label, edits.set_setting(drawing, chosen, name, value))


def rename(drawing: Drawing, node_id: NodeId, name: str) -> Step:
    """Another name for a node; raises ValueError for one that can't be, and says why."""
    must_be_identifier(name)
    for other in drawing.graph.nodes.values():
        if other.id != node_id and other.title == name:
            raise ValueError(_words("Another node is called {0} already.").format(name))
    label = _words("Renamed {0} to {1}").format(drawing.graph.nodes[node_id].title, name)
    return Step(label, edits.rename(drawing, node_id, name))


def rename_frame(drawing: Drawing, key: str, title: str) -> Step:
    """Another title for a frame."""
    label = _words("Renamed {0} to {1}").format(drawing.frames[key].title, title)
    return Step(label, frames.rename(drawing, key, title))


def delete(drawing: Drawing, ids: Collection[NodeId], beside: Beside = NOTHING) -> Step:
    """These and their wires away; what lay in the frames stays."""
    label = _words("Deleted {0}").format(named(drawing, ids, beside))
    after = removed(drawing, beside) if beside else drawing
    return Step(label, edits.delete(after, ids) if ids else after)


def connect(drawing: Drawing, wire: Wire) -> Step:
    """A wire, in place of what a single input had; raises WireError when it can't be.

    One that is there and disabled is switched on.
    """
    if drawing.graph.is_off(wire):
        return switch(drawing, [wire], on=True)
    source, target = (drawing.graph.nodes[port.node].title for port in wire)
    label = _words("Connected {0} to {1}").format(source, target)
    fed = drawing.graph.nodes[wire.target.node].inputs.get(wire.target.name)
    if isinstance(fed, Port):
        lost = drawing.graph.nodes[fed.node].title
        label = _words("{0} in place of {1}").format(label, lost)
    return Step(label, edits.connect(drawing, *wire))


def connect_all(drawing: Drawing, wires: Sequence[Wire]) -> Step:
    """Several wires into one node; raises WireError when one can't be."""
    sources = {wire.source.node for wire in wires}
    target = drawing.graph.nodes[wires[0].target.node].title
    label = _words("Connected {0} to {1}").format(named(drawing, sources), target)
    return Step(label, rewiring.connect_all(drawing, wires))


def move_sources(drawing: Drawing, wires: Sequence[Wire], source: Port) -> Step:
    """Wires that come from another output now; raises WireError when one can't."""
    nodes = drawing.graph.nodes
    before, after = (nodes[port.node].title for port in (wires[0].source, source))
    if len(wires) == 1:
        label = _words("Connected {0} to {1}").format(after, nodes[wires[0].target.node].title)
        label = _words("{0} in place of {1}").format(label, before)
    else:
        label = _words("Moved {0} wires from {1} to {2}").format(len(wires), before, after)
    return Step(label, rewiring.move_sources(drawing, wires, source))


def move_targets(drawing: Drawing, wires: Sequence[Wire], target: Port) -> Step:
    """Wires that go into another input now; raises WireError when one can't."""
    nodes = drawing.graph.nodes
    after = rewiring.move_targets(drawing, wires, target)
    if len(wires) == 1:
        without = edits.disconnect(drawing, wires[0])
        return Step(connect(without, Wire(wires[0].source, target)).label, after)
    ends = (nodes[port.node].title for port in (wires[0].target, target))
    return Step(_words("Moved {0} wires from {1} to {2}").format(len(wires), *ends), after)


def disconnect(drawing: Drawing, wire: Wire) -> Step:
    """A wire away."""
    source, target = (drawing.graph.nodes[port.node].title for port in wire)
    label = _words("Disconnected {0} from {1}").format(source, target)
    return Step(label, edits.disconnect(drawing, wire))


def set_mode(drawing: Drawing, ids: Collection[NodeId], mode: Mode) -> Step:
    """These nodes run from now on, pass their input on, or are as if not there."""
    words = {
        "on": _words("Switched {0} on"),
        "bypassed": _words("Bypassed {0}"),
        "disabled": _words("Disabled {0}"),
    }
    label = words[mode].format(named(drawing, ids))
    return Step(label, edits.set_mode(drawing, ids, mode))


def switch(drawing: Drawing, wires: Collection[Wire], *, on: bool) -> Step:
    """Wires that carry something again, or stay drawn and carry nothing."""
    if len(wires) == 1:
        [wire] = wires
        ends = (drawing.graph.nodes[port.node].title for port in wire)
        words = _words("Switched the wire from {0} to {1} on")
        if not on:
            words = _words("Disabled the wire from {0} to {1}")
        label = words.format(*ends)
    else:
        words = _words("Switched {0} wires on") if on else _words("Disabled {0} wires")
        label = words.format(len(wires))
    return Step(label, edits.switch(drawing, wires, on=on))


def must_be_identifier(name: str) -> None:
    """Raises ValueError for what can't be a name in Python, or not in a file."""
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ValueError(
            _words(
                "A name is one word of letters, digits and _, not beginning with a digit, "
                "and none of Python's own."
            )
        )
    if len(name) > LONGEST:
        raise ValueError(_words("A name has {0} letters at most.").format(LONGEST))


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
