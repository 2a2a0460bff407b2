"""Facts of the data sets: checker, writer and loaders all need them, and none may differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True)
class Dataset:
    """Facts of a data set: one sample's shape, classes, counts, and how it is normalised.

    Mean and deviation are of the training set alone, pictures scaled from 0 to 1 before; for the
    sets of torchvision they are the figures commonly published with them, to four places. A test
    holds them to the values of every set whose files a machine has.
    """

    name: str
    title: str
    shape: tuple[int, ...]
    classes: int | None  # None: no classes, the target is numbers
    train: int
    test: int
    mean: tuple[float, ...]
    std: tuple[float, ...]  # by channel or column, as the mean; one number: of all
    source: Literal["torchvision", "scikit-learn", "made"]
    about: str


def _torchvision(
    name: str, title: str, shape: tuple[int, ...], classes: int, train: int, test: int,
    mean: tuple[float, ...], std: tuple[float, ...], about: str,
) -> Dataset:  # fmt: skip
    return Dataset(name, title, shape, classes, train, test, mean, std, "torchvision", about)


_GREY, _COLOUR = (1, 28, 28), (3, 32, 32)
DATASETS: Mapping[str, Dataset] = MappingProxyType(
    {
        dataset.name: dataset
        for dataset in (
            _torchvision("mnist", "MNIST", _GREY, 10, 60_000, 10_000,
                         (0.1307,), (0.3081,), "Handwritten digits"),
            _torchvision("fashion_mnist", "FashionMNIST", _GREY, 10, 60_000, 10_000,
                         (0.2860,), (0.3530,), "Pieces of clothing"),
            _torchvision("kmnist", "KMNIST", _GREY, 10, 60_000, 10_000,
                         (0.1918,), (0.3483,), "Cursive Japanese characters"),
            _torchvision("emnist", "EMNIST (balanced)", _GREY, 47, 112_800, 18_800,
                         (0.1751,), (0.3332,), "Handwritten digits and letters"),
            _torchvision("cifar10", "CIFAR10", _COLOUR, 10, 50_000, 10_000,
                         (0.4914, 0.4822, 0.4465), (0.2470, 0.2435, 0.2616), "Small photographs"),
            _torchvision("cifar100", "CIFAR100", _COLOUR, 100, 50_000, 10_000,
                         (0.5071, 0.4865, 0.4409), (0.2673, 0.2564, 0.2762), "Small photographs"),
            Dataset("digits", "Digits 8×8", (1, 8, 8), 10, 1_497, 300,
                    (0.3055,), (0.3762,), "scikit-learn", "Handwritten digits"),
            Dataset("digits28", "Digits 28×28", _GREY, 10, 1_497, 300,
                    (0.3055,), (0.3249,), "scikit-learn",
                    "The 8×8 digits enlarged to MNIST's size"),
            Dataset("diabetes", "Diabetes", (10,), None, 353, 89,
                    (0.0002,), (0.0480,), "scikit-learn",
                    "Ten measures of 442 patients and how the illness went on"),
            Dataset("moons", "Moons", (2,), 2, 1_600, 400,
                    (0.4936, 0.2491), (0.8752, 0.5083), "made", "Two interleaved half circles"),
            Dataset("spirals", "Spirals", (2,), 2, 1_600, 400,
                    (0.0020, 0.0016), (0.5006, 0.4920), "made", "Two spirals, one in the other"),
            Dataset("rings", "Rings", (2,), 2, 1_600, 400,
                    (-0.0026, -0.0009), (0.5691, 0.5621), "made", "A ring around another"),
        )
    }
)  # fmt: skip
