"""What the current row of the add popup would place: its settings as typed, ports, and shapes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nodegraph.analysis.fits import made
from nodegraph.graph import Node, Port
from nodegraph.layers import all_layers
from nodegraph.setting import settings_of
from nodegraph.ui.canvas.adding.rows import Row
from nodegraph.ui.canvas.adding.spots import NEW, Spot
from nodegraph.ui.language import help_of, translated, worded
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme

NAMED = 12  # layers of a group
SHOWN = 8  # settings; the others keep their default in any case that can be typed quickly


class Preview(QWidget):
    """A card for one row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "add_preview", self.tr("What would be placed"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self.name = self._label("add_name", self.tr("Layer"), "title")
        self.help = self._label("add_help", self.tr("What it does"), "muted")
        self.settings = self._label("add_settings", self.tr("Settings"))
        self.settings.setTextFormat(Qt.TextFormat.RichText)
        self.ports = self._label("add_ports", self.tr("Ports"), "muted")
        self.flow = self._label("add_flow", self.tr("Shapes"))
        self.wrong = self._label("add_wrong", self.tr("What is wrong"), "bad")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(8)
        for label in (self.name, self.help, self.settings, self.ports, self.flow, self.wrong):
            column.addWidget(label)
        column.addStretch(1)

    def _label(self, name: str, words: str, kind: str = "") -> QLabel:
        label = QLabel(self)
        called(label, name, words, kind)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def show_row(self, row: Row | None, spot: Spot) -> None:
        """Shows what this row would place; nothing for none, or one that is no layer."""
        labels = (self.name, self.help, self.settings, self.ports, self.flow, self.wrong)
        if row is None or row.layer is None:
            for label in labels:
                label.clear()
            if row is not None and row.kind == "all":
                self.help.setText(translated(row.note))
            elif row is not None and row.group:
                self._show_group(row)
        else:
            self._show_layer(row, spot)
        for label in labels:
            label.setVisible(bool(label.text()))

    def _show_group(self, row: Row) -> None:
        """What a closed group holds, so that one need not open each to look."""
        names = [layer.__name__ for layer in all_layers() if layer.group == row.group]
        self.name.setText(row.shown)
        self.ports.setText("\n".join(names[:NAMED]))
        if len(names) > NAMED:
            self.flow.setText(self.tr("and {0} more").format(len(names) - NAMED))
        if not row.opened:
            self.help.setText(self.tr("→ or Enter lists them"))

    def _show_layer(self, row: Row, spot: Spot) -> None:
        assert row.layer is not None
        layer = row.made()
        self.name.setText(row.text)
        self.help.setText(help_of(row.layer))
        self.settings.setText(self._table(row))
        ports = [" ".join(names) for names in (layer.inputs, layer.outputs)]
        self.ports.setText(" → ".join(filter(None, ports)))
        self.flow.setText(self._flow(row, spot))
        self.wrong.setText(translated(row.told.wrong or ("" if row.fits else row.note)))

    def _table(self, row: Row) -> str:
        assert row.layer is not None
        layer, told = row.made(), row.told.settings
        settings = sorted(settings_of(row.layer), key=lambda setting: setting.name not in told)
        lines = []
        for setting in settings[:SHOWN]:
            value = escape(worded(getattr(layer, setting.name)))
            colour = self.theme.text if setting.name in told else self.theme.muted
            shown = f"<b>{value}</b>" if setting.name in told else value
            lines.append(
                f'<tr><td style="padding-right: 12px; color: {self.theme.muted}">'
                f'{escape(setting.name)}</td><td style="color: {colour}">{shown}</td></tr>'
            )
        return f"<table cellspacing=0 cellpadding=1>{''.join(lines)}</table>" if lines else ""

    def _flow(self, row: Row, spot: Spot) -> str:
        """The shape that comes in and the one that leaves, where both are known."""
        if not row.fits or not spot.fed or spot.source is None:
            return ""
        layer, name = row.made(), spot.port(row.made())[0]
        fed = (spot.source,) if layer.variadic else spot.source
        given = made(Node(NEW, layer, {name: fed}), spot.workspace.report.types)
        leaves = [given.get(Port(NEW, output)) for output in layer.outputs[:1]]
        return " → ".join([spot.fed, *(str(kind) for kind in leaves if kind is not None)])
