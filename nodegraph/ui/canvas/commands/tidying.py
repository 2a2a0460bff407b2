"""Tidy and straighten: at once where it takes a moment, else in a thread that can be cancelled.

The thread shares Python's lock with the window, so it gives the lock up often while it works, and
the window goes on: one pans, zooms, and may even edit. What it made is one step, and is dropped
where the drawing is another by then.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from nodegraph.document import Drawing, dots, nesting
from nodegraph.document.drawing import Size
from nodegraph.document.tidy import straighten, tidy
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.sizes import NodeSizes
from nodegraph.ui.canvas.slide import Slide
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.naming import named

LARGE = 3_000  # nodes and wires: from here on it may take 200 ms
OFTEN = 50  # ms between two looks at how far it is
BREATH = 0.002  # s that the thread leaves to the window,
STRETCH = 0.001  # s after the last time
TURN = 0.001  # s after which the window has the lock, meanwhile; Python's own is 0.005


class Tidying(QObject):
    """Lays out what is selected on a canvas, or all of it."""

    began = Signal()
    progressed = Signal(float)  # from 0 to 1
    ended = Signal()

    def __init__(self, canvas: Surface, slide: Slide) -> None:
        super().__init__(canvas)
        self._slide = slide
        self._sizes = NodeSizes(canvas.graph_scene.nodes)
        self._workspace = canvas.workspace
        self._worker: _Worker | None = None
        self._leaving: list[_Worker] = []  # cancelled, and not yet at their end
        self._turn = sys.getswitchinterval()
        self._looks = QTimer(self)  # runs only while a thread does
        self._looks.setInterval(OFTEN)
        self._looks.timeout.connect(self._look)
        self._workspace.opened.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a thread is at work."""
        return self._worker is not None

    def tidy(self) -> None:
        """Lays the selected nodes out in layers; all of them when fewer than two are selected."""
        chosen = self._chosen()
        drawing = self._workspace.document.settled
        graph = drawing.graph
        count = len(chosen) if chosen is not None else len(graph.nodes)
        if count + len(graph.wires) * count // max(1, len(graph.nodes)) < LARGE:
            self._finish(drawing, chosen, tidy(drawing, chosen, self._sizes))
        elif self._worker is None:
            self._begin(drawing, chosen)

    def straighten(self) -> None:
        """Makes the wires of the selected nodes level, or all of them."""
        chosen, drawing = self._chosen(), self._workspace.document.settled
        after = straighten(drawing, chosen, self._sizes)
        self._do(self.tr("Straightened {0}"), drawing, chosen, after)

    def cancel(self) -> bool:
        """Gives up what the thread does; False when there is none."""
        worker = self._worker
        if worker is None:
            return False
        worker.requestInterruption()
        self._leaving.append(worker)
        self._end()
        self._workspace.said.emit(self.tr("Tidying was cancelled"))
        return True

    def close(self) -> None:
        """Ends all threads: to be called before the canvas goes."""
        self.cancel()
        for worker in self._leaving:
            worker.wait()

    def _chosen(self) -> frozenset[NodeId] | None:
        workspace = self._workspace
        held = nesting.content_of(workspace.document.settled, workspace.beside.frames)
        chosen = workspace.selection | held.nodes
        return chosen if len(chosen) > 1 else None

    # In a thread

    def _begin(self, drawing: Drawing, chosen: frozenset[NodeId] | None) -> None:
        self._worker = _Worker(drawing, chosen, dict(self._sizes), self)
        self._worker.finished.connect(self._take)
        self._turn = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        self._worker.start(QThread.Priority.LowPriority)
        self._looks.start()
        self.began.emit()

    def _look(self) -> None:
        if self._worker is not None:
            self.progressed.emit(self._worker.share)

    def _end(self) -> None:
        self._worker = None
        self._looks.stop()
        sys.setswitchinterval(self._turn)
        self.ended.emit()

    def _take(self) -> None:
        worker = self.sender()
        assert isinstance(worker, _Worker)
        worker.deleteLater()
        if worker is not self._worker:
            self._leaving.remove(worker)
            return
        self._end()
        if worker.base is not self._workspace.document.settled:
            words = self.tr("Not tidied: the drawing has changed meanwhile. Tidy it again")
            self._workspace.said.emit(words)
        elif worker.made is not None:
            self._finish(worker.base, worker.only, worker.made)

    def _finish(self, before: Drawing, chosen: Collection[NodeId] | None, after: Drawing) -> None:
        self._do(self.tr("Tidied {0}"), before, chosen, after)

    def _do(
        self,
        label: str,
        before: Drawing,
        chosen: Collection[NodeId] | None,
        after: Drawing,
    ) -> None:
        settled = dots.settle(before, after)
        if settled == before:
            self._workspace.said.emit(self.tr("Nothing had to move"))
            return
        what = self.tr("the drawing") if chosen is None else named(before, chosen)
        words = label.format(what)
        pinned = before.pins & (before.graph.nodes.keys() if chosen is None else set(chosen))
        if pinned:
            words = self.tr("{0}, {1} pinned stayed").format(words, len(pinned))
        self._slide.lead(self._workspace.keep(before, settled))
        self._workspace.do(words, settled)


class _Worker(QThread):
    """One tidying."""

    def __init__(
        self,
        base: Drawing,
        only: frozenset[NodeId] | None,
        sizes: Mapping[NodeId, Size],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tidy_thread")
        self.setStackSize(16 << 20)  # bytes
        self.base, self.only, self._sizes = base, only, sizes
        self.made: Drawing | None = None  # None: it was cancelled
        self.share = 0.0
        self._breathed = 0.0

    def run(self) -> None:
        """The thread."""
        made = tidy(self.base, self.only, self._sizes, self._asked, self._told)
        self.made = None if self.isInterruptionRequested() else made

    def _asked(self) -> bool:
        if time.perf_counter() - self._breathed > STRETCH:
            time.sleep(BREATH)
            self._breathed = time.perf_counter()
        return self.isInterruptionRequested()

    def _told(self, share: float) -> None:
        self.share = share
