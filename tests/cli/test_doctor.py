"""`nodegraph doctor`: tells what works, and never fails because something is missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

WITHOUT = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def test_doctor_names_what_it_found_each_line_ok_or_not(program):
    said = program("doctor", env={"QT_QPA_PLATFORM": "offscreen"})
    assert said.err == ""
    assert said.code == 0
    lines = said.out.splitlines()
    assert all(line.startswith(("ok ", "not ", "     ")) for line in lines)
    found = f"Python {'.'.join(map(str, sys.version_info[:3]))}"
    assert any(found in line for line in lines)
    for word in (
        "PySide6 ",
        "torch ",
        "torchvision ",
        "Trains on ",
        "Data in ",
        "Runs in ",
        "free",
    ):
        assert word in said.out


def hidden(folder: Path, *names: str) -> dict[str, str]:
    """An environment in which importing these packages fails as if they were not installed."""
    code = "import sys\n" + "".join(f"sys.modules[{name!r}] = None\n" for name in names)
    code += (
        "import importlib.metadata as metadata\n"
        "real = metadata.version\n"
        "def version(name):\n"
        f"    if name.split('-')[0] in {names!r}:\n"
        "        raise metadata.PackageNotFoundError(name)\n"
        "    return real(name)\n"
        "metadata.version = version\n"
    )
    (folder / "sitecustomize.py").write_text(code)
    root = Path(__file__).parents[2]
    return {"PYTHONPATH": os.pathsep.join([str(folder), str(root)])}


@pytest.mark.parametrize(
    ("package", "said"),
    [("torch", "torch is not installed"), ("PySide6", "PySide6 is not installed")],
)
def test_doctor_works_where_torch_or_qt_is_missing(program, tmp_path, package, said):
    told = program("doctor", env=hidden(tmp_path, package))
    assert told.code == 1
    assert told.err == ""
    assert f"not  {said}\n     pip install" in told.out


def test_a_torchvision_that_does_not_fit_is_told_with_its_cure(program, tmp_path):
    broken = tmp_path / "torchvision"
    broken.mkdir()
    (broken / "__init__.py").write_text(
        "raise RuntimeError('operator torchvision::nms does not exist')"
    )
    root = Path(__file__).parents[2]
    told = program("doctor", env={"PYTHONPATH": os.pathsep.join([str(tmp_path), str(root)])})
    assert "doesn't fit torch" in told.out
    assert "operator torchvision::nms does not exist" in told.out
    assert "pip install --force-reinstall torch torchvision" in told.out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="has a display always")
def test_doctor_without_a_display_is_no_failure(program):
    told = program("doctor", env=WITHOUT)
    assert told.code == 0
    assert "not  There is no display for the editor" in told.out


def test_a_data_folder_that_is_a_file_is_told(program, tmp_path):
    (tmp_path / "data").write_text("")
    told = program("doctor", env={"NODEGRAPH_DATA": str(tmp_path / "data")})
    assert told.code == 1
    assert f"not  Data in {tmp_path / 'data'}, which can't be written" in told.out
