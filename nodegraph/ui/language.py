"""The language of the window: what can be chosen, and every sentence in the chosen one.

Words of the window itself pass through Qt's own `tr`. Sentences made below the window remember
how they were made, and `translated` says them anew.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, QTranslator

from nodegraph import setting
from nodegraph.layers import spelled
from nodegraph.resources import resource
from nodegraph.say import Said

CONTEXT = "Sentences"  # of everything that is made below the window
CHOICES = ("system", "en", "zh_CN")
PARTED = " · "  # between two sentences on one line


def translated(sentence: str) -> str:
    """A sentence in the chosen language; a text that is no known sentence stays as it is."""
    if not isinstance(sentence, Said):
        try:
            return QCoreApplication.translate(CONTEXT, sentence) if sentence else ""
        except UnicodeEncodeError:  # it names a file whose name is no text: no sentence of ours
            return sentence
    template = QCoreApplication.translate(CONTEXT, sentence.template)
    told = [translated(a) if isinstance(a, Said) else a for a in sentence.arguments]
    if template == sentence.template and told == list(sentence.arguments):
        return sentence
    return template.format(*told)


def help_of(kind: type) -> str:
    """What a layer, a loss or an optimizer does, in one line."""
    return translated(setting.help_of(kind))


def worded(value: Any) -> str:
    """A setting's value as a person reads it: "3 × 5", "on", "none"."""
    if isinstance(value, bool):
        return _words("on") if value else _words("off")
    return _words("none") if value is None else spelled(value)


def moment(when: float) -> str:
    """The time of today, or day and time, as people here write it; from seconds since 1970."""
    then, short = QDateTime.fromSecsSinceEpoch(int(when)), QLocale.FormatType.ShortFormat
    today = then.date() == QDate.currentDate()
    return QLocale().toString(then.time() if today else then, short)


def spoken(choice: str) -> str:
    """The language that a choice means here: "en" or "zh_CN"."""
    if choice != "system":
        return choice
    wanted = QLocale.system().uiLanguages()
    return "zh_CN" if wanted and wanted[0].startswith("zh") else "en"


class Language:
    """The translators of the application; there is one for it."""

    def __init__(self) -> None:
        self.name = "en"
        self._installed: list[QTranslator] = []

    def speak(self, name: str) -> bool:
        """Says everything in this language from now on; False where it does so already."""
        if name == self.name:
            return False
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = [] if name == "en" else translators(name)
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        self.name = name
        return True


LANGUAGE = Language()


def _words(text: str) -> str:
    return QCoreApplication.translate("Values", text)


def translators(name: str) -> list[QTranslator]:
    """Qt's own words, where they come with Qt, and over them ours."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = []
    for path in (f"{folder}/qtbase_{name}.qm", str(resource(f"translations/nodegraph_{name}.qm"))):
        translator = QTranslator()
        if translator.load(path):
            found.append(translator)
    return found
