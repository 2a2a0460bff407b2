"""How every window of the program looks: its fonts, its colours, and the kinds of its widgets."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from nodegraph.ui.sheet import sheet
from nodegraph.ui.theme import Theme

TEXT_PX = 12


def mono() -> QFont:
    """The system's monospace font at the text's size."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(TEXT_PX - 1)
    return font


def dress(app: QApplication, theme: Theme) -> None:
    """Gives every window of the program this theme."""
    wanted = sheet(theme)
    if app.styleSheet() == wanted:
        return
    if not app.styleSheet():
        app.setStyle("Fusion")  # alike on every system, and it takes all its colours from here
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPixelSize(TEXT_PX)
        app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(wanted)


def called(widget: QWidget, name: str, accessible: str, kind: str = "") -> None:
    """Gives a widget its object name, its accessible name, and its kind for the style sheet."""
    widget.setObjectName(name)
    widget.setAccessibleName(accessible)
    if kind:
        widget.setProperty("kind", kind)


def restyle(widget: QWidget, **properties: object) -> None:
    """Sets properties that the style sheet asks for, and has it look again where they differ."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """The colours of what the style sheet does not reach: menus' marks, cursors, selections."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Highlight: theme.fill,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Accent: theme.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.off))
    return made
