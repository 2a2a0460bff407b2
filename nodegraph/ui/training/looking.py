"""Asks a run what flows through a wire, for the wire's tip and for the view of its tensor.

The run's own thread looks between two batches, and once it has ended a thread of this part:
neither training nor the window waits for the other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from nodegraph.graph import Port
from nodegraph.say import first_line
from nodegraph.training.events import EpochEnded, Event, Finished
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.language import PARTED
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.figures import figure_words
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace

if TYPE_CHECKING:
    from nodegraph.training.look import Look
    from nodegraph.training.run import Run
    from nodegraph.ui.training.tensor_view import TensorView

EVERY = 1.0  # seconds at least between two looks at the same port while it trains


class Answer(NamedTuple):
    """What a thread found: a look, or why there is none."""

    run: Run
    port: Port
    look: Look | None
    why: str


class Looking(QObject):
    """The looks into one runner's runs; the last one is kept."""

    _answered = Signal(object)  # an Answer, from the thread that looked

    def __init__(
        self, workspace: Workspace, runner: Runner, canvas: Canvas, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.setObjectName("looking")
        self.theme = theme
        self.view: TensorView | None = None
        self._workspace, self._runner, self._canvas = workspace, runner, canvas
        self._last: Answer | None = None
        self._told = 0.0  # when that was
        self._awaited = False  # whether a thread is looking
        self._next: Port | None = None  # wanted since then
        self._thread: _Thread | None = None
        canvas.flow = self
        self._answered.connect(self._take)
        runner.told.connect(self._follow)
        runner.state_changed.connect(self._forget)

    def words(self, port: Port) -> str:
        """The figures of what flows out of a port, for a tip; empty until they are known.

        Asks for them where the run has gone on since, and has the tip shown again then.
        """
        if self.hindrance(port):
            return ""
        self._ask(port)
        found = self._found(port)
        return "\n".join(figure_words(found)) if found is not None else ""

    def show_chosen(self) -> None:
        """Shows the tensor of the wire or port pointed at, of the chosen wire or selected node."""
        port = self._chosen()
        why = self.hindrance(port) if port else self.tr("Select a wire or a node first")
        if port is None or why:
            self._workspace.said.emit(why)
            return
        if self.view is None:
            from nodegraph.ui.training.tensor_view import TensorView  # pyqtgraph takes a while

            self.view = TensorView(self.theme, self._canvas)
        self.view.begin(port, self._title(port))
        if (found := self._found(port)) is not None:
            self.view.show_look(found)
        self._ask(port)

    def hindrance(self, port: Port) -> str:
        """Why nothing can be seen of a port now; empty where something can."""
        run = self._runner.run
        if run is None or run.state is None:
            if self._runner.state is State.LOADING:
                return self.tr("The run is still loading: ask again when it takes steps")
            return self.tr("Train first: a tensor is seen while samples go through the network")
        drawn = self._workspace.drawing.graph.nodes.get(port.node)
        ran = run.graph.nodes.get(port.node)
        if drawn is None or ran is None or drawn.layer != ran.layer:
            title = drawn.title if drawn is not None else port.node
            return self.tr("{0} is no part of the last run: train again to see it").format(title)
        return ""

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of another theme."""
        self.theme = theme
        if self.view is not None:
            self.view.set_theme(theme)

    def say_again(self, _again: object) -> None:
        """Says the view's figures in another language."""
        if self.view is not None:
            self.view.refresh()

    def close(self) -> None:
        """Waits for what is being looked at: to be called before the window goes."""
        self._canvas.flow = None
        if self._thread is not None:
            self._thread.wait()

    # What it is asked for

    def _chosen(self) -> Port | None:
        graph = self._workspace.drawing.graph
        if pointed := self._canvas.structure.port:
            port, is_output = pointed
            wires = self._canvas.structure.wires_of(port, is_output)
            return port if is_output else next((wire.source for wire in wires), None)
        if (wire := self._canvas.dots.wire) is not None:
            return wire.source
        chosen = self._workspace.selection
        outputs = graph.nodes[next(iter(chosen))].outputs if len(chosen) == 1 else ()
        return outputs[0] if outputs else None

    def _title(self, port: Port) -> str:
        node = self._workspace.drawing.graph.nodes[port.node]
        return node.title if len(node.outputs) == 1 else PARTED.join((node.title, port.name))

    def _found(self, port: Port) -> Look | None:
        last = self._last
        return last.look if last and last.port == port and last.run is self._runner.run else None

    # Asking

    def _ask(self, port: Port, ended: bool = False) -> None:
        run, last = self._runner.run, self._last
        assert run is not None
        assert run.state is not None
        if last is not None and last.port == port and last.run is run:
            here = last.look is not None and last.look.step == run.state.step
            if here or (time.monotonic() - self._told < EVERY and not ended):
                return
        if self._awaited:
            self._next = port
            return
        self._awaited = True
        if self._runner.between_batches(lambda run: self._answered.emit(_look(run, port, True))):
            return
        self._thread = _Thread(lambda: self._answered.emit(_look(run, port, False)), self)
        self._thread.start(QThread.Priority.InheritPriority)

    def _take(self, answer: Answer) -> None:
        self._awaited = False
        if self._thread is not None:
            self._thread.wait()  # it has nothing more to do
            self._thread.deleteLater()
            self._thread = None
        if answer.run is self._runner.run:
            self._last, self._told = answer, time.monotonic()
            self._show(answer)
        port, self._next = self._next, None
        if port is not None and not self.hindrance(port):
            self._ask(port)

    def _show(self, answer: Answer) -> None:
        self._canvas.tips.show_again()
        view = self.view
        if view is not None and view.isVisible() and view.port == answer.port:
            if answer.look is not None:
                view.show_look(answer.look)
            else:
                view.say(answer.why or self.tr("Nothing of the run flows there"))

    def _follow(self, told: tuple[Event, ...]) -> None:
        """The view that is open sees every epoch, but no more than one a second."""
        view = self.view
        if view is None or not view.isVisible() or view.port is None or self.hindrance(view.port):
            return
        if any(isinstance(event, EpochEnded | Finished) for event in told):
            self._ask(view.port, ended=isinstance(told[-1], Finished))

    def _forget(self, state: State) -> None:
        if state is State.LOADING:
            self._last = None  # holds the last run's network


class _Thread(QThread):
    """One look after a run."""

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("looking_thread")
        self.setStackSize(16 << 20)  # bytes; macOS gives 512 KiB, too little for torch
        self._work = work

    def run(self) -> None:
        """The thread."""
        self._work()


def _look(run: Run, port: Port, running: bool) -> Answer:
    """What flows there; a network that can't be looked into must not end the thread."""
    from nodegraph.training.look import between_batches, look

    try:
        return Answer(run, port, (between_batches if running else look)(run, port), "")
    except Exception as error:  # the user's network may raise anything
        why = _words("It could not be seen: {0}").format(first_line(error))
        return Answer(run, port, None, why)


def _words(text: str) -> str:
    return QCoreApplication.translate("Looking", text)
