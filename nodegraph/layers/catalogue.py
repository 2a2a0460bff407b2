"""The modules of torch.nn that have no class of their own, made from resources/torch_layers.json.

They are layers like the others, with settings, help and text; only the rule is missing, so their
types are found by trial. The file is read when the first of them is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nodegraph.layers.base import LAYERS, Layer
from nodegraph.layers.listed import RULED, Listed
from nodegraph.resources import resource
from nodegraph.setting import Setting, settings_of


@cache
def catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Every module of torch.nn as the file describes it, by name."""
    told = json.loads(resource("torch_layers.json").read_text("utf-8"))
    modules: Mapping[str, Mapping[str, Any]] = told["modules"]
    return modules


@cache
def listed(name: str) -> type[Layer] | None:
    """The layer of that name made from the catalogue; None when it is not there."""
    told = catalogue().get(name, {})
    if "group" not in told:  # nothing of that name, or it has a class of its own
        return None
    namespace = {
        "__doc__": told["help"],
        "__module__": __name__,
        "__annotations__": {parameter["name"]: Any for parameter in told["parameters"]},
        "group": told["group"],
        "stem": name.lower(),
        "inputs": tuple(told["inputs"]),
        "outputs": tuple(told["outputs"]),
        "told": {name: tuple(place) for name, place in told["inferred"].items()},
        "positional": tuple(p["name"] for p in told["parameters"] if p.get("required")),
        "always": tuple(p["name"] for p in told["parameters"] if p.get("ours")),
    }
    made = type(name, (RULED.get(name, Listed),), namespace | dict(map(_field, told["parameters"])))
    dataclass(frozen=True)(made)
    settings_of(made)
    return made


def _field(parameter: Mapping[str, Any]) -> tuple[str, Any]:
    """A parameter of the catalogue as a field of a dataclass."""
    told = {key: _frozen(value) for key, value in parameter.items()}
    name, default = told.pop("name"), told["default"]
    told.pop("required", None)
    told.pop("ours", None)
    return name, field(default=default, metadata={"setting": Setting(**told)})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@cache
def all_layers() -> tuple[type[Layer], ...]:
    """The whole vocabulary: the everyday layers in the palette's order, then the catalogue's."""
    rest = (listed(name) for name in catalogue() if name not in LAYERS)
    return (*LAYERS.values(), *(made for made in rest if made is not None))


def __getattr__(name: str) -> type[Layer]:
    """Finds a catalogue's class by name, so that its layers can be pickled."""
    made = None if name.startswith("_") else listed(name)
    if made is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return made
