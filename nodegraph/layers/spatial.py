"""Layers that torch has three times: for sequences, for pictures and for volumes.

Their rules differ only in how many directions there are, so a family is written once, and each
of its classes names its rank.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import ClassVar

from nodegraph.layers.base import Module

Size = int | tuple[int, ...]


@dataclass(frozen=True)
class Spatial(Module):
    """A member of a family; `rank` is how many directions it works in."""

    rank: ClassVar[int] = 0

    def __init_subclass__(cls, rank: int = 0) -> None:
        if not rank:
            return  # a family, not yet one of its members
        cls.rank = rank
        for inherited in fields(cls):
            setting = inherited.metadata["setting"]
            if setting.kind == "size":  # takes as many numbers as there are directions
                fitted = {"setting": replace(setting, rank=rank)}
                setattr(cls, inherited.name, field(default=setting.default, metadata=fitted))
                cls.__annotations__[inherited.name] = inherited.type

    def each(self, value: Size) -> tuple[int, ...]:
        """A size as one number for each direction."""
        return value if isinstance(value, tuple) else (value,) * self.rank
