"""What the repository's texts may not hold: paths of one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A folder that only one machine has, unless it is part of an address on the web.
MACHINE = re.compile(rb"(?<![\w.:/-])/(?:work|opt|home|root|Users|mnt|srv)/\w")
TEXT = {".py", ".md", ".toml", ".json", ".nodegraph", ".yml", ".svg", ""}


def test_no_file_names_a_path_of_one_machine():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode:
        pytest.skip("not a checkout: git knows no files here")
    found = [
        f"{name}: {match.group().decode()}"
        for name in listed.stdout.decode().split("\0")
        if name and (path := ROOT / name).is_file() and path.suffix in TEXT
        for match in MACHINE.finditer(path.read_bytes())
    ]
    assert not found, found
