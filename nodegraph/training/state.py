"""Everything of a run that changes: weights, optimizer, schedule, random numbers, how far it is.

Kept after every epoch and read back, it makes a run go on as if it had never been interrupted:
the same losses, bit for bit, on the CPU.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler, OneCycleLR, StepLR

from nodegraph.recipe import Recipe


@dataclass
class State:
    """A run at one moment. `epoch` and `step` count what is done; `seconds` leaves pauses out."""

    module: nn.Module
    optimizer: Optimizer
    schedule: LRScheduler | None
    order: torch.Generator  # shuffles the training set
    epoch: int = 0
    step: int = 0
    seconds: float = 0.0

    @staticmethod
    def begin(module: nn.Module, recipe: Recipe, samples: int) -> State:
        """The state before the first step; `module` lies on its device already."""
        made = getattr(torch.optim, recipe.optimizer.name)
        optimizer = made(module.parameters(), **recipe.optimizer.arguments)
        steps = -(-samples // recipe.batch_size)  # the last batch may be smaller
        schedule = _schedule(optimizer, recipe, steps)
        return State(module, optimizer, schedule, torch.Generator().manual_seed(recipe.seed))

    def save(self, path: Path) -> None:
        """Writes it whole or not at all."""
        told = {
            "epoch": self.epoch,
            "step": self.step,
            "seconds": self.seconds,
            "model": self.module.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict() if self.schedule else None,
            "order": self.order.get_state(),
            "random": torch.get_rng_state(),
            "cuda_random": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        }
        save_tensors(told, path)

    def restore(self, path: Path) -> None:
        """Becomes the state that was saved there; torch's random numbers go on from there too."""
        # Tensors, numbers and text only: a file can't run code.
        told = torch.load(path, weights_only=True, map_location="cpu")
        self.epoch, self.step = int(told["epoch"]), int(told["step"])
        self.seconds = float(told["seconds"])
        self.module.load_state_dict(told["model"])
        self.optimizer.load_state_dict(told["optimizer"])
        if self.schedule:
            self.schedule.load_state_dict(told["schedule"])
        self.order.set_state(told["order"])
        torch.set_rng_state(told["random"])
        if told["cuda_random"] and torch.cuda.is_available():
            torch.cuda.set_rng_state_all(told["cuda_random"])


def save_tensors(value: Any, path: Path) -> None:
    """torch.save, whole or not at all: the old file stays until the new one is complete.

    Raises OSError where the disk is full.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            torch.save(value, file)
        os.replace(part, path)
    except RuntimeError as error:
        # torch tells of a full disk as of a mistake of its own; what the system said is behind it.
        if isinstance(refused := error.__context__, OSError):
            raise refused from None
        raise
    finally:
        part.unlink(missing_ok=True)


def _schedule(optimizer: Optimizer, recipe: Recipe, steps: int) -> LRScheduler | None:
    settings, total = recipe.schedule_arguments, recipe.epochs * steps
    match recipe.schedule.name:
        case "StepLR":
            return StepLR(optimizer, **settings)
        case "CosineAnnealingLR":
            return CosineAnnealingLR(optimizer, T_max=total, **settings)
        case "OneCycleLR":
            return OneCycleLR(optimizer, total_steps=total, **settings)
    return None
