"""A small network on data that need no download, a runner of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing
from nodegraph.recipe import Recipe
from nodegraph.training.events import Event, Progress
from nodegraph.ui.training.runner import Options, Runner, State
from nodegraph.ui.workspace import Workspace
from tests.networks import perceptron

SECONDS = 60_000  # milliseconds that a machine with other work may take


def drawing(**recipe: object) -> Drawing:
    """Two Linear layers for the 8×8 digits: an epoch takes a tenth of a second."""
    settings: dict[str, object] = {"data": "digits", "epochs": 2, "batch_size": 32, **recipe}
    return Drawing("Small", perceptron((1, 8, 8), 16, 10), recipe=Recipe(**settings))


class Watched:
    """A workspace with its runner, and everything the runner told."""

    def __init__(self, workspace: Workspace, runner: Runner, qtbot: QtBot) -> None:
        self.workspace, self.runner, self._qtbot = workspace, runner, qtbot
        self.events: list[Event] = []
        self.told = 0
        runner.told.connect(self._hear)

    def _hear(self, events: tuple[Event, ...]) -> None:
        self.events += events
        self.told += 1

    def of(self, kind: type) -> list[Event]:
        """The events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def losses(self) -> list[float]:
        """Every step's loss."""
        return [loss for event in self.of(Progress) for loss in event.losses]

    def until(self, true: Callable[[], bool]) -> None:
        """Lets the window live until something is true."""
        self._qtbot.waitUntil(true, timeout=SECONDS)

    def until_idle(self) -> None:
        """Lets the window live until the run has ended."""
        self.until(lambda: self.runner.state is State.IDLE)


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    """Makes watched workspaces; every runner is closed at the end."""
    made: list[Watched] = []

    def one(**recipe: object) -> Watched:
        workspace = Workspace(drawing(**recipe))
        runner = Runner(workspace, Options(runs=tmp_path / "runs"))
        made.append(Watched(workspace, runner, qtbot))
        return made[-1]

    yield one
    for watched in made:
        watched.runner.close()
        watched.runner.told.disconnect()  # a listener that knows its runner would keep it
