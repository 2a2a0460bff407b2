"""The recovery journal: what is not saved yet, kept in a file while a drawing is edited.

A journal begins with the whole drawing; after that each line holds only what an edit changed, in
the file's own words, so an edit of a large drawing writes little. Every line carries a checksum:
the line a crash tore apart is left out, the ones before it hold. A thread of its own writes,
taking the newest drawing each time, so the disk never makes anyone wait and the journal is
behind by one write at most. A lock that the system lets go of however the process ends tells
the journals of the dead from those of the living.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, BinaryIO, NamedTuple

from nodegraph.document.changes import apply, changed
from nodegraph.document.drawing import Drawing
from nodegraph.document.held import hold
from nodegraph.document.reader import FileError
from nodegraph.document.reading import parse, read
from nodegraph.document.undo import Document
from nodegraph.document.whole import write_whole
from nodegraph.document.writing import json_of, text_of
from nodegraph.say import reason, say

VERSION = 1
_ENDING = ".journal"
_NAMES = "surrogatepass"  # a file's name may be no text
_LONGEST = 1_000_000  # bytes of edits; after that the journal begins anew


class Found(NamedTuple):
    """A drawing that can be recovered: its name, its file if it had one, and when it ended."""

    file: Path
    name: str
    path: Path | None
    when: float  # seconds since 1970


class Journal:
    """The journal of one open document. Nothing lies on the disk while all is saved."""

    def __init__(self, folder: Path, told: Callable[[str], None]) -> None:
        """`told` hears of the first trouble with the disk, in a sentence, on another thread."""
        self._writer = _Writer(folder / f"{os.getpid()}-{time.time_ns():x}{_ENDING}")
        self._told = told
        self._noted: Drawing | None = None  # None: all is saved
        self._waiting: Queue[tuple[Drawing | None, Path | None] | None] = Queue()
        self._thread: Thread | None = None
        self._failed = self._has_told = False

    def note(self, document: Document, path: Path | None) -> None:
        """Takes the last step of a document along, unless it is what the file holds.

        A preview is no step. Returns at once.
        """
        drawing = document.settled if document.dirty else None
        if drawing is self._noted:
            return
        self._noted = drawing
        if self._thread is None:
            self._thread = Thread(target=self._write, name="journal", daemon=True)
            self._thread.start()
        self._waiting.put((drawing, path))

    def flush(self) -> bool:
        """Waits until all that was noted is on the disk; False when it can't be."""
        self._waiting.join()
        return not self._failed

    def close(self, clean: bool = True) -> None:
        """Ends it. Cleanly: everything is saved or given up, and nothing stays behind."""
        if not clean:
            self.flush()
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None
        with suppress(OSError):  # what can't be taken away is offered once more, no worse
            self._writer.close(clean)

    def _write(self) -> None:
        while (note := self._newest()) is not None:
            try:
                self._writer.write(*note)
            except Exception as error:  # whatever it is: editing goes on, and so does the thread
                self._tell(error)
            else:
                self._failed = False
            self._waiting.task_done()
        self._waiting.task_done()

    def _tell(self, error: Exception) -> None:
        if not self._has_told:
            self._told(
                say("What is not saved could not be recovered after a crash: {0}", reason(error))
            )
        self._failed = self._has_told = True

    def _newest(self) -> tuple[Drawing | None, Path | None] | None:
        note = self._waiting.get()
        try:
            while note is not None:
                later = self._waiting.get_nowait()
                self._waiting.task_done()  # of the one that a later one stands for
                note = later
        except Empty:
            pass
        return note


def found(folder: Path) -> tuple[Found, ...]:
    """The drawings whose process ended without saving or closing them; the newest first."""
    dead = []
    for file in folder.glob(f"*{_ENDING}"):
        try:
            lock = hold(file.with_suffix(".lock"))
            if lock is None:
                continue  # its process lives
            lock.close()
            head = _head(next(_lines(file)), file)
            path = Path(head["path"]) if head["path"] else None
            dead.append(Found(file, head["name"], path, file.stat().st_mtime))
        except (OSError, FileError, StopIteration):
            continue  # gone meanwhile, or of another version: that one finds it
    return tuple(sorted(dead, key=lambda one: one.when, reverse=True))


def recover(file: Path) -> Drawing:
    """The drawing as of the last whole line; raises FileError when there is none."""
    try:
        lines = _lines(file)
        _head(next(lines), file)
        text = next(lines)["drawing"]
        content = parse(text, file)
        for line in lines:
            apply(content, line)
    except OSError as error:
        raise FileError(say("can't be read: {0}", reason(error)), file) from error
    except (StopIteration, KeyError, TypeError) as error:
        raise FileError(say("holds no drawing that can be recovered"), file) from error
    return read(content, "", file)


def discard(file: Path) -> None:
    """Takes a journal away, with all that belongs to it."""
    for part in file.parent.glob(f"*{file.stem}*"):
        part.unlink(missing_ok=True)


class _Writer:
    """Writes one journal. Any OSError leaves it so that the next write begins it anew."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock: BinaryIO | None = None
        self._written: Drawing | None = None  # what the journal holds; None: there is none
        self._path: Path | None = None
        self._grown = 0  # bytes since it began

    def write(self, drawing: Drawing | None, path: Path | None) -> None:
        """The drawing in the journal is this one now; None: no journal."""
        before, self._written = self._written, None
        if drawing is None:
            self.close(clean=True)
            return
        if before is None or path != self._path or self._grown > _LONGEST:
            self._begin(drawing, path)
        else:
            self._append(changed(before, drawing))
        self._written = drawing

    def close(self, clean: bool) -> None:
        """Lets go of the journal; cleanly: it is gone."""
        if clean:
            self._file.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        if clean:
            discard(self._file)

    def _begin(self, drawing: Drawing, path: Path | None) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = hold(self._file.with_suffix(".lock"))
        name = path.stem if path else drawing.name
        head = {"journal": VERSION, "name": name, "path": str(path.absolute()) if path else ""}
        write_whole(self._file, _line(head) + _line({"drawing": text_of(drawing)}))
        self._path, self._grown = path, 0

    def _append(self, edit: Mapping[str, Any]) -> None:
        line = _line(edit)
        # Without O_CREAT: a journal that someone took away is begun anew, not gone on with.
        descriptor = os.open(self._file, os.O_WRONLY | os.O_APPEND)
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            if file.write(line) != len(line):
                raise OSError("the disk is full")
            os.fsync(descriptor)
        self._grown += len(line)


def _head(line: Mapping[str, Any], file: Path) -> Mapping[str, Any]:
    if line.get("journal") != VERSION:
        raise FileError(say("is not a journal that this version reads"), file)
    return line


def _line(content: Mapping[str, Any]) -> bytes:
    text = json_of(content).encode(errors=_NAMES)
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _lines(file: Path) -> Iterator[Mapping[str, Any]]:
    """The lines up to the first that is torn or damaged."""
    with file.open("rb") as lines:
        for line in lines:
            checksum, _, text = line.rstrip(b"\n").partition(b" ")
            if not line.endswith(b"\n") or checksum != b"%08x" % zlib.crc32(text):
                return
            yield parse(text.decode(errors=_NAMES), file)
