"""Train, Pause and Stop; while it trains, how far it is and how long it still takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from nodegraph.training.events import (
    Downloading,
    EpochEnded,
    Event,
    Failed,
    Finished,
    Progress,
    Started,
)
from nodegraph.ui.language import PARTED, translated
from nodegraph.ui.style import called, restyle
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace

if TYPE_CHECKING:
    from nodegraph.ui.rewording import Again

EVERY = 1.0  # seconds between two texts, as the time left is said in seconds
WORDS, SHARE = (130, 230), (60, 160)  # px of words and progress: the least, and as they like
MOST_MORE = sum(WORDS) + sum(SHARE) - 2 * (WORDS[0] + SHARE[0])  # px


class RunBar(QWidget):
    """The middle of the toolbar: the only filled button, and what becomes of it."""

    def __init__(self, workspace: Workspace, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "run_bar", self.tr("Training"))
        self.workspace, self.runner = workspace, runner
        self._started: Started | None = None
        self._last: EpochEnded | None = None
        self._step = 0
        self._said = 0.0  # when the last text was
        self._room = (0, 0)  # px of words and progress
        self._words = ""  # the last text, before it was cut to the room it has
        self._make()
        runner.told.connect(self._on_told)
        runner.state_changed.connect(self._show_state)
        workspace.checked.connect(self._show_state)
        self._show_state()

    @property
    def more_than_least(self) -> int:
        """The px that words and progress have now over the least they need."""
        return sum(self._room) - WORDS[0] - SHARE[0]

    def give_room(self, spare: int) -> None:
        """So many px more than the least for the words, then for the progress."""
        words = min(WORDS[1], WORDS[0] + spare)
        share = min(SHARE[1], SHARE[0] + spare - (words - WORDS[0]))
        if (words, share) == self._room:
            return
        self._room = (words, share)
        self.label.setFixedWidth(words)
        self.progress.setFixedWidth(share)
        self.label.clear()  # a label keeps the least width it had until its text changes
        self._say(self._words, self.label.property("kind"))

    def train(self) -> None:
        """Starts a run of the drawing as it is, if it can train."""
        if self.reason():
            self.workspace.said.emit(self.reason())
        else:
            self.runner.start(self.workspace.document.settled)

    def pause_or_continue(self) -> None:
        """Pauses a run, or goes on with it."""
        if self.runner.state is State.PAUSED:
            self.runner.resume()
        else:
            self.runner.pause()

    def reason(self) -> str:
        """Why it can't train; "" when it can."""
        report = self.workspace.report
        wrong = next((p.message for p in report.problems if p.severity == "error"), "")
        return translated(wrong or self.workspace.refusal)

    def _make(self) -> None:
        self.train_button = self._button("train", self.tr("▶  Train"), self.train)
        self.train_button.setAccessibleName(self.tr("Train"))
        self.pause_button = self._button("pause", self.tr("Pause"), self.pause_or_continue)
        self.stop_button = self._button("stop", self.tr("Stop"), self.runner.stop)
        # Wide enough for either word, so that nothing moves when it changes.
        self.pause_button.setMinimumWidth(84)
        self.progress = QProgressBar(self)
        called(self.progress, "run_progress", self.tr("Share of the run that is done"))
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        kept = self.progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that the buttons do not move when a run begins
        self.progress.setSizePolicy(kept)
        self.label = QLabel(self)
        called(self.label, "run_label", self.tr("How far the run is"), "muted")
        self.give_room(MOST_MORE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.train_button, self.pause_button, self.stop_button):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.progress)
        row.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _button(self, name: str, text: str, asked: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        called(button, name, text)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the canvas
        button.clicked.connect(lambda: asked())
        return button

    def _show_state(self, _state: State | None = None) -> None:
        state = self.runner.state
        reason = self.reason()
        idle = state is State.IDLE
        self.train_button.setEnabled(idle and not reason)
        self.train_button.setToolTip(reason or self.tr("Train the network as it is drawn now"))
        self.pause_button.setEnabled(state in (State.RUNNING, State.PAUSED))
        paused = state is State.PAUSED
        self.pause_button.setText(self.tr("Continue") if paused else self.tr("Pause"))
        self.pause_button.setAccessibleName(self.pause_button.text())
        self.stop_button.setEnabled(state not in (State.IDLE, State.STOPPING))
        self.progress.setVisible(not idle)
        if state is State.LOADING:
            self._started = self._last = None
            self._step, self._said = 0, 0.0
            self.progress.setValue(0)
            self._say(self.tr("loading PyTorch and the data"))
        elif paused:
            self._say(PARTED.join((self.tr("paused"), self._where())))
        elif state is State.STOPPING:
            self._say(self.tr("stopping"))

    def _on_told(self, told: tuple[Event, ...]) -> None:
        for event in told:
            match event:
                case Downloading():
                    self._show_loading(event)
                case Started():
                    self._started = event
                case EpochEnded():
                    self._last = event
                case Progress():
                    self._show_progress(event)
                case Finished() | Failed():
                    self._show_end(event)

    def _show_loading(self, event: Downloading) -> None:
        if event.total:
            self.progress.setValue(1000 * event.done // event.total)
            done, total = (f"{count / 1e6:.0f}" for count in (event.done, event.total))
            amount = self.tr("{0} of {1} MB").format(done, total)
            # The amount first: a long name is what may be cut.
            self._say(PARTED.join((amount, self.tr("downloading {0}").format(event.file))))
        else:
            self._say(self.tr("loading {0}").format(event.file))

    def _show_progress(self, event: Progress) -> None:
        if self._started is None or self.runner.state is not State.RUNNING:
            return
        steps = self._started.epochs * self._started.steps_per_epoch
        self._step = event.step
        if time.monotonic() - self._said < EVERY:
            return
        self._said = time.monotonic()
        self.progress.setValue(1000 * event.step // max(1, steps))
        left = event.seconds / max(1, event.step) * (steps - event.step)
        self._say(PARTED.join((self._where(), self.tr("{0} left").format(duration(left)))))

    def _where(self) -> str:
        if self._started is None:
            return ""
        epochs, per_epoch = self._started.epochs, max(1, self._started.steps_per_epoch)
        epoch = min(self._step // per_epoch + 1, epochs)
        share = 100 * self._step // (epochs * per_epoch)
        return PARTED.join((self.tr("epoch {0} of {1}").format(epoch, epochs), f"{share} %"))

    def _show_end(self, event: Finished | Failed) -> None:
        if isinstance(event, Failed):
            message = translated(event.message)
            self._say(message, "bad")
            self.workspace.said.emit(message)
            return
        words = [self.tr("done") if event.reason == "completed" else self.tr("stopped")]
        if self._last is not None and self._last.test_accuracy is not None:
            words.append(self.tr("test {0:.1f} %").format(100 * self._last.test_accuracy))
        elif self._last is not None:
            words.append(self.tr("test loss {0:.3g}").format(self._last.test_loss))
        self._say(PARTED.join(words))

    def say_again(self, again: Again) -> None:
        """The language is another one now."""
        self._say(again(self._words, ("RunBar",)), self.label.property("kind"))

    def _say(self, words: str, kind: str = "muted") -> None:
        self._words = words
        measures, room = self.label.fontMetrics(), self.label.width()
        first, *others = words.split(PARTED)
        if len(others) > 1 and measures.horizontalAdvance(words) > room:
            words_left = PARTED.join((first, *others[1:]))  # its middle is what can be missed
        else:
            words_left = words
        fits = measures.elidedText(words_left, Qt.TextElideMode.ElideRight, room)
        self.label.setText(fits)
        self.label.setToolTip(words if fits != words else "")
        if self.label.property("kind") != kind:
            restyle(self.label, kind=kind)


def duration(seconds: float) -> str:
    """A time as people say it: "21 s", "3 min 05 s", "2 h 10 min"."""
    whole = round(seconds)
    if whole < 60:
        return _words("{0} s").format(whole)
    if whole < 3600:
        return _words("{0} min {1} s").format(whole // 60, f"{whole % 60:02}")
    return _words("{0} h {1} min").format(whole // 3600, f"{whole % 3600 // 60:02}")


def _words(text: str) -> str:
    return QCoreApplication.translate("RunBar", text)
