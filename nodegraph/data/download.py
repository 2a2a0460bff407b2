"""Downloads a set's files, so that there is a whole file or none.

Bytes go into a file of another name, are held to the known checksum, and only then get the name
that is read. It is a generator: whoever stops asking has paused it, and closing it cancels it and
leaves nothing behind.
"""

from __future__ import annotations

import gzip
import hashlib
import http.client
import os
import shutil
import tarfile
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, cast

from nodegraph.data.error import DataError
from nodegraph.data.sources import Archive, Fetched, Source
from nodegraph.say import in_a_row, say

CHUNK = 1 << 18  # bytes between two reports: often enough to cancel at once
PATIENCE = 30.0  # seconds without a byte before a server is given up


def fetch(source: Source, names: Iterable[str], root: Path) -> Iterator[Fetched]:
    """Downloads the archives that hold the named files and takes those files out of them.

    Raises DataError, with what every server answered, where one can't be had whole.
    """
    folder = root / source.folder
    wanted = set(names)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for archive in source.archives:
            if wanted & set(archive.members.values()):
                part = folder / f"{archive.name}.{os.getpid()}.part"
                try:
                    yield from _any_server(source.servers, archive, part)
                    _unpack(archive, part, folder)
                finally:
                    part.unlink(missing_ok=True)
    except OSError as error:
        raise DataError(
            say(
                "{0} can't be written: {1}. Free some space, or name another data root.",
                folder,
                error.strerror or error,
            )
        ) from error


def _any_server(servers: tuple[str, ...], archive: Archive, part: Path) -> Iterator[Fetched]:
    answers = []
    for server in servers:
        try:
            yield from _one_server(server, archive, part)
            return
        except (http.client.HTTPException, _Refused) as error:
            answers.append(say("{0} {1}", server, str(error)))
    raise DataError(
        say(
            "{0} could not be downloaded. {1}. "
            "Nothing was kept: try again, or unpack it into {2} yourself.",
            archive.name,
            in_a_row(answers),
            part.parent,
        )
    )


class _Refused(Exception):
    """A server that did not give the whole, right file."""


def _one_server(server: str, archive: Archive, part: Path) -> Iterator[Fetched]:
    md5, done = hashlib.md5(usedforsecurity=False), 0
    with closing(_open(server + archive.name)) as answer, part.open("wb") as file:
        length = answer.headers.get("Content-Length", "")
        total = int(length) if length.isdecimal() else None
        yield Fetched(archive.name, 0, total)
        while chunk := _read(answer, done):
            file.write(chunk)
            md5.update(chunk)
            done += len(chunk)
            yield Fetched(archive.name, done, total)
    if total is not None and done != total:
        raise _Refused(say("broke off after {0:,} of {1:,} bytes", done, total))
    if md5.hexdigest() != archive.md5:
        raise _Refused(say("gave a damaged file: its checksum is not the known one"))


def _open(address: str) -> http.client.HTTPResponse:
    try:
        answer = urllib.request.urlopen(address, timeout=PATIENCE)
    except OSError as error:  # URLError, HTTPError and TimeoutError are OSErrors
        raise _Refused(say("did not answer: {0}", error)) from error
    assert isinstance(answer, http.client.HTTPResponse)
    return answer


def _read(answer: http.client.HTTPResponse, done: int) -> bytes:
    try:
        return answer.read(CHUNK)
    except OSError as error:
        raise _Refused(say("broke off after {0:,} bytes: {1}", done, error)) from error


def _unpack(archive: Archive, part: Path, folder: Path) -> None:
    """Takes the known members out, each under another name until it is whole.

    Only names listed with the source are written, so an archive can't place a file elsewhere.
    """
    for name, packed in _members(archive, part):
        unfinished = folder / f"{name}.{os.getpid()}.part"
        try:
            with unfinished.open("wb") as file:
                shutil.copyfileobj(packed, file)
            os.replace(unfinished, folder / name)
        finally:
            unfinished.unlink(missing_ok=True)


def _members(archive: Archive, part: Path) -> Iterator[tuple[str, IO[bytes]]]:
    if archive.name.endswith(".zip"):
        with zipfile.ZipFile(part) as packed:
            for member, name in archive.members.items():
                with packed.open(member) as inside, gzip.open(inside) as file:
                    yield name, cast(IO[bytes], file)
    elif archive.name.endswith(".tar.gz"):
        with tarfile.open(part) as packed_files:
            for entry in packed_files:
                if entry.name in archive.members and (found := packed_files.extractfile(entry)):
                    yield archive.members[entry.name], found
    else:
        with gzip.open(part) as file:
            yield archive.members[""], cast(IO[bytes], file)
