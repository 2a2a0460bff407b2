"""The sets that need no download: scikit-learn's own, and points made by a formula.

Each gives one table of samples; every fifth sample, or every sixth digit, is held out for the
test. The exported script makes the same numbers by the same steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import torch

SAMPLES = 2_000  # of each set made by a formula


class Table(NamedTuple):
    """All samples and targets of a set, before normalising; every `held_out`th is for the test."""

    x: torch.Tensor
    y: torch.Tensor
    held_out: int


def digits() -> Table:
    """1,797 digits of 8×8 pixels from 0 to 1."""
    import torch
    from sklearn.datasets import load_digits

    found = load_digits()
    x = torch.from_numpy(found.images).float().div(16).unsqueeze(1)
    return Table(x, torch.from_numpy(found.target).long(), 6)


def digits28() -> Table:
    """The digits, each enlarged to 28×28 pixels."""
    import torch

    x, y, held_out = digits()
    return Table(torch.nn.functional.interpolate(x, size=28, mode="bilinear"), y, held_out)


def diabetes() -> Table:
    """442 patients: ten measures, and the illness a year later with mean 0 and deviation 1."""
    import torch
    from sklearn.datasets import load_diabetes

    found = load_diabetes()
    y = torch.from_numpy(found.target).float().unsqueeze(1)
    return Table(torch.from_numpy(found.data).float(), (y - y.mean()) / y.std(), 5)


def moons() -> Table:
    """Two interleaved half circles."""
    import torch
    from sklearn.datasets import make_moons

    x, y = make_moons(SAMPLES, noise=0.1, random_state=0)
    return Table(torch.from_numpy(x).float(), torch.from_numpy(y).long(), 5)


def rings() -> Table:
    """A ring around another."""
    import torch
    from sklearn.datasets import make_circles

    x, y = make_circles(SAMPLES, noise=0.1, factor=0.5, random_state=0)
    return Table(torch.from_numpy(x).float(), torch.from_numpy(y).long(), 5)


def spirals() -> Table:
    """Two spirals of one and a half turns, one in the other."""
    import torch

    random = torch.Generator().manual_seed(0)
    y = torch.randint(2, (SAMPLES,), generator=random)
    turn = torch.rand(SAMPLES, generator=random).sqrt() * 3 * math.pi
    angle = turn + y * math.pi
    x = torch.stack((angle.cos(), angle.sin()), dim=1) * turn.unsqueeze(1) / (3 * math.pi)
    return Table(x + 0.02 * torch.randn(x.shape, generator=random), y, 5)


MADE: Mapping[str, Callable[[], Table]] = MappingProxyType(
    {made.__name__: made for made in (digits, digits28, diabetes, moons, spirals, rings)}
)
