"""The editor as a program: the window first, then behind it what costs time to load.

A start is over when the window is painted and answers. pyqtgraph, the icons and torch come after
that, torch in a thread of its own. A mistake of ours is told in a sentence and the editor goes
on: nobody loses a drawing to a traceback.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QThread,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from nodegraph.resources import demo as demo_file
from nodegraph.ui.asking import message
from nodegraph.ui.settings import Settings
from nodegraph.ui.window import MainWindow
from nodegraph.ui.windows import Windows

IMPORTED = time.monotonic()  # where the system does not tell when the process began


def main(path: Path | None, startup_time: bool = False, demo: bool = False) -> int:
    """Runs the editor until it is closed; the exit code."""
    app = _application()
    app.setApplicationName("nodegraph")
    app.setApplicationDisplayName("nodegraph")
    windows = Windows(Settings())
    window = MainWindow(windows=windows)
    sys.excepthook = Told(windows)
    loader = TorchLoader(windows)
    loader.loaded.connect(windows.take_torch)

    def go_on() -> None:
        window.load_after_paint()
        loader.start(QThread.Priority.LowPriority)

    def leave() -> None:
        print(round(since_start() * 1000))
        app.exit(0)

    window.painted.connect(leave if startup_time else go_on)
    window.show()  # first, so that what is wrong with a file is told over the window
    if demo:
        window.opening.open_example(demo_file())
    elif path is not None and not window.opening.open_file(path) and startup_time:
        return 1  # the window was painted, and left, while the dialog said why
    code = app.exec()
    loader.wait()
    sys.excepthook = sys.__excepthook__
    return code


def _application() -> QApplication:
    before = qInstallMessageHandler(_tell)
    try:
        return QApplication(sys.argv[:1])
    finally:
        qInstallMessageHandler(before)


def _tell(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """What Qt says while it begins; where it gives up it would end the process without a word."""
    print(words, file=sys.stderr, flush=True)
    if kind is QtMsgType.QtFatalMsg:
        print("No window can be opened. `nodegraph doctor` says why.", file=sys.stderr, flush=True)
        os._exit(1)


class TorchLoader(QThread):
    """Loads torch behind the window.

    `loaded` carries the trial of layers without a rule, and the device that "auto" means here.
    """

    loaded = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("torch_loader")

    def run(self) -> None:
        """The thread."""
        from nodegraph.engine.trial import trial
        from nodegraph.training.device import pick

        self.loaded.emit(trial, pick("auto"))


class Told:
    """An excepthook: what went wrong as a sentence over the window, with the details to copy."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._open = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tells of an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        if self._open:
            return  # one at a time: a mistake in painting would open one for each paint
        self._open = True
        box = message(
            self._windows.front,
            "went_wrong",
            _words("Something went wrong in the editor."),
            _words("Something went wrong"),
            _words("{0}. The drawing is unharmed: save it and go on.").format(
                str(error) or kind.__name__
            ),
        )
        box.setDetailedText("".join(traceback.format_exception(kind, error, trace)))
        box.finished.connect(self._closed)
        box.finished.connect(box.deleteLater)
        box.open()

    def _closed(self) -> None:
        self._open = False


def since_start() -> float:
    """Seconds since the process began."""
    try:
        # Field 22 is when the process began, in clock ticks since the machine did; the second
        # field, the program's name, may hold spaces and ends at the last bracket.
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        began = int(fields[19]) / _ticks()
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began
    except (OSError, AttributeError):
        return time.monotonic() - IMPORTED


def _ticks() -> int:
    return os.sysconf("SC_CLK_TCK")


def _words(text: str) -> str:
    return QCoreApplication.translate("Application", text)
