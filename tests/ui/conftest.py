"""What every test of the window holds: nothing of it stays behind when the test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nodegraph.document import Drawing, Point
from nodegraph.graph import Graph
from nodegraph.ui.canvas import Canvas
from nodegraph.ui.language import LANGUAGE
from nodegraph.ui.settings import Settings
from nodegraph.ui.window import MainWindow
from nodegraph.ui.workspace import Workspace
from tests.networks import r0

W = TypeVar("W", bound=QWidget)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """No other test hears of the language that this one chose."""
    yield
    LANGUAGE.speak("en")


@pytest.fixture(autouse=True)
def nothing_stays_behind(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fails a test that leaves a window, a running thread or an active timer."""
    started: list[QObject] = []
    for kind in (QThread, QTimer):
        monkeypatch.setattr(kind, "start", _recording(kind.start, started))
    before = set(QApplication.topLevelWidgets()) if QApplication.instance() else set()
    yield
    if QApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in before]
    assert not left, f"windows left behind: {left}"
    alive = [made for made in started if shiboken6.isValid(made)]
    running = [made for made in alive if isinstance(made, QThread) and made.isRunning()]
    assert not running, f"threads left running: {running}"
    active = [made for made in alive if isinstance(made, QTimer) and made.isActive()]
    assert not active, f"timers left active: {active}"


def _recording(start: Callable[..., object], started: list[QObject]) -> Callable[..., object]:
    def recorded(made: QObject, *args: object) -> object:
        started.append(made)
        return start(made, *args)

    return recorded


def drawn(graph: Graph, name: str = "Network") -> Drawing:
    """A drawing of a graph, its nodes side by side."""
    return Drawing(name, graph, {node: Point(180 * at, 0) for at, node in enumerate(graph.nodes)})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Preferences in a file of the test's own."""
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.set("language", "en")  # tests read English, whatever the system speaks
    return made


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    """A workspace on the SimpleCNN of the reference networks."""
    return Workspace(drawn(r0(), "SimpleCnn"))


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> MainWindow:
    """The whole window, shown, on an empty drawing at the start page."""
    made = MainWindow(settings)
    qtbot.addWidget(made, before_close_func=_ask_nothing)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def editor(window: MainWindow) -> MainWindow:
    """The window with the SimpleCNN opened in it."""
    window.workspace.open(drawn(r0(), "SimpleCnn"))
    window.files.opened.emit()
    return window


def at_the_canvas(window: MainWindow, qtbot: QtBot, drawing: Drawing) -> Canvas:
    """The canvas of the window on this drawing, at 100 %, with the keys."""
    window.workspace.open(drawing)
    window.files.opened.emit()
    window.canvas.zoom_reset()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.canvas.setFocus()
    return window.canvas


def _ask_nothing(window: MainWindow) -> None:
    """Whether closing asks is a test of its own; the end of a test must not stop at a question."""
    for one in {window, *window.windows.all}:
        for page in one.pages:
            page.runner.close()
            page.workspace.document.saved(page.workspace.document.settled)
        if one is not window:
            one.close()


class Answers:
    """Answers the dialogs that the test is about to cause; `asked` keeps what they said."""

    def __init__(self, parent: QObject) -> None:
        self.asked: list[str] = []
        self._waiting: list[Callable[[QDialog], None]] = []
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def press(self, button: QMessageBox.StandardButton) -> None:
        """Presses that button of the next question."""

        def do(dialog: QDialog) -> None:
            assert isinstance(dialog, QMessageBox)
            self.asked.append(f"{dialog.text()} {dialog.informativeText()}".strip())
            QTest.mouseClick(dialog.button(button), Qt.MouseButton.LeftButton)

        self._waiting.append(do)

    def name(self, path: Path) -> None:
        """Types a file's name into the next file dialog and accepts it."""

        def do(dialog: QDialog) -> None:
            assert isinstance(dialog, QFileDialog)
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert field is not None
            field.setText(str(path))
            QTest.keyClick(field, Qt.Key.Key_Return)

        self._waiting.append(do)

    def escape(self) -> None:
        """Gives up the next dialog."""
        self._waiting.append(lambda dialog: dialog.reject())

    def stop(self) -> None:
        """No more; every answer must have been asked for."""
        self._timer.stop()
        assert not self._waiting, "a dialog that was expected did not come"

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        # Before it is active, keys still mean the window below.
        if isinstance(dialog, QDialog) and dialog.isActiveWindow() and self._waiting:
            self._waiting.pop(0)(dialog)


@pytest.fixture
def answers(window: MainWindow) -> Iterator[Answers]:
    """Someone who answers dialogs."""
    made = Answers(window)
    yield made
    if shiboken6.isValid(window):
        made.stop()


def shown(made: W, qtbot: QtBot, width: int = 316, height: int = 700) -> W:
    """A part of the window by itself, as large as it stands there."""
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    qtbot.waitExposed(made)
    return made


def child(widget: QWidget, name: str, kind: type = QWidget) -> QWidget:
    """The widget of that object name, the one most in sight; the test fails where there is none."""
    found = widget.findChildren(kind, name)
    assert found, f"no {kind.__name__} called {name}"
    return min(found, key=lambda one: _hidden(one, widget))


def _hidden(widget: QObject, inside: QWidget) -> int:
    """How many hide it: itself, and what it stands in."""
    if widget is inside or not isinstance(widget, QWidget):
        return 0
    return widget.isHidden() + _hidden(widget.parentWidget(), inside)
