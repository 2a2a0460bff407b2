"""The pictures of the README, made by the program itself: a real drawing, a real run.

    python -m tests.pictures [FOLDER]

Trains the demo on Digits, which needs no download, and writes docs/pictures/*.png.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nodegraph.document import Drawing, edits, load
from nodegraph.engine.trial import trial
from nodegraph.resources import demo, examples
from nodegraph.training.device import pick
from nodegraph.ui.settings import Settings
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.training.tensor_view import TensorView
from nodegraph.ui.window import MainWindow
from tests.ui.canvas.ladder import ladder

SIZE = (1600, 1000)  # px
SETTLE = 400  # ms until everything that comes later has been painted
LOOK, PATIENCE = 50, 300_000  # ms between two looks at a run, and for the whole of it


def wait(milliseconds: int) -> None:
    """Lets the window and the run go on; QTest's own wait would keep Python from the run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Photographer:
    """Brings the window into each state and takes its picture."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.folder = folder
        store = QSettings(str(kept / "settings.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(Settings(store))
        self.window.resize(*SIZE)
        self.window.runner.options = Options(runs=kept / "runs")
        self.window.show()
        wait(SETTLE)
        self.window.load_after_paint()
        self.window.windows.take_torch(trial, pick("auto"))

    def take(self, name: str, shown: QWidget | None = None) -> None:
        """The window as it is now, or one that it has opened, in both themes."""
        for theme in ("light", "dark"):
            self.window.windows.set_theme(theme)
            wait(SETTLE)
            path = self.folder / f"{name}_{theme}.png"
            (shown or self.window).grab().save(str(path))
            print(path)

    def open(self, drawing: Drawing, select: str, tab: str) -> None:
        """A drawing with a node selected and one of the side tabs in front."""
        self.window.workspace.open(drawing)
        self.window.files.opened.emit()
        self.window.workspace.select([select])
        side = self.window.editor
        tabs = {"problems": side.problems, "code": side.code, "outline": side.outline}
        side.tabs.setCurrentWidget(tabs[tab])
        wait(SETTLE)

    def train(self, until: float) -> None:
        """Trains until that share of the run is done, and pauses there."""
        bar, runner = self.window.run_bar, self.window.runner
        bar.train()
        for _ in range(PATIENCE // LOOK):
            wait(LOOK)
            if runner.state is State.IDLE or bar.progress.value() >= 1000 * until:
                break
        if runner.state is not State.IDLE:
            runner.pause()
        wait(SETTLE)

    def search(self, query: str) -> None:
        """The popup over the canvas, with something typed in it."""
        canvas = self.window.canvas
        canvas.zoom_reset()
        canvas.centerOn(canvas.graph_scene.nodes["relu2"].body.center())
        canvas.adding.at(canvas.viewport().rect().center())
        wait(SETTLE)
        QTest.keyClicks(canvas.adding.popup.field, query)
        wait(SETTLE)

    def look(self, node: str) -> TensorView:
        """What flows out of a node of the run."""
        self.window.workspace.select([node])
        looking = self.window.editor.looking
        looking.show_chosen()
        assert looking.view is not None
        while looking.view.look is None:
            wait(LOOK)
        return looking.view

    def close(self) -> None:
        """Ends everything that was begun."""
        self.window.runner.close()
        self.window.workspace.document.saved(self.window.workspace.document.settled)
        self.window.close()


def broken() -> Drawing:
    """The residual example with its shortcut of half the channels of its trunk."""
    path = next(path for path in examples() if path.stem == "resnet")
    drawing = load(path)
    return edits.set_setting(at_hand(drawing), ["skip"], "out_channels", 16)


def at_hand(drawing: Drawing) -> Drawing:
    """The same on data that need no folder of anyone's."""
    return edits.set_recipe(drawing, replace(drawing.recipe, data="digits28"))


def main(folder: Path) -> None:
    """Every picture, into that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as kept:
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):  # nobody's own drawings are in the way
            os.environ[name] = kept
        photographer = Photographer(folder, Path(kept))
        wait(4 * SETTLE)  # one card's picture each turn of the loop
        photographer.take("start")
        photographer.open(broken(), "conv2", "problems")
        photographer.take("problem")
        photographer.open(at_hand(ladder(2_000)), "n1", "outline")
        photographer.take("large")
        photographer.open(load(demo()), "conv2", "code")
        photographer.search("conv 64 3 s2")
        photographer.take("search")
        photographer.open(load(demo()), "conv2", "code")
        photographer.train(0.7)
        photographer.take("training")
        photographer.take("tensor", photographer.look("conv1"))
        photographer.close()
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/pictures"))
