"""Losses, optimizers and schedules, under torch's own names and with its defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar

from nodegraph.say import say
from nodegraph.setting import SettingError, Settled, flag, real, whole


@dataclass(frozen=True)
class Part(Settled):
    """A named choice with its settings: a loss, an optimizer, a schedule."""

    @property
    def name(self) -> str:
        """torch's own name of it."""
        return type(self).__name__

    @property
    def arguments(self) -> dict[str, Any]:
        """What torch is called with: the settings that differ from its defaults."""
        return self.changed()


@dataclass(frozen=True)
class CrossEntropyLoss(Part):
    """For classes: softmax and negative log likelihood in one; takes raw scores."""

    label_smoothing: float = real(
        0.0, "Share of certainty taken from the right class", low=0, high=1
    )


@dataclass(frozen=True)
class MSELoss(Part):
    """Mean of the squared differences."""


@dataclass(frozen=True)
class NLLLoss(Part):
    """For classes: takes log probabilities, as LogSoftmax gives them."""


@dataclass(frozen=True)
class BCEWithLogitsLoss(Part):
    """For yes or no for every output: takes raw scores."""


@dataclass(frozen=True)
class L1Loss(Part):
    """Mean of the differences' sizes."""


@dataclass(frozen=True)
class SmoothL1Loss(Part):
    """Squared near zero, straight beyond `beta`."""

    beta: float = real(1.0, "Where it turns from squared to straight", low=0)


def _must_be_below_1(chosen: Part, *names: str) -> None:
    """For what torch divides by 1 less of it."""
    for name in names:
        if getattr(chosen, name) >= 1:
            raise SettingError(name, say("a number from 0 to below 1"), getattr(chosen, name))


@dataclass(frozen=True)
class Optimizer(Part):
    """Steps the weights against their gradients."""

    fused: ClassVar[bool] = True  # torch can take the whole step in one pass over the memory

    lr: float = real(1e-3, "Learning rate", low=0)
    weight_decay: float = real(0.0, "Pulls weights towards zero (L2)", low=0)

    @property
    def arguments(self) -> dict[str, Any]:
        """The rate, always said; then the settings that differ from torch's defaults."""
        fused = {"fused": True} if self.fused else {}
        return {"lr": self.lr, **self.changed(), **fused}


@dataclass(frozen=True)
class SGD(Optimizer):
    """Stochastic gradient descent."""

    momentum: float = real(0.0, "How much of the last step goes on", low=0, high=1)
    nesterov: bool = flag(False, "Looks ahead along the momentum")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.nesterov and not self.momentum:
            raise SettingError("nesterov", say("a momentum above 0"), self.nesterov)


@dataclass(frozen=True)
class Adam(Optimizer):
    """Steps scaled by each weight's own gradient history."""

    beta1: float = real(0.9, "Memory of the gradient", low=0, high=1)
    beta2: float = real(0.999, "Memory of its square", low=0, high=1)
    eps: float = real(1e-8, "Keeps the division from zero", low=0)

    def __post_init__(self) -> None:
        super().__post_init__()
        _must_be_below_1(self, "beta1", "beta2")

    @property
    def arguments(self) -> dict[str, Any]:
        """As torch takes them: the two betas are one."""
        told = super().arguments
        if {"beta1", "beta2"} & set(told):
            told = {"betas": (self.beta1, self.beta2), **told}
        return {name: told[name] for name in told if name not in ("beta1", "beta2")}


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam with the weight decay apart from the gradient."""

    weight_decay: float = real(0.01, "Pulls weights towards zero", low=0)


@dataclass(frozen=True)
class RMSprop(Optimizer):
    """Steps divided by the running size of the gradient."""

    fused: ClassVar[bool] = False

    lr: float = real(0.01, "Learning rate", low=0)
    alpha: float = real(0.99, "Memory of the squared gradient", low=0, high=1)
    eps: float = real(1e-8, "Keeps the division from zero", low=0)
    momentum: float = real(0.0, "How much of the last step goes on", low=0, high=1)


@dataclass(frozen=True)
class Constant(Part):
    """The same rate throughout."""


@dataclass(frozen=True)
class StepLR(Part):
    """The rate is multiplied by `gamma` every `step_size` epochs."""

    step_size: int = whole(1, "Epochs between two steps")
    gamma: float = real(0.1, "Factor at each step", low=0)


@dataclass(frozen=True)
class CosineAnnealingLR(Part):
    """The rate falls along half a cosine, step by step, to `eta_min` at the end of the run."""

    eta_min: float = real(0.0, "Rate at the end", low=0)


@dataclass(frozen=True)
class OneCycleLR(Part):
    """The rate rises to the optimizer's, then falls to almost nothing, step by step."""

    pct_start: float = real(0.3, "Share of the run spent rising", low=0, high=1)

    def __post_init__(self) -> None:
        super().__post_init__()
        _must_be_below_1(self, "pct_start")


def _named(*parts: type[Part]) -> Mapping[str, type[Part]]:
    return MappingProxyType({part.__name__: part for part in parts})


LOSSES = _named(CrossEntropyLoss, MSELoss, NLLLoss, BCEWithLogitsLoss, L1Loss, SmoothL1Loss)
OPTIMIZERS = _named(SGD, Adam, AdamW, RMSprop)
SCHEDULES = _named(Constant, StepLR, CosineAnnealingLR, OneCycleLR)
CLASS_LOSSES = ("CrossEntropyLoss", "NLLLoss")  # take class numbers as their target


def part(kinds: Mapping[str, type[Part]], name: str, settings: Mapping[str, Any]) -> Part:
    """The named loss, optimizer or schedule with these settings.

    Raises SettingError for a name or setting that does not exist, or a value that does not fit.
    """
    if name not in kinds:
        raise SettingError("name", say("one of {0}", ", ".join(kinds)), name)
    try:
        return kinds[name](**settings)
    except TypeError:
        known = kinds[name]().__dataclass_fields__
        wrong = next(key for key in settings if key not in known)
        raise SettingError(name, say("one of its settings {0}", ", ".join(known)), wrong) from None
