"""Reads the files of the downloadable sets, and tells a damaged file from a whole one.

A truncated file reads as fewer pictures; so the number of bytes, the header and the range of the
labels are held to what the set is known to have before anything is believed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nodegraph.data.error import DataError
from nodegraph.data.sources import Source
from nodegraph.recipe import Dataset
from nodegraph.say import say

if TYPE_CHECKING:
    import numpy as np
    import torch

    Bytes = np.ndarray[Any, np.dtype[np.uint8]]


def faults(source: Source, dataset: Dataset, root: Path) -> dict[str, str]:
    """What is wrong with each file of a set: "is missing", "is damaged: 12 bytes of 60,008"."""
    found: dict[str, str] = {}
    for name in dict.fromkeys((*source.files, *source.checksums)):
        path = root / source.folder / name
        if not path.is_file():
            found[name] = say("is missing")
        elif wrong := _damage(source, dataset, path):
            found[name] = say("is damaged: {0}", wrong)
    return found


def read(source: Source, dataset: Dataset, root: Path) -> tuple[torch.Tensor, ...]:
    """Training pictures and labels, test pictures and labels: uint8 (N, C, H, W) and int64 (N,).

    Raises DataError where the labels are not of the set's classes.
    """
    import torch

    folder = root / source.folder
    parts: list[torch.Tensor] = []
    for names in (source.train, source.test):
        one = _idx_part if source.kind == "idx" else _cifar_part
        x, y = one(source, dataset, [folder / name for name in names])
        if y.max() >= (dataset.classes or 0):
            raise DataError(
                say(
                    "{0} is damaged: it has a class {1}, and {2} has {3} classes. Delete "
                    "the file, so that it is downloaded again.",
                    folder / names[-1],
                    y.max(),
                    dataset.title,
                    dataset.classes,
                )
            )
        parts += [torch.from_numpy(x), torch.from_numpy(y.astype("int64"))]
    return tuple(parts)


def _damage(source: Source, dataset: Dataset, path: Path) -> str:
    if wanted := source.checksums.get(path.name):
        got = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        return "" if got == wanted else say("its checksum is not the known one")
    header = _idx_header(source, dataset, path.name)
    wanted_size = len(header) + _idx_values(source, dataset, path.name)
    if (size := path.stat().st_size) != wanted_size:
        return say("{0:,} bytes of {1:,}", size, wanted_size)
    with path.open("rb") as file:
        return (
            ""
            if file.read(len(header)) == header
            else say("its first bytes are not the known ones")
        )


def _idx_header(source: Source, dataset: Dataset, name: str) -> bytes:
    # http://yann.lecun.com/exdb/mnist: two zeros, 8 for bytes, the number of dimensions, each of
    # them in four bytes, the highest first.
    count = dataset.train if name in source.train else dataset.test
    dims = (count, *dataset.shape[1:]) if "images" in name else (count,)
    return bytes((0, 0, 8, len(dims))) + b"".join(d.to_bytes(4, "big") for d in dims)


def _idx_values(source: Source, dataset: Dataset, name: str) -> int:
    count = dataset.train if name in source.train else dataset.test
    return count * dataset.shape[1] * dataset.shape[2] if "images" in name else count


def _idx_part(source: Source, dataset: Dataset, paths: list[Path]) -> tuple[Bytes, Bytes]:
    import numpy as np

    pictures, labels = paths
    x = np.fromfile(pictures, np.uint8)[16:].reshape(-1, *dataset.shape)
    if source.turned:
        x = np.ascontiguousarray(x.swapaxes(2, 3))
    return x, np.fromfile(labels, np.uint8)[8:]


def _cifar_part(source: Source, dataset: Dataset, paths: list[Path]) -> tuple[Bytes, Bytes]:
    import pickle

    import numpy as np

    # Pickles can run code; these are read only after `faults` found their known checksums.
    batches = [pickle.loads(path.read_bytes(), encoding="latin1") for path in paths]
    x = np.concatenate([batch["data"] for batch in batches]).reshape(-1, *dataset.shape)
    return x, np.concatenate([np.array(batch[source.labels], np.uint8) for batch in batches])
