"""What reading a file's JSON takes: errors that say the line, the field and what was expected."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeGuard

from nodegraph.graph import NodeId
from nodegraph.graph.names import LONGEST
from nodegraph.say import in_a_row, say


class FileError(ValueError):
    """What is wrong with a file: where it is, which line and field, and what was expected."""

    def __init__(self, message: str, path: str | Path = "", line: int = 0, field: str = "") -> None:
        self.path, self.line, self.field = str(path), line, field
        where = [path if isinstance(path, str) else str(path)] if str(path) else []
        where += [say("line {0}", line)] if line else []
        where += [field] if field else []
        super().__init__(say("{0}: {1}", in_a_row(where), message) if where else message)


class Reader:
    """One file being read: knows its text, so that an error can say the line."""

    def __init__(self, text: str, path: str | Path) -> None:
        self._text, self._path = text, path

    def object(self, given: Any, field: str, node_id: NodeId = "") -> Mapping[str, Any]:
        """What stands in braces there."""
        if not isinstance(given, dict):
            self.refuse(say("needs an object in braces, got {0}", short(given)), field, node_id)
        return given

    def refuse(self, message: str, field: str, node_id: NodeId = "") -> NoReturn:
        """Raises FileError for that field of the file, or of one node."""
        where = say("node {0}, {1}", node_id, field) if node_id else field
        raise FileError(message, self._path, self._line(field, node_id), where)

    def _line(self, field: str, node_id: NodeId) -> int:
        key, value = ("id", node_id) if node_id else (field.split(",")[0], None)
        pattern = re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:\s*"
        if value is not None:
            pattern += re.escape(json.dumps(value, ensure_ascii=False))
        found = re.search(pattern, self._text) if key else None
        return self._text.count("\n", 0, found.start()) + 1 if found else 0


def is_port(value: Any) -> bool:
    """Whether it is [node, port], as the file tells a port."""
    return isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)


def are_numbers(value: Any, count: int) -> bool:
    """Whether it is a list of so many numbers, each one that a place can have."""
    if not isinstance(value, list) or len(value) != count:
        return False
    return all(type(one) in (int, float) and abs(one) < 1e9 for one in value)


def is_line(value: Any) -> TypeGuard[str]:
    """Whether it is one line of text, of at most 200 letters."""
    return isinstance(value, str) and value.isprintable() and len(value) <= LONGEST


def as_line(text: str) -> str:
    """A text as such a line: tabs, wide spaces and what can't be seen become spaces."""
    return "".join(c if c.isprintable() else " " for c in text)[:LONGEST].strip()


def short(value: Any) -> str:
    """A value of the file as an error names it."""
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 60 else f"{text[:57]}..."
