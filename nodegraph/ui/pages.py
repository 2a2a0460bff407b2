"""The open drawings of one window: their tabs over the one in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nodegraph.ui.page import Page
from nodegraph.ui.style import called
from nodegraph.ui.tabs import Tabs


class Pages(QWidget):
    """At least one page; beside them something else may be shown, as the start page is."""

    turned = Signal(object)  # the page that was in front until now, or None; also when it is hidden
    close_wanted = Signal(object)  # a page
    came = Signal(object)  # a page stands here now
    left = Signal(object)  # and does no longer

    def __init__(self, make: Callable[[], Page], parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._all: list[Page] = []  # in the order of the tabs
        self._front: Page | None = None
        self.tabs = Tabs(self)
        self.stack = QStackedWidget(self)
        self.strip = QWidget(self)
        called(self.strip, "tab_strip", self.tr("Open drawings"))
        self.strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QVBoxLayout(self.strip)
        row.setContentsMargins(8, 0, 8, 1)  # the last pixel is the line under it
        row.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.tabs.tabBarClicked.connect(self._click)
        self.tabs.tabMoved.connect(self._move)
        self.tabs.tabCloseRequested.connect(lambda at: self.close_wanted.emit(self._all[at]))

    def __iter__(self) -> Iterator[Page]:
        return iter(tuple(self._all))

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, at: int) -> Page:
        return self._all[at]

    @property
    def front(self) -> Page:
        """The page that is worked on."""
        assert self._front is not None  # the first one comes before anybody asks
        return self._front

    @property
    def shown(self) -> bool:
        """Whether the page in front can be seen, and nothing else stands there."""
        return self.stack.currentWidget() is self.front

    def add(self, page: Page) -> None:
        """Another page, the last one, in front."""
        self._all.append(page)
        self.stack.addWidget(page)
        page.told.connect(self._tell)
        self.came.emit(page)
        self.tabs.blockSignals(True)
        self.tabs.add()
        self.tabs.blockSignals(False)
        self._tell(page)
        self.show_page(page)

    def fresh(self) -> Page:
        """A page for another drawing, in front: the empty one that nobody touched, or a new one."""
        untouched = next((page for page in self._all if page.untouched), None)
        if untouched is None:
            self.add(self._make())
        else:
            self.show_page(untouched)
        return self.front

    def show_page(self, page: Page) -> None:
        """Brings a page to the front."""
        self.tabs.setCurrentIndex(self._all.index(page))
        self._turn(self.tabs.currentIndex())

    def show_instead(self, widget: QWidget) -> None:
        """Shows something else than a page; a click on a tab brings its page back."""
        self.stack.setCurrentWidget(widget)
        self.turned.emit(self.front)

    def next(self) -> None:
        """To the tab at the right, round and round."""
        self._go(1)

    def previous(self) -> None:
        """To the tab at the left."""
        self._go(-1)

    def _go(self, by: int) -> None:
        at = (self._all.index(self.front) + by) % len(self._all)
        self.show_page(self._all[at])

    def take(self, page: Page) -> None:
        """Lets a page go, for another window or for good; the last one leaves a new one behind."""
        if len(self._all) == 1:
            self.add(self._make())
        at = self._all.index(page)
        if page is self.front:
            self.show_page(self._all[at + 1 if at + 1 < len(self._all) else at - 1])
        self.tabs.blockSignals(True)
        self._all.remove(page)
        self.tabs.removeTab(at)
        self.tabs.blockSignals(False)
        page.told.disconnect(self._tell)
        self.left.emit(page)
        self.stack.removeWidget(page)
        page.setParent(None)

    def _move(self, start: int, end: int) -> None:
        self._all.insert(end, self._all.pop(start))

    def _click(self, at: int) -> None:
        if 0 <= at < len(self._all) and not self.shown and self._all[at] is self.front:
            self.show_page(self.front)

    def _turn(self, at: int) -> None:
        before, self._front = self._front, self._all[at]
        if before is self.front and self.shown:
            return
        if before is not None and before is not self.front:
            self.front.editor.share_room_as(before.editor)
        self.stack.setCurrentWidget(self.front)
        self.turned.emit(before)

    def _tell(self, page: Page) -> None:
        self.tabs.tell(self._all.index(page), page)
