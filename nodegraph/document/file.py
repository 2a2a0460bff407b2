"""A drawing as a file: JSON, one node a line, in stable order, so a diff shows what changed.

A file is data. Nothing in it is run, every value is checked before it becomes part of a drawing,
and an error says the line, the field and what was expected. Saving is atomic: the old file or
the new one, never a mix. What the old file held is kept aside, the latest one only, in the
person's state folder: beside the drawing it would turn up in folders that others share.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from nodegraph.document.drawing import Drawing
from nodegraph.document.foreign import foreign
from nodegraph.document.reader import FileError
from nodegraph.document.reading import parse, read
from nodegraph.document.state import state_folder
from nodegraph.document.whole import write_whole
from nodegraph.document.writing import text_of
from nodegraph.say import reason, say

__all__ = ["FileError", "load", "loads", "previous", "save"]

_KEPT = 200  # files of which the version before the last save is kept
_LARGEST = 64_000_000  # bytes; what is larger is no drawing and is not kept


def load(path: str | Path) -> Drawing:
    """The drawing in that file. Raises FileError with line, field and what was expected."""
    if (why := foreign(path)) is not None:
        raise FileError(why, path)
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise FileError(say("can't be read: {0}", reason(error)), path) from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileError(say("is not a drawing: it is not text in UTF-8"), path, line) from error
    return loads(text, path)


def loads(text: str, path: str | Path = "") -> Drawing:
    """The drawing in that text; `path` is only named in errors."""
    return read(parse(text, path), text, path)


def save(drawing: Drawing, path: str | Path) -> None:
    """Writes the file whole or not at all; `previous` finds what was in it before.

    Raises FileError with the cause, and then the old file stays.
    """
    content = text_of(drawing).encode()
    try:
        with suppress(OSError):  # no room to keep the old one is no reason not to save
            _keep(Path(path), content)
        write_whole(path, content)
    except OSError as error:
        message = say("can't be saved: {0}; what was there before is unchanged", reason(error))
        raise FileError(message, path) from error


def previous(path: str | Path) -> Path | None:
    """The file as it was before the last save that changed it; None when nothing was kept."""
    kept = _kept(Path(path))
    return kept if kept.is_file() else None


def _keep(path: Path, new: bytes) -> None:
    if not path.is_file() or path.stat().st_size > _LARGEST:
        return
    old = path.read_bytes()
    if old == new:
        return
    kept = _kept(path)
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(kept, old)
    files = sorted(kept.parent.glob("*.nodegraph"), key=lambda file: file.stat().st_mtime)
    for oldest in files[:-_KEPT]:
        oldest.unlink()


def _kept(path: Path) -> Path:
    import hashlib  # takes a start's time, and a start saves nothing

    place = Path(os.path.realpath(path))  # a link and its target are one file
    mark = hashlib.sha256(os.fsencode(place)).hexdigest()[:16]
    return state_folder("previous") / f"{place.stem[:40]}-{mark}.nodegraph"
