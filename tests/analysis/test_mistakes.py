"""Every mistake is found at its node, told in words, and gone once its fix is applied."""

from __future__ import annotations

import pytest

from nodegraph.analysis import Problem, Report, check
from nodegraph.recipe import Recipe
from tests.analysis.broken import Broken
from tests.analysis.broken_drawings import DRAWINGS
from tests.analysis.broken_training import TRAINING

BROKEN = DRAWINGS | TRAINING


def found(broken: Broken) -> Problem:
    problems = check(broken.graph, broken.recipe).problems
    at = [p for p in problems if p.node == broken.node and broken.words in p.message]
    assert len(at) == 1, [(p.node, p.message) for p in problems]
    return at[0]


def errors(report: Report) -> int:
    return sum(problem.severity == "error" for problem in report.problems)


@pytest.fixture(params=BROKEN, ids=[name.replace(" ", "-") for name in BROKEN])
def broken(request: pytest.FixtureRequest) -> Broken:
    return BROKEN[request.param]


def test_the_mistake_is_told_once_at_its_node(broken: Broken) -> None:
    problem = found(broken)
    assert problem.severity == broken.severity
    assert tuple(fix.label for fix in problem.fixes) == broken.labels


def test_what_was_needed_and_what_came_are_told(broken: Broken) -> None:
    problem = found(broken)
    if "No Output depends" not in problem.message:
        assert problem.needed
        assert problem.came


def test_each_fix_removes_its_problem(broken: Broken) -> None:
    for fix in found(broken).fixes:
        graph, recipe = fix.apply(broken.graph, broken.recipe or Recipe())
        after = check(graph, recipe if broken.recipe else None)
        assert not [
            p for p in after.problems if p.node == broken.node and broken.words in p.message
        ], fix.label


def test_no_fix_brings_more_mistakes_than_it_removes(broken: Broken) -> None:
    for fix in found(broken).fixes:
        graph, recipe = fix.apply(broken.graph, broken.recipe or Recipe())
        after = check(graph, recipe if broken.recipe else None)
        assert errors(after) <= errors(check(broken.graph, broken.recipe)), fix.label


def test_the_graph_before_a_fix_is_untouched(broken: Broken) -> None:
    before = dict(broken.graph.nodes)
    for fix in found(broken).fixes:
        fix.apply(broken.graph, broken.recipe or Recipe())
    assert broken.graph.nodes == before
