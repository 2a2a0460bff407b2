"""A run seen on the canvas: dots that hop along the wires through which samples flow.

They move when the run tells of steps it has done, and stand still while it is paused. A hop
repaints a few spots of wires: measured on two busy cores it takes 1.2 ms of the window's thread,
so there is one a second and no more.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nodegraph.graph import NodeId, Wire
from nodegraph.ui.canvas.look import OFF
from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.canvas.wires.pulses import Dot, Pulses
from nodegraph.ui.training.runner import Runner, State

if TYPE_CHECKING:
    from nodegraph.training.run import Run

EVERY = 1.0  # seconds between two hops
HOPS = 2  # along one wire
APART = 3  # layers between two dots that follow each other
MOST = 4  # dots in view: with those they leave no more spots than a repaint takes one by one


class Pulse(QObject):
    """The dots of one canvas; none while nothing trains, or nothing may move."""

    def __init__(self, runner: Runner, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("pulse")
        self.hops = 0  # since the run began
        self._runner, self._canvas = runner, canvas
        self._item: Pulses | None = None
        self._at = 0.0  # when the last hop was
        self._run: Run | None = None
        self._depths: dict[NodeId, int] = {}  # of the nodes that run: layers before it
        runner.told.connect(self._beat)
        runner.state_changed.connect(self._follow)

    @property
    def dots(self) -> tuple[Dot, ...]:
        """Those to be seen now."""
        return tuple(self._item.dots) if self._item is not None else ()

    def _beat(self) -> None:
        """The run goes on."""
        now = time.monotonic()
        if self._runner.state is State.RUNNING and now - self._at >= EVERY:
            self._at = now
            self.hops += 1
            self._show()

    def _follow(self, state: State) -> None:
        if state not in (State.RUNNING, State.PAUSED):
            self.hops = 0
            self._hide()

    def _show(self) -> None:
        canvas, scene = self._canvas, self._canvas.graph_scene
        still = canvas.motion.reduced or canvas.gesture is not None or scene.tier == "far"
        if still or not canvas.isVisible() or canvas.window().isMinimized():
            self._hide()
            return
        dots = list(self._on_wires())
        dots = dots[:: ceil(len(dots) / MOST) or 1]
        if self._item is None:
            if not dots:
                return
            self._item = Pulses(canvas.look)
            scene.addItem(self._item)
        self._item.look = canvas.look
        self._item.show_dots(dots, scene.wires.boundingRect())

    def _hide(self) -> None:
        if self._item is not None:
            self._item.show_dots((), self._item.boundingRect())
            self._canvas.graph_scene.removeItem(self._item)
            self._item = None

    def _on_wires(self) -> Iterator[Dot]:
        """Where dots are in view at this hop."""
        wires, seen = self._canvas.graph_scene.wires, self._canvas.visible_area()
        layer, hop = divmod(self.hops, HOPS)
        for slot in wires.near(seen):
            shape = wires.shapes[slot]
            if slot == wires.hidden or shape.group.startswith(OFF):
                continue
            depth = self._depth(shape.wire)
            if depth is None or (layer - depth) % APART:
                continue
            at = shape.path.pointAtPercent((hop + 1) / (HOPS + 1))
            if seen.contains(at):
                yield Dot(at, shape.group)

    def _depth(self, wire: Wire) -> int | None:
        """The layers before a wire; None where the run has no such wire between such layers."""
        run = self._runner.run
        if run is None:
            return None
        if run is not self._run:
            self._run, self._depths = run, _depths(run)
        drawn, ran = self._canvas.workspace.drawing.graph.nodes, run.graph.nodes
        for port in wire:
            before, now = ran.get(port.node), drawn.get(port.node)
            if before is None or now is None or before.layer != now.layer:
                return None
        if (wire.target.name, wire.source) not in ran[wire.target.node].live:
            return None
        if wire.target.node not in self._depths:
            return None
        return self._depths.get(wire.source.node)


def _depths(run: Run) -> dict[NodeId, int]:
    graph, found = run.graph.active, dict[NodeId, int]()
    for node_id in run.report.order:
        if node_id in graph.nodes and node_id not in run.report.unused:
            sources = (port.node for _, port in graph.nodes[node_id].feeds)
            found[node_id] = 1 + max((found.get(source, 0) for source in sources), default=0)
    return found
