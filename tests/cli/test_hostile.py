"""Names from a file can't become code: what is exported is the same program, whatever they say."""

from __future__ import annotations

import ast
import json
import keyword

import pytest
import torch

import nodegraph as product

NAMES = [
    "__import__('os').system('touch pwned')",
    'x"""; import os; os.abort()  #',
    "x'''; raise SystemExit  #",
    "conv1(x)); exec('1'",
    "{__import__('os')}",
    "%s%n",
    "\\n    import os",
    "lambda: 0",
    "class",
    "None",
    "self",
    "super",
    "torch",
    "nn",
    "F",
    "__class__",
    "__init__",
    "forward",
    "training",
    "_modules",
    "ﬁ",  # Python reads this name as "fi"
    "ｓｅｌｆ",  # and this one as "self"
    "x",
    "print",
    "1",
    " ",
    "#",
    "é",
    "名前",
]


def drawing(*names: str) -> str:
    """A network of three layers; ids, names and the drawing's name are these."""
    first, second, third = names
    told = {
        "nodegraph": 1,
        "name": first if first.strip() else "Net",
        "nodes": [
            {"id": f"{first}0", "layer": "Input", "settings": {"shape": [8]}},
            {
                "id": first,
                "name": second,
                "layer": "Linear",
                "settings": {"out_features": 4},
                "inputs": {"input": [f"{first}0", "output"]},
            },
            {
                "id": f"{second}2",
                "name": first,
                "layer": "ReLU",
                "inputs": {"input": [first, "output"]},
            },
            {
                "id": f"{third}3",
                "name": third,
                "layer": "Linear",
                "settings": {"out_features": 10},
                "inputs": {"input": [f"{second}2", "output"]},
            },
            {"id": f"{third}4", "layer": "Output", "inputs": {"input": [f"{third}3", "output"]}},
        ],
        "recipe": {"data": "digits", "epochs": 1},
    }
    return json.dumps(told)


class Plain(ast.NodeTransformer):
    """Replaces the names of a module's class, attributes and docstring by what they stand for."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def _plain(self, name: str) -> str:
        return self._names.setdefault(name, f"n{len(self._names)}")

    def visit_ClassDef(self, node):
        node.name = "Class"
        return self.generic_visit(node)

    def visit_Attribute(self, node):
        if isinstance(node.value, ast.Name) and node.value.id == "self":
            node.attr = self._plain(node.attr)
        return self.generic_visit(node)


def skeleton(text: str) -> str:
    return ast.dump(Plain().visit(ast.parse(text)))


@pytest.mark.parametrize("name", NAMES)
def test_the_exported_module_is_the_same_whatever_the_names(nodegraph, tmp_path, name):
    def exported(*names: str) -> str:
        path, target = tmp_path / "net.nodegraph", tmp_path / "net.py"
        path.write_text(drawing(*names))
        said = nodegraph("export", path, "-o", target)
        assert said.code == 0, said.err
        return target.read_text()

    plain = skeleton(exported("a", "b", "c"))
    hostile = exported(name, name, name)
    assert skeleton(hostile) == plain
    attributes = {
        node.attr
        for node in ast.walk(ast.parse(hostile))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    assert len(attributes) == 3  # two nodes never share one by accident
    assert not any(keyword.iskeyword(attribute) for attribute in attributes)
    assert not attributes & {"forward", "training", "_modules", "__class__", "__init__"}


@pytest.mark.parametrize("name", NAMES[:7])
def test_a_hostile_network_is_built_and_nothing_else_happens(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "net.nodegraph"
    path.write_text(drawing(name, name, name))
    module = product.build(product.load(path))
    assert module(torch.zeros(2, 8)).shape == (2, 10)
    assert list(tmp_path.iterdir()) == [path]


def test_no_name_hides_what_a_module_needs_itself(tmp_path):
    module = torch.nn.Module()
    path = tmp_path / "net.nodegraph"
    for name in sorted({*dir(module), *vars(module)}):
        path.write_text(drawing(name, name, name))
        made = product.build(product.load(path))
        assert made(torch.zeros(2, 8)).shape == (2, 10), name
        assert len(made.state_dict()) == 4, name


@pytest.mark.parametrize("name", NAMES)
def test_the_exported_script_is_the_same_but_for_its_names(nodegraph, tmp_path, name):
    path, target = tmp_path / "net.nodegraph", tmp_path / "train.py"

    def statements(*names: str) -> list[str]:
        text = drawing(*names).replace('"shape": [8]', '"shape": [1, 8, 8]')
        path.write_text(text.replace('"layer": "ReLU"', '"layer": "Flatten"'))
        said = nodegraph("export", path, "-o", target, "--as", "script")
        assert said.code == 0, said.err
        body = ast.parse(target.read_text()).body
        return [type(part).__name__ for part in body]

    assert statements(name, name, name) == statements("a", "b", "c")


@pytest.mark.parametrize("text", ["two\nlines", "tab\there", "\u202e", ""])
def test_names_that_are_not_a_line_of_text_are_refused(nodegraph, tmp_path, text):
    path = tmp_path / "net.nodegraph"
    path.write_text(drawing("a", "b", "c").replace('"name": "a"', f'"name": {json.dumps(text)}', 1))
    said = nodegraph("check", path)
    assert said.code == 1
    assert "name: needs one line of text" in said.err
