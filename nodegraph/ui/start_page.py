"""What stands here when no file was named: new, open, recent files, and the examples as pictures.

The pictures are painted one after the other after the first paint: reading the files must not
keep anyone waiting for the page itself.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nodegraph.document import Drawing, FileError, load
from nodegraph.resources import examples
from nodegraph.ui.canvas.wires.forms import CURVED
from nodegraph.ui.language import translated
from nodegraph.ui.panels.flow import Flow
from nodegraph.ui.settings import Settings
from nodegraph.ui.short import ShortButton
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme

NODE = QSize(150, 46)  # a node as the small pictures have it, in pixels at 100 %
CARD = QSize(232, 156)
COLUMNS, APART = 4, 12  # at most; px between two cards
EDGE = 48  # px beside them


class Card(QAbstractButton):
    """An example: a small picture of its drawing over its name."""

    def __init__(self, path: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.path, self.theme = path, theme
        self.drawing: Drawing | None = None
        self.setText(_title(path.stem))
        called(self, f"example_{path.stem}", self.tr("Example {0}").format(self.text()))
        self.setFixedSize(CARD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def read(self) -> None:
        """Loads the drawing for its picture; one that can't be read has none."""
        try:
            self.drawing = load(self.path)
        except FileError as error:
            self.setToolTip(translated(str(error)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self.theme
        marked = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(t.accent if marked else t.line), 1))
        painter.setBrush(QColor(t.panel))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, 9, 9)
        picture = whole.adjusted(8, 8, -8, -48)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.canvas))
        painter.drawRoundedRect(picture, 6, 6)
        self._words(painter)
        if self.drawing is not None and self.drawing.places:
            draw(painter, self.drawing, picture.adjusted(12, 10, -12, -10), t)
        painter.end()

    def _words(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        line = QRectF(12, CARD.height() - 42, CARD.width() - 24, 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.drawing is not None:
            painter.setFont(self.font())
            painter.setPen(QColor(self.theme.muted))
            recipe, count = self.drawing.recipe, len(self.drawing.graph.nodes)
            words = self.tr("{0} nodes · {1}").format(count, recipe.dataset.title)
            room = QFontMetrics(self.font())
            words = room.elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line.translated(0, 18), Qt.AlignmentFlag.AlignVCenter, words)


def draw(painter: QPainter, drawing: Drawing, area: QRectF, theme: Theme) -> None:
    """Paints a drawing small: nodes in their groups' colours, wires between them."""
    boxes = {
        node: QRectF(place.x, place.y, NODE.width(), NODE.height())
        for node, place in drawing.places.items()
        if node in drawing.graph.nodes
    }
    nodes = drawing.graph.nodes
    ways = [
        (theme.group(nodes[wire.source.node].layer.group), _way(boxes[a], boxes[b]))
        for wire in drawing.graph.wires
        if (a := wire.source.node) in boxes and (b := wire.target.node) in boxes
    ]
    extent = QRectF()
    for box in (*boxes.values(), *(way.boundingRect() for _, way in ways)):
        extent = extent.united(box)
    scale = min(area.width() / extent.width(), area.height() / extent.height(), 0.4)
    painter.save()
    painter.setClipRect(area.adjusted(-8, -8, 8, 8))
    painter.translate(area.center())
    painter.scale(scale, scale)
    painter.translate(-extent.center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, way in ways:
        painter.setPen(QPen(QColor(colour), 1.2 / scale))
        painter.drawPath(way)
    painter.setPen(Qt.PenStyle.NoPen)
    for node_id, box in boxes.items():
        painter.setBrush(QColor(theme.group(nodes[node_id].layer.group)))
        painter.drawRoundedRect(box, 2 / scale, 2 / scale)
    painter.restore()


def _way(source: QRectF, target: QRectF) -> QPainterPath:
    start = QPointF(source.right(), source.center().y())
    end = QPointF(target.left(), target.center().y())
    if end.x() > start.x():
        return CURVED.direct(start, end)
    return CURVED.around(start, end, (start.y() + end.y()) / 2)


class StartPage(QScrollArea):
    """New, Open, the recent files and the examples."""

    new = Signal()
    open = Signal()
    recent = Signal(object)  # the path of a recent file
    example = Signal(object)  # the path of an example

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "start_page", self.tr("Start"))
        self.settings, self.theme = settings, theme
        self.setWidgetResizable(True)
        self.cards: list[Card] = []
        self._next = QTimer(self)
        self._next.timeout.connect(self._read_one)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Paints the cards in another theme."""
        self.theme = theme
        for card in self.cards:
            card.theme = theme
            card.update()

    def refresh(self) -> None:
        """Builds the page again: the recent files may have changed."""
        self._build()
        self.read_examples()

    def read_examples(self) -> None:
        """Begins to paint the cards' pictures, one each turn of the event loop."""
        self._next.start(0)

    def _read_one(self) -> None:
        waiting = next((c for c in self.cards if c.drawing is None and not c.toolTip()), None)
        if waiting is None:
            self._next.stop()
        else:
            waiting.read()

    def _build(self) -> None:
        page = QWidget(self.viewport())
        page.setObjectName("start_content")
        self._inside = inside = QWidget(page)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = self._label("nodegraph", "")
        title.setObjectName("start_title")
        column.addWidget(title)
        column.addWidget(
            self._label(
                self.tr("Draw a network, train it while you watch, take away PyTorch."), "muted"
            )
        )
        column.addSpacing(12)
        column.addLayout(self._buttons(inside))
        if recent := self.settings.recent:
            column.addSpacing(20)
            column.addWidget(self._label(self.tr("RECENT"), "head"))
            for path in recent:
                column.addWidget(self._recent(path, inside))
        column.addSpacing(20)
        column.addWidget(self._label(self.tr("EXAMPLES"), "head"))
        column.addLayout(self._examples(inside))
        column.addStretch()
        row = QHBoxLayout(page)
        row.setContentsMargins(EDGE, 40, EDGE, 40)
        row.addStretch(1)
        row.addWidget(inside, 100)  # all the room up to its greatest width
        row.addStretch(1)
        self.setWidget(page)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All is as wide as the columns of cards, so that both sides are left as much room."""
        wide = CARD.width() + APART
        room = self.viewport().width() - 2 * EDGE + APART
        self._inside.setMaximumWidth(max(1, min(COLUMNS, room // wide)) * wide - APART)

    def _label(self, text: str, kind: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("kind", kind)
        return label

    def _buttons(self, inside: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, text, kind, signal in (
            ("start_new", self.tr("New drawing"), "primary", self.new),
            ("start_open", self.tr("Open…"), "", self.open),
        ):
            button = QPushButton(text, inside)
            called(button, name, text, kind)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch()
        return row

    def _recent(self, path: Path, inside: QWidget) -> QPushButton:
        words = f"{path.stem}   {_short(path.parent)}".replace("&", "&&")
        button = ShortButton(words, inside)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        called(button, f"recent_{path.stem}", self.tr("Open {0}").format(path.name), "row")
        button.setToolTip(str(path))
        button.clicked.connect(lambda _=False: self.recent.emit(path))
        return button

    def _examples(self, inside: QWidget) -> Flow:
        flow = Flow(APART)
        self.cards = [Card(path, self.theme, inside) for path in examples()]
        for card in self.cards:
            card.clicked.connect(lambda _=False, path=card.path: self.example.emit(path))
            flow.addWidget(card)
        return flow


def _short(folder: Path) -> str:
    """A folder with the home folder as ~."""
    try:
        return f"~/{folder.relative_to(Path.home())}"
    except ValueError:
        return str(folder)


def _title(stem: str) -> str:
    """What an example is called; one that is not known here goes by its file."""
    titles = {
        "autoencoder": _words("Autoencoder"),
        "digits_cnn": _words("Digits CNN"),
        "inception": _words("Inception"),
        "lenet": _words("LeNet"),
        "lstm_rows": _words("LSTM on rows"),
        "mnist_cnn": _words("MNIST CNN"),
        "mnist_mlp": _words("MNIST MLP"),
        "moons": _words("Two moons"),
        "resnet": _words("ResNet"),
        "simple_cnn": _words("Simple CNN"),
        "simple_cnn_colour": _words("Simple CNN in colour"),
        "simple_net": _words("Simple net"),
        "two_linear": _words("Two linear layers"),
    }
    return titles.get(stem, stem.replace("_", " "))


def _words(text: str) -> str:
    return QCoreApplication.translate("StartPage", text)
