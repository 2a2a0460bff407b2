"""One node of a network: its layer, what feeds it, and which of that carries nothing.

A node stores what feeds it, by the names of its inputs; wires are derived from that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from nodegraph.graph.start import Start
from nodegraph.layers import Layer

NodeId = str
Mode = Literal["on", "bypassed", "disabled"]
MODES: tuple[Mode, ...] = get_args(Mode)


class Port(NamedTuple):
    """One input or output of a node, by name."""

    node: NodeId
    name: str


Feed = tuple[str, Port]  # an input's name, and the output that feeds it


class Wire(NamedTuple):
    """From an output to an input. A joined input (`Add`) may take several wires."""

    source: Port
    target: Port


@dataclass(frozen=True, eq=False)
class Node:
    """One layer in the network and what feeds each of its inputs.

    `inputs` maps an input's name to the output that feeds it; a joined input maps to a tuple of
    them, in order. `name` is the identifier in the code and falls back to the id. `shares` names
    the node whose module, and so whose weights, this node uses too. A bypassed node passes its
    first input on as it came; a disabled one is as if it were not there. `off` are the wires that
    are drawn and carry nothing, as `feeds` names them: equal ones are off together, and one that is
    taken away is off no more.
    """

    id: NodeId
    layer: Layer
    inputs: Mapping[str, Port | tuple[Port, ...]] = field(default_factory=dict)
    name: str = ""
    shares: NodeId | None = None
    start: Start | None = None  # None: the rule for its layer type, else torch's own
    mode: Mode = "on"
    off: frozenset[Feed] = frozenset()

    def __post_init__(self) -> None:
        if self.off and not self.off.issubset(self.feeds):
            object.__setattr__(self, "off", self.off.intersection(self.feeds))

    @property
    def title(self) -> str:
        """What people read: the name, or the id where no name was given."""
        return self.name or self.id

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """Every input's name with what feeds it, flat, in the order of the layer's inputs."""
        flat: list[Feed] = []
        for name in self.layer.inputs:
            fed = self.inputs.get(name)
            if isinstance(fed, Port):
                flat.append((name, fed))
            elif fed:
                flat.extend((name, port) for port in fed)
        return tuple(flat)

    def fed_by(self, sources: Iterable[Port | None]) -> dict[str, Port | tuple[Port, ...]]:
        """The inputs once the wires, as `feeds` lists them, come from these; from None: no more."""
        inputs: dict[str, Port | tuple[Port, ...]] = {}
        for (name, _), source in zip(self.feeds, sources, strict=True):
            if source is not None:
                before = inputs.get(name, ())
                assert isinstance(before, tuple)
                inputs[name] = (*before, source) if self.layer.variadic else source
        return inputs

    @cached_property
    def outputs(self) -> tuple[Port, ...]:
        """Its outputs, as those it feeds name them."""
        return tuple(Port(self.id, name) for name in self.layer.outputs)

    @property
    def live(self) -> tuple[Feed, ...]:
        """Of that, what carries something."""
        return tuple(feed for feed in self.feeds if feed not in self.off)

    def off_among(self, feeds: Iterable[Feed]) -> frozenset[Feed]:
        """Which of other feeds are off: those from where all wires of this node are off."""
        sources = {source for _, source in self.off} - {source for _, source in self.live}
        return frozenset(feed for feed in feeds if feed[1] in sources)

    @cached_property
    def free(self) -> tuple[str, ...]:
        """The inputs that nothing feeds yet."""
        return tuple(name for name in self.layer.inputs if not self.inputs.get(name))
