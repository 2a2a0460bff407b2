"""The parts of the drawing that is worked on, found at its window.

Commands are paths from the window ("canvas.home"), so each part of the page in front has a name
there; which page that is changes with the tabs.
"""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from nodegraph.ui.canvas.view import Canvas
from nodegraph.ui.clipboard import Clipboard
from nodegraph.ui.editor import Editor
from nodegraph.ui.export import Export
from nodegraph.ui.files import Files
from nodegraph.ui.page import Page
from nodegraph.ui.pages import Pages
from nodegraph.ui.panels.code import Code
from nodegraph.ui.panels.inspector import Inspector
from nodegraph.ui.panels.palette import Palette
from nodegraph.ui.panels.problems import Problems
from nodegraph.ui.training.live import Curves
from nodegraph.ui.training.resuming import Resuming
from nodegraph.ui.training.run_bar import RunBar
from nodegraph.ui.training.run_panel import RunPanel
from nodegraph.ui.training.runner import Runner
from nodegraph.ui.workspace import Workspace


class Front(QMainWindow):
    """A window of pages that answers for the one in front."""

    pages: Pages
    _ended = False

    def may_close(self) -> bool:
        """Whether all drawings here may go; each that is not saved or trains is asked for."""
        return self._ended or all(self._may_close(page) for page in self.pages)

    def end(self) -> None:
        """Closes the window; nobody is asked any more."""
        self._ended = True
        for page in self.pages:
            page.end()
        self.close()

    def _may_close(self, page: Page) -> bool:
        if page.at_risk:
            self.pages.show_page(page)  # one sees what is asked about
        return page.may_close()

    @property
    def page(self) -> Page:
        """The drawing that is worked on, with all that belongs to it."""
        return self.pages.front

    @property
    def workspace(self) -> Workspace:
        """Its drawing, with what is derived from it."""
        return self.page.workspace

    @property
    def files(self) -> Files:
        """Its way to and from files."""
        return self.page.files

    @property
    def runner(self) -> Runner:
        """Its runs."""
        return self.page.runner

    @property
    def run_bar(self) -> RunBar:
        """Train, Pause and Stop."""
        return self.page.run_bar

    @property
    def resuming(self) -> Resuming:
        """Its runs that were stopped, or that ended with their process."""
        return self.page.resuming

    @property
    def export(self) -> Export:
        """Its ways out."""
        return self.page.export

    @property
    def clipboard(self) -> Clipboard:
        """Cut, copy and paste."""
        return self.page.clipboard

    @property
    def editor(self) -> Editor:
        """Canvas and panels."""
        return self.page.editor

    @property
    def canvas(self) -> Canvas:
        """The canvas."""
        return self.page.editor.canvas

    @property
    def palette_panel(self) -> Palette:
        """The layers to choose from."""
        return self.page.editor.palette_panel

    @property
    def inspector(self) -> Inspector:
        """The settings of what is selected."""
        return self.page.editor.inspector

    @property
    def problems(self) -> Problems:
        """What is wrong."""
        return self.page.editor.problems

    @property
    def code(self) -> Code:
        """The network as text."""
        return self.page.editor.code

    @property
    def run_panel(self) -> RunPanel:
        """The recipe."""
        return self.page.editor.views.run_panel

    @property
    def curves(self) -> Curves:
        """The live views."""
        return self.page.editor.views.curves
