"""The real MNIST, where a machine has it: its place comes from NODEGRAPH_DATA alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("NODEGRAPH_DATA", "."))
THERE = "NODEGRAPH_DATA" in os.environ and (ROOT / "MNIST" / "raw").is_dir()
MARKS = (
    pytest.mark.mnist,
    pytest.mark.skipif(not THERE, reason="NODEGRAPH_DATA names no folder with MNIST/raw"),
)


def needs_mnist(test):
    """Marks a test that reads the real MNIST."""
    for mark in MARKS:
        test = mark(test)
    return test
