"""The README holds: its Python runs, its commands exist, its pictures and files are there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from nodegraph.cli.app import app

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("code", blocks("python"))
def test_its_python_runs(code):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    assert "class Moons(nn.Module):" in done.stdout
    assert "reason='completed'" in done.stdout


def test_every_command_it_names_exists():
    named = {line.split()[1] for line in blocks("text")[0].splitlines() if line.startswith("nodeg")}
    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert named - {"[FILE]"} == known - {"edit", "import"}


def test_its_pictures_are_there():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []


def test_the_examples_it_tells_of_are_all_and_only_those_there():
    table = TEXT.partition("## Examples")[2].partition("\n## ")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    told = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert told == {path.stem for path in (ROOT / "examples").glob("*.nodegraph")}
