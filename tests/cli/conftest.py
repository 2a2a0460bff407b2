"""The command line as tests use it: in this process, or as the program it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from nodegraph.cli import app
from tests import networks
from tests.drawn import saved

ROOT = Path(__file__).parents[2]


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def nodegraph() -> Callable[..., Said]:
    """`nodegraph("check", path)`: runs the command here."""

    def call(*arguments: object) -> Said:
        answer = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert answer.exception is None or isinstance(answer.exception, SystemExit)
        return Said(answer.exit_code, answer.stdout, answer.stderr)

    return call


@pytest.fixture
def program() -> Callable[..., Said]:
    """`program("check", path)`: runs the command as a program of its own."""

    def call(*arguments: object, **options: object) -> Said:
        told = options.pop("env", {})
        assert isinstance(told, dict)
        answer = subprocess.run(
            [sys.executable, "-m", "nodegraph", *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=240,
            env={**os.environ, "PYTHONPATH": str(ROOT), **told},
            **options,
        )
        return Said(answer.returncode, answer.stdout, answer.stderr)

    return call


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """R4a on Digits 28×28, as a file: trains in a second without a network."""
    return saved(tmp_path / "small.nodegraph", networks.r4a(), data="digits28", epochs=1)
