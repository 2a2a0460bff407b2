"""The panes of the page that is worked on, one after the other, for those who use no mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from nodegraph.ui.front import Front

KEYS = Qt.FocusPolicy.TabFocus


class Panes(QObject):
    """Gives the keys to the next pane: canvas, inspector, side tabs, training views, palette."""

    def __init__(self, window: Front) -> None:
        super().__init__(window)
        self._window = window

    def next(self) -> None:
        """The next pane that is to be seen."""
        self._step(1)

    def previous(self) -> None:
        """The one before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        panes = [pane for pane in self._panes() if _takes_keys(pane)]
        if not panes:
            return
        focus = QApplication.focusWidget()
        inside = (n for n, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus)))
        at = next(inside, -1 if way > 0 else 0)
        target = _takes_keys(panes[(at + way) % len(panes)])
        assert target is not None
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> tuple[QWidget, ...]:
        editor = self._window.editor
        return (
            editor.canvas,
            editor.inspector,
            editor.tabs.currentWidget(),
            editor.views,
            editor.palette_panel,
        )


def _takes_keys(pane: QWidget) -> QWidget | None:
    """The pane itself, or the first widget in it, that the Tab key would come to."""
    for widget in (pane, *_in_order(pane)):
        if widget.focusPolicy() & KEYS == KEYS and widget.isVisible() and widget.isEnabled():
            return widget
    return None


def _in_order(pane: QWidget) -> list[QWidget]:
    inside, widget = [], pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget):
            inside.append(widget)
        widget = widget.nextInFocusChain()
    return inside
