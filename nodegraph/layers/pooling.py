"""Pooling: a window's largest value or its mean, each family's rule written once.

Output sizes follow the formulas on torch's own pages for MaxPool2d and AvgPool2d.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, layer
from nodegraph.layers.spatial import Size, Spatial
from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import flag, size, whole


class Windows(Spatial):
    """What sliding windows share: how many of them fit."""

    positional: ClassVar[tuple[str, ...]] = ("kernel_size",)
    kernel_size: Size
    stride: Size | None
    padding: Size
    dilation: Size = 1  # a setting of max pooling alone
    ceil_mode: bool

    def windows(self, x: TensorType) -> TensorType:
        """The type that comes out: one value for each window; raises Mismatch where none fits."""
        _, sizes = expect.spatial(x, self.rank)
        kernels, pads = self.each(self.kernel_size), self.each(self.padding)
        if any(2 * pad > kernel for pad, kernel in zip(pads, kernels, strict=True)):
            needed = say("a padding of at most half the window ({0})", expect.across(kernels))
            raise Mismatch(needed, expect.across(pads))
        expect.at_least(sizes, self._least, self._reason, x)
        out = [self._count(n, *row) for n, row in zip(sizes, self._rows, strict=True)]
        return TensorType((*x.dims[:2], *out), x.dtype)

    @cached_property
    def _rows(self) -> tuple[tuple[int, int, int], ...]:
        """For each direction: how far a window reaches, the padding and the stride."""
        kernels = self.each(self.kernel_size)
        steps = zip(kernels, self.each(self.dilation), strict=True)
        spans = [step * (kernel - 1) + 1 for kernel, step in steps]
        strides = kernels if self.stride is None else self.each(self.stride)
        return tuple(zip(spans, self.each(self.padding), strides, strict=True))

    @cached_property
    def _least(self) -> tuple[int, ...]:
        """The smallest size that holds one window in each direction."""
        # Rounding up lets the last window hang over the far edge by less than one step.
        over = int(self.ceil_mode)
        return tuple(
            max(span - 2 * pad - (stride - 1) * over, 1) for span, pad, stride in self._rows
        )

    @cached_property
    def _reason(self) -> str:
        return say("a window of {0}", expect.across([span for span, _, _ in self._rows]))

    def _count(self, n: int, span: int, pad: int, stride: int) -> int:
        """How many windows fit in one direction."""
        room = n + 2 * pad - span
        if not self.ceil_mode:
            return room // stride + 1
        count = -(-room // stride) + 1
        # A window that would start in the far padding is dropped.
        return count - 1 if (count - 1) * stride >= n + pad else count


@dataclass(frozen=True)
class MaxPool(Windows):
    """The rule of MaxPool1d, MaxPool2d and MaxPool3d."""

    kernel_size: Size = size(2, "Size of the window", rank=1, short="k")
    stride: Size | None = size(None, "How far the window moves; its own size if none", rank=1)
    padding: Size = size(0, "How much is added at every edge", rank=1, low=0)
    dilation: Size = size(1, "Distance between the window's points", rank=1)
    return_indices: bool = flag(False, "Also answers where each value was, for unpooling")
    ceil_mode: bool = flag(False, "Counts a last window that hangs over the edge")

    @property
    def outputs(self) -> tuple[str, ...]:
        """The values, and where they were when asked for."""
        return ("output", "indices") if self.return_indices else ("output",)

    def types(self, x: TensorType) -> tuple[TensorType, ...]:
        y = self.windows(x)
        return (y, y._replace(dtype="int64")) if self.return_indices else (y,)


@layer("Pooling", stem="pool", aliases=("pool", "max", "downsample"))
class MaxPool1d(MaxPool, rank=1):
    """Keeps the largest value of each window along a sequence."""


@layer("Pooling", stem="pool", aliases=("pool", "max", "downsample"))
class MaxPool2d(MaxPool, rank=2):
    """Keeps the largest value of each window of a picture."""


@layer("Pooling", stem="pool", aliases=("pool", "max", "downsample"))
class MaxPool3d(MaxPool, rank=3):
    """Keeps the largest value of each window of a volume."""


@dataclass(frozen=True)
class AvgPool(Windows):
    """The rule of AvgPool1d, AvgPool2d and AvgPool3d."""

    kernel_size: Size = size(2, "Size of the window", rank=1, short="k")
    stride: Size | None = size(None, "How far the window moves; its own size if none", rank=1)
    padding: Size = size(0, "How much is added at every edge", rank=1, low=0)
    ceil_mode: bool = flag(False, "Counts a last window that hangs over the edge")
    count_include_pad: bool = flag(True, "Counts the added zeros when taking the mean")

    def types(self, x: TensorType) -> tuple[TensorType]:
        return (self.windows(x),)


@layer("Pooling", stem="pool", aliases=("pool", "mean", "average", "downsample"))
class AvgPool1d(AvgPool, rank=1):
    """Takes the mean of each window along a sequence."""


@layer("Pooling", stem="pool", aliases=("pool", "mean", "average", "downsample"))
class AvgPool2d(AvgPool, rank=2):
    """Takes the mean of each window of a picture."""

    divisor_override: int | None = whole(None, "Divides by this, not by the window's size")


@layer("Pooling", stem="pool", aliases=("pool", "mean", "average", "downsample"))
class AvgPool3d(AvgPool, rank=3):
    """Takes the mean of each window of a volume."""

    divisor_override: int | None = whole(None, "Divides by this, not by the window's size")

    def types(self, x: TensorType) -> tuple[TensorType]:
        made = super().types(x)
        kernels = self.each(self.kernel_size)
        _, sizes = expect.spatial(x, self.rank)  # here torch does not count the padding
        expect.at_least(sizes, kernels, say("a window of {0}", expect.across(kernels)), x)
        return made


class Adaptive(Spatial):
    """What adaptive pooling shares: windows sized so that a given number come out."""

    positional: ClassVar[tuple[str, ...]] = ("output_size",)
    output_size: Size

    def resized(self, x: TensorType) -> TensorType:
        """The type that comes out."""
        expect.spatial(x, self.rank)
        return TensorType((*x.dims[:2], *self.each(self.output_size)), x.dtype)


@dataclass(frozen=True)
class AdaptiveAvgPool(Adaptive):
    """The rule of AdaptiveAvgPool1d, AdaptiveAvgPool2d and AdaptiveAvgPool3d."""

    output_size: Size = size(1, "Size that comes out", rank=1, short="size")

    def types(self, x: TensorType) -> tuple[TensorType]:
        return (self.resized(x),)


@layer("Pooling", stem="pool", aliases=("pool", "global", "gap", "mean", "average"))
class AdaptiveAvgPool1d(AdaptiveAvgPool, rank=1):
    """Takes means along a sequence so that a given length comes out."""


@layer("Pooling", stem="pool", aliases=("pool", "global", "gap", "mean", "average"))
class AdaptiveAvgPool2d(AdaptiveAvgPool, rank=2):
    """Takes means over a picture so that a given size comes out."""


@layer("Pooling", stem="pool", aliases=("pool", "global", "gap", "mean", "average"))
class AdaptiveAvgPool3d(AdaptiveAvgPool, rank=3):
    """Takes means over a volume so that a given size comes out."""


@dataclass(frozen=True)
class AdaptiveMaxPool(Adaptive):
    """The rule of AdaptiveMaxPool1d, AdaptiveMaxPool2d and AdaptiveMaxPool3d."""

    output_size: Size = size(1, "Size that comes out", rank=1, short="size")
    return_indices: bool = flag(False, "Also answers where each value was, for unpooling")

    @property
    def outputs(self) -> tuple[str, ...]:
        """The values, and where they were when asked for."""
        return ("output", "indices") if self.return_indices else ("output",)

    def types(self, x: TensorType) -> tuple[TensorType, ...]:
        y = self.resized(x)
        return (y, y._replace(dtype="int64")) if self.return_indices else (y,)


@layer("Pooling", stem="pool", aliases=("pool", "global", "max"))
class AdaptiveMaxPool1d(AdaptiveMaxPool, rank=1):
    """Keeps largest values along a sequence so that a given length comes out."""


@layer("Pooling", stem="pool", aliases=("pool", "global", "max"))
class AdaptiveMaxPool2d(AdaptiveMaxPool, rank=2):
    """Keeps largest values of a picture so that a given size comes out."""


@layer("Pooling", stem="pool", aliases=("pool", "global", "max"))
class AdaptiveMaxPool3d(AdaptiveMaxPool, rank=3):
    """Keeps largest values of a volume so that a given size comes out."""
