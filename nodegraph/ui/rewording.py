"""Says everything that is shown in another language, at once and in place.

Nothing is made anew: documents, undo, selections, views and runs go on. What stands on the screen
is found in the catalogue of the language it was said in, its arguments are taken out, and it is
said again with them. Widgets need not know of it; those that paint or list words by themselves
are told afterwards.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableWidget,
    QWidget,
)

from nodegraph.resources import resource
from nodegraph.ui.language import PARTED, translators

_FIELD = re.compile(r"\{(\d*)(?::[^}]*)?\}")
_KEYS = re.compile(r"(.+) (\([^()]+\))", re.DOTALL)  # a tooltip with its keys behind it
_DEEPEST = 3  # sentences inside each other
QT = (
    ("CloseButton", "Close Tab"),
    ("QTabBar", "Scroll Left"),
    ("QTabBar", "Scroll Right"),
)


class Entry(NamedTuple):
    """One text as it is said in a language, and in another."""

    context: str
    here: str
    there: str


class Again:
    """Says texts of one language in another; a text that nobody of ours said stays as it is."""

    def __init__(self, here: str, there: str) -> None:
        self._plain: dict[str, list[Entry]] = {}
        self._filled: list[tuple[re.Pattern[str], Entry]] = []
        for context, source, said in chain(*map(_catalogue, {here, there} - {"en"})):
            texts = {"en": source, "zh_CN": said}
            entry = Entry(context, texts[here], texts[there])
            self._plain.setdefault(entry.here, []).append(entry)
            head = Entry(context, entry.here.upper(), entry.there.upper())  # as heads have it
            self._plain.setdefault(head.here, []).append(head)
            if _FIELD.search(entry.here) and any(map(str.isalpha, _FIELD.sub("", entry.here))):
                self._filled.append((_pattern(entry.here), entry))
        # Who says most by itself is first: "Deleted {0} and reconnected" before "Deleted {0}".
        self._filled.sort(key=lambda found: -len(_FIELD.sub("", found[1].here)))

    def __call__(self, text: str, contexts: Collection[str] = (), depth: int = 0) -> str:
        """The text in the other language; `contexts`: where it probably stands."""
        if not text or depth > _DEEPEST:
            return text
        if known := self._plain.get(text):
            return next((e for e in known if e.context in contexts), known[0]).there
        if PARTED in text and not depth:
            return PARTED.join(self(part, contexts, 1) for part in text.split(PARTED))
        for pattern, entry in self._filled:
            if found := pattern.fullmatch(text):
                told = {
                    name: self(value, contexts, depth + 1)
                    for name, value in found.groupdict().items()
                }
                return _filled(entry.there, told)
        keys = _KEYS.fullmatch(text)
        return f"{self(keys[1], contexts, depth + 1)} {keys[2]}" if keys else text

    def reword(self, root: QWidget) -> None:
        """Says everything anew that a window, its menus and its dialogs show.

        Parts that make words by themselves are asked to make them again, by `say_again`.
        """
        for action in root.findChildren(QAction):
            self._turn_action(action)
        for widget in (root, *root.findChildren(QWidget)):
            self._turn(widget, _of_widget(widget), _contexts(widget))
        for part in (*root.findChildren(QObject), root):
            if isinstance(part, Wordy):
                part.say_again(self)

    def _turn_action(self, action: QAction) -> None:
        icon, tip = action.iconText(), action.toolTip()
        self._turn(action, [(action.text(), action.setText)], ("Commands",))
        if action.toolTip() == tip and tip.startswith(icon):  # set with its keys behind it
            action.setToolTip(action.iconText() + tip.removeprefix(icon))

    def _turn(self, owner: QObject, texts: Iterable[Word], contexts: Collection[str]) -> None:
        for at, (text, take) in enumerate(texts):
            # What was turned before is turned back exactly: two texts may share a translation.
            said_before = owner.property(f"turned_{at}") or ("", "")
            back = said_before[0] if said_before[1] == text else ""
            if (said := back or self(text, contexts)) != text:
                take(said)
                owner.setProperty(f"turned_{at}", [text, said])


@runtime_checkable
class Wordy(Protocol):
    """A part of a window that paints, lists or keeps sentences."""

    def say_again(self, again: Again) -> None:
        """The language is another one now; `again` says an old sentence in it."""


Word = tuple[str, Callable[[str], object]]  # a text as it is shown, and what shows another


@cache
def _catalogue(language: str) -> tuple[tuple[str, str, str], ...]:
    """Context, text and translation of everything, as the translators have written it."""
    return (*_ours(language), *_of_qt(language))


def _of_qt(language: str) -> Iterator[tuple[str, str, str]]:
    """The words that Qt puts into its own parts when it makes them, and then leaves there."""
    for translator in translators(language):
        for context, source in QT:
            if said := translator.translate(context, source):
                yield context, source, said


def _ours(language: str) -> Iterator[tuple[str, str, str]]:
    root = ET.parse(resource(f"translations/nodegraph_{language}.ts")).getroot()
    return (
        (context.findtext("name", ""), message.findtext("source", ""), said)
        for context in root.iter("context")
        for message in context.iter("message")
        if (said := message.findtext("translation", ""))
    )


def _pattern(text: str) -> re.Pattern[str]:
    """What matches a text with its arguments; one that stands there twice is the same twice."""
    parts, at, seen = [], 0, set()
    for field in _FIELD.finditer(text):
        name = f"_{field[1]}"
        parts.append(re.escape(text[at : field.start()]))
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
        seen.add(name)
        at = field.end()
    return re.compile("".join([*parts, re.escape(text[at:])]), re.DOTALL)


def _filled(text: str, told: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda field: told[f"_{field[1]}"], text)


def _contexts(widget: QWidget) -> tuple[str, ...]:
    """The classes of a widget and of all it stands in: their words are looked for first."""
    found: list[str] = []
    at: QObject | None = widget
    while at is not None:
        found += [kind.__name__ for kind in type(at).__mro__]
        at = at.parent()
    return tuple(found)


def _of_widget(widget: QWidget) -> Iterator[Word]:
    yield widget.toolTip(), widget.setToolTip
    yield widget.statusTip(), widget.setStatusTip
    yield widget.accessibleName(), widget.setAccessibleName
    yield widget.accessibleDescription(), widget.setAccessibleDescription
    yield widget.windowTitle(), widget.setWindowTitle
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text(), widget.setText
        case QLineEdit():
            yield widget.placeholderText(), widget.setPlaceholderText
        case QMenu():
            yield widget.title(), widget.setTitle
        case QTabBar():
            for at in range(widget.count()):
                yield widget.tabText(at), _indexed(widget.setTabText, at)
                yield widget.tabToolTip(at), _indexed(widget.setTabToolTip, at)
        case QTableWidget():
            for at in range(widget.columnCount()):
                if (head := widget.horizontalHeaderItem(at)) is not None:
                    yield head.text(), head.setText


def _indexed(take: Callable[[int, str], object], at: int) -> Callable[[str], object]:
    return lambda text: take(at, text)
