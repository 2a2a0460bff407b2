"""The commands that need Qt: the editor, and a picture of a drawing without a display."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nodegraph
from nodegraph.cli.export import write
from nodegraph.cli.say import DONE, WRONG, Refused, out

UNSEEN = ("offscreen", "minimal")  # Qt's platforms that show nothing
SERVED = ("xcb", "wayland", "wayland-egl")  # and those that end the process without a server


def has_display() -> bool:
    """Whether a person could see a window; Linux says so by its variables."""
    platform = _platform()
    if platform in UNSEEN:
        return False
    if not sys.platform.startswith("linux") or platform not in ("", *SERVED):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _platform() -> str:
    """The platform that Qt was asked for, without its settings; empty: Qt's own choice."""
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]


def edit(path: Path | None, startup_time: bool = False, demo: bool = False) -> int:
    """Opens the editor; the exit code is the window's."""
    # Who asks for a platform without windows, as tests do, gets it.
    if not has_display() and _platform() not in UNSEEN:
        raise Refused(
            "There is no display to open the editor on. "
            "`nodegraph demo`, `check`, `train`, `export` and `render` work without one."
        )
    _must_have_qt()
    from nodegraph.ui.app import main

    return main(path, startup_time, demo)


def render(path: Path, target: Path) -> int:
    """Writes a .png or .svg of the drawing."""
    kind = target.suffix.lower().removeprefix(".")
    if kind not in ("png", "svg"):
        raise Refused(f"{target}: a picture ends with .png or .svg.", WRONG)
    drawing = nodegraph.load(path)
    report = nodegraph.check(drawing)
    _must_have_qt()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nothing is shown, so no display is needed
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from nodegraph.ui.canvas.picture import render
    from nodegraph.ui.theme import LIGHT

    application = QGuiApplication.instance() or QApplication(["nodegraph"])
    write(target, render(drawing, report, kind, LIGHT))
    out(f"Wrote {target}.")
    del application  # it had to live until the picture was painted
    return DONE


def _must_have_qt() -> None:
    try:
        import PySide6.QtWidgets  # noqa: F401  only whether it can be loaded
    except ImportError as error:
        raise Refused(
            f"Qt can't be loaded: {error}. `nodegraph doctor` says what to do."
        ) from error
