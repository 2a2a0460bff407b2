"""Where the Tab key goes: through widgets as they stand, not as they were made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

TAB = Qt.FocusPolicy.TabFocus


def tab_through(widgets: Iterable[QWidget]) -> None:
    """From each of these the Tab key goes to the next."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def gather(pane: QWidget, after: QWidget) -> None:
    """What was made late in a pane comes right after that widget of it, in its own order."""
    # Not `inside`: a chain that leads through widgets still being made ends in a crash.
    here = [one for one in pane.findChildren(QWidget) if one.window() == pane.window()]
    late = [widget for widget in here if takes_tab(widget)]
    tab_through((after, *late))


def takes_tab(widget: QWidget) -> bool:
    """Whether the Tab key ever comes to it."""
    return widget.focusPolicy() & TAB == TAB


def inside(pane: QWidget) -> list[QWidget]:
    """Everything in a pane, as the Tab key goes through it."""
    found, widget = [], pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
