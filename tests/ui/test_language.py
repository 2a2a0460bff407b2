"""Every visible text is translated, and the language changes at once without losing work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTabBar,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nodegraph.document import FileError, Point, edits, load
from nodegraph.layers import LAYERS, all_layers
from nodegraph.recipe import DATASETS, LOSSES, OPTIMIZERS, SCHEDULES, Recipe
from nodegraph.resources import examples
from nodegraph.say import inside, say, together
from nodegraph.setting import Setting, settings_of
from nodegraph.training.events import EpochEnded, Progress, Started
from nodegraph.ui.about import facts
from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.commands.keys import native
from nodegraph.ui.language import LANGUAGE, PARTED, help_of, spoken, translated
from nodegraph.ui.panels.outline_model import Tree
from nodegraph.ui.rewording import Again
from nodegraph.ui.settings import Settings
from nodegraph.ui.training.runner import Options, State
from nodegraph.ui.window import MainWindow
from tests import translations
from tests.networks import r1b
from tests.ui.conftest import Answers, drawn

CHINESE = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]+")
PATH = re.compile(r"[~/][\w./~-]+/[\w./~-]+")
COLUMNS = 3  # at most, in a list or a tree
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
# Names that stay as they are in every language.
NAMES = """
    nodegraph English Digits Moons Spirals Rings Diabetes balanced auto cpu cuda mps input values
    classes one hot none same zeros reflect replicate circular mean sum Up Down Left Right Home
    Del PgUp PgDown Backspace Menu Return Space tanh relu gelu float int kB MB GB TB ms
    in_features in_channels num_features normalized_shape input_size embed_dim d_model num_channels
"""


@pytest.fixture
def chinese(qapp: QApplication) -> None:
    """Everything is said in Chinese."""
    LANGUAGE.speak("zh_CN")


# What the source holds


def test_every_text_is_a_literal_that_can_be_found() -> None:
    assert not translations.found().mistakes


def test_every_text_has_a_finished_translation() -> None:
    assert not translations.missing(translations.read()), "python -m tests.translations lists them"


def test_a_translation_has_the_placeholders_and_the_mnemonic_of_its_text() -> None:
    assert not translations.unlike(translations.read())


def test_the_compiled_file_says_what_the_translations_say(qapp: QApplication) -> None:
    compiled = QTranslator()
    assert compiled.load(str(translations.ts_file().with_suffix(".qm")))
    stale = [
        text
        for text, said in translations.read().items()
        if compiled.translate(text.context, text.source) != said
    ]
    assert not stale, "python -m tests.translations --write compiles it"


def test_no_translation_is_kept_of_a_text_that_is_gone() -> None:
    gone = translations.read().keys() - translations.found().texts.keys()
    assert not gone, "python -m tests.translations --write drops them"


def test_every_template_takes_its_arguments_in_both_languages() -> None:
    for text, said in translations.read().items():
        numbered = [int(name.partition(":")[0]) for name in translations.placeholders(text.source)]
        arguments = [7] * (max(numbered, default=-1) + 1)
        assert said.format(*arguments)


# Sentences made below the window


def test_a_sentence_is_said_in_the_chosen_language(chinese: None) -> None:
    assert (
        translated(say("needs {0}, got {1}", say("a whole number"), "x")) == "需要一个整数，得到 x"
    )
    assert translated(Setting("int", 1, low=1).needs()) == "一个整数，不小于 1"
    assert translated(together(["a", "b"])) == "a 和 b"
    assert translated(inside(say("Use {0}", "ReLU"))) == "使用 ReLU"
    assert help_of(LAYERS["ReLU"]) == "让正值通过，把负值变为零。"


def test_names_among_the_arguments_stay_names(chinese: None) -> None:
    assert translated(say("Remove {0}", "Linear")) == "移除 Linear"


def test_an_error_is_told_in_the_chosen_language(chinese: None) -> None:
    error = FileError(say("needs one line of text"), "net.nodegraph", 3, "name")
    assert translated(str(error)) == "net.nodegraph，第 3 行，name：需要一行文字"


def test_in_english_a_sentence_is_what_it_was(qapp: QApplication) -> None:
    said = inside(say("Use {0}", "ReLU"))
    assert translated(said) == "use ReLU"
    assert translated("") == ""


def test_the_system_decides_unless_somebody_chose() -> None:
    assert spoken("system") in ("en", "zh_CN")
    assert spoken("zh_CN") == "zh_CN"


# The window


def shown_texts(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Every text that the window's widgets and actions show or tell, with who does."""
    for action in window.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip()):
            yield action.objectName(), text
    for widget in (window, *window.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}"
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        texts += [widget.windowTitle(), widget.statusTip()]
        match widget:
            case QLabel() | QAbstractButton():
                texts.append(re.sub(r"<[^>]*>|&nbsp;", " ", widget.text()))
            case QLineEdit():
                texts.append(widget.placeholderText())
            case QMenu():
                texts.append(widget.title())
            case QTabBar():
                texts += [widget.tabText(at) for at in range(widget.count())]
            case QTableWidget():
                heads = (widget.horizontalHeaderItem(at) for at in range(widget.columnCount()))
                texts += [head.text() for head in heads if head is not None]
            case QComboBox():
                texts += [widget.itemText(at) for at in range(widget.count())]
            case QAbstractItemView() if widget.model() is not None:
                texts += listed(widget.model(), QModelIndex())
        for text in texts:
            yield name, text


def listed(model: QAbstractItemModel, under: QModelIndex) -> Iterator[str]:
    """Every text that a list or a tree shows or tells."""
    for row, column in product(range(model.rowCount(under)), range(COLUMNS)):
        index = model.index(row, column, under)
        told = [model.data(index, role) for role in ROLES] if index.isValid() else []
        yield from (text for text in told if isinstance(text, str))
        if not column and isinstance(model, Tree):
            yield from listed(model, index)


def known_names(window: MainWindow) -> set[str]:
    """The words that are no English leftover: torch's, the drawing's, and what Chinese uses."""
    parts = (*LOSSES.values(), *OPTIMIZERS.values(), *SCHEDULES.values())
    texts = [NAMES, *DATASETS, *(data.title for data in DATASETS.values())]
    for kind in (*all_layers(), *parts, Recipe):
        texts += [kind.__name__, *(setting.name for setting in settings_of(kind))]
        texts += [choice for setting in settings_of(kind) for choice in setting.choices]
        for ports in (getattr(kind, "inputs", ()), getattr(kind, "outputs", ())):
            texts += ports if isinstance(ports, tuple) else ()
    for path in examples():
        texts.append(path.stem)
    for node in window.workspace.drawing.graph.nodes.values():
        texts += [node.id, node.title]
    texts += [window.workspace.drawing.name, str(Path.home()), *translations.read().values()]
    texts += [command.key for command in COMMANDS]
    texts += [*facts(), *facts().values()]
    parted = [text.replace("_", " ") for text in texts]
    return {word for text in (*texts, *parted) for word in WORD.findall(text)}


def leftovers(window: MainWindow) -> str:
    """The texts of a window with English words in them, one a line."""
    known = known_names(window)
    return "\n".join(
        f"{who}: {text}"
        for who, text in dict.fromkeys(shown_texts(window))
        if set(WORD.findall(PATH.sub("", text))) - known
    )


def broken(window: MainWindow) -> None:
    """A drawing with problems of several kinds, and a selected node."""
    drawing = drawn(r1b(), "Mlp")
    drawing, _ = edits.add(drawing, LAYERS["Conv2d"](), Point(0, 200))
    drawing, _ = edits.add(drawing, LAYERS["Add"](), Point(200, 200))
    window.workspace.open(drawing)
    window.files.opened.emit()
    window.workspace.select({"fc1"})


@pytest.fixture
def in_chinese(settings: Settings, request: pytest.FixtureRequest) -> MainWindow:
    """The whole window, started in Chinese."""
    settings.set("language", "zh_CN")
    window = request.getfixturevalue("window")
    assert isinstance(window, MainWindow)
    return window


def test_no_english_is_left_on_the_start_page(in_chinese: MainWindow, qtbot: QtBot) -> None:
    in_chinese.load_rest()
    assert leftovers(in_chinese) == ""
    assert any(CHINESE.search(text) for _, text in shown_texts(in_chinese))


@pytest.mark.parametrize("chosen", [(), ("fc1",), ("fc1", "fc2")], ids=["none", "one", "two"])
def test_no_english_is_left_around_a_drawing(
    in_chinese: MainWindow, qtbot: QtBot, chosen: tuple[str, ...]
) -> None:
    broken(in_chinese)
    in_chinese.workspace.select(chosen)
    for at in range(in_chinese.editor.tabs.count()):
        in_chinese.editor.tabs.setCurrentIndex(at)
    in_chinese.actions_by_name["view.lens.memory"].trigger()
    qtbot.waitUntil(lambda: in_chinese.canvas.lens.legend is not None)
    assert leftovers(in_chinese) == ""


@pytest.mark.parametrize(
    "asked",
    ["help.palette", "help.keys", "help.about", "edit.find", "edit.add", "settings.keys"],
)
def test_no_english_is_left_in_what_a_command_opens(
    in_chinese: MainWindow, qtbot: QtBot, asked: str
) -> None:
    broken(in_chinese)
    in_chinese.actions_by_name[asked].trigger()
    assert leftovers(in_chinese) == ""
    for dialog in in_chinese.findChildren(QDialog):
        dialog.reject()


def test_what_is_wrong_with_a_file_is_told_in_chinese(
    in_chinese: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    damaged = tmp_path / "net.nodegraph"
    damaged.write_text('{"nodegraph": 1, "name": "", "nodes": []}', encoding="utf-8")
    answers.press(QMessageBox.StandardButton.Ok)
    assert not in_chinese.opening.open_file(damaged)
    assert answers.asked == [f"{damaged}，第 1 行，name：需要一行文字"]


def test_switching_says_everything_anew(window: MainWindow, qtbot: QtBot) -> None:
    broken(window)
    window.load_rest()
    window.inspector.say_again(None)  # forms out of sight are not made in another language
    before = dict.fromkeys(shown_texts(window))
    window.actions_by_name["view.language.zh_CN"].trigger()
    assert leftovers(window) == ""
    window.actions_by_name["view.language.en"].trigger()
    assert not [text for text in shown_texts(window) if CHINESE.search(text[1].replace("中文", ""))]
    assert dict.fromkeys(shown_texts(window)).keys() == before.keys()


def test_keys_are_written_in_the_language_of_now(window: MainWindow) -> None:
    written = native("Right")
    window.actions_by_name["view.language.zh_CN"].trigger()
    assert CHINESE.search(native("Right"))
    window.actions_by_name["view.language.en"].trigger()
    assert native("Right") == written


def test_switching_keeps_document_undo_selection_and_camera(
    window: MainWindow, qtbot: QtBot
) -> None:
    broken(window)
    window.canvas.zoom_in()
    page, document, camera = window.page, window.workspace.document, window.canvas.zoom
    drawing = window.workspace.drawing
    window.workspace.do(*_renamed(window))
    assert document.undo_label == "Renamed fc1 to first"
    window.actions_by_name["view.language.zh_CN"].trigger()
    assert (window.page, window.workspace.document, window.canvas.zoom) == (page, document, camera)
    assert window.workspace.selection == {"fc1"}
    assert document.undo_label == "把 fc1 重命名为 first"
    assert window.actions_by_name["edit.undo"].text() == "撤销: 把 fc1 重命名为 first"
    assert document.dirty
    window.page.undo()
    assert window.workspace.drawing is drawing


def _renamed(window: MainWindow) -> tuple[str, object]:
    from nodegraph.ui import steps

    return steps.rename(window.workspace.document.settled, "fc1", "first")


def test_a_run_goes_on_and_its_curves_stay(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    plots = window.curves.make()
    started = Started("run", "cpu", 64, 16, 4, 100, 3)
    ended = EpochEnded(1, 0.5, 0.8, 0.6, 0.7, 1.0)
    window.show_editor()
    window.runner.told.emit((started, Progress(4, (1.0, 0.9, 0.8, 0.7), 0.1), ended))
    window.curves._draw()
    assert plots.loss.title.name == "Loss"
    window.windows.set_language("zh_CN")
    assert plots.loss.title.name == "损失"
    assert plots.loss.title.text.startswith("训练 ")
    assert len(plots.loss.losses) == 4
    assert plots.loss.epochs == [ended]
    assert window.curves.plots is plots


def test_a_training_run_goes_on_through_a_switch(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    drawing = drawn(r1b(), "Mlp")
    recipe = replace(drawing.recipe, data="digits28", device="cpu", epochs=1000)
    window.workspace.open(replace(drawing, recipe=recipe))
    window.files.opened.emit()
    window.runner.options = Options(runs=tmp_path / "runs")
    qtbot.keyClick(window, Qt.Key.Key_F5)
    losses = window.curves.make().loss
    qtbot.waitUntil(lambda: len(losses.epochs) > 1, timeout=60_000)
    run, done = window.runner.run, len(losses.epochs)
    window.actions_by_name["view.language.zh_CN"].trigger()
    assert window.runner.state is State.RUNNING
    assert window.runner.run is run
    assert losses.epochs[:done]
    qtbot.waitUntil(lambda: len(losses.epochs) > done + 1, timeout=60_000)
    label = window.run_bar.label  # its words come anew once a second
    qtbot.waitUntil(lambda: "轮" in label.toolTip() + label.text(), timeout=10_000)
    window.runner.close()


def test_a_paused_run_says_in_both_languages_where_it_is(window: MainWindow) -> None:
    bar = window.run_bar
    bar._say(PARTED.join(("paused", "epoch 5 of 6", "69 %")))
    window.windows.set_language("zh_CN")
    assert bar._words == "已暂停 · 第 5 / 6 轮 · 69 %"
    window.windows.set_language("en")
    assert bar._words == "paused · epoch 5 of 6 · 69 %"


def test_the_card_of_a_problem_is_said_anew(window: MainWindow) -> None:
    window.workspace.open(load(next(path for path in examples() if path.stem == "resnet")))
    window.files.opened.emit()
    change = edits.set_setting(window.workspace.drawing, ["skip"], "out_channels", 16)
    window.workspace.do("Narrowed", change)
    card = window.canvas.advice.card
    assert card._title.text().startswith("add: The inputs have different channels")
    window.windows.set_language("zh_CN")
    assert card._title.text() == "add: 各输入的通道不同：bn2 32, skip 16"
    assert not WORD.findall(card._detail.text().replace("B×32×14×14", ""))


def test_the_keys_of_the_search_are_said_anew(window: MainWindow) -> None:
    broken(window)
    window.canvas.adding.at(window.canvas.viewport().rect().center())
    hint = window.canvas.adding.popup.hint
    assert "Shift+Enter wires it behind fc1" in hint.text()
    window.windows.set_language("zh_CN")
    assert "places" not in hint.text()
    assert "wires" not in hint.text()


def test_words_on_nodes_change_with_their_widths_and_wires(window: MainWindow) -> None:
    broken(window)
    window.workspace.select({"fc1"})
    [weights] = [item for item in window.canvas.graph_scene.nodes.values() if item.id == "fc1"]
    shown = weights._count
    window.windows.set_language("zh_CN")
    assert shown is not None
    assert weights._count is not None
    assert "个参数" in weights._count[0].text()
    for item in window.canvas.graph_scene.nodes.values():
        assert item.body.width() == item.measures.body.width()


def test_the_choice_is_remembered_and_marked(window: MainWindow, settings: Settings) -> None:
    window.windows.set_language("zh_CN")
    assert settings.get("language") == "zh_CN"
    assert window.actions_by_name["view.language.zh_CN"].isChecked()
    assert not window.actions_by_name["view.language.en"].isChecked()


# Saying again


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Undo", "撤销"),
        ("Deleted a and reconnected", "删除了 a 并重连"),
        ("Set kernel_size of 3 nodes to 5", "把 3 个节点的 kernel_size 设为 5"),
        ("Deleted 3 nodes", "删除了 3 个节点"),
        ("stem: nobody said this", "stem: nobody said this"),
        ("Training views (F9)", "训练视图 (F9)"),
    ],
)
def test_a_text_is_said_again_with_its_arguments(
    qapp: QApplication, english: str, said: str
) -> None:
    assert Again("en", "zh_CN")(english) == said
