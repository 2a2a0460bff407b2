"""What `check` answers: order, types, problems with their cures, and cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nodegraph.graph import Graph, NodeId, Port
from nodegraph.layers import Layer, TensorType
from nodegraph.recipe import Recipe

Severity = Literal["error", "hint", "blocked"]


class Answer(NamedTuple):
    """What a trial of a layer found: its outputs' types and its trainable numbers."""

    types: tuple[TensorType, ...]
    weights: int


# Tries a layer that has no rule; raises Mismatch when the inputs do not fit.
Probe = Callable[[Layer, tuple[TensorType, ...]], Answer]


@dataclass(frozen=True)
class Fix:
    """An edit that cures a problem, ready to do. `apply` gives the next graph and recipe."""

    label: str  # "Insert Flatten", "Set skip to out = 64"
    apply: Callable[[Graph, Recipe], tuple[Graph, Recipe]] = field(compare=False)


@dataclass(frozen=True)
class Problem:
    """One cause, at one node: what was needed, what came, and what cures it.

    `severity` is "error" where the network can't train, "hint" where it can but hardly should,
    and "blocked" where only an earlier problem stands in the way: `blocked_by` names that node,
    or is None where a layer without a rule waits for torch.
    """

    node: NodeId | None  # None: of the whole network
    message: str
    severity: Severity = "error"
    port: str = ""
    needed: str = ""
    came: str = ""
    blocked_by: NodeId | None = None
    fixes: tuple[Fix, ...] = ()


class Cost(NamedTuple):
    """Trainable numbers of a node, and multiplications with addition for one sample."""

    weights: int
    multiply_adds: int


@dataclass(frozen=True)
class Report:
    """Everything `check` found of one graph."""

    order: tuple[NodeId, ...]  # of the nodes that run: what is bypassed or disabled is not in it
    types: Mapping[Port, TensorType]  # of every output that could be told, passed on ones too
    problems: tuple[Problem, ...]
    cost: Mapping[NodeId, Cost]  # of every node whose inputs fit
    unused: frozenset[NodeId] = frozenset()  # no Output depends on them: not written, not trained

    @property
    def ok(self) -> bool:
        """Whether it can train: nothing but hints."""
        return all(problem.severity == "hint" for problem in self.problems)

    @property
    def whole(self) -> bool:
        """Whether the cost of every node is known; else the sums are of what is, so far."""
        return len(self.cost) == len(self.order)

    @property
    def counted(self) -> tuple[NodeId, ...]:
        """The nodes that the sums are of, in order."""
        # Until all is known an Output may be cut off, and with it every node.
        left_out = self.unused if self.whole else frozenset()
        return tuple(node for node in self.order if node in self.cost and node not in left_out)

    @property
    def weights(self) -> int:
        """Trainable numbers of the network; shared ones count once, unused ones not."""
        return sum(self.cost[node_id].weights for node_id in self.counted)

    @property
    def multiply_adds(self) -> int:
        """Multiplications with addition for one sample through the network."""
        return sum(self.cost[node_id].multiply_adds for node_id in self.counted)
