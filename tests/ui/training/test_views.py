"""The live views and the run bar, fed by real runs and watched as a person would."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from nodegraph.document import Drawing, edits
from nodegraph.recipe import SGD, MSELoss, Recipe
from nodegraph.training.events import EpochEnded, Failed
from nodegraph.ui.theme import DARK, LIGHT
from nodegraph.ui.training.pace import LONGEST, SHARE, SHORTEST, Pace
from nodegraph.ui.training.plot import Plot, Value
from nodegraph.ui.training.run_bar import RunBar, duration
from nodegraph.ui.training.runner import State
from nodegraph.ui.training.views import Views
from tests.networks import perceptron
from tests.ui.training.conftest import Watched, drawing
from tests.ui.training.test_runner import wait


class Shown:
    """A run with its bar and its views, on the screen."""

    def __init__(self, watched: Watched, holder: QWidget) -> None:
        self.run, self.holder = watched, holder
        self.workspace, self.runner = watched.workspace, watched.runner
        self.bar = RunBar(self.workspace, self.runner, holder)
        self.views = Views(self.workspace, self.runner, DARK, holder)
        column = QVBoxLayout(holder)
        column.addWidget(self.bar)
        column.addWidget(self.views)
        holder.resize(1050, 330)
        holder.show()

    @property
    def curves(self):
        return self.views.curves

    @property
    def plots(self):
        return self.curves.make()

    def press(self, name: str) -> None:
        """Clicks one of the bar's buttons."""
        QTest.mouseClick(getattr(self.bar, f"{name}_button"), Qt.MouseButton.LeftButton)

    def train(self) -> None:
        """Presses Train and waits for the end."""
        self.press("train")
        self.run.until_idle()


class Painted(QObject):
    """Notes which of a widget's children are painted from now on."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self.names: list[str] = []
        for widget in holder.findChildren(QWidget):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.names.append(watched.objectName())
        return False


@pytest.fixture
def show(make, qtbot):
    holders: list[QWidget] = []

    def one(**recipe: object) -> Shown:
        holder = QWidget()
        qtbot.addWidget(holder)
        holders.append(holder)
        return Shown(make(**recipe), holder)

    return one


Show = Callable[..., Shown]


def test_a_run_from_start_to_finish_fills_the_curves(show: Show):
    shown = show(epochs=3)
    shown.train()
    loss, accuracy, weights = shown.plots
    assert loss.losses.values.tolist() == pytest.approx(shown.run.losses)
    last = shown.run.of(EpochEnded)[-1]
    assert loss.title.text.endswith(f"test {last.test_loss:.3g}")
    assert accuracy.title.text.endswith(f"test {100 * last.test_accuracy:.1f} %")
    assert len(accuracy.epochs) == 3
    assert weights.title.name == "Weights of fc1"
    assert weights.histogram.counts.sum() == 64 * 16


def test_every_curve_is_seen(show: Show):
    shown = show(epochs=20)
    shown.train()
    wait(shown.run, 0.05)
    for plot, colours in (
        (shown.plots.loss, (DARK.accent, DARK.good)),
        (shown.plots.accuracy, (DARK.accent, DARK.good)),
        (shown.plots.weights, (DARK.accent,)),
    ):
        picture = plot.canvas.grab().toImage()
        pixels = [
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        ]
        for colour in colours:
            assert pixels.count(colour) > 50, f"{plot.objectName()} without {colour}"


def test_the_curves_come_to_the_front_when_a_run_starts(show: Show):
    shown = show()
    assert shown.views.currentWidget() is not shown.curves
    shown.train()
    assert shown.views.currentWidget() is shown.curves


def test_before_a_run_each_plot_says_what_to_do(show: Show):
    shown = show()
    shown.views.setCurrentWidget(shown.curves)
    wait(shown.run, 0.05)
    assert [plot.canvas.empty.split(" ")[0] for plot in shown.plots] == ["Press"] * 3


def test_a_second_run_starts_with_empty_curves(show: Show):
    shown = show(epochs=2)
    shown.train()
    shown.train()
    assert len(shown.plots.loss.losses) == 2 * 47
    assert len(shown.plots.accuracy.epochs) == 2


def test_a_run_without_classes_has_no_accuracy_and_that_is_said_at_once(show: Show, make):
    from nodegraph.document import Drawing
    from tests.networks import perceptron

    shown = show(epochs=1)
    recipe = replace(
        shown.workspace.drawing.recipe, data="diabetes", loss=MSELoss(), target="values"
    )
    shown.workspace.do("x", Drawing("Flat", perceptron((10,), 4, 1, flat=False), recipe=recipe))
    said: list[str] = []
    shown.runner.told.connect(lambda _: said.append(shown.plots.accuracy.canvas.empty))
    shown.train()
    assert shown.run.of(EpochEnded)
    wait(shown.run, 0.05)  # so short a run is over before the curves are first shown
    assert set(said) == {"Accuracy is for classes; this run has none"}
    assert "test" in shown.plots.loss.title.text


def test_views_draw_at_most_thirty_times_a_second(show: Show):
    shown = show(epochs=10_000)
    shown.press("train")
    shown.run.until(lambda: bool(shown.run.losses))
    before, began = shown.curves.pace.draws, time.monotonic()
    wait(shown.run, 1.5)
    seconds = time.monotonic() - began
    drawn = shown.curves.pace.draws - before
    assert 1 <= drawn <= seconds / SHORTEST + 1
    shown.press("stop")
    shown.run.until_idle()


def test_the_window_has_its_turn_between_two_plots(show: Show, monkeypatch):
    shown = show(epochs=10_000)
    drawn: list[int] = []
    for number, plot in enumerate(shown.plots):
        monkeypatch.setattr(plot, "draw", lambda number=number: drawn.append(number))
    shown.press("train")
    shown.run.until(lambda: len(drawn) > 5)
    shown.press("pause")
    wait(shown.run, LONGEST + 0.3)  # until what the thread told last has been drawn
    shown.run.until(lambda: not shown.curves._due and not shown.curves._later.isActive())
    drawn.clear()
    shown.curves.pace._began = 0.0  # long ago: it may draw again
    shown.curves._due += shown.plots
    shown.curves._ask()
    assert drawn == [0]
    shown.run.until(lambda: drawn == [0, 1, 2])
    shown.press("stop")
    shown.run.until_idle()


def test_what_is_hidden_is_not_drawn(show: Show):
    shown = show(epochs=10_000)
    shown.press("train")
    shown.run.until(lambda: bool(shown.run.losses))
    shown.views.setCurrentIndex(0)
    before = shown.curves.pace.draws
    wait(shown.run, 0.4)
    assert shown.curves.pace.draws == before
    shown.views.setCurrentWidget(shown.curves)
    shown.run.until(lambda: shown.curves.pace.draws > before)
    shown.press("stop")
    shown.run.until_idle()


def test_the_last_steps_of_a_paused_run_are_drawn(show: Show):
    shown = show(epochs=10_000)
    shown.press("train")
    shown.run.until(lambda: len(shown.run.losses) > 200)
    shown.press("pause")
    wait(shown.run, LONGEST + 0.3)
    assert shown.plots.loss._raw.xData[-1] == pytest.approx(len(shown.run.losses), rel=0.1)
    shown.press("stop")
    shown.run.until_idle()


def test_selecting_a_layer_shows_its_weights(show: Show):
    shown = show(epochs=1)
    shown.train()
    shown.workspace.select(["fc2"])
    weights = shown.plots.weights
    assert weights.title.name == "Weights of fc2"
    assert weights.histogram.counts.sum() == 16 * 10
    weights.choice.setCurrentText("bias")
    weights.choice.activated.emit(weights.choice.currentIndex())
    assert weights.histogram.counts.sum() == 10
    shown.workspace.select(["act1"])
    assert "no weights" in weights.canvas.empty


def test_the_histogram_moves_while_the_weights_train(show: Show):
    shown = show(epochs=10_000, optimizer=SGD(lr=0.1))
    shown.press("train")
    shown.run.until(lambda: shown.plots.weights.histogram is not None)
    first = shown.plots.weights.histogram.sd
    shown.run.until(lambda: shown.plots.weights.histogram.sd != first)
    shown.press("stop")
    shown.run.until_idle()


def test_a_loss_that_is_no_number_is_said_and_the_editor_goes_on(show: Show):
    shown = show(optimizer=SGD(lr=1e6), epochs=50)
    said = []
    shown.workspace.said.connect(said.append)
    shown.train()
    failed = shown.run.of(Failed)[0]
    assert said == [failed.message]
    assert shown.views.run_log.ending.text() == failed.message
    assert shown.bar.label.property("kind") == "bad"
    assert shown.bar.train_button.isEnabled()
    shown.views.setCurrentWidget(shown.curves)
    assert not shown.holder.grab().isNull()


def test_train_is_off_while_problems_stand_and_says_why(show: Show):
    shown = show()
    assert shown.bar.train_button.isEnabled()
    cut = edits.delete(shown.workspace.drawing, ["act1"])
    shown.workspace.do("Deleted act1", cut)
    assert not shown.bar.train_button.isEnabled()
    assert shown.bar.train_button.toolTip() == shown.bar.reason() != ""
    shown.workspace.document.undo()
    assert shown.bar.train_button.isEnabled()


def test_the_buttons_follow_the_run(show: Show):
    shown = show(epochs=10_000)
    bar = shown.bar

    def enabled() -> tuple[bool, ...]:
        buttons = (bar.train_button, bar.pause_button, bar.stop_button)
        return tuple(button.isEnabled() for button in buttons)

    assert enabled() == (True, False, False)
    shown.press("train")
    assert enabled() == (False, False, True)
    shown.run.until(lambda: bool(shown.run.losses))
    assert enabled() == (False, True, True)
    shown.press("pause")
    assert (bar.pause_button.text(), enabled()) == ("Continue", (False, True, True))
    assert bar.label.text().startswith("paused")
    shown.press("pause")
    assert bar.pause_button.text() == "Pause"
    assert shown.runner.state is State.RUNNING
    shown.press("stop")
    shown.run.until_idle()
    assert enabled() == (True, False, False)
    assert bar.label.text().startswith("stopped")


def test_progress_says_epoch_share_and_time_left(show: Show):
    shown = show(epochs=4, batch_size=1)
    said = []
    shown.runner.told.connect(lambda _: said.append(shown.bar.label.text()))
    shown.train()
    assert said[-1].startswith("done · test ")
    way = [words for words in said if words.startswith("epoch")]
    assert way
    assert all(
        re.fullmatch(r"epoch [1-4] of 4 · \d+ % · (\d+ min )?\d+ s left", words) for words in way
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "0 s"), (21.4, "21 s"), (59.6, "1 min 00 s"), (185, "3 min 05 s"), (7800, "2 h 10 min")],
)
def test_a_time_is_said_as_people_say_it(seconds, words):
    assert duration(seconds) == words


def test_the_run_tab_keeps_a_row_for_each_epoch_and_the_folder(show: Show, monkeypatch):
    shown = show(epochs=3)
    shown.train()
    log = shown.views.run_log
    assert log.table.rowCount() == 3
    assert log.table.item(2, 0).text() == "3"
    assert log.folder is not None
    assert (log.folder / "metrics.jsonl").is_file()
    assert str(log.folder) in log.ending.text()
    assert Path(shown.runner.run.folder.path) == log.folder


def test_the_run_tab_says_when_the_network_has_changed_since(show: Show):
    shown = show(epochs=1)
    shown.train()
    changed = shown.views.run_log.changed
    assert changed.isHidden()
    moved = edits.move(shown.workspace.drawing, {"fc1": edits.Point(5, 5)})
    shown.workspace.do("Moved fc1", moved)
    assert changed.isHidden()
    shown.workspace.do("Renamed", edits.rename(shown.workspace.drawing, "fc1", "first"))
    assert not changed.isHidden()
    shown.workspace.document.undo()
    assert changed.isHidden()


def test_another_theme_repaints_everything(show: Show):
    shown = show(epochs=1)
    shown.train()
    for theme in (LIGHT, DARK):
        shown.views.set_theme(theme)
        wait(shown.run, 0.05)
        picture = shown.plots.loss.canvas.grab().toImage()
        assert picture.pixelColor(picture.width() // 2, 3).name() == theme.field


def test_new_values_paint_the_title_alone(show: Show):
    shown = show(epochs=1)
    shown.train()
    wait(shown.run, 0.3)
    painted = Painted(shown.holder)
    title = shown.plots.loss.title
    title.show_values(Value("train 0.5", DARK.accent))
    wait(shown.run, 0.05)
    assert painted.names == ["loss_plot_title"]


def test_every_widget_has_a_name_of_its_own(show: Show):
    shown = show()
    shown.plots  # noqa: B018  made by asking
    kinds = (QPushButton, QLabel, QComboBox, QLineEdit, QTableWidget, QProgressBar, Plot)
    ours = [w for w in shown.holder.findChildren(QWidget) if isinstance(w, kinds)]
    assert len(ours) > 30
    assert not [w for w in ours if not w.objectName() or not w.accessibleName()]


def test_the_pace_keeps_its_share():
    pace = Pace()
    pace.begin()
    with pace.spend():
        begin = time.thread_time()
        while time.thread_time() - begin < 0.005:
            pass
    assert pace.wait() == pytest.approx(0.005 / SHARE, rel=0.4)
    pace.begin()
    assert pace.wait() == pytest.approx(SHORTEST, rel=0.2)


def test_a_run_that_never_came_to_train_is_not_said_to_load(show) -> None:
    shown = show()
    mnist = Drawing("Small", perceptron((1, 28, 28), 16, 10), recipe=Recipe(epochs=1))
    shown.workspace.open(mnist)
    shown.runner.options = shown.runner.options._replace(data_root=Path("/nowhere"))
    shown.train()
    log = shown.views.run_log
    assert not log.summary.isVisibleTo(log)
    assert not log.changed.isVisibleTo(log)
    assert log.ending.text()
    shown.runner.options = shown.runner.options._replace(data_root=None)
    shown.workspace.open(drawing(epochs=1))
    shown.train()
    assert "to train" in log.summary.text()
    assert log.summary.isVisibleTo(log)


def test_no_share_of_the_views_is_told_before_a_run(show, qtbot) -> None:
    shown = show()
    shown.views.setCurrentWidget(shown.curves)
    qtbot.waitUntil(lambda: shown.curves.plots is not None)
    assert not shown.views.share.text()
    shown.train()
    assert shown.views.share.text().startswith("views")


def test_the_name_of_a_plot_comes_before_mean_and_sd(show, qtbot) -> None:
    shown = show()
    weights = shown.plots.weights
    weights.title.name = "Weights of a_layer_of_long_name"
    weights.title.resize(220, 20)
    wide = weights.title.grab().toImage()
    values = (Value("mean 0.001", DARK.muted), Value("sd 0.0421", DARK.muted))
    weights.title.show_values(*values)
    assert weights.title.grab().toImage() == wide  # no room for either
    weights.title.show_values(Value("12 % not numbers", DARK.bad), *values)
    assert weights.title.grab().toImage() != wide  # but what is wrong is said in any case
