"""Sentences for a person, made where no language is chosen yet.

A sentence keeps its template and its arguments, so that a window can say it in the language of
whoever reads it. For everything else it is text, in English: it compares, prints and is written
as JSON like any other, and it pickles whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

Argument = str | int | float


class Said(str):
    """A text that remembers how it was made."""

    __slots__ = ("arguments", "template")
    template: str
    arguments: tuple[Argument, ...]  # a sentence among them is one to translate, other text a name

    def __new__(cls, text: str, template: str, arguments: tuple[Argument, ...]) -> Said:
        made = super().__new__(cls, text)
        made.template, made.arguments = template, arguments
        return made

    def __str__(self) -> Said:  # so that str(error) is the sentence that the error was made with
        return self

    def __reduce__(self) -> tuple[type[Said], tuple[object, ...]]:
        return Said, (str.__str__(self), self.template, self.arguments)


def say(template: str, *arguments: object) -> Said:
    """A sentence: `say("needs {0}, got {1}", needed, came)`. The template is a literal."""
    kept = tuple(a if isinstance(a, (str, int, float)) else str(a) for a in arguments)
    return Said(template.format(*kept), template, kept)


def first_line(error: BaseException) -> str:
    """What an error says, in one line; its kind where it says nothing."""
    return str(error).strip().partition("\n")[0] or type(error).__name__


def reason(error: Exception) -> str:
    """Why the system refused, as the end of a sentence: "no space left on device"."""
    return str(getattr(error, "strerror", None) or error).lower()


def inside(sentence: str) -> str:
    """The same as a part of another sentence: it begins with a small letter."""
    small = sentence[:1].lower() + sentence[1:]
    if isinstance(sentence, Said):
        return Said(small, sentence.template, sentence.arguments)
    return small


def together(parts: Iterable[object]) -> str:
    """ "a and b and c"."""
    return _joined("{0} and {1}", parts)


def either(parts: Iterable[object]) -> str:
    """ "a or b or c"."""
    return _joined("{0} or {1}", parts)


def in_a_row(parts: Iterable[object]) -> str:
    """ "a, b, c"."""
    return _joined("{0}, {1}", parts)


def _joined(template: str, parts: Iterable[object]) -> str:
    texts = [part if isinstance(part, str) else str(part) for part in parts]
    return reduce(lambda one, other: say(template, one, other), texts) if texts else ""
