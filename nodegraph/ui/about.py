"""What the program is and what it runs on, for people who ask and for reports of mistakes."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from nodegraph.ui.style import called

PACKAGES = ("nodegraph", "torch", "torchvision", "PySide6-Essentials", "pyqtgraph", "networkx")


def facts() -> dict[str, str]:
    """The versions of what is installed, without loading any of it."""
    found = {"Python": platform.python_version(), _words("System"): platform.platform(terse=True)}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = (
                _words("not installed") if package != "nodegraph" else _words("from its source")
            )
    return found


def _words(text: str) -> str:
    return QCoreApplication.translate("About", text)


class About(QDialog):
    """The facts as rows, and a button that copies them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "about", self.tr("About nodegraph"))
        self.setWindowTitle(self.tr("About nodegraph"))
        self.facts = facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for text, kind in (
            ("nodegraph", "title"),
            (self.tr("Draw a network, train it while you watch, take away PyTorch."), "muted"),
        ):
            label = QLabel(text, self)
            label.setProperty("kind", kind)
            column.addWidget(label)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        for name, value in self.facts.items():
            head = QLabel(name, self)
            head.setProperty("kind", "muted")
            form.addRow(head, QLabel(value, self))
        column.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        called(buttons, "about_buttons", self.tr("Close or copy"))
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        called(copy, "about_copy", self.tr("Copy"))
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)

    def _copy(self) -> None:
        text = "\n".join(f"{name}: {value}" for name, value in self.facts.items())
        QGuiApplication.clipboard().setText(text)
