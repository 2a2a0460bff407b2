"""Every activation of torch.nn. What is done to each number alone keeps the shape.

torch's `inplace` is left out: written over its input, a value would change under whatever else
reads it, and a drawing lets anything read any output.
"""

from __future__ import annotations

from typing import ClassVar

from nodegraph.layers import expect
from nodegraph.layers.base import Mismatch, Module, layer
from nodegraph.layers.types import TensorType
from nodegraph.say import say
from nodegraph.setting import choice, real, whole


class Elementwise(Module):
    """Answers one number for each number."""

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        return (x,)


@layer("Activation", stem="relu", aliases=("rectifier",))
class ReLU(Elementwise):
    """Lets positive values through and makes negative ones zero."""


@layer("Activation", stem="relu")
class ReLU6(Elementwise):
    """Holds values between 0 and 6."""


@layer("Activation", stem="relu", aliases=("relu", "leaky"))
class LeakyReLU(Elementwise):
    """Lets positive values through and shrinks negative ones."""

    negative_slope: float = real(0.01, "What negative values are multiplied by", short="slope")


@layer("Activation", stem="prelu", aliases=("relu", "leaky", "learned"))
class PReLU(Elementwise):
    """Lets positive values through and multiplies negative ones by a learned number."""

    num_parameters: int = whole(1, "One slope for all, or one for each channel", short="n")
    init: float = real(0.25, "The slope that training starts from")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        channels = x.dims[1] if len(x.dims) > 1 else 1
        if self.num_parameters not in (1, channels):
            raise Mismatch(say("{0} channels, one for each slope", self.num_parameters), x)
        return (x,)

    def weights(self, x: TensorType) -> int:
        return self.num_parameters


@layer("Activation", stem="rrelu", aliases=("relu", "leaky", "random"))
class RReLU(Elementwise):
    """Multiplies negative values by a slope drawn at random while training."""

    lower: float = real(1 / 8, "The smallest slope drawn")
    upper: float = real(1 / 3, "The largest slope drawn")

    def types(self, x: TensorType) -> tuple[TensorType]:
        if self.lower > self.upper:
            raise Mismatch(say("an upper slope of at least {0:g}", self.lower), f"{self.upper:g}")
        return super().types(x)


@layer("Activation", stem="elu", aliases=("exponential",))
class ELU(Elementwise):
    """Lets positive values through and bends negative ones towards -alpha."""

    alpha: float = real(1.0, "How far below zero it goes", short="α")


@layer("Activation", stem="selu", aliases=("exponential", "self normalizing"))
class SELU(Elementwise):
    """Bends negative values so that mean and variance keep themselves from layer to layer."""


@layer("Activation", stem="celu", aliases=("exponential",))
class CELU(Elementwise):
    """Like ELU, but smooth at zero for every alpha."""

    alpha: float = real(1.0, "How far below zero it goes; not zero", short="α")

    def types(self, x: TensorType) -> tuple[TensorType]:
        if self.alpha == 0:
            raise Mismatch(say("an alpha other than zero"), "0")
        return super().types(x)


@layer("Activation", stem="gelu", aliases=("gaussian", "transformer"))
class GELU(Elementwise):
    """Weighs each value by how likely a normal number lies below it."""

    approximate: str = choice("none", ("none", "tanh"), "Whether a faster formula stands in")


@layer("Activation", stem="silu", aliases=("swish",))
class SiLU(Elementwise):
    """Weighs each value by its sigmoid; also called swish."""


@layer("Activation", stem="mish")
class Mish(Elementwise):
    """Weighs each value by the tanh of its softplus."""


@layer("Activation", stem="sigmoid", aliases=("logistic",))
class Sigmoid(Elementwise):
    """Squeezes values between 0 and 1."""


@layer("Activation", stem="tanh", aliases=("hyperbolic",))
class Tanh(Elementwise):
    """Squeezes values between -1 and 1."""


@layer("Activation", stem="logsigmoid", aliases=("sigmoid",))
class LogSigmoid(Elementwise):
    """The logarithm of the sigmoid, computed without losing digits."""


@layer("Activation", stem="hardsigmoid", aliases=("sigmoid",))
class Hardsigmoid(Elementwise):
    """A sigmoid made of three straight lines."""


@layer("Activation", stem="hardswish", aliases=("swish", "silu", "mobilenet"))
class Hardswish(Elementwise):
    """A swish made of straight lines, quick to compute."""


@layer("Activation", stem="hardtanh", aliases=("clamp", "clip"))
class Hardtanh(Elementwise):
    """Holds values between two bounds."""

    min_val: float = real(-1.0, "The lower bound", short="min")
    max_val: float = real(1.0, "The upper bound, above the lower one", short="max")

    def types(self, x: TensorType) -> tuple[TensorType]:
        if self.max_val <= self.min_val:
            raise Mismatch(say("a max_val above {0:g}", self.min_val), f"{self.max_val:g}")
        return super().types(x)


@layer("Activation", stem="softplus", aliases=("smooth relu",))
class Softplus(Elementwise):
    """A smooth ReLU, always above zero."""

    beta: float = real(1.0, "How sharp the bend is", short="β")
    threshold: float = real(20.0, "Above this times beta it is taken as a straight line")


@layer("Activation", stem="softsign")
class Softsign(Elementwise):
    """Divides each value by one more than its size, so that it stays between -1 and 1."""


@layer("Activation", stem="softshrink", aliases=("shrink",))
class Softshrink(Elementwise):
    """Moves each value towards zero by lambd, and those nearer to zero."""

    lambd: float = real(0.5, "How far values are moved", low=0, short="λ")


@layer("Activation", stem="hardshrink", aliases=("shrink",))
class Hardshrink(Elementwise):
    """Makes values near zero zero and leaves the others alone."""

    lambd: float = real(0.5, "How near to zero", short="λ")


@layer("Activation", stem="tanhshrink", aliases=("shrink",))
class Tanhshrink(Elementwise):
    """Takes each value's tanh away from it."""


@layer("Activation", stem="threshold")
class Threshold(Elementwise):
    """Replaces values that are not above a threshold."""

    positional: ClassVar[tuple[str, ...]] = ("threshold", "value")
    threshold: float = real(0.0, "What a value must be above to pass", short="above")
    value: float = real(0.0, "What the others become", short="else")


@layer("Activation", stem="glu", aliases=("gate", "gated"))
class GLU(Module):
    """Splits a dimension in halves and weighs the first by the sigmoid of the second."""

    dim: int = whole(-1, "Which dimension is halved", low=None, short="dim")

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        along = expect.axis(self.dim, x)
        length = expect.number(x.dims[along], expect.DIMENSION, x)
        if length % 2:
            raise Mismatch(say("an even size in dim {0}", self.dim), x)
        return (x.with_dim(along, length // 2),)


class Along(Module):
    """Turns the numbers along one dimension into shares of one whole."""

    always: ClassVar[tuple[str, ...]] = ("dim",)  # torch's own default, none, is deprecated
    dim: int

    def types(self, x: TensorType) -> tuple[TensorType]:
        expect.decimals(x)
        expect.axis(self.dim, x)
        return (x,)


@layer("Activation", stem="softmax", aliases=("probability", "classes"))
class Softmax(Along):
    """Turns values into shares that are positive and add up to 1."""

    dim: int = whole(-1, "Along which dimension they add up", low=None, short="dim")


@layer("Activation", stem="softmin", aliases=("softmax", "probability"))
class Softmin(Along):
    """A softmax in which the smallest value gets the largest share."""

    dim: int = whole(-1, "Along which dimension they add up", low=None, short="dim")


@layer("Activation", stem="logsoftmax", aliases=("softmax", "nll"))
class LogSoftmax(Along):
    """The logarithm of the softmax, as the NLL loss wants it."""

    dim: int = whole(-1, "Along which dimension they add up", low=None, short="dim")


@layer("Activation", stem="softmax", aliases=("softmax", "segmentation"))
class Softmax2d(Module):
    """A softmax over the channels at every point of a picture."""

    def types(self, x: TensorType) -> tuple[TensorType]:
        if len(x.dims) != 4:
            raise Mismatch(expect.SAMPLES[2], x)
        expect.decimals(x)
        return (x,)
