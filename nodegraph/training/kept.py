"""What a run's folder holds, read without torch.

metrics.jsonl       the events, one a line
drawing.nodegraph   the drawing, with the recipe as it ran
model.py            the module that trained
script.py           the script that repeats the run by itself
weights.pt          the weights, to be read with weights_only
state.pt            all that is needed to go on after the last whole epoch
lock                held while the run goes on
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nodegraph.document.held import hold
from nodegraph.say import say
from nodegraph.training.events import EpochEnded, Event, from_json


class RunError(Exception):
    """A run that can't be kept or can't go on: a sentence."""


class Kept:
    """A run's folder, by the names of its files."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def drawing(self) -> Path:
        """The drawing that trains, with its recipe."""
        return self.path / "drawing.nodegraph"

    @property
    def metrics(self) -> Path:
        """What was told, a line an event."""
        return self.path / "metrics.jsonl"

    @property
    def state(self) -> Path:
        """The state after the last whole epoch."""
        return self.path / "state.pt"

    @property
    def lock(self) -> Path:
        """Held while the run goes on."""
        return self.path / "lock"

    @property
    def model(self) -> str:
        """The text of the module that trains. Raises RunError where it can't be read."""
        path = self.path / "model.py"
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise damaged(path) from error

    def told(self, words: str = "") -> list[Event]:
        """What was told, in order, or only the lines that hold some words.

        Raises RunError where it can't be read.
        """
        try:
            return [from_json(json.loads(line)) for line in self._lines() if words in line]
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise damaged(self.metrics) from error

    def epochs(self) -> tuple[EpochEnded, ...]:
        """The whole epochs; errors as `told` has them."""
        found = self.told('"epoch_ended"')  # there are thousands of other lines
        return tuple(event for event in found if isinstance(event, EpochEnded))

    def _lines(self) -> Iterator[str]:
        for line in self.metrics.read_text(encoding="utf-8").splitlines(keepends=True):
            if not line.endswith("\n"):
                return  # a kill in the middle of a line
            yield line


def default_runs() -> Path:
    """Where runs are kept when nobody says."""
    from platformdirs import user_data_path

    return user_data_path("nodegraph") / "runs"


class Resumable(NamedTuple):
    """A run that can go on: its folder, when it last told something, and its whole epochs."""

    path: Path
    when: float  # seconds since 1970
    epochs: tuple[EpochEnded, ...]


def resumable(runs: Path, model: str) -> list[Resumable]:
    """The runs of the module with this text that can go on, the last one first."""
    folders = map(Kept, runs.iterdir()) if runs.is_dir() else ()
    found = [run for folder in folders if (run := _resumable(folder, model))]
    return sorted(found, key=lambda run: run.when, reverse=True)


def damaged(path: Path) -> RunError:
    """That a file of a run can't be read."""
    return RunError(say("{0} is damaged, so the run can't go on. Start a new one.", path))


def _resumable(kept: Kept, model: str) -> Resumable | None:
    try:
        if not kept.state.is_file() or kept.model != model:
            return None
        lock = hold(kept.lock)
        if lock is None:
            return None  # it goes on
        lock.close()
        return Resumable(kept.path, kept.metrics.stat().st_mtime, kept.epochs())
    except (OSError, RunError):
        return None
