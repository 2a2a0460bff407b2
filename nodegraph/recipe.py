"""Everything a run needs beside the network: data, loss, optimizer, schedule, epochs, seed, device.

Names and defaults are torch's own. The facts about the data sets stand here too, because the
checker, the writer and the loaders all need them and none may differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, Literal

from nodegraph.say import say
from nodegraph.setting import SettingError, Settled, choice, flag, real, whole

TARGETS = ("classes", "one_hot", "values", "input")
Target = Literal["classes", "one_hot", "values", "input"]
DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True)
class Part(Settled):
    """A named choice with its settings: a loss, an optimizer, a schedule."""

    help: ClassVar[str] = ""

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


@dataclass(frozen=True)
class Dataset:
    """Facts of a data set: one sample's shape, classes, counts, and how it is normalised."""

    name: str
    title: str
    shape: tuple[int, ...]
    classes: int | None  # None: no classes, the target is numbers
    train: int
    test: int
    mean: tuple[float, ...]
    std: tuple[float, ...]  # of the training set, by channel or column; one number: of all
    source: Literal["torchvision", "scikit-learn", "made"]
    about: str


def _torchvision(
    name: str, title: str, shape: tuple[int, ...], classes: int, train: int, test: int,
    mean: tuple[float, ...], std: tuple[float, ...], about: str,
) -> Dataset:  # fmt: skip
    return Dataset(name, title, shape, classes, train, test, mean, std, "torchvision", about)


_GREY, _COLOUR = (1, 28, 28), (3, 32, 32)
DATASETS: Mapping[str, Dataset] = MappingProxyType(
    {
        dataset.name: dataset
        for dataset in (
            _torchvision("mnist", "MNIST", _GREY, 10, 60_000, 10_000,
                         (0.1307,), (0.3081,), "Handwritten digits"),
            _torchvision("fashion_mnist", "FashionMNIST", _GREY, 10, 60_000, 10_000,
                         (0.2860,), (0.3530,), "Pieces of clothing"),
            _torchvision("kmnist", "KMNIST", _GREY, 10, 60_000, 10_000,
                         (0.1918,), (0.3483,), "Cursive Japanese characters"),
            _torchvision("emnist", "EMNIST (balanced)", _GREY, 47, 112_800, 18_800,
                         (0.1751,), (0.3332,), "Handwritten digits and letters"),
            _torchvision("cifar10", "CIFAR10", _COLOUR, 10, 50_000, 10_000,
                         (0.4914, 0.4822, 0.4465), (0.2470, 0.2435, 0.2616), "Small photographs"),
            _torchvision("cifar100", "CIFAR100", _COLOUR, 100, 50_000, 10_000,
                         (0.5071, 0.4865, 0.4409), (0.2673, 0.2564, 0.2762), "Small photographs"),
            Dataset("digits", "Digits 8×8", (1, 8, 8), 10, 1_497, 300,
                    (0.3055,), (0.3762,), "scikit-learn", "Handwritten digits"),
            Dataset("digits28", "Digits 28×28", _GREY, 10, 1_497, 300,
                    (0.3055,), (0.3249,), "scikit-learn",
                    "The 8×8 digits enlarged to MNIST's size"),
            Dataset("diabetes", "Diabetes", (10,), None, 353, 89,
                    (0.0002,), (0.0480,), "scikit-learn",
                    "Ten measures of 442 patients and how the illness went on"),
            Dataset("moons", "Moons", (2,), 2, 1_600, 400,
                    (0.4936, 0.2491), (0.8752, 0.5083), "made", "Two interleaved half circles"),
            Dataset("spirals", "Spirals", (2,), 2, 1_600, 400,
                    (0.0020, 0.0016), (0.5006, 0.4920), "made", "Two spirals, one in the other"),
            Dataset("rings", "Rings", (2,), 2, 1_600, 400,
                    (-0.0026, -0.0009), (0.5691, 0.5621), "made", "A ring around another"),
        )
    }
)  # fmt: skip


@dataclass(frozen=True)
class Recipe(Settled):
    """What a run does with a network. Equal recipes and graphs give equal runs on the CPU."""

    data: str = choice("mnist", tuple(DATASETS), "The data set")
    loss: Part = field(default=CrossEntropyLoss())
    target: Target = choice("classes", TARGETS, "What the output is compared with")
    optimizer: Part = field(default=Adam())
    schedule: Part = field(default=Constant())
    epochs: int = whole(3, "How often all training data is seen", high=100_000)
    batch_size: int = whole(64, "Samples in one step", high=1_000_000)
    seed: int = whole(0, "Where random numbers begin", low=0, high=2**63 - 1)
    device: str = choice("auto", DEVICES, "Where it is computed")

    @property
    def dataset(self) -> Dataset:
        """The facts of its data."""
        return DATASETS[self.data]

    @property
    def has_accuracy(self) -> bool:
        """Whether outputs are scores of classes, so that the largest is the answer."""
        return self.dataset.classes is not None and self.target in ("classes", "one_hot")

    @property
    def schedule_by_step(self) -> bool:
        """Whether the rate moves after every step and spans the whole run, not by epochs."""
        return isinstance(self.schedule, (CosineAnnealingLR, OneCycleLR))

    @property
    def schedule_arguments(self) -> dict[str, Any]:
        """What torch's schedule is called with, beside the optimizer and the number of steps."""
        told = self.schedule.arguments
        if isinstance(self.schedule, StepLR):
            return {"step_size": self.schedule.step_size, **told}
        if isinstance(self.schedule, OneCycleLR):
            optimizer = self.optimizer
            told = {"max_lr": getattr(optimizer, "lr", 1e-3), **told}
            # torch would give a momentum to an optimizer that was chosen without one.
            if not getattr(optimizer, "momentum", 0) and not hasattr(optimizer, "beta1"):
                told["cycle_momentum"] = False
        return told


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
