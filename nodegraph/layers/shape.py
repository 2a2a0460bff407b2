"""Layers that only rearrange: nothing is computed, nothing learned.

The batch keeps its meaning through them: joined with other dimensions it becomes a multiple of
B, and what would cut it apart is refused, because its size is not known while drawing.
"""

from __future__ import annotations

from math import prod
from typing import ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Layer, Mismatch, Module, layer
from nodegraph.layers.types import Batch, Dim, TensorType, product
from nodegraph.say import say
from nodegraph.setting import shape, whole


def filled(sizes: tuple[int, ...], total: Dim, x: TensorType) -> tuple[Dim, ...]:
    """Sizes that multiply to the total, the one that is -1 worked out.

    Raises Mismatch where there are none.
    """
    known = prod(size for size in sizes if size != -1)
    free = sizes.count(-1)
    number = total.times if isinstance(total, Batch) else total
    text = "×".join("?" if size == -1 else str(size) for size in sizes)
    if free > 1:
        raise Mismatch(say("one -1 at most"), text)
    if known < 1 or (number % known if free else total != known):
        raise Mismatch(say("a size that {0} can hold, not {1}", text, total), x)
    rest = number // known
    missing = Batch(rest) if isinstance(total, Batch) else rest
    return tuple(missing if size == -1 else size for size in sizes)


@layer("Shape", stem="flatten", aliases=("flat", "reshape", "view"))
class Flatten(Module):
    """Joins neighbouring dimensions into one."""

    start_dim: int = whole(1, "First dimension joined", low=None)
    end_dim: int = whole(-1, "Last dimension joined", low=None)

    def types(self, x: TensorType) -> tuple[TensorType]:
        first, last = expect.axis(self.start_dim, x), expect.axis(self.end_dim, x)
        if first > last:
            needed = say(
                "a start_dim ({0}) that comes before end_dim ({1})", self.start_dim, self.end_dim
            )
            raise Mismatch(needed, x)
        joined = product(x.dims[first : last + 1])
        if joined is None:
            raise Mismatch(
                say("at most one dimension that depends on the batch among those joined"), x
            )
        return (TensorType((*x.dims[:first], joined, *x.dims[last + 1 :]), x.dtype),)


@layer("Shape", stem="unflatten", aliases=("reshape", "view", "split"))
class Unflatten(Module):
    """Splits one dimension into several."""

    positional: ClassVar[tuple[str, ...]] = ("dim", "unflattened_size")
    dim: int = whole(1, "Which dimension is split", low=None, short="dim")
    unflattened_size: tuple[int, ...] = shape(
        (1, -1), "The sizes it becomes; one may be -1: what is left", low=-1, short="into"
    )

    def types(self, x: TensorType) -> tuple[TensorType]:
        along = expect.axis(self.dim, x)
        sizes = filled(self.unflattened_size, x.dims[along], x)
        return (TensorType((*x.dims[:along], *sizes, *x.dims[along + 1 :]), x.dtype),)


@layer("Shape", stem="reshape", aliases=("view", "resize"))
class Reshape(Layer):
    """Gives each sample another shape with as many numbers."""

    shape: tuple[int, ...] = shape(
        (-1,), "One sample's new shape; one size may be -1: what is left", low=-1, short=""
    )

    def types(self, x: TensorType) -> tuple[TensorType]:
        rest = product(x.dims[1:])
        if not x.dims or not isinstance(x.dims[0], Batch) or not isinstance(rest, int):
            raise Mismatch(say("the batch in the first dimension, and only there"), x)
        return (TensorType((x.dims[0], *filled(self.shape, rest, x)), x.dtype),)

    def call(self, module: str, x: str) -> str:
        return f"{x}.reshape({x}.shape[0], {', '.join(map(str, self.shape))})"


@layer("Shape", stem="permute", aliases=("transpose", "swap", "order"))
class Permute(Layer):
    """Puts the dimensions in another order."""

    dims: tuple[int, ...] = shape(
        (0, 2, 1), "The old dimension at each new place; 0 is the batch", low=None, short="dims"
    )

    def types(self, x: TensorType) -> tuple[TensorType]:
        rank = len(x.dims)
        order = [dim % rank for dim in self.dims if -rank <= dim < rank] if rank else []
        if sorted(order) != list(range(rank)) or len(self.dims) != rank:
            raise Mismatch(
                say("{0} dimensions to put in the order {1}", len(self.dims), self.dims), x
            )
        return (TensorType(tuple(x.dims[dim] for dim in order), x.dtype),)

    def call(self, module: str, x: str) -> str:
        return f"{x}.permute({', '.join(map(str, self.dims))})"


@layer("Shape", stem="squeeze", aliases=("remove",))
class Squeeze(Layer):
    """Drops a dimension of size 1."""

    dim: int = whole(-1, "Which dimension is dropped", low=None, short="dim")

    def types(self, x: TensorType) -> tuple[TensorType]:
        along = expect.axis(self.dim, x)
        if x.dims[along] != 1:
            raise Mismatch(say("a size of 1 in dim {0}", self.dim), x)
        return (TensorType((*x.dims[:along], *x.dims[along + 1 :]), x.dtype),)

    def call(self, module: str, x: str) -> str:
        return f"{x}.squeeze({self.dim})"


@layer("Shape", stem="unsqueeze", aliases=("expand", "add dimension", "channel"))
class Unsqueeze(Layer):
    """Adds a dimension of size 1."""

    dim: int = whole(1, "Where the new dimension stands", low=None, short="dim")

    def types(self, x: TensorType) -> tuple[TensorType]:
        places = len(x.dims) + 1
        if not -places <= self.dim < places:
            least = self.dim if self.dim >= 0 else -self.dim - 1
            raise Mismatch(say("at least {0} before it", expect.dimensions(least)), x)
        at = self.dim % places
        return (TensorType((*x.dims[:at], 1, *x.dims[at:]), x.dtype),)

    def call(self, module: str, x: str) -> str:
        return f"{x}.unsqueeze({self.dim})"


def _index(dim: int, text: str) -> str:
    """What stands between the brackets to work on one dimension: ":, 2:5" or "..., 2:5, :"."""
    if dim >= 0:
        return ", ".join([":"] * dim + [text])
    return ", ".join(["...", text] + [":"] * (-dim - 1))


@layer("Shape", stem="slice", aliases=("crop", "part", "range"))
class Slice(Layer):
    """Keeps a part of one dimension, counted as Python counts."""

    dim: int = whole(1, "Which dimension is cut", low=None, short="dim")
    start: int | None = whole(None, "First one kept; negative counts from the end", low=None)
    stop: int | None = whole(None, "First one no longer kept", low=None)
    step: int = whole(1, "Every how manieth is kept")

    def types(self, x: TensorType) -> tuple[TensorType]:
        along = expect.axis(self.dim, x)
        length = expect.number(x.dims[along], expect.DIMENSION, x)
        kept = len(range(length)[self.start : self.stop : self.step])
        if not kept:
            raise Mismatch(say("something left of dim {0} between start and stop", self.dim), x)
        return (x.with_dim(along, kept),)

    def call(self, module: str, x: str) -> str:
        start, stop = ("" if end is None else str(end) for end in (self.start, self.stop))
        step = "" if self.step == 1 else f":{self.step}"
        return f"{x}[{_index(self.dim, f'{start}:{stop}{step}')}]"


@layer("Shape", stem="select", aliases=("index", "pick", "last step", "slice"))
class Select(Layer):
    """Picks one place of a dimension, which goes away: the last step of a sequence."""

    dim: int = whole(1, "Which dimension", low=None, short="dim")
    index: int = whole(-1, "Which place; negative counts from the end", low=None, short="at")

    def types(self, x: TensorType) -> tuple[TensorType]:
        along = expect.axis(self.dim, x)
        length = expect.number(x.dims[along], expect.DIMENSION, x)
        if not -length <= self.index < length:
            raise Mismatch(say("a place {0} in dim {1}", self.index, self.dim), x)
        return (TensorType((*x.dims[:along], *x.dims[along + 1 :]), x.dtype),)

    def call(self, module: str, x: str) -> str:
        return f"{x}[{_index(self.dim, str(self.index))}]"


@layer("Shape", stem="chunk", aliases=("split", "divide", "branch"))
class Chunk(Layer):
    """Cuts one dimension into parts, each an output of its own."""

    chunks: int = whole(2, "Into how many parts", low=2, high=64, short="n")
    dim: int = whole(1, "Which dimension is cut", low=None, short="dim")

    @property
    def outputs(self) -> tuple[str, ...]:
        """One for each part: chunk_0, chunk_1, ..."""
        return tuple(f"chunk_{i}" for i in range(self.chunks))

    def types(self, x: TensorType) -> tuple[TensorType, ...]:
        along = expect.axis(self.dim, x)
        return tuple(x.with_dim(along, size) for size in self._sizes(x.dims[along], x))

    def _sizes(self, dim: Dim, x: TensorType) -> list[Dim]:
        """As torch.chunk cuts: all of one size but the last, which may be smaller."""
        needed = say("a size in dim {0} that can be cut into {1}", self.dim, self.chunks)
        if isinstance(dim, Batch):
            if dim.times % self.chunks:
                raise Mismatch(needed, x)
            return [Batch(dim.times // self.chunks)] * self.chunks
        size = -(-dim // self.chunks)
        sizes: list[Dim] = [min(size, dim - start) for start in range(0, dim, size)]
        if len(sizes) != self.chunks:
            raise Mismatch(needed, x)
        return sizes

    def call(self, module: str, x: str) -> str:
        return f"{x}.chunk({self.chunks}, dim={self.dim})"
