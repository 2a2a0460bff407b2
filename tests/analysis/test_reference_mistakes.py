"""The mistakes in the articles that the reference networks come from, row by row.

What an article got wrong in the training loop or in its own forward can't be drawn: the loop is
written for the person, and there is no `backward` to define.
"""

from __future__ import annotations

import pytest

from nodegraph.analysis import Problem, Report, check
from nodegraph.graph import Port
from nodegraph.recipe import MSELoss, Recipe
from tests import networks
from tests.analysis.broken import cut


def at(report: Report, node_id: str) -> list[Problem]:
    return [problem for problem in report.problems if problem.node == node_id]


def into(report: Report, graph: networks.Graph, node_id: str) -> str:
    (_, source) = graph.nodes[node_id].feeds[0]
    return str(report.types[source])


def test_r1a_two_linear_layers_with_nothing_between_them_are_worth_a_hint() -> None:
    recipe = Recipe(data="diabetes", loss=MSELoss(), target="input")
    report = check(networks.r1a(activation=""), recipe)
    (hint,) = report.problems
    assert (hint.node, hint.severity) == ("fc2", "hint")
    assert hint.message == "fc1 and fc2 have nothing between them, so together they are one Linear"
    assert report.ok, "a hint does not stop training"


def test_r1b_all_three_mistakes_are_told_at_once_each_at_its_node() -> None:
    graph = networks.r1b(flat=False, activation="")
    report = check(graph, Recipe(loss=MSELoss()))
    assert not report.ok
    (flatten,) = at(report, "fc1")
    assert flatten.severity == "error"
    assert flatten.needed == "784 features (B×784)"
    assert flatten.came == "B×1×28×28"
    assert [fix.label for fix in flatten.fixes] == ["Insert Flatten"]
    (loss,) = at(report, "out")
    assert loss.needed == "10 numbers for each sample"
    assert loss.came == "1 class number"
    assert [(p.node, p.severity) for p in report.problems if p.severity == "hint"] == [
        ("fc2", "hint"),
        ("fc3", "hint"),
    ]


def test_r1b_the_first_fix_of_each_problem_in_turn_makes_it_trainable() -> None:
    graph, recipe = networks.r1b(flat=False, activation=""), Recipe(loss=MSELoss())
    for _ in range(4):
        problem = check(graph, recipe).problems[0]
        graph, recipe = problem.fixes[0].apply(graph, recipe)
    report = check(graph, recipe)
    assert report.problems == ()
    assert recipe.target == "one_hot"
    assert into(report, graph, "fc1") == "B×784"


@pytest.mark.parametrize(("side", "features"), [(28, 256), (32, 400), (40, 784), (64, 2704)])
def test_r2_the_first_linear_fits_pictures_of_every_size(side: int, features: int) -> None:
    """The article writes 7·7·16 = 784, right for 40×40 alone; here nobody types it."""
    graph = networks.r2(side)
    report = check(graph)
    assert report.problems == ()
    assert into(report, graph, "fc1") == f"B×{features}"
    assert report.cost["fc1"].weights == features * 120 + 120
    (inferred,) = [report.types[graph.nodes["fc1"].feeds[0][1]]]
    built = graph.nodes["fc1"].layer.build(inferred)
    assert built == f"nn.Linear({features}, 120)"


@pytest.mark.parametrize("flat", [True, False])
def test_r4a_a_picture_that_is_never_flattened_is_told_at_the_linear(flat: bool) -> None:
    graph = networks.r4a(flat)
    report = check(graph, Recipe())
    if flat:
        assert report.problems == ()
        return
    (problem,) = report.problems
    assert (problem.node, problem.severity) == ("fc1", "error")
    fixed, recipe = problem.fixes[0].apply(graph, Recipe())
    assert check(fixed, recipe).problems == ()
    assert fixed.nodes["fc1"].feeds == (("input", Port("flatten1", "output")),)


@pytest.mark.parametrize(("side", "features"), [(28, 64 * 7 * 7), (32, 64 * 8 * 8)])
def test_r4b_the_first_linear_fits_both_mnist_and_cifar_sizes(side: int, features: int) -> None:
    graph = networks.r4b(side)
    report = check(graph)
    assert into(report, graph, "fc1") == f"B×{features}"
    assert report.cost["fc1"].weights == features * 128 + 128


def test_r4b_pictures_of_another_size_than_the_data_are_told_at_the_input() -> None:
    report = check(networks.r4b(28), Recipe(data="cifar10"))
    (problem,) = report.problems
    assert problem.node == "image"
    assert (problem.needed, problem.came) == ("3×32×32", "3×28×28")
    graph, recipe = problem.fixes[0].apply(networks.r4b(28), Recipe(data="cifar10"))
    assert check(graph, recipe).problems == ()


def test_r0_has_the_weights_the_article_counts() -> None:
    report = check(networks.r0(), Recipe())
    assert report.problems == ()
    assert into(report, networks.r0(), "fc1") == "B×3136"
    assert report.weights == 320 + 18_496 + 401_536 + 1_290


def test_a_half_drawn_r4a_names_the_next_thing_to_do_at_every_step() -> None:
    whole = networks.r4a()
    ids = list(whole.nodes)
    for count in range(len(ids)):
        graph = whole.remove(ids[count:])
        report = check(graph, Recipe())
        assert not report.ok
        assert all(problem.fixes for problem in report.problems)
    assert check(cut(whole, "fc1"), Recipe()).problems[0].node in ("flat", "fc1")
