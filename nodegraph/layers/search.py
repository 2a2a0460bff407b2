"""Which layers a few typed letters mean, the best first.

One ranking for whoever searches: an exact name, one that is whole but for its dimensions ("conv"
is Conv2d sooner than ConvTranspose2d), the beginning of a name, another word for it
("fc", "bn", "mha"), the beginning of a word in it, any part of it, several words, and at last
letters in their order. What ties is told apart by habit, and then by what is plainer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeVar

from nodegraph.layers.base import Layer

# The best comes first; what is in no rank is not found.
EXACT, WHOLE, PREFIX, ALIAS, WORD, PART, SEVERAL, LETTERS = range(8)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+d?")
_DIMENSIONS = ("1d", "2d", "3d")
_PICTURES_FIRST = {"2d": -1, "3d": 1}  # torch has many layers three times


@dataclass(frozen=True)
class Habits:
    """What was chosen before: how often behind the layer at hand, and what last."""

    after: Mapping[str, int] = field(default_factory=dict)  # layer type → how often
    recent: Sequence[str] = ()  # layer types, the newest first


NONE = Habits()
T = TypeVar("T")


class Words(NamedTuple):
    """What something can be found by, in small letters; a layer, or a command."""

    name: str
    parts: tuple[str, ...]  # of the name: "max", "pool", "2d"
    others: tuple[str, ...]  # the start of its nodes' names, and its aliases, most telling first
    group: str


def found(query: str, layers: Iterable[type[Layer]], habits: Habits = NONE) -> list[type[Layer]]:
    """The layers that a query means, the best first; every layer where it is empty."""
    known = ((layer, _words(layer)) for layer in layers)  # type: ignore[arg-type]  # classes hash
    return ranked(query, known, lambda layer: _habit(layer, habits), _plain)


def ranked(
    query: str,
    known: Iterable[tuple[T, Words]],
    habit: Callable[[T], tuple[int, ...]],
    plain: Callable[[T], tuple[int, ...]] = lambda _: (),
) -> list[T]:
    """The same for whatever can be found by words; small numbers of habit and plainness first."""
    wanted = " ".join(query.lower().split())
    hits = []
    for place, (thing, words) in enumerate(known):
        rank = _rank(wanted, words)
        if rank is not None:
            hits.append(((rank[0], *habit(thing), rank[1], *plain(thing), place), thing))
    return [thing for _, thing in sorted(hits, key=lambda hit: hit[0])]


@cache
def _words(layer: type[Layer]) -> Words:
    name = layer.__name__
    parts = tuple(part.lower() for part in _WORD.findall(name))
    return Words(name.lower(), parts, (layer.stem, *layer.aliases), layer.group.lower())


def _habit(layer: type[Layer], habits: Habits) -> tuple[int, int]:
    """Behind this source most often, then most recently."""
    name, recent = layer.__name__, habits.recent
    last = recent.index(name) if name in recent else len(recent)
    return -habits.after.get(name, 0), last


def _plain(layer: type[Layer]) -> tuple[int, int]:
    """Short names first; of the three with equal names, the one for pictures."""
    name = layer.__name__
    return len(name), _PICTURES_FIRST.get(name[-2:], 0)


def _rank(wanted: str, words: Words) -> tuple[int, int] | None:
    """How well a layer fits, and how well among its equals; small is good, None is not at all."""
    if words.name == wanted:
        return EXACT, 0
    if words.name[:-2] == wanted and words.parts[-1] in _DIMENSIONS:
        return WHOLE, 0
    if words.name.startswith(wanted):
        return PREFIX, 0
    if wanted in words.others:
        return ALIAS, words.others.index(wanted)
    if any(part.startswith(wanted) for part in words.parts):
        return WORD, 0
    if any(word.startswith(wanted) for other in words.others for word in (other, *other.split())):
        return WORD, 1
    if len(wanted) > 1 and "".join(part[0] for part in words.parts).startswith(wanted):
        return WORD, 2  # "mp" for MaxPool2d
    if wanted in words.name:
        return PART, 0
    if wanted in words.group or any(wanted in other for other in words.others):
        return PART, 1
    if " " in wanted:
        several = _several(wanted.split(), words)
        return None if several is None else (SEVERAL, several)
    reach = _reach(wanted, words.name)
    return None if reach is None else (LETTERS, reach)


def _several(typed: Sequence[str], words: Words) -> int | None:
    """How many of the words stand only in other words for the layer; None: one stands nowhere."""
    elsewhere = 0
    for word in typed:
        if any(part.startswith(word) for part in words.parts) or words.name.startswith(word):
            continue
        others = (*words.others, *words.group.split())
        if not any(part.startswith(word) for other in others for part in other.split()):
            return None
        elsewhere += 1
    return elsewhere


def _reach(letters: str, name: str) -> int | None:
    """How far into the name one must read to find the letters in their order."""
    if not name.startswith(letters[:1]):
        return None
    at = -1
    for letter in letters:
        at = name.find(letter, at + 1)
        if at < 0:
            return None
    return at
