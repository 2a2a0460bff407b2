"""Where the downloadable sets lie: on the web, and under a data root.

Folders, addresses and checksums are torchvision's own, so what one of us downloads the other
reads. They stand here as data because importing torchvision costs seconds, and a wheel that does
not fit the installed torch can't be imported at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple


class Fetched(NamedTuple):
    """How far one download is, in bytes; `total` is None where the server doesn't tell."""

    file: str
    done: int
    total: int | None


@dataclass(frozen=True)
class Archive:
    """A file to download and the files that are taken out of it."""

    name: str  # the last part of its address
    md5: str
    members: Mapping[str, str]  # name inside the archive → name in the folder; "" for a .gz itself


@dataclass(frozen=True)
class Source:
    """One set: the folder of its files, its archives and the servers that have them."""

    folder: str  # under the data root
    kind: Literal["idx", "cifar"]
    servers: tuple[str, ...]  # tried in turn; each ends with a slash
    archives: tuple[Archive, ...]
    train: tuple[str, ...]  # idx: pictures and labels; cifar: the batches
    test: tuple[str, ...]
    labels: str = "labels"  # cifar: the key of the class numbers
    checksums: Mapping[str, str] = field(default_factory=dict)  # md5 of files, where known
    turned: bool = False  # pictures are stored with rows and columns exchanged

    @property
    def files(self) -> tuple[str, ...]:
        """Every file needed, in the folder."""
        return self.train + self.test


_IDX = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


def _idx(folder: str, servers: tuple[str, ...], *md5: str) -> Source:
    archives = tuple(
        Archive(f"{name}.gz", checksum, {"": name})
        for name, checksum in zip(_IDX, md5, strict=True)
    )
    return Source(f"{folder}/raw", "idx", servers, archives, _IDX[:2], _IDX[2:])


def _emnist() -> Source:
    names = tuple(
        f"emnist-balanced-{part}-{what}-ubyte"
        for part in ("train", "test")
        for what in ("images-idx3", "labels-idx1")
    )
    members = {f"gzip/{name}.gz": name for name in names}
    archive = Archive("gzip.zip", "58c8d27c78d21e728a6bc7b3cc06412e", members)
    server = "https://biometrics.nist.gov/cs_links/EMNIST/"
    return Source("EMNIST/raw", "idx", (server,), (archive,), names[:2], names[2:], turned=True)


def _cifar(
    name: str, folder: str, md5: str, train: Mapping[str, str], test: Mapping[str, str], labels: str
) -> Source:
    checksums = {**train, **test, **_CIFAR_NAMES[folder]}
    archive = Archive(name, md5, {f"{folder}/{file}": file for file in checksums})
    return Source(
        folder,
        "cifar",
        ("https://www.cs.toronto.edu/~kriz/",),
        (archive,),
        tuple(train),
        tuple(test),
        labels,
        checksums,
    )


# The names of the classes: not read here, but torchvision refuses a folder without them.
_CIFAR_NAMES = {
    "cifar-10-batches-py": {"batches.meta": "5ff9c542aee3614f3951f8cda6e48888"},
    "cifar-100-python": {"meta": "7973b15100ade9c7d40fb424638fde48"},
}

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "mnist": _idx(
            "MNIST",
            ("https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"),
            "f68b3c2dcbeaaa9fbdd348bbdeb94873",
            "d53e105ee54ea40749a09fcbcd1e9432",
            "9fb629c4189551a2d022fa330f9573f3",
            "ec29112dd5afa0611ce80d1b7f02629c",
        ),
        "fashion_mnist": _idx(
            "FashionMNIST",
            ("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",),
            "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
            "25c81989df183df01b3e8a0aad5dffbe",
            "bef4ecab320f06d8554ea6380940ec79",
            "bb300cfdad3c16e7a12a480ee83cd310",
        ),
        "kmnist": _idx(
            "KMNIST",
            ("http://codh.rois.ac.jp/kmnist/dataset/kmnist/",),
            "bdb82020997e1d708af4cf47b453dcf7",
            "e144d726b3acfaa3e44228e80efcd344",
            "5c965bf0a639b31b8f53240b1b52f4d7",
            "7320c461ea6c1c855c0b718fb2a4b134",
        ),
        "emnist": _emnist(),
        "cifar10": _cifar(
            "cifar-10-python.tar.gz",
            "cifar-10-batches-py",
            "c58f30108f718f92721af3b95e74349a",
            {
                "data_batch_1": "c99cafc152244af753f735de768cd75f",
                "data_batch_2": "d4bba439e000b95fd0a9bffe97cbabec",
                "data_batch_3": "54ebc095f3ab1f0389bbae665268c751",
                "data_batch_4": "634d18415352ddfa80567beed471001a",
                "data_batch_5": "482c414d41f54cd18b22e5b47cb7c3cb",
            },
            {"test_batch": "40351d587109b95175f43aff81a1287e"},
            "labels",
        ),
        "cifar100": _cifar(
            "cifar-100-python.tar.gz",
            "cifar-100-python",
            "eb9058c3a382ffc7106e4002c42a8d85",
            {"train": "16019d7e3df5f24257cddd939b257f8d"},
            {"test": "f0ef6b0ae62326f3e7ffdfab6717acfc"},
            "fine_labels",
        ),
    }
)
