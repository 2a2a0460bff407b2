"""How wires are shown: their form, which of them, and the shapes written on them.

None of it changes the drawing. Form and shapes are remembered; wires are all there again at the
next start, so that none seems lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from nodegraph.ui.canvas.wires.forms import FORMS
from nodegraph.ui.settings import Settings

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

SHOWN = ("all", "chosen", "none")
SHAPES = ("hover", "always", "off")


class WireView(QObject):
    """The choices for the wires of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._wires = canvas.graph_scene.wires
        self._settings: Settings | None = None
        self._peeks = False
        self.form = "curved"
        self.shown = "all"
        self.shapes = "hover"
        canvas.workspace.selected.connect(self.refresh)
        canvas.workspace.checked.connect(self._write)
        canvas.graph_scene.drawn.connect(self.refresh)

    def restore(self, settings: Settings) -> None:
        """Takes what was chosen before, and keeps what is chosen from now on."""
        self._settings = settings
        self.form, self.shapes = settings.get("wires.form"), settings.get("wires.shapes")
        self._canvas.graph_scene.show_form(FORMS[self.form])
        self._write()
        self.mark()

    def show_form(self, form: str) -> None:
        """Draws wires "curved" or "square"."""
        self.form = form
        self._canvas.graph_scene.show_form(FORMS[form])
        self._keep("wires.form", form)

    def show_wires(self, shown: str) -> None:
        """Shows all wires, those at the selection and under the pointer, or none."""
        self.shown = shown
        self.refresh()
        self.mark()
        self._canvas.workspace.said.emit(
            {
                "all": self.tr("Wires: all"),
                "chosen": self.tr("Wires: only those of the selection and under the pointer"),
                "none": self.tr("Wires: none; hold the key to see them"),
            }[shown]
        )

    def next_wires(self) -> None:
        """The next of these choices."""
        self.show_wires(_after(SHOWN, self.shown))

    def show_shapes(self, shapes: str) -> None:
        """Writes shapes on wires when the pointer rests there, always, or never."""
        self.shapes = shapes
        self._write()
        self._keep("wires.shapes", shapes)
        self._canvas.workspace.said.emit(
            {
                "hover": self.tr("Shapes on wires: under the pointer"),
                "always": self.tr("Shapes on wires: always"),
                "off": self.tr("Shapes on wires: off"),
            }[shapes]
        )

    def next_shapes(self) -> None:
        """The next of these choices."""
        self.show_shapes(_after(SHAPES, self.shapes))

    def peek(self, peeks: bool) -> None:
        """Shows all wires for as long as somebody looks."""
        self._peeks = peeks
        self.refresh()

    def refresh(self) -> None:
        """Shows the wires of what is selected or pointed at now, if only those are wanted."""
        if self.shown == "all" or self._peeks:
            self._wires.show_only(None)
            return
        nodes = set[str]()
        if self.shown == "chosen":
            nodes |= self._canvas.workspace.selection
            if self._canvas.hover.node is not None:
                nodes.add(self._canvas.hover.node)
        scene = self._canvas.graph_scene
        self._wires.show_only(scene.slots_at(nodes & scene.nodes.keys()))

    def mark(self) -> None:
        """Checks the entries of the menu that tell what is so."""
        for kind, choices, now in (
            ("form", FORMS, self.form),
            ("shown", SHOWN, self.shown),
            ("shapes", SHAPES, self.shapes),
        ):
            for choice in choices:
                name = f"view.wires.{kind}.{choice}"
                action = self._canvas.window().findChild(QAction, name)
                if action is not None:
                    action.setChecked(choice == now)

    def _write(self) -> None:
        always = self.shapes == "always"
        self._wires.tell(self._canvas.workspace.report.types if always else None)

    def _keep(self, name: str, value: str) -> None:
        if self._settings is not None:
            self._settings.set(name, value)
        self.mark()


def _after(choices: Sequence[str], now: str) -> str:
    return choices[(choices.index(now) + 1) % len(choices)]
