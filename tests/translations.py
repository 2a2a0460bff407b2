"""Every text that a person reads, found in the source; and the translations of them.

    python -m tests.translations              lists what is missing or wrong
    python -m tests.translations --write      brings the .ts up to date and compiles the .qm
    python -m tests.translations --fill FILE  the same, with more translations: JSON, from text or
                                              "[Context] text" to text

Texts of the window stand as literals in `self.tr("...")` or in a function that calls
`QCoreApplication.translate`; sentences made below it in `say("...")`. What is declared as data
(commands, layers, settings, data sets) is read from the declarations.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import PySide6

from nodegraph.analysis.done import PAST
from nodegraph.graph.start import INITS
from nodegraph.layers import Unknown, all_layers
from nodegraph.recipe import DATASETS, LOSSES, OPTIMIZERS, SCHEDULES, Recipe
from nodegraph.resources import resource
from nodegraph.setting import help_of, settings_of
from nodegraph.ui import toolbar
from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.language import CONTEXT

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "nodegraph"
LANGUAGE = "zh_CN"
SAY = "nodegraph/say.py"
# Whose method `tr` is, where it is not the class's own.
OWNERS = {"canvas": "Canvas", "_canvas": "Canvas", "window": "MainWindow", "_window": "MainWindow"}
# Hand a text on that is declared elsewhere.
PASS_ON = {
    ("nodegraph/ui/language.py", "translated"),
    ("nodegraph/analysis/done.py", "done"),
    ("nodegraph/ui/commands/command.py", "words"),
    ("nodegraph/ui/commands/command.py", "plain"),
    ("nodegraph/ui/rewording.py", "_of_qt"),
    ("nodegraph/ui/toolbar.py", "_button"),
}


class Text(NamedTuple):
    """What is looked up, and under which context."""

    context: str
    source: str


class Found(NamedTuple):
    """What the source holds: the texts with where they stand, and calls that hide theirs."""

    texts: Mapping[Text, str]
    mistakes: tuple[str, ...]


@cache
def found() -> Found:
    """Everything in the source that is to be translated."""
    texts: dict[Text, str] = {}
    mistakes: list[str] = []
    for path in sorted(SOURCE.rglob("*.py")):
        reader = _Reader(path)
        reader.visit(reader.tree)
        for text, where in reader.texts:
            texts.setdefault(text, where)
        mistakes += reader.mistakes
    for text in declared():
        texts.setdefault(text, "declared")
    return Found(texts, tuple(mistakes))


def declared() -> Iterator[Text]:
    """The texts that stand in declarations and not in calls."""
    for command in COMMANDS:
        bar, *inner = command.menu.split("/")
        for words in (command.text, command.family, bar, f"&{bar}", *inner):
            if words:
                yield Text("Commands", words)
    for group in toolbar.GROUPS:
        for _name, text, _icon in group:
            yield Text("Toolbar", text)
    kinds = [kind for kind in all_layers() if kind is not Unknown]
    parts = [*LOSSES.values(), *OPTIMIZERS.values(), *SCHEDULES.values()]
    sentences = [kind.group for kind in kinds]
    sentences += map(help_of, (*kinds, *parts))
    for owner in (*kinds, *parts, Recipe):
        sentences += [setting.help for setting in settings_of(owner)]
    sentences += [setting.help for settings in INITS.values() for setting in settings]
    sentences += [setting.name for setting in settings_of(Recipe)]
    sentences += ["loss", "optimizer", "schedule"]  # the parts of a recipe, as its form names them
    sentences += [dataset.about for dataset in DATASETS.values()]
    sentences += PAST.values()
    yield from (Text(CONTEXT, sentence) for sentence in sentences if sentence)


class _Reader(ast.NodeVisitor):
    """Reads the calls of one module."""

    def __init__(self, path: Path) -> None:
        self._name = path.relative_to(ROOT).as_posix()
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self._classes: list[str] = []
        self._functions: list[str] = []
        self._own = dict(_words_of(self.tree))
        self.texts: list[tuple[Text, str]] = []
        self.mistakes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr == "tr" and node.args:
            self._take(node, self._owner(called.value), node.args[0])
        elif (
            isinstance(called, ast.Attribute) and called.attr == "translate" and len(node.args) > 1
        ):
            self._take(node, _literal(node.args[0]), node.args[1])
        elif isinstance(called, ast.Name) and node.args:
            if called.id == "say" or (self._name, called.id) == (SAY, "_joined"):
                self._take(node, CONTEXT, node.args[0])
            elif called.id in self._own:
                self._take(node, self._own[called.id], node.args[0])

    def _owner(self, value: ast.expr) -> str:
        name = value.id if isinstance(value, ast.Name) else getattr(value, "attr", "")
        if name == "self":
            return self._classes[-1] if self._classes else ""
        return OWNERS.get(name, "")

    def _take(self, node: ast.Call, context: str, text: ast.expr) -> None:
        where = f"{self._name}:{node.lineno}"
        passes_on = bool(self._functions) and (
            self._functions[-1] in self._own or (self._name, self._functions[-1]) in PASS_ON
        )
        if isinstance(text, ast.IfExp):
            self._take(node, context, text.body)
            self._take(node, context, text.orelse)
        elif words := _literal(text):
            if not context:
                self.mistakes.append(f"{where}: whose words are these? Use self.tr or _words")
            else:
                self.texts.append((Text(context, words), where))
        elif not passes_on and self._name != SAY:
            self.mistakes.append(
                f"{where}: not a literal, so it can't be found: {ast.unparse(node)}"
            )


def _words_of(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The functions of a module that only look a text up, with their contexts."""
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and isinstance(function.body[-1], ast.Return):
            call = function.body[-1].value
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "translate":
                context = _literal(call.args[0])
                if context and isinstance(call.args[1], ast.Name):
                    yield function.name, context


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


# The files


def ts_file() -> Path:
    """Where the translations are written."""
    return resource(f"translations/nodegraph_{LANGUAGE}.ts")


def read() -> dict[Text, str]:
    """The finished translations."""
    if not ts_file().is_file():
        return {}
    return {
        Text(context.findtext("name", ""), message.findtext("source", "")): said
        for context in ET.parse(ts_file()).getroot().iter("context")
        for message in context.iter("message")
        if (said := message.findtext("translation", ""))
        and message.find("translation").get("type") is None  # type: ignore[union-attr]
    }


def write(known: Mapping[Text, str]) -> None:
    """Writes the .ts, with what has no translation marked, and compiles it."""
    elsewhere = {text.source: said for text, said in known.items()}  # for what has moved
    root = ET.Element("TS", version="2.1", language=LANGUAGE, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text in sorted(found().texts):
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(text, elsewhere.get(text.source, ""))
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "  ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ts_file().write_text(head + ET.tostring(root, "unicode") + "\n", encoding="utf-8")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    tool = Path(PySide6.__file__).parent / name
    compiled = ts_file().with_suffix(".qm")
    subprocess.run([tool, "-silent", ts_file(), "-qm", compiled], check=True)


def missing(known: Mapping[Text, str]) -> list[str]:
    """The texts without a finished translation, with where they stand."""
    texts = found().texts
    return [f"{texts[t]}: [{t.context}] {t.source!r}" for t in sorted(texts) if t not in known]


def unlike(known: Mapping[Text, str]) -> list[str]:
    """The translations that have other placeholders than their text, or other mnemonics."""
    return [
        f"[{text.context}] {text.source!r} → {said!r}"
        for text, said in known.items()
        if placeholders(text.source) != placeholders(said)
        or ("&" in text.source and "&" not in said)
    ]


def placeholders(text: str) -> set[str]:
    """What is filled in, with how it is spelled: {"0", "1:,"}."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return {"?"}
    return {f"{name}:{spec}" for _, name, spec, _ in parts if name is not None}


def main(arguments: list[str]) -> int:
    """The command line; 1 while anything is missing or wrong."""
    known = read()
    if arguments[:1] == ["--fill"]:
        more: dict[str, str] = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
        for text in found().texts:
            said = more.get(f"[{text.context}] {text.source}", more.get(text.source, ""))
            if said and text not in known:
                known[text] = said
    if arguments:
        write(known)
        known = read()
    wrong = [*found().mistakes, *missing(known), *unlike(known)]
    print("\n".join([*wrong, f"{len(found().texts)} texts, {len(wrong)} to do"]))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
