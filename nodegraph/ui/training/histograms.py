"""The weights of the selected layer as a histogram that moves while they train.

The numbers are read where they lie, by the window's thread, while the loop goes on changing
them: a picture a few steps old in one half and new in the other is still the picture asked for,
and waiting for the loop would slow it. So a read must be short whatever the layer's size.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.figures import number
from nodegraph.ui.training.pace import Pace
from nodegraph.ui.training.plot import RIGHT, Plot, Value, ticks

if TYPE_CHECKING:
    from torch import Tensor

SAMPLE = 20_000  # values at most: their sd is right to half a percent, and they take 0.3 ms
BINS = 41
EVERY = 0.5  # seconds between two reads


class Histogram(NamedTuple):
    """Counts between edges, and what was counted. Mean and sd are over the finite values."""

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    mean: float
    sd: float
    broken: float  # share of values that are no numbers, of 1


def sample(tensor: Tensor) -> NDArray[np.float32]:
    """At most SAMPLE values of a parameter, evenly spread, without waiting for the loop."""
    values = tensor.detach()
    if values.is_cuda:
        return _sample_cuda(values)
    return values_of(_spread(values))


def values_of(values: Tensor) -> NDArray[np.float32]:
    """A small tensor on the CPU as an array of its own."""
    array: NDArray[np.float32] = values.float().cpu().numpy().copy()
    return array


def _spread(values: Tensor) -> Tensor:
    count = values.numel()
    step = -(-count // SAMPLE) or 1
    if values.is_contiguous():
        return values.view(-1)[::step]
    if values.dim() == 4:  # channels last: the same numbers, in the order they lie in memory
        turned = values.permute(0, 2, 3, 1)
        if turned.is_contiguous():
            return turned.view(-1)[::step]
    return values.reshape(-1)[::step]


def _sample_cuda(values: Tensor) -> NDArray[np.float32]:
    import torch

    # A stream of its own: on the loop's stream the copy would wait for every step queued there.
    stream = torch.cuda.Stream(values.device)  # type: ignore[no-untyped-call]
    with torch.cuda.stream(stream):
        return values_of(_spread(values))


def count(values: NDArray[np.float32], before: tuple[float, float] | None = None) -> Histogram:
    """The histogram of some values, over the range shown before where they still fill it."""
    finite = values[np.isfinite(values)]
    broken = 1 - len(finite) / len(values) if len(values) else 0.0
    if not len(finite):
        return Histogram(np.linspace(-1, 1, BINS + 1), np.zeros(BINS, np.int64), 0, 0, broken)
    wide = finite.astype(np.float64)  # float32's square overflows where weights explode
    low, high = _range(float(wide.min()), float(wide.max()), before)
    counts, edges = np.histogram(wide, BINS, (low, high))
    return Histogram(edges, counts, float(wide.mean()), float(wide.std()), broken)


def _range(low: float, high: float, before: tuple[float, float] | None) -> tuple[float, float]:
    if before is not None:
        a, b = before
        # Kept while the values lie in it and use half of it: the axis must not tremble.
        if a <= low and high <= b and (high - low) >= (b - a) / 2:
            return before
    if high - low <= 1e-6 * max(abs(low), abs(high)):
        half = max(abs(low), 1e-3) * 0.5
        return low - half, high + half
    margin = (high - low) * 0.06
    return low - margin, high + margin


class HistogramPlot(Plot):
    """The histogram of one parameter, and the choice of which."""

    left = RIGHT  # counts need no numbers
    chosen = Signal(str)  # the parameter's name

    def __init__(self, pace: Pace, theme: Theme, parent: QWidget) -> None:
        super().__init__(_words("Weights"), "weights_plot", pace, theme, parent)
        self.tensor: Tensor | None = None
        self.histogram: Histogram | None = None
        self._read = -EVERY
        self._bars = pg.BarGraphItem(x=[], height=[], width=1.0)
        self.canvas.box.addItem(self._bars)
        self.choice = QComboBox(self)
        called(self.choice, "weights_choice", self.tr("Which weights"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(lambda _: self.chosen.emit(self.choice.currentText()))
        self.choice.hide()
        self.set_theme(theme)
        self.show_nothing(self.tr("Press Train and select a layer to see its weights here"))

    def show_nothing(self, why: str) -> None:
        """Empties the plot and says what to do."""
        self.tensor = self.histogram = None
        self.title.name = self.tr("Weights")
        self.title.show_values()
        self.choice.hide()
        self._bars.setOpts(x=[], height=[])
        self.canvas.say(why)
        self.title.update()

    def show_tensor(self, name: str, tensor: Tensor, parameters: list[str], chosen: str) -> None:
        """Shows this parameter of the layer called `name` from now on."""
        if tensor is not self.tensor:
            self.histogram = None
        self.tensor = tensor
        self.title.name = self.tr("Weights of {0}").format(name)
        if [self.choice.itemText(i) for i in range(self.choice.count())] != parameters:
            self.choice.clear()
            self.choice.addItems(parameters)
        self.choice.setCurrentText(chosen)
        self.choice.setVisible(len(parameters) > 1)
        self._place_choice()
        self._read = -EVERY
        self.title.update()
        self.draw()

    def draw(self) -> None:
        """Reads the parameter again if it is time, and shows it."""
        now = time.monotonic()
        if self.tensor is None or now - self._read < EVERY:
            return
        self._read = now
        shown = self.histogram
        before = (float(shown.edges[0]), float(shown.edges[-1])) if shown else None
        self.histogram = found = count(sample(self.tensor), before)
        middle = (found.edges[:-1] + found.edges[1:]) / 2
        width = float(found.edges[1] - found.edges[0])
        self._bars.setOpts(x=middle, height=found.counts, width=width * 0.8)
        top = float(found.counts.max()) or 1.0
        low, high = float(found.edges[0]), float(found.edges[-1])
        labels = ticks(low, high)
        self.canvas.say(self.tr("No value is a number any more") if found.broken == 1 else "")
        lines = tuple((top * share, "") for share in (0.25, 0.5, 0.75))
        self.canvas.show_range((low, high), (0, top * 1.04), labels, lines)
        self._show_values(found)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._bars.setOpts(brush=pg.mkBrush(theme.accent), pen=pg.mkPen(None))

    def _show_values(self, found: Histogram) -> None:
        values = [
            Value(self.tr("mean {0}").format(number(found.mean)), self.theme.muted),
            Value(self.tr("sd {0}").format(number(found.sd)), self.theme.muted),
        ]
        if found.broken:
            broken = self.tr("{0} % not numbers").format(f"{100 * found.broken:.2g}")
            values.insert(0, Value(broken, self.theme.bad))
        self.title.show_values(*values)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_choice()

    def _place_choice(self) -> None:
        size = self.choice.sizeHint()
        at = self.canvas.geometry().topRight()
        self.choice.setGeometry(at.x() - size.width() - 8, at.y() + 8, size.width(), size.height())
        self.choice.raise_()


def _words(text: str) -> str:
    return QCoreApplication.translate("Plots", text)
