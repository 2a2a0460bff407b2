"""The lines of a script that load its data give what `nodegraph.data` gives, number by number."""

from __future__ import annotations

import hashlib
import math
import pickle
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from torch import nn

from nodegraph import data
from nodegraph.codegen.loading import imports, loading
from nodegraph.data.files import faults, read
from nodegraph.data.load import _normalised
from nodegraph.data.sources import SOURCES
from nodegraph.recipe import DATASETS

MADE = [name for name, dataset in DATASETS.items() if dataset.source != "torchvision"]


def loaded(name: str, *arguments: object, **names: object) -> list[torch.Tensor]:
    """What the script's own `load` gives; `names` stand in for what it imports."""
    namespace = {"torch": torch, "nn": nn, "math": math}
    if not names:
        exec("\n".join(imports(DATASETS[name])), namespace)
    namespace |= names
    exec("\n".join(loading(DATASETS[name])), namespace)
    return namespace["load"](*arguments)


def must_be_alike(ours: tuple[torch.Tensor, ...], theirs: list[torch.Tensor]) -> None:
    for one, other in zip(ours, theirs, strict=True):
        assert torch.equal(one, other)
        assert one.stride() == other.stride()


@pytest.mark.parametrize("name", MADE)
def test_sets_that_need_no_download_are_made_alike(name):
    ours = data.load(name)
    must_be_alike((ours.train_x, ours.train_y, ours.test_x, ours.test_y), loaded(name))


@pytest.fixture(scope="module")
def torchvision():
    try:
        from torchvision import datasets
    except RuntimeError as error:  # a wheel that does not fit the installed torch
        pytest.skip(f"torchvision can't be imported: {error}")
    return datasets


def normalised(parts: tuple[torch.Tensor, ...], name: str) -> tuple[torch.Tensor, ...]:
    """As `data.load` does it to the pictures that `read` gives."""
    facts = DATASETS[name]
    x, y, test_x, test_y = parts
    return (
        _normalised(x.float().div_(255), facts), y,
        _normalised(test_x.float().div_(255), facts), test_y,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["mnist", "fashion_mnist", "kmnist", "emnist"])
def test_pictures_of_idx_files_are_read_alike(name, torchvision, tmp_path):
    """Small files under the real names; torchvision reads them as it reads the whole ones."""
    source, facts = SOURCES[name], replace(DATASETS[name], train=6, test=4)
    folder = tmp_path / source.folder
    folder.mkdir(parents=True)
    random = np.random.default_rng(0)
    for file in source.files:
        count = facts.train if file in source.train else facts.test
        dims = (count, 28, 28) if "images" in file else (count,)
        header = bytes((0, 0, 8, len(dims))) + b"".join(d.to_bytes(4, "big") for d in dims)
        high = 256 if "images" in file else facts.classes
        (folder / file).write_bytes(header + random.integers(high, size=dims, dtype="u1").tobytes())
    assert not faults(source, facts, tmp_path)
    must_be_alike(normalised(read(source, facts, tmp_path), name), loaded(name, tmp_path))


@pytest.mark.parametrize("name", ["cifar10", "cifar100"])
def test_colour_pictures_are_read_alike(name, torchvision, tmp_path):
    """torchvision's own class, told the checksums of small batches."""
    source, facts = SOURCES[name], DATASETS[name]
    folder = tmp_path / source.folder
    folder.mkdir()
    random, checksums = np.random.default_rng(0), {}
    original = getattr(torchvision, facts.title)
    for file in source.checksums:
        batch = {"data": random.integers(256, size=(5, 3072), dtype="u1"),
                 source.labels: [3, 1, 4, 1, 5], original.meta["key"]: ["a", "b"]}  # fmt: skip
        content = pickle.dumps(batch)
        (folder / file).write_bytes(content)
        checksums[file] = hashlib.md5(content, usedforsecurity=False).hexdigest()
    known = replace(source, checksums=checksums)
    small = type(facts.title, (original,), {
        "train_list": [[file, checksums[file]] for file in source.train],
        "test_list": [[file, checksums[file]] for file in source.test],
        "meta": original.meta | {"md5": checksums[original.meta["filename"]]},
    })  # fmt: skip
    theirs = loaded(name, tmp_path, datasets=SimpleNamespace(**{facts.title: small}))
    must_be_alike(normalised(read(known, facts, tmp_path), name), theirs)
