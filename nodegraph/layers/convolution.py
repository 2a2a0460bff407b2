"""Convolutions and transposed convolutions, each family's rule written once.

Output sizes follow the formulas on torch's own pages for Conv2d and ConvTranspose2d.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, layer
from nodegraph.layers.spatial import Size, Spatial
from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import choice, flag, size, whole


class Filters(Spatial):
    """What both families share: filters that may be split into groups of channels."""

    positional: ClassVar[tuple[str, ...]] = ("out_channels", "kernel_size")
    out_channels: int
    kernel_size: Size
    dilation: Size
    groups: int
    bias: bool

    def inferred(self, x: TensorType) -> dict[str, Any]:
        return {"in_channels": x.dims[1]}

    def weights(self, x: TensorType) -> int:
        return self.filter_weights(x) + self.bias * self.out_channels

    def filter_weights(self, x: TensorType) -> int:
        """The numbers in the filters, without the bias."""
        channels = expect.number(x.dims[1], expect.CHANNELS, x)
        return channels * self.out_channels // self.groups * prod(self.each(self.kernel_size))

    def channels_fit(self, channels: int, x: TensorType) -> None:
        """Raises unless the groups divide the channels that come in and those that go out."""
        if channels % self.groups:
            raise Mismatch(say("channels that {0} groups divide", self.groups), x)
        if self.out_channels % self.groups:
            needed = say("out_channels that {0} groups divide", self.groups)
            raise Mismatch(needed, self.out_channels)

    @cached_property
    def spans(self) -> tuple[int, ...]:
        """How far a dilated filter reaches in each direction."""
        pairs = zip(self.each(self.kernel_size), self.each(self.dilation), strict=True)
        return tuple(step * (kernel - 1) + 1 for kernel, step in pairs)

    @cached_property
    def reason(self) -> str:
        """What asks for a least size: "a kernel of 5"."""
        words = say("a kernel of {0}", expect.across(self.each(self.kernel_size)))
        return (
            words
            if self.dilation == 1
            else say("{0} dilated to {1}", words, expect.across(self.spans))
        )


@dataclass(frozen=True)
class Convolution(Filters):
    """The rule of Conv1d, Conv2d and Conv3d."""

    out_channels: int = whole(32, "How many filters, and so channels that come out", short="out")
    kernel_size: Size = size(3, "Size of each filter", rank=1, short="k")
    stride: Size = size(1, "How far the filter moves each step", rank=1)
    padding: Size | str = size(
        0,
        "How much is added at every edge; same keeps the size",
        rank=1,
        low=0,
        words=("valid", "same"),
        short="pad",
    )
    dilation: Size = size(1, "Distance between the filter's points", rank=1)
    groups: int = whole(1, "Into how many separate groups the channels are split")
    bias: bool = flag(True, "Adds a learned number to each channel")
    padding_mode: str = choice(
        "zeros", ("zeros", "reflect", "replicate", "circular"), "What the added edge is filled with"
    )

    def types(self, x: TensorType) -> tuple[TensorType]:
        channels, sizes = expect.spatial(x, self.rank)
        self.channels_fit(channels, x)
        self._edges_fit(sizes, x)
        if self.padding == "same":
            return (TensorType((x.dims[0], self.out_channels, *sizes), x.dtype),)
        expect.at_least(sizes, self._least, self.reason, x)
        return (TensorType((x.dims[0], self.out_channels, *self._slid(sizes)), x.dtype),)

    def multiply_adds(self, x: TensorType) -> int:
        _, sizes = expect.spatial(x, self.rank)
        places = sizes if self.padding == "same" else self._slid(sizes)
        return self.filter_weights(x) * TensorType((x.dims[0], *places)).values()

    def _slid(self, sizes: tuple[int, ...]) -> list[int]:
        """How many places the filter stops at in each direction."""
        steps = zip(sizes, self._steps, strict=True)
        return [(n + room) // stride + 1 for n, (room, stride) in steps]

    @cached_property
    def _steps(self) -> tuple[tuple[int, int], ...]:
        """For each direction: what padding adds beyond one filter, and the stride."""
        rows = zip(self._pads, self.spans, self.each(self.stride), strict=True)
        return tuple((2 * pad - span, stride) for pad, span, stride in rows)

    @cached_property
    def _least(self) -> tuple[int, ...]:
        """The smallest size that holds one filter in each direction."""
        return tuple(max(-room, 1) for room, _ in self._steps)

    @cached_property
    def _pads(self) -> tuple[int, ...]:
        """The padding on the wider side of each direction."""
        if self.padding == "same":
            return tuple(span // 2 for span in self.spans)
        return self.each(0 if isinstance(self.padding, str) else self.padding)

    def _edges_fit(self, sizes: tuple[int, ...], x: TensorType) -> None:
        """Raises where the padding asks for what the input does not have."""
        if self.padding == "same" and self.stride != 1:
            came = say("a stride of {0}", expect.across(self.each(self.stride)))
            raise Mismatch(say('a stride of 1 for padding "same"'), came)
        if self.padding_mode in ("reflect", "circular"):
            beyond = self.padding_mode == "reflect"  # a mirror does not repeat the edge itself
            why = say("{0} padding of {1}", self.padding_mode, expect.across(self._pads))
            expect.at_least(sizes, [pad + beyond for pad in self._pads], why, x)


@layer("Convolution", stem="conv", aliases=("conv", "convolution", "sequence", "temporal"))
class Conv1d(Convolution, rank=1):
    """Slides learned filters along a sequence."""


@layer("Convolution", stem="conv", aliases=("conv", "convolution", "cnn", "filter"))
class Conv2d(Convolution, rank=2):
    """Slides learned filters over a picture."""


@layer("Convolution", stem="conv", aliases=("conv", "convolution", "volume", "video"))
class Conv3d(Convolution, rank=3):
    """Slides learned filters through a volume."""


@dataclass(frozen=True)
class TransposedConvolution(Filters):
    """The rule of ConvTranspose1d, ConvTranspose2d and ConvTranspose3d."""

    out_channels: int = whole(32, "How many filters, and so channels that come out", short="out")
    kernel_size: Size = size(3, "Size of each filter", rank=1, short="k")
    stride: Size = size(1, "How far apart the input's values are laid", rank=1, short="s")
    padding: Size = size(0, "How much is cut off at every edge", rank=1, low=0)
    output_padding: Size = size(0, "How much is added at the far edge", rank=1, low=0)
    groups: int = whole(1, "Into how many separate groups the channels are split")
    bias: bool = flag(True, "Adds a learned number to each channel")
    dilation: Size = size(1, "Distance between the filter's points", rank=1)

    def types(self, x: TensorType) -> tuple[TensorType]:
        channels, sizes = expect.spatial(x, self.rank)
        self.channels_fit(channels, x)
        strides, extra = self.each(self.stride), self.each(self.output_padding)
        for more, stride, step in zip(extra, strides, self.each(self.dilation), strict=True):
            if more >= stride and more >= step:
                needed = say("an output_padding smaller than the stride or the dilation")
                raise Mismatch(needed, expect.across(extra))
        out = tuple(
            (n - 1) * stride - 2 * pad + span + more
            for n, stride, pad, span, more in zip(
                sizes, strides, self.each(self.padding), self.spans, extra, strict=True
            )
        )
        if min(out) < 1:
            cut = expect.across(self.each(self.padding))
            raise Mismatch(say("a larger input, as padding {0} cuts all of it away", cut), x)
        return (TensorType((x.dims[0], self.out_channels, *out), x.dtype),)

    def multiply_adds(self, x: TensorType) -> int:
        return self.filter_weights(x) * TensorType((x.dims[0], *x.dims[2:])).values()


@layer("Convolution", stem="deconv", aliases=("deconv", "transposed", "upsample"))
class ConvTranspose1d(TransposedConvolution, rank=1):
    """Lays learned filters along a longer sequence: a convolution run backwards."""


@layer("Convolution", stem="deconv", aliases=("deconv", "transposed", "upsample", "decoder"))
class ConvTranspose2d(TransposedConvolution, rank=2):
    """Lays learned filters over a larger picture: a convolution run backwards."""


@layer("Convolution", stem="deconv", aliases=("deconv", "transposed", "upsample"))
class ConvTranspose3d(TransposedConvolution, rank=3):
    """Lays learned filters into a larger volume: a convolution run backwards."""
