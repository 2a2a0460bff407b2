"""What `check` answers: order, types, problems with their cures, and cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from nodegraph.graph import Graph, NodeId, Port
from nodegraph.layers import Layer, TensorType
from nodegraph.recipe import Recipe
from nodegraph.say import say

Severity = Literal["error", "hint", "blocked"]


class Answer(NamedTuple):
    """What a trial of a layer found: its outputs' types, trainable numbers and multiply-adds."""

    types: tuple[TensorType, ...]
    weights: int
    multiply_adds: int = 0


# Tries a layer that has no rule; raises Mismatch when the inputs do not fit.
Probe = Callable[[Layer, tuple[TensorType, ...]], Answer]


@dataclass(frozen=True)
class Fix:
    """An edit that cures a problem, ready to do. `apply` gives the next graph and recipe."""

    label: str  # "Insert Flatten", "Set skip to out = 64"
    apply: Callable[[Graph, Recipe], tuple[Graph, Recipe]] = field(compare=False)
    urged: bool = True  # its button stands out; not where it gives up what was drawn


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

    @property
    def detail(self) -> str:
        """What was needed and what came; empty where the message says all."""
        return say("needed {0}, came {1}", self.needed, self.came) if self.needed else ""

    def sentence(self, graph: Graph) -> str:
        """The message with its node's name, which most begin with."""
        node = graph.nodes.get(self.node or "")
        if node is None or self.message.startswith(node.title):
            return self.message
        return say("{0}: {1}", node.title, self.message)


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
        return self.cause is None

    @property
    def cause(self) -> Problem | None:
        """The first problem for which it can't train; None where it can."""
        return next((problem for problem in self.problems if problem.severity != "hint"), None)

    @cached_property
    def worst(self) -> Mapping[NodeId, Problem]:
        """The problem that is told of each node: the first, but an error before a hint."""
        found: dict[NodeId, Problem] = {}
        for problem in self.problems:
            if problem.node is not None:
                before = found.setdefault(problem.node, problem)
                if (before.severity, problem.severity) == ("hint", "error"):
                    found[problem.node] = problem
        return found

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
