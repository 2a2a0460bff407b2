"""How a run looks in a terminal: a bar with the loss and the time left, and a line an epoch.

Where stdout is a file or a pipe there is no bar, and the lines are the same.
"""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from nodegraph.recipe import Recipe
from nodegraph.training import events
from nodegraph.training.events import EpochEnded, Event, Finished, Started

SMOOTH = 0.98  # how much of the shown loss is what was shown before, a step


class Teller:
    """Tells people the events of one run."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._console = Console(highlight=False, markup=False, soft_wrap=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=28),
            TextColumn("{task.percentage:.0f} %"),
            TimeRemainingColumn(compact=True),
            TextColumn("left"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task: TaskID | None = None
        self._steps = 0  # of one epoch
        self._loss: float | None = None
        self._accuracy: float | None = None

    def __enter__(self) -> Teller:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def tell(self, event: Event) -> None:
        """Shows one event."""
        match event:
            case events.Downloading():
                self._show(f"downloading {event.file}", event.done, event.total)
            case Started():
                self._begin(event)
            case events.Progress():
                self._go_on(event)
            case EpochEnded():
                self._accuracy = event.test_accuracy
                self._say(_epoch(event, self._recipe.epochs))
            case Finished(reason="completed"):
                self._say(f"Done. The run is in {event.run}")

    def _begin(self, event: Started) -> None:
        self._steps = event.steps_per_epoch
        self._task = None
        self._say(
            f"{self._recipe.dataset.title}: trains on {event.train_samples:,} samples, "
            f"tests on {event.test_samples:,}; {event.weights:,} weights on {event.device}"
        )

    def _go_on(self, event: events.Progress) -> None:
        for loss in event.losses:
            before = loss if self._loss is None else self._loss
            self._loss = SMOOTH * before + (1 - SMOOTH) * loss
        epoch = min((event.step - 1) // self._steps + 1, self._recipe.epochs)
        told = f"epoch {epoch} of {self._recipe.epochs}"
        if self._loss is not None:
            told += f" · loss {self._loss:.4f}"
        if self._accuracy is not None:
            told += f" · test {self._accuracy:.2%}"
        self._show(told, event.step, self._steps * self._recipe.epochs)

    def _show(self, told: str, done: int, total: int | None) -> None:
        if self._task is None:
            for task in self._bar.task_ids:
                self._bar.remove_task(task)
            self._task = self._bar.add_task(told, total=total)
        self._bar.update(self._task, description=told, completed=done, total=total)

    def _say(self, line: str) -> None:
        self._console.print(line)


def _epoch(event: EpochEnded, epochs: int) -> str:
    parts = [
        f"epoch {event.epoch} of {epochs}",
        f"loss {event.train_loss:.4f}",
        f"test loss {event.test_loss:.4f}",
    ]
    if event.test_accuracy is not None:
        parts.append(f"test accuracy {event.test_accuracy:.2%}")
    return " · ".join([*parts, f"{event.seconds:.1f} s"])
