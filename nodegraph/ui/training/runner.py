"""A run beside the window: one thread for each, driven by three words and heard through one signal.

The loop is a generator, so pausing is not asking for the next event, and stopping is closing it.
The thread never waits for the window: it leaves its events in a list, and the window takes what
is there, ten times a second. The loop asks after each batch whether to report; that is
also how a pause or a stop reaches it within one batch.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from nodegraph.document import Drawing, FileError
from nodegraph.recipe import Recipe
from nodegraph.say import first_line, say
from nodegraph.training.events import EpochEnded, Event, Failed, Progress, Started
from nodegraph.training.kept import RunError

if TYPE_CHECKING:
    from nodegraph.training.run import Run

REPORT = 0.1  # seconds between two reports of the loop
DRAIN = 100  # milliseconds between two looks at what the thread left: oftener would find nothing


class State(StrEnum):
    """What the runner is doing. The words are for code; the run bar has those for people."""

    IDLE = "idle"
    LOADING = "loading"  # torch, data, a download
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"


class Options(NamedTuple):
    """Where a run finds its data and puts its folder; None: the user's own folders."""

    data_root: Path | None = None
    runs: Path | None = None


OWN = Options()


class Runner(QObject):
    """Starts, pauses and stops runs; at most one at a time.

    `told` carries a tuple of what happened since the last one, in order. `run` is the current or
    last run, with its live module, once it has opened.
    """

    told = Signal(object)
    state_changed = Signal(object)

    def __init__(self, parent: QObject | None = None, options: Options = OWN) -> None:
        super().__init__(parent)
        self.setObjectName("runner")
        self.options = options
        self.state = State.IDLE
        self.run: Run | None = None
        self.drawing: Drawing | None = None  # as it was when the run started
        self._thread: _Thread | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("runner_drain")
        self._timer.setInterval(DRAIN)
        self._timer.timeout.connect(self._drain)

    def start(self, drawing: Drawing, go_on: Path | None = None) -> None:
        """Starts a run of the drawing as it is now; nothing while another goes on.

        With `go_on`, the run in that folder goes on instead, and tells first what it told before.
        """
        if self.state is not State.IDLE:
            return
        self.run, self.drawing = None, drawing
        self._thread = _Thread(drawing, self.options, go_on, self)
        self._set(State.LOADING)
        self._timer.start()
        self._thread.start(QThread.Priority.InheritPriority)

    def pause(self) -> None:
        """Takes no further step until `resume`; the batch that is on its way is the last."""
        if self._thread is not None and self.state is State.RUNNING:
            self._thread.pause()
            self._set(State.PAUSED)

    def resume(self) -> None:
        """Goes on where `pause` left off, as if nothing had been."""
        if self._thread is not None and self.state is State.PAUSED:
            self._thread.resume()
            self._set(State.RUNNING)

    def stop(self) -> None:
        """Ends the run after the batch that is on its way; what was learned is kept."""
        if self._thread is not None and self.state is not State.STOPPING:
            self._thread.stop()
            self._set(State.STOPPING)

    def between_batches(self, work: Callable[[Run], None]) -> bool:
        """Has the run's own thread do something after the batch that is on its way.

        A pause lasts on, and what the run computes stays the same if `work` changes nothing of
        it. False where no run has begun, or it has ended.
        """
        return self._thread is not None and self._thread.insert(work)

    def close(self) -> None:
        """Ends the run and waits for its thread: to be called before the window goes."""
        self.stop()
        if self._thread is not None:
            self._thread.wait()
            self._drain()

    def _set(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _drain(self) -> None:
        thread = self._thread
        if thread is None:
            return
        ended = thread.isFinished()  # asked first: what it told before ending is then all there
        told = thread.take()
        self.run = thread.opened
        if self.state is State.LOADING and self.run is not None:
            self._set(State.RUNNING)
        if told:
            self.told.emit(told)
        if ended:
            self._timer.stop()
            self._thread = None
            thread.deleteLater()
            self._set(State.IDLE)


class _Thread(QThread):
    """One run, from loading torch to its last event."""

    def __init__(
        self, drawing: Drawing, options: Options, go_on: Path | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self.setStackSize(16 << 20)  # bytes; macOS gives 512 KiB, too little for torch
        self.opened: Run | None = None
        self._drawing, self._options, self._go_on = drawing, options, go_on
        self._told: list[Event] = []
        self._lock = threading.Lock()
        self._awake = threading.Event()  # set by whatever a paused run is to notice
        self._inserted: list[Callable[[Run], None]] = []
        self._open = False  # whether more may be inserted
        self._paused = self._stopped = False
        self._report = 0.0

    def pause(self) -> None:
        """Called by the window."""
        self._paused = True

    def resume(self) -> None:
        """Called by the window."""
        self._paused = False
        self._awake.set()

    def stop(self) -> None:
        """Called by the window."""
        self._stopped = True
        self._awake.set()

    def insert(self, work: Callable[[Run], None]) -> bool:
        """Called by the window."""
        with self._lock:
            if self._open:
                self._inserted.append(work)
            accepted = self._open
        self._awake.set()
        return accepted

    def take(self) -> tuple[Event, ...]:
        """What was told since the last call. Called by the window."""
        with self._lock:
            told, self._told = tuple(self._told), []
        return told

    def run(self) -> None:
        """The thread: nothing that happens in it may end the window."""
        try:
            self._train()
        except Exception as error:  # the thread's last stand: whatever it is, the editor goes on
            self._tell(Failed(say("The run broke off: {0}", first_line(error)), None))

    def _due(self) -> bool:
        wanted = self._inserted or self._paused or self._stopped
        return bool(wanted) or time.perf_counter() >= self._report

    def _tell(self, told: Event) -> None:
        with self._lock:
            self._told.append(told)

    def _train(self) -> None:
        from nodegraph.training.run import NetworkError, start  # loads torch, in this thread

        drawing, options, recipe = self._drawing, self._options, dict[str, Any]()
        if self._go_on is not None:  # it goes on as the drawing says now, or says why it can't
            recipe = {field.name: getattr(drawing.recipe, field.name) for field in fields(Recipe)}
        try:
            run = start(
                drawing, data_root=options.data_root, runs=options.runs, resume=self._go_on,
                due=self._due, **recipe,
            )  # fmt: skip
        except NetworkError as error:
            self._tell(Failed(str(error), error.node))
            return
        except (RunError, FileError) as error:
            self._tell(Failed(str(error), None))
            return
        try:
            for event in run.events():
                self._tell(event)
                if isinstance(event, Started):
                    self.opened, self._open = run, True
                    for past in run.past:
                        if isinstance(past, Progress | EpochEnded):
                            self._tell(past)
                self._report = time.perf_counter() + REPORT
                self._do_inserted(run)
                while self._paused and not self._stopped:
                    self._awake.wait()
                    self._awake.clear()
                    self._do_inserted(run)
                if self._stopped:
                    run.stop()
        finally:
            with self._lock:
                self._open = False
            self._do_inserted(run)

    def _do_inserted(self, run: Run) -> None:
        while self._inserted:
            self._inserted.pop(0)(run)
