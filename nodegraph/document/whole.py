"""A file written whole or not at all: the old one stays until the new one is complete."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

SEARCHED = 256  # bytes in which a drawing's file says that it is one


def write_out(path: str | Path, content: bytes) -> None:
    """Writes what was made of a drawing; raises OSError, also where a drawing would be lost."""
    if Path(path).is_file():
        with open(path, "rb") as file:
            if b'"nodegraph"' in file.read(SEARCHED):
                raise FileExistsError(errno.EEXIST, "it holds a drawing", str(path))
    write_whole(path, content)


def write_whole(path: str | Path, content: bytes) -> None:
    """Raises OSError, and then what was there before is unchanged."""
    if Path(path).exists() and not Path(path).is_file():  # a device or a pipe: nothing to keep
        Path(path).write_bytes(content)
        return
    target = Path(os.path.realpath(path))  # a link stays a link
    # The system has a longest name, and this one may be as long.
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a file for its owner alone; this one has the rights the old one had.
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o644)
        os.replace(temporary, target)
    finally:
        Path(temporary).unlink(missing_ok=True)
