"""Finding nodes by words: what is not meant is dimmed while one types.

The camera moves only when the next node is asked for, and one comes back from there as from any
view. The end leaves everything as bright as it was, and what was gone to selected.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt

from nodegraph.analysis.find import Found, find
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.looking.find_bar import FindBar
from nodegraph.ui.canvas.surface import Surface
from nodegraph.ui.language import translated
from nodegraph.ui.naming import named


class Finding(QObject):
    """What is looked for on a canvas; its bar is made when it is first asked for."""

    def __init__(self, canvas: Surface) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._bar: FindBar | None = None
        self._found = Found()
        self._at: NodeId | None = None  # the node gone to last
        canvas.workspace.checked.connect(self._search)
        canvas.workspace.opened.connect(self.close)

    @property
    def bar(self) -> FindBar:
        """The bar, open or not."""
        if self._bar is None:
            self._bar = FindBar(self._canvas)
            self._canvas.covers.append(self._bar)
            self._bar.edited.connect(self._begin)
            self._bar.wanted.connect(self._step)
            self._bar.all_wanted.connect(self.select_all)
            self._bar.closed.connect(self.close)
            self._canvas.installEventFilter(self)
        return self._bar

    @property
    def is_open(self) -> bool:
        """Whether something is looked for now."""
        return self._bar is not None and not self._bar.isHidden()

    def open(self) -> None:
        """Opens the bar with what was looked for before, to be typed over."""
        self.bar.show()
        self.bar.raise_()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()
        self._begin()

    def next(self) -> None:
        """Selects and shows the next node of what was found."""
        self._go(1)

    def previous(self) -> None:
        """The same, back to the one before."""
        self._go(-1)

    def select_all(self) -> None:
        """Selects all of what is found, and ends it; asks what to find where that is not told."""
        if not self.is_open:
            self.open()
        if self._looks and (found := self._found.nodes):
            workspace = self._canvas.workspace
            workspace.select(found)
            self.close()
            workspace.said.emit(self.tr("Selected {0}").format(named(workspace.drawing, found)))

    def close(self) -> None:
        """Ends it: nothing is dimmed any more."""
        if not self.is_open:
            return
        self.bar.hide()
        self._found, self._at = Found(), None
        self._canvas.graph_scene.show_found(None)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, way: int) -> None:
        if self.is_open:
            self._step(way)
        elif self._bar is not None and self._bar.field.text():
            self.open()
            self._step(way)
        else:
            self.open()

    def _begin(self) -> None:
        self._at = None
        self._search()

    def _search(self) -> None:
        if not self.is_open:
            return
        workspace, query = self._canvas.workspace, self.bar.field.text()
        self._found = find(query, workspace.drawing.graph, workspace.report)
        looks = self._looks and not self._found.wrong
        self._canvas.graph_scene.show_found(frozenset(self._found.nodes) if looks else None)
        self._tell()

    @property
    def _looks(self) -> bool:
        """Whether anything is typed to look for."""
        return bool(self.bar.field.text().strip())

    def _step(self, way: int) -> None:
        nodes = self._found.nodes
        if not nodes or not self._looks:
            return
        if self._at in nodes:
            at = (nodes.index(self._at) + way) % len(nodes)
        else:
            at = 0 if way > 0 else -1
            self._canvas.visited.leave()
        self._at = nodes[at]
        self._canvas.show_node(self._at)
        self._tell()

    def _tell(self) -> None:
        nodes, bar = self._found.nodes, self.bar
        if self._found.wrong:
            bar.tell(translated(self._found.wrong), wrong=True)
        elif not self._looks:
            bar.tell("")
        elif not nodes:
            bar.tell(self.tr("Nothing is found"))
        elif self._at in nodes:
            bar.tell(self.tr("{0} of {1}").format(nodes.index(self._at) + 1, len(nodes)))
        else:
            bar.tell(self.tr("{0} found").format(len(nodes)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.is_open:
            self.bar.stand()
        return False
