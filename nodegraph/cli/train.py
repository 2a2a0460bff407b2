"""`nodegraph train`: runs a drawing and tells its events, as JSON or for people."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import nodegraph
from nodegraph.cli.say import DONE, PROBLEMS, WRONG, Refused, as_line, error, out
from nodegraph.document import Drawing
from nodegraph.recipe import DATASETS

if TYPE_CHECKING:
    from nodegraph.training.events import Event
    from nodegraph.training.run import Run

INTERRUPTED = 130  # what shells expect after Ctrl-C


def train(path: Path, as_json: bool, **options: Any) -> int:
    """Trains the file's drawing; the exit code says how it ended."""
    if options["data"] is not None:
        _must_be_known(options["data"])
    return run(nodegraph.load(path), as_json, **options)


def run(drawing: Drawing, as_json: bool, **options: Any) -> int:
    """Trains a drawing and tells how it goes on; the options are those of a run."""
    from nodegraph.training.run import start

    started = start(drawing, **options)
    with _stopped_by_ctrl_c(started):
        last = _tell_json(started) if as_json else _tell_people(started)
    return _code(last)


def _tell_json(started: Run) -> Event | None:
    from nodegraph.training.events import as_json

    event = None
    for event in started.events():
        out(as_line(as_json(event)))
    return event


def _tell_people(started: Run) -> Event | None:
    from nodegraph.cli.progress import Teller

    event = None
    with Teller(started.recipe) as teller:
        for event in started.events():
            teller.tell(event)
    return event


def _code(last: Event | None) -> int:
    from nodegraph.training.events import Failed, Finished

    if isinstance(last, Failed):
        error(last.message)
    if not isinstance(last, Finished):
        return PROBLEMS
    if last.reason == "completed":
        return DONE
    error(f"Stopped. Go on with --resume {last.run}" if last.run else "Stopped.")
    return INTERRUPTED


@contextmanager
def _stopped_by_ctrl_c(started: Run) -> Iterator[None]:
    """Ctrl-C ends the run after its batch; a second one ends the program at once."""

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        started.stop()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _must_be_known(data: str) -> None:
    if data in DATASETS:
        return
    known = ", ".join(DATASETS)
    if data and Path(data).exists():
        raise Refused(
            f"{data}: folders and files of one's own come in a later version. "
            f"Until then there are: {known}.",
            WRONG,
        )
    raise Refused(f"There is no data set called {data!r}. There are: {known}.", WRONG)
