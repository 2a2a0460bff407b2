"""Layers that bring several wires together, and the mean that brings several numbers to one.

Shapes join as torch broadcasts them: from the last dimension backwards, each pair equal or one
of the two 1.
"""

from __future__ import annotations

from functools import reduce
from typing import ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Layer, Mismatch, layer
from nodegraph.layers.types import Batch, Dim, TensorType
from nodegraph.say import say, together
from nodegraph.setting import flag, shape, whole

DTYPES = ("bool", "int32", "int64", "float32", "float64")  # together, the later one wins


def broadcast(x: TensorType, y: TensorType) -> TensorType:
    """The type of two tensors taken together, number by number."""
    rank = max(len(x.dims), len(y.dims))
    pairs = zip(_padded(x, rank), _padded(y, rank), strict=True)
    return TensorType(tuple(_together(a, b, x, y) for a, b in pairs), promoted(x, y))


def promoted(x: TensorType, y: TensorType) -> str:
    """The dtype of two tensors taken together."""
    return x.dtype if x.dtype == y.dtype else max(x.dtype, y.dtype, key=DTYPES.index)


def _padded(x: TensorType, rank: int) -> tuple[Dim, ...]:
    return (1,) * (rank - len(x.dims)) + x.dims


def _together(a: Dim, b: Dim, x: TensorType, y: TensorType) -> Dim:
    if a == b or b == 1:
        return a
    if a == 1:
        return b
    raise Mismatch(say("inputs of one shape, or with sizes of 1 to repeat"), _listed(x, y))


def _listed(*x: TensorType) -> str:
    return together(x)


class Joined(Layer):
    """Takes two wires or more into its one input."""

    variadic: ClassVar[bool] = True

    def several(self, x: tuple[TensorType, ...]) -> None:
        """Raises unless there is something to join."""
        if len(x) < 2:
            raise Mismatch(say("two wires or more"), say("one") if x else say("none"))


@layer("Merge", stem="add", aliases=("plus", "sum", "residual", "skip", "resnet"))
class Add(Joined):
    """Adds its inputs, number by number."""

    def types(self, *x: TensorType) -> tuple[TensorType]:
        self.several(x)
        return (reduce(broadcast, x),)

    def call(self, module: str, *x: str) -> str:
        return " + ".join(x)


@layer("Merge", stem="subtract", aliases=("minus", "difference"))
class Subtract(Layer):
    """Takes the second input away from the first, number by number."""

    inputs: ClassVar[tuple[str, ...]] = ("input", "other")

    def types(self, x: TensorType, other: TensorType) -> tuple[TensorType]:
        both = broadcast(x, other)
        if "bool" in (x.dtype, other.dtype):
            raise Mismatch(say("numbers, not truth values"), _listed(x, other))
        return (both,)

    def call(self, module: str, x: str, other: str) -> str:
        return f"{x} - {other}"


@layer("Merge", stem="multiply", aliases=("times", "product", "gate", "attention", "scale"))
class Multiply(Joined):
    """Multiplies its inputs, number by number."""

    def types(self, *x: TensorType) -> tuple[TensorType]:
        self.several(x)
        return (reduce(broadcast, x),)

    def call(self, module: str, *x: str) -> str:
        return " * ".join(x)


@layer("Merge", stem="matmul", aliases=("matrix", "dot", "product", "bmm", "attention"))
class MatMul(Layer):
    """Multiplies matrices: rows of the first by columns of the second."""

    inputs: ClassVar[tuple[str, ...]] = ("input", "other")

    def types(self, x: TensorType, other: TensorType) -> tuple[TensorType]:
        for t, port in ((x, "input"), (other, "other")):
            expect.decimals(t, port)
            if not t.dims:
                raise Mismatch(say("at least one dimension"), t, port)
        rows = other.dims[-2] if len(other.dims) > 1 else other.dims[-1]
        if x.dims[-1] != rows:
            raise Mismatch(
                say("{0} rows, as many as the columns of input ({1})", x.dims[-1], x),
                other,
                "other",
            )
        stacks = broadcast(TensorType(x.dims[:-2]), TensorType(other.dims[:-2])).dims
        left = x.dims[-2:-1] if len(x.dims) > 1 else ()
        right = other.dims[-1:] if len(other.dims) > 1 else ()
        return (TensorType((*stacks, *left, *right), promoted(x, other)),)

    def multiply_adds(self, x: TensorType, other: TensorType) -> int:
        (y,) = self.types(x, other)
        return y.values() * TensorType(x.dims[-1:]).values()

    def call(self, module: str, x: str, other: str) -> str:
        return f"{x} @ {other}"


@layer("Merge", stem="concat", aliases=("concat", "cat", "join", "densenet", "inception", "unet"))
class Concatenate(Joined):
    """Joins its inputs along one dimension; the others must be equal."""

    dim: int = whole(1, "Along which dimension", low=None, short="dim")

    def types(self, *x: TensorType) -> tuple[TensorType]:
        self.several(x)
        along = expect.axis(self.dim, x[0])
        return (reduce(lambda a, b: self._joined(a, b, along), x),)

    def _joined(self, x: TensorType, y: TensorType, along: int) -> TensorType:
        if x.dims[:along] + x.dims[along + 1 :] != y.dims[:along] + y.dims[along + 1 :]:
            raise Mismatch(say("inputs equal in all but dim {0}", self.dim), _listed(x, y))
        if len(x.dims) != len(y.dims):  # the odd one out may stand where they are joined
            raise Mismatch(say("inputs with equally many dimensions"), _listed(x, y))
        a, b = x.dims[along], y.dims[along]
        if isinstance(a, Batch) and isinstance(b, Batch):
            return TensorType(x.with_dim(along, Batch(a.times + b.times)).dims, promoted(x, y))
        if isinstance(a, Batch) or isinstance(b, Batch):
            raise Mismatch(
                say("inputs that all have the batch in dim {0}", self.dim), _listed(x, y)
            )
        return TensorType(x.with_dim(along, a + b).dims, promoted(x, y))

    def call(self, module: str, *x: str) -> str:
        return f"torch.cat([{', '.join(x)}], dim={self.dim})"


@layer("Merge", stem="stack", aliases=("pack", "new dimension"))
class Stack(Joined):
    """Puts inputs of one shape beside each other along a new dimension."""

    dim: int = whole(1, "Where the new dimension stands", low=None, short="dim")

    def types(self, *x: TensorType) -> tuple[TensorType]:
        self.several(x)
        if any(t.dims != x[0].dims for t in x):
            raise Mismatch(say("inputs of one shape"), _listed(*x))
        places = len(x[0].dims) + 1
        if not -places <= self.dim < places:
            raise Mismatch(say("a dim from {0} to {1}", -places, places - 1), self.dim)
        at = self.dim % places
        dims = x[0].dims
        dtype = max((t.dtype for t in x), key=DTYPES.index)
        return (TensorType((*dims[:at], len(x), *dims[at:]), dtype),)

    def call(self, module: str, *x: str) -> str:
        return f"torch.stack([{', '.join(x)}], dim={self.dim})"


@layer("Merge", stem="mean", aliases=("average", "reduce", "global", "pool"))
class Mean(Layer):
    """Takes the mean over one dimension or several, which go away."""

    dim: tuple[int, ...] = shape((1,), "Over which dimensions", low=None, short="dim")
    keepdim: bool = flag(False, "Leaves a size of 1 where a dimension goes away")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        gone = {expect.axis(dim, x) for dim in self.dim}
        if len(gone) != len(self.dim):
            raise Mismatch(say("each dimension named once"), self.dim)
        if self.keepdim:
            dims = tuple(1 if i in gone else dim for i, dim in enumerate(x.dims))
        else:
            dims = tuple(dim for i, dim in enumerate(x.dims) if i not in gone)
        return (TensorType(dims, x.dtype),)

    def call(self, module: str, x: str) -> str:
        dim = self.dim[0] if len(self.dim) == 1 else self.dim
        return f"{x}.mean(dim={dim}{', keepdim=True' if self.keepdim else ''})"
