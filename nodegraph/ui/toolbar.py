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
        self._wide = 0  # px that the words need
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        for group in GROUPS:
            for name, text, _icon in group:
                row.addWidget(self._button(actions[name], text))
            row.addSpacing(12)
        self.middle = QHBoxLayout()
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
        shown = (device.upper() or "auto") if self._narrow else words[device]
        dot = f'<span style="color: {self.theme.good}">●</span>'
        self.device.setText(f"{dot}&nbsp; {shown}")
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
        row = self.layout()
        assert row is not None
        if not self._narrow:
            self._wide = row.minimumSize().width()
        narrow = self.width() < self._wide
        if narrow == self._narrow:
            if narrow:
                self._give_room()
            return
        self._narrow = narrow
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
        self.refresh()
        self._give_room()

    def _give_room(self) -> None:
        if self._page is not None:
            spare = max(0, self.width() - NARROWEST) if self._narrow else None
            self._page.run_bar.give_room(spare)

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
