"""The panes of the page that is worked on, one after the other, for those who use no mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from nodegraph.ui.front import Front
from nodegraph.ui.tab_order import inside, takes_tab


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
        held = (n for n, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus)))
        at = next(held, -1 if way > 0 else 0)
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
    for widget in (pane, *inside(pane)):
        if takes_tab(widget) and widget.isVisible() and widget.isEnabled():
            return widget
    return None
