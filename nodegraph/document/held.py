"""A lock beside a file or folder, so that two processes never write to the same one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO


def hold(lock: Path) -> BinaryIO | None:
    """Takes a lock, which is held while it is open; None when another holds it.

    Raises OSError where no file can be made there. The system lets go of it when its process
    ends, however that happens.
    """
    file = lock.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
