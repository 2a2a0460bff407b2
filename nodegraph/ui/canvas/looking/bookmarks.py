"""Views that are kept under the numbers 1 to 9: they are in the file, and no step of undo.

Keeping one changes nothing of the network, so it is in every step of the history at once and no
undo takes it back. The file lacks it, though, so the drawing says that it is not saved.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from nodegraph.document import Drawing
from nodegraph.ui.canvas.surface import Surface


class Bookmarks(QObject):
    """The kept views of a canvas's drawing. A number is "1" to "9"."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._workspace = canvas.workspace

    def keep(self, number: str) -> None:
        """Keeps what is shown now under a number."""
        view, at = self._canvas.view, int(number)

        def kept(drawing: Drawing) -> Drawing:
            before = drawing.bookmarks.get(at)
            if before is not None and before.is_near(view):
                return drawing
            return replace(drawing, bookmarks={**drawing.bookmarks, at: view})

        self._workspace.document.amend(kept)
        self._workspace.said.emit(self.tr("Kept this view as {0}").format(number))

    def jump(self, number: str) -> None:
        """Shows the view kept under a number; one comes back from there as from anywhere."""
        view = self._workspace.drawing.bookmarks.get(int(number))
        if view is None:
            self._workspace.said.emit(self.tr("No view is kept as {0}").format(number))
            return
        self._canvas.visited.leave()
        self._canvas.show_view(view)
