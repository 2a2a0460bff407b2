"""Fonts, pens and brushes of the canvas, made once for a theme so that painting makes none."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPen,
    QStaticText,
)

from nodegraph.ui.canvas.stills import Stills
from nodegraph.ui.theme import Theme

ROLES = {"title": 13, "small": 11, "chip": 11, "mono": 10, "far": 19, "badge": 12}  # px
BODY = 12.0  # px of a node's text at 100 %; decides how much of it is worth painting
WIRE = 2.2  # px
MOST = 20_000  # texts kept to be shared
FACES = 2_000  # kinds of nodes kept so
FADED = 0.35  # what doesn't fit while wiring
DIMMED = 0.4  # the other wires while one is hovered
ASLEEP = 0.5  # what is written on a node that does not run
OFF = "off "  # before a group: that of a wire which carries nothing, so it is dashed
DASHES = (2.5, 3.0)  # widths of the line
STEPS = 9  # colours of the cost lens

T = TypeVar("T")


def font(role: str) -> QFont:
    """The font of a role: "title", "small", "chip", "mono" or "far", sized in px at 100 %."""
    if role == "mono":
        made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    else:
        made = QFont(QGuiApplication.font())
    made.setPixelSize(ROLES[role])
    made.setBold(role in ("title", "badge"))
    if role == "far":
        made.setWeight(QFont.Weight.DemiBold)
    # Letters keep their distances at every zoom.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def line_pen(colour: str | QColor, width: float) -> QPen:
    """A round pen; `width` grows with the zoom."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def hairline(colour: str | QColor, width: float = 1.0) -> QPen:
    """A pen as wide at every zoom."""
    pen = line_pen(colour, width)
    pen.setCosmetic(True)
    return pen


def dashed(pen: QPen) -> QPen:
    """The same pen in dashes."""
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(DASHES)
    return pen


def mixed(colour: str, ground: str, part: float) -> QColor:
    """A colour as it looks over a ground that shines through.

    An opaque mixture paints up to fifteen times as fast as a colour with an alpha.
    """
    over, under = QColor(colour), QColor(ground)
    return QColor.fromRgbF(
        part * over.redF() + (1 - part) * under.redF(),
        part * over.greenF() + (1 - part) * under.greenF(),
        part * over.blueF() + (1 - part) * under.blueF(),
    )


def brush(colour: str, alpha: float = 1.0) -> QBrush:
    """A plain fill."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return QBrush(made)


class Look:
    """Everything painting needs of a theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.fonts = {role: font(role) for role in ROLES}
        self._metrics = {role: QFontMetricsF(made) for role, made in self.fonts.items()}
        self._widths: dict[tuple[str, str], float] = {}
        self._texts: dict[tuple[str, str], QStaticText] = {}
        self._faces: dict[Hashable, Any] = {}
        self.stills = Stills()
        self.text = QPen(QColor(theme.text))
        self.muted = QPen(QColor(theme.muted))
        self.on_sign = QPen(QColor(theme.on_sign))
        self.node = brush(theme.node)
        self.chip = brush(theme.chip)
        self.shadow = QBrush(mixed(theme.shadow, theme.canvas, theme.shade))
        self.canvas = brush(theme.canvas)
        self.outline = hairline(theme.line)
        self.hovered = hairline(theme.muted)
        self.selected = line_pen(theme.accent, 2.0)
        self.problem = line_pen(theme.bad, 2.0)
        self.hint = line_pen(theme.warn, 1.5)
        self.wanted = line_pen(theme.warn, 2.0)
        self.bad = brush(theme.bad)
        self.pulse = brush(theme.text)
        self.warn = brush(theme.warn)
        self.blocked = brush(theme.muted)
        self.marquee_pen = hairline(theme.accent)
        self.guide = hairline(theme.accent)
        self.marquee_fill = brush(theme.accent, 0.12)
        self.refused = line_pen(theme.bad, WIRE)
        self.knife = hairline(theme.bad)
        self.erased = line_pen(theme.canvas, WIRE + 1)
        self.cut = line_pen(theme.bad, WIRE)
        self.cut.setDashPattern([2.5, 2.5])
        self.far_selected = hairline(theme.accent, 2.0)
        self.far_problem = hairline(theme.bad, 2.0)
        self.asleep = QBrush(mixed(theme.node, theme.canvas, ASLEEP))
        self.disabled = dashed(hairline(theme.muted, 1.5))
        self.disabled_chosen = dashed(line_pen(theme.accent, 2.0))
        self._shades, self._far_shades = (
            [QBrush(mixed(theme.cost, ground, step / (STEPS - 1))) for step in range(STEPS)]
            for ground in (theme.node, theme.line)
        )
        self._pens: dict[tuple[str, str], QPen] = {}
        self._brushes: dict[str, QBrush] = {}

    def metrics(self, role: str) -> QFontMetricsF:
        """The measures of a role's font."""
        return self._metrics[role]

    def measure(self, text: str, role: str) -> float:
        """The width of a text, in px at 100 %."""
        key = (text, role)
        if key not in self._widths:
            self._widths[key] = self._metrics[role].horizontalAdvance(text)
        return self._widths[key]

    def written(self, text: str, role: str) -> QStaticText:
        """A text to be painted in a role's font; equal ones are shared."""
        key = (text, role)
        if key not in self._texts:
            if len(self._texts) > MOST:
                self._texts.clear()  # those on nodes live on; sentences of gestures pile up here
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            self._texts[key] = made
        return self._texts[key]

    def face(self, key: Hashable, made: Callable[[], T]) -> T:
        """What `made` lays out for a key, once for all nodes that share it."""
        if key not in self._faces:
            if len(self._faces) > FACES:
                self._faces.clear()  # those on nodes live on
            self._faces[key] = made()
        found: T = self._faces[key]
        return found

    def forget_faces(self) -> None:
        """Lays all out anew: their words are others in another language."""
        self._faces.clear()

    def group_brush(self, group: str) -> QBrush:
        """The fill of a group's mark, port and distant rectangle."""
        if group not in self._brushes:
            self._brushes[group] = brush(self.theme.group(group.removeprefix(OFF)))
        return self._brushes[group]

    def asleep_brush(self, group: str) -> QBrush:
        """The distant rectangle of a group's node that is bypassed."""
        if OFF + group not in self._brushes:
            self._brushes[OFF + group] = QBrush(self._mixed(group, DIMMED))
        return self._brushes[OFF + group]

    def shade(self, step: int) -> QBrush:
        """The fill of a node under the cost lens; 0 is a node's own, `STEPS - 1` the most."""
        return self._shades[step]

    def far_shade(self, step: int) -> QBrush:
        """The same as a rectangle from afar, where 0 too must stand out from the canvas."""
        return self._far_shades[step]

    def wire(self, group: str) -> QPen:
        """The pen of a wire that starts in this group."""
        return self._pen("wire", group, WIRE, 0.92)

    def wire_dimmed(self, group: str) -> QPen:
        """The same while another wire is looked at."""
        return self._pen("dimmed", group, WIRE, 0.92 * DIMMED)

    def wire_strong(self, group: str) -> QPen:
        """The same for the wire that is looked at or selected."""
        return self._pen("strong", group, WIRE + 1.2, 1.0)

    def wire_far(self, group: str) -> QPen:
        """A thin line for the view from afar."""
        if ("far", group) not in self._pens:
            made = hairline(self._mixed(group, 0.6))
            self._pens["far", group] = dashed(made) if group.startswith(OFF) else made
        return self._pens["far", group]

    def port(self, group: str) -> QPen:
        """The ring of a port."""
        return self._pen("port", group, 2.0, 1.0)

    def _pen(self, kind: str, group: str, width: float, part: float) -> QPen:
        if (kind, group) not in self._pens:
            made = line_pen(self._mixed(group, part), width)
            self._pens[kind, group] = dashed(made) if group.startswith(OFF) else made
        return self._pens[kind, group]

    def _mixed(self, group: str, part: float) -> QColor:
        return mixed(self.theme.group(group.removeprefix(OFF)), self.theme.canvas, part)
