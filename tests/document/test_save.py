"""T-20: whatever goes wrong while saving, the file is the old one or the new one, and both are
kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nodegraph.document import Drawing, FileError, load, save
from nodegraph.document.file import previous
from nodegraph.document.state import state_folder
from nodegraph.document.writing import text_of


def read(path: Path | None) -> str:
    """The name of the drawing in a file."""
    assert path is not None
    return load(path).name


def test_the_version_before_the_last_save_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "mine.nodegraph"
    save(Drawing("One"), path)
    assert previous(path) is None
    save(Drawing("Two"), path)
    assert (read(path), read(previous(path))) == ("Two", "One")
    save(Drawing("Two"), path)  # a save that changes nothing
    assert read(previous(path)) == "One"
    save(Drawing("Three"), path)
    assert read(previous(path)) == "Two"
    assert os.listdir(tmp_path) == ["mine.nodegraph"]


def test_files_of_the_same_name_are_kept_apart_and_a_link_is_its_target(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        for version in (1, 2):
            save(Drawing(f"{folder}{version}"), tmp_path / folder / "mine.nodegraph")
    (tmp_path / "link").symlink_to(tmp_path / "b" / "mine.nodegraph")
    assert read(previous(tmp_path / "a" / "mine.nodegraph")) == "a1"
    assert read(previous(tmp_path / "link")) == "b1"


def test_a_long_name_and_a_file_that_is_no_drawing_are_kept_too(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120 + "x.nodegraph")  # 251 bytes: one with more of them is no name
    path.write_bytes(b"\xff no drawing")
    save(Drawing(), path)
    kept = previous(path)
    assert kept is not None
    assert kept.read_bytes() == b"\xff no drawing"


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.nodegraph" for number in range(205)]
    for number, path in enumerate(paths):
        path.write_text("old")
        save(Drawing(), path)
        kept = previous(path)
        assert kept is not None
        os.utime(kept, (number, number))  # seconds; by the clock, two may be as old
    assert len(list(state_folder("previous").iterdir())) == 200
    gone = [number for number, path in enumerate(paths) if previous(path) is None]
    assert gone == list(range(len(gone)))
    assert len(gone) >= 5


def test_no_place_for_the_old_version_is_no_reason_not_to_save(tmp_path: Path) -> None:
    folder, path = state_folder("previous"), tmp_path / "mine.nodegraph"
    save(Drawing("One"), path)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")
    try:
        save(Drawing("Two"), path)
    finally:
        folder.unlink()
    assert read(path) == "Two"


# What the interpreter tells of each call to the system becomes the place of a crash or a fault.
AT_EACH_CALL = """
import os, signal, sys
from pathlib import Path
from nodegraph.document import Drawing, FileError, load, save
path, way, at = Path(sys.argv[1]), sys.argv[2], 0
calls = []
load(path); save(Drawing("Warm"), path.with_name("warm"))
path.with_name("warm").unlink()
def watch(event, arguments):
    if event == "open" and str(arguments[0]).endswith((".py", ".pyc")) or at == 0:
        return
    if event in ("open", "os.rename", "os.chmod", "os.mkdir", "os.listdir", "os.scandir"):
        calls.append(event)
        if len(calls) == at:
            if way == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(28, "No space left on device")
sys.addaudithook(watch)
while True:
    save(Drawing("Old"), path)
    child = os.fork()
    if not child:
        at = int(sys.argv[3])
        try:
            save(Drawing("New"), path)
        except FileError as error:
            assert "no space left" in str(error), error
            os._exit(2)
        os._exit(0 if len(calls) < at else 1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(code, load(path).name, sorted(os.listdir(path.parent)))
    if code == 0:
        break
    sys.argv[3] = str(int(sys.argv[3]) + 1)
"""


@pytest.mark.parametrize("way", ["kill", "fault"])
def test_a_crash_or_a_fault_at_each_call_of_a_save_leaves_the_old_or_the_new(
    way: str, tmp_path: Path
) -> None:
    path = tmp_path / "here" / "mine.nodegraph"
    path.parent.mkdir()
    save(Drawing("Old"), path)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", AT_EACH_CALL, str(path), way, "1"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    lines = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    assert len(lines) > 5
    assert lines[-1][:2] == ["0", "New"]
    for code, name, left in lines[:-1]:
        if way == "kill":
            assert code == "-9"
            assert name in ("Old", "New")
        else:  # what could not be kept aside is no fault of the save
            assert (code, name) in (("2", "Old"), ("1", "New"))
            assert left == "['mine.nodegraph']"
    assert {code for code, _, _ in lines} == {"0", "-9"} if way == "kill" else {"0", "1", "2"}


def test_a_save_that_fails_says_so_and_keeps_the_text(tmp_path: Path) -> None:
    path = tmp_path / "mine.nodegraph"
    save(Drawing("One"), path)
    with pytest.raises(FileError, match="can't be saved: not a directory"):
        save(Drawing("Two"), path / "below")
    assert path.read_text("utf-8") == text_of(Drawing("One"))
