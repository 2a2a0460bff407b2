"""Settings typed behind a layer's name: `conv 64 3 s2`, `fc 10`, `dropout .2`, `input 3 32 32`.

There is no grammar for each layer. A bare value goes to the first setting that still waits and
takes it, in the order in which torch takes them; a letter before it names a setting by its label
or the beginning of its name; a word is one of a setting's choices, or switches something on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nodegraph.layers.base import Layer
from nodegraph.say import say
from nodegraph.setting import Setting, SettingError, settings_of

_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?"
_VALUE = re.compile(rf"{_NUMBER}(?:[x×,]{_NUMBER})*")
_NAMED = re.compile(rf"([^\W\d]+)(?:=(.+)|({_VALUE.pattern}))")
_SWITCH = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}


@dataclass(frozen=True)
class Told:
    """What a text says of a layer's settings, and what of it can't be."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    wrong: str = ""


def split(text: str) -> tuple[str, tuple[str, ...]]:
    """The words to search for, and what follows them from the first value on."""
    tokens = text.split()
    for at, token in enumerate(tokens):
        if at and (_VALUE.fullmatch(token) or _NAMED.fullmatch(token)):
            return " ".join(tokens[:at]), tuple(tokens[at:])
    return text.strip(), ()


def read(layer: type[Layer], tokens: tuple[str, ...]) -> Told:
    """The settings that the tokens mean for a layer."""
    told: dict[str, Any] = {}
    for token in tokens:
        try:
            setting, value = _meant(layer, token, told)
            told[setting.name] = setting.accept(_listed(setting, value))
        except SettingError as error:
            return Told(told, str(error))
        except LookupError as error:
            return Told(told, error.args[0])
    return Told(told)


def _meant(layer: type[Layer], token: str, told: Mapping[str, Any]) -> tuple[Setting, Any]:
    """The setting and value of one token; raises LookupError where there is no such setting."""
    if _VALUE.fullmatch(token):
        return _next(layer, _number(token), told)
    for setting in settings_of(layer):
        if token in setting.choices:  # also "int64", which looks like a name with a number
            return setting, token
    if named := _NAMED.fullmatch(token):
        setting = _called(layer, named[1])
        written = named[2] or named[3]
        if setting.kind == "bool":
            return setting, _SWITCH.get(written, written)
        return setting, _number(written) if _VALUE.fullmatch(written) else written
    return _word(layer, token)


def _number(text: str) -> Any:
    parts = [_one(part) for part in re.split("[x×,]", text)]
    return parts[0] if len(parts) == 1 else tuple(parts)


def _one(text: str) -> int | float:
    return int(text) if re.fullmatch(r"-?\d+", text) else float(text)


def _in_torchs_order(layer: type[Layer]) -> list[Setting]:
    return sorted(settings_of(layer), key=lambda setting: setting.name not in layer.positional)


def _next(layer: type[Layer], value: Any, told: Mapping[str, Any]) -> tuple[Setting, Any]:
    """The first setting that waits and takes the value; a list goes on taking numbers."""
    waiting = [s for s in _in_torchs_order(layer) if s.kind not in ("bool", "choice", "text")]
    last = next(reversed(tuple(told)), "")
    for setting in waiting:
        if setting.kind == "shape" and setting.name == last and isinstance(value, int):
            return setting, (*told[last], value)
    waiting = [setting for setting in waiting if setting.name not in told]
    for setting in waiting:
        if _takes(setting, value):
            return setting, value
    if waiting:
        return waiting[0], value
    raise LookupError(say("{0} has no setting left for {1}", layer.__name__, _spelled(value)))


def _listed(setting: Setting, value: Any) -> Any:
    return (value,) if setting.kind == "shape" and isinstance(value, int) else value


def _takes(setting: Setting, value: Any) -> bool:
    try:
        setting.accept(_listed(setting, value))
    except SettingError:
        return False
    return True


def _called(layer: type[Layer], word: str) -> Setting:
    word, known = word.lower(), settings_of(layer)
    for fits in (
        lambda setting: word in (setting.name, setting.short.lower()),
        lambda setting: setting.name.startswith(word),
        lambda setting: setting.short.lower().startswith(word),
    ):
        for setting in known:
            if fits(setting):
                return setting
    names = ", ".join(setting.name for setting in known)
    has = say("it has {0}", names) if names else say("it has none")
    raise LookupError(say("{0} has no setting {1}: {2}", layer.__name__, word, has))


def _word(layer: type[Layer], word: str) -> tuple[Setting, Any]:
    for setting in settings_of(layer):
        if setting.kind == "bool" and word.removeprefix("no") == setting.name:
            return setting, not word.startswith("no")
    return _called(layer, word), word


def _spelled(value: Any) -> str:
    return "×".join(map(str, value)) if isinstance(value, tuple) else str(value)
