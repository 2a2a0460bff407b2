"""What a new node is for: free, at the end of a new wire, inside one, or in a node's place.

A spot knows what fits it and makes the edit; the popup and the palette's drag ask it and know
nothing of ports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from nodegraph.analysis.fits import made, misfit
from nodegraph.document import Drawing, Point, dots, edits
from nodegraph.document.replacing import fitted, replaced
from nodegraph.document.splice import insert, refed
from nodegraph.graph import Node, NodeId, Port, Wire
from nodegraph.layers import Layer
from nodegraph.say import say
from nodegraph.ui.workspace import Workspace

NEW = "\0new"  # stands for the node that is not there yet


class Added(NamedTuple):
    """A drawing with one node more, and the sentence for it."""

    drawing: Drawing
    node: NodeId
    label: str


@dataclass(frozen=True)
class Spot:
    """Nothing is wired; every layer fits."""

    workspace: Workspace

    @property
    def source(self) -> Port | None:
        """The output that would feed the new node."""
        return None

    @property
    def fed(self) -> str:
        """What comes in, in words; empty where it is not known."""
        found = self.source and self.workspace.report.types.get(self.source)
        return str(found) if found else ""

    def refusal(self, layer: Layer) -> str:
        """Why a layer does not fit here; empty when it does."""
        return ""

    def port(self, layer: Layer) -> tuple[str, bool]:
        """The port that the wire would end at, and whether it is an output; "" for none."""
        return "", False

    def entry(self, layer: Layer) -> tuple[str, str]:
        """The port that the wire would end at, and why there is none."""
        reason = self.refusal(layer)
        return ("", reason) if reason else (self.port(layer)[0], "")

    def added(self, layer: Layer, place: Point) -> Added:
        """With a node of that layer, wired where it fits."""
        drawing, node = edits.add(self.workspace.document.settled, layer, place)
        added = Added(drawing, node, say("Added {0}", _title(drawing, node)))
        name, refusal = self.entry(layer)
        if refusal:
            return added._replace(label=say("{0}, not connected: {1}", added.label, refusal))
        return self._wired(added, name)

    def _wired(self, added: Added, name: str) -> Added:
        return added


@dataclass(frozen=True)
class Behind(Spot):
    """At the end of a wire that comes from an output."""

    output: Port
    via: Sequence[Point] = ()  # dots that the wire is to pass

    @property
    def source(self) -> Port:
        return self.output

    def entry(self, layer: Layer) -> tuple[str, str]:
        return _entry(self.workspace, layer, self.output)

    def refusal(self, layer: Layer) -> str:
        return self.entry(layer)[1]

    def port(self, layer: Layer) -> tuple[str, bool]:
        return self.entry(layer)[0], False

    def _wired(self, added: Added, name: str) -> Added:
        wire = Wire(self.output, Port(added.node, name))
        drawing = dots.through(edits.connect(added.drawing, *wire), wire, self.via)
        label = say("{0} behind {1}", added.label, _title(drawing, self.output.node))
        return Added(drawing, added.node, label)


@dataclass(frozen=True)
class Before(Spot):
    """At the start of a wire that ends in an input."""

    input: Port
    via: Sequence[Point] = ()  # dots that the wire is to pass

    def refusal(self, layer: Layer) -> str:
        if not layer.outputs:
            return say("{0} has no output", layer.kind)
        known = {**self.workspace.report.types, **made(Node(NEW, layer), {})}
        target = self.workspace.drawing.graph.nodes[self.input.node]
        fed: Port | tuple[Port, ...] = Port(NEW, layer.outputs[0])
        if target.layer.variadic:
            fed = (*(source for _, source in target.feeds), Port(NEW, layer.outputs[0]))
        return misfit(replace(target, inputs={**target.inputs, self.input.name: fed}), known)

    def port(self, layer: Layer) -> tuple[str, bool]:
        return (layer.outputs[0] if layer.outputs else ""), True

    def _wired(self, added: Added, name: str) -> Added:
        wire = Wire(Port(added.node, name), self.input)
        drawing = dots.through(edits.connect(added.drawing, *wire), wire, self.via)
        label = say("{0} in front of {1}", added.label, _title(drawing, self.input.node))
        return Added(drawing, added.node, label)


@dataclass(frozen=True)
class Into(Spot):
    """Inside a wire."""

    wire: Wire

    @property
    def source(self) -> Port:
        return self.wire.source

    def refusal(self, layer: Layer) -> str:
        name, refusal = _entry(self.workspace, layer, self.wire.source)
        if refusal or not layer.outputs:
            return refusal or say("{0} has no output", layer.kind)
        node = Node(NEW, layer, {name: _fed(layer, self.wire.source)})
        types = self.workspace.report.types
        known = {**types, **made(node, types)}
        target = self.workspace.drawing.graph.nodes[self.wire.target.node]
        reasons = [misfit(refed(target, self.wire, Port(NEW, o)), known) for o in layer.outputs]
        return "" if "" in reasons else reasons[0]

    def port(self, layer: Layer) -> tuple[str, bool]:
        return _entry(self.workspace, layer, self.wire.source)[0], False

    def _wired(self, added: Added, name: str) -> Added:
        types = self.workspace.report.types
        drawing = insert(added.drawing, types, {added.node}, self.wire)
        ends = (_title(drawing, port.node) for port in self.wire)
        return Added(drawing, added.node, say("{0} between {1} and {2}", added.label, *ends))


@dataclass(frozen=True)
class InPlaceOf(Spot):
    """In the place of a node that is there."""

    node: NodeId

    @property
    def before(self) -> Node:
        """The node as it is until then, whatever is shown meanwhile."""
        return self.workspace.document.settled.graph.nodes[self.node]

    @property
    def source(self) -> Port | None:
        feeds = self.before.feeds
        return feeds[0][1] if feeds else None

    def refusal(self, layer: Layer) -> str:
        before, graph = self.before, self.workspace.document.settled.graph
        if layer.kind == before.layer.kind:
            return say("{0} is a {1} already", before.title, layer.kind)
        if before.feeds and not layer.inputs:
            return say("{0} has no input", layer.kind)
        if graph.consumers[self.node] and not layer.outputs:
            return say("{0} has no output", layer.kind)
        types = self.workspace.report.types
        return misfit(replace(fitted(graph, types, self.node, layer), name=layer.kind), types)

    def port(self, layer: Layer) -> tuple[str, bool]:
        return (layer.inputs[0] if layer.inputs and self.source else ""), False

    def added(self, layer: Layer, place: Point) -> Added:
        settled = self.workspace.document.settled
        drawing = replaced(settled, self.workspace.report.types, self.node, layer)
        return Added(drawing, self.node, say("Replaced {0} by {1}", self.before.title, layer.kind))


def _entry(workspace: Workspace, layer: Layer, source: Port) -> tuple[str, str]:
    """The first input of a layer that takes what an output gives; else the reason why none does."""
    reasons: list[str] = [say("{0} has no input", layer.kind)]
    for name in layer.inputs:
        node = Node(NEW, layer, {name: _fed(layer, source)}, layer.kind)
        reason = misfit(node, workspace.report.types)
        if not reason:
            return name, ""
        reasons.append(reason)
    return "", reasons[-1]


def _fed(layer: Layer, source: Port) -> Port | tuple[Port, ...]:
    return (source,) if layer.variadic else source


def _title(drawing: Drawing, node: NodeId) -> str:
    return drawing.graph.nodes[node].title
