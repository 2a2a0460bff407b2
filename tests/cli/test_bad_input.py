"""Whatever is wrong with what comes in: one sentence with what and where, exit 1, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

import nodegraph as product
from nodegraph.resources import examples
from tests import networks
from tests.drawn import saved
from tests.real import ROOT, needs_mnist

GOOD = {
    "nodegraph": 1,
    "name": "Net",
    "nodes": [
        {"id": "image", "layer": "Input", "settings": {"shape": [4]}},
        {"id": "fc", "layer": "Linear", "inputs": {"input": ["image", "output"]}},
        {"id": "out", "layer": "Output", "inputs": {"input": ["fc", "output"]}},
    ],
}


def broken(**nodes: object) -> str:
    """The good file with fields of its node fc changed, a node a line."""
    told = json.loads(json.dumps(GOOD))
    told["nodes"][1].update(nodes)
    return json.dumps(told, indent=1)


def without(field: str) -> str:
    """The good file without a field of its node fc."""
    told = json.loads(json.dumps(GOOD))
    del told["nodes"][1][field]
    return json.dumps(told)


LOOP = json.dumps(
    {
        "nodegraph": 1,
        "nodes": [
            {"id": "a", "layer": "ReLU", "inputs": {"input": ["b", "output"]}},
            {"id": "b", "layer": "ReLU", "inputs": {"input": ["a", "output"]}},
        ],
    }
)

FILES = {
    "not JSON": ("{", "line 1: is not JSON"),
    "empty": ("", "line 1: is not JSON"),
    "not text": (b"\xff\xfe\x00", "line 1: is not a drawing: it is not text in UTF-8"),
    "another JSON": (
        '{"cells": []}',
        'is not a drawing: it needs an object with a field "nodegraph"',
    ),
    "a list": ("[]", "is not a drawing"),
    "a newer version": ('{"nodegraph": 99, "nodes": []}', "version 99"),
    "version in words": ('{"nodegraph": "one", "nodes": []}', "needs the version's number"),
    "no nodes": ('{"nodegraph": 1}', "nodes: needs a list of nodes, it is missing"),
    "no layer": (without("layer"), "node fc, layer: needs the layer's name"),
    "no id": (without("id"), 'needs an object with an "id"'),
    "a setting that does not exist": (broken(settings={"units": 3}), "node fc, units"),
    "a setting out of range": (
        broken(settings={"out_features": 0}),
        "a whole number from 1, got 0",
    ),
    "code as a setting": (
        broken(settings={"out_features": "__import__('os').system('true')"}),
        "needs a whole number from 1",
    ),
    "a loop": (LOOP, "the wires make a loop: "),
    "a wire from nowhere": (broken(inputs={"input": ["ghost", "output"]}), "'ghost'"),
    "a wire from no port": (broken(inputs={"input": ["image", "h_n"]}), "not 'h_n'"),
    "a wire into no port": (broken(inputs={"query": ["image", "output"]}), "inputs, query"),
    "not a number": ('{"nodegraph": NaN}', "NaN"),
    "a number of 5,000 digits": (
        '{"nodegraph": ' + "9" * 5_000 + "}",
        "a number that can't be read",
    ),
    "10 MB of brackets": ("[" * 10_000_000, "nested too deeply"),
    "10 MB of nested objects": ('{"a":' * 2_000_000, "nested too deeply"),
    "nesting in a field": (
        '{"nodegraph": 1, "nodes": ' + "[" * 5_000_000 + "]" * 5_000_000 + "}",
        "nested too deeply",
    ),
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("command", ["check", "export"])
def test_a_file_that_is_no_drawing_is_refused_in_one_sentence(nodegraph, tmp_path, kind, command):
    content, expected = FILES[kind]
    path = tmp_path / "bad.nodegraph"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    target = tmp_path / "out.py"
    said = nodegraph(command, path, *(["-o", target] if command == "export" else []))
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith(f"{path}")
    assert expected in said.err
    assert not target.exists()


@pytest.mark.parametrize("depth", [400, 900, 990, 5_000_000])
def test_no_depth_of_nesting_brings_a_traceback(program, tmp_path, depth):
    path = tmp_path / "deep.nodegraph"
    deep = "[" * depth + "]" * depth
    path.write_text(broken(layer="Novelty", settings={"x": "?"}).replace('"?"', deep))
    said = program("check", path)
    assert said.code == 1
    assert "Traceback" not in said.err


def test_an_unknown_layer_is_kept_named_and_written_back(nodegraph, tmp_path):
    path = tmp_path / "newer.nodegraph"
    path.write_text(broken(layer="Conv9d", settings={"warp": [1, {"deep": None}]}))
    said = nodegraph("check", path)
    assert said.code == 1
    assert "Conv9d" in said.out
    again = tmp_path / "again.nodegraph"
    product.save(product.load(path), again)
    kept = json.loads(again.read_text())["nodes"][1]
    assert (kept["layer"], kept["settings"]) == ("Conv9d", {"warp": [1, {"deep": None}]})
    refused = nodegraph("export", path, "-o", tmp_path / "x.py")
    assert refused.code == 1
    assert "fc" in refused.err


def test_a_missing_file_is_named(nodegraph, tmp_path):
    path = tmp_path / "ghost.nodegraph"
    said = nodegraph("check", path)
    assert (said.code, said.err) == (1, f"{path}: can't be read: no such file or directory\n")


def test_a_folder_is_not_a_file(nodegraph, tmp_path):
    said = nodegraph("check", tmp_path)
    assert (said.code, said.err) == (1, f"{tmp_path}: can't be read: is a directory\n")


def test_a_folder_that_can_not_be_read_is_named(nodegraph, tmp_path, small):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")  # closed to everyone, root too
    inside = tmp_path / "loop" / "x.nodegraph"
    said = nodegraph("check", inside)
    assert said.code == 1
    assert said.err.startswith(f"{inside}: can't be read: ")
    said = nodegraph("train", small, "--runs", tmp_path / "loop" / "runs")
    assert said.code == 1
    assert f"{tmp_path / 'loop'}" in said.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(nodegraph, small):
    small.chmod(0)
    said = nodegraph("check", small)
    small.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert (said.code, said.err) == (1, f"{small}: can't be read: permission denied\n")


def test_an_export_into_no_folder_is_refused(nodegraph, small, tmp_path):
    target = tmp_path / "ghost" / "net.py"
    said = nodegraph("export", small, "-o", target)
    assert said.code == 1
    assert said.err == (
        f"{target} can't be written: no such file or directory; nothing has changed.\n"
    )


def test_an_export_never_replaces_a_drawing(nodegraph, small):
    before = small.read_bytes()
    for kind in ("module", "script"):
        said = nodegraph("export", small, "-o", small, "--as", kind)
        assert said.code == 1
        assert said.err == f"{small} can't be written: it holds a drawing; nothing has changed.\n"
    assert small.read_bytes() == before


def full_disk() -> None:
    """For a new process: no file may grow beyond 64 bytes, as on a disk with no room left."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))


needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")


@needs_limits
def test_an_export_to_a_full_disk_leaves_the_old_file(program, small, tmp_path):
    target = tmp_path / "net.py"
    target.write_text("old\n")
    said = program("export", small, "-o", target, preexec_fn=full_disk)
    assert said.code == 1
    assert said.err == f"{target} can't be written: file too large; nothing has changed.\n"
    assert target.read_text() == "old\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["net.py", "small.nodegraph"]


@needs_limits
def test_a_save_to_a_full_disk_leaves_the_old_file(small):
    import subprocess

    before = small.read_bytes()
    code = (
        "import sys, nodegraph\n"
        "drawing = nodegraph.load(sys.argv[1])\n"
        "try:\n    nodegraph.save(drawing, sys.argv[1])\n"
        "except nodegraph.FileError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, small], capture_output=True, text=True, preexec_fn=full_disk
    )
    assert "can't be saved: file too large; what was there before is unchanged" in done.stdout
    assert small.read_bytes() == before
    assert list(small.parent.iterdir()) == [small]


@needs_limits
def test_a_run_on_a_full_disk_fails_in_a_sentence(program, small, tmp_path):
    said = program("train", small, "--runs", tmp_path / "runs", preexec_fn=full_disk)
    assert said.code == 1
    assert "Traceback" not in said.err
    assert "runs" in said.err
    assert said.err.count("\n") == 1


@needs_limits
def test_a_disk_that_fills_up_with_weights_is_named_as_it_is(program, tmp_path):
    def nearly_full() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))  # bytes; the state needs more

    runs = tmp_path / "runs"
    moons = next(path for path in examples() if path.stem == "moons")
    said = program(
        "train", moons, "--epochs", "1", "--runs", runs,
        preexec_fn=nearly_full,
    )  # fmt: skip
    (run,) = runs.iterdir()
    assert (said.code, said.err) == (1, f"{run} can't be written: File too large\n")
    assert not list(run.glob("*.part"))


def test_data_that_are_missing_are_named_with_what_to_do(nodegraph, tmp_path):
    path = saved(tmp_path / "net.nodegraph", networks.r4a(), epochs=1)
    root = tmp_path / "data"
    said = nodegraph("train", path, "--data-root", root, "--runs", tmp_path / "runs")
    assert said.code == 1
    missing = root / "MNIST" / "raw" / "train-images-idx3-ubyte"
    assert f"{missing} is missing" in said.err
    assert said.err.count("\n") == 1


@needs_mnist
def test_damaged_data_are_named_and_left_alone(nodegraph, tmp_path):
    path = saved(tmp_path / "net.nodegraph", networks.r4a(), epochs=1)
    raw = tmp_path / "data" / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for file in (ROOT / "MNIST" / "raw").glob("*ubyte"):
        shutil.copyfile(file, raw / file.name)
    cut = raw / "t10k-images-idx3-ubyte"
    with cut.open("r+b") as file:
        file.truncate(1_000)
    said = nodegraph("train", path, "--data-root", tmp_path / "data", "--runs", tmp_path / "runs")
    assert said.code == 1
    assert f"{cut} is damaged: 1,000 bytes of 7,840,016" in said.err
    assert cut.stat().st_size == 1_000


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["chek"], "No such command 'chek'"),
        (["check"], "Missing argument 'FILE'"),
        (["train", "x.nodegraph", "--epochs", "0"], "--epochs"),
        (["train", "x.nodegraph", "--epochs", "1000000"], "--epochs"),
        (["train", "x.nodegraph", "--seed", "9" * 20], "--seed"),
        (["train", "x.nodegraph", "--device", "tpu"], "--device"),
        (["train", "x.nodegraph", "--data", "imagenet"], "There is no data set called 'imagenet'"),
        (["train", "x.nodegraph", "--data", ""], "There is no data set called ''"),
        (["train", "x.nodegraph", "--data", "."], "folders and files of one's own come in a later"),
        (["export", "x.nodegraph"], "Missing option '-o'"),
        (["export", "x.nodegraph", "-o", "y", "--as", "jpeg"], "--as"),
        (["export", "x.nodegraph", "-o", "y", "--as", "onnx"], "onnx comes in a later version"),
        (["export", "x.nodegraph", "-o", "y", "--as", "weights"], "name its folder with --run"),
        (["import", "models:net", "-o", "y"], "Import of models:net comes in a later version"),
        (["import", "net.onnx", "-o", "y"], "net.onnx: is an ONNX model; importing one comes in"),
        (["import", "nets.py:Net", "-o", "y"], "nets.py:Net: is Python code; importing one comes"),
        (["render", "x.nodegraph", "-o", "y.jpeg"], "a picture ends with .png or .svg"),
    ],
)
def test_a_wrong_command_exits_2_and_says_what_is_wrong(nodegraph, arguments, expected):
    said = nodegraph(*arguments)
    assert (said.code, said.out) == (2, "")
    assert expected in said.err


def test_paths_are_told_as_they_were_given(nodegraph, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert nodegraph("check", Path("here.nodegraph")).err.startswith("here.nodegraph: ")


def test_a_mistake_of_ours_is_a_sentence_too_and_dev_mode_shows_it(program, small, tmp_path):
    (tmp_path / "torch.py").write_text("raise ZeroDivisionError('a library that is broken')\n")
    path = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])
    said = program("train", small, env={"PYTHONPATH": path})
    assert said.code == 1
    assert said.err.startswith("A mistake of nodegraph itself: ZeroDivisionError: a library that")
    assert said.err.count("\n") == 1
    said = program("train", small, env={"PYTHONPATH": path, "PYTHONDEVMODE": "1"})
    assert "Traceback" in said.err


@pytest.mark.parametrize("command", ["check", "train"])
def test_a_model_of_another_program_is_told_as_import_tells_it(nodegraph, tmp_path, command):
    file = tmp_path / "net.onnx"
    file.write_bytes(b"\x08\x07")
    told, imported = nodegraph(command, file), nodegraph("import", file, "-o", "y")
    assert told.code == 1
    assert told.err == imported.err
