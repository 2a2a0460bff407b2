"""The training loop: a generator of events, so that every reader has the same loop.

The whole set lies on the device as one tensor and a batch is an index into it. Losses stay on the
device too and are read once a report, because each read waits for the device. Pausing is not
asking for the next event; closing the generator stops.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator

import torch
from torch import Tensor, nn

from nodegraph.data import Data
from nodegraph.recipe import Recipe
from nodegraph.say import say
from nodegraph.training.clock import Clock, every
from nodegraph.training.events import EpochEnded, Event, Progress
from nodegraph.training.state import State

REPORT = 0.05  # seconds between two reports when nobody says when they are due
EVALUATED = 500  # held-out samples at a time


class Diverged(Exception):
    """The loss is no longer a finite number, from this step (from 1) on; `x` is the last batch."""

    def __init__(self, step: int, loss: float, x: Tensor) -> None:
        self.step, self.loss, self.x = step, loss, x
        super().__init__(say("the loss is {0} at step {1}", loss, step))


def train(
    module: nn.Module,
    data: Data,
    recipe: Recipe,
    *,
    state: State | None = None,
    due: Callable[[], bool] | None = None,
) -> Iterator[Event]:
    """Trains the module in place; module and data lie on the same device.

    A report comes after the batch at which `due()` says yes, by default some 20 times a second.
    Gives Progress and EpochEnded only: what stands before and after belongs to the run. Raises
    Diverged when a loss is not finite, and whatever the module raises.
    """
    state = state or State.begin(module, recipe, len(data.train_x))
    clock = Clock(state.seconds)
    for event in _epochs(state, data, recipe, due or every(REPORT), clock):
        clock.pause()
        yield event
        clock.go_on()


def _epochs(
    state: State, data: Data, recipe: Recipe, due: Callable[[], bool], clock: Clock
) -> Iterator[Event]:
    module, optimizer, schedule = state.module, state.optimizer, state.schedule
    stepwise = schedule if recipe.schedule_by_step else None
    loss_of = loss_function(recipe)
    x, labels, target = data.train_x, data.train_y, targets(data.train_x, data.train_y, recipe)

    while state.epoch < recipe.epochs:
        began = clock.seconds()
        module.train()
        told = _Told(state, x, labels if recipe.has_accuracy else None)
        order = torch.randperm(len(x), generator=state.order).to(x.device)
        for batch in torch.split(order, recipe.batch_size):
            output = module(x[batch])
            loss = loss_of(output, target[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if stepwise:
                stepwise.step()
            told.add(loss, output, batch)
            if due():
                yield Progress(state.step, told.read(), clock.seconds())
        if losses := told.read():
            yield Progress(state.step, losses, clock.seconds())
        if schedule and not stepwise:
            schedule.step()

        scoring = evaluate(module, data, recipe)
        while (score := next(scoring)) is None:
            if due():
                yield Progress(state.step, (), clock.seconds())
        state.epoch += 1
        state.seconds = clock.seconds()
        yield EpochEnded(state.epoch, *told.means(), *score, state.seconds - began)


class _Told:
    """The losses of an epoch: those on the device that wait to be read, and those that were."""

    def __init__(self, state: State, x: Tensor, labels: Tensor | None) -> None:
        self._state, self._x, self._labels = state, x, labels
        self._losses: list[Tensor] = []
        self._answers: list[Tensor] = []
        self._batches: list[Tensor] = []
        self._read: list[float] = []
        self._samples = self._right = 0

    def add(self, loss: Tensor, output: Tensor, batch: Tensor) -> None:
        """One step more; nothing is read from the device."""
        self._state.step += 1
        self._losses.append(loss.detach())
        self._batches.append(batch)
        if self._labels is not None:
            self._answers.append(output.detach())

    def read(self) -> tuple[float, ...]:
        """The losses since the last time; raises Diverged where one is not finite."""
        if not self._losses:
            return ()
        losses = tuple(torch.stack(self._losses).tolist())
        first = self._state.step - len(losses) + 1
        for step, loss in enumerate(losses, first):
            if not math.isfinite(loss):
                raise Diverged(step, loss, self._x[self._batches[-1]])
        if self._labels is not None:
            batch = torch.cat(self._batches)
            answers = torch.cat(self._answers).argmax(1)
            self._right += int((answers == self._labels[batch]).sum())
            self._samples += len(batch)
        self._read += losses
        self._losses, self._answers, self._batches = [], [], []
        return losses

    def means(self) -> tuple[float, float | None]:
        """Mean loss of the epoch's steps, and the share of right answers, as they were given."""
        accuracy = self._right / self._samples if self._samples else None
        return sum(self._read) / len(self._read), accuracy


Score = tuple[float, float | None]


def evaluate(module: nn.Module, data: Data, recipe: Recipe) -> Generator[Score | None, None, None]:
    """Loss and accuracy on the held-out set; gives None after each part of it until they are known.

    Both are means over all samples, the accuracy a share of 1; None without classes. The module
    is in eval mode only meanwhile.
    """
    loss_of, total, right = loss_function(recipe), 0.0, 0
    x, labels, target = data.test_x, data.test_y, targets(data.test_x, data.test_y, recipe)
    for start in range(0, len(x), EVALUATED):
        part = slice(start, start + EVALUATED)
        output = _answer(module, x[part])
        total += loss_of(output, target[part]).item() * len(output)
        if recipe.has_accuracy:
            right += int((output.argmax(1) == labels[part]).sum())
        yield None
    yield total / len(x), right / len(x) if recipe.has_accuracy else None


def _answer(module: nn.Module, x: Tensor) -> Tensor:
    # Not around the whole evaluation: whoever reads the events would run without gradients too.
    module.eval()
    with torch.no_grad():
        output: Tensor = module(x)
    module.train()
    return output


def loss_function(recipe: Recipe) -> nn.Module:
    """The loss, as torch has it."""
    made: nn.Module = getattr(nn, recipe.loss.name)(**recipe.loss.arguments)
    return made


def targets(x: Tensor, y: Tensor, recipe: Recipe) -> Tensor:
    """What the output is compared with.

    From inputs (N, *shape) and targets as `Data` has them: classes (N,), their one-hot rows
    (N, classes), values (N, 1), or the inputs themselves.
    """
    if recipe.target == "input":
        return x
    if recipe.target == "one_hot":
        return nn.functional.one_hot(y, recipe.dataset.classes or -1).float()
    return y
