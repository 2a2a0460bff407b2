"""One open drawing with its history: preview while a gesture runs, do at its end, undo, redo.

Keeping the old drawing is undo: no inverse is ever computed, so none can be wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from nodegraph.document.drawing import Drawing

Listener = Callable[[Drawing, Drawing], None]
LIMIT = 1_000  # steps; the oldest is dropped


class Step(NamedTuple):
    """A sentence for the history, and the drawing after it."""

    label: str
    drawing: Drawing


class Document:
    """The one door for changes: everything shown listens here.

    `preview` shows a drawing without a step, as a gesture moves; `do` makes it a step;
    `cancel` goes back to the last step.
    """

    def __init__(self, drawing: Drawing) -> None:
        self._steps = [Step("Opened", drawing)]
        self._at = 0
        self._shown = drawing
        self._saved = drawing
        self._listeners: list[Listener] = []

    @property
    def drawing(self) -> Drawing:
        """What is shown now, a preview among it."""
        return self._shown

    @property
    def settled(self) -> Drawing:
        """The drawing of the last step, without a preview."""
        return self._steps[self._at].drawing

    @property
    def dirty(self) -> bool:
        """Whether the last step differs from what was saved."""
        return self.settled is not self._saved

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._steps[self._at].label if self._at else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring again; None when there is nothing."""
        return self._steps[self._at + 1].label if self._at + 1 < len(self._steps) else None

    def listen(self, told: Listener) -> Callable[[], None]:
        """Calls `told(before, after)` at each change; the answer, called, ends it."""
        self._listeners.append(told)
        return lambda: self._listeners.remove(told)

    def preview(self, drawing: Drawing) -> None:
        """Shows a drawing that is not a step yet."""
        self._show(drawing)

    def do(self, label: str, drawing: Drawing) -> None:
        """One step of undo, called `label`; nothing when it is the drawing of the last step."""
        if drawing is not self.settled:
            del self._steps[self._at + 1 :]
            self._steps.append(Step(label, drawing))
            if len(self._steps) > LIMIT + 1:
                del self._steps[0]
            self._at = len(self._steps) - 1
        self._show(drawing)

    def cancel(self) -> None:
        """Back to the last step, as if the preview had never been."""
        self._show(self.settled)

    def undo(self) -> bool:
        """One step back; False when there is none."""
        return self._go(self._at - 1)

    def redo(self) -> bool:
        """One step forward; False when there is none."""
        return self._go(self._at + 1)

    def saved(self, drawing: Drawing) -> None:
        """Notes what is in the file now."""
        self._saved = drawing
        self._show(self._shown)

    def _go(self, at: int) -> bool:
        if not 0 <= at < len(self._steps):
            return False
        self._at = at
        self._show(self.settled)
        return True

    def _show(self, drawing: Drawing) -> None:
        before, self._shown = self._shown, drawing
        for told in tuple(self._listeners):
            told(before, drawing)
