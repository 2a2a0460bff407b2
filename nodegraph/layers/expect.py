"""What a type rule asks of its input, each with the sentence for when it isn't so.

A rule reads as its conditions; the words for a person are in one place. All of them raise
Mismatch.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import ge
from typing import cast

from nodegraph.layers.base import Mismatch
from nodegraph.layers.types import Batch, Dim, TensorType
from nodegraph.say import say, together

SAMPLES = {
    1: say("sequences (batch × channels × length)"),
    2: say("pictures (batch × channels × height × width)"),
    3: say("volumes (batch × channels × depth × height × width)"),
}
# Made once: rules name what they read whether or not it is wrong.
DIMENSION, CHANNELS, STEPS = say("a dimension"), say("channels"), say("steps")
_LENGTH, _DEPTH, _HEIGHT, _WIDTH = say("length"), say("depth"), say("height"), say("width")
DIRECTIONS = {1: (_LENGTH,), 2: (_HEIGHT, _WIDTH), 3: (_DEPTH, _HEIGHT, _WIDTH)}


def decimals(x: TensorType, port: str = "") -> None:
    """Raises unless the numbers are decimals: most of torch computes on nothing else."""
    if not x.dtype.startswith("float"):
        raise Mismatch(say("decimal numbers (float32)"), x, port)


def whole_numbers(x: TensorType, port: str = "") -> None:
    """Raises unless the numbers are whole: positions in a table are."""
    if x.dtype not in ("int64", "int32"):
        raise Mismatch(say("whole numbers (int64)"), x, port)


def number(dim: Dim, what: str, x: TensorType, port: str = "") -> int:
    """The dimension as a number; raises where the batch lies there."""
    if isinstance(dim, Batch):
        raise Mismatch(say("{0} that doesn't depend on the batch", what), x, port)
    return dim


def axis(dim: int, x: TensorType, port: str = "") -> int:
    """The dimension counted from the front; raises where there are too few."""
    rank = len(x.dims)
    if not -rank <= dim < rank:
        least = dim + 1 if dim >= 0 else -dim
        raise Mismatch(say("at least {0} for dim {1}", dimensions(least), dim), x, port)
    return dim % rank


def features(x: TensorType, port: str = "") -> int:
    """How many features the last dimension holds; raises unless they are decimals (…, features)."""
    if not x.dims or isinstance(x.dims[-1], Batch):
        raise Mismatch(say("features in the last dimension (batch × features)"), x, port)
    decimals(x, port)
    return x.dims[-1]


def sequence(x: TensorType, port: str = "", batch_first: bool = True) -> int:
    """How many features each step holds; raises unless there are batch, steps and features."""
    if len(x.dims) != 3:
        order = say("batch × steps") if batch_first else say("steps × batch")
        raise Mismatch(say("sequences ({0} × features)", order), x, port)
    return features(x, port)


def spatial(x: TensorType, rank: int) -> tuple[int, tuple[int, ...]]:
    """The channels and the sizes of sequences (rank 1), pictures (2) or volumes (3).

    Raises unless they are decimals (batch, channels, *sizes), and the batch comes first alone.
    """
    if len(x.dims) != rank + 2:
        raise Mismatch(SAMPLES[rank], x)
    decimals(x)
    for dim in x.dims[1:]:
        if isinstance(dim, Batch):
            raise Mismatch(say("channels and sizes that don't depend on the batch"), x)
    return cast(int, x.dims[1]), cast(tuple[int, ...], x.dims[2:])


def at_least(sizes: Sequence[int], least: Sequence[int], why: str, x: TensorType) -> None:
    """Raises where a size is too small: "a height and width of at least 5 for a kernel of 5"."""
    if all(map(ge, sizes, least)):
        return
    names: dict[int, list[str]] = {}
    for name, size, need in zip(DIRECTIONS[len(sizes)], sizes, least, strict=True):
        if size < need:
            names.setdefault(need, []).append(name)
    wants = [say("{0} of at least {1}", together(who), need) for need, who in names.items()]
    raise Mismatch(say("a {0} for {1}", together(wants), why), x)


def across(values: Sequence[int]) -> str:
    """Sizes as people write them: "5" where all are equal, else "5×3"."""
    return str(values[0]) if len(set(values)) == 1 else "×".join(map(str, values))


def dimensions(number: int) -> str:
    """ "1 dimension", "3 dimensions"."""
    return say("{0} dimension", number) if number == 1 else say("{0} dimensions", number)
