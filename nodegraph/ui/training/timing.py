"""Milliseconds for the cost lens: measured on wish, after a run, on what the run trained.

A thread of its own measures, and never while something trains: the two would slow each other
down, and the times would mean nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread

from nodegraph.say import first_line
from nodegraph.ui.canvas.lens.lens import Lens
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace

if TYPE_CHECKING:
    from nodegraph.engine.timing import Times
    from nodegraph.training.run import Run


class Timing(QObject):
    """The lens's clock for the runs of one runner."""

    def __init__(self, workspace: Workspace, runner: Runner, lens: Lens, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("timing")
        self._workspace, self._runner, self._lens = workspace, runner, lens
        self._thread: _Thread | None = None
        self._measured: tuple[Run, Times | None, str] | None = None  # the last run it asked
        lens.clock = self
        runner.state_changed.connect(self._follow)

    @property
    def ready(self) -> bool:
        """Whether a run of the network as it is drawn has ended."""
        return not self._hindrance()

    def read(self) -> tuple[Times | None, str]:
        """The times of the last run's network; begins to measure where there are none yet."""
        if why := self._hindrance():
            return None, why
        run = self._runner.run
        assert run is not None
        if self._measured is not None and self._measured[0] is run:
            return self._measured[1:]
        if self._thread is None:
            self._thread = _Thread(run, self)
            self._thread.finished.connect(self._take)
            self._thread.start(QThread.Priority.InheritPriority)
        return None, self.tr("Measuring…")

    def close(self) -> None:
        """Gives up what is being measured: to be called before the window goes."""
        self._lens.clock = None
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()

    def _hindrance(self) -> str:
        run = self._runner.run
        if self._runner.state is not State.IDLE:
            return self.tr("Measured when the run has ended")
        if run is None or run.module is None:
            return self.tr("Train the network first: it is measured when the run has ended")
        if run.graph is not self._workspace.drawing.graph:
            return self.tr("The network has changed since the run: train again to measure it")
        return ""

    def _follow(self, state: State) -> None:
        if state is State.LOADING:
            self._measured = None  # holds the last run's network
            if self._thread is not None:
                self._thread.requestInterruption()
        if self._lens.name == "milliseconds":
            self._lens.refresh()

    def _take(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        if thread.times is not None or thread.why:
            self._measured = (thread.of, thread.times, thread.why)
        thread.deleteLater()
        if self._lens.name == "milliseconds":
            self._lens.refresh()


class _Thread(QThread):
    """One measurement."""

    def __init__(self, run: Run, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("timing_thread")
        self.setStackSize(16 << 20)  # bytes; macOS gives 512 KiB, too little for torch
        self.of = run
        self.times: Times | None = None  # and no reason: it was interrupted
        self.why = ""

    def run(self) -> None:
        """The thread: a network that can't be measured must not end the window."""
        from nodegraph.engine.timing import measure, sample

        trained, module = self.of, self.of.module
        assert module is not None
        try:
            inputs = sample(trained.graph, trained.report, module, trained.recipe.batch_size)
            self.times = measure(module, trained.source, inputs, self._goes_on)
        except Exception as error:  # the user's network may raise anything
            self.why = self.tr("It could not be measured: {0}").format(first_line(error))

    def _goes_on(self) -> bool:
        return not self.isInterruptionRequested()
