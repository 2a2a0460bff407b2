"""A package imports only those below it, and loads nothing heavy before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("PySide6", "pyqtgraph", "torch", "torchvision", "numpy", "networkx", "sklearn", "rich")
NEEDED = {  # what each may load of those; everything not named here: none of them
    "nodegraph.engine": {"torch", "numpy"},
    "nodegraph.training.run": {"torch", "numpy"},
    "nodegraph.ui.app": {"PySide6"},
    "nodegraph.ui.canvas.view": {"PySide6"},
}
LIGHT = (
    "nodegraph",
    "nodegraph.say",
    "nodegraph.setting",
    "nodegraph.resources",
    "nodegraph.layers",
    "nodegraph.recipe",
    "nodegraph.graph",
    "nodegraph.analysis",
    "nodegraph.codegen.module",
    "nodegraph.codegen.script",
    "nodegraph.data",
    "nodegraph.document",
    "nodegraph.cli",
    "nodegraph.__main__",
)


def loaded_by(code: str) -> set[str]:
    """Which heavy packages a fresh interpreter has loaded after that code."""
    program = (
        f"{code}\nimport json, sys\nprint(json.dumps(sorted(set(sys.modules) & set({HEAVY!r}))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_import_contracts_hold():
    check = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", LIGHT)
def test_a_light_package_loads_nothing_heavy(name):
    assert loaded_by(f"import {name}") == set()


@pytest.mark.parametrize("name", NEEDED)
def test_a_heavy_package_loads_no_more_than_it_needs(name):
    assert loaded_by(f"import {name}") <= NEEDED[name]


def test_every_package_is_looked_at():
    packages = {path.parent.name for path in (ROOT / "nodegraph").glob("*/__init__.py")}
    looked_at = {name.split(".")[1] for name in (*LIGHT, *NEEDED) if "." in name}
    assert packages <= looked_at


def test_a_drawing_of_everyday_layers_is_checked_and_written_without_torch():
    code = (
        "import nodegraph\n"
        "from nodegraph.resources import demo\n"
        "drawing = nodegraph.load(demo())\n"
        "assert nodegraph.check(drawing).ok\n"
        "nodegraph.write(drawing)"
    )
    assert not loaded_by(code)


@pytest.mark.parametrize("arguments", [["--help"], ["layers"], ["layers", "conv2d"]])
def test_a_command_that_needs_neither_loads_neither(arguments):
    code = (
        "from typer.testing import CliRunner\n"
        "from nodegraph.cli import app\n"
        f"assert CliRunner().invoke(app, {arguments!r}).exit_code == 0"
    )
    assert loaded_by(code) == set()
