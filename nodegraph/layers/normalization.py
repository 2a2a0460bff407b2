"""Normalization: brings values to mean 0 and variance 1 over a batch, channels or a sample."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any, ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, Module, layer
from nodegraph.layers.spatial import Spatial
from nodegraph.layers.types import TensorType
from nodegraph.say import either, say
from nodegraph.setting import flag, real, whole

_SIZES, _LAST = say("channels and sizes"), say("last dimensions")


class OfChannels(Spatial):
    """What batch and instance normalization share: a scale and a shift for each channel."""

    affine: bool

    def inferred(self, x: TensorType) -> dict[str, Any]:
        return {"num_features": x.dims[1]}

    def weights(self, x: TensorType) -> int:
        return 2 * expect.number(x.dims[1], expect.CHANNELS, x) * self.affine


@dataclass(frozen=True)
class BatchNorm(OfChannels):
    """The rule of BatchNorm1d, BatchNorm2d and BatchNorm3d."""

    eps: float = real(1e-5, "Added to the variance, so that nothing divides by zero", low=1e-12)
    momentum: float | None = real(0.1, "How fast running means follow; none: a plain mean")
    affine: bool = flag(True, "Learns a scale and a shift for each channel")
    track_running_stats: bool = flag(True, "Keeps running means for use after training")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.spatial(x, self.rank)
        return (x,)


@layer("Normalization", stem="bn", aliases=("bn", "batch norm"))
class BatchNorm1d(BatchNorm, rank=1):
    """Normalizes each feature or channel over the batch."""

    def types(self, x: TensorType) -> tuple[TensorType]:
        if len(x.dims) not in (2, 3):
            raise Mismatch(either([say("features (batch × features)"), expect.SAMPLES[1]]), x)
        expect.decimals(x)
        for dim in x.dims[1:]:
            expect.number(dim, _SIZES, x)
        return (x,)


@layer("Normalization", stem="bn", aliases=("bn", "batch norm"))
class BatchNorm2d(BatchNorm, rank=2):
    """Normalizes each channel of pictures over the batch."""


@layer("Normalization", stem="bn", aliases=("bn", "batch norm"))
class BatchNorm3d(BatchNorm, rank=3):
    """Normalizes each channel of volumes over the batch."""


class OfLast(Module):
    """What layer and root-mean-square normalization share: they work on the last dimensions."""

    ours: ClassVar[tuple[str, ...]] = ("dims",)  # torch's normalized_shape comes from the wire
    dims: int
    elementwise_affine: bool

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        self._shape(x)
        return (x,)

    def inferred(self, x: TensorType) -> dict[str, Any]:
        shape = self._shape(x)
        return {"normalized_shape": shape[0] if len(shape) == 1 else shape}

    def weights(self, x: TensorType) -> int:
        return prod(self._shape(x)) * self.elementwise_affine

    def _shape(self, x: TensorType) -> tuple[int, ...]:
        if len(x.dims) < self.dims:
            raise Mismatch(say("at least {0}", expect.dimensions(self.dims)), x)
        last = x.dims[len(x.dims) - self.dims :]
        return tuple(expect.number(dim, _LAST, x) for dim in last)


@layer("Normalization", stem="norm", aliases=("ln", "layer norm", "transformer"))
class LayerNorm(OfLast):
    """Normalizes the last dimensions of each sample."""

    dims: int = whole(1, "How many of the last dimensions are normalized together", short="dims")
    eps: float = real(1e-5, "Added to the variance, so that nothing divides by zero", low=0)
    elementwise_affine: bool = flag(True, "Learns a scale and a shift for each value")
    bias: bool = flag(True, "Learns the shift too")

    def weights(self, x: TensorType) -> int:
        return super().weights(x) * (1 + self.bias)


@layer("Normalization", stem="norm", aliases=("rms", "root mean square", "transformer"))
class RMSNorm(OfLast):
    """Divides the last dimensions of each sample by their root mean square."""

    dims: int = whole(1, "How many of the last dimensions are normalized together", short="dims")
    eps: float | None = real(None, "Added to the mean square; torch's smallest step if none", low=0)
    elementwise_affine: bool = flag(True, "Learns a scale for each value")


@layer("Normalization", stem="norm", aliases=("gn", "group norm"))
class GroupNorm(Module):
    """Normalizes groups of channels of each sample."""

    ours: ClassVar[tuple[str, ...]] = ("num_groups",)  # written first, before what is inferred
    num_groups: int = whole(8, "Into how many groups the channels are split", short="groups")
    eps: float = real(1e-5, "Added to the variance, so that nothing divides by zero", low=0)
    affine: bool = flag(True, "Learns a scale and a shift for each channel")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        if len(x.dims) < 2:
            raise Mismatch(say("channels after the batch (batch × channels × ...)"), x)
        sizes = [expect.number(dim, _SIZES, x) for dim in x.dims[1:]]
        if sizes[0] % self.num_groups:
            raise Mismatch(say("channels that {0} groups divide", self.num_groups), x)
        if prod(sizes) == self.num_groups:
            raise Mismatch(say("more than one value in each group"), x)
        return (x,)

    def inferred(self, x: TensorType) -> dict[str, Any]:
        return {"num_channels": x.dims[1]}

    def build(self, x: TensorType) -> str:
        return self.new(self.num_groups, *self.inferred(x).values())

    def weights(self, x: TensorType) -> int:
        return 2 * expect.number(x.dims[1], expect.CHANNELS, x) * self.affine


@dataclass(frozen=True)
class InstanceNorm(OfChannels):
    """The rule of InstanceNorm1d, InstanceNorm2d and InstanceNorm3d."""

    eps: float = real(1e-5, "Added to the variance, so that nothing divides by zero", low=0)
    momentum: float = real(0.1, "How fast running means follow")
    affine: bool = flag(False, "Learns a scale and a shift for each channel")
    track_running_stats: bool = flag(False, "Keeps running means for use after training")

    def types(self, x: TensorType) -> tuple[TensorType]:
        _, sizes = expect.spatial(x, self.rank)
        if prod(sizes) == 1:
            raise Mismatch(say("more than one value in each channel"), x)
        return (x,)


@layer("Normalization", stem="norm", aliases=("in", "instance norm", "style"))
class InstanceNorm1d(InstanceNorm, rank=1):
    """Normalizes each channel of each sequence by itself."""


@layer("Normalization", stem="norm", aliases=("in", "instance norm", "style"))
class InstanceNorm2d(InstanceNorm, rank=2):
    """Normalizes each channel of each picture by itself."""


@layer("Normalization", stem="norm", aliases=("in", "instance norm", "style"))
class InstanceNorm3d(InstanceNorm, rank=3):
    """Normalizes each channel of each volume by itself."""
