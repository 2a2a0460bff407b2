"""Loss, accuracy and the selected layer's weights side by side, drawn no oftener than they may be.

Everything that comes is kept at once and drawn when the pace allows, one plot at a time, so that
the window never waits for all of them. What is not on the screen is not drawn at all.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nodegraph.graph import NodeId
from nodegraph.training.events import EpochEnded, Event, Failed, Finished, Progress, Started
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.pace import Pace
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace

if TYPE_CHECKING:
    from torch.nn import Parameter

    from nodegraph.ui.training.curves import AccuracyPlot, LossPlot
    from nodegraph.ui.training.histograms import HistogramPlot


class Plots(NamedTuple):
    """What is drawn."""

    loss: LossPlot
    accuracy: AccuracyPlot
    weights: HistogramPlot


class Curves(QWidget):
    """The three plots. They are made after the first paint: pyqtgraph takes a while to load."""

    drawn = Signal()

    def __init__(
        self, workspace: Workspace, runner: Runner, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        called(self, "curves", self.tr("Loss, accuracy and weights"), "panel")
        self.workspace, self.runner, self.theme = workspace, runner, theme
        self.pace = Pace()
        self.plots: Plots | None = None
        self._parameter = "weight"
        self._due: list[LossPlot | AccuracyPlot | HistogramPlot] = []  # with news, in turn
        self._later = QTimer(self)
        self._later.setObjectName("curves_draw")
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 12)
        self._row.setSpacing(16)
        runner.told.connect(self._on_told)
        workspace.selected.connect(self._show_weights)

    def make(self) -> Plots:
        """The plots, made by the first call."""
        if self.plots is None:
            from nodegraph.ui.training.curves import AccuracyPlot, LossPlot
            from nodegraph.ui.training.histograms import HistogramPlot

            self.plots = Plots(
                LossPlot(self.pace, self.theme, self),
                AccuracyPlot(self.pace, self.theme, self),
                HistogramPlot(self.pace, self.theme, self),
            )
            for plot in self.plots:
                self._row.addWidget(plot, 1)
            self.plots.weights.chosen.connect(self._choose)
            self._show_weights()
        return self.plots

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of another theme."""
        self.theme = theme
        for plot in self.plots or ():
            plot.set_theme(theme)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._shown)

    def _shown(self) -> None:
        self.make()
        self._draw()

    def _on_told(self, told: tuple[Event, ...]) -> None:
        loss, accuracy, _ = self.make()
        with self.pace.spend():
            for event in told:
                match event:
                    case Started():
                        self.pace.restart()
                        loss.begin(event)
                        run = self.runner.run
                        accuracy.begin(event, run is None or run.recipe.has_accuracy)
                        self._show_weights()
                    case Progress():
                        loss.extend(event.losses)
                    case EpochEnded():
                        loss.end_epoch(event)
                        accuracy.end_epoch(event)
        if isinstance(told[-1], Finished | Failed) or self.runner.state is State.PAUSED:
            self._draw()  # nothing more comes that would have to wait for its turn
        else:
            self._due += [plot for plot in self.make() if plot not in self._due]
            self._ask()

    def _ask(self) -> None:
        """Draws the next plot now or as soon as the pace allows, and then those after it."""
        if self._later.isActive():
            return
        if (wait := self.pace.wait()) > 0:
            self._later.start(ceil(wait * 1000))
        elif self._due and self.isVisible():
            self._draw_next()
            if self._due:
                self._ask()

    def _draw(self) -> None:
        """Draws all at once."""
        self._due = [*(self.plots or ())]
        while self._due and self.isVisible():
            self._draw_next()

    def _draw_next(self) -> None:
        self.pace.begin()
        with self.pace.spend():
            self._due.pop(0).draw()
        self.drawn.emit()

    def _choose(self, parameter: str) -> None:
        self._parameter = parameter
        self._show_weights()

    def _show_weights(self, _selection: object = None) -> None:
        """Finds the selected layer's parameter in the live module and shows it."""
        if self.plots is None or (run := self.runner.run) is None:
            return
        weights = self.plots.weights
        with_weights = self._layers()
        chosen = [node for node in with_weights if node in self.workspace.selection]
        if self.workspace.selection and not chosen:
            weights.show_nothing(self.tr("The selected layer has no weights in this run"))
        elif with_weights:
            node = (chosen or list(with_weights))[0]
            parameters = with_weights[node]
            name = self._parameter if self._parameter in parameters else next(iter(parameters))
            title = run.graph.nodes[node].title
            weights.show_tensor(title, parameters[name], list(parameters), name)
        else:
            weights.show_nothing(self.tr("This network has no weights"))

    def _layers(self) -> dict[NodeId, dict[str, Parameter]]:
        """Every node of the run that has parameters, with them, in the order of the code."""
        run = self.runner.run
        assert run is not None
        assert run.module is not None  # it has opened
        found = {
            node: dict(run.module.get_submodule(name).named_parameters())
            for node, name in run.source.attributes.items()
        }
        return {node: parameters for node, parameters in found.items() if parameters}
