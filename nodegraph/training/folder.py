"""A run's folder while the run goes on: it is written as things happen."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pickle import UnpicklingError

import torch

from nodegraph.codegen.module import Source
from nodegraph.document import Drawing, save
from nodegraph.document.held import hold
from nodegraph.say import say
from nodegraph.training.events import Event, as_json
from nodegraph.training.kept import Kept, RunError, damaged
from nodegraph.training.state import State, save_tensors

# What torch and its parts raise for a file of tensors that is cut, or holds something else.
_UNREADABLE = (
    OSError, EOFError, RuntimeError, KeyError, ValueError, TypeError, AttributeError,
    UnpicklingError,
)  # fmt: skip


class Folder(Kept):
    """Writes a run down as it goes on. Raises OSError where the disk refuses."""

    @staticmethod
    def new(runs: Path, drawing: Drawing, source: Source, script: str) -> Folder:
        """A folder of a name of its own under `runs`, with the drawing and the code in it."""
        name = source.name[:40]  # a system's longest name is 255 bytes, of four a letter at most
        folder = Folder(_free(runs, f"{time.strftime('%Y%m%d-%H%M%S')}-{name}"))
        save(drawing, folder.drawing)
        (folder.path / "model.py").write_text(source.text, encoding="utf-8")
        (folder.path / "script.py").write_text(script, encoding="utf-8")
        return folder

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps others from going on with this run meanwhile. Raises RunError where one does."""
        lock = hold(self.lock)
        if lock is None:
            raise RunError(
                say("The run in {0} still goes on elsewhere. Stop it there first.", self.path)
            )
        with lock:
            yield

    def write(self, event: Event) -> None:
        """Adds an event to the metrics."""
        with self.metrics.open("a", encoding="utf-8") as file:
            file.write(json.dumps(as_json(event), allow_nan=False) + "\n")

    def forget_after(self, epoch: int) -> None:
        """Takes out of the metrics what came after the end of an epoch: it is done again.

        Raises RunError where they can't be read.
        """
        try:
            begun = epoch > 0 or self.metrics.exists()  # else killed before its first word
            kept = self._until(epoch) if begun else []
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise damaged(self.metrics) from error
        part = self.metrics.with_suffix(".part")
        part.write_text("".join(kept), encoding="utf-8")
        os.replace(part, self.metrics)

    def _until(self, epoch: int) -> list[str]:
        """The lines of the metrics up to the end of an epoch."""
        kept = []
        for line in self._lines():
            kept.append(line)
            told = json.loads(line)
            done = told["event"] == "epoch_ended" and told["epoch"] == epoch
            if done or (epoch == 0 and told["event"] == "started"):
                break
        return kept

    def restore(self, state: State, epochs: int) -> None:
        """Puts the state back to the end of the last whole epoch, and the metrics with it.

        Raises RunError where that can't be, or where more than these epochs are done.
        """
        try:
            state.restore(self.state)
        except _UNREADABLE as error:
            raise damaged(self.state) from error
        if state.epoch > epochs:
            raise RunError(
                say(
                    "The run in {0} has trained {1} epochs already, so it can't end after {2}.",
                    self.path,
                    state.epoch,
                    epochs,
                )
            )
        self.forget_after(state.epoch)

    def keep(self, state: State) -> None:
        """The state to go on from, and the weights for those who only want these."""
        state.save(self.state)
        self.keep_weights(state.module)

    def keep_weights(self, module: torch.nn.Module) -> None:
        """The weights as they are now."""
        save_tensors(module.state_dict(), self.path / "weights.pt")


def _free(runs: Path, name: str) -> Path:
    runs.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        path = runs / (name if number == 1 else f"{name}-{number}")
        try:
            path.mkdir()
        except FileExistsError:
            number += 1
        else:
            return path
