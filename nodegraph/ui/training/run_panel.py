"""The recipe as a form: what a run does with the network, each change one step of undo.

The fields are made from the recipe's own declarations, so a new loss, optimizer or setting needs
nothing here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nodegraph.data import default_root
from nodegraph.data.sources import SOURCES
from nodegraph.document import Drawing, edits
from nodegraph.recipe import (
    LOSSES,
    OPTIMIZERS,
    SCHEDULES,
    Dataset,
    Part,
    Recipe,
    part,
)
from nodegraph.setting import Setting, SettingError, settings_of
from nodegraph.ui.fields import ChoiceField, Field, field_for
from nodegraph.ui.language import help_of, translated, worded
from nodegraph.ui.style import called
from nodegraph.ui.tab_order import tab_through
from nodegraph.ui.training.columns import Columns
from nodegraph.ui.workspace import Workspace

PARTS: Mapping[str, Mapping[str, type[Part]]] = {
    "loss": LOSSES,
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
}
RUN = ("epochs", "batch_size", "seed", "device")
WORDS, NUMBERS = 120, 76  # px, widths of the fields


class RunPanel(QWidget):
    """Data, the run itself, optimizer, loss and schedule, in as many columns as have room."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called(self, "run_panel", self.tr("Recipe of the run"), "panel")
        self.workspace = workspace
        self.fields: dict[str, Field] = {}  # "epochs", "optimizer", "optimizer.lr"
        self._own = {setting.name: setting for setting in settings_of(Recipe)}
        self._forms: dict[str, QFormLayout] = {}
        self._shown: dict[str, type[Part]] = {}
        self._make()
        workspace.changed.connect(self._on_changed)
        workspace.checked.connect(self.offer_devices)
        self._show(workspace.drawing.recipe)

    def say_again(self, _again: object) -> None:
        """Names the parts of the recipe and tells the facts of the data in another language."""
        for path in (*self._own, *PARTS):
            words = translated(path)
            self.fields[path].widget.setAccessibleName(words.replace("_", " "))
            for label in self.findChildren(QLabel, f"label_{path}"):
                label.setText(words)
                label.setAccessibleName(words)
        self._show(self.workspace.drawing.recipe)

    def _make(self) -> None:
        area = QScrollArea(self)
        called(area, "run_scroll", self.tr("Recipe of the run"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(area.viewport())
        area.setWidget(inside)
        called(inside, "run_form", self.tr("Recipe of the run"), "panel")
        self.columns = Columns(inside, across=16, down=16)
        self.columns.setContentsMargins(16, 8, 16, 8)
        data = self._block("data", self.tr("Data"))
        self._add(data, "data", self._own["data"])
        self._add(data, "target", self._own["target"])
        self.facts = QLabel(inside)
        called(self.facts, "data_facts", self.tr("Facts of the data"), "muted")
        self.facts.setWordWrap(True)
        data.addRow(self.facts)
        run = self._block("run", self.tr("Run"))
        for name in RUN:
            self._add(run, name, self._own[name])
        for name, title in (
            ("optimizer", self.tr("Optimizer")),
            ("loss", self.tr("Loss")),
            ("schedule", self.tr("Schedule")),
        ):
            self._add_part(self._block(name, title), name)
        self.reason = QLabel(self)
        called(self.reason, "recipe_reason", self.tr("Why a value does not fit"), "bad")
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.reason)
        self.offer_devices()

    def _block(self, name: str, title: str) -> QFormLayout:
        block = QWidget(self.columns.parentWidget())
        block.setObjectName(f"block_{name}")
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QLabel(title.upper())
        called(head, f"head_{name}", title, "head")
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        column.addWidget(head)
        column.addLayout(form)
        self.columns.addWidget(block)
        return form

    def _add_part(self, form: QFormLayout, name: str) -> None:
        choices = tuple(PARTS[name])
        self._add(form, name, Setting("choice", choices[0], name=name, choices=choices))
        self._forms[name] = form

    def _add(self, form: QFormLayout, path: str, setting: Setting, row: int = -1) -> None:
        block = form.parentWidget()
        assert block is not None  # its form stands there
        made = field_for(setting, block)
        words = setting.name if "." in path else translated(setting.name)
        called(made.widget, f"recipe_{path}", words.replace("_", " "))
        made.widget.setFixedWidth(WORDS if setting.choices else NUMBERS)
        made.edited.connect(lambda value: self._propose(path, value))
        made.refused.connect(lambda reason: self._refuse(setting.name, reason))
        self.fields[path] = made
        label = QLabel(words, block)
        called(label, f"label_{path}", words, "muted")
        label.setBuddy(made.widget)
        label.setToolTip(translated(setting.help))
        form.insertRow(row if row >= 0 else form.rowCount(), label, made.widget)

    def _propose(self, path: str, value: Any) -> None:
        """One step of undo, or the reason why it can't be."""
        drawing = self.workspace.document.settled
        try:
            recipe = _changed(drawing.recipe, path, value)
        except SettingError as error:
            self.fields[path].refuse_setting(error)
            self._show(drawing.recipe)
            return
        words = value if isinstance(value, str) else worded(value)
        label = self.tr("Set {0} to {1}").format(path.rpartition(".")[2], words)
        self.workspace.do(label, edits.set_recipe(drawing, recipe))

    def _refuse(self, name: str, reason: str) -> None:
        self.reason.setText(f"{name}: {reason}" if reason else "")
        self.reason.setVisible(bool(reason))

    def _on_changed(self, before: Drawing, after: Drawing) -> None:
        if before.recipe is not after.recipe:
            self._refuse("", "")
            self._show(after.recipe)

    def _show(self, recipe: Recipe) -> None:
        for name in self._own:
            self.fields[name].show_value(getattr(recipe, name))
        for name in PARTS:
            self._show_part(name, getattr(recipe, name))
        self.facts.setText(facts(recipe.dataset))

    def _show_part(self, name: str, part: Part) -> None:
        if self._shown.get(name) is not type(part):
            self._replace_settings(name, type(part))
        self.fields[name].show_value(part.name)
        self.fields[name].widget.setToolTip(help_of(type(part)))
        for setting in settings_of(type(part)):
            self.fields[f"{name}.{setting.name}"].show_value(getattr(part, setting.name))

    def _replace_settings(self, name: str, kind: type[Part]) -> None:
        """Gives the part's own settings the rows below its choice."""
        form = self._forms[name]
        for path in [path for path in self.fields if path.startswith(f"{name}.")]:
            form.removeRow(self.fields.pop(path).widget)
        at = _row(form, self.fields[name].widget)
        for row, setting in enumerate(settings_of(kind), at + 1):
            self._add(form, f"{name}.{setting.name}", setting, row)
        self._shown[name] = kind
        own = [self.fields[path] for path in ("data", "target", *RUN)]
        tab_through(field.widget for field in (*own, *self._of_parts()))

    def _of_parts(self) -> Iterator[Field]:
        """Each part's choice and its own settings, as they stand in the form."""
        for name in self._forms:
            yield from (f for path, f in self.fields.items() if path.partition(".")[0] == name)

    def offer_devices(self) -> None:
        """Leaves only the devices that work here; until torch has loaded nobody knows."""
        if "nodegraph.training.device" not in sys.modules:
            return
        from nodegraph.training.device import DeviceError, pick

        def works(name: str) -> bool:
            try:
                return bool(pick(name))
            except DeviceError:
                return False

        device = self.fields["device"]
        assert isinstance(device, ChoiceField)
        chosen = self.workspace.drawing.recipe.device
        for at in reversed(range(device.box.count())):
            name = device.box.itemText(at)
            if not works(name) and name != chosen:
                device.box.removeItem(at)


def _row(form: QFormLayout, widget: QWidget) -> int:
    return next(
        row
        for row in range(form.rowCount())
        if (item := form.itemAt(row, QFormLayout.ItemRole.FieldRole)) and item.widget() is widget
    )


def _changed(recipe: Recipe, path: str, value: Any) -> Recipe:
    """The recipe with one value replaced; a part of another kind starts with its own defaults."""
    name, _, setting = path.partition(".")
    if setting:
        value = replace(getattr(recipe, name), **{setting: value})
    elif name in PARTS:
        value = part(PARTS[name], value, {})
    return replace(recipe, **{name: value})


def facts(dataset: Dataset) -> str:
    """What the data are, how many, and where they lie or come from."""
    shape = "×".join(map(str, dataset.shape))
    classes = _words("values, no classes")
    if dataset.classes:
        classes = _words("{0} classes").format(dataset.classes)
    counts = _words("{0} to train, {1} to test").format(f"{dataset.train:,}", f"{dataset.test:,}")
    return _words("{0}. {1}. {2}, {3}. {4}").format(
        translated(dataset.about), counts, shape, classes, _whereabouts(dataset)
    )


def _whereabouts(dataset: Dataset) -> str:
    if dataset.name not in SOURCES:
        return _words("Needs no download.")
    source = SOURCES[dataset.name]
    folder = default_root() / source.folder
    if all((folder / name).is_file() for name in source.files):
        return _words("Lies in {0}.").format(folder)
    return _words("Is downloaded once, to {0}.").format(folder)


def _words(text: str) -> str:
    return QCoreApplication.translate("RunPanel", text)
