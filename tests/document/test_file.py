"""T-21: a file is data: it comes back as it went, and what is wrong with one is said with its
line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nodegraph
from nodegraph.document import Drawing, FileError, Point
from nodegraph.document.file import loads
from nodegraph.document.writing import text_of
from nodegraph.graph import Graph, Start
from nodegraph.graph.start import Init
from nodegraph.layers import LAYERS, Unknown
from nodegraph.recipe import OPTIMIZERS, SCHEDULES, Recipe
from nodegraph.resources import examples
from tests import networks
from tests.graph.test_active import branches

SMALL = """{"nodegraph": 1,
 "name": "SmallNet",
 "nodes": [
  {"id": "image", "layer": "Input", "settings": {"shape": [1, 28, 28]}},
  {"id": "flat", "layer": "Flatten", "inputs": {"input": ["image", "output"]}},
  {"id": "fc1", "layer": "Linear", "settings": {"out_features": 128}, "inputs": {"input": ["flat", "output"]}},
  {"id": "relu1", "layer": "ReLU", "inputs": {"input": ["fc1", "output"]}},
  {"id": "fc2", "layer": "Linear", "settings": {"out_features": 10}, "inputs": {"input": ["relu1", "output"]}},
  {"id": "out", "layer": "Output", "inputs": {"input": ["fc2", "output"]}}
 ],
 "places": {"image": [0, 0], "flat": [180, 0], "fc1": [360, 0], "relu1": [540, 0], "fc2": [720, 0], "out": [900, 0]},
 "recipe": {"data": "mnist", "loss": {"name": "CrossEntropyLoss"}, "optimizer": {"name": "Adam", "lr": 0.001}, "epochs": 3, "batch_size": 64, "seed": 0}}
"""  # noqa: E501  the format itself


def test_the_documented_file_comes_back_byte_for_byte() -> None:
    assert text_of(loads(SMALL)) == SMALL


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_every_example_comes_back_byte_for_byte(path: Path) -> None:
    assert text_of(nodegraph.load(path)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", LAYERS)
def test_every_layer_comes_back_equal(kind: str) -> None:
    graph = networks.chain(("n", LAYERS[kind]()))
    back = loads(text_of(Drawing(graph=graph)))
    assert back.graph.nodes["n"].layer == graph.nodes["n"].layer


@given(
    st.sampled_from(sorted(OPTIMIZERS)),
    st.sampled_from(sorted(SCHEDULES)),
    st.integers(1, 10_000),
    st.integers(0, 2**63 - 1),
    st.floats(1e-9, 10),
)
def test_every_recipe_comes_back_equal(
    optimizer: str, schedule: str, epochs: int, seed: int, lr: float
) -> None:
    recipe = Recipe(
        optimizer=OPTIMIZERS[optimizer](lr=lr),  # type: ignore[call-arg]
        schedule=SCHEDULES[schedule](),
        epochs=epochs,
        seed=seed,
    )
    assert loads(text_of(Drawing(recipe=recipe))).recipe == recipe


def test_starts_names_and_shared_weights_come_back() -> None:
    graph = networks.r4a()
    graph = replace(graph, starts={"Linear": Start(Init("normal_", {"std": 0.02}), Init("zeros_"))})
    own = Start(Init("xavier_uniform_", {"gain": 2.0}))
    graph = graph.put(replace(graph.nodes["fc1"], name="first", start=own))
    places = {node_id: Point(0, 0) for node_id in graph.nodes}
    text = text_of(Drawing(graph=graph, places=places))
    back = loads(text)
    assert back.graph.starts == graph.starts
    assert back.graph.nodes["fc1"].start == own
    assert back.graph.nodes["fc1"].name == "first"
    assert text_of(back) == text


def test_an_unknown_layer_is_kept_with_settings_and_wires() -> None:
    text = SMALL.replace(
        '"layer": "ReLU"',
        '"layer": "Swish9000", "settings": {"é": 1e-05, "beta": [1, {"b": 2.0, "a": null}]}',
    )
    drawing = loads(text)
    layer = drawing.graph.nodes["relu1"].layer
    assert isinstance(layer, Unknown)
    assert layer.kind == "Swish9000"
    assert text_of(drawing) == text
    problems = [p for p in nodegraph.check(drawing).problems if p.node == "relu1"]
    assert problems
    assert "Swish9000" in problems[0].message


BROKEN = {
    "not JSON": ("{nope", "JSON", 1),
    "a list": ("[]", "nodegraph", 0),
    "no version": ("{}", "nodegraph", 0),
    "a newer version": (SMALL.replace('"nodegraph": 1', '"nodegraph": 99'), "version 99", 1),
    "a version that is a word": (SMALL.replace('"nodegraph": 1', '"nodegraph": "1"'), "number", 1),
    "no nodes": ('{"nodegraph": 1}', "missing", 0),
    "a wrong field": (SMALL.replace('"name": "SmallNet"', '"nome": "SmallNet"'), "nome", 2),
    "a node without id": (SMALL.replace('{"id": "flat", ', "{"), "nodes, 2", 3),
    "two equal ids": (SMALL.replace('"id": "fc2"', '"id": "fc1"'), "two nodes", 6),
    "no layer": (SMALL.replace('"layer": "Flatten", ', ""), "node flat, layer", 5),
    "a setting of another kind": (SMALL.replace("128}", '"128"}'), "whole number from 1", 6),
    "a setting out of range": (SMALL.replace("128}", "-1}"), "whole number from 1", 6),
    "a setting that is no setting": (SMALL.replace("out_features", "out"), "no such setting", 6),
    "a wire from nowhere": (SMALL.replace('["flat", "output"]', '["x", "output"]'), "'x'", 6),
    "a wire from no output": (SMALL.replace('["flat", "output"]', '["flat", "y"]'), "'y'", 6),
    "a wire to no input": (
        SMALL.replace('"inputs": {"input": ["flat"', '"inputs": {"into": ["flat"'),
        "Linear has input",
        6,
    ),
    "two wires where one fits": (
        SMALL.replace('["flat", "output"]', '[["flat", "output"], ["flat", "output"]]'),
        "one wire",
        6,
    ),
    "a loop": (SMALL.replace('["image", "output"]', '["fc2", "output"]'), "loop", 3),
    "a place for nobody": (SMALL.replace('"flat": [180', '"flut": [180'), "flut", 11),
    "a place at infinity": (SMALL.replace("[180, 0]", "[1e999, 0]"), "flat needs", 11),
    "a place of 400 digits": (SMALL.replace("[180, 0]", f"[1{'0' * 400}, 0]"), "flat needs", 11),
    "a rate of 400 digits": (SMALL.replace("0.001", f"1{'0' * 400}"), "number from 0", 12),
    "features of 400 digits": (SMALL.replace("128}", f"1{'0' * 400}}}"), "number below 2**63", 6),
    "a kernel that torch can't count": (
        SMALL.replace(
            '"layer": "Flatten",',
            '"layer": "MaxPool2d", "settings": {"kernel_size": [2, 9223372036854775808]},',
        ),
        "number below 2**63",
        5,
    ),
    "an unknown layer's number without end": (
        SMALL.replace('"layer": "ReLU"', '"layer": "New", "settings": {"beta": [{"a": 1e999}]}'),
        "can't be read",
        7,
    ),
    "half a letter": (SMALL.replace('"ReLU"', r'"\ud83e"'), "half of a letter", 0),
    "NaN": (SMALL.replace("0.001", "NaN"), "NaN", 0),
    "a number of 5,000 digits": (SMALL.replace("64", "6" * 5000), "digits", 0),
    "an unknown optimizer": (SMALL.replace('"Adam"', '"Magic"'), "one of SGD", 12),
    "an unknown data set": (SMALL.replace('"mnist"', '"mnest"'), "mnest", 12),
    "a negative rate": (SMALL.replace("0.001", "-1"), "number from 0", 12),
    "a part that is no object": (SMALL.replace('{"name": "CrossEntropyLoss"}', "[]"), "braces", 12),
    "an init that is code": (
        SMALL.replace(
            '"layer": "Linear",', '"layer": "Linear", "init": {"weight": {"name": "os.x"}},'
        ),
        "kaiming_normal_",
        6,
    ),
    "no such wire to disable": (
        SMALL.replace('"layer": "ReLU",', '"layer": "ReLU", "off": {"input": ["flat", "output"]},'),
        "no wire from flat to relu1",
        7,
    ),
    "a disabled wire to no input": (
        SMALL.replace('"layer": "ReLU",', '"layer": "ReLU", "off": {"to": ["fc1", "output"]},'),
        "no wire from fc1 to relu1",
        7,
    ),
    "a disabled wire that is none": (
        SMALL.replace('"layer": "ReLU",', '"layer": "ReLU", "off": ["input"],'),
        "node relu1, off",
        7,
    ),
    "nested deeply": ('{"nodegraph": 1, "nodes": ' + "[" * 200_000, "nested", 0),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_says_what_and_where(case: str) -> None:
    text, said, line = BROKEN[case]
    assert text != SMALL
    with pytest.raises(FileError) as refused:
        loads(text, "drawing.nodegraph")
    message = str(refused.value)
    assert message.startswith("drawing.nodegraph")
    assert said in message
    assert refused.value.line == line or not line
    assert "\n" not in message
    assert len(message) < 500


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=8))
def test_any_json_is_a_drawing_or_a_file_error(value: object) -> None:
    for field in ("nodes", "name", "places", "recipe", "init", "nodegraph"):
        content = json.loads(SMALL)
        content[field] = value
        text = json.dumps(content)
        try:
            drawing = loads(text)
        except FileError:
            continue  # said in a sentence: any other error fails the test
        assert loads(text_of(drawing)).graph.nodes.keys() == drawing.graph.nodes.keys()


def test_a_file_that_is_not_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bytes.nodegraph"
    path.write_bytes(b'{"nodegraph": 1,\n "name": "\xff\xfe"}')
    with pytest.raises(FileError, match=r"line 2.*UTF-8"):
        nodegraph.load(path)


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        nodegraph.load(tmp_path / "none.nodegraph")
    with pytest.raises(FileError, match="directory"):
        nodegraph.load(tmp_path)


def test_saving_replaces_the_file_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.nodegraph"
    path.write_text("old")
    path.chmod(0o640)
    nodegraph.save(loads(SMALL), path)
    assert path.read_text() == SMALL
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.nodegraph"]


def test_saving_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.nodegraph", tmp_path / "link.nodegraph"
    path.write_text("old")
    link.symlink_to(path)
    nodegraph.save(loads(SMALL), link)
    assert link.is_symlink()
    assert path.read_text() == SMALL


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.nodegraph"
    path.write_text("old")
    # A real limit of the system on a file's size stands for a full disk: the write itself fails.
    code = f"""
import resource, signal, nodegraph
from nodegraph.document import Drawing, FileError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))
try:
    nodegraph.save(Drawing(), {str(path)!r})
except FileError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "can't be saved" in done.stdout
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.nodegraph"]


def test_places_survive_to_a_hundredth_and_missing_ones_are_laid_out() -> None:
    drawing = loads(SMALL)
    moved = replace(drawing, places={**drawing.places, "flat": Point(1.005, -3.14159)})
    back = loads(text_of(moved))
    assert back.places["flat"] == Point(1.0, -3.14)
    content = json.loads(SMALL)
    del content["places"]
    assert len(set(loads(json.dumps(content)).places.values())) == 6


def test_an_empty_drawing_comes_back() -> None:
    text = text_of(Drawing(graph=Graph()))
    assert text_of(loads(text)) == text


def test_a_mode_is_in_the_file_and_left_out_where_a_node_is_on() -> None:
    graph = networks.r0()
    for node, mode in (("relu1", "bypassed"), ("relu2", "disabled")):
        graph = graph.put(replace(graph.nodes[node], mode=mode))
    text = text_of(Drawing(graph=graph))
    assert text.count('"mode"') == 2
    back = loads(text)
    modes = {node.id: node.mode for node in back.graph.nodes.values() if node.mode != "on"}
    assert modes == {"relu1": "bypassed", "relu2": "disabled"}
    assert text_of(loads(text_of(back))) == text_of(back)


def test_a_disabled_wire_is_in_the_file_with_the_node_it_goes_to() -> None:
    fed = '["fc1", "output"]}'
    text = SMALL.replace(fed + "}", fed + ', "off": {"input": ["fc1", "output"]}}')
    back = loads(text)
    assert [w.source.node for w in back.graph.wires if back.graph.is_off(w)] == ["fc1"]
    assert text_of(back) == text


def test_disabled_wires_of_a_join_are_listed_as_its_wires_are() -> None:
    graph = branches()
    graph = graph.switch([w for w in graph.wires if w.source.node == "image"], on=False)
    told = json.loads(text_of(Drawing(graph=graph)))["nodes"]
    assert [node.get("off") for node in told if node["id"] in ("add", "relu")] == [
        {"input": ["image", "output"]},
        {"input": [["image", "output"]]},
    ]
    back = loads(text_of(Drawing(graph=graph))).graph
    assert {n.id: n.off for n in back.nodes.values()} == {n.id: n.off for n in graph.nodes.values()}


def test_an_unknown_layer_keeps_its_mode() -> None:
    text = SMALL.replace('"layer": "ReLU",', '"layer": "Novel",').replace(
        '["fc1", "output"]}}', '["fc1", "output"]}, "mode": "bypassed"}'
    )
    back = loads(text)
    assert isinstance(back.graph.nodes["relu1"].layer, Unknown)
    assert back.graph.nodes["relu1"].mode == "bypassed"
    assert text_of(back) == text


@pytest.mark.parametrize("mode", ['"off"', "1", "null", "[]"])
def test_another_mode_is_refused_in_a_sentence(mode: str) -> None:
    text = SMALL.replace('"layer": "ReLU",', f'"layer": "ReLU", "mode": {mode},')
    with pytest.raises(FileError, match="needs on or bypassed or disabled, got") as refused:
        loads(text)
    assert "relu1" in str(refused.value)
