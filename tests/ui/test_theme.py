"""Every text can be read: contrast is computed from the themes' own tables."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, QPoint, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMessageBox,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nodegraph.layers import all_layers
from nodegraph.ui.sheet import sheet
from nodegraph.ui.theme import CONTRAST, THEMES, Theme
from nodegraph.ui.window import MainWindow

SURFACES = ("canvas", "panel", "raised", "field", "node")
TEXTS = ("text", "muted", "off", "accent", "good", "warn", "bad")


def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb, as WCAG 2 defines it."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_surface(theme: Theme, surface: str, text: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, surface)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_cannot_be_used_now_looks_other_than_what_can(theme: Theme) -> None:
    assert contrast(theme.text, theme.off) >= 2


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_primary_button_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.fill) >= 4.5


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", TEXTS)
def test_high_contrast_is_high(surface: str, text: str) -> None:
    assert contrast(getattr(CONTRAST, text), getattr(CONTRAST, surface)) >= 7


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("surface", SURFACES)
def test_signs_and_wires_of_every_group_stand_out(theme: Theme, surface: str) -> None:
    ground = getattr(theme, surface)
    least = min(contrast(theme.group(kind.group), ground) for kind in all_layers())
    assert least >= 3  # as WCAG 2 asks of what is no text


@pytest.mark.parametrize("surface", SURFACES)
def test_high_contrast_shows_borders_and_groups(surface: str) -> None:
    ground = getattr(CONTRAST, surface)
    assert contrast(CONTRAST.line, ground) >= 4.5
    for kind in all_layers():
        assert contrast(CONTRAST.group(kind.group), ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("sign", ["warn", "bad"])
def test_what_stands_on_a_sign_can_be_read(theme: Theme, sign: str) -> None:
    assert contrast(theme.on_sign, getattr(theme, sign)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", ["", "primary", "flag", "row"])
def test_a_button_with_the_keys_shows_a_ring(theme: Theme, kind: str, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    button, other = QPushButton("Train", around), QPushButton("Other", around)
    button.setProperty("kind", kind)
    column.addWidget(button)
    column.addWidget(other)
    around.setStyleSheet(sheet(theme))
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    other.setFocus()
    without = button.grab().toImage()
    button.setFocus()
    assert button.hasFocus()
    ringed = button.grab().toImage()
    middle = ringed.width() // 2
    ring, fill = ringed.pixelColor(middle, 0).name(), without.pixelColor(middle, 3).name()
    assert ring != without.pixelColor(middle, 0).name()
    assert contrast(ring, fill) >= 3  # as WCAG 2 asks of what is no text


def test_fields_and_buttons_beside_each_other_are_of_one_height(editor: MainWindow) -> None:
    editor.workspace.select(["conv1"])
    form = editor.inspector.form
    assert form is not None
    assert len({field.widget.height() for field in form.fields}) == 1
    bar, run = editor.toolbar, editor.run_bar
    buttons = [*bar.buttons.values(), run.train_button, run.pause_button, run.stop_button]
    assert len({button.height() for button in buttons}) == 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_an_empty_field_is_for_can_be_read(editor: MainWindow, theme: Theme) -> None:
    editor.windows.set_theme(theme.name)
    search = editor.editor.palette_panel.search
    drawn = search.grab().toImage()
    inside = [
        drawn.pixelColor(x, y).name()
        for x in range(6, drawn.width() - 6)
        for y in range(4, drawn.height() - 4)
    ]
    best = max(contrast(colour, theme.field) for colour in inside)
    assert best >= (7 if theme is CONTRAST else 4.5)


def test_words_of_a_form_not_seen_yet_keep_their_place_in_another_theme(
    window: MainWindow,
) -> None:
    window.windows.set_theme("light")  # on the start page
    window.show_editor()
    QApplication.processEvents()
    form = window.editor.inspector.form
    assert form is not None
    at = [label.x() + _first_ink(label) for label in form.findChildren(QLabel) if label.x() == 12]
    assert len(at) == 5
    assert max(abs(x - form.name.x() - _first_ink(form.name)) for x in at) <= 2


def _first_ink(part: QWidget) -> int:
    """How far from its left edge its words begin."""
    drawn = part.grab().toImage()
    ground = drawn.pixelColor(0, 0).lightness()
    return next(
        x
        for x in range(drawn.width())
        for y in range(drawn.height())
        if abs(drawn.pixelColor(x, y).lightness() - ground) > 25
    )


@pytest.mark.parametrize("tab", ["problems", "code", "outline", "history"])
def test_another_theme_moves_nothing(editor: MainWindow, tab: str) -> None:
    editor.load_after_paint()
    editor.editor.tabs.setCurrentWidget(getattr(editor.editor, tab))
    editor.editor.views.share.setText("views 1.0 % of the time")
    editor.workspace.select(["conv1"])
    QApplication.processEvents()
    before = _stand(editor)
    assert len(before) > 100
    for choice in ("light", "contrast", "dark"):
        editor.windows.set_theme(choice)
        QApplication.processEvents()
        assert _stand(editor) == before


def _stand(window: MainWindow) -> dict[str, tuple[QPoint, QSize, QMargins]]:
    """Where each part in sight stands, how large it is, and where its words begin."""
    return {
        f"{part.parent().objectName()} {part.objectName()} {at}": (
            part.mapTo(window, QPoint()),
            part.size(),
            part.contentsMargins(),
        )
        for at, part in enumerate(filter(QWidget.isVisible, window.findChildren(QWidget)))
    }


def test_what_cannot_be_used_now_has_a_paler_sign(editor: MainWindow) -> None:
    editor.load_after_paint()
    undo = editor.toolbar.buttons["edit.undo"]
    assert not undo.isEnabled()
    for theme in THEMES.values():
        editor.windows.set_theme(theme.name)
        for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.off)):
            drawn = undo.icon().pixmap(undo.iconSize(), mode).toImage()
            inked = [
                drawn.pixelColor(x, y)
                for x in range(drawn.width())
                for y in range(drawn.height())
                if drawn.pixelColor(x, y).alpha() > 250
            ]
            assert {ink.name() for ink in inked} == {colour}


def test_a_menu_higher_than_the_screen_is_scrolled(editor: MainWindow) -> None:
    menu = editor.menuBar().actions()[0].menu()
    menu.ensurePolished()
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu) == 1


def test_what_enter_does_in_a_question_is_filled(editor: MainWindow, qtbot: QtBot) -> None:
    buttons = QMessageBox.StandardButton
    box = QMessageBox(editor)
    box.setStandardButtons(buttons.Save | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    box.open()
    qtbot.waitUntil(box.isVisible)
    save = box.button(buttons.Save).grab().toImage()
    cancel = box.button(buttons.Cancel).grab().toImage()
    assert save.pixelColor(6, 6).name() == editor.theme.fill
    assert cancel.pixelColor(6, 6).name() == editor.theme.raised
    box.close()
    box.deleteLater()
