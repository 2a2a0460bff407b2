"""What one run does: its data, loss, optimizer and schedule, and the numbers beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from nodegraph.recipe.datasets import DATASETS, Dataset
from nodegraph.recipe.parts import (
    Adam,
    Constant,
    CosineAnnealingLR,
    CrossEntropyLoss,
    OneCycleLR,
    Part,
    StepLR,
)
from nodegraph.setting import Settled, choice, whole

TARGETS = ("classes", "one_hot", "values", "input")
Target = Literal["classes", "one_hot", "values", "input"]
DEVICES = ("auto", "cpu", "cuda", "mps")


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
