"""Nothing is lost: what was not saved comes back after a crash, and a save is old or new."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from nodegraph.document import Document, Drawing, FileError, Point, View, edits, load
from nodegraph.document.changes import changed
from nodegraph.document.journal import Journal, discard, found, recover
from nodegraph.document.writing import text_of
from nodegraph.graph import Graph
from tests import networks
from tests.document.session import SAVED_EVERY, session

KILLS = int(os.environ.get("NODEGRAPH_KILLS", "15"))
LOST = 20  # edits at most; at the pace of the session they are a tenth of a second
ROOT = Path(__file__).parents[2]


def document(graph: Graph | None = None) -> Document:
    """A document of the SimpleCNN, or of another graph, saved."""
    graph = graph or networks.r0()
    places = {node_id: Point(184 * at, 0) for at, node_id in enumerate(graph.nodes)}
    return Document(Drawing("SimpleCnn", graph, places))


def moved(open_one: Document, x: float, node_id: str = "conv1") -> None:
    """One step: a node elsewhere."""
    open_one.do("Moved", edits.move(open_one.settled, {node_id: Point(x, 0)}))


@pytest.fixture
def told() -> list[str]:
    """The sentences that journals said."""
    return []


@pytest.fixture
def journal(tmp_path: Path, told: list[str]):
    """A journal in a folder of the test's own."""
    made = Journal(tmp_path / "recovery", told.append)
    yield made
    made.close()


def files(folder: Path) -> list[Path]:
    """The journals there, of the living too."""
    return sorted((folder / "recovery").glob("*.journal"))


@pytest.mark.parametrize("seed", range(3))
def test_each_step_of_a_session_comes_back_as_it_was(
    journal: Journal, tmp_path: Path, seed: int
) -> None:
    for number, open_one in enumerate(islice(session(seed), 150)):
        journal.note(open_one, None)
        if number % 3 == 0:  # several edits may be one line
            assert journal.flush()
            if open_one.dirty:
                assert text_of(recover(*files(tmp_path))) == text_of(open_one.settled)
            else:
                assert files(tmp_path) == []


def test_an_edit_of_a_large_drawing_writes_little(journal: Journal, tmp_path: Path) -> None:
    names = [(f"conv{n}", networks.layer("Conv2d", out_channels=8)) for n in range(2000)]
    open_one = document(networks.chain(*names[:2]))
    graph = Graph.of(networks.chain((name, made)).nodes[name] for name, made in names)
    open_one.do("Opened", replace(open_one.settled, graph=graph))
    journal.note(open_one, None)
    journal.flush()
    size = files(tmp_path)[0].stat().st_size
    assert size > 100_000
    open_one.do("Set", edits.set_setting(open_one.settled, ["conv7"], "kernel_size", 5))
    moved(open_one, 3, "conv8")
    journal.note(open_one, None)
    journal.flush()
    assert 0 < files(tmp_path)[0].stat().st_size - size < 1000
    assert recover(*files(tmp_path)).graph.nodes["conv7"].layer.changed()["kernel_size"] == 5


def test_a_preview_is_no_edit(journal: Journal, tmp_path: Path) -> None:
    open_one = document()
    open_one.listen(lambda before, after: journal.note(open_one, None))
    open_one.preview(edits.move(open_one.settled, {"conv1": Point(9, 9)}))
    open_one.cancel()
    journal.flush()
    assert files(tmp_path) == []
    moved(open_one, 5)
    journal.flush()
    before = files(tmp_path)[0].read_bytes()
    open_one.preview(edits.move(open_one.settled, {"conv1": Point(9, 9)}))
    journal.flush()
    assert files(tmp_path)[0].read_bytes() == before


def test_what_is_no_step_comes_back_too(journal: Journal, tmp_path: Path) -> None:
    open_one, view = document(), View(10, 20, 0.5)
    open_one.amend(lambda shown: replace(shown, bookmarks={1: view}))
    journal.note(open_one, None)
    assert journal.flush()
    assert recover(files(tmp_path)[0]).bookmarks == {1: view}


def test_nothing_lies_there_while_all_is_saved(journal: Journal, tmp_path: Path) -> None:
    open_one = document()
    open_one.listen(lambda before, after: journal.note(open_one, None))
    for again in (lambda: open_one.saved(open_one.settled), open_one.undo):
        moved(open_one, 5)
        journal.flush()
        assert len(files(tmp_path)) == 1
        again()
        journal.flush()
        assert os.listdir(tmp_path / "recovery") == []


def test_a_clean_close_leaves_nothing(journal: Journal, tmp_path: Path) -> None:
    open_one = document()
    moved(open_one, 5)
    journal.note(open_one, None)
    journal.close()
    assert not any((tmp_path / "recovery").glob("*"))


def test_what_is_left_open_is_found_once_its_journal_is_closed(
    journal: Journal, tmp_path: Path
) -> None:
    open_one = document()
    moved(open_one, 5)
    journal.note(open_one, tmp_path / "mine.nodegraph")
    journal.flush()
    assert found(tmp_path / "recovery") == ()  # the living, in this process or in another
    assert seen_elsewhere(tmp_path) == "()"
    moved(open_one, 6)
    journal.note(open_one, tmp_path / "mine.nodegraph")
    journal.close(clean=False)
    [one] = found(tmp_path / "recovery")
    assert (one.name, one.path) == ("mine", tmp_path / "mine.nodegraph")
    assert abs(one.when - time.time()) < 60
    assert recover(one.file).places["conv1"] == Point(6, 0)
    discard(one.file)
    assert os.listdir(tmp_path / "recovery") == []


def seen_elsewhere(folder: Path) -> str:
    """What another process finds."""
    code = (
        "import sys; from pathlib import Path; from nodegraph.document.journal import found;"
        "print(found(Path(sys.argv[1])))"
    )
    arguments = [sys.executable, "-c", code, str(folder / "recovery")]
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout.strip()


def test_a_torn_last_line_is_left_out(journal: Journal, tmp_path: Path) -> None:
    open_one = document()
    for x in (1, 2, 3):
        moved(open_one, x)
        journal.note(open_one, None)
        journal.flush()
    [file] = files(tmp_path)
    whole = file.read_bytes()
    last = len(whole.splitlines(keepends=True)[-1])
    for torn in range(1, last + 1):
        file.write_bytes(whole[:-torn])
        assert recover(file).places["conv1"] == Point(2, 0)
    file.write_bytes(whole[:-9] + b"0" + whole[-8:])
    assert recover(file).places["conv1"] == Point(2, 0)


def test_a_journal_without_a_drawing_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "1-2.journal"
    with pytest.raises(FileError, match="can't be read: no such file"):
        recover(file)
    for content in (b"", b"torn", b"\0" * 100):
        file.write_bytes(content)
        assert found(tmp_path) == ()
        with pytest.raises(FileError, match="holds no drawing"):
            recover(file)


def test_trouble_with_the_disk_is_said_once_and_editing_goes_on(
    journal: Journal, tmp_path: Path, told: list[str]
) -> None:
    open_one = document()
    (tmp_path / "recovery").write_text("a file where the folder should be")
    for x in range(3):
        moved(open_one, x)
        journal.note(open_one, None)
        assert not journal.flush()
    assert told == ["What is not saved could not be recovered after a crash: file exists"]
    (tmp_path / "recovery").unlink()
    moved(open_one, 7)
    journal.note(open_one, None)
    assert journal.flush()
    assert recover(*files(tmp_path)).places["conv1"] == Point(7, 0)


def test_a_full_disk_leaves_the_last_whole_state(tmp_path: Path) -> None:
    # A real limit of the system on a file's size stands for a full disk.
    code = f"""
import resource, signal
from pathlib import Path
from nodegraph.document.journal import Journal, recover
from tests.document.test_journal import document, files, moved
folder, told, one = Path({str(tmp_path)!r}), [], document()
journal = Journal(folder / "recovery", told.append)
def note(x):
    moved(one, x)
    journal.note(one, None)
    return journal.flush(), recover(*files(folder)).places["conv1"].x
print(note(1))
size = files(folder)[0].stat().st_size
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10, resource.RLIM_INFINITY))
print(note(2), note(3))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(note(4), len(told))
journal.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    # The edit that did not fit is torn; the next begins the journal anew, and that does fit.
    assert done.stdout.splitlines() == ["(True, 1)", "(False, 1) (True, 3)", "(True, 4) 1"]


def test_a_journal_that_was_taken_away_is_begun_anew(journal: Journal, tmp_path: Path) -> None:
    open_one = document()
    moved(open_one, 1)
    journal.note(open_one, None)
    journal.flush()
    files(tmp_path)[0].unlink()
    for x in (2, 3):
        moved(open_one, x)
        journal.note(open_one, None)
        journal.flush()
    assert recover(*files(tmp_path)).places["conv1"] == Point(3, 0)


def test_a_journal_does_not_grow_without_end(journal: Journal, tmp_path: Path) -> None:
    names = [(f"a{n}", networks.layer("ReLU")) for n in range(1000)]
    open_one = document(Graph.of(networks.chain(node).nodes[node[0]] for node in names))
    for x in range(90):
        places = {name: Point(x, 1.25 * at) for at, (name, _) in enumerate(names)}
        open_one.do("Moved", edits.move(open_one.settled, places))
        journal.note(open_one, None)
        journal.flush()
    assert files(tmp_path)[0].stat().st_size < 1_200_000
    assert recover(*files(tmp_path)).places["a7"] == Point(89, 8.75)


def test_what_changed_is_all_that_is_told() -> None:
    before = document().settled
    assert changed(before, before) == {}
    assert changed(before, edits.move(before, {"conv1": Point(1.239, 2)})) == {
        "places": {"conv1": [1.24, 2]}
    }
    after = edits.delete(before, ["conv1"])
    assert changed(before, after)["removed"] == ["conv1"]
    assert [node["id"] for node in changed(before, after)["put"]] == ["pool1"]  # lost its wire
    assert changed(after, before)["order"] == list(before.graph.nodes)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_loses_little_and_never_the_file(number: int, tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.document.session", str(tmp_path), str(number)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    lines = [running.stdout.readline()]  # it edits now
    time.sleep(random.Random(number).uniform(0, 0.4))
    running.kill()
    lines += running.stdout.readlines()
    running.stdout.close()
    assert running.wait() == -9
    done = sum(line.endswith("\n") for line in lines)  # the last may be torn
    texts = [text_of(one.settled) for one in islice(session(number), done + 1)]

    left = text_of(load(tmp_path / "mine.nodegraph"))
    assert left in texts[::SAVED_EVERY]
    dead = found(tmp_path / "recovery")
    best = text_of(recover(dead[0].file)) if dead else left
    assert best in texts[-LOST - 1 :]
    for one in dead:
        discard(one.file)
    assert found(tmp_path / "recovery") == ()


def test_a_mode_is_told_with_its_node_alone() -> None:
    before = Drawing(graph=networks.r0())
    [told] = changed(before, edits.set_mode(before, ["relu1"], "bypassed"))["put"]
    assert (told["id"], told["mode"]) == ("relu1", "bypassed")
    off = edits.set_mode(before, ["relu1"], "bypassed")
    assert "mode" not in changed(off, edits.set_mode(off, ["relu1"], "on"))["put"][0]
