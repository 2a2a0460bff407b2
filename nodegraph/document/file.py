"""A drawing as a file: JSON, one node a line, in stable order, so a diff shows what changed.

A file is data. Nothing in it is run, every value is checked before it becomes part of a drawing,
and an error says the line, the field and what was expected. Saving is atomic: the old file or
the new one, never a mix.
"""

from __future__ import annotations

from pathlib import Path

from nodegraph.document.drawing import Drawing
from nodegraph.document.reading import FileError, parse, read
from nodegraph.document.whole import write_whole
from nodegraph.document.writing import text_of

__all__ = ["FileError", "load", "loads", "save"]


def load(path: str | Path) -> Drawing:
    """The drawing in that file. Raises FileError with line, field and what was expected."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise FileError(f"can't be read: {_reason(error)}", path) from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileError("is not a drawing: it is not text in UTF-8", path, line) from error
    return loads(text, path)


def loads(text: str, path: str | Path = "") -> Drawing:
    """The drawing in that text; `path` is only named in errors."""
    return read(parse(text, path), text, path)


def save(drawing: Drawing, path: str | Path) -> None:
    """Writes the file whole or not at all. Raises FileError with the cause; the old file stays."""
    try:
        write_whole(path, text_of(drawing).encode())
    except OSError as error:
        message = f"can't be saved: {_reason(error)}; what was there before is unchanged"
        raise FileError(message, path) from error


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
