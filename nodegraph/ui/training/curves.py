"""Loss and accuracy as they come: raw thin and pale, smoothed thick, the held-out set dashed green.

Ranges only ever grow within a run, and by as little as the data asks, so nothing jumps while
it is watched.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from nodegraph.training.events import EpochEnded, Started
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.pace import Pace
from nodegraph.ui.training.plot import Plot, Value, pen
from nodegraph.ui.training.series import Losses

FIRST_EPOCHS = 3  # the axis shows these from the start, and grows with the data from there on
MOST_EPOCHS = 500  # drawn
AT_ONCE = 10_000  # losses that wait at most, while the plot is not on the screen
ROOM = 1.15  # of what is done, ahead of the curve


class _Curve(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A curve that takes the whole view as its bounds.

    Nothing asks for the range of the data, so finding its bounds at each draw is a seventh of the
    time spent for nothing.
    """

    def boundingRect(self) -> QRectF:
        view: QRectF = self.getViewBox().viewRect()
        wide, high = view.width() * 0.02, view.height() * 0.05  # the pen reaches over the edge
        return view.adjusted(-wide, -high, wide, high)


class _Curves(Plot):
    """What loss and accuracy share: a run's length, and curves that are emptied together."""

    def __init__(self, name: str, key: str, pace: Pace, theme: Theme, parent: QWidget) -> None:
        super().__init__(name, key, pace, theme, parent)
        self.epochs: list[EpochEnded] = []
        self._new = False  # something has come since the last draw
        self._steps, self._per_epoch, self._total = 0, 1, 1
        self._low, self._high = np.inf, -np.inf
        self.canvas.say(self.tr("Press Train to see the {0} here").format(name.lower()))

    def begin(self, started: Started) -> None:
        """Forgets the last run; the next one is this long."""
        self._new = True
        self.epochs.clear()
        self._steps = 0
        self._per_epoch = max(1, started.steps_per_epoch)
        self._total = self._per_epoch * max(1, started.epochs)
        self._low, self._high = np.inf, -np.inf

    def end_epoch(self, event: EpochEnded) -> None:
        """Adds an epoch's figures; drawn by the next `draw`."""
        self.epochs.append(event)
        self._new = True

    def _take_new(self) -> bool:
        """Whether something has come since this was asked last."""
        new, self._new = self._new, False
        return new

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._new = True

    def _shown(self) -> list[EpochEnded]:
        """The epochs to draw: evenly spread where there are too many, the last always."""
        every = len(self.epochs) // MOST_EPOCHS + 1
        return self.epochs[::-1][::every][::-1]

    def _curve(self, **looks: object) -> pg.PlotCurveItem:
        curve = _Curve(skipFiniteCheck=True, **looks)
        self.canvas.box.addItem(curve)
        return curve

    def _grow(self, *values: float) -> tuple[float, float]:
        """The range of the y axis, wide enough for these too, with a margin."""
        finite = [value for value in values if np.isfinite(value)]
        self._low = min([self._low, *finite])
        self._high = max([self._high, *finite])
        if self._low > self._high:
            return 0.0, 1.0
        margin = (self._high - self._low) * 0.04 or max(abs(self._high), 1e-6) * 0.1
        return self._low - margin, self._high + margin

    def _end(self) -> float:
        """The last step the axis shows."""
        return min(self._total, max(FIRST_EPOCHS * self._per_epoch, ROOM * self._steps))

    def _epoch_labels(self, first: float, end: float) -> tuple[tuple[float, str], ...]:
        """Where epochs end, from `first` to `end` in steps: at most six of them."""
        last = int(end // self._per_epoch)
        every = next(k for k in _EVERY if last // k <= 6 or k == _EVERY[-1])
        shown = range(every, last + 1, every)
        first_words = self.tr("epoch {0}")
        return tuple(
            (
                epoch * self._per_epoch,
                first_words.format(epoch) if epoch == shown[0] else str(epoch),
            )
            for epoch in shown
            if epoch * self._per_epoch >= first
        )


_EVERY = tuple(k * 10**power for power in range(6) for k in (1, 2, 5))


class LossPlot(_Curves):
    """Every step's loss, its running mean, and the held-out loss of each epoch."""

    def __init__(self, pace: Pace, theme: Theme, parent: QWidget) -> None:
        super().__init__(_words("Loss"), "loss_plot", pace, theme, parent)
        self.losses = Losses()
        self._waiting: list[float] = []  # not yet among them: adding many at once is cheaper
        self._raw = self._curve()
        self._smooth = self._curve(antialias=True)
        self._test = self._curve(antialias=True)
        self.set_theme(theme)

    def begin(self, started: Started) -> None:
        super().begin(started)
        self.losses = Losses()
        self._waiting.clear()

    def extend(self, losses: tuple[float, ...]) -> None:
        """Adds the next steps' losses; drawn by the next `draw`."""
        self._waiting += losses
        self._new = True
        if len(self._waiting) > AT_ONCE:
            self._add()

    def _add(self) -> None:
        self.losses.extend(self._waiting)
        self._waiting.clear()
        self._steps = len(self.losses)

    def draw(self) -> None:
        """Shows the steps and epochs that have come since the last draw."""
        if not self._take_new():
            return
        self._add()
        steps, mean = self.losses.smoothed()
        raw_steps, raw = self.losses.envelope()
        epochs = self._shown()
        ends = [event.epoch * self._per_epoch for event in epochs]
        test = [event.test_loss for event in epochs]
        self._raw.setData(raw_steps, raw)
        self._smooth.setData(steps, mean)
        self._test.setData(*_finite(ends, test))
        if len(mean):
            self.canvas.say("")
            # The smoothed line sets the top: one wild step must not flatten the whole run.
            y = self._grow(float(mean.max()), float(raw.min()), *test)
            first = float(steps[0])
            end = max(self._end(), first + 1)
            self.canvas.show_range((first, end), y, self._epoch_labels(first, end))
            now = f"{mean[-1]:.3g}"
            values = [Value(self.tr("train {0}").format(now), self.theme.accent, now)]
            if test:
                now = f"{test[-1]:.3g}"
                values.append(Value(self.tr("test {0}").format(now), self.theme.good, now, True))
            self.title.show_values(*values)
        else:
            self.title.show_values()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._raw.setPen(pen(theme.accent, 1, alpha=0.4))
        self._smooth.setPen(pen(theme.accent, 2))
        self._test.setPen(pen(theme.good, 2, dashed=True))


class AccuracyPlot(_Curves):
    """Share of right answers on the training and the held-out data, by epoch."""

    def __init__(self, pace: Pace, theme: Theme, parent: QWidget) -> None:
        super().__init__(_words("Accuracy"), "accuracy_plot", pace, theme, parent)
        self._train = self._curve(antialias=True)
        self._test = self._curve(antialias=True)
        self._points = pg.ScatterPlotItem(size=6, pxMode=True)
        self.canvas.box.addItem(self._points)
        self.set_theme(theme)

    def begin(self, started: Started, counted: bool = True) -> None:
        """Forgets the last run; in the next one accuracy is counted, or there is none."""
        super().begin(started)
        none = self.tr("Accuracy is for classes; this run has none")
        self.canvas.say(self.tr("Comes at the end of each epoch") if counted else none)
        self.draw()

    def draw(self) -> None:
        """Shows the epochs that have come since the last draw."""
        if not self._take_new():
            return
        known = [event for event in self._shown() if event.test_accuracy is not None]
        ends = [float(event.epoch) for event in known]
        test = [100 * (event.test_accuracy or 0.0) for event in known]
        train = [100 * (event.train_accuracy or 0.0) for event in known]
        self._train.setData(np.asarray(ends), np.asarray(train))
        self._test.setData(np.asarray(ends), np.asarray(test))
        self._show_points(ends, train, test)
        if not known:
            self.title.show_values()
            return
        self.canvas.say("")
        low, high = self._grow(*train, *test)
        self._steps = self.epochs[-1].epoch * self._per_epoch
        end = max(self._end() / self._per_epoch, 2.0)
        labels = self._epoch_labels(0, end * self._per_epoch)
        by_epoch = tuple((step / self._per_epoch, text) for step, text in labels)
        self.canvas.show_range((1.0, end), (low, high), by_epoch)
        trained, tested = f"{train[-1]:.1f}", f"{test[-1]:.1f}"
        self.title.show_values(
            Value(self.tr("train {0} %").format(trained), self.theme.accent, f"{trained} %"),
            Value(self.tr("test {0} %").format(tested), self.theme.good, f"{tested} %", True),
        )

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._train.setPen(pen(theme.accent, 2))
        self._test.setPen(pen(theme.good, 2, dashed=True))

    def _show_points(self, ends: list[float], train: list[float], test: list[float]) -> None:
        """A dot at each epoch while there are few: one epoch alone makes no line."""
        if len(ends) > 12:
            self._points.setData([], [])
            return
        brushes = [pg.mkBrush(self.theme.accent)] * len(ends)
        brushes += [pg.mkBrush(self.theme.good)] * len(ends)
        self._points.setData(ends * 2, train + test, brush=brushes, pen=pg.mkPen(None))


def _finite(x: list[int], y: list[float]) -> tuple[np.ndarray, np.ndarray]:
    across, up = np.asarray(x, float), np.asarray(y, float)
    kept = np.isfinite(up)
    return across[kept], up[kept]


def _words(text: str) -> str:
    return QCoreApplication.translate("Plots", text)
