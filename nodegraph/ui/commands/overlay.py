"""Every key and every gesture on one sheet over the window, made from their declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from nodegraph.ui.commands.command import plain, words
from nodegraph.ui.commands.keys import TAKES_ALT, Keys, in_a_row, native
from nodegraph.ui.commands.rows import in_words, rows
from nodegraph.ui.language import PARTED, translated
from nodegraph.ui.strokes import strokes
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme

COLUMN = 350  # px wide at least
HEAD = 2  # lines that a group's name takes


SCROLLS = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
}  # where the window has no room for all


class Group(NamedTuple):
    """What stands under one head: keys or movements of the hand, each with what it does."""

    title: str
    lines: Sequence[tuple[str, str]]


def groups(keys: Keys, actions: Mapping[str, QAction]) -> list[Group]:
    """The commands that have a key, by their menus, and the gestures of the mouse."""
    found: dict[str, list[tuple[str, str]]] = {}
    families: dict[str, list[str]] = {}
    for row in rows(actions, keys):
        command, held = row.command, keys.of(row.command.name)
        if not held:
            continue
        lines = found.setdefault(plain(command.menu.split("/")[0]), [])
        if not command.family:
            lines.append((", ".join(native(key) for key in held), row.title))
        elif command.family in families:
            families[command.family].append(held[0])
        else:
            families[command.family] = [held[0]]
            lines.append((command.family, ""))
    told = [
        Group(title, [_told(line, families) for line in lines]) for title, lines in found.items()
    ]
    return told + [Group(title, lines) for title, lines in _hands(keys)]


def _hands(keys: Keys) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The strokes by their groups; those that do the same share a line."""
    hands: dict[str, dict[str, list[str]]] = {}
    for stroke in strokes(keys.mouse):
        ways = [in_words(way, stroke) for way in keys.of(stroke.name)]
        hows = ways or [translated(stroke.how)] * bool(stroke.how)
        if hows and not stroke.fixed:
            group = hands.setdefault(translated(stroke.group), {})
            group.setdefault(translated(stroke.what), []).extend(hows)
    for title, lines in hands.items():
        yield title, [(", ".join(hows), what) for what, hows in lines.items()]


def _told(line: tuple[str, str], families: dict[str, list[str]]) -> tuple[str, str]:
    family, text = line
    return line if text else (in_a_row(families[family]), words(family))


class ShortcutOverlay(QWidget):
    """The sheet; any key but those that scroll it, or a click, ends it."""

    def __init__(
        self, keys: Keys, actions: Mapping[str, QAction], theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        called(self, "shortcut_overlay", self.tr("Keys at a glance"))
        self._window, self._theme = window, theme
        self.groups = groups(keys, actions)
        self._hints = [
            self.tr("Esc closes this"),
            self.tr("Edit › Keys chooses other keys and strokes"),
        ]
        if TAKES_ALT and keys.with_alt:
            self._hints.append(self.tr("and what to do where the desktop takes Alt with the mouse"))
        self._before: QWidget | None = QApplication.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)

    def open(self) -> None:
        """Fills the sheet and lays it over its window."""
        room = self._window.rect()
        self.setGeometry(room)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 16)
        column.setSpacing(8)
        title = QLabel(self.tr("Keys at a glance"), self)
        title.setProperty("kind", "title")
        column.addWidget(title)
        self._sheet = self._made(max(1, (room.width() - 64) // COLUMN))
        column.addWidget(self._sheet, 1)
        hint = QLabel(PARTED.join(self._hints), self)
        hint.setProperty("kind", "muted")
        column.addWidget(hint)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _made(self, columns: int) -> QScrollArea:
        area = QScrollArea(self)
        called(area, "shortcut_sheet", self.tr("Keys and gestures"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(area)
        called(inside, "shortcut_columns", self.tr("Keys and gestures"))
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for number, part in enumerate(self._parted(columns), 1):
            lines = "".join(self._html(group, group is part[0]) for group in part)
            label = QLabel(f'<table cellspacing="0" cellpadding="3">{lines}</table>', inside)
            called(label, f"shortcut_column_{number}", self.tr("Keys and gestures"))
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
        area.setWidget(inside)
        return area

    def _parted(self, columns: int) -> Iterator[list[Group]]:
        """The groups in columns of about one height, none of them torn apart."""
        heights = [len(group.lines) + HEAD for group in self.groups]
        left, part = sum(heights), list[Group]()
        high = 0
        for group, height in zip(self.groups, heights, strict=True):
            if part and columns > 1 and high + height / 2 > left / columns:
                yield part
                left, columns, part, high = left - high, columns - 1, [], 0
            part.append(group)
            high += height
        yield part

    def _html(self, group: Group, first: bool) -> str:
        theme = self._theme
        box = f"background: {theme.raised}; color: {theme.text}"
        lines = "".join(
            f'<tr><td align="right" style="padding-right: 10px">'
            f'<span style="{box}">&nbsp;{escape(key)}&nbsp;</span></td>'
            f'<td style="color: {theme.muted}">{escape(what)}</td></tr>'
            for key, what in group.lines
        )
        title = f'<b style="color: {theme.accent}">{escape(group.title)}</b>'
        return (
            f'<tr><td></td><td style="padding-top: {0 if first else 12}px">{title}</td></tr>{lines}'
        )

    def _close(self) -> None:
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # a key ends or scrolls it and does nothing else
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
        if step := SCROLLS.get(Qt.Key(event.key())):
            self._sheet.verticalScrollBar().triggerAction(step)
        elif event.key() not in modifiers:
            self._close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._close()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self.hide()
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False
