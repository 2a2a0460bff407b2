"""`nodegraph demo` without a display, and the editor where it can't open."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

WITHOUT = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="has a display always")


def test_the_demo_trains_digits_and_writes_the_code_beside(program, tmp_path):
    # A platform that shows no window is no display either.
    said = program("demo", cwd=tmp_path, env={**WITHOUT, "QT_QPA_PLATFORM": "offscreen"})
    assert (said.code, said.err) == (0, "")
    accuracy = [float(share) for share in re.findall(r"test accuracy ([\d.]+)%", said.out)]
    assert accuracy[-1] >= 95
    module, script = tmp_path / "digits_cnn.py", tmp_path / "digits_cnn_train.py"
    assert str(module) in said.out
    assert str(script) in said.out
    again = subprocess.run(
        [sys.executable, script, "--epochs", "1"], capture_output=True, text=True, timeout=100
    )
    assert again.returncode == 0, again.stderr


def test_the_demo_overwrites_nobodys_file(program, tmp_path):
    theirs = tmp_path / "digits_cnn.py"
    theirs.write_text("mine\n")
    said = program("demo", cwd=tmp_path, env=WITHOUT)
    assert said.code == 1
    assert str(theirs) in said.err
    assert theirs.read_text() == "mine\n"
    assert os.listdir(tmp_path) == ["digits_cnn.py"]


def test_the_editor_without_a_display_says_what_works(program, small):
    for arguments in ([], [small]):
        said = program(*arguments, env=WITHOUT)
        assert said.code == 1
        assert said.err.startswith("There is no display to open the editor on.")


def test_startup_time_shows_the_window_prints_milliseconds_and_leaves(program):
    said = program("--startup-time", env={"QT_QPA_PLATFORM": "offscreen"})
    assert said.code == 0
    assert float(said.out) > 0


def test_startup_time_of_a_file_that_cannot_be_read_leaves_too(program, tmp_path):
    missing = tmp_path / "missing.nodegraph"
    said = program("--startup-time", missing, env={"QT_QPA_PLATFORM": "offscreen"})
    assert said.code == 1


def test_a_display_that_cannot_be_used_is_a_sentence(program):
    said = program("--startup-time", env={"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":9999"})
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("No window can be opened. `nodegraph doctor` says why.\n")
