"""A setting: one value a person may choose, declared once and read by forms, files, code and tests.

Layers, optimizers, losses and schedules are frozen dataclasses whose fields are settings. A value
is checked where it enters, so everything behind that door may trust it: text from a file can
never reach generated code except as a number, a truth value or one of the listed words.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field, fields
from dataclasses import replace as _replace
from functools import cache
from typing import Any, Literal

from nodegraph.say import either, say

LARGEST = 2**63  # torch, and what counts with it, knows no whole number from here on
Kind = Literal["int", "float", "bool", "choice", "size", "shape", "text"]


class SettingError(ValueError):
    """A value that a setting can't take: what was needed and what came."""

    def __init__(self, name: str, needed: str, came: object) -> None:
        self.name, self.needed, self.came = name, needed, came
        super().__init__(say("{0} needs {1}, got {2}", name, needed, repr(came)))


@dataclass(frozen=True)
class Setting:
    """The declaration of one value: its kind, range, default and a line of help."""

    kind: Kind
    default: Any
    help: str = ""
    name: str = ""
    short: str = ""  # the label on a drawn node; empty: not shown there
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    rank: int = 0  # "size": how many numbers it stands for; "shape": 0 means any length
    optional: bool = False  # may be None

    def accept(self, value: Any) -> Any:
        """The value in its normal form; raises SettingError when it does not fit."""
        if value is None and self.optional:
            return None
        if isinstance(value, str) and value in self.choices:
            return value
        match self.kind:
            case "bool" if isinstance(value, bool):
                return value
            case "int" if type(value) is int and self._within(value):
                return value
            case "float" if self._is_number(value) and self._within(float(value)):
                return float(value)
            case "text" if isinstance(value, str) and value.isprintable() and len(value) <= 200:
                return value
            case "size":
                return self._size(value)
            case "shape" if isinstance(value, (list, tuple)) and 0 < len(value) <= 16:
                if all(type(v) is int and self._within(v) for v in value):
                    return tuple(value)
        raise SettingError(self.name, self._needed(value), value)

    def needs(self) -> str:
        """What fits, in words: "a whole number from 1"."""
        text = _kind_words(self.kind)
        if self.kind == "size" and self.rank > 1:
            text = say("a whole number or {0} of them", self.rank)
        if self.low is not None and self.high is not None:
            text = say("{0} from {1:g} to {2:g}", text, self.low, self.high)
        elif self.low is not None:
            text = say("{0} from {1:g}", text, self.low)
        elif self.high is not None:
            text = say("{0} up to {1:g}", text, self.high)
        words = [repr(choice) for choice in self.choices]
        words += [say("nothing")] if self.optional else []
        return either([text, *words] if text else words)

    def _needed(self, value: Any) -> str:
        several = value if isinstance(value, (list, tuple)) else [value]
        if self.kind != "float" and any(type(v) is int and abs(v) >= LARGEST for v in several):
            return say("a whole number below {0}", "2**63")
        return self.needs()

    def _size(self, value: Any) -> Any:
        if type(value) is int and self._within(value):
            return value
        several = isinstance(value, (list, tuple)) and len(value) == max(self.rank, 1)
        if several and all(type(v) is int and self._within(v) for v in value):
            # One number where all are equal: the shorter way to write the same thing.
            return value[0] if len(set(value)) == 1 else tuple(value)
        raise SettingError(self.name, self._needed(value), value)

    def _is_number(self, value: Any) -> bool:
        return type(value) in (int, float) and abs(value) <= sys.float_info.max

    def _within(self, value: float) -> bool:
        low = self.low is None or value >= self.low
        high = self.high is None or value <= self.high
        return low and high and (type(value) is float or -LARGEST < value < LARGEST)


def _kind_words(kind: Kind) -> str:
    match kind:
        case "int" | "size":
            return say("a whole number")
        case "float":
            return say("a number")
        case "bool":
            return say("true or false")
        case "shape":
            return say("a list of whole numbers")
        case "text":
            return say("one line of text")
    return ""


def _field(setting: Setting) -> Any:
    return field(default=setting.default, metadata={"setting": setting})


def whole(
    default: int | None,
    help: str = "",
    *,
    low: int | None = 1,
    high: int | None = None,
    short: str = "",
) -> Any:
    """A whole number; by default at least 1."""
    optional = default is None
    return _field(Setting("int", default, help, short=short, low=low, high=high, optional=optional))


def real(
    default: float | None,
    help: str = "",
    *,
    low: float | None = None,
    high: float | None = None,
    short: str = "",
) -> Any:
    """A finite number."""
    optional = default is None
    return _field(
        Setting("float", default, help, short=short, low=low, high=high, optional=optional)
    )


def flag(default: bool, help: str = "", *, short: str = "") -> Any:
    """True or false."""
    return _field(Setting("bool", default, help, short=short))


def choice(default: str, choices: tuple[str, ...], help: str = "") -> Any:
    """One of the listed words."""
    return _field(Setting("choice", default, help, choices=choices))


def size(
    default: Any,
    help: str = "",
    *,
    rank: int,
    low: int = 1,
    short: str = "",
    words: tuple[str, ...] = (),
) -> Any:
    """One number for every direction, or one for each of `rank` directions; or one of `words`."""
    told = Setting("size", default, help, short=short, low=low, rank=rank, choices=words)
    return _field(_replace(told, optional=default is None))


def shape(
    default: tuple[int, ...] | None, help: str = "", *, low: int | None = 1, short: str = ""
) -> Any:
    """A list of whole numbers, of any length."""
    return _field(Setting("shape", default, help, short=short, low=low, optional=default is None))


def settings_of(declared: type) -> tuple[Setting, ...]:
    """The settings of a class, in the order they were declared."""
    return _declared(declared)


def help_of(declared: type) -> str:
    """What a class is for, in one line: the first of its docstring."""
    return (declared.__doc__ or "").strip().partition("\n")[0]


@cache  # whose own signature asks for what can be hashed, and a class is not seen to be
def _declared(declared: type) -> tuple[Setting, ...]:
    return tuple(
        _replace(f.metadata["setting"], name=f.name)
        for f in fields(declared)
        if "setting" in f.metadata
    )


@dataclass(frozen=True)
class Settled:
    """A frozen dataclass whose fields are settings; every value is checked as it is made."""

    def __post_init__(self) -> None:
        for setting in settings_of(type(self)):
            object.__setattr__(self, setting.name, setting.accept(getattr(self, setting.name)))

    def changed(self) -> dict[str, Any]:
        """The settings that differ from their default: what a file keeps."""
        return {
            s.name: getattr(self, s.name)
            for s in settings_of(type(self))
            if getattr(self, s.name) != s.default
        }


def literal(value: Any) -> str:
    """A setting's value as Python text, as the formatter leaves it: words in double quotes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return repr(value)
