"""What a node says when the pointer rests on it: its problem, a setting's help, or its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtWidgets import QToolTip

from nodegraph.analysis import Problem
from nodegraph.ui.canvas.geometry import BADGE, Chip
from nodegraph.ui.canvas.gestures import can_scrub
from nodegraph.ui.canvas.node_item import NodeItem
from nodegraph.ui.language import translated

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

REACH = 4  # px of the scene around a sign that still count as on it


def show_tip(canvas: Canvas, at: QPoint, on_screen: QPoint) -> None:
    """Shows the tip for a point of the viewport, or takes the last one away."""
    QToolTip.showText(on_screen, tip(canvas, at), canvas.viewport())


def tip(canvas: Canvas, at: QPoint) -> str:
    """The words for a point of the viewport; empty where there is nothing to say."""
    if canvas.gesture is not None or canvas.fields.field is not None:
        return ""
    point = canvas.mapToScene(at)
    if (signed := _signed_at(canvas, point)) is not None and signed.problem is not None:
        return problem_words(signed.problem)
    if found := canvas.hover.chip_at(at):
        return chip_words(*found)
    item = canvas.graph_scene.node_at(point)
    return node_words(canvas, item) if item is not None else ""


def problem_words(problem: Problem) -> str:
    """The reason, what was needed and what came."""
    lines = [translated(problem.message)]
    if problem.needed:
        lines.append(_words("Needed: {0}").format(translated(problem.needed)))
    if problem.came:
        lines.append(_words("Came: {0}").format(translated(problem.came)))
    return "\n".join(lines)


def chip_words(item: NodeItem, chip: Chip) -> str:
    """What a painted setting is called in torch, what it means, and how it is changed."""
    setting = chip.setting
    how = _words("Click to type")
    if setting.kind == "bool":
        how = _words("Click to turn over")
    elif can_scrub(setting, getattr(item.node.layer, setting.name)):
        how = _words("Click to type, drag sideways to change (Shift: finer, Ctrl: coarser)")
    return "\n".join((f"{setting.name}: {chip.value}", translated(setting.help), how))


def node_words(canvas: Canvas, item: NodeItem) -> str:
    """Name and type, weights and multiply-adds, and what is wrong with it."""
    lines = [f"{item.node.title} · {item.node.layer.kind}"]
    cost = canvas.workspace.report.cost.get(item.id)
    if cost is not None:
        lines.append(
            _words("{0} weights · {1} multiply-adds a sample").format(
                f"{cost.weights:,}", f"{cost.multiply_adds:,}"
            )
        )
    if item.problem is not None:
        lines.append(problem_words(item.problem))
    return "\n".join(lines)


def _signed_at(canvas: Canvas, point: QPointF) -> NodeItem | None:
    for item in canvas.graph_scene.nodes.values():
        if item.signed:
            away = item.body.topRight() - point
            if max(abs(away.x()), abs(away.y())) <= BADGE + REACH:
                return item
    return None


def _words(text: str) -> str:
    return QCoreApplication.translate("Tips", text)
