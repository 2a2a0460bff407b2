"""Dropout and its kin: what is zeroed while training differs, the shape never does."""

from __future__ import annotations

from dataclasses import dataclass

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, Module, layer
from nodegraph.layers.spatial import Spatial
from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import real


@layer("Regularization", stem="dropout", aliases=("drop",))
class Dropout(Module):
    """Zeroes random values while training."""

    p: float = real(0.5, "How often a value is zeroed", low=0, high=1, short="p")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        return (x,)


@dataclass(frozen=True)
class ChannelDropout(Spatial):
    """The rule of Dropout1d, Dropout2d and Dropout3d."""

    p: float = real(0.5, "How often a channel is zeroed", low=0, high=1, short="p")

    def types(self, x: TensorType) -> tuple[TensorType]:
        if len(x.dims) != self.rank + 2:
            raise Mismatch(expect.SAMPLES[self.rank], x)
        expect.decimals(x)
        return (x,)


@layer("Regularization", stem="dropout", aliases=("drop", "channel"))
class Dropout1d(ChannelDropout, rank=1):
    """Zeroes random channels of sequences while training."""


@layer("Regularization", stem="dropout", aliases=("drop", "channel", "spatial"))
class Dropout2d(ChannelDropout, rank=2):
    """Zeroes random channels of pictures while training."""


@layer("Regularization", stem="dropout", aliases=("drop", "channel"))
class Dropout3d(ChannelDropout, rank=3):
    """Zeroes random channels of volumes while training."""


@layer("Regularization", stem="dropout", aliases=("drop", "selu"))
class AlphaDropout(Dropout):
    """Masks random values while training and keeps mean and variance, for use with SELU."""

    p: float = real(0.5, "How often a value is masked", low=0, high=1, short="p")


@layer("Regularization", stem="dropout", aliases=("drop", "selu", "channel"))
class FeatureAlphaDropout(Dropout):
    """Masks random channels while training and keeps mean and variance, for use with SELU."""

    p: float = real(0.5, "How often a channel is masked", low=0, high=1, short="p")

    def types(self, x: TensorType) -> tuple[TensorType]:
        if len(x.dims) < 2:
            raise Mismatch(say("channels after the batch (batch × channels × ...)"), x)
        return super().types(x)
