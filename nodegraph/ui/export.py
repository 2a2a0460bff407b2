"""Taking away what was made: the module, the training script, and a run's weights."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nodegraph.ui.training.runner import Runner
from nodegraph.ui.workspace import Workspace


class Export(QObject):
    """Each way out asks for a place and says in a sentence what lies there now."""

    def __init__(self, workspace: Workspace, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.runner, self.window = workspace, runner, window

    @property
    def has_weights(self) -> bool:
        """Whether there is a run whose weights can be taken."""
        weights = self._weights()
        return weights is not None and weights.is_file()

    def module(self) -> None:
        """The network as a Python module."""
        source = self.workspace.source
        if source is not None:
            self._export(
                self.tr("Export the module"), f"{source.name.lower()}.py", _writer(source.text)
            )

    def script(self) -> None:
        """A script that trains the network as the run here does."""
        from nodegraph.codegen.script import script

        source = self.workspace.source
        if source is not None:
            text = script(source, self.workspace.drawing.recipe)
            self._export(
                self.tr("Export the script"), f"train_{source.name.lower()}.py", _writer(text)
            )

    def weights(self) -> None:
        """The weights of the last run, as a state_dict that torch.load reads."""
        weights = self._weights()
        if weights is not None:
            name = f"{self.workspace.drawing.name.lower()}.pt"
            self._export(
                self.tr("Export the weights"), name, lambda path: shutil.copyfile(weights, path)
            )

    def _weights(self) -> Path | None:
        run = self.runner.run
        folder = run.folder if run is not None else None
        return folder.path / "weights.pt" if folder is not None else None

    def _export(self, title: str, name: str, write: Callable[[Path], object]) -> None:
        folder = self.workspace.path.parent if self.workspace.path else Path.home()
        chosen, _ = QFileDialog.getSaveFileName(self.window, title, str(folder / name))
        if not chosen:
            return
        try:
            write(Path(chosen))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            box = QMessageBox(self.window)
            box.setObjectName("told")
            box.setIcon(QMessageBox.Icon.Warning)
            box.setText(self.tr("{0} can't be written: {1}").format(chosen, reason))
            box.exec()
            box.deleteLater()
        else:
            self.workspace.said.emit(self.tr("Exported {0}").format(Path(chosen).name))


def _writer(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(text, encoding="utf-8")
