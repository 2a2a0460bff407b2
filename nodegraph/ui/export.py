"""Taking away what was made: the module, the training script, a run's weights, and pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from nodegraph.document import Drawing, edits
from nodegraph.document.whole import write_out
from nodegraph.say import reason
from nodegraph.ui.canvas.picture import render
from nodegraph.ui.files import Files
from nodegraph.ui.theme import Theme
from nodegraph.ui.training.runner import Runner
from nodegraph.ui.workspace import Workspace


class Export(QObject):
    """Each way out asks for a place and says in a sentence what lies there now."""

    def __init__(self, workspace: Workspace, runner: Runner, files: Files, theme: Theme) -> None:
        super().__init__(files)
        self.workspace, self.runner, self.files = workspace, runner, files
        self.theme = theme  # of the pictures

    @property
    def has_weights(self) -> bool:
        """Whether there is a run whose weights can be taken."""
        weights = self._weights()
        return weights is not None and weights.is_file()

    def module(self) -> None:
        """The network as a Python module."""
        source = self.workspace.source
        if source is not None:
            self._ask(f"{source.name.lower()}.py", source.text.encode())

    def script(self) -> None:
        """A script that trains the network as the run here does."""
        from nodegraph.codegen.script import script

        source = self.workspace.source
        if source is not None:
            drawing = self.workspace.drawing
            text = script(source, drawing.graph, self.workspace.report, drawing.recipe)
            self._ask(f"train_{source.name.lower()}.py", text.encode())

    def weights(self) -> None:
        """The weights of the last run, as a state_dict that torch.load reads."""
        weights = self._weights()
        if weights is not None:
            self._ask(f"{self.workspace.drawing.name.lower()}.pt", weights.read_bytes())

    def picture(self) -> None:
        """A picture of the whole drawing, as the canvas shows it; .svg or .png by the ending."""
        self._picture(self.workspace.document.settled)

    def selection(self) -> None:
        """The same of the selected nodes and the wires among them."""
        settled, chosen = self.workspace.document.settled, self.workspace.selection
        if chosen:
            self._picture(edits.delete(settled, settled.graph.nodes.keys() - chosen))
        else:
            self.workspace.said.emit(self.tr("Nothing is selected"))

    def write(self, path: Path, content: bytes) -> None:
        """Writes a file and says so, or why not; never over a drawing."""
        try:
            write_out(path, content)
        except OSError as error:
            words = self.tr("{0} can't be written: {1}")
            self.files.tell(words.format(path, reason(error)))
        else:
            self.workspace.said.emit(self.tr("Exported {0}").format(path.name))

    def _weights(self) -> Path | None:
        run = self.runner.run
        folder = run.folder if run is not None else None
        return folder.path / "weights.pt" if folder is not None else None

    def _picture(self, drawing: Drawing) -> None:
        path = self._place(f"{self.files.title}.png", self.tr("Pictures (*.png *.svg)"))
        if path is None:
            return
        kind = path.suffix.lower().removeprefix(".") or "png"
        if kind not in ("png", "svg"):
            self.files.tell(self.tr("{0}: a picture ends with .png or .svg.").format(path.name))
            return
        content = render(drawing, self.workspace.report, kind, self.theme)
        self.write(path.with_suffix(f".{kind}"), content)

    def _ask(self, name: str, content: bytes) -> None:
        path = self._place(name)
        if path is not None:
            self.write(path, content)

    def _place(self, name: str, kinds: str = "") -> Path | None:
        folder = self.workspace.path.parent if self.workspace.path else Path.home()
        chosen, _ = QFileDialog.getSaveFileName(
            self.files.window, self.tr("Export"), str(folder / name), kinds
        )
        return Path(chosen) if chosen else None
