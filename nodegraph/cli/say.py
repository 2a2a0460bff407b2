"""What commands say: tables on stdout, sentences on stderr, and what a refusal exits with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

DONE, PROBLEMS, WRONG = 0, 1, 2  # exit codes: done, the network or data, the command itself


class Refused(Exception):
    """The command can't do what was asked: a sentence, and the code to exit with."""

    def __init__(self, message: str, code: int = PROBLEMS) -> None:
        self.code = code
        super().__init__(message)


def out(text: str = "") -> None:
    """A line on stdout, at once: what reads the pipe shouldn't wait for a full buffer."""
    print(text, flush=True)


def error(sentence: str) -> None:
    """A sentence on stderr."""
    print(sentence, file=sys.stderr, flush=True)


def as_line(value: Any) -> str:
    """One JSON object as one line."""
    return json.dumps(value, allow_nan=False)


def table(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as aligned lines; columns in `right` are aligned to the right.

    Widths follow the text and never the terminal: a line is whole in a pipe too.
    """
    told = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*told, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in told
    ]
