"""One door to training for the command line, Python and the window: a drawing in, events out.

The graph is checked and written, the text becomes the module, the data are loaded, and the loop
trains. Everything is kept in the run's folder as it happens, so a kill costs at most the epoch
that it hits.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from nodegraph import data as sets
from nodegraph.analysis import Report, check
from nodegraph.codegen.module import Incomplete, Source, write
from nodegraph.codegen.script import script
from nodegraph.data import DataError
from nodegraph.document import Drawing, FileError, save
from nodegraph.document import load as load_drawing
from nodegraph.engine.load import load
from nodegraph.engine.trial import trial
from nodegraph.graph import Graph, NodeId
from nodegraph.recipe import Recipe
from nodegraph.say import say
from nodegraph.setting import SettingError
from nodegraph.training import loop
from nodegraph.training.blame import explain
from nodegraph.training.clock import every
from nodegraph.training.device import DeviceError, pick, place
from nodegraph.training.events import (
    Downloading,
    EpochEnded,
    Event,
    Failed,
    Finished,
    Reason,
    Started,
)
from nodegraph.training.folder import Folder
from nodegraph.training.kept import RunError, default_runs
from nodegraph.training.look import Samples
from nodegraph.training.loop import REPORT
from nodegraph.training.state import State


class NetworkError(Exception):
    """A network that can't train: a sentence, and the node."""

    def __init__(self, message: str, node: NodeId | None = None) -> None:
        self.node = node
        super().__init__(message)


def start(
    drawing: Drawing,
    *,
    data_root: str | Path | None = None,
    runs: str | Path | None = None,
    resume: str | Path | None = None,
    due: Callable[[], bool] | None = None,
    **recipe: Any,
) -> Run:
    """A run of the drawing, that begins when its events are asked for.

    `recipe` changes the drawing's recipe for this run: data, epochs, batch_size, seed, device and
    the rest; None changes nothing. With `resume`, the run in that folder goes on instead. `due`
    says after which batch a report is wanted. Raises NetworkError, SettingError, and RunError
    where a run can't go on.
    """
    changes = {name: value for name, value in recipe.items() if value is not None}
    root = Path(data_root) if data_root is not None else None
    folder = Folder(Path(resume)) if resume is not None else None
    before = _recorded(folder) if folder else drawing.recipe
    if folder:
        _must_go_on(before, changes)
    run = Run(
        replace(drawing, recipe=_changed(before, changes)),
        data_root=root,
        runs=Path(runs) if runs is not None else default_runs(),
        due=due or every(REPORT),
        folder=folder,
    )
    if folder and folder.model != run.source.text:
        raise RunError(
            say(
                "The network has changed since the run in {0}. Resume it with {1}, "
                "which holds the network as it was.",
                folder.path,
                folder.drawing,
            )
        )
    return run


def train(drawing: Drawing, **options: Any) -> Iterator[Event]:
    """The events of a run of the drawing; options and errors as `start` has them."""
    return start(drawing, **options).events()


class Run:
    """One run of a drawing. What may be None is there once Started was told."""

    def __init__(
        self,
        drawing: Drawing,
        *,
        data_root: Path | None,
        runs: Path,
        due: Callable[[], bool],
        folder: Folder | None = None,
    ) -> None:
        self.drawing = drawing
        self.report = check(drawing.graph, drawing.recipe, trial)
        self.source = _written(drawing, self.report)
        self.module: nn.Module | None = None
        self.state: State | None = None
        self.samples: Samples | None = None
        self.folder = folder
        self.past: list[Event] = []  # what was told before a run went on
        self._data_root, self._runs, self._due = data_root, runs, due
        self._stopped = False
        self._begun = False  # what happens is written into the folder

    @property
    def graph(self) -> Graph:
        """The graph that trains; it can't change under the run."""
        return self.drawing.graph

    @property
    def recipe(self) -> Recipe:
        """The recipe as it runs."""
        return self.drawing.recipe

    def stop(self) -> None:
        """Ends the run after the batch it is at; may be called from any thread."""
        self._stopped = True

    def events(self) -> Iterator[Event]:
        """The run, told as it goes on; the last event is Finished or Failed.

        Not asking for the next event pauses. Closing stops; the weights are kept as they are.
        """
        with closing(self._events()) as inside:
            while True:
                try:
                    event = next(inside)
                except StopIteration:
                    return
                except (DataError, DeviceError, RunError, FileError) as error:
                    event = Failed(str(error), None)
                except OSError as error:
                    where = error.filename or (self.folder.path if self.folder else self._runs)
                    event = Failed(
                        say("{0} can't be written: {1}", where, error.strerror or error), None
                    )
                except Exception as error:  # the user's network may raise anything
                    event = explain(error, self)
                if isinstance(event, Failed) and self.folder and self._begun:
                    with suppress(OSError):  # perhaps the disk is what failed
                        self.folder.write(event)
                yield event

    def _events(self) -> Generator[Event, None, None]:
        device = pick(self.recipe.device)
        for fetched in sets.find(self.recipe.data, self._data_root):
            yield Downloading(*fetched)
            if self._stopped:
                yield Finished("stopped", "")
                return
        data = sets.load(self.recipe.data, self._data_root)
        # The seed, then the module, so that its weights start the same in every run; the order of
        # the samples has a generator of its own. The exported script does the same.
        torch.manual_seed(self.recipe.seed)
        self.module, data = place(load(self.source), data, device)
        self.samples = Samples.of(data)
        self.state = state = State.begin(self.module, self.recipe, len(data.train_x))
        folder = self._open()
        with folder.held():
            self._begin(folder, state)
            yield self._told(
                Started(
                    str(folder.path),
                    device,
                    len(data.train_x),
                    len(data.test_x),
                    -(-len(data.train_x) // self.recipe.batch_size),
                    sum(p.numel() for p in self.module.parameters() if p.requires_grad),
                    self.recipe.epochs,
                )
            )
            yield from self._train(folder, state, data)

    def _train(self, folder: Folder, state: State, data: sets.Data) -> Iterator[Event]:
        events = loop.train(
            state.module, data, self.recipe, state=state, due=lambda: self._stopped or self._due()
        )
        try:
            for event in events:
                self._told(event)
                if isinstance(event, EpochEnded):  # told first: what a kill leaves half is redone
                    folder.keep(state)
                yield event
                if self._stopped:
                    break
        except KeyboardInterrupt:
            folder.keep_weights(state.module)
            raise
        except GeneratorExit:
            with suppress(OSError):  # nobody is there to be told
                folder.keep_weights(state.module)
            raise
        folder.keep_weights(state.module)
        reason: Reason = "completed" if state.epoch == self.recipe.epochs else "stopped"
        yield self._told(Finished(reason, str(folder.path)))

    def _open(self) -> Folder:
        """The run's folder, new or as it was left."""
        if self.folder is None:
            text = script(self.source, self.graph, self.report, self.recipe)
            self.folder = Folder.new(self._runs, self.drawing, self.source, text)
        return self.folder

    def _begin(self, folder: Folder, state: State) -> None:
        """The state goes on as the folder has it, or is its first."""
        if folder.state.is_file():
            folder.restore(state, self.recipe.epochs)
            self.past = folder.told()
            save(self.drawing, folder.drawing)  # it may be longer now
        else:
            folder.keep(state)
        self._begun = True

    def _told(self, event: Event) -> Event:
        if self.folder:
            self.folder.write(event)
        return event


def _written(drawing: Drawing, report: Report) -> Source:
    """The text of the network; raises NetworkError for the first cause that it can't train."""
    if report.cause:
        raise NetworkError(report.cause.sentence(drawing.graph), report.cause.node)
    try:
        return write(drawing.graph, report, drawing.name)
    except Incomplete as error:
        raise NetworkError(str(error), error.node) from error


def _changed(recipe: Recipe, changes: dict[str, Any]) -> Recipe:
    for name, value in changes.items():
        if name not in Recipe.__dataclass_fields__:
            raise SettingError(name, say("a part of the recipe"), value)
    return replace(recipe, **changes)


def _recorded(folder: Folder) -> Recipe:
    """The recipe of a run that is to go on."""
    if not folder.state.is_file():
        raise RunError(
            say("{0} is not a run that can go on: it has no {1}.", folder.path, folder.state.name)
        )
    return load_drawing(folder.drawing).recipe


def _must_go_on(before: Recipe, changes: dict[str, Any]) -> None:
    """Raises RunError for what would make it another run."""
    after = _changed(before, changes)
    for name in changes:
        if name not in ("epochs", "device") and getattr(after, name) != getattr(before, name):
            raise RunError(
                say(
                    "A run goes on as it began: its {0} is {1}. Start a new run to change it.",
                    name,
                    repr(getattr(before, name)),
                )
            )
    if after.epochs != before.epochs and before.schedule_by_step:
        raise RunError(
            say(
                "{0} is laid out over the run's {1} epochs, so it can't go on for "
                "another number. Start a new run.",
                before.schedule.name,
                before.epochs,
            )
        )
