"""Boxes that tell something or ask: each with a name, a title that is read aloud, and its words."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

Button = QMessageBox.StandardButton
Icon = QMessageBox.Icon


def message(
    window: QWidget | None,
    name: str,
    text: str,
    title: str = "",
    detail: str = "",
    icon: Icon = Icon.Warning,
) -> QMessageBox:
    """A box over a window, not shown yet; without a title it is called by what it says."""
    box = QMessageBox(window)
    box.setObjectName(name)
    box.setAccessibleName(title or text)
    box.setIcon(icon)
    box.setWindowTitle(title or "nodegraph")
    box.setText(text)
    box.setInformativeText(detail)
    return box


def answer(box: QMessageBox, buttons: Button, first: Button, words: str = "") -> Button:
    """The button of these that was pressed; Enter presses the first, which may have own words."""
    box.setStandardButtons(buttons)
    box.setDefaultButton(first)
    if words:
        box.button(first).setText(words)
    pressed = Button(box.exec())
    box.deleteLater()
    return pressed
