"""`nodegraph check`: layers, shapes, weights and problems, for people and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from tests import networks
from tests.drawn import saved


def test_check_shows_layers_shapes_and_weights(nodegraph, small):
    said = nodegraph("check", small)
    assert (said.code, said.err) == (0, "")
    assert "101,770 weights" in said.out
    assert "fc1    Linear   B×128      100,480" in said.out
    assert said.out.endswith("It can train.\n")


def test_check_as_json_is_one_object_with_the_batch_as_b(nodegraph, small):
    told = json.loads(nodegraph("check", small, "--json").out)
    assert set(told) == {"ok", "weights", "nodes", "problems"}
    assert (told["ok"], told["weights"], told["problems"]) == (True, 101_770, [])
    assert told["nodes"][0] == {
        "id": "image",
        "layer": "Input",
        "output": ["B", 1, 28, 28],
        "weights": 0,
    }
    assert told["nodes"][-1]["output"] is None


def test_check_of_a_network_that_cannot_train_exits_1_and_says_why(nodegraph, tmp_path):
    path = saved(tmp_path / "broken.nodegraph", networks.r4a(flat=False))
    said = nodegraph("check", path)
    assert said.code == 1
    assert "error: fc1" in said.out
    assert "fix: Insert Flatten" in said.out
    told = json.loads(nodegraph("check", path, "--json").out)
    assert told["ok"] is False
    wrong = told["problems"][0]
    assert set(wrong) == {"node", "severity", "message", "needed", "came", "fixes"}
    assert (wrong["node"], wrong["severity"]) == ("fc1", "error")
    assert "Insert Flatten" in wrong["fixes"][0]


def test_a_shape_that_nobody_knows_is_null(nodegraph, tmp_path):
    graph = networks.r4a()
    graph = graph.put(replace(graph.nodes["fc1"], inputs={}))
    told = json.loads(nodegraph("check", saved(tmp_path / "x.nodegraph", graph), "--json").out)
    by_id = {node["id"]: node for node in told["nodes"]}
    assert (by_id["fc1"]["output"], by_id["fc1"]["weights"]) == (None, None)


def test_a_hint_alone_lets_it_train(nodegraph, tmp_path):
    graph = networks.r1b(activation="")
    said = nodegraph("check", saved(tmp_path / "hint.nodegraph", graph))
    assert said.code == 0
    assert "hint: " in said.out


def test_nodes_that_do_not_run_are_told_with_their_mode_and_weigh_nothing(nodegraph, tmp_path):
    graph = networks.resnet()
    for node, mode in (("bn1", "bypassed"), ("skip", "disabled")):
        graph = graph.put(replace(graph.nodes[node], mode=mode))
    path = saved(tmp_path / "x.nodegraph", graph)
    told = json.loads(nodegraph("check", path, "--json").out)
    nodes = {node["id"]: node for node in told["nodes"]}
    assert list(nodes) == list(graph.order)
    assert (nodes["bn1"]["mode"], nodes["bn1"]["weights"]) == ("bypassed", 0)
    assert nodes["bn1"]["output"] == nodes["conv1"]["output"]
    assert nodes["skip"] == {
        "id": "skip",
        "layer": "Conv2d",
        "output": None,
        "weights": 0,
        "mode": "disabled",
    }
    assert "mode" not in nodes["conv1"]
    said = nodegraph("check", path).out
    assert "BatchNorm2d, bypassed" in said
    assert "Conv2d, disabled" in said
    assert {problem["node"] for problem in told["problems"]} == {"add", "relu3", "pool", "flat",
                                                                  "fc", "out"}  # fmt: skip
