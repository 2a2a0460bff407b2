"""What the modules of the catalogue share, and rules for the few of them that can't be tried.

Those few look at the numbers they get, go through a dimension step by step, or torch has nothing
to run them with where nothing is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Layer, Mismatch, Module
from nodegraph.layers.merge import broadcast
from nodegraph.layers.types import TensorType
from nodegraph.say import say


@dataclass(frozen=True)
class Listed(Module):
    """A module of torch.nn known from the catalogue alone."""

    told: ClassVar[Mapping[str, tuple[str, int]]] = {}  # parameter -> input and its dimension

    def inferred(self, *x: TensorType) -> dict[str, Any]:
        fed = dict(zip(self.inputs, x, strict=True))
        found = {}
        for name, (port, dim) in self.told.items():
            along = expect.axis(dim, fed[port], port)
            found[name] = expect.number(fed[port].dims[along], expect.DIMENSION, fed[port], port)
        return found

    def weights(self, *x: TensorType) -> int | None:
        return None if type(self).types is Layer.types else 0


@dataclass(frozen=True)
class CrossMapLRN(Listed):
    """The rule of CrossMapLRN2d, which goes from channel to channel: never through a batch."""

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.spatial(x, 2)
        return (x,)


@dataclass(frozen=True)
class GaussianNLL(Listed):
    """The rule of GaussianNLLLoss, which looks at its numbers."""

    reduction: ClassVar[str]  # a field of the class made from the catalogue

    def types(self, x: TensorType, target: TensorType, var: TensorType) -> tuple[TensorType]:
        for fed, port in zip((x, target, var), self.inputs, strict=True):
            expect.decimals(fed, port)
        if var.dims not in (x.dims, x.dims[:-1], (*x.dims[:-1], 1)):
            raise Mismatch(
                say("a variance for each number of input ({0}), or for each row", x), var, "var"
            )
        made = broadcast(x, target)
        return (made if self.reduction == "none" else TensorType(()),)


@dataclass(frozen=True)
class CTC(Listed):
    """The rule of CTCLoss, for which torch has nothing to run."""

    reduction: ClassVar[str]  # a field of the class made from the catalogue

    def types(self, x: TensorType, *told: TensorType) -> tuple[TensorType]:
        expect.decimals(x, "log_probs")
        if len(x.dims) != 3:
            raise Mismatch(say("log-probabilities (steps × batch × classes)"), x, "log_probs")
        batch = x.dims[1]
        for fed, port in zip(told, self.inputs[1:], strict=True):
            expect.whole_numbers(fed, port)
            rank, shape = (2, say("batch × places")) if port == "targets" else (1, say("batch"))
            if len(fed.dims) != rank or fed.dims[0] != batch:
                raise Mismatch(say("whole numbers ({0})", shape), fed, port)
        return (TensorType((batch,) if self.reduction == "none" else ()),)


@dataclass(frozen=True)
class AdaptiveLogSoftmax(Listed):
    """The rule of AdaptiveLogSoftmaxWithLoss, which looks for the rows of each cluster."""

    n_classes: ClassVar[int]  # these are fields of the class made from the catalogue
    cutoffs: ClassVar[tuple[int, ...]]
    div_value: ClassVar[float]
    head_bias: ClassVar[bool]

    def types(self, x: TensorType, target: TensorType) -> tuple[TensorType, ...]:
        expect.features(x, "input_")
        expect.whole_numbers(target, "target_")
        if len(x.dims) != 2:
            raise Mismatch(say("features (batch × features)"), x, "input_")
        if target.dims != x.dims[:1]:
            raise Mismatch(say("a class for each row (batch)"), target, "target_")
        ends = (0, *self.cutoffs, self.n_classes)
        if any(a >= b for a, b in pairwise(ends)):
            raise Mismatch(
                say("rising cutoffs between 1 and {0}", self.n_classes - 1), self.cutoffs
            )
        return TensorType(x.dims[:1]), TensorType(())

    def weights(self, x: TensorType, target: TensorType) -> int:
        width, first = expect.features(x), self.cutoffs[0] + len(self.cutoffs)
        total = (width + self.head_bias) * first
        ends = (*self.cutoffs, self.n_classes)
        for i, (start, end) in enumerate(pairwise(ends)):
            inside = int(width // self.div_value ** (i + 1))
            total += inside * (width + end - start)
        return total


RULED: Mapping[str, type[Listed]] = {
    "AdaptiveLogSoftmaxWithLoss": AdaptiveLogSoftmax,
    "CTCLoss": CTC,
    "CrossMapLRN2d": CrossMapLRN,
    "GaussianNLLLoss": GaussianNLL,
}
