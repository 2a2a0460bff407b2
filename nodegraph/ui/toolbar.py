"""The row over everything: few named buttons, Train in the middle, Export at the right."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from nodegraph.ui.page import Page
from nodegraph.ui.style import called
from nodegraph.ui.tab_order import tab_through
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.run_bar import MOST_MORE

ICON_PX = 14
NARROWEST = 1000  # px: with signs in place of words, everything still has its room
GROUPS = (
    (
        ("file.open", "Open", "mdi6.folder-open-outline"),
        ("file.save", "Save", "mdi6.content-save-outline"),
    ),
    (("edit.undo", "Undo", "mdi6.undo"), ("edit.redo", "Redo", "mdi6.redo")),
    (
        ("edit.add", "Add", "mdi6.plus"),
        ("edit.tidy", "Tidy", "mdi6.sitemap-outline"),
        ("view.fit", "Fit", "mdi6.fit-to-page-outline"),
    ),
)


class Toolbar(QWidget):
    """Buttons for the commands used most; the run of the page in front is in the middle."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        export: QMenu,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        called(self, "toolbar", self.tr("Toolbar"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self._page: Page | None = None
        self._automatic = ""  # the device that "auto" means; known once torch has loaded
        self._icons = False
        self._narrow = False  # signs alone, where the words have no room
        self._longer = 0  # px of the device's whole name over the short one
        self._short = False  # the device is named alone
        self._wide = 0  # px that the words need, with the least progress and a short device
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        for at, group in enumerate(GROUPS):
            row.addSpacing(12 if at else 0)
            for name, text, _icon in group:
                row.addWidget(self._button(actions[name], text))
        self.middle = QHBoxLayout()
        row.addSpacing(8)
        row.addStretch(1)
        row.addLayout(self.middle)
        row.addStretch(1)
        self.device = QLabel(self)
        called(self.device, "device", self.tr("Where it is computed"), "pill")
        row.addWidget(self.device)
        row.addSpacing(4)
        self.export = self._export(export)
        row.addWidget(self.export)

    def show_page(self, page: Page) -> None:
        """Puts the page's Train, Pause, Stop and progress in the middle, and shows its device."""
        self.let_go()
        self._page = page
        self.middle.addWidget(page.run_bar)
        page.run_bar.show()
        bar = page.run_bar
        run = (bar.train_button, bar.pause_button, bar.stop_button)
        tab_through((*self.buttons.values(), *run, self.export))
        page.workspace.checked.connect(self.refresh)
        self._give_room()
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def let_go(self) -> None:
        """Gives the page back what it has here: it goes to another window, or for good."""
        if self._page is not None:
            self._page.workspace.checked.disconnect(self.refresh)
            self._page.run_bar.setParent(self._page)
            self._page.run_bar.hide()
            self._page = None

    def say_again(self, _again: object) -> None:
        """Names the device in another language."""
        self.refresh()

    def refresh(self) -> None:
        """Shows the recipe's device."""
        if self._page is None:
            return
        device = self._page.workspace.drawing.recipe.device
        if device == "auto":
            device = self._automatic
        cores = os.cpu_count() or 1
        words = {
            "cpu": self.tr("CPU · {0} cores").format(cores),
            "cuda": "CUDA",
            "mps": "MPS",
            "": self.tr("Automatic device"),
        }
        short = device.upper() or "auto"
        measures = self.device.fontMetrics()
        both = (measures.horizontalAdvance(text) for text in (words[device], short))
        self._longer = max(0, next(both) - next(both) - 2)  # the label rounds each
        dot = f'<span style="color: {self.theme.good}">●</span>'
        self.device.setText(f"{dot}&nbsp; {short if self._short else words[device]}")
        self.device.setAccessibleName(self.tr("Computed on {0}").format(words[device]))

    def set_automatic(self, device: str) -> None:
        """What the automatic choice is on this machine."""
        self._automatic = device
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of another theme."""
        self.theme = theme
        self.refresh()
        if self._icons:
            self.show_icons()

    def show_icons(self) -> None:
        """Draws the icons; QtAwesome is loaded here, after the first paint."""
        import qtawesome

        self._icons, theme = True, self.theme

        for group in GROUPS:
            for name, _text, icon in group:
                drawn = qtawesome.icon(icon, color=theme.text, color_disabled=theme.off)
                self.buttons[name].setIcon(drawn)

    def _fit(self) -> None:
        """What goes first where there is no room: how many cores, then the length of the
        progress, then the words.
        """
        row = self.layout()
        assert row is not None
        if not self._narrow:
            more = 0 if self._page is None else self._page.run_bar.more_than_least
            self.middle.invalidate()  # else it answers with the width that the bar had before
            self._wide = row.minimumSize().width() - more - (0 if self._short else self._longer)
        narrow = self.width() < self._wide
        short = self.width() < self._wide + MOST_MORE + self._longer
        if narrow != self._narrow:
            self._narrow = narrow
            style = Qt.ToolButtonStyle
            for button in self.buttons.values():
                button.setToolButtonStyle(
                    style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
                )
        if short != self._short:
            self._short = short
            self.refresh()
        self._give_room()

    def _give_room(self) -> None:
        if self._page is not None:
            spare = self.width() - (NARROWEST if self._narrow else self._wide)
            self._page.run_bar.give_room(max(0, spare))

    def _button(self, action: QAction, text: str) -> QToolButton:
        button = QToolButton(self)
        words = self.tr(text)
        called(button, f"button_{action.objectName()}", words)
        button.setText(words)
        button.setToolTip(action.toolTip())
        action.changed.connect(lambda: button.setToolTip(action.toolTip()))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.setIcon(_blank())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        self.buttons[action.objectName()] = button
        return button

    def _export(self, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        called(button, "button_export", self.tr("Export"))
        button.setText(self.tr("Export"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button


def _blank() -> QIcon:
    """Room for an icon that is drawn after the first paint, so that nothing moves then."""
    room = QPixmap(ICON_PX, ICON_PX)
    room.fill(QColor(0, 0, 0, 0))
    return QIcon(room)
