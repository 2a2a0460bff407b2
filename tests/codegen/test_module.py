"""Golden modules: each drawing in `drawn/` is written as the file of its name in `written/`.

Adding a test is adding a drawing; `pytest tests/codegen --update` writes the module, and the diff
is the review. Each written module must also be formatter-clean, use every name, run, and know the
node of each line.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

import nodegraph
from nodegraph.codegen.module import Incomplete, Source
from nodegraph.codegen.names import MODULE_NAMES
from nodegraph.graph import Graph, Node
from nodegraph.layers import TensorType, Unknown
from nodegraph.resources import examples
from tests import networks

HERE = Path(__file__).parent
DRAWN = {path.stem: path for path in (*sorted((HERE / "drawn").glob("*.nodegraph")), *examples())}


@pytest.fixture(params=DRAWN)
def drawn(request: pytest.FixtureRequest) -> tuple[str, Source]:
    path = DRAWN[request.param]
    return request.param, nodegraph.write(nodegraph.load(path))


def test_is_written_as_reviewed(drawn: tuple[str, Source], pytestconfig: pytest.Config) -> None:
    name, source = drawn
    golden = HERE / "written" / f"{name}.py"
    if pytestconfig.getoption("--update", False):
        golden.write_text(source.text)
    assert source.text == golden.read_text()


def test_every_line_of_the_body_has_its_node(drawn: tuple[str, Source]) -> None:
    name, source = drawn
    graph = nodegraph.load(DRAWN[name]).graph
    assert set(source.lines.values()) <= set(graph.nodes)
    for number, line in enumerate(source.text.splitlines(), 1):
        if "self." in line and "self.modules()" not in line:
            assert number in source.lines, line


def test_uses_every_name_it_makes(drawn: tuple[str, Source]) -> None:
    tree = ast.parse(drawn[1].text)
    read = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    made = {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    } - {"_"}
    imported = {
        (a.asname or a.name)
        for n in ast.walk(tree)
        if isinstance(n, (ast.Import, ast.ImportFrom))
        for a in n.names
    }
    assert made | imported <= read
    assert imported <= {"torch", "nn", "F"}


def test_holds_the_network_alone_no_data_loss_optimizer_or_print(
    drawn: tuple[str, Source],
) -> None:
    """Prints, data, loss or optimizer inside the module: NNDesigner, TorchBlocks, Riko."""
    *imports, network = ast.parse(drawn[1].text).body
    assert all(isinstance(part, (ast.Import, ast.ImportFrom)) for part in imports)
    assert isinstance(network, ast.ClassDef)
    methods = [part.name for part in network.body if isinstance(part, ast.FunctionDef)]
    assert len(methods) == len(network.body)
    assert methods in (["__init__", "forward"], ["forward"])
    called = {
        node.func.id
        for node in ast.walk(network)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called <= {"super", "isinstance"}


def test_runs_with_the_shapes_it_says(drawn: tuple[str, Source]) -> None:
    drawing = nodegraph.load(DRAWN[drawn[0]])
    module = nodegraph.build(drawing).eval()
    entries = [n for n in drawing.graph.nodes.values() if n.layer.kind == "Input"]
    answers = module(*(torch.zeros(3, *n.layer.shape) for n in entries))  # type: ignore[attr-defined]
    report = nodegraph.check(drawing)
    exits = [n for n in drawing.graph.nodes.values() if n.layer.kind == "Output"]
    answers = answers if isinstance(answers, tuple) else (answers,)
    for node, answer in zip(exits, answers, strict=True):
        assert _shape(report.types[node.feeds[0][1]], batch=3) == tuple(answer.shape)


def test_holds_the_weights_that_were_counted(drawn: tuple[str, Source]) -> None:
    drawing = nodegraph.load(DRAWN[drawn[0]])
    module = nodegraph.build(drawing)
    assert nodegraph.check(drawing).weights == sum(p.numel() for p in module.parameters())


def test_the_formatter_changes_nothing(pytestconfig: pytest.Config) -> None:
    written = sorted((HERE / "written").glob("*.py"))
    assert {path.stem for path in written} == set(DRAWN)
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--diff", *map(str, written)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "E,F,I,W"]
    done = subprocess.run([*command, *map(str, written)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_names_that_are_code_stay_names() -> None:
    tree = ast.parse((HERE / "written" / "hostile.py").read_text())
    modules = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert modules == ["torch"]
    calls = [n.func for n in ast.walk(tree) if isinstance(n, ast.Call)]
    assert all(
        isinstance(f, ast.Attribute) or (isinstance(f, ast.Name) and f.id == "super") for f in calls
    )


def test_reserved_names_are_those_of_the_module_class() -> None:
    public = {name for name in dir(torch.nn.Module()) if not name.startswith("_")}
    assert public <= MODULE_NAMES


def test_an_unconnected_input_is_refused_by_name() -> None:
    """Unconnected nodes exported as None, _ or a comment: Riko, NNDesigner."""
    graph = networks.r4a()
    graph = graph.put(Node("lonely", networks.layer("Linear")))
    with pytest.raises(Incomplete, match="lonely") as refused:
        nodegraph.write(graph)
    assert refused.value.node == "lonely"


def test_a_blocked_node_is_refused_with_its_cause() -> None:
    graph = networks.r0()
    big = networks.layer("Conv2d", out_channels=8, kernel_size=99)
    with pytest.raises(Incomplete, match="conv1"):
        nodegraph.write(graph.replace("conv1", big))


def test_an_empty_canvas_and_a_missing_output_are_refused() -> None:
    with pytest.raises(Incomplete, match="empty"):
        nodegraph.write(Graph())
    with pytest.raises(Incomplete, match="Output"):
        nodegraph.write(networks.r4a().remove(["out"]))


def test_a_branch_nobody_uses_is_left_out() -> None:
    text = (HERE / "written" / "shared.py").read_text()
    assert "nobody" not in text
    assert text.count("self.first = ") == 1
    assert "self.second" not in text


def test_two_nodes_of_one_name_get_two_attributes() -> None:
    graph = networks.r4a()
    graph = graph.put(replace(graph.nodes["fc2"], name="fc1"))
    text = nodegraph.write(graph).text
    assert "self.fc1 = " in text
    assert "self.fc1_2 = " in text


def _shape(of: TensorType, batch: int) -> tuple[int, ...]:
    return tuple(d if isinstance(d, int) else d.times * batch for d in of.dims)


def test_a_layer_that_is_unknown_here_is_refused_by_name() -> None:
    """Unknown nodes exported as None, _ or a comment: Riko, NNDesigner."""
    graph = networks.chain(("wild", Unknown("Novel")), graph=networks.r0(), after="fc1")
    with pytest.raises(Incomplete, match="wild") as refused:
        nodegraph.write(graph)
    assert refused.value.node == "wild"
