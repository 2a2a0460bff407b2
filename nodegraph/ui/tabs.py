"""The tabs over the drawings of a window: title, a dot while unsaved, a sign while it trains."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QTabBar, QWidget

from nodegraph.ui.language import PARTED
from nodegraph.ui.page import Page
from nodegraph.ui.style import called
from nodegraph.ui.training.runner import State

WIDEST = 176  # px of a name; a longer one is cut in its middle
CROSS = 16  # px
RIGHT = QTabBar.ButtonPosition.RightSide


class Cross(QAbstractButton):
    """Closes a tab; quiet until the pointer is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "close_tab", self.tr("Close"))
        self.setToolTip(self.tr("Close"))
        self.setFixedSize(CROSS, CROSS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse()
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.Mid))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        role = QPalette.ColorRole.WindowText if over else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(colours.color(role), 1.3))
        near, far = 5.0, CROSS - 5.0
        painter.drawLine(QPointF(near, near), QPointF(far, far))
        painter.drawLine(QPointF(near, far), QPointF(far, near))
        painter.end()


class Tabs(QTabBar):
    """Shows and asks; what a tab stands for is known to who holds it."""

    menu_wanted = Signal(int, QPoint)  # the tab, and where on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "document_tabs", self.tr("Open drawings"))
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the canvas
        self._middle = -1  # the tab that the middle button went down on

    def add(self) -> None:
        """One more tab at the end, with its cross."""
        at = self.addTab("")
        cross = Cross(self)
        cross.clicked.connect(self._close_by_cross)
        self.setTabButton(at, RIGHT, cross)

    def tell(self, at: int, page: Page) -> None:
        """Shows what there is to know of a page in its tab."""
        state = page.runner.state
        sign = "" if state is State.IDLE else "⏸ " if state is State.PAUSED else "▶ "
        self._set_text(at, f"{sign}{page.title}")
        told = [str(page.workspace.path or page.files.title)]
        told += [self.tr("not saved")] if page.workspace.document.dirty else []
        told += [self.tr("training")] if state is not State.IDLE else []
        words = PARTED.join(told)
        if self.tabToolTip(at) != words:
            self.setTabToolTip(at, words)
            self.setAccessibleTabName(at, PARTED.join([page.files.title, *told[1:]]))

    def _set_text(self, at: int, text: str) -> None:
        bold = QFont(self.font())
        bold.setBold(True)  # as the tab in front has it, which Qt's own cut takes no heed of
        room = QFontMetrics(bold)
        text = room.elidedText(text, Qt.TextElideMode.ElideMiddle, WIDEST).replace("&", "&&")
        if self.tabText(at) != text:  # a new text lays all tabs out anew
            self.setTabText(at, text)

    def _close_by_cross(self) -> None:
        pressed = self.sender()
        at = next(at for at in range(self.count()) if self.tabButton(at, RIGHT) is pressed)
        self.tabCloseRequested.emit(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._middle = self.tabAt(event.position().toPoint())
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            at, self._middle = self._middle, -1
            if at >= 0 and at == self.tabAt(event.position().toPoint()):
                self.tabCloseRequested.emit(at)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.tabAt(event.pos())
        if at >= 0:
            self.menu_wanted.emit(at, event.globalPos())
