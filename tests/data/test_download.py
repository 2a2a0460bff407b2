"""Downloads from a real server on this machine, which breaks off, lies and answers nothing."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from nodegraph import data
from nodegraph.data.sources import SOURCES, Source
from nodegraph.recipe import DATASETS

PACKED: dict[str, bytes] = {}  # what an honest server has


def whole(name: str) -> bytes:
    """A file of MNIST's size, its pictures black and its labels 0 to 9."""
    facts = DATASETS["mnist"]
    count = facts.train if name.startswith("train") else facts.test
    dims = (count, 28, 28) if "images" in name else (count,)
    header = bytes((0, 0, 8, len(dims))) + b"".join(d.to_bytes(4, "big") for d in dims)
    return header + (bytes(count * 784) if "images" in name else bytes(range(10)) * (count // 10))


@pytest.fixture(scope="module", autouse=True)
def packed() -> None:
    for archive in SOURCES["mnist"].archives:
        name = archive.members[""]
        PACKED[archive.name] = gzip.compress(whole(name), 1, mtime=0)


class Server:
    """An HTTP server; `mode` says how it treats whoever asks."""

    def __init__(self) -> None:
        self.mode, self.asked = "honest", []
        outer = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.rsplit("/", 1)[-1]
                outer.asked.append(name)
                if outer.mode == "lost":
                    self.send_error(404)
                    return
                content = PACKED[name]
                if outer.mode == "lies":
                    content = content[:100] + b"?" + content[101:]
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content[: len(content) // 2 if outer.mode == "breaks" else None])

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/mnist/"

    def close(self) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The user's own data folder, empty."""
    monkeypatch.setenv("NODEGRAPH_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "MNIST" / "raw"


def mnist(*servers: str) -> dict[str, Source]:
    archives = tuple(
        replace(archive, md5=hashlib.md5(PACKED[archive.name], usedforsecurity=False).hexdigest())
        for archive in SOURCES["mnist"].archives
    )
    return {"mnist": replace(SOURCES["mnist"], servers=servers, archives=archives)}


def fetch(*servers: str) -> list[data.Fetched]:
    return list(data.find("mnist", sources=mnist(*servers)))


def test_a_missing_set_is_downloaded_once_with_its_progress(server, folder):
    told = fetch(server.address)
    assert [t.file for t in told if t.done == t.total] == list(PACKED)
    assert all(t.total == len(PACKED[t.file]) for t in told)
    assert {path.name for path in folder.iterdir()} == set(SOURCES["mnist"].files)
    loaded = data.load("mnist")
    assert (len(loaded.train_x), len(loaded.test_x)) == (60_000, 10_000)
    assert fetch(server.address) == []
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("breaks", "broke off after"),
        ("lies", "gave a damaged file: its checksum is not the known one"),
        ("lost", "did not answer: HTTP Error 404"),
    ],
)
def test_a_bad_download_is_said_and_repaired_by_the_next_try(server, folder, mode, said):
    server.mode = mode
    with pytest.raises(data.DataError, match=said) as refused:
        fetch(server.address)
    assert "train-images-idx3-ubyte.gz could not be downloaded" in str(refused.value)
    assert str(refused.value).endswith(f"or unpack it into {folder} yourself.")
    assert not list(folder.iterdir()), "nothing half-done is left"
    server.mode = "honest"
    fetch(server.address)
    assert data.load("mnist").test_y[:3].tolist() == [0, 1, 2]


def test_the_next_server_is_asked_when_one_does_not_answer(server, folder):
    fetch("http://127.0.0.1:9/", server.address)
    assert len(data.load("mnist").train_x) == 60_000


def test_no_server_at_all_is_said_with_each_of_them(folder):
    """A failed download replaced by random noise: Entropia Riko."""
    with pytest.raises(data.DataError, match=r"127\.0\.0\.1:9/a/ did not answer.*:9/b/ did not"):
        fetch("http://127.0.0.1:9/a/", "http://127.0.0.1:9/b/")


def test_a_damaged_file_in_the_own_folder_is_downloaded_again_and_only_that(server, folder):
    fetch(server.address)
    server.asked.clear()
    labels = folder / "t10k-labels-idx1-ubyte"
    labels.write_bytes(labels.read_bytes()[:77])
    fetch(server.address)
    assert server.asked == ["t10k-labels-idx1-ubyte.gz"]
    assert labels.read_bytes() == whole(labels.name)


def test_a_cancelled_download_leaves_nothing(server, folder):
    downloading = data.find("mnist", sources=mnist(server.address))
    next(downloading)
    next(downloading)
    assert [path.suffix for path in folder.iterdir()] == [".part"]
    downloading.close()
    assert not list(folder.iterdir())


def test_a_folder_that_can_not_be_written_is_said(tmp_path, server, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("NODEGRAPH_DATA", str(tmp_path / "file"))
    with pytest.raises(data.DataError, match="can't be written: Not a directory"):
        fetch(server.address)
