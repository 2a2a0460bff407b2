"""`nodegraph export`: module, script and weights as files."""

from __future__ import annotations

import ast
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

import nodegraph as product
from tests import networks
from tests.drawn import saved


def test_the_module_is_what_write_gives(nodegraph, small, tmp_path):
    target = tmp_path / "net.py"
    said = nodegraph("export", small, "-o", target)
    assert (said.code, said.out) == (0, f"Wrote {target}.\n")
    assert target.read_text() == product.write(product.load(small)).text


def test_the_script_is_a_program(nodegraph, small, tmp_path):
    target = tmp_path / "train.py"
    assert nodegraph("export", small, "-o", target, "--as", "script").code == 0
    text = target.read_text()
    assert "nodegraph" not in text
    assert any(isinstance(part, ast.If) for part in ast.parse(text).body)


def test_the_weights_of_a_run_fit_the_exported_module(nodegraph, small, tmp_path):
    out = nodegraph("train", small, "--json", "--runs", tmp_path / "runs").out
    folder = json.loads(out.splitlines()[-1])["run"]
    target = tmp_path / "net.pt"
    assert nodegraph("export", small, "-o", target, "--as", "weights", "--run", folder).code == 0
    module = product.build(product.load(small))
    module.load_state_dict(torch.load(target, weights_only=True))


def test_weights_are_refused_when_the_drawing_has_changed_since(nodegraph, small, tmp_path):
    out = nodegraph("train", small, "--json", "--runs", tmp_path / "runs").out
    folder = json.loads(out.splitlines()[-1])["run"]
    saved(small, networks.r1b(), data="digits28")
    target = tmp_path / "net.pt"
    said = nodegraph("export", small, "-o", target, "--as", "weights", "--run", folder)
    assert said.code == 1
    assert f"{small} has changed since the run in {folder}" in said.err
    assert not target.exists()


@pytest.mark.parametrize("damage", ["cut", "another network's", "code"])
def test_damaged_weights_are_refused_and_resuming_the_run_writes_them_again(
    nodegraph, small, tmp_path, damage
):
    out = nodegraph("train", small, "--json", "--runs", tmp_path / "runs").out
    folder = Path(json.loads(out.splitlines()[-1])["run"])
    kept, target = folder / "weights.pt", tmp_path / "net.pt"
    whole = kept.read_bytes()
    if damage == "cut":
        kept.write_bytes(whole[:-100])
    else:
        torch.save({"x": torch.zeros(1)} if damage != "code" else {"x": Path.cwd}, kept)
    wanted = ("export", small, "-o", target, "--as", "weights", "--run", folder)
    said = nodegraph(*wanted)
    assert said.code == 1
    assert said.err.startswith(f"{kept} is damaged. `nodegraph train ")
    assert not target.exists()
    nodegraph(*said.err.split("`")[1].split()[1:])
    assert nodegraph(*wanted).code == 0
    assert (
        torch.load(target, weights_only=True).keys()
        == product.build(product.load(small)).state_dict().keys()
    )


def test_a_folder_that_is_no_run_is_refused(nodegraph, small, tmp_path):
    target = tmp_path / "net.pt"
    said = nodegraph("export", small, "-o", target, "--as", "weights", "--run", tmp_path)
    assert said.code == 1
    assert said.err.startswith(f"{tmp_path} is not the folder of a run")


@pytest.mark.parametrize("kind", ["module", "script"])
def test_an_incomplete_network_is_refused_with_the_nodes_name(nodegraph, tmp_path, kind):
    graph = networks.r4a()
    graph = graph.put(replace(graph.nodes["fc1"], inputs={}))
    path, target = saved(tmp_path / "broken.nodegraph", graph), tmp_path / "net.py"
    said = nodegraph("export", path, "-o", target, "--as", kind)
    assert said.code == 1
    assert said.err.startswith("fc1")
    assert not target.exists()


def test_a_script_is_refused_for_what_does_not_fit_its_data(nodegraph, tmp_path):
    path, target = saved(tmp_path / "x.nodegraph", networks.r4a(flat=False)), tmp_path / "train.py"
    said = nodegraph("export", path, "-o", target, "--as", "script")
    assert said.code == 1
    assert said.err.startswith("The network can't train yet. fc1")
    assert not target.exists()


def test_a_link_stays_a_link(nodegraph, small, tmp_path):
    (tmp_path / "real.py").write_text("old")
    link = tmp_path / "link.py"
    link.symlink_to(tmp_path / "real.py")
    nodegraph("export", small, "-o", link)
    assert link.is_symlink()
    assert "class Small" in (tmp_path / "real.py").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a device file")
def test_a_device_is_written_to_and_not_replaced(program, small):
    said = program("export", small, "-o", "/dev/stdout")
    assert said.code == 0
    assert "class Small(nn.Module):" in said.out
    assert Path("/dev/stdout").is_symlink()
