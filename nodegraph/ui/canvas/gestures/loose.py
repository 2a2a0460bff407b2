"""What a wiring gesture holds: a new wire by one end, or wires that were taken from a port.

Each says which wires a release at a port would make and does the step; the gesture only shows it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection

from nodegraph.document import Drawing
from nodegraph.document.rewiring import disconnect_all, wires_at
from nodegraph.document.undo import Step
from nodegraph.graph import NodeId, Port, Wire
from nodegraph.ui import steps


class Loose(ABC):
    """One or more wires with a loose end."""

    def __init__(self, before: Drawing, fixed: Collection[Port], to_input: bool) -> None:
        self.before = before  # the drawing that the gesture started from
        self.base = before  # the same without the wires that were taken
        self.fixed = tuple(fixed)  # the ends that stay
        self.to_input = to_input  # whether the loose ends want an input
        self.taken: tuple[Wire, ...] = ()

    @abstractmethod
    def wires_to(self, port: Port) -> tuple[Wire, ...]:
        """The wires that a release at this port would make."""

    @abstractmethod
    def step_to(self, port: Port) -> Step:
        """The step of a release at this port; raises WireError where one wire can't be."""

    def step_away(self) -> Step | None:
        """The step of a release where nothing is; None when that is none."""
        return None

    def lost_at(self, port: Port) -> list[Wire]:
        """The wires that a release at this port would take the place of."""
        found = []
        for source, target in self.wires_to(port):
            fed = self.base.graph.nodes[target.node].inputs.get(target.name)
            if isinstance(fed, Port) and fed != source:
                found.append(Wire(fed, target))
        return found


class NewWire(Loose):
    """A wire that is not there yet, held at one end.

    From a node that is selected among others, all of them go together into an input that joins.
    """

    def __init__(
        self, before: Drawing, port: Port, is_output: bool, chosen: Collection[NodeId] = ()
    ) -> None:
        super().__init__(before, [port], to_input=is_output)
        nodes = before.graph.nodes
        self._sources = [port]
        if is_output and port.node in chosen:
            others = [nodes[other] for other in chosen if other != port.node]
            self._sources += [node.outputs[0] for node in others if node.outputs]
            self._sources.sort(key=lambda p: (before.places[p.node].y, before.places[p.node].x))

    def wires_to(self, port: Port) -> tuple[Wire, ...]:
        (fixed,) = self.fixed
        if not self.to_input:
            return (Wire(port, fixed),)
        target = self.before.graph.nodes[port.node]
        if not target.layer.variadic:
            return (Wire(fixed, port),)
        fed = {source for _, source in target.feeds}
        return tuple(
            Wire(source, port)
            for source in self._sources
            if source == fixed or (source not in fed and source.node != port.node)
        )

    def step_to(self, port: Port) -> Step:
        wires = self.wires_to(port)
        if len(wires) > 1:
            return steps.connect_all(self.before, wires)
        (wire,) = wires
        fed = self.before.graph.nodes[wire.target.node].inputs.get(wire.target.name)
        if fed == wire.source and not self.before.graph.is_off(wire):
            return Step("", self.before)  # that wire is there already
        return steps.connect(self.before, wire)


class TakenWires(Loose):
    """Wires held by their sources' or their targets' ends, taken from one port."""

    def __init__(self, before: Drawing, wires: Collection[Wire], by_source: bool) -> None:
        fixed = [wire.target if by_source else wire.source for wire in wires]
        super().__init__(before, fixed, to_input=not by_source)
        self.taken = tuple(wires)
        self.base = disconnect_all(before, wires)
        self._by_source = by_source
        self._from = self.taken[0].source if by_source else self.taken[0].target

    def wires_to(self, port: Port) -> tuple[Wire, ...]:
        if self._by_source:
            return tuple(Wire(port, wire.target) for wire in self.taken)
        return tuple(Wire(wire.source, port) for wire in self.taken)

    def step_to(self, port: Port) -> Step:
        if port == self._from:
            return Step("", self.before)  # dropped where they were
        if self._by_source:
            return steps.move_sources(self.before, self.taken, port)
        return steps.move_targets(self.before, self.taken, port)

    def step_away(self) -> Step | None:
        # Of one wire that is plain to see; several go with Alt and a click.
        return steps.disconnect(self.before, *self.taken) if len(self.taken) == 1 else None


def at_port(
    before: Drawing,
    port: Port,
    is_output: bool,
    chosen: Collection[NodeId],
    *,
    branch: bool,
    every: bool,
) -> Loose:
    """What a drag from a port holds.

    A connected input gives its last wire. `branch` leaves that wire and takes a new one from the
    same source; `every` takes all wires of the port.
    """
    wires = wires_at(before.graph, port, is_output)
    if every and wires:
        return TakenWires(before, wires, by_source=is_output)
    if is_output or not wires:
        return NewWire(before, port, is_output, chosen)
    if branch:
        return NewWire(before, wires[-1].source, True)
    return TakenWires(before, wires[-1:], by_source=False)
