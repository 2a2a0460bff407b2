"""One open drawing with everything that belongs to it: editor, run, files, clipboard, journal.

A page knows nothing of the window around it, so it stands in any tab and goes from one window to
another with its history, its selection, its view and its run.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nodegraph.analysis import Probe
from nodegraph.document import Drawing
from nodegraph.document.journal import Journal
from nodegraph.document.state import state_folder
from nodegraph.layers import LAYERS, all_layers
from nodegraph.training.events import Event, Failed, Started
from nodegraph.ui.asking import Button, Icon, answer, message
from nodegraph.ui.clipboard import Clipboard
from nodegraph.ui.editor import Editor
from nodegraph.ui.export import Export
from nodegraph.ui.files import Files
from nodegraph.ui.last_views import LastViews
from nodegraph.ui.on_disk import OnDisk
from nodegraph.ui.progress import Progress
from nodegraph.ui.settings import Settings
from nodegraph.ui.status import Status
from nodegraph.ui.style import called
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.resuming import Resuming
from nodegraph.ui.training.run_bar import RunBar
from nodegraph.ui.training.runner import Runner, State
from nodegraph.ui.workspace import Workspace


class Page(QWidget):
    """A drawing as it is worked on."""

    told = Signal(object)  # itself: title, history, report or run have changed
    failed = Signal(object)  # from the journal's thread: one sentence about the disk

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        called(self, "page", self.tr("Drawing"))
        self.settings = settings
        self._last_views = LastViews(settings)
        self.workspace = Workspace(Drawing(), parent=self)
        self.on_disk = OnDisk(self.workspace, self)
        self.files = Files(self.workspace, self.on_disk, settings, self)
        self.runner = Runner(self)
        self.export = Export(self.workspace, self.runner, self.files, theme)
        self.editor = Editor(self.workspace, self.runner, settings, theme, self)
        self.canvas = self.editor.canvas
        self.canvas.minimap.want(settings.get("minimap") == "shown")
        self.clipboard = Clipboard(self.workspace, self.canvas, self)
        self.run_bar = RunBar(self.workspace, self.runner, self)
        self.resuming = Resuming(self.workspace, self.runner, self)
        self.status = Status(self.workspace, self)
        self.progress = Progress(self.tr("Tidying…"), self.canvas.tidying.cancel, self)
        self.status.addWidget(self.progress)
        self.journal = Journal(state_folder("recovery"), self.failed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.on_disk)
        column.addWidget(self.editor, 1)
        column.addWidget(self.status)
        self._connect()

    @property
    def title(self) -> str:
        """What the drawing is called, with a dot while it is not saved."""
        mark = " •" if self.workspace.document.dirty else ""
        return f"{self.files.title}{mark}"

    @property
    def at_risk(self) -> bool:
        """Whether closing would lose something: it is not saved, or it trains."""
        return self.workspace.document.dirty or self.runner.state is not State.IDLE

    @property
    def untouched(self) -> bool:
        """Whether it is as empty as it began: another drawing may take its place."""
        document = self.workspace.document
        empty = not document.drawing.graph.nodes and len(document.steps) == 1
        return empty and not document.dirty and self.workspace.path is None and not self._ran

    @property
    def _ran(self) -> bool:
        return self.runner.state is not State.IDLE or self.runner.run is not None

    def set_theme(self, theme: Theme) -> None:
        """Every part takes another theme."""
        self.editor.set_theme(theme)
        self.export.theme = theme

    def add_rarer_layers(self) -> None:
        """The palette's rarer layers, which may come once the window answers."""
        more = {kind.__name__: kind for kind in all_layers() if kind.__name__ not in LAYERS}
        self.editor.palette_panel.add_more(more)

    def take_torch(self, probe: Probe, device: str) -> None:
        """What is known once torch is there: types of rarer layers, and the fastest device."""
        self.workspace.set_probe(probe)
        self.canvas.lens.set_automatic(device)

    def begin(self) -> None:
        """The camera stands where the file was left, or so that everything is in view."""
        view, canvas = self._last_views.of(self.workspace.path), self.canvas
        if view is not None:
            canvas.show_view(view)
        if view is None or not canvas.visible_area().intersects(canvas.graph_scene.content()):
            canvas.fit()  # others may have moved all of it meanwhile
        canvas.visited.forget()

    def may_close(self) -> bool:
        """Whether it may go: the person agrees to end its run, and to what is not saved."""
        return self._may_end_run() and self.files.may_leave()

    def end(self) -> None:
        """Ends all that goes on beside the window's thread: to be called before it goes."""
        if self.workspace.path is not None:
            self._last_views.note(self.workspace.path, self.canvas.view)
        self.runner.close()
        self.editor.timing.close()
        self.editor.looking.close()
        self.canvas.tidying.close()
        self.workspace.changed.disconnect(self._note)
        self.on_disk.end()
        self.journal.close()

    # Commands

    def undo(self) -> None:
        """One step back."""
        self.workspace.go_to(self.workspace.document.at - 1)

    def redo(self) -> None:
        """One step forward."""
        self.workspace.go_to(self.workspace.document.at + 1)

    def rename(self) -> None:
        """Edits the name of what is selected: on the canvas, or in the inspector from elsewhere."""
        if not (self.canvas.hasFocus() and self.canvas.rename_selected()):
            self.editor.inspector.focus_name()

    def search_layers(self) -> None:
        """Puts the cursor into the palette's search."""
        search = self.editor.palette_panel.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def next_problem(self) -> None:
        """Selects and shows the node of the next problem, and the list of them."""
        self._show_problem(1)

    def previous_problem(self) -> None:
        """The same, back to the one before."""
        self._show_problem(-1)

    def _show_problem(self, step: int) -> None:
        self.editor.problems.show_next(step)
        self.editor.show_problems()

    def show_outline(self) -> None:
        """Goes to the outline, and from there back to the canvas."""
        self.editor.show_panel(self.editor.outline)

    def show_history(self) -> None:
        """Goes to the history, and from there back to the canvas."""
        self.editor.show_panel(self.editor.history)

    def toggle_views(self) -> None:
        """Shows or hides the training views."""
        self.editor.toggle_views()

    def toggle_minimap(self) -> None:
        """Shows or hides the minimap; remembered."""
        minimap = self.canvas.minimap
        minimap.want(not minimap.wanted)
        self.settings.set("minimap", "shown" if minimap.wanted else "hidden")

    # How it is made

    def _connect(self) -> None:
        self.on_disk.save_wanted.connect(self.files.save)
        self.canvas.moved.connect(lambda: self.status.show_zoom(self.canvas.zoom))
        self.canvas.tidying.began.connect(self.progress.begin)
        self.canvas.tidying.progressed.connect(self.progress.show_share)
        self.canvas.tidying.ended.connect(self.progress.hide)
        self.status.problems.pressed.connect(self.editor.show_problems)
        self.runner.told.connect(self._mark_failure)
        self.workspace.changed.connect(self._note)
        for signal in (self.workspace.saved, self.workspace.checked, self.runner.state_changed):
            signal.connect(self._tell)
        self.failed.connect(self.workspace.said)

    def _tell(self) -> None:
        self.told.emit(self)

    def _note(self) -> None:
        self.journal.note(self.workspace.document, self.workspace.path)

    def _mark_failure(self, told: tuple[Event, ...]) -> None:
        """The node at fault of a run that failed turns red; the next run takes that back."""
        for event in told:
            if isinstance(event, Started):
                self.canvas.set_failed(None)
            elif isinstance(event, Failed):
                self.canvas.set_failed(event.node, event.message)

    def _may_end_run(self) -> bool:
        if self.runner.state is State.IDLE:
            return True
        box = message(
            self,
            "still_training",
            self.tr("{0} is still training.").format(self.files.title),
            self.tr("It is still training"),
            self.tr("Stop the run and close? What was learned so far is kept."),
            Icon.Question,
        )
        stop = self.tr("Stop and close")
        return answer(box, Button.Yes | Button.Cancel, Button.Yes, stop) == Button.Yes
