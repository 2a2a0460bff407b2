"""Counts what the canvas does: paint calls, what was painted again, calls of one method."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QGraphicsItem

from nodegraph.ui.canvas import Canvas
from nodegraph.ui.canvas.looking.camera import Camera
from nodegraph.ui.canvas.nodes.item import NodeItem


class PaintProbe:
    """Counts how often Qt calls a Python paint method, by the class that paints."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: Counter[str] = Counter()
        self.painted: set[str] = set()  # the ids of the nodes
        for painted in _kinds(QGraphicsItem):
            if "paint" in vars(painted):
                self._count(monkeypatch, painted, "paint")
        self._count(monkeypatch, Camera, "drawBackground")

    def _count(self, monkeypatch: pytest.MonkeyPatch, painted: type, method: str) -> None:
        original = getattr(painted, method)

        def counted(item: Any, *args: Any) -> Any:
            self.calls[painted.__name__] += 1
            if isinstance(item, NodeItem):
                self.painted.add(item.id)
            return original(item, *args)

        monkeypatch.setattr(painted, method, counted)

    def frame(self, canvas: Canvas, act: Callable[[], object] | None = None) -> Counter[str]:
        """The calls of the one frame that follows an act; of a whole repaint without one."""
        QApplication.processEvents()
        self.calls.clear()
        self.painted.clear()
        (act or canvas.viewport().update)()
        QApplication.processEvents()
        return Counter(self.calls)


def _kinds(kind: type) -> Iterator[type]:
    """All kinds of items that the program makes, whatever they are called."""
    for each in kind.__subclasses__():
        if each.__module__.startswith("nodegraph"):
            yield each
        yield from _kinds(each)


class Repainted(QObject):
    """Notes which part of the viewport is painted again."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.region = QRegion()
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False

    def area(self) -> int:
        """The px painted since the last `clear`."""
        return sum(rect.width() * rect.height() for rect in self.region)

    def clear(self) -> None:
        """Forgets what was painted until now."""
        QApplication.processEvents()
        self.region = QRegion()


def calls_of(act: Callable[[], object]) -> int:
    """How many functions the act and its frame call, in Python and from Python."""
    made = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    QApplication.processEvents()
    sys.setprofile(count)
    try:
        act()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    return made


def work_of(act: Callable[[], object]) -> int:
    """How many steps of Python the act and its frame take: each turn of a loop counts."""
    made = 0

    def count(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal made
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        made += event == "opcode"
        return count

    QApplication.processEvents()
    sys.settrace(count)
    try:
        act()
        QApplication.processEvents()
    finally:
        sys.settrace(None)
    return made


@contextmanager
def recorded(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> Iterator[list[Any]]:
    """The first argument of each call of a function or method, while this lasts."""
    original, found = getattr(owner, name), list[Any]()

    def noting(*args: Any, **named: Any) -> Any:
        found.append(args[1] if isinstance(owner, type) else args[0])
        return original(*args, **named)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, noting)
        yield found
