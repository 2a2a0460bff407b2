"""The tensor that flows out of a port, for one sample at a time, with the sample beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nodegraph.graph import Port
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.figures import figure_words, number
from nodegraph.ui.training.tensor_picture import Pictures, Values, sample_picture

if TYPE_CHECKING:
    from nodegraph.training.look import Look

SIZE = QSize(760, 480)
SAMPLE = 132  # px, the sample's own picture
FEW = 4  # numbers of a sample that is no picture


class TensorView(QDialog):
    """A window beside the canvas; Esc closes it, arrow keys go from sample to sample."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "tensor_view", self.tr("Tensor"))
        self.setWindowTitle(self.tr("Tensor"))
        self.port: Port | None = None
        self.look: Look | None = None
        self.at = 0  # the sample
        self.heading = self._label("tensor_title", self.tr("Whose tensor it is"), "title")
        self.seen = self._label("tensor_seen", self.tr("When it was seen"), "muted")
        self.figures = self._label("tensor_figures", self.tr("What its values are like"), "")
        self.scale = self._label("tensor_scale", self.tr("What black and white mean"), "muted")
        self.why = self._label("tensor_why", self.tr("Why there is nothing to see"), "muted")
        self.why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.why.setWordWrap(True)
        self.pictures, self.values = Pictures(theme, self), Values(theme, self)
        self.parts = QStackedWidget(self)
        for part in (self.why, self.pictures, self.values):
            self.parts.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self.heading, self.seen, self.figures, self.scale):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.parts, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._sample())
        row.addLayout(column, 1)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.turn(step))
        self.resize(SIZE)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of another theme."""
        self.pictures.theme = theme
        self.values.set_theme(theme)
        self.pictures.update()

    def begin(self, port: Port, title: str) -> None:
        """Opens for a port, whose tensor is still to come."""
        if port != self.port:
            self.port, self.look = port, None
            self.say(self.tr("Looking…"))
        self.heading.setText(title)
        self.show()
        self.raise_()
        self.activateWindow()

    def say(self, why: str) -> None:
        """Says why there is nothing to see."""
        self.look = None
        self.why.setText(why)
        self.refresh()

    def show_look(self, look: Look) -> None:
        """Shows what was seen; the sample stays the one it was."""
        self.look = look
        self.refresh()

    def turn(self, step: int) -> None:
        """Goes on by so many samples, and round at the ends."""
        if self.look is not None:
            self.at = (self.at + step) % len(self.look.inputs)
            self.refresh()

    def refresh(self) -> None:
        """Shows the sample it is at, in the words of today's language."""
        look = self.look
        self.scale.hide()
        self.beside.setVisible(look is not None)
        if look is None:
            self.seen.setText("")
            self.figures.setText("")
            self.parts.setCurrentWidget(self.why)
            return
        for label, words in zip((self.seen, self.figures), figure_words(look), strict=True):
            label.setText(words)
        self._show_sample(look)
        self._show_values(look)

    def _show_sample(self, look: Look) -> None:
        values = look.inputs[self.at]
        picture = sample_picture(values)
        self.picture.setWordWrap(picture is None)
        if picture is None:
            first = ", ".join(map(number, values.ravel()[:FEW]))
            self.picture.setText(first if values.size <= FEW else f"{first}, …")
        else:
            size = QSize(SAMPLE, SAMPLE) * self.devicePixelRatio()
            ratio = Qt.AspectRatioMode.KeepAspectRatio
            pixels = QPixmap.fromImage(picture.scaled(size, ratio))
            pixels.setDevicePixelRatio(self.devicePixelRatio())
            self.picture.setPixmap(pixels)
        target = look.targets[self.at]
        kind = self.tr("Class {0}") if isinstance(target, int) else self.tr("Value {0}")
        self.target.setText(kind.format(target if isinstance(target, int) else number(target)))
        counted = self.tr("Sample {0} of {1}").format(self.at + 1, len(look.inputs))
        self.counted.setText(counted)

    def _show_values(self, look: Look) -> None:
        values = look.values[self.at] if look.apart else look.values
        low, high = look.figures.low, look.figures.high
        pictured = look.apart and values.ndim in (2, 3) and values.size > 0
        self.parts.setCurrentWidget(self.pictures if pictured else self.values)
        if pictured:
            self.pictures.show_values(values if values.ndim == 3 else values[None], low, high)
            words = self.tr("Black is {0}, white is {1}, in all samples")
            self.scale.setText(words.format(number(low), number(high)))
            self.scale.show()
        elif look.apart and values.ndim == 1:
            self.values.show_row(values, low, high)
        else:
            self.values.show_spread(values)

    def _sample(self) -> QWidget:
        self.beside = QWidget(self)
        called(self.beside, "tensor_sample", self.tr("The sample"))
        self.beside.setFixedWidth(SAMPLE)
        self.picture = self._label("tensor_input", self.tr("The sample as it is"), "")
        self.target = self._label("tensor_target", self.tr("What it is"), "strong")
        self.counted = self._label("tensor_counted", self.tr("Which sample it is"), "muted")
        buttons = QHBoxLayout()
        for name, sign, words, step in (
            ("tensor_before", "◀", self.tr("Sample before"), -1),
            ("tensor_after", "▶", self.tr("Next sample"), 1),
        ):
            button = QPushButton(sign, self)
            called(button, name, words)
            button.setToolTip(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, step=step: self.turn(step))
            buttons.addWidget(button)
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.picture, self.target, self.counted):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        return self.beside

    def _label(self, name: str, words: str, kind: str) -> QLabel:
        label = QLabel(self)
        called(label, name, words, kind)
        return label
