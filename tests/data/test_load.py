from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from nodegraph import data
from nodegraph.data.files import faults
from nodegraph.data.sources import SOURCES
from nodegraph.recipe import DATASETS
from tests.real import MARKS, ROOT, needs_mnist

AT_HAND = [name for name, dataset in DATASETS.items() if dataset.source != "torchvision"]
EVERY = [*AT_HAND, pytest.param("mnist", marks=MARKS)]


def root(name: str) -> Path | None:
    return ROOT if name in SOURCES else None


@pytest.mark.parametrize("name", EVERY)
def test_what_is_loaded_is_what_the_facts_say(name):
    """Trained on 15,000 of 60,000 pictures without saying so: ENNUI."""
    loaded, facts = data.load(name, root(name)), DATASETS[name]
    assert loaded.train_x.shape == (facts.train, *facts.shape)
    assert loaded.test_x.shape == (facts.test, *facts.shape)
    assert (len(loaded.train_y), len(loaded.test_y)) == (facts.train, facts.test)
    assert loaded.train_x.dtype == loaded.test_x.dtype == torch.float32
    if facts.classes is None:
        assert loaded.train_y.shape == (facts.train, 1)
        assert loaded.train_y.dtype == torch.float32
    else:
        assert loaded.train_y.dtype == torch.int64
        assert loaded.train_y.unique().tolist() == list(range(facts.classes))


@pytest.mark.parametrize("name", DATASETS)
def test_the_mean_and_deviation_told_are_those_of_the_training_set(name):
    if name in SOURCES and faults(SOURCES[name], DATASETS[name], ROOT):
        pytest.skip("its files don't lie under NODEGRAPH_DATA")
    x = data.load(name, root(name)).train_x
    facts = DATASETS[name]
    by = x.transpose(0, 1).flatten(1) if len(facts.mean) > 1 else x.reshape(1, -1)
    assert by.mean(1).abs().max() < 1e-3
    assert (by.std(1) - 1).abs().max() < 2e-3


@pytest.mark.parametrize("name", AT_HAND)
def test_no_sample_is_both_trained_on_and_held_out(name):
    """A test accuracy that came from training data: TorchBlocks."""
    loaded = data.load(name)
    trained = {tuple(row) for row in loaded.train_x.flatten(1).tolist()}
    held_out = {tuple(row) for row in loaded.test_x.flatten(1).tolist()}
    assert not trained & held_out


@pytest.mark.parametrize("name", AT_HAND)
def test_loading_twice_gives_the_same_numbers_and_leaves_the_random_state_alone(name):
    state = torch.get_rng_state()
    first, second = data.load(name), data.load(name)
    assert torch.equal(first.train_x, second.train_x)
    assert torch.equal(first.test_y, second.test_y)
    assert torch.equal(torch.get_rng_state(), state)


@needs_mnist
def test_the_real_mnist_is_read_as_its_bytes_are():
    loaded = data.load("mnist", ROOT)
    raw = np.fromfile(ROOT / "MNIST/raw/t10k-images-idx3-ubyte", np.uint8)[16:]
    pixels = torch.from_numpy(raw.reshape(-1, 1, 28, 28)).float() / 255
    assert torch.allclose(loaded.test_x * 0.3081 + 0.1307, pixels, atol=1e-6)
    assert loaded.test_y[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]


def test_a_named_root_without_the_files_is_refused_with_where_it_looked(tmp_path):
    with pytest.raises(data.DataError) as refused:
        data.load("mnist", tmp_path)
    said = str(refused.value)
    assert str(tmp_path / "MNIST" / "raw" / "train-images-idx3-ubyte") in said
    assert "is missing" in said
    assert "leave the data root out" in said
    assert not list(tmp_path.iterdir()), "nothing was made there"


@needs_mnist
def test_a_truncated_file_is_refused_with_how_much_of_it_is_there(tmp_path):
    raw = tmp_path / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for file in (ROOT / "MNIST" / "raw").iterdir():
        (raw / file.name).symlink_to(file)
    labels = raw / "t10k-labels-idx1-ubyte"
    whole = labels.read_bytes()
    labels.unlink()
    labels.write_bytes(whole[:5000])
    with pytest.raises(data.DataError, match=r"t10k-labels-idx1-ubyte is damaged: 5,000 bytes of"):
        data.load("mnist", tmp_path)
    labels.write_bytes(b"\x00\x00\x08\x02" + whole[4:])
    with pytest.raises(data.DataError, match="first bytes"):
        data.load("mnist", tmp_path)
    labels.write_bytes(whole[:-1] + b"\x63")
    with pytest.raises(data.DataError, match="it has a class 99"):
        data.load("mnist", tmp_path)


def test_a_set_too_large_for_the_memory_allowed_is_refused_with_both_sizes(tmp_path):
    with pytest.raises(data.DataError, match=r"takes 5 MiB of memory, and the limit is 1 MiB"):
        data.load("digits28", memory=1 << 20)


def test_every_set_fits_the_memory_that_is_allowed():
    for dataset in DATASETS.values():
        values = (dataset.train + dataset.test) * int(np.prod(dataset.shape))
        assert 4 * values <= data.load.__kwdefaults__["memory"]


def test_sources_are_torchvisions_own():
    try:
        from torchvision import datasets
    except RuntimeError as error:  # a wheel that does not fit the installed torch
        pytest.skip(f"torchvision can't be imported: {error}")
    for name, other in (
        ("mnist", datasets.MNIST),
        ("fashion_mnist", datasets.FashionMNIST),
        ("kmnist", datasets.KMNIST),
    ):
        ours = [(archive.name, archive.md5) for archive in SOURCES[name].archives]
        assert ours == list(other.resources)
        assert list(SOURCES[name].servers) == other.mirrors
    (zipped,) = SOURCES["emnist"].archives
    assert SOURCES["emnist"].servers[0] + zipped.name == datasets.EMNIST.url
    assert zipped.md5 == datasets.EMNIST.md5
    for name, other in (("cifar10", datasets.CIFAR10), ("cifar100", datasets.CIFAR100)):
        source = SOURCES[name]
        assert source.servers[0] + source.archives[0].name == other.url
        assert source.archives[0].md5 == other.tgz_md5
        assert source.folder == other.base_folder
        known = [*other.train_list, *other.test_list, (other.meta["filename"], other.meta["md5"])]
        assert source.checksums == dict(known)
        assert source.train == tuple(file for file, _ in other.train_list)


@pytest.mark.parametrize("name", ["cifar10", "cifar100"])
def test_batches_of_colour_pictures_are_read_as_torchvision_reads_them(name, tmp_path):
    """Small batches under the real names: the pictures come channel by channel, in order."""
    import hashlib
    import pickle

    from nodegraph.data.files import faults, read

    source, checksums = SOURCES[name], {}
    folder = tmp_path / source.folder
    folder.mkdir()
    random = np.random.default_rng(0)
    for file in source.checksums:
        pixels = random.integers(256, size=(4, 3072), dtype=np.uint8)
        content = pickle.dumps({"data": pixels, source.labels: [1, 0, 2, 9]})
        (folder / file).write_bytes(content)
        checksums[file] = hashlib.md5(content, usedforsecurity=False).hexdigest()
    known, facts = replace(source, checksums=checksums), DATASETS[name]
    assert not faults(known, facts, tmp_path)
    train_x, train_y, test_x, test_y = read(known, facts, tmp_path)
    assert train_x.shape == (4 * len(source.train), 3, 32, 32)
    assert test_y.tolist() == [1, 0, 2, 9]
    assert train_y.dtype == torch.int64
    assert torch.equal(test_x[1, 2, 0], torch.from_numpy(
        pickle.loads((folder / source.test[0]).read_bytes())["data"][1][2048:2080]))  # fmt: skip
    (folder / source.train[0]).write_bytes(b"cos\nsystem\n(S'exit 1'\ntR.")
    assert faults(known, facts, tmp_path) == {
        source.train[0]: "is damaged: its checksum is not the known one"
    }


def test_pickled_pictures_with_another_checksum_are_refused_and_never_unpickled(tmp_path):
    """Loading what others made unpickled code: TorchStudio, Riko."""
    folder = tmp_path / "cifar-10-batches-py"
    folder.mkdir()
    evil = pickle.dumps(Touch(tmp_path / "run"))
    for name in ("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"):
        (folder / name).write_bytes(evil)
    for name in ("test_batch", "batches.meta"):
        (folder / name).write_bytes(evil)
    with pytest.raises(data.DataError, match="data_batch_1 is damaged"):
        data.load("cifar10", tmp_path)
    assert not (tmp_path / "run").exists()


class Touch:
    """Unpickled, it would leave a file behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)
