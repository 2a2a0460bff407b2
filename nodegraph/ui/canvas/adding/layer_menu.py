"""The layers that fit a loose end as a menu: what is used most at once, the rest by group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nodegraph.ui.canvas.adding.rows import Row
from nodegraph.ui.language import translated
from nodegraph.ui.style import called


class LayerMenu(QObject):
    """Opens with rows; tells which one is pointed at, and which was taken."""

    current = Signal(object)  # the row whose layer would be placed, or None
    chosen = Signal(object)  # a row
    search_wanted = Signal()
    left = Signal()  # nothing was taken

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._taken = False

    def open(self, rows: Sequence[Row], at: QPoint) -> None:
        """Shows heads as menus of their own, and layers before the first of them at once."""
        self._taken = False
        menu = QMenu(self._room)
        called(menu, "layer_menu", self.tr("Layers that fit"))
        within = menu
        for row in rows:
            if row.kind == "head" and row.group:
                if within is menu:
                    menu.addSeparator()  # no line, where nothing stands before it
                within = menu.addMenu(row.shown)
            elif row.kind == "layer":
                self._add(within, row)
        menu.addSeparator()
        menu.addAction(self.tr("&Search…")).triggered.connect(self._search)
        menu.hovered.connect(self._point)
        # An entry is triggered after its menu has hidden.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, lambda: self._end(menu)))
        self.current.emit(None)
        menu.popup(at)

    def _add(self, menu: QMenu, row: Row) -> None:
        # After a tab stands what other entries have their keys in: the port it would be wired to.
        note = translated(row.note)
        action = menu.addAction(f"{row.shown}\t{note}" if note else row.shown)
        action.setData(row)
        action.triggered.connect(lambda: self._choose(row))

    def _point(self, action: QAction) -> None:
        row = action.data()
        self.current.emit(row if isinstance(row, Row) else None)

    def _choose(self, row: Row) -> None:
        self._taken = True
        self.chosen.emit(row)

    def _search(self) -> None:
        self._taken = True
        self.search_wanted.emit()

    def _end(self, menu: QMenu) -> None:
        if not self._taken:
            self.left.emit()
        menu.deleteLater()
